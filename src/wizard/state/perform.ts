// Carries out what a person chose: an option of the screen, or an action by its key.
import { ask, passAndAdvance, readDenial, setAnswer, startedOver, withoutAnswer } from './diagnosing.ts';
import { draftOf } from './draft.ts';
import { copiesAt } from './copies.ts';
import { back, at as placed, forward, go, only } from './moves.ts';
import type { Action, Option } from './options.ts';
import { stepPlace } from './step-options.ts';
import { answerOf, focusOf, nextStep, openSteps, refOf } from './walk.ts';
import type { ExportFormat, Place, Transition, WizardState } from './wizard-state.ts';

/** The playbook in the foreground of a place that has one. */
export const focusAt = (state: WizardState): string | undefined =>
  focusOf(state, 'focus' in state.place ? state.place.focus : undefined);

export const defaultNames = {
  markdown: 'checklist.md',
  json: 'checklist.json',
  answers: 'answers.yaml',
  request: 'request.md',
} as const satisfies Record<ExportFormat, string>;

/** Leaves a step without an answer; one given before is taken back. */
export function skip(state: WizardState): Transition {
  const { place } = state;
  if (place.screen !== 'step') return only(state);
  if (answerOf(state, place.at) === undefined) return only(passAndAdvance(state));
  return ask(passed(state), 'advance', withoutAnswer(state.answers, place.at));
}

function passed(state: WizardState): WizardState {
  const { passed: keys, unsent } = passAndAdvance(state);
  return { ...state, passed: keys, unsent };
}

function walk(state: WizardState): Transition {
  if (state.place.screen === 'playbook') return choosePlaybook(state, state.place.playbook);
  const focus = focusAt(state);
  const next = nextStep(state, focus);
  if (next === undefined && openSteps(state, focus).length > 0) return openQuestions(state);
  const place: Place =
    next === undefined ? { screen: 'result', focus, cursor: 0 } : stepPlace(state, focus, refOf(next));
  return only(go(state, place));
}

function choosePlaybook(state: WizardState, playbook: string): Transition {
  const place: Place = { screen: 'match', focus: playbook, cursor: 0 };
  const fresh = startedOver(state, undefined);
  return ask({ ...go(fresh, place), text: undefined, chosen: playbook, diagnosis: undefined, questions: {} }, 'read');
}

function openQuestions(state: WizardState): Transition {
  const focus = focusAt(state);
  const first = openSteps(state, focus)[0];
  if (first === undefined) return only(state);
  return only(go({ ...state, passed: [] }, stepPlace(state, focus, refOf(first))));
}

function overwrite(state: WizardState): Transition {
  if (state.place.screen !== 'overwrite') return only(state);
  return save(state, state.place.format, state.place.path, true);
}

export function save(state: WizardState, format: ExportFormat, path: string, replace: boolean): Transition {
  const { diagnosis } = state;
  if (diagnosis === undefined) return only(state);
  return only(
    { ...state, busy: { kind: 'saving' } },
    { kind: 'save', path, format, overwrite: replace, diagnosis, denial: state.denial },
  );
}

const exportAs = (state: WizardState, format: ExportFormat): Transition =>
  only(go(state, { screen: 'export', format, draft: draftOf(defaultNames[format]) }));

/** The only one at once; of several the person chooses. */
function copy(state: WizardState): Transition {
  const copies = copiesAt(state, state.place);
  const [first] = copies;
  if (first === undefined) return only(state);
  if (copies.length === 1 || state.place.screen === 'copies') return copyText(state, first.text);
  const at = state.place.screen === 'step' ? state.place.at : undefined;
  return only(go(state, { screen: 'copies', at, focus: focusAt(state), cursor: 0 }));
}

const copyText = (state: WizardState, text: string): Transition => only(state, { kind: 'copy', text });

/** A text that was left before comes back. */
const pasteAgain = (state: WizardState): Transition =>
  only(go(state, { screen: 'input', draft: state.unsent['']?.draft ?? draftOf('') }));

const performers = {
  begin: (state) => only(go(state, { screen: 'match', focus: focusAt(state), cursor: 0 })),
  walk,
  continue: (state) => only(passAndAdvance(state)),
  denials: (state) => only(go(state, { screen: 'denials', cursor: state.denial })),
  pasteAgain,
  edit: (state) => only(go(state, { screen: 'input', draft: draftOf(state.text ?? '') })),
  browse: (state) => only(go(state, { screen: 'search', draft: draftOf(''), cursor: 0 })),
  back: (state) => only(back(state)),
  result: (state) => only(go(state, { screen: 'result', focus: focusAt(state), cursor: 0 })),
  causes: (state) => only(go(state, { screen: 'causes', focus: focusAt(state) })),
  changeAnswer: (state) => only(go(state, { screen: 'steps', focus: focusAt(state), cursor: 0 })),
  otherMatch: (state) => only(go(state, { screen: 'match', focus: focusAt(state), cursor: 0 })),
  openQuestions,
  request: (state) => only(go(state, { screen: 'request', focus: focusAt(state), cursor: 0 })),
  saveRequest: (state) => exportAs(state, 'request'),
  markdown: (state) => exportAs(state, 'markdown'),
  json: (state) => exportAs(state, 'json'),
  answers: (state) => exportAs(state, 'answers'),
  overwrite,
  skip,
  copy,
  forward: (state) => only(forward(state)),
  help: (state) => only(go(state, { screen: 'help', about: state.place.screen, draft: draftOf('') })),
  finish: (state) => only({ ...state, exit: 0 }),
} satisfies Record<Action, (state: WizardState) => Transition>;

export const perform = (state: WizardState, action: Action): Transition => performers[action](state);

function answerStep(state: WizardState, answer: string): Transition {
  const { place } = state;
  if (place.screen !== 'step') return only(state);
  return setAnswer(state, place.at, answer);
}

function chooseTitle(state: WizardState, playbook: string): Transition {
  if (isListed(state.place)) return only(go(state, { screen: 'playbook', playbook, cursor: 0 }));
  return only(go(state, { screen: 'match', focus: playbook, cursor: 0 }));
}

const isListed = ({ screen }: Place): boolean => screen === 'playbooks' || screen === 'search';

export function choose(state: WizardState, option: Option): Transition {
  switch (option.kind) {
    case 'action':
      return perform(state, option.action);
    case 'outcome':
      return answerStep(state, option.outcome);
    case 'value':
      return answerStep(state, option.value);
    case 'dontKnow':
      return skip(state);
    case 'family':
      return only(go(state, { screen: 'playbooks', family: option.family, cursor: 0 }));
    case 'playbook':
      return chooseTitle(state, option.playbook);
    case 'denial':
      return option.position === state.denial ? only(back(state)) : readDenial(state, option.position);
    case 'copy':
      return copyText(state, option.copy.text);
    case 'step':
      return only(go(state, stepPlace(state, focusAt(state), option.at)));
  }
}

export const moveCursor = (state: WizardState, cursor: number): WizardState =>
  'cursor' in state.place ? placed(state, { ...state.place, cursor }) : state;
