// Writes one playbook as a blank Markdown checklist: every step to tick off, every cause with its fix.
import type { Command, LoadedPlaybook, PlaybookCause, PlaybookFix, Step } from '../../model/playbook.ts';
import { expandPolicy } from '../../playbook/template.ts';
import { block, prose } from '../../render/markdown/escape.ts';
import { sanitise } from '../../render/sanitise.ts';
import { ownerNouns, riskWords } from '../../render/sentences/fixes.ts';
import { layerNouns } from '../../render/sentences/layers.ts';
import { blankCommand, blankText } from './blank.ts';

export function blankChecklist(playbook: LoadedPlaybook): string {
  const lines = [
    `# ${text(playbook.title)}`,
    '',
    text(playbook.summary),
    '',
    '- Who called:',
    '- Which API:',
    '- Which resource:',
    '- When:',
    '',
    '## Steps',
    '',
    ...playbook.steps.flatMap(stepLines),
    '',
    '## Possible causes',
    ...playbook.causes.flatMap(causeLines),
    ...(playbook.references.length === 0 ? [] : ['', '## References', '']),
    ...playbook.references.map(({ title, url }) => `- ${text(title)}: <${url}>`),
  ];
  return `${lines.join('\n')}\n`;
}

const text = (template: string): string => prose(sanitise(blankText(template)));
const shell = (command: string): readonly string[] => block('sh', sanitise(blankCommand(command)));

function stepLines(step: Step): readonly string[] {
  const article = step.article === undefined ? '' : ` ${prose(`[${step.article.join(', ')}]`)}`;
  const title = step.type === 'ask' ? step.question : step.title;
  const details =
    step.type === 'ask' ? askDetails(step) : step.type === 'guide' ? guideDetails(step) : checkDetails(step);
  return [`- [ ] ${text(title)}${article}`, ...details.map((line) => (line === '' ? '' : `  ${line}`))];
}

const optional = (label: string, template: string | undefined): readonly string[] =>
  template === undefined ? [] : ['', `${label}${text(template)}`];

function checkDetails({ why, on_fail, by_hand }: Extract<Step, { type: 'check' }>): readonly string[] {
  return [
    ...optional('', why),
    ...optional('By hand: ', by_hand.text),
    ...optional('Console: ', by_hand.console),
    ...commandLines(by_hand.commands),
    ...optional('If not: ', on_fail),
  ];
}

const askDetails = ({ help, choices = [] }: Extract<Step, { type: 'ask' }>): readonly string[] => [
  ...optional('', help),
  ...(choices.length === 0 ? [] : ['', ...choices.map(({ label }) => `- [ ] ${text(label)}`)]),
];

const guideDetails = (step: Extract<Step, { type: 'guide' }>): readonly string[] => [
  ...optional('', step.text),
  ...optional('Console: ', step.console),
  ...commandLines(step.commands),
];

function commandLines(commands: readonly Command[] = []): readonly string[] {
  return commands.flatMap(({ run, note, changes }) => [
    '',
    ...(note === undefined ? [] : [text(note), '']),
    ...(changes === true ? ['This changes something:', ''] : []),
    ...shell(run),
  ]);
}

function causeLines({ title, because, fix }: PlaybookCause): readonly string[] {
  return ['', `### ${text(title)}`, '', text(because), ...[fix].flat().flatMap(fixLines)];
}

function fixLines(fix: PlaybookFix): readonly string[] {
  const policy =
    fix.policy === undefined
      ? undefined
      : JSON.stringify(
          expandPolicy(fix.policy.document, () => undefined),
          null,
          2,
        );
  const where = fix.policy === undefined ? '' : `In the ${layerNouns[fix.policy.attach_to]}:`;
  const verify =
    typeof fix.verify === 'string' ? optional('Verify: ', fix.verify) : ['', 'Verify:', ...commandLines([fix.verify])];
  return [
    '',
    `Fix (${ownerNouns[fix.owner]}, risk ${riskWords[fix.risk]}): ${text(fix.text)}`,
    ...(policy === undefined ? [] : ['', where, '', ...block('json', sanitise(policy))]),
    ...commandLines(fix.commands),
    ...(fix.avoid ?? []).flatMap((avoid) => ['', `Avoid: ${text(avoid)}`]),
    ...verify,
  ];
}
