// Turns a part of the input into plain text with an offset map: the first of the three stages.
import { joinCells } from './cells.ts';
import { mapText, replaceMapped, type Mapped } from './mapped.ts';
import { layoutRules, writingRules, type TextRule } from './rules.ts';
import { joinAllLines, flattenIndentation, joinHardWraps } from './wraps.ts';

const sentenceStem = /not\s{1,40}authori[sz]ed\s{1,40}to\s{1,40}perform/g;
const stems = (text: string) => text.match(sentenceStem)?.length ?? 0;

/** Longer parts are logs: reading all their lines as one would only mix entries. */
const joinLimit = 20_000;

function applyRules(mapped: Mapped, rules: readonly TextRule[]): Mapped {
  let result = mapped;
  for (const { hints, onlyIf, pattern, replace } of rules) {
    if (hints.length > 0 && !hints.some((hint) => result.text.includes(hint))) continue;
    if (onlyIf?.test(result.text) === false) continue;
    result = replaceMapped(result, pattern, replace);
  }
  return result;
}

const layOut = (mapped: Mapped) => joinHardWraps(joinCells(applyRules(mapped, layoutRules)));

/** Wraps are undone before escapes, which they may cut through, and once more where escapes hid them. */
export function normalise(text: string, base: number): Mapped {
  const plain = layOut(mapText(text, base));
  const written = applyRules(plain, writingRules);
  const mapped = flattenIndentation(written === plain ? plain : layOut(written));
  if (mapped.text.length > joinLimit || !mapped.text.includes('\n') || stems(mapped.text) > 0) return mapped;
  const joined = joinAllLines(mapped);
  return stems(joined.text) > 0 ? joined : mapped;
}
