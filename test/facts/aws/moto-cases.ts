// One change to accounts that allow everything, the error it leads to in AWS's own grammar, and the layer that has to be found.
import type { PolicyType } from '../../../src/model/denial.ts';
import { allow, anyone, deny, type Document } from './account.ts';
import type { Account } from './moto-server.ts';

export interface World {
  readonly account: string;
  readonly other: string;
  readonly member: Account;
  readonly owner: Account;
  readonly root: string;
  readonly unit: string;
  attach(target: string, type: string, document: Document): Promise<void>;
}

export interface Case {
  readonly rule: string;
  /** What it returns is a name that came about, such as the ARN of a key. */
  readonly change: (world: World) => Promise<string | undefined>;
  readonly text: (world: World, said: string) => string;
  readonly layer: PolicyType;
  readonly decision: string;
  /** Where AWS's message has to say so, for it depends on what the request carried. */
  readonly grade?: 'stated';
  readonly playbook: string;
  /** The profile of the account that owns the resource, where that is another. */
  readonly owner?: string;
}

const denial = (who: string, action: string, on: string): string =>
  `An error occurred (AccessDenied) when calling the ${action.slice(action.indexOf(':') + 1)} operation: User: ${who} is not authorized to perform: ${action} on resource: ${on}`;
const user = ({ account }: World) => `arn:aws:iam::${account}:user/ci`;
const session = ({ account }: World) => `arn:aws:sts::${account}:assumed-role/Deploy/run-7`;
const role = ({ account }: World) => `arn:aws:iam::${account}:role/Deploy`;
const object = 'arn:aws:s3:::reports/a.csv';
const readObject = (world: World) => denial(user(world), 's3:GetObject', object);

const location =
  '<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>';
async function bucket({ member }: World, policy?: Document): Promise<undefined> {
  await member.put('reports', location);
  if (policy !== undefined) await member.put('reports?policy', JSON.stringify(policy));
}

const own = ({ member }: World, document: Document) =>
  member.iam('PutUserPolicy', { UserName: 'ci', PolicyName: 'own', PolicyDocument: document });

async function bound({ member, account }: World, document: Document): Promise<undefined> {
  await member.iam('CreatePolicy', { PolicyName: 'fence', PolicyDocument: document });
  const PermissionsBoundary = `arn:aws:iam::${account}:policy/fence`;
  await member.iam('PutRolePermissionsBoundary', { RoleName: 'Deploy', PermissionsBoundary });
}

const trust = ({ member }: World, ...statements: readonly object[]) =>
  member.iam('UpdateAssumeRolePolicy', {
    RoleName: 'Deploy',
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: statements.map((one) => ({ Action: 'sts:AssumeRole', ...one })),
    },
  });
const trusting = (who: string, more: object = {}) => ({ Effect: 'Allow', Principal: { AWS: who }, ...more });
const assume = (world: World) => denial(user(world), 'sts:AssumeRole', role(world));

async function key({ member }: World, policy: Document): Promise<string> {
  const made = (await member.json('kms', 'TrentService.CreateKey', { Policy: JSON.stringify(policy) })) as {
    KeyMetadata: { Arn: string };
  };
  return made.KeyMetadata.Arn;
}

async function secret({ member }: World, policy: Document): Promise<string> {
  const made = (await member.json('secretsmanager', 'secretsmanager.CreateSecret', {
    Name: 'db',
    SecretString: 'x',
  })) as { ARN: string };
  const input = { SecretId: made.ARN, ResourcePolicy: JSON.stringify(policy) };
  await member.json('secretsmanager', 'secretsmanager.PutResourcePolicy', input);
  return made.ARN;
}

async function queue(account: Account, policy?: Document): Promise<undefined> {
  const Attributes = policy === undefined ? {} : { Policy: JSON.stringify(policy) };
  await account.json('sqs', 'AmazonSQS.CreateQueue', { QueueName: 'jobs', Attributes });
}
const theirQueue = (world: World) =>
  denial(user(world), 'sqs:SendMessage', `arn:aws:sqs:eu-west-1:${world.other}:jobs`);

const scp = 'SERVICE_CONTROL_POLICY';
const rcp = 'RESOURCE_CONTROL_POLICY';

