// The fixes: those of confirmed causes in full, those of open causes folded away until their cause turns out to be the one.
import type { DiagnosedCause, DiagnosedFix, Diagnosis } from '../../model/diagnosis.ts';
import { kindSentences, ownerPhrase, proofSentence, riskWords } from '../sentences/fixes.ts';
import { layerNouns } from '../sentences/layers.ts';
import { fixesAt, helplessSentences, planSentence, stepSentence, stepTitle } from '../sentences/plans.ts';
import { validitySentence } from '../sentences/validity.ts';
import { confirmedCauses, fixesOf, openCauses } from '../view.ts';
import {
  block,
  element,
  list,
  nothing,
  paragraphs,
  plain,
  preformatted,
  prose,
  section,
  together,
  type Html,
} from './element.ts';
import { commandBlocks } from './steps.ts';

/** The computed plan: what has to change, in order, each with the ways to do it; then what would not help. */
export function planSection(diagnosis: Diagnosis): Html {
  const { plan } = diagnosis;
  if (plan === undefined) return nothing;
  const helpless = helplessSentences(diagnosis);
  const steps = plan.steps.map((step, position) => {
    const title = `${stepTitle(position, plan.steps.length)}: ${stepSentence(step)}`;
    const ways = fixesAt(diagnosis, step.fixes).map((fix, at) =>
      together(at === 0 ? nothing : plain('h4', 'Or'), fixContent(diagnosis, fix)),
    );
    return element('article', { class: 'fix' }, plain('h3', prose(title)), ...ways);
  });
  const wrong = helpless.length === 0 ? nothing : together(plain('h3', 'Does not help'), list(helpless.map(prose)));
  return section('Plan', together(plain('p', prose(planSentence(plan))), ...steps, wrong));
}

export const confirmedFixes = (diagnosis: Diagnosis): Html =>
  section('Fix', together(...confirmedCauses(diagnosis).map((cause) => causeFixes(diagnosis, cause))));

export function possibleFixes(diagnosis: Diagnosis): Html {
  const fixes = openCauses(diagnosis).map((cause) => causeFixes(diagnosis, cause));
  const content = together(...fixes);
  if (content.html === '') return nothing;
  return plain('details', plain('summary', 'What would help, for each possible cause'), content);
}

/** The alternatives for one cause: the first is the one to try first. */
const causeFixes = (diagnosis: Diagnosis, cause: DiagnosedCause): Html =>
  together(
    ...fixesOf(diagnosis, cause).map((fix, position) =>
      element(
        'article',
        { class: 'fix' },
        plain('h3', position === 0 ? '' : 'Or: ', prose(cause.title)),
        fixContent(diagnosis, fix),
      ),
    ),
  );

export function fixContent(diagnosis: Diagnosis, fix: DiagnosedFix): Html {
  const badges = [
    `Owner: ${ownerPhrase(fix.owner, diagnosis)}`,
    `Risk: ${riskWords[fix.risk]}`,
    kindSentences[fix.kind],
  ];
  return together(
    element('ul', { class: 'badges' }, ...badges.map((badge) => plain('li', badge))),
    paragraphs(fix.text),
    element('p', { class: 'note' }, prose(proofSentence(fix.proven))),
    change(fix),
    titled('Check', (fix.warnings ?? []).map(validitySentence)),
    titled('Avoid', fix.avoid),
    verify(fix),
  );
}

const titled = (title: string, items: readonly string[]): Html =>
  items.length === 0 ? nothing : together(plain('h4', title), list(items.map(prose)));

function change({ change: { attachTo, document, diff, after, commands = [] } }: DiagnosedFix): Html {
  const where = attachTo === undefined ? 'Policy:' : `In the ${layerNouns[attachTo]}:`;
  const json = document === undefined ? after : JSON.stringify(document, null, 2);
  const shown = diff !== undefined ? diffBlock(diff) : json === undefined ? nothing : block(json);
  return together(shown.html === '' ? nothing : plain('p', where), shown, commandBlocks(commands));
}

/** Added and removed lines are marked up as such, and keep their sign for those who see no colour. */
export const diffBlock = (diff: string): Html =>
  preformatted(plain('code', ...diff.trimEnd().split('\n').map(diffLine)));

function diffLine(line: string): Html {
  if (line.startsWith('+') && !line.startsWith('+++')) return plain('ins', line);
  if (line.startsWith('-') && !line.startsWith('---')) return plain('del', line);
  return together(line, '\n');
}

const verify = ({ verify: { text, command } }: DiagnosedFix): Html =>
  together(
    plain('h4', 'Verify'),
    text === undefined ? nothing : paragraphs(text),
    command === undefined ? nothing : commandBlocks([command]),
  );
