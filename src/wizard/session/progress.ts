// Turns the state of the wizard into what a saved session keeps of it, and back: what was asked and answered, and where.
import type { Answers, Progress, Spot } from '../contract.ts';
import { draftOf } from '../state/draft.ts';
import type { Place, WizardState } from '../state/wizard-state.ts';

/** Where a cursor stands, what is being typed and pages that only inform are not kept. */
function spotsOf(place: Place): readonly Spot[] {
  switch (place.screen) {
    case 'input':
    case 'search':
    case 'read':
    case 'denials':
      return [{ screen: place.screen }];
    case 'playbooks':
      return [{ screen: place.screen, family: place.family }];
    case 'playbook':
      return [{ screen: place.screen, playbook: place.playbook }];
    case 'match':
    case 'steps':
    case 'causes':
    case 'result':
      return [{ screen: place.screen, ...focused(place.focus) }];
    case 'step':
      return [{ screen: place.screen, ...focused(place.focus), at: { ...place.at } }];
    default:
      return [];
  }
}

const focused = (focus: string | undefined) => (focus === undefined ? {} : { focus });

const nowhere = { playbook: '', step: '' } as const;

function placeOf({ screen, family = '', playbook = '', focus, at = nowhere }: Spot, text: string): Place {
  switch (screen) {
    case 'input':
      return { screen, draft: draftOf(text) };
    case 'search':
      return { screen, draft: draftOf(''), cursor: 0 };
    case 'playbooks':
      return { screen, family, cursor: 0 };
    case 'playbook':
      return { screen, playbook, cursor: 0 };
    case 'step':
      return { screen, focus, at, cursor: 0, marked: [], draft: draftOf('') };
    case 'match':
    case 'steps':
    case 'result':
      return { screen, focus, cursor: 0 };
    case 'causes':
      return { screen, focus };
    default:
      return { screen, cursor: 0 };
  }
}

/** Undefined before there is anything to keep. */
export function progressOf(state: WizardState): Progress | undefined {
  const { text, denial, chosen, answers, keptAnswers, passed, history, place } = state;
  if (text === undefined && chosen === undefined) return undefined;
  return {
    ...(text === undefined ? {} : { text }),
    ...(chosen === undefined ? {} : { chosen }),
    ...{ denial, answers, keptAnswers, passed },
    trail: [...history, place].flatMap(spotsOf),
  };
}

type Resumed = Pick<
  WizardState,
  'text' | 'denial' | 'chosen' | 'answers' | 'keptAnswers' | 'passed' | 'history' | 'place'
>;

/** The state to go on from; what is answered now counts before what was answered then. */
export function resumedState(progress: Progress, given: Answers): Resumed {
  const { text, denial, chosen, answers, keptAnswers, passed, trail } = progress;
  const places = trail.map((spot) => placeOf(spot, text ?? ''));
  const place = places.at(-1);
  const isHere = place !== undefined && place.screen !== 'input';
  return {
    ...{ text, denial, chosen, keptAnswers, passed },
    answers: { ...answers, ...given },
    history: isHere ? places.slice(0, -1) : [],
    place: isHere ? place : { screen: 'read', cursor: 0 },
  };
}
