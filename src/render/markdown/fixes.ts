// The fixes of a Markdown checklist: first those of confirmed causes, then what would help if an open cause turns out to be the one.
import type { DiagnosedCause, DiagnosedFix, Diagnosis } from '../../model/diagnosis.ts';
import { kindSentences, ownerPhrase, proofSentence, riskWords } from '../sentences/fixes.ts';
import { layerNouns } from '../sentences/layers.ts';
import { confirmedCauses, fixesOf, openCauses } from '../view.ts';
import { block, json, prose } from './escape.ts';
import { commandBlocks } from './steps.ts';
import { paragraphs } from './summary.ts';

export const confirmedFixes = (diagnosis: Diagnosis) => sections(diagnosis, confirmedCauses(diagnosis), 'Fix');
export const possibleFixes = (diagnosis: Diagnosis) => sections(diagnosis, openCauses(diagnosis), 'If it is cause');

function sections(diagnosis: Diagnosis, causes: readonly DiagnosedCause[], title: string): readonly string[] {
  const blocks = causes.flatMap((cause, position) =>
    fixesOf(diagnosis, cause).map((fix, alternative) => {
      const number = causes.length > 1 || title !== 'Fix' ? ` ${position + 1}` : '';
      const or = alternative > 0 ? ', or' : '';
      return section(diagnosis, fix, `## ${title}${number}${or}: ${prose(cause.title)}`);
    }),
  );
  return blocks.flatMap((lines, position) => [...(position === 0 ? [] : ['']), ...lines]);
}

function section(diagnosis: Diagnosis, fix: DiagnosedFix, heading: string): readonly string[] {
  return [
    heading,
    '',
    `Owner: ${prose(ownerPhrase(fix.owner, diagnosis))} · Risk: ${riskWords[fix.risk]} · ${kindSentences[fix.kind]} ${proofSentence(fix.proven)}`,
    '',
    ...paragraphs(fix.text),
    ...change(fix),
    ...(fix.avoid.length === 0 ? [] : ['', '**Avoid**', '', ...fix.avoid.map((text) => `- ${prose(text)}`)]),
    ...verify(fix),
  ];
}

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
