// A diagnosis made by hand, as data: the base that tests change one part of.
import type { Denial } from '../../src/model/denial.ts';
import type { DiagnosedCause, DiagnosedFix, DiagnosedStep, Diagnosis } from '../../src/model/diagnosis.ts';
import { policyTypes } from '../../src/model/denial.ts';

export const denial: Denial = {
  class: 'authorization',
  code: 'AccessDenied',
  service: 's3',
  operation: 'GetObject',
  action: 's3:GetObject',
  principal: 'arn:aws:iam::111122223333:user/ci',
  accountId: '111122223333',
  resource: 'arn:aws:s3:::reports/may.csv',
  denyType: 'implicit',
  policyType: 'identity',
  requestId: 'EXAMPLE7',
  text: 'User: arn:aws:iam::111122223333:user/ci is not authorized to perform: s3:GetObject',
  span: { offset: 0, length: 80 },
  derived: ['service'],
};

const leaf = {
  kind: 'leaf',
  value: true,
  fact: 'error.policyType',
  operator: 'equal',
  expected: 'identity',
  actual: 'identity',
  grade: 'stated',
} as const;

export const step: DiagnosedStep = {
  id: 'policy-allows',
  playbook: 'reports',
  type: 'check',
  title: 'A policy allows it',
  text: 'Without one nothing is allowed.',
  outcome: 'unknown',
  article: ['S2'],
  byHand: { text: 'Look at them.', console: 'IAM', commands: [{ run: 'aws iam list-users', note: 'Prints a list.' }] },
};

export const cause: DiagnosedCause = {
  id: 'no-allow',
  playbook: 'reports',
  title: 'No policy allows it',
  state: 'confirmed',
  strength: 'proves',
  grade: 'stated',
  because: 'AWS says that no identity policy allows it.',
  evidence: leaf,
  needs: [],
  settledBy: [],
};

export const fix: DiagnosedFix = {
  id: 'no-allow',
  playbook: 'reports',
  cause: 'no-allow',
  kind: 'grant',
  owner: 'iam-admin',
  risk: 'low',
  text: 'Attach this.',
  avoid: ['A star.'],
  change: {
    attachTo: 'identity',
    document: { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }] },
    commands: [{ run: 'aws iam put-user-policy --user-name ci', changes: true }],
  },
  verify: { text: 'Call again.', command: { run: 'aws s3 cp s3://reports/may.csv -' } },
  proven: { state: 'notProven', code: 'policies-not-read' },
};

export const diagnosis: Diagnosis = {
  denial,
  others: [{ ...denial, code: 'ExpiredToken', class: 'credentials' }],
  particulars: {
    caller: { value: 'arn:aws:iam::111122223333:user/ci', grade: 'stated', fact: 'error.principal' },
    api: { value: 'GetObject', grade: 'stated', fact: 'error.operation' },
    resource: { value: 'arn:aws:s3:::reports/may.csv', grade: 'stated', fact: 'error.resource' },
    time: {},
  },
  matches: [
    {
      playbook: 'reports',
      title: 'A report cannot be read',
      summary: 'About reports.',
      specificity: 'exact',
      family: 'identity',
      why: [leaf],
    },
    { playbook: 'other', title: 'Another', summary: 'x', specificity: 'generic', family: 'fall-back', why: [leaf] },
  ],
  layers: policyTypes.map((type) => ({ type, decision: 'unknown', notChecked: { status: 'not-asked' } })),
  causes: [cause],
  steps: [step],
  fixes: [fix],
  nextBlockers: [{ action: 'kms:Decrypt', grade: 'inferred' }],
  questions: [{ playbook: 'reports', step: 'policy-allows', question: 'A policy allows it', answer: 'check' }],
  blindSpots: [{ fact: 'target.exists', status: 'denied', code: 'read-denied' }],
  references: [{ title: 'Policies', url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html' }],
  exhausted: false,
  facts: [
    {
      name: 'error.policyType',
      status: 'present',
      value: 'identity',
      source: { origin: 'error', grade: 'stated' },
    },
  ],
  conflicts: [],
  answers: {},
};

/** Nothing confirmed: the same cause is open and the step would settle it. */
export const open: Diagnosis = {
  ...diagnosis,
  causes: [
    {
      ...cause,
      state: 'open',
      needs: ['identity.namesAction'],
      settledBy: [{ playbook: 'reports', step: 'policy-allows' }],
    },
  ],
  exhausted: true,
};

export const empty: Diagnosis = {
  ...diagnosis,
  denial: null,
  others: [],
  particulars: { caller: {}, api: {}, resource: {}, time: {} },
  matches: [],
  causes: [],
  steps: [],
  fixes: [],
  nextBlockers: [],
  questions: [],
  blindSpots: [],
  references: [],
  exhausted: true,
  facts: [],
};
