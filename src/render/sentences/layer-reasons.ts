// Why a layer's decision is what it is, or why it is not known.
import type { Layer } from '../../model/diagnosis.ts';
import { sourceSentence } from './facts.ts';
import { decisionSentences } from './layers.ts';
import { nearestSentence } from './reasons.ts';
import { unreadInFull } from './unread.ts';

export function layerBecause(layer: Layer): string {
  if (layer.decision === 'unknown') return layerNotChecked(layer);
  const meaning = decisionSentences[layer.type][layer.decision];
  return layer.fact === undefined ? meaning : `${meaning} ${sourceSentence(layer.fact)}`;
}

/** The same, with the statement that came closest where the layer grants nothing. */
export const layerReason = (layer: Layer): string => `${layerBecause(layer)}${layerNearest(layer)}`;

export const layerNearest = ({ decision, nearest }: Layer): string =>
  nearest === undefined || decision === 'allowed' || decision === 'notApplicable' ? '' : ` ${nearestSentence(nearest)}`;

export const layerNotChecked = ({ notChecked = { status: 'not-asked' } }: Layer): string => unreadInFull(notChecked);
