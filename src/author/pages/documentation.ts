// Writes the documentation of playbooks: one Markdown page each, an index by family, and the glossary.
import type { LoadedPlaybook } from '../../model/playbook.ts';
import { glossary } from '../../render/glossary.ts';
import { block, prose, table } from '../../render/markdown/escape.ts';
import { sanitise } from '../../render/sanitise.ts';
import { blankText } from './blank.ts';
import { blankChecklist } from './checklist.ts';
import { permissionsOf } from './facts-read.ts';

export interface Page {
  readonly path: string;
  readonly text: string;
}

export function documentation(playbooks: readonly LoadedPlaybook[]): readonly Page[] {
  const sorted = [...playbooks].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
  const known = new Map(sorted.map((playbook) => [playbook.id, playbook]));
  return [
    { path: 'index.md', text: index(sorted) },
    { path: 'glossary.md', text: glossaryPage() },
    ...sorted.map((one) => ({ path: pathOf(one), text: page(one, known) })),
  ];
}

const pathOf = ({ family, id }: LoadedPlaybook): string => `${safe(family)}/${safe(id)}.md`;
const safe = (name: string): string => name.replace(/[^A-Za-z0-9-]/g, '-');
const text = (template: string): string => prose(sanitise(blankText(template)));

function index(playbooks: readonly LoadedPlaybook[]): string {
  const families = [...new Set(playbooks.map(({ family }) => family))];
  const sections = families.flatMap((family) => {
    const own = playbooks.filter((one) => one.family === family);
    const rows = own.map((one) => [
      `[${text(one.title)}](${pathOf(one)})`,
      prose(one.id),
      prose((one.services ?? []).join(', ')),
    ]);
    return ['', `## ${prose(family)}`, '', ...table(['Playbook', 'Id', 'Services'], rows)];
  });
  return `${['# Playbooks', '', 'Terms are explained in the [glossary](glossary.md).', ...sections].join('\n')}\n`;
}

function glossaryPage(): string {
  const entries = glossary.flatMap(({ term, also = [], text: meaning }) => [
    `## ${prose(term)}`,
    '',
    ...(also.length === 0 ? [] : [`Also: ${prose(also.join(', '))}.`, '']),
    prose(meaning),
    '',
  ]);
  return ['# Glossary', '', ...entries].join('\n');
}

function page(playbook: LoadedPlaybook, known: ReadonlyMap<string, LoadedPlaybook>): string {
  const { id, status, specificity, services = [], actions = [], related = [] } = playbook;
  const rows = [
    ['Id', prose(id)],
    ['Status', status],
    ['Specificity', specificity],
    ...(services.length === 0 ? [] : [['Services', prose(services.join(', '))]]),
    ...(actions.length === 0 ? [] : [['Actions', prose(actions.join(', '))]]),
  ];
  const others = related.flatMap((other) => known.get(other) ?? []);
  return [
    blankChecklist(playbook),
    ...examples(playbook),
    ...permissions(playbook),
    ...(others.length === 0
      ? []
      : ['## See also', '', ...others.map((other) => `- [${text(other.title)}](../${pathOf(other)})`), '']),
    '## About this playbook',
    '',
    ...table(['', ''], rows),
    '',
  ].join('\n');
}

function examples({ tests }: LoadedPlaybook): readonly string[] {
  const matching = tests.filter(({ expect }) => expect.match !== false).map(({ error }) => error.trim());
  const errors = [...new Set(matching)].flatMap((error) => [...block('text', sanitise(error)), '']);
  return errors.length === 0 ? [] : ['## Errors it reads', '', ...errors];
}

function permissions(playbook: LoadedPlaybook): readonly string[] {
  const rows = permissionsOf(playbook).map(({ action, facts }) => [prose(action), prose(facts.join(', '))]);
  return rows.length === 0 ? [] : ['## What a live check reads', '', ...table(['Call', 'For'], rows), ''];
}
