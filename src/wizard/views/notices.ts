// One or two rows on what just happened.
import type { AnswerReader } from '../../model/playbook.ts';
import { isTyping } from '../state/step-options.ts';
import type { Standing } from '../state/walk.ts';
import type { Copied, Notice, WizardState } from '../state/wizard-state.ts';
import { listed, text, type Block } from '../layout/blocks.ts';
import { plural } from './words.ts';
import { rowsOf } from '../layout/rows.ts';
import type { Signs, Theme } from '../layout/theme.ts';

const standingWords = {
  confirmed: 'now confirmed',
  suggested: 'now suggested',
  open: 'open again',
  ruledOut: 'now ruled out',
} as const satisfies Record<Standing, string>;

/** What is known by now can be read without answering the rest. */
const hints: Readonly<Partial<Record<Standing, string>>> = { confirmed: ' (r shows what to do)' };

const wantedTexts = {
  'caller-identity': 'an ARN, or all that get-caller-identity prints',
  'decoded-message': 'all that decode-authorization-message prints',
  arn: 'an ARN',
} as const satisfies Record<AnswerReader, string>;

const wanted = (reader: AnswerReader | undefined): string =>
  reader === undefined ? 'a value that answers the question' : wantedTexts[reader];

/** How many causes are named; the head line counts the rest. */
const named = 2;

const copiedWords = {
  clipboard: 'Copied',
  terminal: 'Handed to the terminal to copy',
  nowhere: 'Could not be copied; select it on the screen',
} as const satisfies Record<Copied, string>;

/** Its first line says what it was. */
function copiedBlocks(copied: string, to: Copied, signs: Signs): readonly Block[] {
  const [first = '', ...rest] = copied.trim().split('\n');
  const more = rest.length === 0 ? '' : ` and ${plural(rest.length, 'more line')}`;
  const short = first.length > 60 ? `${first.slice(0, 59)}…` : first;
  const isDone = to !== 'nowhere';
  return [listed(isDone ? signs.pass : signs.open, `${copiedWords[to]}: ${short}${more}`, isDone ? 'good' : 'open')];
}

function noticeBlocks(notice: Notice, state: WizardState, signs: Signs): readonly Block[] {
  switch (notice.kind) {
    case 'saved':
      return [listed(signs.pass, `Saved ${notice.path}`, 'good')];
    case 'notSaved':
      return [listed(signs.fail, `${notice.path} was not saved: ${notice.detail}`, 'bad')];
    case 'failed':
      return [listed(signs.fail, `That did not work: ${notice.detail}`, 'bad')];
    case 'copied':
      return copiedBlocks(notice.text, notice.to, signs);
    case 'emptyText':
      return [text('There is no text yet.', 'open')];
    case 'unreadable':
      return [text(`This cannot be read. Wanted: ${wanted(notice.wanted)}.`, 'open')];
    case 'refocused':
      return [text(`With this answer another playbook fits: ${notice.playbook}`, 'accent')];
    case 'causes':
      return notice.changed
        .slice(0, named)
        .map(({ title, standing }) =>
          text(`${standingWords[standing]}: ${title}${isTyping(state) ? '' : (hints[standing] ?? '')}`, 'accent'),
        );
  }
}

export const noticeRows = (state: WizardState, width: number, theme: Theme): readonly string[] =>
  state.notice === undefined ? [] : rowsOf(noticeBlocks(state.notice, state, theme.signs), width, theme);
