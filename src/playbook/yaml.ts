// Reads YAML (and so JSON) text into a plain value that still knows where each part of it stands. The only door to the YAML package.
import { isAlias, isMap, isNode, isScalar, isSeq, Lexer, LineCounter, parseAllDocuments, stringify, visit } from 'yaml';
import { isDeepStrictEqual } from 'node:util';
import type { Document, Node, Pair, YAMLMap } from 'yaml';
import { writeOutFunctions } from './yaml-functions.ts';
import { yamlLimits, type YamlLimits } from './yaml-limits.ts';
import type { Path, Position, Range, YamlFault, YamlResult, YamlText, YamlTree } from './yaml-tree.ts';

export type { Path, Range, YamlFault, YamlResult, YamlTree } from './yaml-tree.ts';
export { yamlLimits };

const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** The tags of CloudFormation stand for functions, which are then written out; any other text has no tags of its own. */
export type YamlTags = 'none' | 'cloudformation';

export function parseYaml(text: string, limits: YamlLimits = yamlLimits, tags: YamlTags = 'none'): YamlResult {
  const fault = oversized(text, limits);
  if (fault !== undefined) return { faults: [fault], positionOf: (offset) => position(text, offset) };
  const lines = new LineCounter();
  const document = parsed(text, lines);
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  if ('reason' in document) return { faults: [document], positionOf };
  if (tags === 'cloudformation') writeOutFunctions(document);
  const syntax = syntaxFaults(document);
  const faults = syntax.length > 0 ? syntax : contentFaults(document, text);
  return faults.length > 0 ? { faults, positionOf } : { tree: treeOf(document), faults, positionOf };
}

/** The same data with the keys of each map in the order given for its path, laid out afresh; comments stay where they belong. Undefined for a text with faults. */
export function arrangedYaml(text: string, orderAt: (path: Path) => readonly string[]): string | undefined {
  const before = parseYaml(text);
  if (before.tree === undefined) return undefined;
  const document = parsed(text, new LineCounter());
  if ('reason' in document) return undefined;
  const head = takeHead(document.contents);
  arrange(document.contents, [], orderAt);
  putHead(document.contents, head);
  const arranged = tightLists(document.toString({ lineWidth: 120, minContentWidth: 40 }));
  const after = parseYaml(arranged);
  return isDeepStrictEqual(after.tree?.value, before.tree.value) ? arranged : undefined;
}

/** Data as YAML in which every text is quoted, so that versions 1.1 and 1.2 read the same. */
export const quotedYaml = (data: unknown, defaultKeyType: 'PLAIN' | 'QUOTE_DOUBLE'): string =>
  stringify(data, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType, lineWidth: 0, aliasDuplicateObjects: false });

/** What stands above the first key is about the file, and stays there. */
function takeHead(root: unknown): string | undefined {
  const first = isMap(root) ? root.items[0]?.key : undefined;
  if (!isScalar(first)) return undefined;
  const head = first.commentBefore ?? undefined;
  delete first.commentBefore;
  return head;
}

function putHead(root: unknown, head: string | undefined): void {
  const first = isMap(root) ? root.items[0]?.key : undefined;
  if (head === undefined || !isScalar(first)) return;
  const own = first.commentBefore;
  first.spaceBefore = false;
  first.commentBefore = typeof own === 'string' ? `${head}\n${own}` : head;
}

/** Keys without a place of their own come last, in the order they have. */
function arrange(node: unknown, path: Path, orderAt: (path: Path) => readonly string[]): void {
  if (isSeq(node)) {
    for (const [index, item] of node.items.entries()) arrange(item, [...path, index], orderAt);
  } else if (isMap(node)) {
    const order = orderAt(path);
    const rank = (pair: Pair): number => (order.includes(keyOf(pair)) ? order.indexOf(keyOf(pair)) : order.length);
    node.items.sort((left, right) => rank(left) - rank(right));
    for (const pair of node.items) arrange(pair.value, [...path, keyOf(pair)], orderAt);
  }
}

