// Turns denials into JSON that is whole and yet safe to show: secrets hidden, encoded messages kept, control characters escaped.
import type { Explanation } from '../parse/explain.ts';
import { hideSecrets } from '../render/mask.ts';
import { mapTexts } from '../render/sanitise.ts';

export function denialsJson(found: readonly Explanation[], explain: boolean): string {
  const denials = found.map(({ denial, rows, lookAlike }) => ({
    ...denial,
    ...(explain ? { explain: { rows, ...(lookAlike === undefined ? {} : { lookAlike }) } } : {}),
  }));
  return escaped(JSON.stringify(mapTexts({ denials }, hideSecrets), undefined, 2));
}

/** JSON.stringify leaves C1 controls and invisible characters as they are, which a terminal would obey. */
const escaped = (json: string): string =>
  json.replace(/[\u007f-\u009f\p{Cf}\p{Co}]/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
