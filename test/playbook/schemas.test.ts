// The committed schemas are those the tables give, and accept and refuse what the format says.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schemaNames, schemaOf } from '../../src/playbook/format/json-schema.ts';
import { validatorFor } from '../../src/playbook/validate/validator.ts';

const committed = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'));

describe('schemas', () => {
  it.each(schemaNames)('%s: the committed one is up to date (npm run schemas)', (name) =>
    expect(committed(name)).toEqual(schemaOf(name)),
  );
  it.each(schemaNames)('%s: compiles and refuses a file that says nothing it knows', async (name) =>
    expect(await validatorFor(name).then((validate) => validate({ unknown: 1 }))).not.toEqual([]),
  );
});

const factsFiles: readonly (readonly [string, unknown, boolean])[] = [
  ['plain values', { schema: 'whydenied/facts@1', facts: { 'caller.kind': 'user' } }, true],
  ['values with status', { schema: 'whydenied/facts@1', facts: { 'caller.kind': { status: 'denied' } } }, true],
  ['a value outside the list', { schema: 'whydenied/facts@1', facts: { 'caller.kind': 'alien' } }, false],
  ['an unknown fact', { schema: 'whydenied/facts@1', facts: { 'caller.nickname': 'x' } }, false],
  ['another schema', { schema: 'facts', facts: {} }, false],
];

describe('facts files', () => {
  it.each(factsFiles)('%s', async (_, file, accepted) =>
    expect((await validatorFor('facts'))(file).length === 0).toBe(accepted),
  );
});