/** `[a, b]` beside `{ a: b }`: the package pads both or none. */
function tightLists(text: string): string {
  const tokens = [...new Lexer().lex(text)].filter((token) => !marker.test(token));
  const isPadding = (token: string, index: number): boolean =>
    /^ +$/.test(token) &&
    (tokens[index - 1] === '[' || (tokens[index + 1] === ']' && !/\n$/.test(tokens[index - 1] ?? '\n')));
  return tokens.filter((token, index) => !isPadding(token, index)).join('');
}

function position(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const at = (start: number, end = start): Range => ({ start, end });

/** The parser recurses, so size and depth are judged on the tokens, before it runs. */
function oversized(text: string, limits: YamlLimits): YamlFault | undefined {
  if (text.length > limits.characters)
    return { reason: 'too-large', detail: `${text.length} of at most ${limits.characters} characters`, range: at(0) };
  if (!mayBeDeep(text, limits.depth)) return undefined;
  let [offset, flow, dashes, indent] = [0, 0, 0, 0];
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') flow += 1;
    else if (token === ']' || token === '}') flow = Math.max(0, flow - 1);
    else if (token === '-' || token === '?') dashes += 1;
    else if (token.includes('\n')) [dashes, indent] = [0, 0];
    else if (dashes === 0 && /^ +$/.test(token)) indent = Math.max(indent, token.length);
    if (flow + dashes + indent / 2 > limits.depth * 2)
      return { reason: 'too-deep', detail: `more than ${limits.depth} levels`, range: at(offset) };
    offset += marker.test(token) ? 0 : token.length;
  }
  return undefined;
}

/** A quick look that overestimates, since it takes texts for structure: most files need no second one. */
function mayBeDeep(text: string, depth: number): boolean {
  let [open, most] = [0, 0];
  for (const [mark] of text.matchAll(/[[\]{}]/g)) {
    open = mark === '[' || mark === '{' ? open + 1 : Math.max(0, open - 1);
    most = Math.max(most, open);
  }
  return most > depth / 2 || deepBlock.test(text);
}

/** A line indented far, or many item marks in a row. */
const deepBlock = /^ {40}|(?:[?-][ \t]+){20}/m;

/** Tokens of the lexer that stand for no character of the text. */
const marker = /^[\u0002\u0018\u001f]$/;

function parsed(text: string, lineCounter: LineCounter): Document.Parsed | YamlFault {
  const options = { lineCounter, prettyErrors: false, uniqueKeys: false, stringKeys: true, version: '1.2' } as const;
  const documents = parseAllDocuments(text, { ...options, schema: 'core', merge: false });
  const [first, second] = Array.isArray(documents) ? documents : [];
  if (first === undefined) return { reason: 'empty', detail: '', range: at(0) };
  if (second === undefined || first.errors.length > 0) return first;
  return { reason: 'second-document', detail: '', range: at(second.range[0], second.range[0] + 3) };
}

function syntaxFaults(document: Document.Parsed): readonly YamlFault[] {
  const unresolved = document.warnings.filter((warning) => warning.code === 'TAG_RESOLVE_FAILED');
  return [
    ...document.errors.map(({ code, message, pos }): YamlFault => ({
      reason: code === 'RESOURCE_EXHAUSTION' ? 'too-deep' : 'syntax',
      detail: `${code}: ${message}`,
      range: at(pos[0], pos[1]),
    })),
    ...unresolved.map(({ message, pos }): YamlFault => ({ reason: 'tag', detail: message, range: at(pos[0], pos[1]) })),
  ];
}

