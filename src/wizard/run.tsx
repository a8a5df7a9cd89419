// Runs the wizard on a terminal until the person finishes or interrupts, and tells what came of it.
import { render } from 'ink';
import { App } from './app.tsx';
import type { WizardOptions, WizardResult } from './contract.ts';
import { terminalOf } from './shell/terminal.ts';
import { Rest } from './shell/rest.ts';
import { createWizardStore, resultOf } from './shell/wizard-store.ts';
import { themeOf } from './layout/theme.ts';

export async function runWizard(options: WizardOptions): Promise<WizardResult> {
  const { input, output, jobControl } = options;
  const rest = new Rest({ input, output, jobControl, clear: () => instance.clear() });
  const store = createWizardStore(options);
  const app = <App store={store} theme={themeOf(options)} terminal={terminalOf(output)} rest={rest} />;
  const instance = render(app, {
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
