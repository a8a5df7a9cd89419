// The eight policy layers with what is known of each, and what was not looked at.
import { policyTypes, type PolicyType } from '../model/denial.ts';
import type { BlindSpot, Layer } from '../model/diagnosis.ts';
import type { Fact, FactStatus } from '../model/fact.ts';
import { decisions, type Decision } from '../model/policy.ts';
import type { KnownFacts } from '../facts/known.ts';
import { ruleValueOf } from '../model/catalogue/catalogue.ts';

const isDecision = (value: unknown): value is Decision => decisions.some((decision) => decision === value);

export const layersOf = ({ facts, nearest }: KnownFacts): readonly Layer[] =>
  policyTypes.map((type) => {
    const close = nearest?.get(type);
    const exists = ruleValueOf(facts.get(`policy.${type}`)) === 'present';
    return {
      ...layerOf(type, facts.get(`decision.${type}`), exists ? 'present' : 'not-asked'),
      ...(close === undefined ? {} : { nearest: close }),
    };
  });

/** `otherwise`: what is known of it where nothing says what it decides. */
function layerOf(type: PolicyType, fact: Fact | undefined, otherwise: FactStatus): Layer {
  const decision = ruleValueOf(fact);
  if (fact !== undefined && isDecision(decision)) return { type, decision, grade: fact.source.grade, fact };
  return {
    type,
    decision: 'unknown',
    notChecked: {
      status: fact?.status ?? otherwise,
      ...(fact?.why === undefined ? {} : fact.why),
    },
  };
}

/** Unknown layers, and facts whose read failed. */
export function blindSpotsOf(layers: readonly Layer[], facts: ReadonlyMap<string, Fact>): readonly BlindSpot[] {
  const unknownLayers = layers.flatMap(({ type, notChecked }) =>
    notChecked === undefined ? [] : [{ layer: type, ...pickReason(notChecked) }],
  );
  const failedReads = [...facts.values()]
    .filter(({ name, status }) => !/^(?:decision|policy)\./.test(name) && status !== 'present' && status !== 'absent')
    .map(({ name, status, why }) => ({ fact: name, status, ...(why === undefined ? {} : { code: why.code }) }));
  return [...unknownLayers, ...failedReads];
}

const pickReason = ({ status, code }: NonNullable<Layer['notChecked']>) => ({
  status,
  ...(code === undefined ? {} : { code }),
});
