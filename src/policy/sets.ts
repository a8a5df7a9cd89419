// Turns a policy set into its layers, in the order they are evaluated, with every document compiled once.
import type { EvaluatedType, NamedPolicy, PolicyDiagnostic, PolicySet } from '../model/policy.ts';
import { compiledDocument, type DocumentMemory } from './memory.ts';
import type { Statement } from './parse/statement.ts';

export interface LayerLevel {
  /** Undefined for layers without levels. */
  readonly level: number | undefined;
  readonly statements: readonly Statement[];
  /** A document of this level could not be read. */
  readonly unreadable: boolean;
}

export interface Layer {
  readonly type: EvaluatedType;
  /** The set was given: omitted sets are absent, unless named as unknown. */
  readonly given: boolean;
  readonly unknown: boolean;
  /** A document or a statement that might deny could not be read. */
  readonly mightDeny: boolean;
  readonly unreadable: boolean;
  readonly levels: readonly LayerLevel[];
}

export interface CompiledSet {
  readonly layers: readonly Layer[];
  readonly diagnostics: readonly PolicyDiagnostic[];
}

type Levels = readonly (readonly NamedPolicy[])[];

/** An empty list of boundaries, say, is no boundary. */
const flat = (policies: readonly NamedPolicy[] | undefined): Levels | undefined =>
  policies === undefined || policies.length === 0 ? undefined : [policies];

function levelsOf(policies: PolicySet, type: EvaluatedType): Levels | undefined {
  if (type === 'scp') return policies.scps;
  if (type === 'rcp') return policies.rcps;
  return flat(policies[type]);
}

const order = ['scp', 'rcp', 'identity', 'boundary', 'session', 'resource', 'vpcEndpoint'] as const;

function compileLayer(
  policies: PolicySet,
  type: EvaluatedType,
  diagnostics: PolicyDiagnostic[],
  memory: DocumentMemory | undefined,
): Layer {
  const given = levelsOf(policies, type);
  const levelled = type === 'scp' || type === 'rcp';
  let mightDeny = false;
  const levels = (given ?? []).map((documents, index): LayerLevel => {
    const level = levelled ? index : undefined;
    const read = documents.map((source) =>
      compiledDocument(source, { type, ...(level === undefined ? {} : { level }), policy: source.name }, memory),
    );
    for (const document of read) diagnostics.push(...document.diagnostics);
    mightDeny ||= read.some((document) => document.mightDeny);
    const statements = read.flatMap((document) => document.statements);
    return { level, statements, unreadable: read.some((document) => document.unreadable) };
  });
  const unknown = policies.unknown?.policies?.includes(type) ?? false;
  // An organization's list of levels without any level says the account is in none.
  const unreadable = levels.some((level) => level.unreadable);
  return { type, given: given !== undefined && given.length > 0, unknown, mightDeny, unreadable, levels };
}

export function compileSet(policies: PolicySet, memory?: DocumentMemory): CompiledSet {
  const diagnostics: PolicyDiagnostic[] = [];
  const layers = order.map((type) => compileLayer(policies, type, diagnostics, memory));
  return { layers, diagnostics };
}
