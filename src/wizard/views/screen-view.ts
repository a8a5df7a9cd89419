// Chooses the view of the place the wizard is at.
import type { Diagnosis } from '../../model/diagnosis.ts';
import { copiesOf } from '../state/copies.ts';
import { causesOf } from '../state/walk.ts';
import type { Place, Screen, WizardState } from '../state/wizard-state.ts';
import { heading, text } from '../layout/blocks.ts';
import { playbooksView, playbookView, searchView } from './screens/browse.ts';
import { shortcutsAt } from '../state/shortcuts.ts';
import { choicesOf } from './choices.ts';
import { causesView } from './screens/causes.ts';
import { denialsView } from './screens/denials.ts';
import { helpView, type Behind } from './screens/help.ts';
import { inputView } from './screens/input.ts';
import { matchView } from './screens/match.ts';
import { readView } from './screens/read.ts';
import { resultView } from './screens/result.ts';
import { requestView } from './screens/request.ts';
import { exportView, overwriteView } from './screens/saving.ts';
import { copiesView } from './screens/copies.ts';
import { stepView } from './screens/step.ts';
import type { Signs, Theme } from '../layout/theme.ts';
import type { View } from './view.ts';

type At<Name extends Screen> = Extract<Place, { readonly screen: Name }>;
type Viewer<Name extends Screen> = (place: At<Name>, state: WizardState, signs: Signs) => View;

const once = (state: WizardState, view: (diagnosis: Diagnosis) => View): View =>
  state.diagnosis === undefined ? { blocks: [] } : view(state.diagnosis);

const stepsView: View = {
  blocks: [heading('All steps'), text('Choose one to look at it or to answer it again.', 'hint')],
};

const viewers: { readonly [Name in Screen]: Viewer<Name> } = {
  input: ({ draft }, state) => inputView(draft, state.playbooks.length),
  search: ({ draft }, state) => searchView(state, draft),
  playbooks: ({ family }) => playbooksView(family),
  playbook: ({ playbook }, state) => playbookView(state.playbooks.find(({ id }) => id === playbook)),
  read: (_, state) => readView(state),
  denials: () => denialsView(),
  match: ({ focus }, state, signs) => matchView(state, focus, signs),
  step: (place, state, signs) => stepView(state, place, signs),
  copies: ({ at }, state) => copiesView(copiesOf(state, at)),
  steps: () => stepsView,
  causes: ({ focus }, state, signs) => once(state, (diagnosis) => causesView(diagnosis, causesOf(state, focus), signs)),
  result: (_, state, signs) => once(state, (diagnosis) => resultView(diagnosis, signs)),
  request: (_, state) => once(state, requestView),
  export: ({ format, draft }) => exportView(format, draft),
  overwrite: ({ path }) => overwriteView(path),
  help: ({ draft }, state, signs) => helpView(draft, behind(state, signs), signs),
};

/** The screen that the help was called on: its keys, and all that it says. */
function behind(state: WizardState, signs: Signs): Behind {
  const place = state.history.at(-1);
  if (place === undefined) return { shortcuts: [], words: '' };
  const before = { ...state, place, history: state.history.slice(0, -1) };
  const { blocks } = view(place, before, signs);
  const said = blocks.map((block) => (block.kind === 'text' ? `${block.lead ?? ''} ${block.text}` : ''));
  const offered = choicesOf(before, signs).map(({ label }) => label);
  return { shortcuts: shortcutsAt(before), words: [...said, ...offered].join('\n') };
}

/** The table pairs each screen with its own place; the compiler cannot follow that through an index. */
const view = <Name extends Screen>(place: At<Name>, state: WizardState, signs: Signs): View =>
  (viewers[place.screen as Name] as Viewer<Name>)(place, state, signs);

export const viewOf = (state: WizardState, { signs }: Theme): View => view(state.place, state, signs);
