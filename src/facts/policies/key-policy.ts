// Tells what a key policy does for one caller: whether it lets the IAM policies of its account count, and whether it names the caller. (AWS page: "Key policies in AWS KMS")
import { accountOf, readArn } from '../../model/arn.ts';
import type {
  AuthorizationRequest,
  GrantLevel,
  NamedPolicy,
  PolicySet,
  StatementTrace,
  Truth,
} from '../../model/policy.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { all, any } from '../../policy/truth.ts';
import { unknownKeys } from './context.ts';

export interface KeyUse {
  readonly principal: string;
  readonly keyArn: string;
  /** What the call needs of the key: one action or more, and all of them. */
  readonly actions: readonly string[];
}

export interface KeyPolicyFindings {
  readonly delegates: Truth;
  readonly namesCaller: Truth;
}

export function keyPolicyFindings(policies: readonly NamedPolicy[], use: KeyUse): KeyPolicyFindings {
  const found = use.actions.map((action) => findingsFor(policies, use, action));
  return {
    delegates: all(found.map(({ delegates }) => delegates)),
    namesCaller: all(found.map(({ namesCaller }) => namesCaller)),
  };
}

function findingsFor(policies: readonly NamedPolicy[], use: KeyUse, action: string): KeyPolicyFindings {
  const { partition = 'aws', accountId: owner = '' } = readArn(use.keyArn) ?? {};
  const isForeign = accountOf(use.principal) !== owner;
  const caller = allowsOf(policies, requestOf(use, use.principal, action));
  const member = allowsOf(policies, requestOf(use, `arn:${partition}:iam::${owner}:user/${noOne}`, action));
  const names: readonly (GrantLevel | undefined)[] = isForeign ? ['direct', 'base', 'account'] : ['direct', 'base'];
  const own = isForeign ? member.statements.map(doubtingCondition) : caller.statements.map(({ allows }) => allows);
  const unread: Truth = caller.isWhole ? false : 'unknown';
  return {
    namesCaller: any([unread, ...caller.statements.map(({ allows, reach }) => names.includes(reach) && allows)]),
    delegates: any([unread, ...member.statements.map(({ reach }, at) => delegated(reach, own[at] ?? 'unknown'))]),
  };
}

/** A user that no policy names: what reaches it reaches all of the account. */
const noOne = 'any-user-of-the-account';

/** A statement for everybody needs no IAM policy, so that it says nothing of those. */
function delegated(reach: GrantLevel | undefined, allows: Truth): Truth {
  if (reach === undefined || allows === false) return false;
  return reach === 'account' ? allows : 'unknown';
}

interface Allowing {
  readonly reach: GrantLevel | undefined;
  /** Whether it allows the action on the key, whoever asks. */
  readonly allows: Truth;
}

/** Conditions about the caller say nothing where the caller is not of this account. */
const doubtingCondition = ({ allows }: Allowing): Truth => (allows === true ? true : 'unknown');

function allowsOf(
  policies: readonly NamedPolicy[],
  request: AuthorizationRequest,
): { readonly statements: readonly Allowing[]; readonly isWhole: boolean } {
  const set: PolicySet = { resource: policies };
  const context = unknownKeys(request, set);
  const { statements, diagnostics } = evaluate(request, { ...set, unknown: { context } });
  return {
    statements: statements.filter(({ effect }) => effect === 'Allow').map(allowing),
    isWhole: diagnostics.every(({ ignored }) => ignored === null),
  };
}

function allowing({ action, resource, condition, reach }: StatementTrace): Allowing {
  const part = (result: Truth | null): Truth => result ?? true;
  return { reach, allows: all([part(action), part(resource), part(condition)]) };
}

function requestOf({ keyArn }: KeyUse, principal: string, action: string): AuthorizationRequest {
  const principalAccount = accountOf(principal) ?? null;
  return {
    ...{ action, principal, principalAccount, resource: keyArn, resourceAccount: accountOf(keyArn) ?? '' },
    context: principalAccount === null ? {} : { 'kms:CallerAccount': principalAccount },
  };
}
