// One layer denies at a time in an account that is read live: that layer is named, graded as evaluated, and with the time it was read.
import { describe, expect, it } from 'vitest';
import type { PolicyType } from '../../../src/model/denial.ts';
import { account, allow, anyone, answersOf, deny, type Setting } from './account.ts';
import type { Answers } from './fake-aws.ts';
import { diagnoseLive } from './reading.ts';

const user = `arn:aws:iam::${account}:user/ci`;
const session = `arn:aws:sts::${account}:assumed-role/Deploy/run-7`;
const queue = `arn:aws:sqs:eu-west-1:${account}:jobs`;
const role = `arn:aws:iam::${account}:role/team/Deploy`;
const send = (who: string) =>
  `An error occurred (AccessDenied) when calling the SendMessage operation: User: ${who} is not authorized to perform: sqs:SendMessage on resource: ${queue}`;
const assume = `An error occurred (AccessDenied) when calling the AssumeRole operation: User: ${user} is not authorized to perform: sts:AssumeRole on resource: ${role}`;

const all = allow('*');
const mine = allow('sqs:*');
const free: readonly (readonly ReturnType<typeof allow>[])[] = [[all], [all], [all]];
const freeResources = free.map((level) => level.map(() => allow('*', '*', anyone)));
const queuePolicy = (document?: object): Answers => ({
  'sqs:GetQueueAttributes': { ok: document === undefined ? {} : { Attributes: { Policy: JSON.stringify(document) } } },
});
const trust = (who: string) => allow('sts:AssumeRole', '*', { Principal: { AWS: who } });
const asRole: Setting = { caller: session, roles: { Deploy: trust('111122223333') } };

type Row = readonly [rule: string, text: string, setting: Setting, layer: PolicyType, decision: string];
const rows: readonly Row[] = [
  ['no identity policy allows it', send(user), { inline: { own: allow('s3:*') } }, 'identity', 'implicitDeny'],
  ['an inline policy denies it', send(user), { inline: { a: mine, b: deny('sqs:Send*') } }, 'identity', 'explicitDeny'],
  [
    'a managed policy denies it',
    send(user),
    { inline: { a: mine }, managed: { no: deny('*') } },
    'identity',
    'explicitDeny',
  ],
  [
    'a group policy denies it',
    send(user),
    { inline: { a: mine }, groups: { staff: deny('*') } },
    'identity',
    'explicitDeny',
  ],
  [
    'a group policy allows it',
    send(user),
    { groups: { staff: mine }, scps: [[all], [deny('sqs:*')], [all]] },
    'scp',
    'explicitDeny',
  ],
  [
    'the boundary of a user leaves it out',
    send(user),
    { inline: { a: mine }, boundary: allow('s3:*') },
    'permissionsBoundary',
    'implicitDeny',
  ],
  [
    'the boundary of a user denies it',
    send(user),
    { inline: { a: mine }, boundary: deny('sqs:*') },
    'permissionsBoundary',
    'explicitDeny',
  ],
  [
    'the boundary of a role leaves it out',
    send(session),
    { ...asRole, inline: { a: mine }, boundary: allow('s3:*') },
    'permissionsBoundary',
    'implicitDeny',
  ],
  [
    'no policy of the role allows it',
    send(session),
    { ...asRole, managed: { a: allow('s3:*') } },
    'identity',
    'implicitDeny',
  ],
  [
    'an SCP of a unit denies it',
    send(user),
    { inline: { a: mine }, scps: [[all], [all, deny('sqs:*')], [all]] },
    'scp',
    'explicitDeny',
  ],
  [
    'no SCP of one level allows it',
    send(user),
    { inline: { a: mine }, scps: [[all], [allow('s3:*')], [all]] },
    'scp',
    'implicitDeny',
  ],
  [
    'an RCP denies it',
    send(user),
    { inline: { a: mine }, scps: free, rcps: [...freeResources.slice(0, 2), [deny('sqs:*', '*', anyone)]] },
    'rcp',
    'explicitDeny',
  ],
  [
    'the queue denies it',
    send(user),
    { inline: { a: mine }, others: queuePolicy(deny('sqs:*', queue, anyone)) },
    'resource',
    'explicitDeny',
  ],
  [
    'the role does not trust the caller',
    assume,
    { inline: { a: allow('sts:*') }, roles: { Deploy: trust(`arn:aws:iam::${account}:user/else`) } },
    'trust',
    'implicitDeny',
  ],
  [
    'the role denies the caller',
    assume,
    { inline: { a: allow('sts:*') }, roles: { Deploy: deny('sts:AssumeRole', '*', { Principal: { AWS: user } }) } },
    'trust',
    'explicitDeny',
  ],
];

describe('one layer denies', () => {
  it.each(rows)('%s', async (_, text, setting, layer, decision) => {
    const { diagnosis, fake } = await diagnoseLive(text, answersOf({ others: queuePolicy(), ...setting }));
    expect(fake.strays).toEqual([]);
    const found = diagnosis.layers.find(({ type }) => type === layer);
    expect(found).toMatchObject({ decision, grade: 'evaluated' });
    expect(found?.fact?.source.readAt).toMatch(/^\d{4}-\d\d-\d\dT/);
    const denying = diagnosis.layers.filter(
      ({ decision: other }) => other === 'explicitDeny' || other === 'implicitDeny',
    );
    expect(denying.map(({ type }) => type)).toEqual([layer]);
    const confirmed = diagnosis.causes.filter(({ state }) => state === 'confirmed');
    expect(confirmed.map(({ id, grade }) => [id, grade])).toContainEqual([expect.any(String), 'evaluated']);
  });
});
