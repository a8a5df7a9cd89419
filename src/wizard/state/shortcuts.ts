// The keys that act at once, and where each is offered: the one list behind the reducer, the key line and the help.
import { copiesAt } from './copies.ts';
import { canGoBack, forward } from './moves.ts';
import { canAsk, type Action } from './options.ts';
import { isTyping } from './step-options.ts';
import { matchesOf, walkOf } from './walk.ts';
import type { Screen, WizardState } from './wizard-state.ts';

export interface Shortcut {
  readonly char: string;
  readonly action: Action;
  isOffered(state: WizardState): boolean;
}

const on =
  (...screens: readonly Screen[]) =>
  (state: WizardState): boolean =>
    state.diagnosis !== undefined && screens.includes(state.place.screen);

const hasCopies = (state: WizardState): boolean =>
  state.place.screen !== 'copies' && copiesAt(state, state.place).length > 0;

const hasSteps = (state: WizardState): boolean => walkOf(state, undefined).length > 0;

export const shortcuts: readonly Shortcut[] = [
  { char: 'b', action: 'back', isOffered: canGoBack },
  { char: 's', action: 'skip', isOffered: on('step') },
  { char: 'c', action: 'copy', isOffered: hasCopies },
  { char: 'v', action: 'causes', isOffered: on('match', 'step', 'steps', 'result') },
  { char: 'r', action: 'result', isOffered: on('match', 'step', 'steps', 'causes') },
  { char: 'a', action: 'changeAnswer', isOffered: (state) => on('match', 'step', 'result')(state) && hasSteps(state) },
  {
    char: 'p',
    action: 'otherMatch',
    isOffered: (state) => on('step', 'steps', 'result')(state) && matchesOf(state).length > 1,
  },
  { char: 'o', action: 'request', isOffered: (state) => on('result', 'causes')(state) && canAsk(state) },
  { char: 's', action: 'saveRequest', isOffered: on('request') },
  { char: 'm', action: 'markdown', isOffered: on('result', 'causes') },
  { char: 'j', action: 'json', isOffered: on('result', 'causes') },
  { char: 'e', action: 'edit', isOffered: (state) => state.place.screen === 'read' && state.text !== undefined },
  { char: 'f', action: 'forward', isOffered: (state) => forward(state) !== state },
  { char: '/', action: 'browse', isOffered: () => true },
  { char: '?', action: 'help', isOffered: () => true },
  { char: 'q', action: 'finish', isOffered: () => true },
];

export const shortcutsAt = (state: WizardState): readonly Shortcut[] =>
  isTyping(state) ? [] : shortcuts.filter((shortcut) => shortcut.isOffered(state));
