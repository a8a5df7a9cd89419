// The flags that hand in the same answers without the wizard, as words for a shell.
import { quoted } from '../../playbook/shell.ts';
import type { WizardState } from '../state/wizard-state.ts';

export function flagsOf({ answers, denial }: WizardState): readonly string[] {
  const given = Object.entries(answers).flatMap(([key, answer]) => [answer].flat().map((value) => `${key}=${value}`));
  return [
    ...(denial === 0 ? [] : ['--denial', String(denial + 1)]),
    ...given.flatMap((answer) => ['--answer', quoted(answer)]),
  ];
}
