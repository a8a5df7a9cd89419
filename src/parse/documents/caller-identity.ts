// Reads who the caller is: the answer of `aws sts get-caller-identity`, and the credential lines that `--debug` prints. (AWS pages: "GetCallerIdentity", "Configuration and credential precedence")
import { accountOf } from '../../model/arn.ts';
import { readJson, textOf } from './json.ts';

export interface CallerIdentity {
  readonly arn: string;
  readonly accountId: string;
  readonly userId?: string;
}

export function callerIdentityIn(value: unknown): CallerIdentity | undefined {
  const [arn, accountId, userId] = [textOf(value, 'Arn'), textOf(value, 'Account'), textOf(value, 'UserId')];
  if (arn === undefined || accountId === undefined || !/^\d{12}$/.test(accountId) || !arn.startsWith('arn:'))
    return undefined;
  return { arn, accountId, ...(userId !== undefined && { userId }) };
}

/** As JSON, YAML or a table row of the three values. */
export function readCallerIdentity(text: string): CallerIdentity | undefined {
  const found = callerIdentityIn(readJson(text));
  if (found !== undefined || text.length > 4000) return found;
  const arn = /\barn:[\w-]{1,20}:(?:iam|sts)::\d{12}:[^\s"'|]{1,300}/.exec(text)?.[0];
  const rest = text.replace(/arn:[^\s"'|]{1,400}/, ' ');
  const accountId = /\b\d{12}\b/.exec(rest)?.[0];
  const userId = /\b(?:A(?:ID|RO)A[A-Z0-9]{12,24}(?::[\w+=,.@-]{2,64})?)/.exec(rest)?.[0];
  const isAnswer = /^\s{0,9}(?:Account:|UserId:|Arn:|\d{12}\s|\||\+)/m.test(text);
  if (!isAnswer || arn === undefined || accountId !== accountOf(arn) || accountId === undefined) return undefined;
  return { arn, accountId, ...(userId !== undefined && { userId }) };
}

export interface CredentialLines {
  /** Providers looked at, in order, by the names `--debug` uses. */
  readonly lookedFor: readonly string[];
  /** What was found, in its own words after "Found credentials in" or "from". */
  readonly found?: string;
  /** A profile was named, so environment variables were passed over. */
  readonly profileNamed: boolean;
}

const looking = /Looking for credentials via: ([a-z][a-z0-9-]{1,40})/g;
const foundLine = /Found credentials (?:in|from) ([^\n]{1,300})/;

export function readCredentialLines(text: string): CredentialLines | undefined {
  const lookedFor = [...text.matchAll(looking)].map((match) => match[1] ?? '');
  const found = foundLine.exec(text)?.[1]?.trim().replace(/\.$/, '');
  if (lookedFor.length === 0 && found === undefined) return undefined;
  const profileNamed = text.includes(
    'Skipping environment variable credential check because profile name was explicitly set',
  );
  return { lookedFor, ...(found !== undefined && { found }), profileNamed };
}
