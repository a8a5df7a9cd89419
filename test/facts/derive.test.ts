// Facts that follow from others with certainty, and the ones that do not.
import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../src/facts/derive.ts';
import type { Fact, FactValue } from '../../src/model/fact.ts';

const user = 'arn:aws:iam::111122223333:user/team/ci';
const session = 'arn:aws:sts::111122223333:assumed-role/Deploy/build-7';
const role = 'arn:aws:iam::444455556666:role/team/Vendor';
const kmsKey = 'arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const kmsAlias = 'arn:aws:kms:eu-west-1:444455556666:alias/reports';
const late = 'Signature expired: 20261124T101010Z is now earlier than 20261124T102010Z (20261124T103510Z - 15 min.)';
const early =
  'Signature not yet current: 20261124T101000Z is still later than 20261124T100500Z (20261124T100000Z + 5 min.)';
const tooSkewed = (time: string) =>
  `<Code>RequestTimeTooSkewed</Code><RequestTime>${time}</RequestTime><ServerTime>2026-11-24T10:40:10Z</ServerTime>`;
const skewFields = "RequestTime: '20261124T101010Z', ServerTime: '2026-11-24T11:11:10.000Z', MaxAllowedSkew: '900000'";
type World = Readonly<Record<string, FactValue>>;
const assume: World = { 'error.action': 'sts:AssumeRole' };
const call = (operation: string, action: string): World => ({ 'error.operation': operation, 'error.action': action });
const s3 = (words: string): World => ({ 'error.service': 's3', 'error.text': words });
const decodedPassRole: World = { 'decoded.action': 'iam:PassRole' };
const noAllow: World = { 'identity.deniesRequest': false, 'identity.coversResource': false };
const allowFits: World = {
  'identity.namesAction': true,
  'identity.coversResource': true,
  'identity.meetsConditions': true,
};
const openConditions: World = {
  'identity.deniesRequest': false,
  'identity.namesAction': true,
  'identity.coversResource': true,
};
const trustAlone: World = { 'trust.deniesRequest': false, 'trust.namesAccount': false };
const trustsNobody: World = { 'trust.namesCaller': false, 'trust.namesAccount': false };

const known = (world: World): ReadonlyMap<string, Fact> =>
  new Map(
    Object.entries(world).map(([name, value]) => [
      name,
      { name, status: 'present', value, source: { origin: 'error', grade: 'stated' } },
    ]),
  );

const derived = (world: World, name: string) => deriveFacts(known(world)).find((fact) => fact.name === name)?.value;

