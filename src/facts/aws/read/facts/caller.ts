// Reads who calls now into facts: the ARN, where the credentials come from, and whether they are temporary.
import type { Fact, FactValue } from '../../../../model/fact.ts';
import { isUnread } from '../../outcome.ts';
import { identityOf, type Desk } from '../desk.ts';

const from = 'sts:GetCallerIdentity';

export async function readCaller(desk: Desk): Promise<readonly Fact[]> {
  const [access] = desk.accesses;
  if (access === undefined) return [];
  const answer = await identityOf(desk, access);
  if (isUnread(answer) || answer.status === 'absent') {
    const status = isUnread(answer) ? answer.status : 'unreachable';
    const source = { origin: 'live', from, grade: 'stated' } as const;
    return [{ name: 'caller.arn', status, source, ...(answer.why === undefined ? {} : { why: answer.why }) }];
  }
  const { sessionToken, accessKeyId } = await access.credentials();
  const values: Readonly<Record<string, FactValue>> = {
    'caller.arn': answer.value.arn,
    'caller.credentialSource': access.choice.source,
    'caller.isTemporary': sessionToken !== undefined || accessKeyId.startsWith('ASIA'),
  };
  const source = { origin: 'live', from, grade: 'stated', readAt: answer.readAt } as const;
  return Object.entries(values).map(([name, value]) => ({ name, status: 'present', value, source }));
}
