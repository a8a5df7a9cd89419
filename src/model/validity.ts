// What is to be known of a proposed policy document before it is put in place: whether it fits its kind, and whether there is room for it.
import type { FindingCode, PolicyDiagnosticCode } from './policy-codes.ts';

export const validityCodes = [
  /** Longer than AWS takes. */
  'size.no-room',
  /** Taken only where a quota was raised, or the policy is of the roomier kind. */
  'size.above-usual',
  /** Short enough only without spaces and line breaks. */
  'size.white-space',
  'count.attached',
  'count.statements',
  'count.actions',
  'document.characters',
  'sid.characters',
  'sid.repeated',
  'trust.resource',
  'trust.action',
  'rcp.allow',
  'rcp.principal',
  'rcp.not-action',
  'rcp.every-action',
  'rcp.service',
  'principal.not-principal',
  'action.not-known',
  'resource.never-met',
  'partition.other',
] as const;

export type ValidityCode = (typeof validityCodes)[number] | FindingCode | PolicyDiagnosticCode;

/** A number that AWS limits, beside its limit. */
export interface MeasuredLimit {
  readonly counted: number;
  /** The limit that is passed. */
  readonly limit: number;
  /** What can be had at most, where the limit passed is not the last one. */
  readonly upTo?: number;
  readonly unit: 'characters' | 'bytes' | 'policies' | 'statements' | 'actions';
  /** It is counted over all policies written into the same holder. */
  readonly isTogether?: true;
  /** The title of the AWS page that states the limit, and when it was looked at. */
  readonly page: string;
  readonly asOf: string;
}

/** A doubt about a proposed document; it stays a proposal. */
export interface ValidityWarning {
  readonly code: ValidityCode;
  /** Index in the document's Statement list, where one statement is concerned. */
  readonly statement?: number;
  /** The action that AWS's reference was asked about. */
  readonly action?: string;
  /** The words of the document, resource types or condition keys it is about. */
  readonly about: readonly string[];
  /** For a key compared by the wrong operator. */
  readonly operator?: string;
  readonly keyType?: string;
  readonly measured?: MeasuredLimit;
}
