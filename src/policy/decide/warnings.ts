// Gathers the unclear points an evaluation met, and those its decision rests on.
import type { WarningCode } from '../../model/policy-codes.ts';
import type { EvaluatedType, PolicyWarning } from '../../model/policy.ts';
import type { RequestView } from '../match/request.ts';
import type { MatchedStatement } from '../match/statement.ts';
import { type LayerRange, type Outcome, outcomeOf } from './outcome.ts';
import { buildProof, type Outcomes, type Proof } from './proof.ts';
import { readVerdict } from './verdict.ts';

export interface Matching {
  readonly ranges: readonly LayerRange[];
  readonly matched: readonly MatchedStatement[];
}

/** Every layer's outcome; read loosely, unclear points may go either way. */
export function summarise({ ranges, matched }: Matching, view: RequestView, loose: boolean): Outcomes {
  const outcomes: Partial<Record<EvaluatedType, Outcome>> = {};
  for (const range of ranges) outcomes[range.layer.type] = outcomeOf(range, matched, view, loose);
  return outcomes as Outcomes;
}

function layerWarnings(outcomes: Outcomes, proof: Proof, view: RequestView): PolicyWarning[] {
  const warnings: PolicyWarning[] = [];
  const federated = view.caller.kind === 'federatedUser' && !outcomes.session.applies;
  if (federated) warnings.push({ code: 'session.federated-without-policy' });
  if (proof.of[1].of.some((leaf) => leaf.layer === 'scp' && leaf.result === false))
    warnings.push({ code: 'scp.no-allow' });
  return warnings;
}

function starWarnings(matched: readonly MatchedStatement[], outcomes: Outcomes): PolicyWarning[] {
  if (!outcomes.boundary.applies && !outcomes.session.applies) return [];
  return matched.flatMap(({ trace, throughStar }, statement): PolicyWarning[] => {
    const grants = trace.type === 'resource' && trace.effect === 'Allow' && trace.matches !== false;
    return throughStar && grants ? [{ code: 'principal.star-and-limits', statement }] : [];
  });
}

export function warningsOf(matching: Matching, outcomes: Outcomes, proof: Proof, view: RequestView): PolicyWarning[] {
  const warnings = layerWarnings(outcomes, proof, view);
  warnings.push(...starWarnings(matching.matched, outcomes));
  for (const [statement, item] of matching.matched.entries()) {
    if (item.warnings.length > 0) for (const code of new Set(item.warnings)) warnings.push({ code, statement });
  }
  return warnings;
}

const layerDoubts: ReadonlySet<WarningCode> = new Set([
  'session.federated-without-policy',
  'principal.star-and-limits',
]);

/** The unclear points without which the decision would stay open: those of statements they could turn. */
export function restsOn(matching: Matching, warnings: readonly PolicyWarning[], view: RequestView): WarningCode[] {
  if (warnings.length === 0) return [];
  const doubtful = warnings.filter(({ code, statement }) => {
    const item = statement === undefined ? undefined : matching.matched[statement];
    return layerDoubts.has(code) || (item !== undefined && item.loose !== item.trace.matches);
  });
  if (doubtful.length === 0) return [];
  const verdict = readVerdict(buildProof(summarise(matching, view, true), view, true));
  return verdict.decision === 'unknown' ? [...new Set(doubtful.map((warning) => warning.code))] : [];
}
