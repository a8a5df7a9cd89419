// The wizard as one pure function: a state and an event give the next state and what to do about it.
import { diagnosed, failed, heard, isReading } from './diagnosing.ts';
import { go, leaveExport, only } from './moves.ts';
import { isTyping } from './step-options.ts';
import { menuKey } from './menu.ts';
import { spoken } from './spoken.ts';
import { pasted, typingKey } from './typing.ts';
import type { Key, Transition, WizardEvent, WizardState } from './wizard-state.ts';

function pressed(state: WizardState, key: Key): Transition {
  if (key === 'ctrlC') return only({ ...state, exit: 130 });
  if (key === 'escape' && isReading(state)) return only(state, { kind: 'stopReading' });
  if (state.busy !== undefined) return only(state);
  const quiet = { ...state, notice: undefined };
  return isTyping(quiet) ? typingKey({ ...quiet, digits: '' }, key) : menuKey(quiet, key);
}

const idle = (state: WizardState): WizardState => ({ ...state, busy: undefined });

function exists(state: WizardState, path: string): WizardState {
  if (state.place.screen !== 'export') return idle(state);
  return go(idle(state), { screen: 'overwrite', format: state.place.format, path, cursor: 1 });
}

export function reduce(state: WizardState, event: WizardEvent): Transition {
  if (state.exit !== undefined) return only(state);
  switch (event.kind) {
    case 'key':
      return pressed(state, event.key);
    case 'chosen':
    case 'typed':
    case 'named':
      return spoken(state, event);
    case 'paste':
      return state.busy === undefined && isTyping(state)
        ? pasted({ ...state, notice: undefined }, event.text)
        : only(state);
    case 'diagnosed':
      return only(diagnosed(state, event.id, event.diagnosis));
    case 'reading':
      return only(heard(state, event.line));
    case 'copied':
      return only({ ...state, notice: { kind: 'copied', text: event.text, to: event.to } });
    case 'failed':
      return only(failed(state, event.id, event.detail));
    case 'saved':
      return only({ ...leaveExport(idle(state)), notice: { kind: 'saved', path: event.path } });
    case 'exists':
      return only(exists(state, event.path));
    case 'notSaved':
      return only({ ...idle(state), notice: { kind: 'notSaved', path: event.path, detail: event.detail } });
  }
}
