// Reads what the formats print back into policies, with parsers that are not ours, and through a shell with a stand-in `aws` that tells its arguments.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import hcl from 'hcl2-parser';
import { parse } from 'yaml';

type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

interface Block {
  readonly [name: string]: string | readonly string[] | readonly Block[] | undefined;
}

const blocks = (value: Block[string]): readonly Block[] =>
  Array.isArray(value) ? value.filter((one): one is Block => isRow(one)) : [];

const elements = [
  ['sid', 'Sid'],
  ['effect', 'Effect'],
  ['actions', 'Action'],
  ['not_actions', 'NotAction'],
  ['resources', 'Resource'],
  ['not_resources', 'NotResource'],
] as const;

/** A principal as the provider writes it: the star alone, or lists by type. */
function principalOf(block: Block, name: string): unknown {
  const found = blocks(block[name]);
  if (found.length === 0) return undefined;
  if (found[0]?.['type'] === '*') return '*';
  return Object.fromEntries(found.map(({ type, identifiers }) => [String(type), identifiers]));
}

function conditionOf(block: Block): unknown {
  const found = blocks(block['condition']);
  if (found.length === 0) return undefined;
  const condition = new Map<string, Map<string, unknown>>();
  for (const { test, variable, values } of found) {
    const keys = condition.get(String(test)) ?? new Map<string, unknown>();
    condition.set(String(test), keys.set(String(variable), values));
  }
  return Object.fromEntries([...condition].map(([test, keys]) => [test, Object.fromEntries(keys)]));
}

function statementOf(block: Block): Row {
  const plain = elements.map(([name, element]) => [element, block[name]] as const);
  const rest = [
    ['Principal', principalOf(block, 'principals')],
    ['NotPrincipal', principalOf(block, 'not_principals')],
    ['Condition', conditionOf(block)],
  ] as const;
  return Object.fromEntries([...plain, ...rest].filter(([, value]) => value !== undefined));
}

/** The policies that a Terraform file holds, by the name of their block. */
export function readHcl(text: string): Readonly<Record<string, Row>> {
  const [file, fault] = hcl.parseToObject(text) as readonly [
    { readonly data: { readonly aws_iam_policy_document: Readonly<Record<string, readonly [Block]>> } } | null,
    unknown,
  ];
  if (file === null) throw new Error(String(fault));
  const documents = Object.entries(file.data.aws_iam_policy_document).map(([name, [block]]) => {
    const { version, policy_id: id } = block;
    return [
      name,
      {
        Version: version,
        ...(id === undefined ? {} : { Id: id }),
        Statement: blocks(block['statement']).map(statementOf),
      },
    ];
  });
  return Object.fromEntries(documents) as Readonly<Record<string, Row>>;
}

/** The properties of the resources of a template, by logical id. */
export function readTemplate(
  text: string,
): Readonly<Record<string, { readonly Type: string; readonly Properties: Row }>> {
  const template = parse(text, { version: '1.1' }) as { readonly Resources: never };
  return template.Resources;
}

const folder = mkdtempSync(join(tmpdir(), 'whydenied-commands-'));
// Unit separators stand between the words, record separators between the calls; on stderr, so that no call's output reaches another.
writeFileSync(join(folder, 'aws'), `#!/bin/sh\n{ printf '%s\\037' "$@"; printf '\\036'; } >&2\n`);
chmodSync(join(folder, 'aws'), 0o755);

/** The arguments of every call that the commands make, in order; those within others print nothing. */
export function runCommands(text: string): readonly (readonly string[])[] {
  const script = `PATH='${folder}'${delimiter}$PATH\nexport PATH\n${text}\n`;
  const out = execFileSync('sh', ['-c', `{ ${script} } 2>&1`], { cwd: folder, encoding: 'utf8' });
  return out
    .split('\u001e')
    .filter((call) => call !== '')
    .map((call) => call.split('\u001f').slice(0, -1));
}

/** As every reader of a policy takes it: lists where one may stand, texts for numbers, the old version where none is said. */
export function canonical(document: Row): Row {
  const { Version = '2008-10-17', Statement, ...rest } = document;
  return { ...rest, Version, Statement: [Statement].flat().map((one) => (isRow(one) ? canonicalStatement(one) : one)) };
}

const listed = (value: unknown): unknown => [value].flat().map(String);

const mapped = (value: unknown, change: (inner: unknown) => unknown): unknown =>
  isRow(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)])) : value;

const canonicalStatement = (statement: Row): Row =>
  Object.fromEntries(
    Object.entries(statement).map(([name, value]) => {
      if (name === 'Sid' || name === 'Effect') return [name, value];
      if (name === 'Condition') return [name, mapped(value, (keys) => mapped(keys, listed))];
      return [name, /Principal$/.test(name) ? mapped(value, listed) : listed(value)];
    }),
  );
