// Whether a Deny statement covers the request and how close Allow statements come to granting it: the facts `identity.*` and `trust.*`, from the traces of an evaluation.
import type { Fact } from '../../model/fact.ts';
import type { FindingCode } from '../../model/policy-codes.ts';
import type { Evaluation, PolicySet, StatementTrace, Truth } from '../../model/policy.ts';
import { actionReference } from '../../reference/actions.ts';
import { unsupportedKeys } from '../../reference/condition-keys.ts';
import { evaluated, placeOf } from './evaluated.ts';
import { findingsOf } from './findings.ts';
import { statementAt } from './statement-at.ts';

/** True when one holds, false when none does, unknown when one might. */
const some = (traces: readonly StatementTrace[], test: (trace: StatementTrace) => Truth | null): Truth => {
  const results = traces.map(test);
  if (results.includes(true)) return true;
  return results.includes('unknown') ? 'unknown' : false;
};

const known = (name: string, value: Truth, from: string): readonly Fact[] =>
  value === 'unknown' ? [] : [evaluated(name, value, from)];

const allows = (evaluation: Evaluation, type: StatementTrace['type']): readonly StatementTrace[] =>
  evaluation.statements.filter((trace) => trace.type === type && trace.effect === 'Allow');

/** Whether a Deny statement of the layer covers the request. */
const denies = (evaluation: Evaluation, type: StatementTrace['type']): Truth =>
  some(
    evaluation.statements.filter((trace) => trace.type === type && trace.effect === 'Deny'),
    (trace) => trace.matches,
  );

/** Those that cover the most, the first of them. */
function closest(traces: readonly StatementTrace[]): StatementTrace | undefined {
  const score = ({ action, resource, principal, condition }: StatementTrace): number =>
    [action, principal, resource, condition].reduce<number>((sum, part) => sum * 2 + (part === false ? 0 : 1), 0);
  return [...traces].sort((a, b) => score(b) - score(a))[0];
}

export function identityFacts(evaluation: Evaluation, policies: PolicySet, action: string): readonly Fact[] {
  if (policies.unknown?.policies?.includes('identity') === true) return [];
  const statements = allows(evaluation, 'identity');
  const naming = statements.filter((trace) => trace.action === true);
  const named = some(statements, (trace) => trace.action);
  const nearest = closest(naming);
  const from = nearest === undefined ? 'the identity policies' : placeOf(nearest);
  return [
    ...known('identity.deniesRequest', denies(evaluation, 'identity'), 'the identity policies'),
    ...known('identity.namesAction', named, from),
    ...(nearest === undefined
      ? []
      : known(
          'identity.coversResource',
          some(naming, (trace) => trace.resource),
          from,
        )),
    ...(nearest === undefined ? [] : keyFacts('identity', nearest, policies, action)),
    ...(nearest === undefined ? [] : referenceFacts(evaluation, policies, action, nearest)),
  ];
}

export function trustFacts(evaluation: Evaluation, policies: PolicySet, action: string): readonly Fact[] {
  if (policies.unknown?.policies?.includes('resource') === true) return [];
  const statements = allows(evaluation, 'resource').filter((trace) => trace.action === true);
  const reaches = (...reach: readonly string[]) =>
    some(statements, (trace) => (reach.includes(trace.reach ?? '') ? trace.principal : false));
  const nearest = closest(statements.filter((trace) => trace.principal === true));
  return [
    ...known('trust.deniesRequest', denies(evaluation, 'resource'), 'the trust policy'),
    ...known('trust.namesCaller', reaches('direct', 'base'), 'the trust policy'),
    ...known('trust.namesAccount', reaches('account'), 'the trust policy'),
    ...(nearest === undefined ? [] : keyFacts('trust', nearest, policies, action)),
  ];
}

function keyFacts(
  family: 'identity' | 'trust',
  trace: StatementTrace,
  policies: PolicySet,
  action: string,
): readonly Fact[] {
  const statement = statementAt(trace, policies);
  if (statement === undefined) return [];
  const keys = [...new Set(statement.conditions.map(({ key }) => key))];
  const from = placeOf(trace);
  const unsupported = unsupportedKeys(action, keys);
  const unmet = trace.reasons.flatMap(({ element, key }) =>
    element === 'condition' && key !== undefined ? [key] : [],
  );
  return [
    ...(family === 'identity' ? [evaluated('identity.conditionKeys', keys, from)] : []),
    ...(unsupported === undefined ? [] : [evaluated(`${family}.unsupportedKeys`, unsupported, from)]),
    ...known(`${family}.meetsConditions`, trace.condition ?? true, from),
    ...(trace.condition === 'unknown' ? [] : [evaluated(`${family}.unmetKeys`, [...new Set(unmet)], from)]),
  ];
}

/** What the reference says against that statement; nothing where it does not know the action. */
function referenceFacts(
  evaluation: Evaluation,
  policies: PolicySet,
  action: string,
  trace: StatementTrace,
): readonly Fact[] {
  if (actionReference(action) === undefined) return [];
  const position = evaluation.statements.indexOf(trace);
  const findings = findingsOf(evaluation, policies, action).filter(({ statement }) => statement === position);
  const about = (...codes: readonly FindingCode[]) =>
    findings.filter(({ code }) => codes.includes(code)).flatMap((finding) => finding.about);
  return [
    evaluated('identity.mistypedKeys', about('finding.mistyped-key', 'finding.multivalued-key'), placeOf(trace)),
    evaluated('identity.setOperatorKeys', about('finding.set-on-single'), placeOf(trace)),
    evaluated('identity.plainOperatorKeys', about('finding.multivalued-key'), placeOf(trace)),
    evaluated('identity.uncoveredTypes', about('finding.uncovered-types'), placeOf(trace)),
  ];
}
