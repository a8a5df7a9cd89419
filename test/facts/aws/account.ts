// Makes the answers of one account out of the policies that a case puts into it.
import type { Answer, Answers, FakeCall } from './fake-aws.ts';

export type Document = Readonly<Record<string, unknown>>;

export const account = '111122223333';
export const ids = { root: 'r-root', unit: 'ou-unit', management: '999900001111' } as const;

export const allow = (action: string, resource = '*', more: object = {}): Document =>
  policy('Allow', action, resource, more);
export const deny = (action: string, resource = '*', more: object = {}): Document =>
  policy('Deny', action, resource, more);
const policy = (effect: string, action: string, resource: string, more: object): Document => ({
  Version: '2012-10-17',
  Statement: [{ Effect: effect, Action: action, Resource: resource, ...more }],
});
export const anyone = { Principal: '*' };

export interface Setting {
  /** Whose credentials read; the user ci when left out. */
  readonly caller?: string;
  readonly inline?: Readonly<Record<string, Document>>;
  readonly managed?: Readonly<Record<string, Document>>;
  readonly groups?: Readonly<Record<string, Document>>;
  readonly boundary?: Document;
  /** Trust policies of roles, by name. */
  readonly roles?: Readonly<Record<string, Document>>;
  /** Levels from the root; left out: the account is in no organization. */
  readonly scps?: readonly (readonly Document[])[];
  readonly rcps?: readonly (readonly Document[])[];
  readonly others?: Answers;
}

const encoded = (document: Document): string => encodeURIComponent(JSON.stringify(document, undefined, 2));
const ok = (value: object): Answer => ({ ok: value });
const nothing: Answer = { error: [404, 'NoSuchEntity', 'cannot be found'] };
const arnOf = (name: string): string => `arn:aws:iam::${account}:policy/${name}`;

export function answersOf(setting: Setting): Answers {
  const { caller = `arn:aws:iam::${account}:user/ci` } = setting;
  return {
    'sts:GetCallerIdentity': ok({ UserId: 'AIDAEXAMPLE', Account: account, Arn: caller }),
    ...userAnswers(setting),
    ...roleAnswers(setting),
    ...managedAnswers(setting),
    ...organizationAnswers(setting),
    ...setting.others,
  };
}

const attached = (names: readonly string[]) => names.map((name) => ({ PolicyName: name, PolicyArn: arnOf(name) }));

function userAnswers({ inline = {}, managed = {}, groups = {}, boundary }: Setting): Answers {
  const bound = boundary === undefined ? {} : { PermissionsBoundary: { PermissionsBoundaryArn: arnOf('boundary') } };
  return {
    'iam:GetUser': ok({ User: { UserName: 'ci', ...bound } }),
    'iam:ListUserPolicies': ok({ PolicyNames: Object.keys(inline), IsTruncated: false }),
    'iam:GetUserPolicy': ({ input }) => ok({ PolicyDocument: encoded(inline[String(input['PolicyName'])] ?? {}) }),
    'iam:ListAttachedUserPolicies': ok({ AttachedPolicies: attached(Object.keys(managed)) }),
    'iam:ListGroupsForUser': ok({ Groups: Object.keys(groups).map((name) => ({ GroupName: name })) }),
    'iam:ListGroupPolicies': ok({ PolicyNames: ['own'] }),
    'iam:GetGroupPolicy': ({ input }) => ok({ PolicyDocument: encoded(groups[String(input['GroupName'])] ?? {}) }),
    'iam:ListAttachedGroupPolicies': ok({ AttachedPolicies: [] }),
  };
}

function roleAnswers({ roles = {}, inline = {}, managed = {}, boundary }: Setting): Answers {
  const bound = boundary === undefined ? {} : { PermissionsBoundary: { PermissionsBoundaryArn: arnOf('boundary') } };
  const role = ({ input }: FakeCall): Answer => {
    const name = String(input['RoleName']);
    const trust = roles[name];
    const arn = `arn:aws:iam::${account}:role/team/${name}`;
    return trust === undefined
      ? nothing
      : ok({ Role: { RoleName: name, Arn: arn, AssumeRolePolicyDocument: encoded(trust), ...bound } });
  };
  return {
    'iam:GetRole': role,
    'iam:ListRolePolicies': ok({ PolicyNames: Object.keys(inline) }),
    'iam:GetRolePolicy': ({ input }) => ok({ PolicyDocument: encoded(inline[String(input['PolicyName'])] ?? {}) }),
    'iam:ListAttachedRolePolicies': ok({ AttachedPolicies: attached(Object.keys(managed)) }),
  };
}

function managedAnswers({ managed = {}, boundary }: Setting): Answers {
  const all: Readonly<Record<string, Document>> = { ...managed, ...(boundary === undefined ? {} : { boundary }) };
  const find = ({ input }: FakeCall) => all[String(input['PolicyArn']).split('/').at(-1) ?? ''];
  return {
    'iam:GetPolicy': (call) => (find(call) === undefined ? nothing : ok({ Policy: { DefaultVersionId: 'v3' } })),
    'iam:GetPolicyVersion': (call) => {
      const document = find(call);
      const isDefault = call.input['VersionId'] === 'v3';
      return document === undefined || !isDefault ? nothing : ok({ PolicyVersion: { Document: encoded(document) } });
    },
  };
}

const types = { SERVICE_CONTROL_POLICY: 'scps', RESOURCE_CONTROL_POLICY: 'rcps' } as const;

function organizationAnswers({ scps, rcps }: Setting): Answers {
  if (scps === undefined && rcps === undefined) {
    const error = [
      400,
      'AWSOrganizationsNotInUseException',
      'Your account is not a member of an organization.',
    ] as const;
    return { 'organizations:DescribeOrganization': { error } };
  }
  const levels: Levels = { scps: scps ?? [], rcps: rcps ?? [] };
  const parents: Readonly<Record<string, object>> = {
    [account]: { Id: ids.unit, Type: 'ORGANIZATIONAL_UNIT' },
    [ids.unit]: { Id: ids.root, Type: 'ROOT' },
  };
  const enabled = Object.entries(types).map(([Type, set]) => ({
    Type,
    Status: levels[set].length > 0 ? 'ENABLED' : 'PENDING_DISABLE',
  }));
  return {
    'organizations:DescribeOrganization': ok({ Organization: { Id: 'o-x', MasterAccountId: ids.management } }),
    'organizations:ListRoots': ok({ Roots: [{ Id: ids.root, PolicyTypes: enabled }] }),
    'organizations:ListParents': ({ input }) => ok({ Parents: [parents[String(input['ChildId'])]] }),
    'organizations:ListPoliciesForTarget': ({ input }) => ok({ Policies: summaries(levels, input) }),
    'organizations:DescribePolicy': ({ input }) => {
      const [set, level, at] = String(input['PolicyId']).split('-');
      const document = levels[set === 'rcps' ? 'rcps' : 'scps'][Number(level)]?.[Number(at)];
      return ok({ Policy: { Content: JSON.stringify(document) } });
    },
  };
}

type Levels = Readonly<Record<'scps' | 'rcps', readonly (readonly Document[])[]>>;

function summaries(levels: Levels, input: FakeCall['input']): readonly object[] {
  const set = types[input['Filter'] as keyof typeof types];
  const level = [ids.root, ids.unit, account].indexOf(String(input['TargetId']));
  return (levels[set][level] ?? []).map((_, at) => ({ Id: `${set}-${level}-${at}`, Name: `guard ${level}` }));
}
