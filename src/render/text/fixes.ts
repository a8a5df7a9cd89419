// The fixes of confirmed causes in a text report: owner, risk, whether proven, the change, what to avoid, how to verify.
import type { DiagnosedFix, Diagnosis } from '../../model/diagnosis.ts';
import type { PlanStep } from '../../model/plan.ts';
import { layerNouns } from '../sentences/layers.ts';
import { ownerPhrase, proofSentence, riskWords } from '../sentences/fixes.ts';
import { fixesAt, helplessSentences, planSentence, stepSentence, stepTitle } from '../sentences/plans.ts';
import { validitySentence } from '../sentences/validity.ts';
import { confirmedCauses, fixesOf, openCauses } from '../view.ts';
import type { Page } from './page.ts';
import { commandLines } from './steps.ts';

const indent = 8;

/** The computed plan: what has to change, in order, each with the way to prefer in full and the others in a line; then what would not help. */
export function planBlocks(page: Page, diagnosis: Diagnosis): readonly (readonly string[])[] {
  const { plan } = diagnosis;
  if (plan === undefined) return [];
  const helpless = helplessSentences(diagnosis);
  return [
    page.hang('Plan    ', planSentence(plan), 'strong'),
    ...plan.steps.map((step, position) => planStep(page, diagnosis, step, stepTitle(position, plan.steps.length))),
    helpless.length === 0
      ? []
      : [page.paint('strong', 'Does not help'), ...helpless.flatMap((sentence) => page.hang('  - ', sentence))],
  ];
}

function planStep(page: Page, diagnosis: Diagnosis, step: PlanStep, title: string): readonly string[] {
  const [first, ...others] = fixesAt(diagnosis, step.fixes);
  return [
    ...page.hang(`${title}  `, stepSentence(step), 'strong'),
    ...(first === undefined ? [] : fixBlock(page, diagnosis, first, '')),
    ...others.flatMap((fix) => (page.verbose ? fixBlock(page, diagnosis, fix, 'Or') : inOneLine(page, fix))),
  ];
}

const inOneLine = (page: Page, { text, risk }: DiagnosedFix): readonly string[] =>
  page.hang('  Or    ', `${text.split(/\n\s*\n/)[0] ?? ''} Risk: ${riskWords[risk]}.`);

/** Each alternative for a confirmed cause; the first is the one to try first. Beside a plan only what needs no policy, in a line. */
export function fixBlocks(page: Page, diagnosis: Diagnosis): readonly (readonly string[])[] {
  const fixes = confirmedCauses(diagnosis).map((cause) => fixesOf(diagnosis, cause));
  if (diagnosis.plan === undefined || page.verbose)
    return fixes.flatMap((own) =>
      own.map((fix, position) => {
        const isFirst = position === 0 && diagnosis.plan === undefined;
        return fixBlock(page, diagnosis, fix, isFirst ? 'Fix' : 'Or');
      }),
    );
  const planned = new Set(diagnosis.plan.steps.flatMap((step) => fixesAt(diagnosis, step.fixes)));
  const others = fixes.flat().filter((fix) => withoutPolicy.has(fix.kind) && !planned.has(fix));
  if (others.length === 0) return [];
  return [[page.paint('strong', 'Without a change of policy'), ...others.flatMap((fix) => inOneLine(page, fix))]];
}

const withoutPolicy: ReadonlySet<string> = new Set(['request', 'credential', 'wait']);

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
