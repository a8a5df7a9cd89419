// What an evaluation comes to and what it leaves open, in words.
import { policyTypeOf } from '../../facts/policies/evaluated.ts';
import type { WhatIf } from '../../facts/policies/what-if.ts';
import type { PolicyType } from '../../model/denial.ts';
import type { DecidingType, EvaluatedType, LayerTrace } from '../../model/policy.ts';
import { decisionSentences, decisionWords, layerNouns } from './layers.ts';

export const headings = {
  allowed: 'Allowed',
  explicitDeny: 'Denied',
  implicitDeny: 'Denied',
  unknown: 'Unknown',
} as const;

export const layerOf = (type: DecidingType, action: string): PolicyType =>
  type === 'trust' ? 'trust' : policyTypeOf(type, action);

/** The layers that decide, each with its statements. */
export function whySentence({ evaluation, request }: WhatIf): string {
  const { decision, layers, possible } = evaluation;
  if (decision === 'unknown') return `Not settled: ${possible.map((one) => decisionWords[one]).join(', or ')}.`;
  const wanted = decision === 'allowed' ? layers.filter((layer) => layer.decision === 'allowed') : refusing(layers);
  const sentences = wanted.map((layer) => layerSentence(layer, request.action));
  if (sentences.length > 0) return sentences.join(' ');
  return decision === 'allowed' ? 'Nothing stands in its way.' : 'Nothing allows it.';
}

const refusing = (layers: readonly LayerTrace[]): readonly LayerTrace[] => {
  const denying = layers.filter(({ decision }) => decision === 'explicitDeny');
  return [...denying, ...layers.filter(({ decision }) => decision === 'implicitDeny')];
};

export function layerSentence({ type, decision }: LayerTrace, action: string): string {
  return decision === 'unknown' ? 'What it decides is not known.' : decisionSentences[layerOf(type, action)][decision];
}

/** One fact of `wouldSettle`: `policy.scp`, or `context.aws:SourceIp`. */
export function settlingPhrase(fact: string, action: string): string {
  if (fact.startsWith('context.')) return `the condition key ${fact.slice(8)} (--context ${fact.slice(8)}=VALUE)`;
  const type = fact.replace(/^policy\./, '') as EvaluatedType;
  return `the ${layerNouns[layerOf(type, action)]} (--policy ${kindFlags[type]}=FILE)`;
}

const kindFlags: Readonly<Record<EvaluatedType, string>> = {
  identity: 'identity',
  boundary: 'boundary',
  session: 'session',
  resource: 'resource',
  scp: 'scp',
  rcp: 'rcp',
  vpcEndpoint: 'vpc-endpoint',
};

export const notGivenSentence = (types: readonly EvaluatedType[], action: string): string =>
  `Not given, and taken as absent: ${types.map((type) => layerNouns[layerOf(type, action)]).join(', ')}.`;
