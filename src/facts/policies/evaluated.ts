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

export function layerFacts(evaluation: Evaluation, action: string): readonly Fact[] {
  return evaluation.layers.flatMap((layer) => {
    if (layer.decision === 'unknown') return [];
    return [evaluated(`decision.${policyTypeOf(layer.type, action)}`, layer.decision, fromOf(layer, evaluation))];
  });
}

function fromOf(layer: LayerTrace, evaluation: Evaluation): string {
  const traces = layer.statements.flatMap((position) => evaluation.statements[position] ?? []);
  return traces.length > 0 ? traces.map(placeOf).join('; ') : 'the policies read';
}
