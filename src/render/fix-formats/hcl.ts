// Writes a policy document as a Terraform `aws_iam_policy_document` data block. (HCL Native Syntax Specification; Terraform AWS provider: "aws_iam_policy_document")
import { withCodes } from './texts.ts';
import type { Document } from './proposed.ts';

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' };

/** A template sequence is written with its sign doubled; a sign in front of one stands by its number, lest three be read as two. */
export function hclText(text: string): string {
  const plain = text.replace(/["\\\u0000-\u001f]/g, (mark) => short[mark] ?? codeOf(mark));
  const whole = plain.replace(/([$%]*)([$%])\{/g, (_all, before: string, sign: string) => {
    const numbers = [...before].map(codeOf).join('');
    return `${numbers}${sign}${sign}{`;
  });
  return `"${withCodes(whole)}"`;
}

const codeOf = (mark: string): string => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;

type Lines = readonly string[];

const indented = (lines: Lines): Lines => lines.map((line) => `  ${line}`);

const nested = (name: string, lines: Lines): Lines => [`${name} {`, ...indented(lines), '}'];

/** Signs of equality stand under each other, as `terraform fmt` puts them. */
function attributes(pairs: readonly (readonly [string, string])[]): Lines {
  const width = Math.max(...pairs.map(([name]) => name.length));
  return pairs.map(([name, value]) => `${name.padEnd(width)} = ${value}`);
}

const isMap = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Undefined where something stands there that the block has no place for. */
function textsOf(value: unknown): readonly string[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isPlain = list.every((one) => ['string', 'number', 'boolean'].includes(typeof one));
  return isPlain && list.length > 0 ? list.map(String) : undefined;
}

const listed = (texts: readonly string[]): string => `[${texts.map(hclText).join(', ')}]`;

/** The provider turns `&{` into `${`, and Terraform puts every text into normal form C: others cannot be said. */
const isSayable = (texts: readonly string[] | undefined): texts is readonly string[] =>
  texts?.every((text) => !text.includes('&{') && text.normalize('NFC') === text) === true;

const lists = {
  Action: 'actions',
  NotAction: 'not_actions',
  Resource: 'resources',
  NotResource: 'not_resources',
} as const;
const principals = { Principal: 'principals', NotPrincipal: 'not_principals' } as const;
const principalTypes: readonly string[] = ['AWS', 'Service', 'Federated', 'CanonicalUser'];

function principalBlocks(name: string, value: unknown): Lines | undefined {
  const rows: readonly (readonly [string, unknown])[] | undefined =
    value === '*' ? [['*', '*']] : isMap(value) ? Object.entries(value) : undefined;
  if (rows === undefined) return undefined;
  const blocks = rows.map(([type, names]) => {
    const texts = textsOf(names);
    const isKnown = type === '*' || principalTypes.includes(type);
    if (!isKnown || !isSayable(texts)) return undefined;
    return nested(
      name,
      attributes([
        ['type', hclText(type)],
        ['identifiers', listed(texts)],
      ]),
    );
  });
  return blocks.every((block) => block !== undefined) ? blocks.flat() : undefined;
}

function conditionBlocks(value: unknown): Lines | undefined {
  if (!isMap(value)) return undefined;
  const rows = Object.entries(value).map(([test, keys]) => {
    if (!isMap(keys)) return undefined;
    const blocks = Object.entries(keys).map(([variable, given]) => {
      const texts = textsOf(given);
      if (!isSayable(texts) || !isSayable([test, variable])) return undefined;
      const pairs = [
        ['test', hclText(test)],
        ['variable', hclText(variable)],
        ['values', listed(texts)],
      ] as const;
      return nested('condition', attributes(pairs));
    });
    return blocks.every((block) => block !== undefined) ? blocks.flat() : undefined;
  });
  return rows.every((row) => row !== undefined) ? rows.flat() : undefined;
}

function elementLines(name: string, value: unknown): Lines | undefined {
  if (name in principals) return principalBlocks(principals[name as keyof typeof principals], value);
  if (name === 'Condition') return conditionBlocks(value);
  return undefined;
}

function headOf(statement: Document): readonly (readonly [string, string])[] | undefined {
  const pairs: (readonly [string, string])[] = [];
  for (const [name, value] of Object.entries(statement)) {
    if (name === 'Sid' || name === 'Effect') {
      if (typeof value !== 'string' || !isSayable([value])) return undefined;
      pairs.push([name.toLowerCase(), hclText(value)]);
    } else if (name in lists) {
      const texts = textsOf(value);
      if (!isSayable(texts)) return undefined;
      pairs.push([lists[name as keyof typeof lists], listed(texts)]);
    }
  }
  return pairs;
}

function statementBlock(statement: unknown): Lines | undefined {
  if (!isMap(statement)) return undefined;
  const head = headOf(statement);
  const isHead = (name: string): boolean => name === 'Sid' || name === 'Effect' || name in lists;
  const others = Object.entries(statement).filter(([name]) => !isHead(name));
  const blocks = others.map(([name, value]) => elementLines(name, value));
  if (head === undefined || head.length === 0 || !blocks.every((block) => block !== undefined)) return undefined;
  const rest = blocks.flatMap((block) => ['', ...block]);
  return nested('statement', [...attributes(head), ...rest]).map((line) => line.trimEnd());
}

/** Undefined where the block cannot say the document. */
export function policyDocumentBlock(name: string, document: Document): string | undefined {
  const { Version, Id, Statement, ...unknown } = document;
  const statements = [Statement].flat().map(statementBlock);
  const texts = [Version, Id].filter((one) => typeof one === 'string');
  const isKnown = Object.keys(unknown).length === 0 && isSayable(texts);
  if (!isKnown || !statements.every((block) => block !== undefined)) return undefined;
  // Without a version AWS takes the old one, and the block the current one.
  const head = [
    ['version', hclText(typeof Version === 'string' ? Version : '2008-10-17')] as const,
    ...(typeof Id === 'string' ? ([['policy_id', hclText(Id)]] as const) : []),
  ];
  const body = [...attributes(head), ...statements.flatMap((block) => ['', ...block])];
  const lines = nested(`data "aws_iam_policy_document" ${hclText(name)}`, body);
  return lines.map((line) => line.trimEnd()).join('\n');
}
