// Measures the parser on labelled texts where they are at hand, and holds what has been reached.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scoreRecords, type LabelledText } from './scoring.ts';

const file = join(import.meta.dirname, '../../../shared/corpus/messages.jsonl');

it.skipIf(!existsSync(file))('labelled texts are read right', () => {
  const records = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LabelledText);
  const score = scoreRecords(records);
  expect(score.right / score.results.length).toBeGreaterThan(0.95);
  expect(score.invented).toBe(0);
  expect(score.falseAlarms).toBe(0);
});
