// Real texts, where they lie beside the checkout: the playbook an expert would choose comes first. The texts themselves stay outside; here are ids and classes only.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorClasses } from '../../.ci/error-classes.ts';
import { loadPlaybooks } from '../../src/playbook/load.ts';
import { expected, formatMatches, matchTexts } from './scoring.ts';

const file = join(import.meta.dirname, '../../../shared/corpus/messages.jsonl');
const isThere = existsSync(file);
if (!isThere) process.stdout.write('no corpus of real texts beside this checkout: matching is not measured\n');

/** Of the texts; the rest is looked at by hand with `npm run score:match`. */
const wanted = 0.95;

describe('real texts', () => {
  it.skipIf(!isThere)('have the expected playbook first', { timeout: 120_000 }, async () => {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    const texts = await matchTexts(lines);
    expect(texts.filter((text) => text.expected.length === 0).map(({ id }) => id)).toEqual([]);
    const right = texts.filter((text) => text.right).length;
    expect(right / texts.length, formatMatches(texts, true)).toBeGreaterThanOrEqual(wanted);
  });
  it('are labelled with classes that exist', async () => {
    const { playbooks } = await loadPlaybooks();
    const known = new Set([...errorClasses, ...playbooks.map(({ id }) => id), 'none']);
    const labels = Object.entries(expected).flatMap(([id, classes]) => classes.map((name) => `${id}: ${name}`));
    expect(labels.filter((label) => !known.has(label.split(': ')[1] ?? ''))).toEqual([]);
  });
});
