// Why a layer's decision is what it is, or why it is not known.
import type { Layer } from '../../model/diagnosis.ts';
import { sourceSentence } from './facts.ts';
import { decisionSentences, notCheckedSentences } from './layers.ts';

export function layerBecause(layer: Layer): string {
  if (layer.decision === 'unknown') return layerNotChecked(layer);
  const meaning = decisionSentences[layer.type][layer.decision];
  return layer.fact === undefined ? meaning : `${meaning} ${sourceSentence(layer.fact)}`;
}

export function layerNotChecked(layer: Layer): string {
  const { status, detail } = layer.notChecked ?? { status: 'not-asked' as const };
  const reason = notCheckedSentences[status];
  return detail === undefined ? reason : `${reason.slice(0, -1)}: ${detail}`;
}
