// `playbook facts|operators|codes|schema`: the words a playbook may use, straight from the tables that check them.
import { existsSync, readFileSync } from 'node:fs';
import { catalogue } from '../../model/catalogue/catalogue.ts';
import type { CatalogueEntry } from '../../model/catalogue/entry.ts';
import { InputError } from '../../model/input-error.ts';
import { decorators, operators } from '../../model/operators.ts';
import { schemaNames, schemaOf } from '../../playbook/format/json-schema.ts';
import { codeFamilies, codes, type CodePage, type DiagnosticCode } from '../../playbook/validate/codes.ts';
import { suggestion } from '../../playbook/validate/nearest.ts';
import { guarded, readArguments } from '../arguments.ts';
import { said, type AuthorResult, type Run } from '../command.ts';

interface Vocabulary {
  readonly data: (name: string | undefined) => unknown;
  readonly text: (name: string | undefined) => string;
}

const command =
  ({ data, text }: Vocabulary): Run =>
  (argv) =>
    guarded(async (): Promise<AuthorResult> => {
      const args = readArguments(argv, { json: { type: 'boolean' }, format: { type: 'string' } });
      const json = args.flag('json') || args.text('format') === 'json';
      return said(`${json ? JSON.stringify(data(args.words[0]), null, 2) : text(args.words[0])}\n`);
    });

/** Facts of a family such as `caller`, or the one of this name. */
function factsNamed(name: string | undefined): readonly CatalogueEntry[] {
  if (name === undefined) return catalogue;
  const found = catalogue.filter((entry) => entry.name === name || entry.name.startsWith(`${name}.`));
  if (found.length > 0) return found;
  throw new InputError(
    `there is no fact "${name}"`,
    suggestion(
      name,
      catalogue.map((entry) => entry.name),
    ),
  );
}

function factText({ name, type, values, meaning, source, calls, example, absentAs }: CatalogueEntry): string {
  const absent = absentAs === undefined ? [] : [`  when absent: ${JSON.stringify(absentAs)}`];
  return [
    `${name} (${type})`,
    `  ${meaning}`,
    ...(values === undefined ? [] : [`  values: ${values.join(', ')}`]),
    ...absent,
    `  source: ${source}`,
    ...(calls === undefined || calls.length === 0 ? [] : [`  AWS calls: ${calls.join(', ')}`]),
    `  example: ${JSON.stringify(example)}`,
  ].join('\n');
}

export const factPages = command({
  data: factsNamed,
  text: (name) => {
    const found = factsNamed(name);
    if (found.length <= 3 || name !== undefined) return found.map(factText).join('\n\n');
    const wide = Math.max(...found.map((entry) => entry.name.length));
    const lines = found.map((entry) => `${entry.name.padEnd(wide)}  ${entry.type.padEnd(7)}  ${entry.meaning}`);
    return [...lines, '', 'steps.<id> is the outcome of a step, answers.<id> the answer to a question.'].join('\n');
  },
});

function operatorsNamed(name: string | undefined) {
  const found = operators.filter((operator) => name === undefined || operator.name === name);
  if (found.length > 0) return found;
  throw new InputError(
    `there is no operator "${name ?? ''}"`,
    suggestion(
      name ?? '',
      operators.map((operator) => operator.name),
    ),
  );
}

export const operatorPages = command({
  data: operatorsNamed,
  text: (name) => {
    const pages = operatorsNamed(name).map(
      (operator) => `${operator.name} (${operator.facts.join(', ')})\n  ${operator.meaning}\n  ${operator.example}`,
    );
    const note = `For the elements of a list put ${decorators.map((word) => `${word}:`).join(' or ')} in front: someFact:like.`;
    return [...pages, ...(name === undefined ? [note] : [])].join('\n\n');
  },
});

const isCode = (name: string): name is DiagnosticCode => Object.hasOwn(codes, name);

function codePage(name: string): CodePage & { readonly code: string } {
  const code = name.toUpperCase();
  if (isCode(code)) return { code, ...codes[code] };
  throw new InputError(`there is no code "${name}"`, suggestion(code, Object.keys(codes)));
}

export const codePages = command({
  data: (name) => (name === undefined ? codes : codePage(name)),
  text: (name) => (name === undefined ? codeList() : codeText(codePage(name))),
});

function codeList(): string {
  return Object.entries(codeFamilies)
    .map(([digit, family]) => {
      const own = Object.entries<CodePage>(codes).filter(([code]) => code.startsWith(`WD${digit}`));
      return [
        family,
        ...own.map(([code, { title, severity }]) => `  ${code}  ${title}${severity === 'warning' ? ' (warning)' : ''}`),
      ].join('\n');
    })
    .join('\n\n');
}

function codeText({ code, severity, title, meaning, wrong, right }: CodePage & { readonly code: string }): string {
  const example = (text: string) => text.split('\n').map((line) => `    ${line}`);
  return [
    `${code} ${title} (${severity})`,
    '',
    meaning,
    '',
    'Wrong:',
    ...example(wrong),
    'Right:',
    ...example(right),
  ].join('\n');
}

/** Generated from the tables, but for the diagnosis, which is a file of the package: beside the bundle, or three folders up from here. */
function schemaNamed(name = 'playbook'): unknown {
  const found = schemaNames.find((schema) => schema === name);
  if (found !== undefined) return schemaOf(found);
  const known = [...schemaNames, 'diagnosis'];
  if (name !== 'diagnosis') throw new InputError(`there is no schema "${name}"`, `one of: ${known.join(', ')}`);
  const places = ['../schemas', '../../../schemas'].map(
    (up) => new URL(`${up}/diagnosis.schema.json`, import.meta.url),
  );
  const file = places.find((place) => existsSync(place));
  if (file === undefined) throw new InputError('the schema of the diagnosis is missing', 'install the package anew');
  return JSON.parse(readFileSync(file, 'utf8'));
}

export const schemaText = command({
  data: schemaNamed,
  text: (name) => JSON.stringify(schemaNamed(name), null, 2),
});
