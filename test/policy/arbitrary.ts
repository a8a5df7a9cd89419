// Small random requests and policies whose parts meet often, for the properties every evaluation keeps.
import fc from 'fast-check';
import type { AuthorizationRequest, NamedPolicy, PolicySet } from '../../src/model/policy.ts';

const account = '555566667777';
const other = '888899990000';
const user = `arn:aws:iam::${account}:user/ines`;
const role = `arn:aws:iam::${account}:role/Dig`;
const session = `arn:aws:sts::${account}:assumed-role/Dig/morning`;
const bucket = 'arn:aws:s3:::quarry';
const key = `arn:aws:kms:eu-north-1:${account}:key/1`;

export const contextKeys = ['aws:SourceIp', 'aws:PrincipalTag/team', 'aws:TagKeys', 'aws:SecureTransport'] as const;
const contextValue = {
  'aws:SourceIp': fc.constantFrom('198.51.100.7', '203.0.113.9', ''),
  'aws:PrincipalTag/team': fc.constantFrom('ore', 'slag', '*'),
  'aws:TagKeys': fc.constantFrom(['a'], ['a', 'b'], ['c']),
  'aws:SecureTransport': fc.constantFrom('true', 'false'),
} as const;

const test = fc.constantFrom<Readonly<Record<string, Readonly<Record<string, unknown>>>>>(
  { StringEquals: { 'aws:PrincipalTag/team': 'ore' } },
  { StringNotEquals: { 'aws:PrincipalTag/team': ['ore', '${aws:PrincipalTag/team}'] } },
  { StringLikeIfExists: { 'aws:PrincipalTag/team': 's*' } },
  { NotIpAddress: { 'aws:SourceIp': '198.51.100.0/24' } },
  { IpAddress: { 'aws:SourceIp': ['198.51.100.0/24', '203.0.113.0/24'] } },
  { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } },
  { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': ['a'] } },
  { Null: { 'aws:TagKeys': 'true' } },
  { Bool: { 'aws:SecureTransport': 'true' }, StringNotLike: { 'aws:PrincipalTag/team': 'o*' } },
);

const principal = fc.constantFrom<unknown>(
  '*',
  { AWS: account },
  { AWS: [user, role] },
  { AWS: session },
  { AWS: other },
  { Service: 'sns.amazonaws.com' },
);

const named: ReadonlySet<string> = new Set(['resource', 'vpcEndpoint', 'rcps']);
const action = fc.constantFrom<unknown>('*', 's3:*', 's3:Get*', ['kms:*', 'sts:*'], 'sts:AssumeRole');
const resource = fc.constantFrom<unknown>('*', `${bucket}/*`, bucket, `${bucket}/\${aws:PrincipalTag/team}/*`, key);

export const statement = (type: string, effect?: 'Allow' | 'Deny') =>
  fc
    .record({
      effect: effect === undefined ? fc.constantFrom('Allow', 'Allow', 'Deny') : fc.constant(effect),
      action: fc.tuple(fc.constantFrom('Action', 'Action', 'NotAction'), action),
      resource: fc.tuple(fc.constantFrom('Resource', 'Resource', 'NotResource'), resource),
      principal: fc.tuple(fc.constantFrom('Principal', 'NotPrincipal'), principal),
      condition: fc.option(test, { nil: undefined, freq: 2 }),
    })
    .map((parts) => ({
      Effect: parts.effect,
      [parts.action[0]]: parts.action[1],
      [parts.resource[0]]: parts.resource[1],
      ...(named.has(type) ? { [parts.effect === 'Deny' ? parts.principal[0] : 'Principal']: parts.principal[1] } : {}),
      ...(parts.condition === undefined ? {} : { Condition: parts.condition }),
    }));

export const policyOf = (name: string, statements: readonly unknown[]): NamedPolicy => ({
  name,
  policy: { Version: '2012-10-17', Statement: statements },
});

const policies = (type: string) =>
  fc.array(
    fc.array(statement(type), { minLength: 1, maxLength: 3 }).map((list) => policyOf(type, list)),
    { minLength: 1, maxLength: 2 },
  );

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 1 });

export const policySet: fc.Arbitrary<PolicySet> = fc
  .record({
    identity: fc.option(policies('identity'), { nil: undefined }),
    boundary: maybe(policies('boundary')),
    session: maybe(policies('session')),
    resource: fc.option(policies('resource'), { nil: undefined }),
    vpcEndpoint: maybe(policies('vpcEndpoint')),
    scps: maybe(fc.array(policies('scps'), { minLength: 1, maxLength: 2 })),
    rcps: maybe(fc.array(policies('rcps'), { minLength: 1, maxLength: 2 })),
  })
  .map((set) => Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined)));

const subject = fc.constantFrom(
  { action: 's3:GetObject', resource: `${bucket}/ore/1` },
  { action: 's3:ListBucket', resource: bucket },
  { action: 's3:ListAllMyBuckets', resource: '*' },
  { action: 'kms:Decrypt', resource: key },
  { action: 'sts:AssumeRole', resource: role },
);

const caller = fc.constantFrom(
  { principal: user, principalAccount: account },
  { principal: session, principalAccount: account },
  { principal: `arn:aws:iam::${account}:root`, principalAccount: account },
  { principal: `arn:aws:sts::${account}:federated-user/kiosk`, principalAccount: account, principalUserArn: user },
  { principal: 'sns.amazonaws.com', principalAccount: null },
  { principal: 'anonymous', principalAccount: null },
);

export const request: fc.Arbitrary<AuthorizationRequest> = fc
  .record({
    subject,
    caller,
    resourceAccount: fc.constantFrom(account, account, other),
    context: fc.record(contextValue, { requiredKeys: [] }),
  })
  .map(({ subject: about, caller: by, ...rest }) => ({ ...about, ...by, ...rest }));

export const layerNames = ['identity', 'boundary', 'session', 'resource', 'vpcEndpoint', 'scps', 'rcps'] as const;

/** Puts one more statement into a layer, as a document of its own at every level. */
export function addStatement(set: PolicySet, layer: (typeof layerNames)[number], added: unknown): PolicySet {
  const document = policyOf('added', [added]);
  if (layer !== 'scps' && layer !== 'rcps') return { ...set, [layer]: [...(set[layer] ?? []), document] };
  return { ...set, [layer]: (set[layer] ?? []).map((level) => [...level, document]) };
}
