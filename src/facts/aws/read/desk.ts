// What every reader of a layer works with: the calls, and the identities to make them as.
import type { Access } from '../credentials/access.ts';
import { isUnread, type Answer } from '../outcome.ts';
import type { Reads } from '../reads.ts';
import { textAt } from './fields.ts';

export interface Identity {
  readonly arn: string;
  readonly accountId: string;
}

export interface Desk {
  readonly reads: Reads;
  /** The caller's first; the others only where profiles for them were named. */
  readonly accesses: readonly Access[];
}

export async function identityOf({ reads }: Desk, access: Access): Promise<Answer<Identity>> {
  const answer = await reads.call(access, 'sts:GetCallerIdentity', {});
  if (answer.status !== 'present') return answer;
  const [arn, accountId] = [textAt(answer.value, 'Arn'), textAt(answer.value, 'Account')];
  if (arn !== undefined && accountId !== undefined) return { ...answer, value: { arn, accountId } };
  return { status: 'unreachable', why: { code: 'not-aws' }, operation: answer.operation };
}

export async function accountOfAccess(desk: Desk, access: Access): Promise<string | undefined> {
  const answer = await identityOf(desk, access);
  return isUnread(answer) || answer.status === 'absent' ? undefined : answer.value.accountId;
}

/** The identity that is in this account: names in IAM mean nothing without theirs. */
export async function accessIn(desk: Desk, accountId: string): Promise<Access | undefined> {
  const accounts = await Promise.all(desk.accesses.map((access) => accountOfAccess(desk, access)));
  return desk.accesses.find((_, position) => accounts[position] === accountId);
}
