// Scores the evaluator on the labelled vectors, where they lie beside the checkout.
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scoreFile } from './scoring.ts';

const file = new URL('../../../shared/corpus/policy-vectors.jsonl', import.meta.url);

it.skipIf(!existsSync(file))('agrees with every labelled vector', () => expect(scoreFile(file).misses).toEqual([]));
