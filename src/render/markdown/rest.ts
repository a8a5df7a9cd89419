// What closes a Markdown checklist: layers, disagreements, next blockers, other matches and errors, what was not checked, references, the error itself.
import type { Diagnosis, Layer } from '../../model/diagnosis.ts';
import { conflictSentence } from '../sentences/conflicts.ts';
import { classLabels } from '../sentences/denials.ts';
import { factPhrase } from '../sentences/facts.ts';
import { layerReason } from '../sentences/layer-reasons.ts';
import { decisionWords, layerAdvice, layerNouns } from '../sentences/layers.ts';
import { nextSentence } from '../sentences/plans.ts';
import { unreadSentence } from '../sentences/unread.ts';
import { confirmedTitles, numberedOthers, otherMatches } from '../view.ts';
import { block, code, link, prose, table } from './escape.ts';

export function layersSection(diagnosis: Diagnosis): readonly string[] {
  const rows = diagnosis.layers.map((layer) => [
    layerNouns[layer.type],
    layer.decision === 'unknown' ? 'unknown' : `**${decisionWords[layer.decision]}**`,
    layer.grade ?? 'not checked',
    prose(reason(layer)),
  ]);
  return ['## Policy layers', '', ...table(['Layer', 'Decision', 'Evidence', 'Why'], rows)];
}

const reason = (layer: Layer) =>
  layer.decision === 'unknown' ? `${layerReason(layer)} ${layerAdvice[layer.type]}` : layerReason(layer);

const listed = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : [`## ${title}`, '', ...items.map((item) => `- ${item}`)];

export const conflictsSection = (diagnosis: Diagnosis) =>
  listed(
    'Sources disagree',
    diagnosis.conflicts.map((conflict) => prose(conflictSentence(conflict))),
  );

export const blockersSection = (diagnosis: Diagnosis) =>
  listed(
    'The same call may also need',
    diagnosis.nextBlockers.filter(({ isPlanned }) => isPlanned !== true).map((next) => prose(nextSentence(next))),
  );

export function matchesSection(diagnosis: Diagnosis): readonly string[] {
  const items = otherMatches(diagnosis).map((match) => {
    const titles = confirmedTitles(diagnosis, match.playbook).map(prose).join('; ');
    return `${prose(match.title)} (${code(match.playbook)})${titles === '' ? '' : `: ${titles}`}`;
  });
  return listed('Other playbooks that fit', items);
}

export const pasteSection = (diagnosis: Diagnosis) =>
  listed(
    'Further errors in the same text',
    numberedOthers(diagnosis).map(([number, other]) => {
      const parts = [other.code, other.action ?? other.operation, other.resource].filter((part) => part !== undefined);
      return [`${classLabels[other.class]} (number ${number})`, ...parts.map(code)].join(' ');
    }),
  );

/** Layers have their own table. */
export const blindSpotsSection = (diagnosis: Diagnosis) =>
  listed(
    'Not checked',
    diagnosis.blindSpots.flatMap(({ fact, layer, ...unread }) =>
      fact === undefined || layer !== undefined ? [] : [prose(`${factPhrase(fact)}: ${unreadSentence(unread)}`)],
    ),
  );

export const referencesSection = (diagnosis: Diagnosis) =>
  listed(
    'References',
    diagnosis.references.map(({ title, url }) => link(title, url)),
  );

/** Enough to recognise the error by; a log can be long. */
const longest = 2000;

export function errorSection({ denial }: Diagnosis): readonly string[] {
  const text = denial?.text.trim() ?? '';
  const shown = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return shown === '' ? [] : ['## The error', '', ...block('text', shown)];
}

export function lastLine(diagnosis: Diagnosis, version: string | undefined): readonly string[] {
  const names = diagnosis.matches.map((match) => code(match.playbook)).join(', ');
  const by = version === undefined ? 'whydenied' : `whydenied ${version}`;
  return [
    `<sub>${prose(by)}${names === '' ? '' : ` · playbook${diagnosis.matches.length > 1 ? 's' : ''} ${names}`}</sub>`,
  ];
}
