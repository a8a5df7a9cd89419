// Reads some facts of one resource over a fake account.
import type { Fact } from '../../../src/model/fact.ts';
import { readBucket } from '../../../src/facts/aws/read/facts/bucket.ts';
import { readKey } from '../../../src/facts/aws/read/facts/key.ts';
import type { Subject } from '../../../src/facts/aws/read/subject.ts';
import { account } from './account.ts';
import { startFakeAws, type Answers, type FakeAws } from './fake-aws.ts';
import { liveOn } from './opening.ts';

export interface SettingsRead {
  readonly facts: readonly Fact[];
  readonly fake: FakeAws;
  readonly of: (name: string) => Fact | undefined;
}

export async function readSettings(
  answers: Answers,
  subject: Partial<Subject>,
  names: readonly string[],
): Promise<SettingsRead> {
  const caller = { ok: { Account: account, Arn: `arn:aws:iam::${account}:user/ci` } };
  const fake = await startFakeAws({ 'sts:GetCallerIdentity': caller, ...answers });
  const live = await liveOn(fake.url);
  const whole = { texts: [], ...subject };
  try {
    const facts = [...(await readKey(live, whole, names)), ...(await readBucket(live, whole, names))];
    return { facts, fake, of: (name) => facts.find((fact) => fact.name === name) };
  } finally {
    live.close();
    await fake.close();
  }
}
