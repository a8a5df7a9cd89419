// What closes the page: possible causes, layers, disagreements, next blockers, other matches and errors, what was not checked, references, the error itself.
import type { Diagnosis, Layer } from '../../model/diagnosis.ts';
import { conflictSentence } from '../sentences/conflicts.ts';
import { classLabels } from '../sentences/denials.ts';
import { factPhrase, gradeNotes } from '../sentences/facts.ts';
import { layerReason } from '../sentences/layer-reasons.ts';
import { decisionWords, layerAdvice, layerNouns } from '../sentences/layers.ts';
import { settledBy } from '../sentences/settled-by.ts';
import { nextSentence } from '../sentences/plans.ts';
import { unreadSentence } from '../sentences/unread.ts';
import { confirmedTitles, numberedOthers, openCauses, otherMatches, ruledOutCauses } from '../view.ts';
import {
  block,
  code,
  element,
  link,
  list,
  nothing,
  plain,
  prose,
  section,
  table,
  together,
  type Html,
} from './element.ts';

export function possibleSection(diagnosis: Diagnosis): Html {
  const open = openCauses(diagnosis).map((cause) => [prose(cause.title), 'open', prose(settledBy(diagnosis, cause))]);
  const ruledOut = ruledOutCauses(diagnosis).map((cause) => [
    prose(cause.title),
    cause.grade === undefined ? 'ruled out' : `ruled out (${gradeNotes[cause.grade]})`,
    '',
  ]);
  return section('Possible causes', table(['Cause', 'State', 'What would settle it'], [...open, ...ruledOut]));
}

export function layersSection(diagnosis: Diagnosis): Html {
  const rows = diagnosis.layers.map((layer) => [
    layerNouns[layer.type],
    layer.decision === 'unknown' ? 'unknown' : plain('strong', decisionWords[layer.decision]),
    layer.grade ?? 'not checked',
    prose(reason(layer)),
  ]);
  return section('Policy layers', table(['Layer', 'Decision', 'Evidence', 'Why'], rows));
}

const reason = (layer: Layer): string =>
  layer.decision === 'unknown' ? `${layerReason(layer)} ${layerAdvice[layer.type]}` : layerReason(layer);

export const conflictsSection = ({ conflicts }: Diagnosis): Html =>
  section('Sources disagree', list(conflicts.map((conflict) => prose(conflictSentence(conflict)))));

export const blockersSection = ({ nextBlockers }: Diagnosis): Html =>
  section(
    'The same call may also need',
    list(nextBlockers.filter(({ isPlanned }) => isPlanned !== true).map((next) => prose(nextSentence(next)))),
  );

export function matchesSection(diagnosis: Diagnosis): Html {
  const items = otherMatches(diagnosis).map((match) => {
    const titles = confirmedTitles(diagnosis, match.playbook).join('; ');
    return together(prose(match.title), ' (', code(match.playbook), ')', titles === '' ? '' : `: ${titles}`);
  });
  return section('Other playbooks that fit', list(items));
}

export const pasteSection = (diagnosis: Diagnosis): Html =>
  section(
    'Further errors in the same text',
    list(
      numberedOthers(diagnosis).map(([number, other]) => {
        const parts = [other.code, other.action ?? other.operation, other.resource].filter(
          (part) => part !== undefined,
        );
        return together(
          `${classLabels[other.class]} (number ${number}) `,
          ...parts.flatMap((part) => [code(part), ' ']),
        );
      }),
    ),
  );

/** Layers have their own table. */
export const blindSpotsSection = ({ blindSpots }: Diagnosis): Html =>
  section(
    'Not checked',
    list(
      blindSpots.flatMap(({ fact, layer, ...unread }) =>
        fact === undefined || layer !== undefined ? [] : [prose(`${factPhrase(fact)}: ${unreadSentence(unread)}`)],
      ),
    ),
  );

export const referencesSection = ({ references }: Diagnosis): Html =>
  section('References', list(references.map(({ title, url }) => link(title, url))));

/** Enough to recognise the error by; a log can be long. */
const longest = 2000;

export function errorSection({ denial }: Diagnosis): Html {
  const text = denial?.text.trim() ?? '';
  return text === ''
    ? nothing
    : section('The error', block(text.length > longest ? `${text.slice(0, longest)}…` : text));
}

export function lastLine({ matches }: Diagnosis, version: string | undefined): Html {
  const by = version === undefined ? 'whydenied' : `whydenied ${version}`;
  const names = matches.flatMap(({ playbook }, position) => [
    position === 0 ? ` · ${matches.length === 1 ? 'playbook' : 'playbooks'} ` : ', ',
    code(playbook),
  ]);
  return element('footer', {}, by, ...names);
}
