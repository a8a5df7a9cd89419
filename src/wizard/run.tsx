// Runs the wizard on a terminal until the person finishes or interrupts, and tells what came of it.
import { render } from 'ink';
import { App } from './app.tsx';
import type { WizardOptions, WizardResult } from './contract.ts';
import { flagsOf } from './shell/flags.ts';
import { createPerform } from './shell/perform.ts';
import { Store } from './shell/store.ts';
import { terminalOf } from './shell/terminal.ts';
import { start } from './state/start.ts';
import { themeOf } from './layout/theme.ts';

const resultOf = (store: Store): WizardResult => {
  const state = store.getState();
  return {
    code: state.exit ?? 130,
    ...(state.diagnosis === undefined ? {} : { diagnosis: state.diagnosis }),
    flags: flagsOf(state),
  };
};

function createWizardStore(options: WizardOptions): Store {
  const { playbooks, text, denial, answers } = options;
  const position = denial === undefined ? 0 : Math.max(0, denial - 1);
  return new Store(start({ playbooks: playbooks.playbooks, text, denial: position, answers }), createPerform(options));
}

export async function runWizard(options: WizardOptions): Promise<WizardResult> {
  const { input, output } = options;
  const store = createWizardStore(options);
  const instance = render(<App store={store} theme={themeOf(options)} terminal={terminalOf(output)} />, {
    stdin: input,
    stdout: output,
    exitOnCtrlC: false,
    patchConsole: false,
  });
  const stopHearing = options.reading?.subscribe((line) => {
    store.tell({ kind: 'reading', line });
  });
  const leave = store.subscribe(() => {
    if (store.getState().exit === undefined) return;
    instance.clear();
    instance.unmount();
  });
  try {
    await instance.waitUntilExit();
  } finally {
    leave();
    stopHearing?.();
  }
  return resultOf(store);
}
