// Writes answers as the file that --answers reads: one line a step, in YAML that is JSON on each line.
import { escaped } from '../../render/json.ts';
import { hideSecrets } from '../../render/mask.ts';
import { mapTexts } from '../../render/sanitise.ts';
import type { Answers } from '../contract.ts';

export function answersFile(answers: Answers, denial: number): string {
  const flags = `--answers FILE${denial === 0 ? '' : ` --denial ${denial + 1}`}`;
  const lines = Object.entries(mapTexts(answers, hideSecrets)).map(
    ([step, answer]) => `${escaped(JSON.stringify(step))}: ${escaped(JSON.stringify(answer))}`,
  );
  return [`# Answers to the steps. With the same error, ${flags} repeats them.`, ...lines, ''].join('\n');
}