const following: readonly [World, string, FactValue][] = [
  [{ 'caller.arn': user }, 'caller.kind', 'user'],
  [{ 'caller.arn': user }, 'caller.accountId', '111122223333'],
  [{ 'caller.arn': user }, 'caller.name', 'ci'],
  [{ 'error.resource': kmsKey }, 'key.arn', kmsKey],
  [{ 'key.arn': kmsKey }, 'key.accountId', '444455556666'],
  [{ 'key.arn': kmsKey }, 'key.region', 'eu-west-1'],
  [{ 'key.arn': kmsKey, 'caller.arn': user }, 'key.crossAccount', true],
  [{ 'error.text': `Key '${kmsKey}' does not exist, see ${kmsKey}` }, 'key.arn', kmsKey],
  [
    { 'error.code': 'KMSInvalidStateException', 'error.text': `${kmsKey} is pending deletion.` },
    'key.state',
    'PendingDeletion',
  ],
  [
    { 'error.code': 'KMS.KMSInvalidStateException', 'error.text': `${kmsKey} is pending import.` },
    'key.state',
    'PendingImport',
  ],
  [{ 'error.code': 'DisabledException', 'error.text': `${kmsKey} is disabled.` }, 'key.state', 'Disabled'],
  [{ 'error.code': 'KMS.DisabledException', 'error.text': 'made-up words' }, 'key.state', 'Disabled'],
  [{ 'error.code': 'KMSDisabledException', 'error.text': 'made-up words' }, 'key.state', 'Disabled'],
  [{ 'error.code': 'KMS.NotFoundException', 'error.service': 'kms' }, 'key.exists', false],
  [{ 'error.code': 'NotFoundException', 'error.service': 'kms' }, 'key.exists', false],
  [s3('public policies are prevented by the BlockPublicPolicy setting'), 'bucket.refusingSetting', 'BlockPublicPolicy'],
  [s3('ACLs are blocked by the BlockPublicAcls setting'), 'bucket.refusingSetting', 'BlockPublicAcls'],
  [s3('because object protected by object lock.'), 'bucket.refusingSetting', 'ObjectLock'],
  [s3('Access Denied'), 'bucket.refusingSetting', 'none'],
  [s3('set BlockPublicPolicy to false'), 'bucket.refusingSetting', 'none'],
  [{ 'error.code': 'AccessControlListNotSupported' }, 'bucket.refusingSetting', 'BucketOwnerEnforced'],
  [{ 'key.state': 'Disabled' }, 'key.exists', true],
  [{ 'caller.arn': session }, 'caller.isTemporary', true],
  [{ 'caller.arn': session }, 'caller.policySourceArn', 'arn:aws:iam::111122223333:role/Deploy'],
  [{ 'error.principal': session }, 'caller.name', 'Deploy'],
  [{ 'error.principal': session }, 'caller.accountId', '111122223333'],
  [{ 'error.text': 'Cannot call GetFederationToken with session credentials' }, 'caller.isTemporary', true],
  [{ 'policy.scp': 'absent', 'error.policyType': 'scp', 'error.denyType': 'explicit' }, 'decision.scp', 'explicitDeny'],
  [{ 'caller.arn': user, 'error.principal': session }, 'caller.name', 'Deploy'],
  [{ 'caller.arn': user, 'error.principal': user }, 'caller.matchesError', true],
  [{ 'caller.arn': user, 'error.principal': session }, 'caller.matchesError', false],
  [{ 'caller.arn': user, 'decoded.principal': user }, 'caller.matchesError', true],
  [{ 'error.resource': role }, 'target.arn', role],
  [{ 'error.resource': role }, 'target.name', 'Vendor'],
  [{ 'error.resource': role, 'error.accountId': '111122223333' }, 'target.crossAccount', true],
  [{ 'error.resource': role, 'caller.arn': user }, 'target.crossAccount', true],
  [{ 'policy.permissionsBoundary': 'absent' }, 'decision.permissionsBoundary', 'notApplicable'],
  [{ 'error.action': 'ec2:DescribeInstances' }, 'action.supportsResourceLevel', false],
  [{ 'error.action': 's3:GetObject' }, 'action.supportsResourceLevel', true],
  [{ 'error.action': 'cloudformation:DescribeStacks' }, 'target.canHavePolicy', false],
  [{ 'error.action': 'ec2:DescribeInstances' }, 'action.conditionKeys', ['ec2:Region']],
  [{ 'error.action': 'ec2:AssociateIamInstanceProfile' }, 'action.dependentActions', ['iam:PassRole']],
  [call('RunInstances', 'ec2:RunInstances'), 'action.relationToCall', 'sameName'],
  [call('ListFunctions20150331', 'lambda:ListFunctions'), 'action.relationToCall', 'sameName'],
  [call('ListObjectsV2', 's3:ListBucket'), 'action.relationToCall', 'otherName'],
  [call('RunInstances', 'ec2:CreateTags'), 'action.relationToCall', 'dependent'],
  [call('PutBucketReplication', 'iam:PassRole'), 'action.relationToCall', 'dependent'],
  [{ ...call('RunInstances', 'ec2:RunInstances'), ...decodedPassRole }, 'action.relationToCall', 'dependent'],
  [{ 'error.action': 'ec2:RunInstances', 'decoded.action': 'ec2:CreateTags' }, 'action.supportsResourceLevel', true],
  [{ 'error.policyType': 'scp', 'error.denyType': 'explicit' }, 'decision.scp', 'explicitDeny'],
  [{ 'error.action': 's3:GetObject' }, 'decision.trust', 'notApplicable'],
  [{ 'error.action': 'sts:AssumeRole' }, 'decision.resource', 'notApplicable'],
  [{ 'error.action': 's3:GetObject', 'error.principal': user }, 'decision.session', 'notApplicable'],
  [
    { 'error.action': 'sts:AssumeRole', 'error.policyType': 'resource', 'error.denyType': 'implicit' },
    'decision.trust',
    'implicitDeny',
  ],
  [{ 'error.policyType': 'trust', 'error.denyType': 'implicit' }, 'decision.trust', 'implicitDeny'],
  [{ 'error.policyType': 'identity', 'error.denyType': 'implicit' }, 'identity.deniesRequest', false],
  [{ 'identity.deniesRequest': true }, 'decision.identity', 'explicitDeny'],
  [{ 'identity.deniesRequest': false, 'identity.namesAction': false }, 'decision.identity', 'implicitDeny'],
  [{ 'identity.deniesRequest': false, 'identity.coversResource': false }, 'decision.identity', 'implicitDeny'],
  [{ ...assume, ...noAllow, 'target.crossAccount': true }, 'decision.identity', 'implicitDeny'],
  [{ ...assume, ...noAllow, 'trust.namesCaller': false }, 'decision.identity', 'implicitDeny'],
  [{ 'decision.identity': 'explicitDeny' }, 'identity.deniesRequest', true],
  [{ 'decision.identity': 'implicitDeny' }, 'identity.deniesRequest', false],
  [{ 'decision.identity': 'allowed' }, 'identity.deniesRequest', false],
  [{ 'decision.identity': 'allowed' }, 'identity.namesAction', true],
  [{ 'decision.identity': 'allowed' }, 'identity.coversResource', true],
  [{ 'decision.identity': 'allowed' }, 'identity.unmetKeys', []],
  [{ 'trust.deniesRequest': true }, 'decision.trust', 'explicitDeny'],
  [{ ...trustsNobody, 'trust.deniesRequest': false }, 'decision.trust', 'implicitDeny'],
  [{ 'error.action': 'iam:PassRole', 'decision.identity': 'allowed' }, 'identity.allowsPassRole', true],
  [{ 'decoded.action': 'iam:PassRole', 'decision.identity': 'implicitDeny' }, 'identity.allowsPassRole', false],
  [{ 'decision.trust': 'allowed' }, 'trust.unmetKeys', []],
  [{ 'decision.trust': 'allowed' }, 'trust.meetsConditions', true],
  [{ 'identity.unmetKeys': ['aws:SourceIp'] }, 'identity.meetsConditions', false],
  [{ 'identity.unmetKeys': ['aws:SourceIp'], 'decision.identity': 'allowed' }, 'identity.meetsConditions', true],
  [{ 'identity.unmetKeys': [] }, 'identity.meetsConditions', true],
  [{ 'identity.deniesRequest': false, 'identity.unmetKeys': ['aws:SourceIp'] }, 'decision.identity', 'implicitDeny'],
  [{ 'identity.deniesRequest': false, ...allowFits }, 'decision.identity', 'allowed'],
  [{ 'trust.deniesRequest': false, 'trust.meetsConditions': false }, 'decision.trust', 'implicitDeny'],
  [{ ...trustAlone, 'trust.namesAccount': true, 'trust.unmetKeys': [] }, 'decision.trust', 'allowed'],
  [{ 'decision.trust': 'implicitDeny' }, 'trust.deniesRequest', false],
  [{ 'error.text': late }, 'error.clockSkewMinutes', -25],
  [{ 'error.text': early }, 'error.clockSkewMinutes', 10],
  [{ 'error.text': tooSkewed('Tue, 24 Nov 2026 10:10:10 GMT') }, 'error.clockSkewMinutes', -30],
  [{ 'error.text': tooSkewed('20261124T111010Z') }, 'error.clockSkewMinutes', 30],
  [{ 'error.text': skewFields }, 'error.clockSkewMinutes', -61],
];

