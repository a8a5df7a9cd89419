// Chooses the view of the place the wizard is at.
import type { Diagnosis } from '../../model/diagnosis.ts';
import { causesOf, stepAt } from '../state/walk.ts';
import type { Place, Screen, WizardState } from '../state/wizard-state.ts';
import { heading, text } from '../layout/blocks.ts';
import { familiesView, playbooksView, playbookView } from './screens/browse.ts';
import { causesView } from './screens/causes.ts';
import { denialsView } from './screens/denials.ts';
import { helpView } from './screens/help.ts';
import { inputView } from './screens/input.ts';
import { matchView } from './screens/match.ts';
import { readView } from './screens/read.ts';
import { resultView } from './screens/result.ts';
import { exportView, overwriteView } from './screens/saving.ts';
import { commandsView, stepView } from './screens/step.ts';
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
  families: () => familiesView(),
  playbooks: ({ family }) => playbooksView(family),
  playbook: ({ playbook }, state) => playbookView(state.playbooks.find(({ id }) => id === playbook)),
  read: (_, state) => readView(state),
  denials: () => denialsView(),
  match: ({ focus }, state, signs) => matchView(state, focus, signs),
  step: (place, state, signs) => stepView(state, place, signs),
  commands: ({ at }, state) => commandsView(stepAt(state, at)),
  steps: () => stepsView,
  causes: ({ focus }, state, signs) => once(state, (diagnosis) => causesView(diagnosis, causesOf(state, focus), signs)),
  result: (_, state, signs) => once(state, (diagnosis) => resultView(diagnosis, signs)),
  export: ({ format, draft }) => exportView(format, draft),
  overwrite: ({ path }) => overwriteView(path),
  help: (_place, _state, signs) => helpView(signs),
};

/** The table pairs each screen with its own place; the compiler cannot follow that through an index. */
const view = <Name extends Screen>(place: At<Name>, state: WizardState, signs: Signs): View =>
  (viewers[place.screen as Name] as Viewer<Name>)(place, state, signs);

export const viewOf = (state: WizardState, { signs }: Theme): View => view(state.place, state, signs);