function contentFaults(document: Document.Parsed, text: string): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  if (document.contents === null) return [{ reason: 'empty', detail: '', range: at(0) }];
  visit(document, {
    Node: (_, node, ancestors) => {
      if (isAlias(node)) faults.push({ reason: 'alias', detail: `*${node.source}`, range: rangeOfNode(node) });
      else if (node.anchor !== undefined)
        faults.push({
          reason: 'alias',
          detail: `&${node.anchor}`,
          range: anchorRange(node.anchor, rangeOfNode(node), text),
        });
      if (ancestors.length > yamlLimits.depth * 2) {
        faults.push({ reason: 'too-deep', detail: `more than ${yamlLimits.depth} levels`, range: rangeOfNode(node) });
        return visit.BREAK;
      }
      if (isMap(node)) faults.push(...keyFaults(node));
      return undefined;
    },
  });
  return faults;
}

/** The anchor stands before the node it names. */
function anchorRange(anchor: string, { start }: Range, text: string): Range {
  const found = text.lastIndexOf(`&${anchor}`, start);
  return found < 0 ? at(start) : at(found, found + anchor.length + 1);
}

function keyFaults(map: YAMLMap): readonly YamlFault[] {
  const seen = new Set<string>();
  return map.items.flatMap((pair): readonly YamlFault[] => {
    const key = keyOf(pair);
    const reason = forbiddenKeys.includes(key) ? 'hostile-key' : seen.has(key) ? 'duplicate-key' : undefined;
    seen.add(key);
    return reason === undefined ? [] : [{ reason, detail: key, range: rangeOfNode(pair.key) }];
  });
}

const keyOf = (pair: Pair): string => (isScalar(pair.key) ? String(pair.key.value) : String(pair.key));

function rangeOfNode(node: unknown): Range {
  const range = isNode(node) ? node.range : undefined;
  return range === undefined || range === null ? at(0) : at(range[0], Math.max(range[0], range[1]));
}

function treeOf(document: Document.Parsed): YamlTree {
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    rangeOf: (path, part) => rangeAt(document.contents, path, part),
    wholeOf: (path) => rangeOfNode(document.getIn(path, true)),
    texts: () => textsOf(document.contents, []),
  };
}

function rangeAt(root: unknown, path: Path, part: 'key' | 'value'): Range {
  let node = root;
  let range = firstKeyRange(root);
  for (const [index, step] of path.entries()) {
    const last = index === path.length - 1;
    const pair = isMap(node) ? node.items.find((item) => keyOf(item) === step) : undefined;
    const child = isSeq(node) && typeof step === 'number' ? node.items[step] : pair?.value;
    if (pair === undefined && !isNode(child)) return range;
    range =
      pair !== undefined && (part === 'key' || !last || emptyNode(child)) ? rangeOfNode(pair.key) : innerRange(child);
    node = child;
  }
  return range;
}

const emptyNode = (node: unknown): boolean =>
  !isNode(node) || (isScalar(node) && node.type === 'PLAIN' && node.source === '');

/** A collection is pointed at by its first key, so that a caret has a word to stand under. */
function innerRange(node: unknown): Range {
  return isMap(node) && node.items.length > 0 ? firstKeyRange(node) : rangeOfNode(node);
}

function firstKeyRange(node: unknown): Range {
  if (isMap(node) && node.items[0] !== undefined) return rangeOfNode(node.items[0].key);
  return isNode(node) ? at(rangeOfNode(node).start) : at(0);
}

function textsOf(node: unknown, path: Path): readonly YamlText[] {
  if (isMap(node)) return node.items.flatMap((pair) => textsOfPair(pair, path));
  if (isSeq(node)) return node.items.flatMap((item, index) => textsOf(item, [...path, index]));
  if (!isScalar(node) || typeof node.value !== 'string') return [];
  return [{ path, part: 'value', value: node.value, range: rangeOfNode(node as Node) }];
}

function textsOfPair(pair: Pair, path: Path): readonly YamlText[] {
  const inner = [...path, keyOf(pair)];
  const key: YamlText = { path: inner, part: 'key', value: keyOf(pair), range: rangeOfNode(pair.key) };
  return [key, ...textsOf(pair.value, inner)];
}
