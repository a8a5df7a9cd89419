// Reads the Action, Resource and Principal elements of a statement, each in its plain or its Not form. (AWS page: "Grammar of the IAM JSON policy language")
import type { EvaluatedType } from '../../model/policy.ts';
import { type ActionElement, compileAction } from '../match/action.ts';
import type { PrincipalElement } from '../match/principal.ts';
import { compileEntry, principalFields, type PrincipalEntry } from '../match/principal-entry.ts';
import { compileResourcePattern, type ResourcePattern } from '../match/resource-pattern.ts';
import type { ResourceElement } from '../match/resource.ts';
import { type Reading, reject } from './condition.ts';
import type { Finding } from './report.ts';
import { type Dictionary, isDictionary, member, textsOf } from './values.ts';

export interface Form {
  readonly negated: boolean;
  readonly value: unknown;
  readonly pointer: string;
}

type ElementName = 'Action' | 'Resource' | 'Principal';
const slug = { Action: 'action', Resource: 'resource', Principal: 'principal' } as const;

/** Which of the two forms stands there; `missing` when neither does, undefined when both do. */
export function formOf(statement: Dictionary, name: ElementName, reading: Reading): Form | 'missing' | undefined {
  const [plain, negated] = [member(statement, name), member(statement, `Not${name}`)];
  if (plain !== undefined && negated !== undefined)
    return reject(reading, { code: `${slug[name]}.both`, pointer: reading.pointer });
  if (plain === undefined && negated === undefined) return 'missing';
  const found = negated === undefined ? name : `Not${name}`;
  return { negated: negated !== undefined, value: plain ?? negated, pointer: `${reading.pointer}/${found}` };
}

export function readAction(form: Form, reading: Reading): ActionElement | undefined {
  const patterns = textsOf(form.value);
  const invalid = patterns?.find((pattern) => !/^\*+$/.test(pattern) && !pattern.includes(':'));
  if (patterns === undefined || invalid !== undefined)
    return reject(reading, { code: 'action.invalid', pointer: form.pointer, found: invalid ?? form.value });
  return compileAction(form.negated, patterns, reading.report.position(form.pointer));
}

function noteResource(pattern: ResourcePattern, form: Form, reading: Reading): void {
  const note = (code: Finding['code']) =>
    reading.report.statement(reading.index, {
      code,
      pointer: form.pointer,
      found: pattern.source,
      severity: 'warning',
    });
  if (pattern.everything) return;
  if (pattern.problem !== undefined) note(pattern.problem);
  if (pattern.unfilledVariable) note('variable.version');
}

export function readResource(form: Form, deny: boolean, reading: Reading): ResourceElement | undefined {
  const sources = textsOf(form.value);
  if (sources === undefined)
    return reject(reading, { code: 'resource.invalid', pointer: form.pointer, found: form.value });
  const { type } = reading.report.place;
  const patterns = sources.map((source) => compileResourcePattern(source, reading.variables, type !== 'session'));
  for (const pattern of patterns) noteResource(pattern, form, reading);
  const narrowed = type === 'scp' && !deny && !patterns.some((pattern) => pattern.everything);
  return {
    negated: form.negated,
    deny,
    sources,
    patterns,
    notes: narrowed ? ['scp.resource-in-allow'] : [],
    position: reading.report.position(form.pointer),
  };
}

function readEntries(value: unknown): readonly PrincipalEntry[] | undefined {
  if (value === '*') return [compileEntry('AWS', '*')];
  if (!isDictionary(value)) return undefined;
  const entries: PrincipalEntry[] = [];
  for (const [name, texts] of Object.entries(value)) {
    const field = principalFields.find((known) => known === name);
    const sources = textsOf(texts);
    if (field === undefined || sources === undefined) return undefined;
    entries.push(...sources.map((source) => compileEntry(field, source)));
  }
  return entries;
}

export function readPrincipal(form: Form, type: EvaluatedType, reading: Reading): PrincipalElement | undefined {
  const { pointer } = form;
  const entries = readEntries(form.value);
  if (entries === undefined) return reject(reading, { code: 'principal.invalid', pointer, found: form.value });
  const note = (code: Finding['code'], found: string) =>
    reading.report.statement(reading.index, { code, pointer, found, severity: 'warning' });
  for (const entry of entries) {
    if (entry.wildcard) note('principal.wildcard-in-arn', entry.source);
    else if (entry.kind === 'deletedId') note('principal.deleted-id', entry.source);
    else if (entry.kind === 'invalid') note('principal.invalid', entry.source);
  }
  const sources = entries.map((entry) => entry.source);
  return { negated: form.negated, type, sources, entries, position: reading.report.position(pointer) };
}
