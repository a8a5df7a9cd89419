// Finds playbooks by a few typed words: every word has to stand somewhere, and where it stands decides the order.
import type { LoadedPlaybook } from '../../model/playbook.ts';
import { nearest } from '../../playbook/validate/nearest.ts';

/** What of a playbook is searched, the weightier first. */
type Fields = readonly (readonly [weight: number, text: string])[];

const fieldsByPlaybook = new WeakMap<LoadedPlaybook, Fields>();

function fieldsOf(playbook: LoadedPlaybook): Fields {
  const known = fieldsByPlaybook.get(playbook);
  if (known !== undefined) return known;
  const { id, title, summary, family, classes = [], services = [], actions = [], tags = [] } = playbook;
  const causes = playbook.causes.map((cause) => cause.title);
  const errors = playbook.tests.filter((test) => test.expect.match !== false).map((test) => test.error);
  const weighted: readonly (readonly [number, readonly string[]])[] = [
    [16, [title, id]],
    [8, [...services, ...actions, ...tags, family, ...classes]],
    [4, [summary, ...causes]],
    [1, errors],
  ];
  const fields = weighted.map(([weight, texts]) => [weight, ` ${texts.join(' ').toLowerCase()}`] as const);
  fieldsByPlaybook.set(playbook, fields);
  return fields;
}

const separators = /[^\p{L}\p{N}]+/u;

/** The beginning of a word counts double; a part of one is found as well. */
function scoreOf(word: string, fields: Fields): number {
  const found = fields.find(([, text]) => text.includes(word));
  if (found === undefined) return 0;
  const [weight, text] = found;
  return text.split(separators).some((other) => other.startsWith(word)) ? weight * 2 : weight;
}

const wordsOf = (query: string): readonly string[] =>
  query
    .toLowerCase()
    .split(/[\s"',;]+/)
    .filter((word) => word !== '')
    .slice(0, 12);

export interface Found {
  readonly playbooks: readonly LoadedPlaybook[];
  /** All: each has every word. Some: none has all of them. None: nothing was found. */
  readonly has: 'all' | 'some' | 'none';
  /** A word of the playbooks that one of the typed ones may stand for. */
  readonly meant?: string;
}

/** The most that a person looks through. */
const most = 50;

export function searchPlaybooks(playbooks: readonly LoadedPlaybook[], query: string): Found {
  const words = wordsOf(query);
  const rated = playbooks
    .map((playbook) => ({ playbook, scores: words.map((word) => scoreOf(word, fieldsOf(playbook))) }))
    .filter(({ scores }) => scores.some((score) => score > 0));
  const whole = rated.filter(({ scores }) => scores.every((score) => score > 0));
  const shown = whole.length > 0 ? whole : rated;
  const rank = ({ scores }: (typeof rated)[number]) =>
    scores.filter((score) => score > 0).length * 1000 + scores.reduce((sum, score) => sum + score, 0);
  const sorted = shown
    .toSorted((one, two) => rank(two) - rank(one))
    .map(({ playbook }) => playbook)
    .slice(0, most);
  const meant = sorted.length === 0 ? meantWord(playbooks, words) : undefined;
  const has = whole.length > 0 ? 'all' : sorted.length > 0 ? 'some' : 'none';
  return { playbooks: sorted, has, ...(meant === undefined ? {} : { meant }) };
}

function meantWord(playbooks: readonly LoadedPlaybook[], words: readonly string[]): string | undefined {
  const texts = playbooks.flatMap((playbook) => fieldsOf(playbook).slice(0, 2));
  const known = [...new Set(texts.flatMap(([, text]) => text.split(separators)))].filter((word) => word.length > 2);
  return words.map((word) => nearest(word, known)).find((word) => word !== undefined);
}
