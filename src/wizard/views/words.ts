// What the wizard says about itself: its screens, choices and keys. What it says about a denial comes from the sentences of the reports.
import type { CopyKind } from '../state/copies.ts';
import type { Action } from '../state/options.ts';
import type { Screen } from '../state/wizard-state.ts';

/** The way through, as the head line shows it. */
export const stages = ['Error', 'What I read', 'Playbook', 'Steps', 'Result'] as const;
export type Stage = (typeof stages)[number];

export const stageOf = {
  input: 'Error',
  search: 'Error',
  playbooks: 'Error',
  playbook: 'Error',
  read: 'What I read',
  denials: 'What I read',
  match: 'Playbook',
  step: 'Steps',
  copies: 'Steps',
  steps: 'Steps',
  causes: 'Steps',
  result: 'Result',
  request: 'Result',
  export: 'Result',
  overwrite: 'Result',
  help: undefined,
} as const satisfies Record<Screen, Stage | undefined>;

/** An action as a choice in a list. */
export const actionLabels = {
  begin: 'Continue',
  walk: 'Go through its steps',
  continue: 'Continue',
  denials: 'Another error of the text',
  pasteAgain: 'Paste another error',
  edit: 'Correct this text',
  browse: 'Search all playbooks',
  back: 'Back',
  forward: 'Forward',
  result: 'To the result',
  causes: 'All causes',
  changeAnswer: 'Change an answer',
  otherMatch: 'Another playbook',
  openQuestions: 'Open questions',
  request: 'Ask the owner',
  saveRequest: 'Save it',
  markdown: 'Save Markdown',
  json: 'Save JSON',
  answers: 'Save answers',
  overwrite: 'Overwrite it',
  skip: 'Skip',
  copy: 'Copy',
  help: 'Help',
  finish: 'Finish',
} as const satisfies Record<Action, string>;

/** The same in a word or two, for the key line. */
export const actionWords = {
  begin: 'continue',
  walk: 'steps',
  continue: 'continue',
  denials: 'another error',
  pasteAgain: 'paste again',
  edit: 'edit text',
  browse: 'search',
  back: 'back',
  forward: 'forward',
  result: 'result',
  causes: 'causes',
  changeAnswer: 'all steps',
  otherMatch: 'other playbooks',
  openQuestions: 'open questions',
  request: 'ask the owner',
  saveRequest: 'save',
  markdown: 'Markdown',
  json: 'JSON',
  answers: 'save answers',
  overwrite: 'overwrite',
  skip: 'skip',
  copy: 'copy',
  help: 'help',
  finish: 'finish',
} as const satisfies Record<Action, string>;

/** What an action does, for the help. */
export const actionHelp = {
  begin: 'On to the playbooks that match.',
  walk: 'Starts with the first step that needs you.',
  continue: 'On to the next step.',
  denials: 'Turns to another error of the same text. Answers are kept for each.',
  pasteAgain: 'Starts over with another error.',
  edit: 'Opens the text of the error to correct or complete it.',
  browse: 'All playbooks, by family or by what you type.',
  back: 'Back to where you were. Answers stay; answer again to change them.',
  result: 'What is known so far: cause, fix, how to verify.',
  forward: 'To where going back came from.',
  causes: 'All causes: confirmed, open, ruled out, and why.',
  changeAnswer: 'All steps with their outcomes. Choose one to look at it or to answer it again.',
  otherMatch: 'The other playbooks that match this error.',
  openQuestions: 'Goes through the steps that are still open.',
  request: 'The message to whoever has to change something: to read, copy or save.',
  saveRequest: 'Saves the message to the owner as Markdown.',
  markdown: 'Saves the checklist, for a ticket or a colleague.',
  json: 'Saves the whole diagnosis, for a program.',
  answers: 'Saves your answers, for --answers: the same command then repeats them.',
  overwrite: 'Replaces the file.',
  skip: 'Leaves this step open; an answer given before is taken back.',
  copy: 'Copies the command of a step, or a policy or command of the fix. Of several you choose.',
  help: 'Keys, and what the terms mean.',
  finish: 'Ends and prints the report. Nothing is changed in AWS.',
} as const satisfies Record<Action, string>;

export const outcomeLabels = {
  pass: 'Yes, this is so',
  fail: 'No, this is not so',
  unknown: 'I cannot tell',
} as const;

/** What can be copied, by what it is. */
export const copyTitles = {
  command: 'Command',
  changing: 'Command that changes something',
  policy: 'Policy',
  verify: 'To verify',
  request: 'Request',
} as const satisfies Record<CopyKind, string>;

/** The numbers of the steps in AWS's own article on troubleshooting access denied errors. */
export const articleNote = (numbers: readonly string[] = []): string =>
  numbers.length === 0 ? '' : ` (${numbers.join(', ')} in AWS's article)`;

export const dontKnowLabel = 'I do not know';
export const confirmLabels: Readonly<Record<string, string>> = { yes: 'Yes', no: 'No' };

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
