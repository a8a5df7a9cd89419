// Sets up the store for a run of the wizard, in whichever form it is shown, tells what there is to keep, and sums up at the end.
import type { WizardOptions, WizardResult } from '../contract.ts';
import { progressOf } from '../session/progress.ts';
import { start } from '../state/start.ts';
import type { WizardState } from '../state/wizard-state.ts';
import { flagsOf } from './flags.ts';
import { createPerform } from './perform.ts';
import { Store } from './store.ts';

export function createWizardStore(options: WizardOptions): Store {
  const { playbooks, text, denial, answers, progress, keep } = options;
  const position = denial === undefined ? 0 : Math.max(0, denial - 1);
  const first = start({ playbooks: playbooks.playbooks, text, denial: position, answers, progress });
  const store = new Store(first, createPerform(options));
  if (keep !== undefined) store.subscribe(keeping(store, keep));
  return store;
}

/** Cursor moves and typing change nothing that is kept. */
function keeping(store: Store, keep: NonNullable<WizardOptions['keep']>): () => void {
  let last: { readonly text: string | undefined; readonly rest: string; readonly state: WizardState } | undefined;
  return () => {
    const state = store.getState();
    const progress = progressOf(state);
    if (progress === undefined) return;
    const { diagnosis, exit } = state;
    const rest = JSON.stringify({ ...progress, text: '', exit });
    if (last?.text === progress.text && last?.rest === rest && last.state.diagnosis === diagnosis) return;
    last = { text: progress.text, rest, state };
    keep({ progress, diagnosis, exit });
  };
}

export function resultOf(store: Store): WizardResult {
  const state = store.getState();
  return {
    code: state.exit ?? 130,
    ...(state.diagnosis === undefined ? {} : { diagnosis: state.diagnosis }),
    flags: flagsOf(state),
  };
}
