// Turns the built-in playbooks into the part of the authors' guide that says which classes of errors have one, and which have none yet.
import type { LoadedPlaybook } from '../src/model/playbook.ts';
import { errorClasses } from './error-classes.ts';

const [start, end] = ['<!-- classes: generated -->', '<!-- classes: end -->'] as const;

type About = Pick<LoadedPlaybook, 'id' | 'family' | 'classes'>;

const classesOf = ({ id, classes }: About): readonly string[] => classes ?? [id];

function table(playbooks: readonly About[]): string {
  const sorted = [...playbooks].sort((a, b) => (`${a.family}/${a.id}` < `${b.family}/${b.id}` ? -1 : 1));
  const rows = sorted.map((one) => [
    one.family,
    `[${one.id}](${one.family}/${one.id}.yaml)`,
    classesOf(one).join(', '),
  ]);
  const cells = [['family', 'playbook', 'classes'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...rest] = cells;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}

export const uncovered = (playbooks: readonly About[]): readonly string[] =>
  errorClasses.filter((name) => !playbooks.some((playbook) => classesOf(playbook).includes(name)));

/** Names that stand in `classes` and are no class. */
export const unknownClasses = (playbooks: readonly About[]): readonly string[] =>
  playbooks.flatMap((playbook) =>
    (playbook.classes ?? [])
      .filter((name) => name !== playbook.id && !errorClasses.includes(name))
      .map((name) => `${playbook.id}: ${name}`),
  );

export function withClassTable(guide: string, playbooks: readonly About[]): string {
  const [from, to] = [guide.indexOf(start), guide.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the guide has no ${start} … ${end}`);
  const missing = uncovered(playbooks);
  const rest =
    missing.length === 0
      ? ''
      : `\n\nWithout a playbook of their own, ${missing.length} of ${errorClasses.length}: ${missing.join(', ')}.`;
  return `${guide.slice(0, from)}${start}\n\n${table(playbooks)}${rest}\n\n${guide.slice(to)}`;
}
