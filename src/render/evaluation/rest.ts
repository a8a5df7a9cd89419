// What an evaluation leaves open with what would settle it, the unclear points it rests on, and what is wrong with the policies.
import type { WhatIf } from '../../facts/policies/what-if.ts';
import type { PolicyDiagnostic } from '../../model/policy.ts';
import { settlingPhrase } from '../sentences/evaluations.ts';
import { faultSentences, warningSentences } from '../sentences/policy-faults.ts';
import type { Page } from '../text/page.ts';

const mostShown = 5;

export function openOf(page: Page, { evaluation, request }: WhatIf): readonly string[] {
  const { wouldSettle = [], restsOn = [] } = evaluation;
  const sets = wouldSettle
    .slice(0, mostShown)
    .map((facts) => facts.map((fact) => settlingPhrase(fact, request.action)).join(' and '));
  const unclear = restsOn.map((code) => warningSentences[code]);
  return [
    ...(sets.length === 0 ? [] : [page.paint('strong', 'Any of these could settle it')]),
    ...sets.flatMap((set) => page.hang('  - ', set)),
    ...(unclear.length === 0 ? [] : [page.paint('strong', 'It rests on points that AWS leaves unclear')]),
    ...unclear.flatMap((point) => page.hang('  - ', `${point}.`)),
  ];
}

export function faultsOf(page: Page, { evaluation: { diagnostics } }: WhatIf): readonly string[] {
  if (diagnostics.length === 0) return [];
  const shown = diagnostics.slice(0, 2 * mostShown);
  const more = diagnostics.length - shown.length;
  return [
    page.paint('strong', 'Wrong in the policies'),
    ...shown.flatMap((one) => page.hang('  - ', faultLine(one), one.severity === 'error' ? 'bad' : 'open')),
    ...(more > 0 ? page.hang('    ', `${more} more: --json lists them all.`, 'hint') : []),
  ];
}

function faultLine({ policy, index, position, code, ignored, found }: PolicyDiagnostic): string {
  const statement = index === undefined ? '' : ` statement ${index + 1}`;
  const line = position.line === undefined ? '' : `, line ${position.line}`;
  const what = found === undefined ? '' : ` Found: ${found}.`;
  const effect = ignored === null ? '' : ` The ${ignored} is left out of the evaluation.`;
  return `${policy}${statement}${line}: ${faultSentences[code]}${what}${effect}`;
}
