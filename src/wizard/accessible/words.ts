// What the numbered questions say about themselves: the prompts, and the words that can be typed in place of an answer.
import type { Action } from '../state/options.ts';
import { spokenActions } from '../state/spoken.ts';
import { shortcuts } from '../state/shortcuts.ts';
import type { WizardState } from '../state/wizard-state.ts';
import { actionHelp, actionWords } from '../views/words.ts';

/** Words of this form alone: they change nothing. */
export const ownWords = { help: 'Shows this list.', repeat: 'Says it all again.' } as const;
export type OwnWord = keyof typeof ownWords;

export const isOwnWord = (word: string): word is OwnWord => Object.hasOwn(ownWords, word);

/** What ends a program elsewhere ends it here. */
const others: Partial<Record<Action, readonly string[]>> = { finish: ['quit', 'exit'], browse: ['list'] };

const wordOf = (action: Action): string => (action === 'finish' ? 'quit' : actionWords[action].toLowerCase());

const named = (action: Action, word: string): boolean =>
  [wordOf(action), actionWords[action].toLowerCase(), ...(others[action] ?? [])].includes(word) ||
  shortcuts.some((shortcut) => shortcut.action === action && shortcut.char === word);

/** The action that a typed word stands for at this place. */
export const actionNamed = (state: WizardState, word: string): Action | undefined =>
  spokenActions(state).find((action) => named(action, word));

/** Every word that does something here, with what it does. */
export const wordsAt = (state: WizardState): readonly (readonly [word: string, meaning: string])[] => [
  ...spokenActions(state)
    .filter((action) => action !== 'help')
    .map((action) => [wordOf(action), actionHelp[action]] as const),
  ...Object.entries(ownWords),
];

export const helpEnd =
  'A number chooses. Enter alone takes what stands in brackets. "whydenied help glossary" explains the terms.';

export const welcome = 'Questions with numbered answers. Type help for the words that can be typed, quit to leave.';

export const inputEnd = 'Nothing to paste? Type search to look for a playbook, help for all words, or quit.';

export const readingWords = 'Reading the account. Enter goes on with what is known.';
export const workingWords = 'Working, please wait.';
