// Turns a part of the input into plain text with an offset map: the first of the three stages.
import { joinCells } from './cells.ts';
import { mapText, replaceMapped, type Mapped } from './mapped.ts';
import { textRules, type TextRule } from './rules.ts';
import { joinAllLines, flattenIndentation, joinHardWraps } from './wraps.ts';

const rules: readonly TextRule[] = textRules;

const sentenceStem = /not\s{1,40}authori[sz]ed\s{1,40}to\s{1,40}perform/g;
const stems = (text: string) => text.match(sentenceStem)?.length ?? 0;

/** Longer parts are logs: reading all their lines as one would only mix entries. */
const joinLimit = 20_000;

export function normalise(text: string, base: number): Mapped {
  let mapped = mapText(text, base);
  for (const rule of rules) {
    const { hints, onlyIf } = rule;
    if (onlyIf?.test(mapped.text) === false) continue;
    if (hints.length === 0 || hints.some((hint) => mapped.text.includes(hint)))
      mapped = replaceMapped(mapped, rule.pattern, rule.replace);
  }
  mapped = flattenIndentation(joinHardWraps(joinCells(mapped)));
  if (mapped.text.length > joinLimit || !mapped.text.includes('\n') || stems(mapped.text) > 0) return mapped;
  const joined = joinAllLines(mapped);
  return stems(joined.text) > 0 ? joined : mapped;
}
