// Every mistake gets exactly one message, at the right place, with the right code and a way out.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Fragment } from '../../src/model/playbook.ts';
import { codes } from '../../src/playbook/validate/codes.ts';
import { validatePlaybook } from '../../src/playbook/validate/pipeline.ts';
import { mistakes, type Mistake } from './mistakes.ts';

const fixture = readFileSync(new URL('fixtures/parcel-locker.yaml', import.meta.url), 'utf8');
const caller: Fragment = { format: 'fragment/v1', id: 'caller', title: 'The caller', steps: [] };
const context = { fragments: new Map([['caller', caller]]) };
const validate = (text: string) => validatePlaybook(text, 'parcel-locker.yaml', context);

/** Where § stands, and the text without it. */
function marked({ from, to, where }: Mistake): { readonly text: string; readonly place: string } {
  const changed = fixture.replace(from, () => to);
  const edited = where === undefined ? changed : changed.replace(where.replace('§', ''), () => where);
  const before = edited.slice(0, edited.indexOf('§')).split('\n');
  return { text: edited.replace('§', ''), place: `${before.length}:${(before.at(-1)?.length ?? 0) + 1}` };
}

const several: readonly (readonly [string, string])[] = [
  ['title: Not', 'titel: Not'],
  ['on_fail', 'onfail'],
  ['fact: answers.purpose', 'fact: answers.porpose'],
  ['      verify: Call again.\n', ''],
  ['strength: proves', 'strength: prove'],
  ['{{error.action}}.', '{{error.acton}}.'],
  ['cause: guardrail', 'cause: gaurdrail'],
];

describe('mistakes', () => {
  it('the fixture has none', async () => expect(await validate(fixture)).toEqual([]));
  it('are many', () => expect(mistakes.length).toBeGreaterThan(90));
  it.each(mistakes.map((mistake) => [mistake.what, mistake] as const))('%s', async (_, mistake) => {
    expect(fixture).toContain(mistake.from);
    expect(mistake.where ?? mistake.to).toContain('§');
    const { text, place } = marked(mistake);
    const found = await validate(text);
    const [first] = found;
    expect(found.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([`${mistake.code} ${place}`]);
    expect(first?.hint ?? '').toContain(mistake.hint);
  });
  it('several in one file are all told, each once', async () => {
    const text = several.reduce((whole, [from, to]) => whole.replace(from, () => to), fixture);
    const found = (await validate(text)).map(({ code }) => code);
    expect(found).toEqual(['WD201', 'WD201', 'WD301', 'WD204', 'WD403', 'WD202', 'WD601']);
  });
  it('of the file of all codes each has a case, but those only a set of files can have', () => {
    const ofSets = ['WD311', 'WD511', 'WD608', 'WD611', 'WD706', 'WD801', 'WD802', 'WD803', 'WD804'];
    const cases = new Set([...mistakes.map(({ code }) => code), ...ofSets]);
    expect(Object.keys(codes).filter((code) => !cases.has(code))).toEqual([]);
  });
});
