// Why one element of a statement does not hold, in words. (AWS page: "IAM JSON policy elements reference")
import { readArn } from '../../model/arn.ts';
import type { NearestStatement } from '../../model/diagnosis.ts';
import type { ReasonCode } from '../../model/policy-codes.ts';
import type { StatementElement } from '../../model/policy.ts';

export const reasonSentences = {
  'action.other-service': 'It is about another service.',
  'action.other-name': 'It names other actions of the service.',
  'action.excluded': 'NotAction leaves this action out.',
  'resource.only-star': 'The request is for *, which only "Resource": "*" covers.',
  'resource.not-arn': 'Its Resource is no ARN.',
  'resource.incomplete-arn': 'Its ARN is not complete: six parts are needed.',
  'resource.partition': 'It is in another partition.',
  'resource.service': 'It is a resource of another service.',
  'resource.region': 'It is in another Region.',
  'resource.account': 'It is in another account.',
  'resource.type': 'It is another type of resource.',
  'resource.name': 'It is another resource.',
  'resource.qualifier': 'The version or alias at the end differs.',
  'resource.bucket-vs-object': 'It names the bucket, not the objects in it: add /*.',
  'resource.object-vs-bucket': 'It names objects, not the bucket itself: leave out /*.',
  'resource.case': 'Upper and lower case differ.',
  'resource.excluded': 'NotResource leaves this resource out.',
  'principal.other-kind': 'It names another kind of caller.',
  'principal.other-account': 'It names another account.',
  'principal.other-name': 'It names another user or role.',
  'principal.other-session': 'It names another session of the role.',
  'principal.path': "The path in the user's or role's ARN differs.",
  'principal.case': 'Upper and lower case differ.',
  'principal.deleted-id': 'It names the unique id of a user or role that was deleted.',
  'principal.wildcard-in-arn': 'A * inside the ARN of a principal matches nothing.',
  'principal.account-only': 'It trusts the account as a whole: the caller needs an Allow of its own as well.',
  'principal.excluded': 'NotPrincipal leaves this caller out.',
  'condition.key-absent': 'The request does not have this key.',
  'condition.key-present': 'The request has this key.',
  'condition.key-unknown': 'It is not known whether the request has this key.',
  'condition.value-differs': 'The value differs.',
  'condition.value-excluded': 'The value is one of those it excludes.',
  'condition.case': 'Upper and lower case differ.',
  'condition.star-in-equals': 'This operator takes * literally: a Like operator does not.',
  'condition.needs-set-operator': 'The key has several values: ForAnyValue or ForAllValues is needed.',
  'condition.unparsable': 'The value cannot be read as this operator wants it.',
  'variable.no-value': 'A policy variable in it has no value in this request.',
  'variable.unknown': 'The value of a policy variable in it is not known.',
  'variable.version': 'Its policy variable is taken literally: the document needs "Version": "2012-10-17".',
  'variable.before-resource': 'A policy variable stands where AWS does not fill it in.',
} as const satisfies Record<ReasonCode, string>;

const isReason = (code: string): code is ReasonCode => Object.hasOwn(reasonSentences, code);

/** What one element wants, and what the request has. */
export interface Miss {
  readonly element: StatementElement;
  readonly code: string;
  readonly wanted: readonly string[];
  readonly actual: readonly string[];
  readonly key?: string;
  readonly operator?: string;
}

const mostShown = 4;

const listed = (values: readonly string[]): string =>
  [...values.slice(0, mostShown), ...(values.length > mostShown ? [`${values.length - mostShown} more`] : [])].join(
    ', ',
  );

/** A value that is missing, or not known. */
const actualOf = ({ code, actual }: Miss): string => {
  if (actual.length > 0) return listed(actual);
  return code.endsWith('unknown') ? 'unknown' : 'absent';
};

/** As one clause: "resource wants arn:…, is arn:…". */
export function missClause(miss: Miss): string {
  const { element, key, operator, wanted, code } = miss;
  const what = key === undefined ? element : `${key} (${operator ?? 'condition'})`;
  if (code === 'principal.account-only') return `principal is ${listed(wanted)}, the account as a whole`;
  return `${what} wants ${listed(wanted)}, is ${actualOf(miss)}`;
}

export function missReason({ code, actual: [arn = ''] }: Miss): string {
  if (code === 'resource.account' && readArn(arn)?.accountId === '') return 'ARNs of this kind have no account number.';
  return isReason(code) ? reasonSentences[code] : 'It does not hold.';
}

/** The statement that came closest, and what it lacks: "Nearest: ci statement 2, line 5: resource wants X, is Y." */
export const nearestSentence = ({ place, failed }: NearestStatement): string =>
  `Nearest: ${place}: ${failed.map((miss) => `${missClause(miss)}. ${missReason(miss)}`).join(' ')}`;
