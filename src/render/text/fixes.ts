// The fixes of confirmed causes in a text report: owner, risk, whether proven, the change, what to avoid, how to verify.
import type { DiagnosedFix, Diagnosis } from '../../model/diagnosis.ts';
import { layerNouns } from '../sentences/layers.ts';
import { ownerPhrase, proofSentence, riskWords } from '../sentences/fixes.ts';
import { fixesAt, helplessSentences, planSentence, stepSentence, stepTitle } from '../sentences/plans.ts';
import { validitySentence } from '../sentences/validity.ts';
import { confirmedCauses, fixesOf, openCauses } from '../view.ts';
import type { Page } from './page.ts';
import { commandLines } from './steps.ts';

const indent = 8;

/** The computed plan: what has to change, in order, each with the ways to do it; then what would not help. */
export function planBlocks(page: Page, diagnosis: Diagnosis): readonly (readonly string[])[] {
  const { plan } = diagnosis;
  if (plan === undefined) return [];
  const helpless = helplessSentences(diagnosis);
  return [
    page.hang('Plan    ', planSentence(plan), 'strong'),
    ...plan.steps.flatMap((step, position) => [
      page.hang(`${stepTitle(position, plan.steps.length)}  `, stepSentence(step), 'strong'),
      ...fixesAt(diagnosis, step.fixes).map((fix, at) => fixBlock(page, diagnosis, fix, at === 0 ? '' : 'Or')),
    ]),
    helpless.length === 0
      ? []
      : [page.paint('strong', 'Does not help'), ...helpless.flatMap((sentence) => page.hang('  - ', sentence))],
  ];
}

/** Each alternative for a confirmed cause; the first is the one to try first. */
export const fixBlocks = (page: Page, diagnosis: Diagnosis): readonly (readonly string[])[] =>
  confirmedCauses(diagnosis).flatMap((cause) =>
    fixesOf(diagnosis, cause).map((fix, position) =>
      fixBlock(page, diagnosis, fix, position === 0 && diagnosis.plan === undefined ? 'Fix' : 'Or'),
    ),
  );

/** Those of causes that are still open, where everything was asked for. */
export function possibleFixBlocks(page: Page, diagnosis: Diagnosis): readonly (readonly string[])[] {
  if (!page.verbose) return [];
  return openCauses(diagnosis).flatMap((cause, number) =>
    fixesOf(diagnosis, cause).map((fix, position) => [
      ...(position === 0 ? page.block(0, `If it is cause ${number + 1}: ${cause.title}`, 'strong') : []),
      ...fixBlock(page, diagnosis, fix, position === 0 ? 'Fix' : 'Or'),
    ]),
  );
}

function fixBlock(page: Page, diagnosis: Diagnosis, fix: DiagnosedFix, title: string): readonly string[] {
  const facts = `Owner: ${ownerPhrase(fix.owner, diagnosis)}.  Risk: ${riskWords[fix.risk]}.  ${proofSentence(fix.proven)}`;
  return [
    ...page.hang(title.padEnd(indent), facts, 'strong'),
    ...page.block(indent, fix.text),
    ...change(page, fix),
    ...(fix.warnings ?? []).flatMap((warning) => page.hang('  Check ', validitySentence(warning), 'bad')),
    ...fix.avoid.flatMap((text) => page.hang('  Avoid ', text, 'open')),
    ...verify(page, fix),
  ];
}

function change(page: Page, { change: { attachTo, document, diff, after, commands = [] } }: DiagnosedFix) {
  const where = attachTo === undefined ? 'Policy' : `In the ${layerNouns[attachTo]}`;
  const shown = diff ?? (document === undefined ? after : JSON.stringify(document, null, 2));
  return [
    ...(shown === undefined
      ? []
      : [...page.block(indent, `${where}:`), ...shown.split('\n').map((line) => `${' '.repeat(indent + 2)}${line}`)]),
    ...commandLines(page, commands, indent),
  ];
}

function verify(page: Page, { verify: { text, command } }: DiagnosedFix): readonly string[] {
  const lead = '  Verify';
  if (text !== undefined && command === undefined) return page.hang(`${lead} `, text, 'good');
  const lines = commandLines(page, command === undefined ? [] : [command], indent);
  return [page.paint('good', lead), ...(text === undefined ? [] : page.block(indent, text)), ...lines];
}
