// The line of keys at the foot of every screen: just those that do something there.
import { canGoBack } from '../state/moves.ts';
import { optionsAt } from '../state/options.ts';
import { isTyping } from '../state/step-options.ts';
import { shortcutsAt, type Shortcut } from '../state/shortcuts.ts';
import type { WizardState } from '../state/wizard-state.ts';
import { flowed } from './head.ts';
import type { Theme } from '../layout/theme.ts';
import { actionWords } from './words.ts';

function typingKeys(state: WizardState, { signs }: Theme): readonly string[] {
  const back = canGoBack(state) ? ['Esc back'] : [];
  if (state.place.screen === 'input') return ['Ctrl-D done', 'Tab playbooks', ...back, 'Ctrl-C quit'];
  if (state.place.screen === 'search')
    return ['Type to search', `${signs.upDown} Enter choose`, ...back, 'Ctrl-C quit'];
  if (state.place.screen === 'help')
    return ['Type to look up', `${signs.upDown} PgUp PgDn scroll`, ...back, 'Ctrl-C quit'];
  if (state.place.screen === 'step') return ['Enter done', 'Tab I do not know', ...back, 'Ctrl-C quit'];
  return ['Enter save', ...back, 'Ctrl-C quit'];
}

/** An action that stands among the choices needs no second mention. */
function unlisted(state: WizardState): readonly Shortcut[] {
  const listed = optionsAt(state, state.place).flatMap((option) => (option.kind === 'action' ? [option.action] : []));
  return shortcutsAt(state).filter(({ action }) => !listed.includes(action));
}

function menuKeys(state: WizardState, theme: Theme): readonly string[] {
  const count = optionsAt(state, state.place).length;
  const several = count > 9 ? `${theme.signs.upDown} or number, ` : `${theme.signs.upDown} `;
  const choose = count === 0 ? [] : [`${count === 1 ? '' : several}Enter choose`];
  return [...choose, ...unlisted(state).map(({ char, action }) => `${char} ${actionWords[action]}`)];
}

export function keyRows(state: WizardState, width: number, theme: Theme): readonly string[] {
  const keys = isTyping(state) ? typingKeys(state, theme) : menuKeys(state, theme);
  return flowed(keys, width).map((row) => theme.paint(row, 'hint'));
}
