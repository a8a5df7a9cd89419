// The state a wizard starts in: with a text it reads at once, without one it asks.
import type { LoadedPlaybook } from '../../model/playbook.ts';
import type { Answers, Progress } from '../contract.ts';
import { resumedState } from '../session/progress.ts';
import { ask } from './diagnosing.ts';
import { draftOf } from './draft.ts';
import { only } from './moves.ts';
import type { Transition, WizardState } from './wizard-state.ts';

export interface Start {
  readonly playbooks: readonly LoadedPlaybook[];
  readonly text?: string | undefined;
  /** Position of the denial in the text, counted from 0. */
  readonly denial?: number | undefined;
  readonly answers?: Answers | undefined;
  /** What a saved session kept; then text and denial are its own. */
  readonly progress?: Progress | undefined;
}

export function start({ playbooks, text, denial = 0, answers = {}, progress }: Start): Transition {
  const state: WizardState = {
    playbooks,
    place: text === undefined ? { screen: 'input', draft: draftOf('') } : { screen: 'read', cursor: 0 },
    history: [],
    ahead: [],
    unsent: {},
    text,
    denial,
    chosen: undefined,
    answers,
    keptAnswers: {},
    passed: [],
    questions: {},
    diagnosis: undefined,
    busy: undefined,
    reading: [],
    runs: 0,
    digits: '',
    notice: undefined,
    exit: undefined,
  };
  if (progress !== undefined) return ask({ ...state, ...resumedState(progress, answers) }, 'read');
  return text === undefined ? only(state) : ask(state, 'read');
}
