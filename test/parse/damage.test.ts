// Every sentence in every envelope keeps its fields through damage that keeps the information, and a cut invents nothing.
import { describe, expect, it } from 'vitest';
import type { Denial } from '../../src/model/denial.ts';
import { parseDenials } from '../../src/parse/parse-denials.ts';
import { damages, type Damage } from './damages.ts';
import { emitters, sentences, type Emitter, type Sentence } from './variants.ts';

const isKept = ({ fields }: Sentence, denial: Denial | undefined) =>
  Object.entries(fields).every(([name, value]) => denial?.[name as keyof Denial] === value);

/** Each pair of envelope and damage sees a fifth of the sentences, another one each time. */
function shareKept(emitter: Emitter, damage: Damage, turn: number): { kept: number; of: number } {
  const own = sentences.filter((_, index) => (index + turn) % 5 === 0);
  const kept = own.filter((sentence) => isKept(sentence, parseDenials(damage.apply(emitter.print(sentence.text)))[0]));
  return { kept: kept.length, of: own.length };
}

describe.each(damages)('$name', (damage) => {
  it('keeps the fields', () => {
    const shares = emitters.map((emitter, turn) => shareKept(emitter, damage, turn));
    const kept = shares.reduce((sum, share) => sum + share.kept, 0);
    const of = shares.reduce((sum, share) => sum + share.of, 0);
    expect(kept / of).toBeGreaterThanOrEqual(damage.cutsWords === true ? 0.95 : 1);
  });
});

const named = ['principal', 'action', 'resource', 'policyArn'] as const;

it.each(emitters)('$name: a text cut anywhere states nothing that was not there', ({ print }) => {
  for (const { text, fields } of sentences.filter((_, index) => index % 17 === 0)) {
    const whole = print(text);
    for (let end = 0; end < whole.length; end += 11) {
      const found = parseDenials(whole.slice(0, end))[0];
      for (const name of named) expect(`${name}: ${fields[name] ?? ''}`).toContain(`${name}: ${found?.[name] ?? ''}`);
      expect([fields.denyType ?? 'unstated', 'unstated']).toContain(found?.denyType ?? 'unstated');
      expect([fields.policyType ?? 'unstated', 'unstated']).toContain(found?.policyType ?? 'unstated');
    }
  }
});

it.each(emitters)('$name: a second error below the first is told apart', ({ print }) => {
  const [first, second] = [sentences[1], sentences[15]];
  const found = parseDenials(`${print(first?.text ?? '')}\n\n${print(second?.text ?? '')}\n`);
  expect(found).toMatchObject([first?.fields, second?.fields]);
});
