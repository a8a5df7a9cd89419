// What stands between the program and AWS: a certificate authority of one's own, and a network that goes away while the account is read.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnose.ts';
import { loadPlaybooks } from '../../../src/playbook/load.ts';
import { renderText } from '../../../src/render/text.ts';
import { account, allow, answersOf } from './account.ts';
import { certificate, folder } from './certificate.ts';
import { startFakeAws, type FakeAws } from './fake-aws.ts';
import { liveOn, plainEnv } from './opening.ts';

const user = `arn:aws:iam::${account}:user/ci`;
const queue = `arn:aws:sqs:eu-west-1:${account}:jobs`;
const text = `An error occurred (AccessDenied) when calling the SendMessage operation: User: ${user} is not authorized to perform: sqs:SendMessage on resource: ${queue}`;
const answers = answersOf({ inline: { own: allow('s3:*') }, others: { 'sqs:GetQueueAttributes': { ok: {} } } });
const playbooks = await loadPlaybooks({});

const slow = { connectMs: 4000, callMs: 4000, bytes: 1024 * 1024 };

async function diagnoseOver(fake: FakeAws, env: Readonly<Record<string, string>> = {}) {
  const live = await liveOn(fake.url, { env: { ...plainEnv, ...env }, limits: slow, totalMs: 20_000 });
  try {
    return await diagnose({ text, playbooks, sources: [live.source] });
  } finally {
    live.close();
    await fake.close();
  }
}

describe.skipIf(certificate === undefined)('an authority that no system knows', () => {
  it('is trusted when AWS_CA_BUNDLE names it', async () => {
    const { layers } = await diagnoseOver(await startFakeAws(answers, certificate), {
      AWS_CA_BUNDLE: join(folder, 'cert.pem'),
    });
    expect(layers[0]).toMatchObject({ type: 'identity', decision: 'implicitDeny', grade: 'evaluated' });
  });

  it('is trusted when the profile names it', async () => {
    const config = join(folder, 'config');
    writeFileSync(config, `[default]\nca_bundle = ${join(folder, 'cert.pem')}\n`);
    const { layers } = await diagnoseOver(await startFakeAws(answers, certificate), { AWS_CONFIG_FILE: config });
    expect(layers[0]).toMatchObject({ decision: 'implicitDeny' });
  });

  const rows: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['is not trusted without', {}],
    ['is not trusted when the bundle is not there', { AWS_CA_BUNDLE: join(folder, 'nowhere.pem') }],
  ];
  it.each(rows)('%s, and the report says so', async (_, env) => {
    const diagnosis = await diagnoseOver(await startFakeAws(answers, certificate), env);
    expect(diagnosis.layers[0]).toMatchObject({ decision: 'unknown', notChecked: { code: 'tls' } });
    expect(renderText(diagnosis).replace(/\s+/g, ' ')).toContain('AWS_CA_BUNDLE');
  });
});

describe('a network that goes away', () => {
  it.each(['iam:GetUser', 'iam:ListUserPolicies', 'sqs:GetQueueAttributes'] as const)(
    'at %s leaves a report that says so',
    async (operation) => {
      const fake: FakeAws = await startFakeAws({
        ...answers,
        [operation]: () => {
          void fake.close();
          return 'reset' as const;
        },
      });
      const diagnosis = await diagnoseOver(fake);
      expect(diagnosis.denial?.action).toBe('sqs:SendMessage');
      const gaps = diagnosis.layers.flatMap(({ notChecked }) => (notChecked === undefined ? [] : [notChecked.code]));
      expect(gaps.some((code) => code === 'connect' || code === 'incomplete')).toBe(true);
      expect(renderText(diagnosis)).toMatch(/There was no connection|The answer broke off/);
    },
  );
});
