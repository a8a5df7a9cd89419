// Decides requests the way AWS documents it and explains each decision: request and policies into an Evaluation. (AWS page: "Policy evaluation logic")
import type { WarningCode } from '../model/policy-codes.ts';
import type { AuthorizationRequest, EvaluatedType, Evaluation, PolicySet, PolicyWarning } from '../model/policy.ts';
import { traceLayers } from './decide/layers.ts';
import { findNearMisses } from './decide/near-misses.ts';
import { type LayerRange, type Outcome, outcomeOf, rangeOf } from './decide/outcome.ts';
import { buildProof, type Outcomes, type Proof } from './decide/proof.ts';
import { settlingFacts } from './decide/settle.ts';
import { readVerdict } from './decide/verdict.ts';
import { exemptEvaluation, isExempt } from './exempt.ts';
import { type RequestView, viewOf } from './match/request.ts';
import { type MatchedStatement, matchStatement } from './match/statement.ts';
import { type CompiledSet, compileSet } from './sets.ts';

export interface Evaluator {
  evaluate(request: AuthorizationRequest): Evaluation;
}

interface Matching {
  readonly ranges: readonly LayerRange[];
  readonly matched: readonly MatchedStatement[];
}

/** Every statement of every layer that applies; none is skipped because another has decided. */
function matchAll(set: CompiledSet, view: RequestView): Matching {
  const matched: MatchedStatement[] = [];
  const ranges = set.layers.map((layer) => {
    const range = rangeOf(layer, view, matched.length);
    if (range.applies)
      for (const level of layer.levels)
        for (const statement of level.statements) matched.push(matchStatement(statement, view));
    return range;
  });
  return { ranges, matched };
}

function summarise({ ranges, matched }: Matching, view: RequestView, loose: boolean): Outcomes {
  const outcomes: Partial<Record<EvaluatedType, Outcome>> = {};
  for (const range of ranges) outcomes[range.layer.type] = outcomeOf(range, matched, view, loose);
  return outcomes as Outcomes;
}

function layerWarnings(outcomes: Outcomes, proof: Proof, view: RequestView): PolicyWarning[] {
  const warnings: PolicyWarning[] = [];
  const federated = view.caller.kind === 'federatedUser' && !outcomes.session.applies;
  if (federated) warnings.push({ code: 'session.federated-without-policy' });
  if (proof.of[1].of.some((leaf) => leaf.kind === 'leaf' && leaf.layer === 'scp' && leaf.result === false))
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

function warningsOf(matching: Matching, outcomes: Outcomes, proof: Proof, view: RequestView): PolicyWarning[] {
  const warnings = layerWarnings(outcomes, proof, view);
  warnings.push(...starWarnings(matching.matched, outcomes));
  for (const [statement, item] of matching.matched.entries()) {
    for (const code of new Set(item.warnings)) warnings.push({ code, statement });
  }
  return warnings;
}

const layerDoubts: ReadonlySet<WarningCode> = new Set([
  'session.federated-without-policy',
  'principal.star-and-limits',
]);

/** The unclear points without which the decision would stay open: those of statements they could turn. */
function restsOn(matching: Matching, warnings: readonly PolicyWarning[], view: RequestView): WarningCode[] {
  const doubtful = warnings.filter(({ code, statement }) => {
    const item = statement === undefined ? undefined : matching.matched[statement];
    return layerDoubts.has(code) || (item !== undefined && item.loose !== item.trace.matches);
  });
  if (doubtful.length === 0) return [];
  const verdict = readVerdict(buildProof(summarise(matching, view, true), view, true));
  return verdict.decision === 'unknown' ? [...new Set(doubtful.map((warning) => warning.code))] : [];
}

function evaluateCompiled(set: CompiledSet, policies: PolicySet, request: AuthorizationRequest): Evaluation {
  const view = viewOf(request, policies.unknown);
  if (isExempt(view)) return exemptEvaluation(set);
  const matching = matchAll(set, view);
  const outcomes = summarise(matching, view, false);
  const proof = buildProof(outcomes, view, false);
  const verdict = readVerdict(proof);
  const statements = matching.matched.map((item) => item.trace);
  const warnings = warningsOf(matching, outcomes, proof, view);
  const rests = verdict.decision === 'unknown' ? [] : restsOn(matching, warnings, view);
  return {
    ...verdict,
    layers: traceLayers(outcomes, proof, statements),
    statements,
    proof,
    nearMisses: verdict.decision === 'allowed' ? [] : findNearMisses(outcomes, verdict.failing, matching.matched),
    warnings,
    ...(rests.length > 0 ? { restsOn: rests } : undefined),
    diagnostics: set.diagnostics,
    ...(verdict.decision === 'unknown' ? { wouldSettle: settlingFacts(proof, statements) } : undefined),
  };
}

/** Compiles the policies once, for many requests. */
export function prepare(policies: PolicySet): Evaluator {
  const set = compileSet(policies);
  return { evaluate: (request) => evaluateCompiled(set, policies, request) };
}

export const evaluate = (request: AuthorizationRequest, policies: PolicySet): Evaluation =>
  prepare(policies).evaluate(request);
