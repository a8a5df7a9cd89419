// Sorts what came of one call into what is known: read, absent, denied, unreachable … and never takes one for another. (AWS page: "Common errors")
import type { FactReason, FactStatus } from '../../model/fact.ts';
import type { OperationName } from './operations.ts';
import { NetworkFailure } from './network.ts';
import type { Decoded, Output } from './wire/decode.ts';

export type UnknownStatus = Exclude<FactStatus, 'present' | 'absent'>;

/** Something could not be read, and why. */
export interface Unread {
  readonly status: UnknownStatus;
  readonly why: FactReason;
  readonly operation?: OperationName;
}

export type Answer<T> =
  | { readonly status: 'present'; readonly value: T; readonly operation: OperationName; readonly readAt: string }
  | {
      readonly status: 'absent';
      readonly why?: FactReason;
      readonly operation: OperationName;
      readonly readAt: string;
    }
  | Unread;

export const isUnread = <T>(answer: Answer<T>): answer is Unread =>
  answer.status !== 'present' && answer.status !== 'absent';

const credentialCodes =
  /^(?:ExpiredToken(?:Exception)?|InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|InvalidAccessKeyId|AuthFailure|RequestExpired|IncompleteSignature|MissingAuthenticationToken(?:Exception)?|InvalidToken|RequestTimeTooSkewed|InvalidSignatureException|NotAuthorizedForSourceException)$/;
const deniedCodes =
  /AccessDenied|AuthorizationError|^Forbidden|^Unauthorized|NotAuthorized|InsufficientPrivileges|AccessForbidden|OperationNotPermitted/;
const throttledCodes =
  /^(?:Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|RequestThrottled|CallRateLimitExceeded|LimitExceeded)/;
const unsupportedCodes =
  /^(?:UnknownEndpoint|UnsupportedAPIEndpointException|OptInRequired|UnknownOperationException)$/;

/** Codes of one operation that say: there is none, or there is no such resource. */
export interface Signals {
  readonly absent?: readonly string[];
  readonly missing?: readonly string[];
}

type Failure = Extract<Decoded, { readonly ok: false }>;

export const isThrottled = (decoded: Decoded): boolean =>
  decoded.ok === false && (decoded.status === 429 || throttledCodes.test(decoded.code ?? ''));

/** Worth another try: AWS asked for patience, or failed itself. */
export const isPassing = (decoded: Decoded): boolean =>
  isThrottled(decoded) || (decoded.ok === false && decoded.status >= 500 && decoded.status !== 501);

const says = (failure: Failure, words: readonly string[] = []): boolean =>
  words.some((word) => failure.code === word || failure.message?.startsWith(word) === true);

const detailOf = ({ code, message, status }: Failure): string =>
  [code ?? `HTTP ${status}`, message].filter((part) => part !== undefined).join(': ');

function sortFailure(failure: Failure, signals: Signals): { status: UnknownStatus | 'absent'; why: FactReason } {
  const { status, code = '' } = failure;
  const because = (kind: UnknownStatus | 'absent', reason: string) => ({
    status: kind,
    why: { code: reason, detail: detailOf(failure) },
  });
  if (says(failure, signals.missing)) return because('not-retrievable', 'no-such-resource');
  if (says(failure, signals.absent)) return because('absent', 'none');
  if (credentialCodes.test(code)) return because('unreachable', 'credentials');
  if (status === 405 && code === 'MethodNotAllowed') return because('denied', 'not-owner');
  if (unsupportedCodes.test(code)) return because('unsupported', 'not-there');
  if (status === 429 || throttledCodes.test(code)) return because('unreachable', 'throttled');
  if (status === 403 || status === 401 || deniedCodes.test(code)) return because('denied', 'denied');
  if (status === 301 || status === 307 || status === 308) return because('unreachable', 'other-region');
  return status >= 500 ? because('unreachable', 'service-failure') : because('not-retrievable', 'refused');
}

export function sortDecoded(
  decoded: Decoded,
  operation: OperationName,
  signals: Signals,
  readAt: string,
): Answer<Output> {
  if (decoded.ok === true) return { status: 'present', value: decoded.output, operation, readAt };
  if (decoded.ok === 'garbage') {
    const why = { code: 'not-aws', detail: `HTTP ${decoded.status} with a body that is not AWS's` };
    return { status: 'unreachable', why, operation };
  }
  const { status, why } = sortFailure(decoded, signals);
  return status === 'absent' ? { status, why, operation, readAt } : { status, why, operation };
}

export function sortThrown(error: unknown, operation: OperationName): Unread {
  if (error instanceof NetworkFailure)
    return { status: 'unreachable', why: { code: error.code, detail: error.message }, operation };
  const detail = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
  const isCredentials = error instanceof Error && /Credentials|TokenProvider/.test(error.name);
  return { status: 'unreachable', why: { code: isCredentials ? 'credentials' : 'failed', detail }, operation };
}
