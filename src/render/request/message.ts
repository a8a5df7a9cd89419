// The message for one owner: who was denied what, why, the exact change that is asked for, its risk, how to verify it, and what could not be checked.
import type { DiagnosedFix, Diagnosis } from '../../model/diagnosis.ts';
import type { Denial } from '../../model/denial.ts';
import { block, json, prose, table } from '../markdown/escape.ts';
import { commandBlocks } from '../markdown/steps.ts';
import { causeSummary, paragraphs, particularRows, reasonRows } from '../markdown/summary.ts';
import { particularNames } from '../sentences/particulars.ts';
import { planSentence } from '../sentences/plans.ts';
import { blockerSentence, requestPhrase } from '../sentences/changes.ts';
import { conflictSentence } from '../sentences/conflicts.ts';
import { gradeNotes } from '../sentences/facts.ts';
import { kindSentences, ownerPhrase, proofSentence, riskWords } from '../sentences/fixes.ts';
import { layerReason } from '../sentences/layer-reasons.ts';
import { layerNouns } from '../sentences/layers.ts';
import { validitySentence } from '../sentences/validity.ts';
import { denialTitle, layerGroups } from '../view.ts';
import type { Item, Part } from './parts.ts';

export type Lines = readonly string[];

export const listed = (title: string, items: Lines): Lines =>
  items.length === 0 ? [] : ['', `## ${title}`, '', ...items.map((item) => `- ${prose(item)}`)];

/** Its reader cannot add what is not known, so there is no advice how to. */
const rowsOf = (diagnosis: Diagnosis): readonly Lines[] =>
  particularRows(diagnosis).map((row, at) => {
    const name = particularNames[at];
    const isKnown = name !== undefined && diagnosis.particulars[name].value !== undefined;
    return isKnown ? row : [row[0] ?? '', 'unknown'];
  });

export const head = (diagnosis: Diagnosis, denial: Denial, title: string, to: string): Lines => [
  `# ${title}: ${prose(denialTitle(diagnosis))}`,
  '',
  prose(to),
  '',
  ...table(['', ''], [...rowsOf(diagnosis), ...reasonRows(denial)]),
];

/** The blocker of a step, with the grade of what is known of its layer. */
function blockerOf(diagnosis: Diagnosis, { step }: Item): Lines {
  if (step === undefined) return [];
  const { grade } = diagnosis.layers.find(({ type }) => type === step.blocker.layer) ?? {};
  const next = step.isNext ? `Denied next, ${requestPhrase(step.request)}: ` : '';
  const note = step.isNext || grade === undefined ? '' : ` (${gradeNotes[grade]})`;
  return [`${next}${blockerSentence(step.blocker).replace(/\.$/, '')}${note}.`];
}

function document({ change: { diff, document: policy, after } }: DiagnosedFix): Lines {
  if (diff !== undefined) return ['', ...block('diff', diff)];
  if (policy !== undefined) return ['', ...block('json', json(policy))];
  return after === undefined ? [] : ['', ...block('json', after)];
}

const marked = (title: string, items: Lines): Lines =>
  items.length === 0 ? [] : ['', `**${title}**`, '', ...items.map((item) => `- ${prose(item)}`)];

function place({ change: { attachTo }, computed }: DiagnosedFix): string {
  if (attachTo === undefined) return '';
  const name = computed?.policy === undefined || computed.policy.isNew ? '' : ` ${computed.policy.name}`;
  return `In the ${layerNouns[attachTo]}${name}:`;
}

function changeLines({ fix }: Item): Lines {
  if (fix === undefined) return ['No change that lifts it was found. Please look at the statement named above.'];
  const at = place(fix);
  return [
    ...paragraphs(fix.text),
    ...(at === '' ? [] : ['', prose(at)]),
    ...document(fix),
    ...commandBlocks(fix.change.commands ?? []),
    '',
    `**Risk:** ${riskWords[fix.risk]}. ${kindSentences[fix.kind]} ${prose(proofSentence(fix.proven))}`,
    ...marked('Check', (fix.warnings ?? []).map(validitySentence)),
    ...marked('Not instead', fix.avoid),
  ];
}

function verifyLines({ fix }: Item): Lines {
  if (fix === undefined) return [];
  const { text, command } = fix.verify;
  return [...(text === undefined ? [] : paragraphs(text)), ...(command === undefined ? [] : commandBlocks([command]))];
}

const section = (title: string, lines: Lines): Lines =>
  lines.length === 0 ? [] : ['', `## ${title}`, ...(lines[0] === '' ? [] : ['']), ...lines];

const apart = (items: readonly Lines[]): Lines =>
  items.filter((lines) => lines.length > 0).flatMap((lines, at) => [...(at === 0 ? [] : ['']), ...lines]);

/** What somebody who decides should know to be missing. */
export function uncheckedLines(diagnosis: Diagnosis): Lines {
  if (diagnosis.denial?.class !== 'authorization') return [];
  const layers = layerGroups(diagnosis).unknown.map((group) => {
    const [first] = group;
    const names = group.map(({ type }) => layerNouns[type]).join(', ');
    return `${names}: ${first === undefined ? '' : layerReason(first)}`;
  });
  return listed('What could not be checked', [...layers, ...diagnosis.conflicts.map(conflictSentence)]);
}

function othersLines(diagnosis: Diagnosis, part: Part, parts: readonly Part[]): Lines {
  const others = parts
    .filter((other) => other !== part)
    .map(({ owner, items }) => {
      const what = items.flatMap((item) => blockerOf(diagnosis, item));
      const named = what.length === 0 ? items.flatMap(({ fix }) => fix?.text.split('\n\n', 1) ?? []) : what;
      return `${owner === 'you' ? 'We ourselves' : ownerPhrase(owner, diagnosis)}: ${named.join(' ')}`;
    });
  const { plan } = diagnosis;
  const whole = plan === undefined || others.length === 0 ? [] : ['', `All together: ${prose(planSentence(plan))}`];
  return [...listed('Also needed', others), ...whole];
}

export function messageFor(diagnosis: Diagnosis, denial: Denial, part: Part, parts: readonly Part[]): Lines {
  const isOwn = part.owner === 'you';
  const blockers = part.items.flatMap((item) => blockerOf(diagnosis, item));
  const verify = [...new Set(part.items.map((item) => verifyLines(item).join('\n')))].map((text) => text.split('\n'));
  return [
    ...(isOwn
      ? head(diagnosis, denial, 'Note', 'Nobody else has to change anything.')
      : head(diagnosis, denial, 'Request', `To: ${ownerPhrase(part.owner, diagnosis)}.`)),
    '',
    '## Why it is denied',
    '',
    ...causeSummary(diagnosis),
    ...(blockers.length === 0 ? [] : ['', ...blockers.map((text) => `- ${prose(text)}`)]),
    ...section(isOwn ? 'What to do' : 'What we ask for', apart(part.items.map(changeLines))),
    ...section('How to verify', apart(verify.filter((lines) => lines.join('') !== ''))),
    ...othersLines(diagnosis, part, parts),
    ...uncheckedLines(diagnosis),
  ];
}
