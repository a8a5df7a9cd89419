// Turns an evaluation into facts: a decision for each layer it could decide, with the statement that decided.
import type { PolicyType } from '../../model/denial.ts';
import type { Fact, FactValue } from '../../model/fact.ts';
import type { EvaluatedType, Evaluation, LayerTrace, StatementTrace } from '../../model/policy.ts';

/** The evaluator says boundary, the catalogue permissionsBoundary; a role's resource policy is its trust policy. */
export const policyTypeOf = (type: EvaluatedType, action: string): PolicyType => {
  if (type === 'boundary') return 'permissionsBoundary';
  return type === 'resource' && isAssume(action) ? 'trust' : type;
};

export const isAssume = (action: string): boolean => /^sts:assumerole/i.test(action);

export const evaluated = (name: string, value: FactValue, from: string): Fact => ({
  name,
  status: 'present',
  value,
  source: { origin: 'derived', from, grade: 'evaluated' },
});

/** A place a reader finds again: the policy, the statement counted from 1, the line where it is known. */
export function placeOf(trace: StatementTrace): string {
  const { line } = trace.position;
  return `${trace.policy} statement ${trace.index + 1}${line === undefined ? '' : `, line ${line}`}`;
}

/** A layer that decides on one reading of a rule AWS leaves unclear is not decided: it says so instead. */
export function layerFacts(evaluation: Evaluation, action: string): readonly Fact[] {
  const deciding = [evaluation.decidedBy, ...evaluation.failing, ...(evaluation.grantedBy ?? [])];
  return evaluation.layers.flatMap((layer) => {
    const name = `decision.${policyTypeOf(layer.type, action)}`;
    if (layer.decision === 'unknown') return [];
    const decides = deciding.includes(layer.type) || (layer.type === 'resource' && deciding.includes('trust'));
    return evaluation.restsOn !== undefined && decides
      ? [unclear(name, evaluation.restsOn)]
      : [evaluated(name, layer.decision, fromOf(layer, evaluation))];
  });
}

const unclear = (name: string, points: readonly string[]): Fact => ({
  name,
  status: 'unsupported',
  source: { origin: 'derived', from: 'the policies read', grade: 'evaluated' },
  why: { code: 'unclear-rule', detail: points.join(', ') },
});

function fromOf(layer: LayerTrace, evaluation: Evaluation): string {
  const traces = layer.statements.flatMap((position) => evaluation.statements[position] ?? []);
  return traces.length > 0 ? traces.map(placeOf).join('; ') : 'the policies read';
}
