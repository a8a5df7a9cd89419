// Where the diagnosis stands: the cause, the fix, what to avoid, how to verify, and what is still unknown.
import type { DiagnosedCause, DiagnosedFix, Diagnosis } from '../../../model/diagnosis.ts';
import { gradeNotes } from '../../../render/sentences/facts.ts';
import { ownerPhrase, proofSentence, riskWords } from '../../../render/sentences/fixes.ts';
import { layerNotChecked } from '../../../render/sentences/layer-reasons.ts';
import { layerLabels, layerNouns } from '../../../render/sentences/layers.ts';
import { lastResort, stateLabel, suggestsSentence, unsettledSentence } from '../../../render/sentences/progress.ts';
import {
  fixesAt,
  helplessSentences,
  nextSentence,
  planSentence,
  stepSentence,
  stepTitle,
  withWords,
} from '../../../render/sentences/plans.ts';
import { confirmedCauses, denialTitle, fixesOf, layerGroups, nextStep, openCauses } from '../../../render/view.ts';
import { heading, listed, spaced, text, type Block } from '../../layout/blocks.ts';
import type { Signs } from '../../layout/theme.ts';
import type { View } from '../view.ts';
import { links } from '../links.ts';
import { commandBlocks } from './step.ts';

export function resultView(plain: Diagnosis, signs: Signs): View {
  const diagnosis = withWords(plain);
  const confirmed = confirmedCauses(diagnosis);
  const title = denialTitle(diagnosis);
  return {
    blocks: spaced(
      title === '' ? [] : [text(title, 'hint')],
      ...(confirmed.length === 0 ? [unsettled(diagnosis, signs)] : confirmed.map((cause) => causeBlocks(cause))),
      ...planGroups(diagnosis),
      ...confirmed.flatMap((cause) => fixGroups(diagnosis, cause)),
      nextBlockers(diagnosis),
      stillUnknown(diagnosis, signs),
      links(diagnosis.references),
    ),
  };
}

function unsettled(diagnosis: Diagnosis, signs: Signs): readonly Block[] {
  const next = nextStep(diagnosis);
  return [
    heading(unsettledSentence(diagnosis)),
    ...openCauses(diagnosis).map((cause) => listed(signs.open, cause.title, 'open')),
    text(next === undefined ? lastResort(diagnosis.denial?.requestId) : `Next: ${next.title}`),
  ];
}

function causeBlocks(cause: DiagnosedCause): readonly Block[] {
  const grade = cause.grade === undefined ? '' : `, ${gradeNotes[cause.grade]}`;
  return [
    heading(`Cause: ${cause.title}`),
    text(`${stateLabel(cause)}${grade}`, cause.strength === 'proves' ? 'bad' : 'open'),
    text(cause.because),
    ...(cause.strength === 'proves' ? [] : [text(suggestsSentence)]),
  ];
}

/** Where there is a plan, what playbooks propose besides stands after it. */
const fixGroups = (diagnosis: Diagnosis, cause: DiagnosedCause): readonly (readonly Block[])[] =>
  fixesOf(diagnosis, cause).map((fix, position) =>
    fixBlocks(diagnosis, fix, position === 0 && diagnosis.plan === undefined ? 'Fix' : 'Or'),
  );

/** What has to change, in order, each with the ways to do it; then what would not help. */
function planGroups(diagnosis: Diagnosis): readonly (readonly Block[])[] {
  const { plan } = diagnosis;
  if (plan === undefined) return [];
  const helpless = helplessSentences(diagnosis);
  return [
    [heading('Plan'), text(planSentence(plan))],
    ...plan.steps.flatMap((step, position) => [
      [heading(stepTitle(position, plan.steps.length)), text(stepSentence(step))],
      ...fixesAt(diagnosis, step.fixes).map((fix, at) => fixBlocks(diagnosis, fix, at === 0 ? 'Do this' : 'Or')),
    ]),
    helpless.length === 0 ? [] : [heading('Does not help'), ...helpless.map((sentence) => listed('- ', sentence))],
  ];
}

function fixBlocks(diagnosis: Diagnosis, fix: DiagnosedFix, title: string): readonly Block[] {
  const facts = `Owner: ${ownerPhrase(fix.owner, diagnosis)}. Risk: ${riskWords[fix.risk]}. ${proofSentence(fix.proven)}`;
  return [
    heading(title),
    text(facts, 'hint'),
    text(fix.text),
    ...change(fix),
    ...commandBlocks(fix.change.commands ?? []),
    ...fix.avoid.map((words) => listed('Avoid ', words, 'open')),
    ...verify(fix),
  ];
}

function change({ change: { attachTo, document, diff, after } }: DiagnosedFix): readonly Block[] {
  const shown = diff ?? (document === undefined ? after : JSON.stringify(document, null, 2));
  if (shown === undefined) return [];
  const where = attachTo === undefined ? 'Policy' : `In the ${layerNouns[attachTo]}`;
  return [text(`${where}:`), { kind: 'preformatted', text: shown }];
}

const verify = ({ verify: { text: words, command } }: DiagnosedFix): readonly Block[] => [
  ...(words === undefined ? [] : [listed('Verify', words, 'good')]),
  ...(words === undefined && command !== undefined ? [text('Verify', 'good')] : []),
  ...(command === undefined ? [] : commandBlocks([command])),
];

function nextBlockers({ nextBlockers: all }: Diagnosis): readonly Block[] {
  const blockers = all.filter(({ isPlanned }) => isPlanned !== true);
  return blockers.length === 0
    ? []
    : [heading('Denied next, after this fix'), ...blockers.map((next) => text(nextSentence(next)))];
}

function stillUnknown(diagnosis: Diagnosis, signs: Signs): readonly Block[] {
  if (diagnosis.denial?.class !== 'authorization') return [];
  const layers = layerGroups(diagnosis).unknown.map((group) => {
    const names = group.map((layer) => layerLabels[layer.type]).join(', ');
    return listed(signs.open, `${names}: ${group[0] === undefined ? '' : layerNotChecked(group[0])}`, 'open');
  });
  return layers.length === 0 ? [] : [heading('Still unknown'), ...layers];
}
