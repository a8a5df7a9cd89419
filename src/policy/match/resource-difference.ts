// Says in which way a resource misses an ARN pattern: the code of the part that differs, nearer misses later in the order.
import type { ReasonCode } from '../../model/policy-codes.ts';
import { type Glob, matchesGlob, matchesPattern } from './glob.ts';
import type { RequestView } from './request.ts';
import { fillLast, type ResourcePattern } from './resource-pattern.ts';
import { textOf } from './template.ts';

/** From the farthest miss to the nearest. */
export const resourceCodes = [
  'resource.only-star',
  'resource.not-arn',
  'resource.incomplete-arn',
  'variable.before-resource',
  'resource.partition',
  'resource.service',
  'resource.account',
  'resource.region',
  'resource.type',
  'resource.name',
  'variable.no-value',
  'variable.version',
  'variable.unknown',
  'resource.qualifier',
  'resource.object-vs-bucket',
  'resource.bucket-vs-object',
  'resource.case',
] as const satisfies readonly ReasonCode[];
export type ResourceCode = (typeof resourceCodes)[number];

const headCodes = [undefined, 'resource.partition', 'resource.service', 'resource.region', 'resource.account'] as const;
/** The account is looked at before the region: another account is the farther miss. */
const headOrder = [1, 2, 4, 3] as const;

/** The resource type in front of the last part: `function:pay` and `table/x` have one, a bucket does not. */
const typeOf = (last: string): string | undefined => /^([^:/]*)[:/]/.exec(last)?.[1];

function storageDifference(wanted: string, actual: string): ResourceCode | undefined {
  const [bucket = ''] = actual.split('/');
  if (actual.includes('/') && !wanted.includes('/') && matchesPattern(wanted, bucket))
    return 'resource.bucket-vs-object';
  const [wantedBucket = ''] = wanted.split('/');
  if (!actual.includes('/') && wanted.includes('/') && matchesPattern(wantedBucket, actual))
    return 'resource.object-vs-bucket';
  return undefined;
}

function lastDifference(wanted: string, actual: string, service: string): ResourceCode {
  if (matchesPattern(wanted.toLowerCase(), actual.toLowerCase())) return 'resource.case';
  if (service === 's3') return storageDifference(wanted, actual) ?? 'resource.name';
  if (actual.startsWith(`${wanted}:`) || wanted.startsWith(`${actual}:`)) return 'resource.qualifier';
  const [wantedType, actualType] = [typeOf(wanted), typeOf(actual)];
  const typed = wantedType !== undefined && actualType !== undefined;
  return typed && !matchesPattern(wantedType, actualType) ? 'resource.type' : 'resource.name';
}

export function differenceOf(pattern: ResourcePattern, view: RequestView): ResourceCode {
  const parts = view.resourceParts;
  if (view.request.resource === '*') return 'resource.only-star';
  if (pattern.problem !== undefined) return pattern.problem;
  if (parts === undefined) return 'resource.not-arn';
  for (const index of headOrder) {
    const code = headCodes[index];
    if (code !== undefined && !matchesGlob(pattern.head[index] as Glob, parts[index] as string)) return code;
  }
  const filled = fillLast(pattern, view);
  if (filled === 'no-value') return 'variable.no-value';
  if (filled === 'unknown') return 'variable.unknown';
  if (pattern.unfilledVariable) return 'variable.version';
  return lastDifference(textOf(filled.pieces), parts[5] as string, parts[2] as string);
}

/** The nearest way in which any of the patterns is missed. */
export function nearestDifference(patterns: readonly ResourcePattern[], view: RequestView): ResourceCode {
  let nearest = -1;
  for (const pattern of patterns) nearest = Math.max(nearest, resourceCodes.indexOf(differenceOf(pattern, view)));
  return resourceCodes[nearest] ?? 'resource.name';
}

/** The pattern as it reads with its variables filled in. */
export function resolvedPattern(pattern: ResourcePattern, view: RequestView): string {
  const filled = fillLast(pattern, view);
  if (typeof filled === 'string') return pattern.source;
  return pattern.source.slice(0, pattern.source.length - pattern.last.source.length) + textOf(filled.pieces);
}
