// Playbooks with every kind of step and answer, small enough to walk through in a test.
import type { LoadedPlaybook, PlaybookCause, PlaybookSet, Step } from '../../src/model/playbook.ts';

const credentialPlaces = ['env', 'file', 'sso', 'role', 'web', 'process', 'task', 'instance', 'shell', 'other'];

const steps: readonly Step[] = [
  {
    id: 'class-known',
    type: 'check',
    title: 'The error is an authorization error',
    expect: { fact: 'error.class', operator: 'equal', value: 'authorization' },
    by_hand: {},
  },
  {
    id: 'who',
    type: 'ask',
    article: ['S1'],
    question: 'Who is calling?',
    help: 'Run get-caller-identity where it failed.',
    answer: 'text',
    parse: 'caller-identity',
  },
  {
    id: 'no-deny',
    type: 'check',
    article: ['A2'],
    title: 'No Deny statement covers {{error.action | or "it"}}',
    why: 'A Deny always wins.',
    expect: { fact: 'decision.identity', operator: 'notEqual', value: 'explicitDeny' },
    on_fail: 'Take the action out of the Deny statement.',
    by_hand: {
      text: 'Read every policy of the caller.',
      console: 'IAM › Users › (the caller)',
      commands: [{ run: 'aws iam list-attached-user-policies --user-name {{caller.name}}', note: 'Attached ones.' }],
      pass: { 'decision.identity': 'implicitDeny' },
      fail: { 'decision.identity': 'explicitDeny' },
    },
  },
  {
    id: 'after-deny',
    type: 'guide',
    when: { fact: 'steps.no-deny', operator: 'equal', value: 'fail' },
    title: 'A Deny can stand in a group',
    text: 'Look at the groups of the user too.',
  },
  {
    id: 'place',
    type: 'ask',
    question: 'Where were the credentials found?',
    answer: 'choice',
    choices: credentialPlaces.map((value) => ({ value, label: `In ${value}` })),
  },
  {
    id: 'conditions',
    type: 'ask',
    question: 'Which conditions does the statement have?',
    answer: 'multichoice',
    choices: [
      { value: 'mfa', label: 'MFA' },
      { value: 'region', label: 'Region' },
      { value: 'network', label: 'Network' },
    ],
  },
  { id: 'retried', type: 'ask', question: 'Does it fail again?', answer: 'confirm' },
];

const causes: readonly PlaybookCause[] = [
  {
    id: 'deny',
    title: 'A policy of the caller denies it',
    strength: 'proves',
    when: { fact: 'decision.identity', operator: 'equal', value: 'explicitDeny' },
    because: 'A Deny wins over every Allow.',
    fix: {
      kind: 'undeny',
      owner: 'iam-admin',
      risk: 'medium',
      text: 'Take the action out.',
      policy: {
        attach_to: 'identity',
        document: {
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Action: '{{error.action}}', Resource: '*' }],
        },
      },
      avoid: ['Deleting the whole policy.'],
      verify: { run: 'aws ec2 describe-instances' },
    },
  },
  {
    id: 'no-allow',
    title: 'No policy allows it',
    strength: 'suggests',
    when: { fact: 'decision.identity', operator: 'equal', value: 'implicitDeny' },
    because: 'Nothing allows it.',
    fix: { kind: 'grant', owner: 'iam-admin', risk: 'low', text: 'Allow it.', verify: 'Call again.' },
  },
];

const common = {
  format: 'playbook/v1',
  status: 'stable',
  references: [],
  tests: [
    {
      name: 'a bare error',
      error:
        'An error occurred (UnauthorizedOperation) when calling the DescribeInstances operation: You are not authorized to perform this operation.',
      expect: { match: true },
    },
  ],
} as const;

const describe: LoadedPlaybook = {
  ...common,
  id: 'describe',
  title: 'EC2 refused a Describe call',
  summary: 'EC2 does not say why.',
  specificity: 'exact',
  family: 'identity',
  file: 'playbooks/identity/describe.yaml',
  match: { fact: 'error.service', operator: 'equal', value: 'ec2' },
  steps,
  causes,
};

const service: LoadedPlaybook = {
  ...common,
  id: 'any-service',
  title: 'A service refused',
  summary: 'Any service.',
  specificity: 'service',
  family: 'fall-back',
  file: 'playbooks/fall-back/any-service.yaml',
  match: { fact: 'error.class', operator: 'equal', value: 'authorization' },
  steps: steps.filter((step) => step.id === 'no-deny' || step.id === 'retried'),
  causes: [],
};

const companion: LoadedPlaybook = {
  ...common,
  id: 'caller-unnamed',
  title: 'The message does not name the caller',
  summary: 'Find out first.',
  specificity: 'companion',
  family: 'identity',
  file: 'playbooks/identity/caller-unnamed.yaml',
  match: { fact: 'error.principal', operator: 'known', value: false },
  steps: [
    {
      id: 'shell',
      type: 'ask',
      question: 'Was the call made in a shell?',
      answer: 'confirm',
    },
  ],
  causes: [],
};

export const playbooks: PlaybookSet = { playbooks: [describe, service, companion], problems: [] };

export const bareError =
  'An error occurred (UnauthorizedOperation) when calling the DescribeInstances operation: You are not authorized to perform this operation.';

export const secondError =
  'An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation.';

export const callerArn = 'arn:aws:iam::111122223333:user/ci';
