// `playbook new`: writes a playbook from a pasted error that already validates and passes its first test.
import { dirname, join, relative, resolve } from 'node:path';
import type { Denial } from '../../model/denial.ts';
import { InputError } from '../../model/input-error.ts';
import { parseDenials } from '../../parse/parse-denials.ts';
import { schemaOf } from '../../playbook/format/json-schema.ts';
import { sanitise } from '../../render/sanitise.ts';
import { guarded, readArguments, type Arguments } from '../arguments.ts';
import { said, type AuthorInput, type Dialogue, type Run } from '../command.ts';
import { idFor, scaffold, titleFor } from '../scaffold.ts';
import { isThere, writeText } from '../write.ts';

const options = {
  'from-error': { type: 'string' },
  title: { type: 'string' },
  family: { type: 'string' },
  out: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
} as const;

/** Stands in until the author pastes the real one. */
const example =
  'An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::example-bucket/report.csv"';

export const newPlaybook: Run = (argv, input) =>
  guarded(async () => {
    const args = readArguments(argv, options);
    const { prompts } = input ?? {};
    const folder = input?.folder ?? '.';
    const isGuided = prompts !== undefined && argv.length === 0;
    const { error, denial, id, title, out } = isGuided
      ? await prompts((dialogue) => asked(dialogue, folder))
      : await given(args, input, folder);
    const make = (schema: string) => scaffold({ id, title, error, denial, schema });
    if (out === '-') return said(make('playbook.schema.json'));
    const path = resolve(folder, out);
    await writeText(path, make(await schemaFor(path)), args.flag('force'));
    return said('', 0, next(out));
  });

interface Start {
  readonly error: string;
  readonly denial: Denial;
  readonly id: string;
  readonly title: string;
  readonly out: string;
}

async function given(args: Arguments, input: AuthorInput | undefined, folder: string): Promise<Start> {
  const error = cleaned(await errorOf(args, input));
  const denial = denialIn(error);
  const id = checkedId(args.words[0] ?? idFor(denial));
  const out = args.text('out') ?? (await placeFor(id, args.text('family'), folder));
  return { error, denial, id, title: args.text('title') ?? titleFor(denial), out };
}

/** Each question has an answer already, worked out from the error. */
async function asked({ line, text }: Dialogue, folder: string): Promise<Start> {
  const error = cleaned(await text('Paste the error as it was printed, then an empty line.'));
  const denial = denialIn(error);
  const id = checkedId(await line('The id, which is also the name of the file?', idFor(denial)));
  const title = await line('What went wrong, in one line?', titleFor(denial));
  const family = await line('Which family (folder) does it belong to?', 'drafts');
  const out = await line('Where to?', await placeFor(id, family, folder));
  return { error, denial, id, title, out };
}

const cleaned = (error: string): string => sanitise(error).trim();

function denialIn(error: string): Denial {
  const [denial] = parseDenials(error);
  if (denial !== undefined) return denial;
  throw new InputError('no AWS error was recognised in this text', 'paste the whole message, as it was printed');
}

function checkedId(id: string): string {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return id;
  throw new InputError(`"${id}" is no id`, 'lower-case words joined by hyphens');
}

async function errorOf(args: Arguments, input: AuthorInput | undefined): Promise<string> {
  const given = args.text('from-error');
  return given === '-' ? ((await input?.readStdin?.()) ?? '') : (given ?? example);
}

/** In a checkout of this program beside the others, elsewhere in the project's own folder. */
async function placeFor(id: string, family: string | undefined, folder: string): Promise<string> {
  if (await isThere(join(folder, 'schemas', 'playbook.schema.json')))
    return join('playbooks', family ?? 'drafts', `${id}.yaml`);
  return join('.whydenied', 'playbooks', ...(family === undefined ? [] : [family]), `${id}.yaml`);
}

/** The schema as the editor finds it from the file; written beside the playbooks where there is none above. */
async function schemaFor(path: string): Promise<string> {
  const home = dirname(path);
  for (let folder = home, depth = 0; depth < 4; depth += 1, folder = dirname(folder))
    for (const name of ['schemas/playbook.schema.json', 'playbook.schema.json'])
      if (await isThere(join(folder, name))) return relative(home, join(folder, name));
  await writeText(join(home, 'playbook.schema.json'), `${JSON.stringify(schemaOf('playbook'), null, 2)}\n`);
  return 'playbook.schema.json';
}

const next = (path: string): string =>
  [
    `wrote ${path}`,
    'next:',
    `  whydenied playbook validate ${path}`,
    `  whydenied playbook test ${path}`,
    `  whydenied playbook preview ${path}`,
    '',
  ].join('\n');