export const cases: readonly Case[] = [
  {
    rule: 'the user has no policy that allows it',
    change: async (world): Promise<undefined> => {
      await bucket(world);
      await own(world, allow('sqs:*'));
    },
    text: readObject,
    layer: 'identity',
    decision: 'implicitDeny',
    playbook: 'identity-no-allow',
  },
  {
    rule: 'the boundary of the role leaves it out',
    change: async (world): Promise<undefined> => {
      await bucket(world);
      await bound(world, allow('sqs:*'));
    },
    text: (world) => denial(session(world), 's3:GetObject', object),
    layer: 'permissionsBoundary',
    decision: 'implicitDeny',
    playbook: 'boundary-no-allow',
  },
  {
    rule: 'the boundary of the role denies it',
    change: async (world): Promise<undefined> => {
      await bucket(world);
      await bound(world, deny('s3:*'));
    },
    text: (world) => denial(session(world), 's3:GetObject', object),
    layer: 'permissionsBoundary',
    decision: 'explicitDeny',
    playbook: 'boundary-no-allow',
  },
  {
    rule: 'an SCP of the unit denies it',
    change: async (world): Promise<undefined> => {
      await bucket(world);
      await world.attach(world.unit, scp, deny('s3:GetObject'));
    },
    text: readObject,
    layer: 'scp',
    decision: 'explicitDeny',
    playbook: 'scp-explicit-deny',
  },
  {
    rule: 'an SCP of the root denies it',
    change: async (world): Promise<undefined> => {
      await bucket(world);
      await world.attach(world.root, scp, deny('s3:*'));
    },
    text: readObject,
    layer: 'scp',
    decision: 'explicitDeny',
    playbook: 'scp-explicit-deny',
  },
  {
    rule: 'an RCP of the unit denies it',
    change: async (world): Promise<undefined> => {
      await bucket(world);
      await world.attach(world.unit, rcp, deny('s3:GetObject', '*', anyone));
    },
    text: readObject,
    layer: 'rcp',
    decision: 'explicitDeny',
    playbook: 'rcp-deny',
  },
  {
    rule: 'the bucket denies it',
    change: (world) => bucket(world, deny('s3:GetObject', 'arn:aws:s3:::reports/*', anyone)),
    text: readObject,
    layer: 'resource',
    decision: 'explicitDeny',
    playbook: 'resource-policy-explicit-deny',
  },
  {
    rule: 'the key lets neither the caller in nor IAM policies count',
    change: (world) => key(world, allow('kms:*', '*', { Principal: { AWS: `${user(world)}-admin` } })),
    text: (world, arn) => denial(user(world), 'kms:Decrypt', arn),
    layer: 'resource',
    decision: 'implicitDeny',
    playbook: 'kms-behind-another-service',
  },
  {
    rule: 'the queue of another account does not let it in',
    change: ({ owner }) => queue(owner),
    text: theirQueue,
    layer: 'resource',
    decision: 'implicitDeny',
    playbook: 'cross-account-resource-side-missing',
    owner: 'theirs',
  },
  {
    rule: 'the queue of another account lets somebody else in',
    change: async ({ owner, account, other }): Promise<undefined> => {
      const arn = `arn:aws:sqs:eu-west-1:${other}:jobs`;
      await queue(owner, allow('sqs:SendMessage', arn, { Principal: { AWS: `arn:aws:iam::${account}:user/else` } }));
    },
    text: theirQueue,
    layer: 'resource',
    decision: 'implicitDeny',
    playbook: 'cross-account-resource-side-missing',
    owner: 'theirs',
  },
  {
    rule: 'the secret denies it',
    change: (world) => secret(world, deny('secretsmanager:GetSecretValue', '*', { Principal: { AWS: user(world) } })),
    text: (world, arn) => denial(user(world), 'secretsmanager:GetSecretValue', arn),
    layer: 'resource',
    decision: 'explicitDeny',
    playbook: 'resource-policy-explicit-deny',
  },
  {
    rule: 'the role does not trust the user',
    change: async (world): Promise<undefined> => {
      await trust(world, trusting(`${user(world)}-else`));
    },
    text: assume,
    layer: 'trust',
    decision: 'implicitDeny',
    playbook: 'assume-role-denied',
  },
  {
    rule: 'the role denies the user',
    change: async (world): Promise<undefined> => {
      await trust(world, trusting(world.account), { Effect: 'Deny', Principal: { AWS: user(world) } });
    },
    text: assume,
    layer: 'trust',
    decision: 'explicitDeny',
    playbook: 'assume-role-denied',
  },
  {
    rule: 'the role wants an ExternalId',
    change: async (world): Promise<undefined> => {
      const Condition = { StringEquals: { 'sts:ExternalId': 'vendor-7' } };
      await trust(world, trusting(world.account, { Condition }));
    },
    text: (world) => `${assume(world)} because no role trust policy allows the sts:AssumeRole action`,
    layer: 'trust',
    decision: 'implicitDeny',
    grade: 'stated',
    playbook: 'assume-role-denied',
  },
];
