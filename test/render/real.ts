// Real diagnoses of real texts: the four worked examples of AWS's troubleshooting article, and what answers and facts make of them.
import { diagnose, type DiagnoseInput } from '../../src/diagnose.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { loadPlaybooks } from '../../src/playbook/load.ts';

const bare = 'You are not authorized to perform this operation.';
const blob = 'aB3dE5gH-jK9mN1pQ_'.repeat(20);

const texts = {
  a: `An error occurred (UnauthorizedOperation) when calling the DescribeInstances operation: ${bare}`,
  b: 'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::123456789012:user/test is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::123456789012:role/EC2-FullAccess',
  c: 'An error occurred (AccessDenied) when calling the GetSessionToken operation: Cannot call GetSessionToken with session credentials',
  d: `An error occurred (UnauthorizedOperation) when calling the AssociateIamInstanceProfile operation: ${bare} Encoded authorization failure message: ${blob}`,
} as const;

export const inputs = {
  'a-bare-describe': { text: texts.a },
  'a-answered': {
    text: texts.a,
    answers: { 'caller-identity': 'arn:aws:sts::111122223333:assumed-role/app/i-0abc', 'action-allowed': 'fail' },
  },
  'b-assume-role': { text: texts.b },
  'b-not-trusted': {
    text: texts.b,
    facts: { 'decision.trust': 'implicitDeny', 'trust.namesCaller': false, 'trust.namesAccount': false },
  },
  'c-session-credentials': { text: texts.c },
  'd-encoded': { text: texts.d },
} as const satisfies Record<string, DiagnoseInput>;

export const names = Object.keys(inputs) as readonly (keyof typeof inputs)[];
const playbooks = await loadPlaybooks();
const made = new Map<string, Promise<Diagnosis>>();

/** Each is made once for all tests of a file. */
export function diagnosed(name: keyof typeof inputs): Promise<Diagnosis> {
  const known = made.get(name) ?? diagnose({ ...inputs[name], playbooks });
  made.set(name, known);
  return known;
}
