// Reads the output of `aws sts get-caller-identity`: JSON, or the three columns of its text form.
import { accountOf, readArn } from '../../model/arn.ts';
import { readJsonRow } from './json-value.ts';

export interface CallerIdentity {
  readonly arn: string;
  readonly accountId?: string;
  readonly userId?: string;
}

export function readCallerIdentity(text: string): CallerIdentity | undefined {
  const row = readJsonRow(text);
  return row === undefined ? fromColumns(text) : identity(row.Arn, row.UserId);
}

/** `--output text` prints account, ARN and user id, separated by tabs. */
function fromColumns(text: string): CallerIdentity | undefined {
  const [account, arn, userId] = text.trim().split(/\s+/);
  return account !== undefined && /^\d{12}$/.test(account) ? identity(arn, userId) : undefined;
}

function identity(arn: unknown, userId: unknown): CallerIdentity | undefined {
  if (typeof arn !== 'string' || readArn(arn) === undefined) return undefined;
  const accountId = accountOf(arn);
  return {
    arn,
    ...(accountId === undefined ? {} : { accountId }),
    ...(typeof userId === 'string' ? { userId } : {}),
  };
}