describe('follows', () => {
  it.each(following)('%j: %s is %s', (world, name, value) => expect(derived(world, name)).toEqual(value));
});

const open: readonly [rule: string, world: World, name: string][] = [
  ['long-term keys from the kind of caller', { 'caller.arn': user }, 'caller.isTemporary'],
  ['an ARN from a bare name', { 'error.resource': 'my-secret' }, 'target.arn'],
  ['an owner from a bucket ARN', { 'error.resource': 'arn:aws:s3:::b/k' }, 'target.accountId'],
  ['identity from equal masked texts', { 'caller.arn': user, 'error.principal': '***' }, 'caller.matchesError'],
  [
    'another layer than the stated one',
    { 'error.policyType': 'scp', 'error.denyType': 'explicit' },
    'decision.identity',
  ],
  ['a layer from an unstated kind', { 'error.policyType': 'unstated', 'error.denyType': 'explicit' }, 'decision.scp'],
  ['anything from an action nobody knows', { 'error.action': 's3:Nothing' }, 'action.supportsResourceLevel'],
  ['how an action belongs to a call nobody knows', call('Frobnicate', 's3:GetObject'), 'action.relationToCall'],
  ['that no other action is needed', { 'error.action': 's3:DeleteObject' }, 'action.dependentActions'],
  ['an identity decision from no identity policies', { 'policy.identity': 'absent' }, 'decision.identity'],
  [
    'a missing Allow decides nothing before a Deny is looked for',
    { 'identity.namesAction': false },
    'decision.identity',
  ],
  ['a missing trust decides nothing before a Deny is looked for', trustsNobody, 'decision.trust'],
  ['an account that is not named while the caller may be', trustAlone, 'decision.trust'],
  ['an Allow that fits, before a Deny is looked for', allowFits, 'decision.identity'],
  ['an Allow whose conditions are open', openConditions, 'decision.identity'],
  ['which key is not met', { 'identity.meetsConditions': false }, 'identity.unmetKeys'],
  ['a clock from a bound alone', { 'error.text': late.slice(0, late.indexOf('(')) }, 'error.clockSkewMinutes'],
  ['a clock from dates that cannot be', { 'error.text': tooSkewed('20269924T991010Z') }, 'error.clockSkewMinutes'],
  ['a setting of a bucket from a text of another service', { 'error.text': 'object lock' }, 'bucket.refusingSetting'],
  ['no Deny is no Allow', { 'identity.deniesRequest': false }, 'decision.identity'],
  ['a missing Allow where the trust policy may suffice', { ...assume, ...noAllow }, 'decision.identity'],
  ['who is let in from an allowing trust policy', { 'decision.trust': 'allowed' }, 'trust.namesCaller'],
  ['a Deny from a layer without a say', { 'decision.identity': 'notApplicable' }, 'identity.deniesRequest'],
  ['again what is known', { 'decision.identity': 'allowed', 'identity.namesAction': false }, 'identity.namesAction'],
  ['an alias is no key: each account resolves it for itself', { 'error.resource': kmsAlias }, 'key.arn'],
];

describe('does not follow', () => {
  it.each(open)('%s', (_rule, world, name) => expect(derived(world, name)).toBeUndefined());
});

it('a derived fact is as strong as the weakest it rests on', () => {
  const world = new Map(known({ 'error.principal': user }));
  const answered = { origin: 'answer', grade: 'answered' } as const;
  world.set('caller.arn', { name: 'caller.arn', status: 'present', value: user, source: answered });
  const fact = deriveFacts(world).find(({ name }) => name === 'caller.matchesError');
  expect(fact?.source.grade).toBe('answered');
});
