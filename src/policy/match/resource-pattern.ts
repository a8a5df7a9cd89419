// Matches a request's resource against one ARN pattern, part by part. (AWS pages: "Identify AWS resources with ARNs", "IAM JSON policy elements: Resource")
import type { WarningCode } from '../../model/policy-codes.ts';
import { compileGlob, type Glob, globOf, matchesGlob, matchesPattern } from './glob.ts';
import type { RequestView } from './request.ts';
import { fill, type Filled, parseTemplate, type Piece, splitOutsideVariables, type Template } from './template.ts';

export type PatternProblem = 'resource.not-arn' | 'resource.incomplete-arn' | 'variable.before-resource';

export interface ResourcePattern {
  readonly source: string;
  /** `*` alone: every resource, also that of actions without resource-level permissions. */
  readonly everything: boolean;
  /** partition, service, region, account after `arn`, as globs. */
  readonly head: readonly Glob[];
  readonly last: Template;
  readonly lastGlob: Glob | undefined;
  /** A star ends one of the parts before the last: it may run across the colon. */
  readonly crossing: string | undefined;
  readonly problem: PatternProblem | undefined;
  readonly typeWildcard: boolean;
  /** `${` in a document whose version has no variables. */
  readonly unfilledVariable: boolean;
}

export type PatternResult = 'yes' | 'no' | 'unknown' | 'no-value';

export interface PatternMatch {
  readonly result: PatternResult;
  readonly doubt?: WarningCode;
}

/** Services whose resource part has no type in front, so a wildcard there is a wildcard in the name. */
const untyped: ReadonlySet<string> = new Set([
  's3',
  's3express',
  'sns',
  'sqs',
  'execute-api',
  'apigateway',
  'codecommit',
]);

function problemOf(parts: readonly string[], complete: boolean, variables: boolean): PatternProblem | undefined {
  if (parts[0] !== 'arn' && !/[*?]/.test(parts[0] ?? '')) return 'resource.not-arn';
  if (parts.length < 2) return 'resource.not-arn';
  if (parts.length < 6 && !complete) return 'resource.incomplete-arn';
  const early = variables && parts.slice(0, 5).some((part) => part.includes('${'));
  return early ? 'variable.before-resource' : undefined;
}

function hasTypeWildcard(parts: readonly string[]): boolean {
  const [type = ''] = (parts[5] ?? '').split(/[:/]/);
  return type !== parts[5] && /[*?]/.test(type) && type !== '*' && !untyped.has(parts[2] ?? '');
}

const endsOnly = (part: string): boolean => !part.includes('*') || part.indexOf('*') === part.length - 1;

function crossingOf(parts: readonly string[], source: string): string | undefined {
  const head = parts.slice(0, 5);
  const crosses = head.some((part) => part.endsWith('*')) && head.every(endsOnly);
  return crosses && !head.some((part) => part.includes('?')) ? source : undefined;
}

/** Missing parts of an incomplete ARN count as `*`, where such ARNs are accepted at all. */
export function compileResourcePattern(source: string, variables: boolean, complete: boolean): ResourcePattern {
  const parts = splitOutsideVariables(source, 6, variables);
  const padded = [...parts, ...Array<string>(6 - parts.length).fill('*')];
  const last = parseTemplate(padded[5] ?? '', variables);
  return {
    source,
    everything: /^\*+$/.test(source),
    head: padded.slice(0, 5).map(globOf),
    last,
    lastGlob: last.fixed === undefined ? undefined : compileGlob(last.fixed),
    crossing: crossingOf(parts, source),
    problem: problemOf(parts, complete, variables),
    typeWildcard: hasTypeWildcard(parts),
    unfilledVariable: !variables && source.includes('${'),
  };
}

/** The last part with its variables filled in. */
export const fillLast = (pattern: ResourcePattern, view: RequestView) => fill(pattern.last, view);

function headMatches(head: readonly Glob[], parts: readonly string[]): boolean {
  for (let index = 1; index < 5; index += 1) {
    if (!matchesGlob(head[index] as Glob, parts[index] as string)) return false;
  }
  return true;
}

function crosses(pattern: ResourcePattern, filled: Filled, view: RequestView): boolean {
  if (pattern.crossing === undefined) return false;
  const parts = splitOutsideVariables(pattern.crossing, 6, true);
  const front: Piece = { text: parts.slice(0, 5).join(':') + (parts.length > 5 ? ':' : ''), escaped: false };
  const rest = parts.length > 5 ? filled.pieces : [];
  return matchesGlob(compileGlob([front, ...rest]), view.request.resource);
}

const yes: PatternMatch = { result: 'yes' };
const no: PatternMatch = { result: 'no' };

export function matchPattern(pattern: ResourcePattern, view: RequestView): PatternMatch {
  if (pattern.everything) return yes;
  const parts = view.resourceParts;
  if (view.request.resource === '*') return no;
  if (pattern.problem === 'resource.not-arn' || parts === undefined)
    return matchesPattern(pattern.source, view.request.resource) ? yes : no;
  if (pattern.problem === 'variable.before-resource') return { result: 'no-value', doubt: pattern.problem };
  if (pattern.problem !== undefined) return no;
  return matchParts(pattern, parts, view);
}

function matchParts(pattern: ResourcePattern, parts: readonly string[], view: RequestView): PatternMatch {
  const head = headMatches(pattern.head, parts);
  if (!head && pattern.crossing === undefined) return no;
  const filled = fill(pattern.last, view);
  if (filled === 'no-value') return { result: 'no-value' };
  if (filled === 'unknown') return { result: 'unknown' };
  const glob = pattern.lastGlob ?? compileGlob(filled.pieces);
  const doubt = filled.wildcardValue ? ({ doubt: 'variable.wildcard-value' } as const) : {};
  if (head && matchesGlob(glob, parts[5] as string)) return filled.wildcardValue ? { result: 'yes', ...doubt } : yes;
  if (crosses(pattern, filled, view)) return { result: 'yes', doubt: 'resource.star-crosses-colon' };
  return filled.wildcardValue ? { result: 'no', ...doubt } : no;
}
