// Compares the playbook that comes first for a text with the classes of errors an expert would name, over a file of texts.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { diagnose } from '../../src/diagnose.ts';
import type { PlaybookSet } from '../../src/model/playbook.ts';
import { loadPlaybooks } from '../../src/playbook/load.ts';

/** By id of a text: the classes whose playbook may come first, the best one at the front; `none` where nothing is to be said. */
export type Expected = Readonly<Record<string, readonly string[]>>;

export interface MatchedText {
  readonly id: string;
  readonly expected: readonly string[];
  /** The playbooks in the order shown. */
  readonly matches: readonly string[];
  readonly class: string;
  readonly right: boolean;
  readonly text: string;
}

const data = fileURLToPath(new URL('expected.json', import.meta.url));
export const expected = JSON.parse(readFileSync(data, 'utf8')) as Expected;

/** Classes a playbook answers: those it lists, and its own id. */
const classesOf = (id: string | undefined, { playbooks }: PlaybookSet): readonly string[] => {
  if (id === undefined) return ['none'];
  return [id, ...(playbooks.find((playbook) => playbook.id === id)?.classes ?? [])];
};

export async function matchTexts(lines: readonly string[]): Promise<readonly MatchedText[]> {
  const playbooks = await loadPlaybooks();
  const records = lines.map((line) => JSON.parse(line) as { readonly id: string; readonly raw: string });
  return Promise.all(
    records.map(async ({ id, raw }) => {
      const { matches, denial } = await diagnose({ text: raw, playbooks });
      const first = classesOf(matches[0]?.playbook, playbooks);
      const wanted = expected[id] ?? [];
      return {
        id,
        expected: wanted,
        matches: matches.map(({ playbook }) => playbook),
        class: denial?.class ?? 'none',
        right: wanted.some((name) => first.includes(name)),
        text: raw,
      };
    }),
  );
}

const opening = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 160);

const verdict = ({ right, expected: wanted }: MatchedText): string =>
  right ? 'right' : wanted.length === 0 ? 'open ' : 'WRONG';

function line(text: MatchedText): string {
  const head = `${verdict(text)}  ${text.id}  [${text.class}]  ${text.matches.join(' > ') || 'none'}`;
  if (text.right) return head;
  return `${head}\n       expected ${text.expected.join(' or ') || '(nothing written down)'}\n       ${opening(text.text)}`;
}

/** One line for each text, then how many have the right playbook first. */
export function formatMatches(texts: readonly MatchedText[], failuresOnly: boolean): string {
  const shown = texts.filter(({ right }) => !failuresOnly || !right);
  const judged = texts.filter(({ expected: wanted }) => wanted.length > 0);
  const right = judged.filter((text) => text.right).length;
  const percent = judged.length === 0 ? 0 : (100 * right) / judged.length;
  return `${shown.map(line).join('\n')}\n${right}/${judged.length} have the expected playbook first (${percent.toFixed(1)} %)\n`;
}
