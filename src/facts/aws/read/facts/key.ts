// Reads the KMS key that the call needs into facts: which one it is, its state, and what its policy and its grants do for the caller. (AWS page: "Troubleshooting AWS KMS permissions")
import { accountOf } from '../../../../model/arn.ts';
import type { Fact, FactReason, FactStatus, FactValue } from '../../../../model/fact.ts';
import type { Truth } from '../../../../model/policy.ts';
import { dependentActionsOf } from '../../../../reference/dependent-actions.ts';
import { grantsCover, type KeyGrant } from '../../../policies/key-grants.ts';
import { keyPolicyFindings, type KeyUse } from '../../../policies/key-policy.ts';
import type { Access } from '../../credentials/access.ts';
import { isUnread, type Answer } from '../../outcome.ts';
import type { Output } from '../../wire/decode.ts';
import { accessIn, accountOfAccess, type Desk } from '../desk.ts';
import { at, eachAt, textAt } from '../fields.ts';
import { findKey, type FoundKey } from './key-of.ts';
import { readResource } from '../layers/resource.ts';
import type { Subject } from '../subject.ts';
import { known, unknown } from './fact-of.ts';

const wantsAny = (names: readonly string[], ...wanted: readonly string[]): boolean =>
  wanted.some((name) => names.includes(name));

/** Only what is asked for is read. */
export async function readKey(desk: Desk, subject: Subject, names: readonly string[]): Promise<readonly Fact[]> {
  if (!names.some((name) => name.startsWith('key.'))) return [];
  const found = await findKey(desk, subject);
  if (found.key === undefined) return [...found.facts];
  const { key } = found;
  const access = await accessTo(desk, key.arn);
  if (access === undefined) return found.facts;
  const parts = [
    wantsAny(names, 'key.exists', 'key.manager', 'key.state') ? readState(desk, access, key) : [],
    wantsAny(names, 'key.policyDelegates', 'key.policyNamesCaller') ? readPolicy(desk, subject, key) : [],
    wantsAny(names, 'key.grantCoversCaller') ? readGrants(desk, access, subject, key) : [],
  ];
  return [...found.facts, ...(await Promise.all(parts)).flat()];
}

/** A key of another account may be described and its grants listed with its ARN, where its owner lets the caller. */
async function accessTo(desk: Desk, keyArn: string): Promise<Access | undefined> {
  const owner = await accessIn(desk, accountOf(keyArn) ?? '');
  return owner ?? desk.accesses.find(({ role }) => role === 'resource') ?? desk.accesses[0];
}

const describeKey = 'kms:DescribeKey';

async function readState(desk: Desk, access: Access, { arn, region }: FoundKey): Promise<readonly Fact[]> {
  const signals = { missing: ['NotFoundException'] };
  const answer = await desk.reads.call(access, describeKey, { KeyId: arn }, { region, signals });
  if (answer.status === 'present') return stateFacts(answer);
  const gap = isUnread(answer) ? answer : { status: 'unreachable' as const, why: { code: 'not-aws' } };
  const isOwn = (await accountOfAccess(desk, access)) === accountOf(arn);
  const rest = ['key.manager', 'key.state'].map((name) => unknown(name, gap));
  return gap.why.code === 'no-such-resource' && isOwn
    ? [known('key.exists', false, { from: describeKey, grade: 'stated' }), ...rest]
    : [unknown('key.exists', gap), ...rest];
}

function stateFacts(answer: Extract<Answer<Output>, { readonly status: 'present' }>): readonly Fact[] {
  const source = { from: describeKey, grade: 'stated', readAt: answer.readAt } as const;
  const values: Readonly<Record<string, FactValue | undefined>> = {
    'key.exists': true,
    'key.manager': textAt(answer.value, 'KeyMetadata', 'KeyManager'),
    'key.state': textAt(answer.value, 'KeyMetadata', 'KeyState'),
  };
  return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [known(name, value, source)]));
}

/** What the call needs of the key: the refused action itself, or what it brings with it where the data is encrypted. */
function useOf({ principal, action }: Subject, { arn }: FoundKey): KeyUse | undefined {
  if (principal === undefined || action === undefined) return undefined;
  const needed = /^kms:/i.test(action)
    ? [action]
    : dependentActionsOf(action).flatMap((one) => (one.action.startsWith('kms:') ? [one.action] : []));
  return needed.length === 0 ? undefined : { principal, keyArn: arn, actions: needed };
}

const useUnknown: { readonly status: FactStatus; readonly why: FactReason } = {
  status: 'not-asked',
  why: { code: 'key-use-unknown' },
};

const truthFact = (name: string, truth: Truth, source: Parameters<typeof known>[2], code: string): Fact =>
  truth === 'unknown' ? unknown(name, { status: 'not-retrievable', why: { code } }) : known(name, truth, source);

async function readPolicy(desk: Desk, subject: Subject, key: FoundKey): Promise<readonly Fact[]> {
  const names = ['key.policyDelegates', 'key.policyNamesCaller'] as const;
  const use = useOf(subject, key);
  if (use === undefined) return names.map((name) => unknown(name, useUnknown));
  const { layer } = await readResource(desk, undefined, key.arn, accountOf(key.arn));
  const [gap] = layer.unread;
  if (gap !== undefined) return names.map((name) => unknown(name, gap));
  const { delegates, namesCaller } = keyPolicyFindings(layer.policies, use);
  const readAt = layer.readAt === undefined ? {} : { readAt: layer.readAt };
  const source = { from: 'kms:GetKeyPolicy', grade: 'evaluated', ...readAt } as const;
  return [
    truthFact(names[0], delegates, source, 'key-conditions'),
    truthFact(names[1], namesCaller, source, 'key-conditions'),
  ];
}

async function readGrants(
  desk: Desk,
  access: Access,
  subject: Subject,
  { arn, region }: FoundKey,
): Promise<readonly Fact[]> {
  const name = 'key.grantCoversCaller';
  const use = useOf(subject, { arn, region });
  if (use === undefined) return [unknown(name, useUnknown)];
  const signals = { missing: ['NotFoundException'] };
  const answer = await desk.reads.list(access, 'kms:ListGrants', { KeyId: arn }, 'Grants', { region, signals });
  if (answer.status !== 'present')
    return [unknown(name, isUnread(answer) ? answer : { status: 'unreachable', why: { code: 'not-aws' } })];
  const covers = grantsCover(answer.value.map(grantOf), use);
  const source = { from: 'kms:ListGrants', grade: 'evaluated', readAt: answer.readAt } as const;
  return [truthFact(name, covers, source, 'grant-constraints')];
}

const grantOf = (grant: unknown): KeyGrant => ({
  grantee: textAt(grant, 'GranteePrincipal') ?? '',
  operations: eachAt(grant, ['Operations', '*']).map(String),
  isConstrained: Object.keys((at(grant, 'Constraints') as object | undefined) ?? {}).length > 0,
});
