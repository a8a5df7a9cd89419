// The fixes of a Markdown checklist: first those of confirmed causes, then what would help if an open cause turns out to be the one.
import type { DiagnosedCause, DiagnosedFix, Diagnosis } from '../../model/diagnosis.ts';
import { kindSentences, ownerPhrase, proofSentence, riskWords } from '../sentences/fixes.ts';
import { layerNouns } from '../sentences/layers.ts';
import { fixesAt, helplessSentences, planSentence, stepSentence, stepTitle } from '../sentences/plans.ts';
import { validitySentence } from '../sentences/validity.ts';
import { confirmedCauses, fixesOf, openCauses } from '../view.ts';
import { block, json, prose } from './escape.ts';
import { commandBlocks } from './steps.ts';
import { paragraphs } from './summary.ts';

/** More of them than this are folded away. */
const mostUnfolded = 3;

/** The computed plan: what has to change, in order, each with the ways to do it; then what would not help. */
export function planSection(diagnosis: Diagnosis): readonly string[] {
  const { plan } = diagnosis;
  if (plan === undefined) return [];
  const helpless = helplessSentences(diagnosis);
  const steps = plan.steps.flatMap((step, position) => [
    '',
    `### ${stepTitle(position, plan.steps.length)}: ${prose(stepSentence(step))}`,
    ...fixesAt(diagnosis, step.fixes).flatMap((fix, at) => [
      ...(at === 0 ? [''] : ['', '#### Or', '']),
      ...fixLines(diagnosis, fix),
    ]),
  ]);
  const list = helpless.map((sentence) => `- ${prose(sentence)}`);
  return [
    '## Plan',
    '',
    prose(planSentence(plan)),
    ...steps,
    ...(list.length === 0 ? [] : ['', '**Does not help**', '', ...list]),
  ];
}

export function confirmedFixes(diagnosis: Diagnosis): readonly string[] {
  const causes = confirmedCauses(diagnosis);
  const title = (position: number) => (causes.length === 1 ? 'Fix' : `Fix ${position + 1}`);
  return joined(causes.map((cause, position) => causeFixes(diagnosis, cause, `## ${title(position)}`)));
}

export function possibleFixes(diagnosis: Diagnosis): readonly string[] {
  const causes = openCauses(diagnosis);
  const blocks = causes.map((cause, position) => causeFixes(diagnosis, cause, `## If it is cause ${position + 1}`));
  const lines = joined(blocks);
  if (causes.length <= mostUnfolded) return lines;
  return ['<details>', '<summary>What would help, for each possible cause</summary>', '', ...lines, '', '</details>'];
}

const joined = (blocks: readonly (readonly string[])[]): readonly string[] =>
  blocks.flatMap((lines, position) => [...(position === 0 || lines.length === 0 ? [] : ['']), ...lines]);

/** The alternatives for one cause: the first is the one to try first. */
function causeFixes(diagnosis: Diagnosis, cause: DiagnosedCause, heading: string): readonly string[] {
  const fixes = fixesOf(diagnosis, cause);
  return fixes.flatMap((fix, position) =>
    position === 0
      ? [`${heading}: ${prose(cause.title)}`, '', ...fixLines(diagnosis, fix)]
      : ['', '### Or', '', ...fixLines(diagnosis, fix)],
  );
}

function fixLines(diagnosis: Diagnosis, fix: DiagnosedFix): readonly string[] {
  const owner = `Owner: ${prose(ownerPhrase(fix.owner, diagnosis))}`;
  return [
    `${owner} · Risk: ${riskWords[fix.risk]} · ${kindSentences[fix.kind]} ${proofSentence(fix.proven)}`,
    '',
    ...paragraphs(fix.text),
    ...change(fix),
    ...titled('Check', (fix.warnings ?? []).map(validitySentence)),
    ...titled('Avoid', fix.avoid),
    ...verify(fix),
  ];
}

const titled = (title: string, items: readonly string[]): readonly string[] =>
  items.length === 0 ? [] : ['', `**${title}**`, '', ...items.map((text) => `- ${prose(text)}`)];

function change({ change: { attachTo, document, diff, after, commands = [] } }: DiagnosedFix): readonly string[] {
  const where = attachTo === undefined ? 'Policy:' : `In the ${layerNouns[attachTo]}:`;
  const shown =
    diff !== undefined
      ? block('diff', diff)
      : document !== undefined
        ? block('json', json(document))
        : after === undefined
          ? []
          : block('json', after);
  return [...(shown.length === 0 ? [] : ['', where, '', ...shown]), ...commandBlocks(commands)];
}

function verify({ verify: { text, command } }: DiagnosedFix): readonly string[] {
  return [
    '',
    `**Verify**${text === undefined ? '' : ` ${prose(text)}`}`,
    ...(command === undefined ? [] : commandBlocks([command])),
  ];
}
