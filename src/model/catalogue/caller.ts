// Facts about who is calling now, as opposed to the caller the error names.
import { principalKinds } from '../arn.ts';
import type { Entries } from './entry.ts';

const source = 'aws sts get-caller-identity';
const calls = ['sts:GetCallerIdentity'];

export const credentialSources = [
  'environment',
  'shared-credentials-file',
  'config-file',
  'sso',
  'assume-role',
  'web-identity',
  'process',
  'container',
  'instance-metadata',
  'cloudshell',
] as const;

export const callerFacts: Entries = [
  {
    name: 'caller.arn',
    type: 'string',
    meaning: 'The ARN of the identity that calls now.',
    source,
    calls,
    example: 'arn:aws:iam::111122223333:user/ci',
  },
  {
    name: 'caller.kind',
    type: 'string',
    values: principalKinds,
    meaning: 'What kind of identity was denied, or calls now where the error names none: follows from its ARN.',
    source,
    calls,
    example: 'assumedRole',
  },
  {
    name: 'caller.accountId',
    type: 'string',
    meaning: 'The account of the identity that was denied, or calls now where the error names none.',
    source,
    calls,
    example: '111122223333',
  },
  {
    name: 'caller.policySourceArn',
    type: 'string',
    meaning: 'The user or role whose policies count: for a role session the role, never the session.',
    source,
    calls,
    example: 'arn:aws:iam::111122223333:role/Deploy',
  },
  {
    name: 'caller.name',
    type: 'string',
    meaning: 'The name of that user or role without its path, as IAM commands take it.',
    source,
    calls,
    example: 'Deploy',
  },
  {
    name: 'caller.matchesError',
    type: 'boolean',
    meaning: 'Whether the identity that calls now is the one the error names; sessions of one role count as that role.',
    source: 'caller.arn beside error.principal',
    calls,
    example: true,
  },
  {
    name: 'caller.isTemporary',
    type: 'boolean',
    meaning: 'Whether the credentials are temporary (key id ASIA…) rather than long-term (AKIA…).',
    source: 'the form of the access key id, or the kind of caller',
    calls,
    example: true,
  },
  {
    name: 'caller.credentialSource',
    type: 'string',
    values: credentialSources,
    meaning: 'Where the credentials were found.',
    source: 'the botocore.credentials line of --debug, or the live read',
    example: 'environment',
  },
  {
    name: 'caller.isIntended',
    type: 'boolean',
    meaning: 'Whether this is the identity that was meant to make the call.',
    source: 'the person',
    example: false,
  },
];

const targetSource = 'the resource of the error';

export const targetFacts: Entries = [
  {
    name: 'target.arn',
    type: 'string',
    meaning: 'The ARN of the resource of the denied request.',
    source: targetSource,
    example: 'arn:aws:iam::444455556666:role/Deploy',
  },
  {
    name: 'target.service',
    type: 'string',
    meaning: 'The service in that ARN.',
    source: targetSource,
    example: 'iam',
  },
  {
    name: 'target.name',
    type: 'string',
    meaning: 'The last part of its name.',
    source: targetSource,
    example: 'Deploy',
  },
  {
    name: 'target.accountId',
    type: 'string',
    meaning: 'The account that owns the resource, where its ARN says so.',
    source: targetSource,
    example: '444455556666',
  },
  {
    name: 'target.crossAccount',
    type: 'boolean',
    meaning: 'Whether resource and caller are in different accounts.',
    source: 'target.accountId beside error.accountId or caller.accountId',
    example: true,
  },
  {
    name: 'target.canHavePolicy',
    type: 'boolean',
    meaning: 'Whether a resource of this kind can carry a policy of its own.',
    source: 'the service of error.action, or the person',
    example: false,
  },
  {
    name: 'target.exists',
    type: 'boolean',
    meaning: 'Whether the resource exists under exactly this name.',
    source: 'a read in the account that owns it',
    example: true,
  },
];
