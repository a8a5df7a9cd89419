// Groups what the rows recognised into clusters, one per error, reading in text order: what stands before a message, the message, and what stands after it.
import type { Fields, Finding } from '../findings/finding.ts';

export interface Cluster {
  readonly findings: Finding[];
  start: number;
  end: number;
  fields: Fields;
  hasMessage: boolean;
  /** The identifiers that end an error have been read: what comes next belongs to another one. */
  closed: boolean;
}

/** How far a detail may stand from what it belongs to: farther across lines that plainly belong to one dump or stack trace. */
const nearDetail = 500;
const farDetail = 6000;
const nearMessage = 1500;

const dumpLine = /^\s|^[{}[\]()"'$<*-]|^at\s|^[\w$-]{1,40}["']?\s{0,3}[:=]|^\w[\w ]{0,40}: |^$/;

function isOneDump(text: string, from: number, to: number): boolean {
  if (to - from > farDetail) return false;
  return text
    .slice(from, to)
    .split('\n')
    .slice(1, -1)
    .every((line) => dumpLine.test(line));
}

const compared = [
  'code',
  'operation',
  'action',
  'principal',
  'resource',
  'denyType',
  'policyType',
  'requestId',
  'authorizationId',
] as const;

/** A service that wraps a denial of KMS prefixes its code or drops the last word: `KMS.AccessDeniedException`, `KMSAccessDenied`. */
const bareCode = (code: string) =>
  code
    .slice(code.lastIndexOf('.') + 1)
    .replace(/^KMS/i, '')
    .replace(/Exception$/, '');

const sameValue = (field: string, left: string, right: string) =>
  left === right || (field === 'code' && bareCode(left) === bareCode(right));

function conflicts(left: Fields, right: Fields): boolean {
  return compared.some((field) => {
    const [one, other] = [left[field], right[field]];
    return one !== undefined && other !== undefined && !sameValue(field, one, other);
  });
}

const isAlien = (finding: Finding) => finding.role === 'message' && finding.class === 'not-aws';

function startsNew(cluster: Cluster, finding: Finding, text: string): boolean {
  if (finding.role !== 'veto' && isAlien(finding) !== cluster.findings.some(isAlien)) return true;
  const gap = finding.start - cluster.end;
  switch (finding.role) {
    case 'head':
      return (
        cluster.hasMessage ||
        cluster.closed ||
        gap > nearMessage ||
        (finding.row !== 'code-word' && headConflicts(cluster, finding))
      );
    case 'message':
      return (
        cluster.closed ||
        gap > nearMessage ||
        (cluster.hasMessage && (gap > nearDetail || conflicts(cluster.fields, finding.fields)))
      );
    case 'veto':
      return gap > nearDetail;
    default:
      return detailStartsNew(cluster, finding, gap, text);
  }
}

/** Of nested operations the inner one is denied, so it starts anew; a code inside a code only refines it. */
function headConflicts(cluster: Cluster, finding: Finding): boolean {
  const { operation, requestId } = finding.fields;
  const other = cluster.fields;
  return (
    (operation !== undefined && other.operation !== undefined && operation !== other.operation) ||
    (requestId !== undefined && other.requestId !== undefined && requestId !== other.requestId) ||
    (finding.row === 'botocore' && cluster.findings.some((earlier) => earlier.row === 'botocore'))
  );
}

function detailStartsNew(cluster: Cluster, finding: Finding, gap: number, text: string): boolean {
  if (gap > nearDetail && !isOneDump(text, cluster.end, finding.start)) return true;
  if (!conflicts(cluster.fields, finding.fields)) return false;
  const overlooked =
    finding.fields.code !== undefined &&
    cluster.hasMessage &&
    cluster.fields.requestId === undefined &&
    gap < nearDetail;
  return !overlooked;
}

/** Inner codes replace outer ones until the message is read; afterwards the first value stays. */
function mergeFields(cluster: Cluster, finding: Finding): Fields {
  const { code } = finding.fields;
  const merged = { ...finding.fields, ...cluster.fields };
  const refines =
    code !== undefined &&
    !cluster.hasMessage &&
    finding.role !== 'detail' &&
    !cluster.fields.code?.endsWith(`.${code}`);
  return refines ? { ...merged, code } : merged;
}

function append(cluster: Cluster, finding: Finding): void {
  cluster.fields = mergeFields(cluster, finding);
  cluster.findings.push(finding);
  cluster.end = Math.max(cluster.end, finding.end);
  if (finding.role === 'message') cluster.hasMessage = true;
  if (cluster.hasMessage && finding.role === 'detail' && finding.fields.requestId !== undefined) cluster.closed = true;
}

function open(finding: Finding): Cluster {
  const cluster: Cluster = {
    findings: [],
    start: finding.start,
    end: finding.end,
    fields: {},
    hasMessage: false,
    closed: false,
  };
  append(cluster, finding);
  return cluster;
}

const shadowable = new Set([
  'code-word',
  'label',
  'access-denied-bare',
  'forbidden-bare',
  'reason-alone',
  'user-alone',
]);

/** One error from findings already known to belong together. */
export function clusterOf(first: Finding, rest: readonly Finding[]): Cluster {
  const cluster = open(first);
  for (const finding of rest) append(cluster, finding);
  return cluster;
}

/** A code word or a part of a sentence inside a richer finding says nothing new. */
function withoutShadowed(findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  let covered = -1;
  for (const finding of findings) {
    const small = shadowable.has(finding.row);
    if (small && finding.end <= covered) continue;
    kept.push(finding);
    if (finding.role !== 'mark') covered = Math.max(covered, finding.end);
  }
  return kept;
}

export function clusterFindings(findings: readonly Finding[], text: string): Cluster[] {
  const ordered = [...findings].sort((left, right) => left.start - right.start || right.end - left.end);
  const clusters: Cluster[] = [];
  let current: Cluster | undefined;
  for (const finding of withoutShadowed(ordered)) {
    if (finding.role === 'mark') continue;
    if (current === undefined || startsNew(current, finding, text)) {
      current = open(finding);
      clusters.push(current);
    } else append(current, finding);
  }
  return clusters;
}
