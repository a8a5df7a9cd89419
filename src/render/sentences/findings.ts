// What AWS's reference says against a statement that names the action, in words. (AWS page: "Actions, resources, and condition keys for AWS services")
import type { ActionFinding } from '../../facts/policies/findings.ts';
import type { FindingCode } from '../../model/policy-codes.ts';

type Words = (finding: ActionFinding, action: string) => string;

const namesOf = ({ about }: ActionFinding): string => about.join(', ');

const typeOf = ({ keyType = '' }: ActionFinding): string => keyType.replace(/^ArrayOf/, 'several values of ');

const sentences = {
  'finding.needs-star': (_, action) =>
    `${action} has no resource-level permissions: only "Resource": "*" grants it, and an ARN never does.`,
  'finding.uncovered-types': (finding, action) =>
    `${action} is checked on types of resource that its Resource never covers: ${namesOf(finding)}.`,
  'finding.unsupported-key': (finding, action) => `${action} does not have the condition key ${namesOf(finding)}.`,
  'finding.mistyped-key': (finding) =>
    `${finding.operator ?? 'Its operator'} does not fit ${namesOf(finding)}, which is of type ${typeOf(finding)}.`,
  'finding.multivalued-key': (finding) =>
    `${namesOf(finding)} has several values: compare it by ForAnyValue or ForAllValues, not by a plain ${finding.operator ?? 'operator'}.`,
  'finding.set-on-single': (finding) =>
    `${namesOf(finding)} has one value at most: compare it by a plain operator, not by ${finding.operator ?? 'a set operator'}.`,
} as const satisfies Record<FindingCode, Words>;

export const findingSentence: Words = (finding, action) => sentences[finding.code](finding, action);
