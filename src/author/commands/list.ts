// `playbook list` and `playbook search`: which playbooks there are, as a table or as JSON.
import type { LoadedPlaybook } from '../../model/playbook.ts';
import { InputError } from '../../model/input-error.ts';
import { sanitise } from '../../render/sanitise.ts';
import { guarded, oneOf, readArguments } from '../arguments.ts';
import { loadAll } from '../choose.ts';
import { said, type AuthorInput, type Run } from '../command.ts';
import { count } from '../diagnostics/text.ts';

const formats = ['text', 'json'] as const;
const options = {
  format: { type: 'string' },
  json: { type: 'boolean' },
  service: { type: 'string' },
  status: { type: 'string' },
  playbooks: { type: 'string' },
} as const;

export const list: Run = (argv, input) => guarded(() => listed(argv, input, false));

export const search: Run = (argv, input) => guarded(() => listed(argv, input, true));

async function listed(argv: readonly string[], input: AuthorInput | undefined, searches: boolean) {
  const args = readArguments(argv, options);
  const format = args.flag('json') ? 'json' : oneOf('format', args.text('format'), formats);
  if (searches && args.words.length === 0)
    throw new InputError('search for which words?', 'whydenied playbook search assume role');
  if (!searches && args.words.length > 0)
    throw new InputError(`list takes no words: ${args.words.join(' ')}`, 'did you mean search?');
  const own = args.text('playbooks');
  const set = await loadAll(own === undefined ? [] : [own], input);
  const [service, status] = [args.text('service'), args.text('status')];
  const found = set.playbooks
    .filter((playbook) => service === undefined || (playbook.services ?? []).includes(service))
    .filter((playbook) => status === undefined || playbook.status === status)
    .filter((playbook) => args.words.every((word) => textOf(playbook).includes(word.toLowerCase())))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const err = set.problems.map(({ file, message }) => `${sanitise(file)}: ${sanitise(message)}\n`).join('');
  const out = format === 'json' ? JSON.stringify(found.map(row), null, 2) : table(found);
  return said(`${out}\n`, 0, err);
}

const key = ({ family, id }: LoadedPlaybook): string => `${family}/${id}`;

const textOf = ({ id, title, summary, services = [], actions = [], tags = [] }: LoadedPlaybook): string =>
  [id, title, summary, ...services, ...actions, ...tags].join('\n').toLowerCase();

const row = ({ id, title, family, classes, specificity, status, file }: LoadedPlaybook) => ({
  id,
  title,
  family,
  classes: classes ?? [id],
  specificity,
  status,
  file,
});

function table(playbooks: readonly LoadedPlaybook[]): string {
  const wide = Math.max(0, ...playbooks.map(({ id }) => id.length));
  const families = [...new Set(playbooks.map(({ family }) => family))];
  const lines = families.flatMap((family) => [
    family,
    ...playbooks.filter((one) => one.family === family).map(({ id, title }) => `  ${id.padEnd(wide)}  ${title}`),
  ]);
  return sanitise([...lines, '', count(playbooks.length, 'playbook')].join('\n'));
}
