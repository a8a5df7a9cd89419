// Decides requests the way AWS documents it and explains each decision: request and policies into an Evaluation. (AWS page: "Policy evaluation logic")
import type { AuthorizationRequest, Evaluation, PolicySet } from '../model/policy.ts';
import { traceLayers } from './decide/layers.ts';
import { findNearMisses } from './decide/near-misses.ts';
import { rangeOf } from './decide/outcome.ts';
import { buildProof } from './decide/proof.ts';
import { settlingFacts } from './decide/settle.ts';
import { openLayers, readVerdict } from './decide/verdict.ts';
import { type Matching, restsOn, summarise, warningsOf } from './decide/warnings.ts';
import { exemptEvaluation, isExempt } from './exempt.ts';
import { type RequestView, viewOf } from './match/request.ts';
import { type MatchedStatement, matchStatement } from './match/statement.ts';
import type { DocumentMemory } from './memory.ts';
import { type CompiledSet, compileSet } from './sets.ts';

export interface Evaluator {
  evaluate(request: AuthorizationRequest): Evaluation;
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

function evaluateCompiled(set: CompiledSet, policies: PolicySet, request: AuthorizationRequest): Evaluation {
  const view = viewOf(request, policies);
  if (isExempt(view)) return exemptEvaluation(set);
  const matching = matchAll(set, view);
  const outcomes = summarise(matching, view, false);
  const proof = buildProof(outcomes, view, false);
  const { decision, possible, decidedBy, grantedBy, failing } = readVerdict(proof);
  const statements = matching.matched.map((item) => item.trace);
  const layers = traceLayers(outcomes, proof, statements);
  const nearMisses =
    decision === 'allowed' ? [] : findNearMisses(outcomes, [...failing, ...openLayers(proof)], matching.matched);
  const warnings = warningsOf(matching, outcomes, proof, view);
  const { diagnostics } = set;
  const known = {
    decision,
    possible,
    decidedBy,
    failing,
    layers,
    statements,
    proof,
    nearMisses,
    warnings,
    diagnostics,
  };
  if (decision === 'unknown') return { ...known, wouldSettle: settlingFacts(proof, statements) };
  const rests = restsOn(matching, warnings, view);
  if (grantedBy === undefined && rests.length === 0) return known;
  return { ...known, ...(grantedBy && { grantedBy }), ...(rests.length > 0 && { restsOn: rests }) };
}

/** Compiles the policies once, for many requests; with a memory, only the documents it has not seen. */
export function prepare(policies: PolicySet, memory?: DocumentMemory): Evaluator {
  const set = compileSet(policies, memory);
  return { evaluate: (request) => evaluateCompiled(set, policies, request) };
}

export const evaluate = (request: AuthorizationRequest, policies: PolicySet, memory?: DocumentMemory): Evaluation =>
  prepare(policies, memory).evaluate(request);
