// The choices each screen offers, as data: what the digits, the arrows and Enter work on.
import type { Denial } from '../../model/denial.ts';
import type { LoadedPlaybook } from '../../model/playbook.ts';
import { copiesOf, type Copy } from './copies.ts';
import { searchPlaybooks } from './search.ts';
import { stepOptions } from './step-options.ts';
import { matchesOf, openSteps, refOf, walkOf } from './walk.ts';
import type { Place, StepRef, WizardState } from './wizard-state.ts';

export const actions = [
  'begin',
  'walk',
  'continue',
  'denials',
  'pasteAgain',
  'edit',
  'browse',
  'back',
  'forward',
  'result',
  'causes',
  'changeAnswer',
  'otherMatch',
  'openQuestions',
  'request',
  'saveRequest',
  'markdown',
  'json',
  'answers',
  'overwrite',
  'skip',
  'copy',
  'help',
  'finish',
] as const;
export type Action = (typeof actions)[number];

export type Option =
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'outcome'; readonly outcome: 'pass' | 'fail' | 'unknown' }
  | { readonly kind: 'value'; readonly value: string; readonly label: string }
  | { readonly kind: 'dontKnow' }
  | { readonly kind: 'family'; readonly family: string }
  | { readonly kind: 'playbook'; readonly playbook: string; readonly title: string }
  | { readonly kind: 'denial'; readonly position: number }
  | { readonly kind: 'copy'; readonly copy: Copy }
  | { readonly kind: 'step'; readonly at: StepRef };

const action = (name: Action): Option => ({ kind: 'action', action: name });
const list = (...names: readonly (Action | false)[]): readonly Option[] =>
  names.filter((name) => name !== false).map(action);

export const familiesOf = (playbooks: readonly LoadedPlaybook[]): readonly string[] =>
  [...new Set(playbooks.map((playbook) => playbook.family))].sort();

const toOpen = ({ id, title }: LoadedPlaybook): Option => ({ kind: 'playbook', playbook: id, title });

const playbooksIn = (state: WizardState, family: string): readonly Option[] =>
  state.playbooks.filter((playbook) => playbook.family === family).map(toOpen);

/** The families while nothing is typed, then what the words find. */
const searchOptions = ({ playbooks }: WizardState, query: string): readonly Option[] =>
  query.trim() === ''
    ? familiesOf(playbooks).map((family) => ({ kind: 'family', family }))
    : searchPlaybooks(playbooks, query).playbooks.map(toOpen);

/** The denials of the text in its order, the chosen one among them. */
export function denialsOf({ diagnosis, denial }: WizardState): readonly Denial[] {
  if (diagnosis === undefined || diagnosis.denial === null) return [];
  return diagnosis.others.toSpliced(denial, 0, diagnosis.denial);
}

const hasOtherDenials = (state: WizardState): boolean => denialsOf(state).length > 1;

function readOptions(state: WizardState): readonly Option[] {
  const { diagnosis, busy } = state;
  if (diagnosis === undefined && busy !== undefined) return [];
  if (diagnosis === undefined || diagnosis.denial === null)
    return list(state.text !== undefined && 'edit', 'pasteAgain', 'browse', 'finish');
  return list('begin', hasOtherDenials(state) && 'denials', 'edit', 'pasteAgain', 'browse');
}

/** The error alone may tell the cause: then the person need not go through steps for it. */
const isProven = ({ diagnosis }: WizardState): boolean =>
  diagnosis?.causes.some(({ state, strength }) => state === 'confirmed' && strength === 'proves') === true;

function matchOptions(state: WizardState, focus: string | undefined): readonly Option[] {
  const matches = matchesOf(state);
  const others = matches.filter((match) => match.playbook !== focus);
  const choose = others.map(({ playbook, title }): Option => ({ kind: 'playbook', playbook, title }));
  return matches.length === 0
    ? list('result', 'edit', 'pasteAgain', 'browse')
    : isProven(state)
      ? [...list('result', 'walk'), ...choose]
      : [...list('walk'), ...choose, ...list('result')];
}

/** No flag names the playbook that was chosen by hand, so its answers alone would repeat nothing. */
const hasAnswers = ({ text, answers }: WizardState): boolean => text !== undefined && Object.keys(answers).length > 0;

/** A request speaks of a denial. */
export const canAsk = ({ diagnosis }: WizardState): boolean => (diagnosis?.denial ?? null) !== null;

const resultOptions = (state: WizardState, focus: string | undefined): readonly Option[] =>
  list(
    openSteps(state, focus).length > 0 && 'openQuestions',
    canAsk(state) && 'request',
    'markdown',
    'json',
    walkOf(state, focus).length > 0 && 'changeAnswer',
    matchesOf(state).length > 1 && 'otherMatch',
    hasOtherDenials(state) && 'denials',
    hasAnswers(state) && 'answers',
    'pasteAgain',
    'finish',
  );

const denialOptions = (state: WizardState): readonly Option[] =>
  denialsOf(state).map((_, position) => ({ kind: 'denial', position }));

/** What stands to choose at a place; none where a text is typed or there is only something to read. */
export function optionsAt(state: WizardState, place: Place): readonly Option[] {
  switch (place.screen) {
    case 'search':
      return searchOptions(state, place.draft.text);
    case 'playbooks':
      return playbooksIn(state, place.family);
    case 'playbook':
      return list('walk', 'back');
    case 'read':
      return readOptions(state);
    case 'denials':
      return denialOptions(state);
    case 'match':
      return matchOptions(state, place.focus);
    case 'step':
      return stepOptions(state, place.at);
    case 'copies':
      return copiesOf(state, place.at).map((copy) => ({ kind: 'copy', copy }));
    case 'steps':
      return walkOf(state, place.focus).map((step) => ({ kind: 'step', at: refOf(step) }));
    case 'result':
      return resultOptions(state, place.focus);
    case 'request':
      return list('copy', 'saveRequest', 'back');
    case 'overwrite':
      return list('overwrite', 'back');
    default:
      return [];
  }
}
