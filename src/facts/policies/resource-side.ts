// Whether an Allow statement of the resource's policy names the caller, or was meant to and has a form that matches nobody. (AWS page: "AWS JSON policy elements: Principal")
import type { Fact } from '../../model/fact.ts';
import type { ReasonCode } from '../../model/policy-codes.ts';
import type { Evaluation, PolicySet, StatementTrace } from '../../model/policy.ts';
import { evaluated, placeOf } from './evaluated.ts';

/** From the nearest form to the farthest. */
const forms = new Map<ReasonCode, string>([
  ['principal.other-session', 'otherSession'],
  ['principal.case', 'otherCase'],
  ['principal.path', 'otherPath'],
  ['principal.wildcard-in-arn', 'wildcard'],
  ['principal.deleted-id', 'deletedId'],
]);

const codesOf = ({ reasons }: StatementTrace): readonly ReasonCode[] =>
  reasons.filter(({ element }) => element === 'principal').map(({ code }) => code);

export function resourceSideFacts(evaluation: Evaluation, policies: PolicySet): readonly Fact[] {
  if (policies.unknown?.policies?.includes('resource') === true) return [];
  const fitting = evaluation.statements.filter(
    ({ type, effect, action, resource }) =>
      type === 'resource' && effect === 'Allow' && action === true && resource !== false,
  );
  const naming = fitting.find(({ principal }) => principal === true);
  if (naming !== undefined) return [evaluated('resource.principalForm', 'named', placeOf(naming))];
  if (fitting.some(({ principal }) => principal !== false)) return [];
  for (const [code, form] of forms) {
    const trace = fitting.find((statement) => codesOf(statement).includes(code));
    if (trace !== undefined) return [evaluated('resource.principalForm', form, placeOf(trace))];
  }
  return [evaluated('resource.principalForm', 'notNamed', "the resource's policy")];
}
