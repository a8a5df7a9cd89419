// Tells whether the grants on a key give one caller what a call needs. (AWS page: "Grants in AWS KMS")
import { sameIdentity } from '../../model/arn.ts';
import type { Truth } from '../../model/policy.ts';
import { all, and, any } from '../../policy/truth.ts';
import type { KeyUse } from './key-policy.ts';

export interface KeyGrant {
  readonly grantee: string;
  /** As KMS writes them: `Decrypt`. */
  readonly operations: readonly string[];
  /** It holds for some encryption contexts only. */
  readonly isConstrained: boolean;
}

export function grantsCover(grants: readonly KeyGrant[], { principal, actions }: KeyUse): Truth {
  return all(
    actions.map((action) => any(grants.map((grant) => and(isGrantee(grant.grantee, principal), gives(grant, action))))),
  );
}

/** A grantee that is no ARN is the id of somebody, who may be the caller. */
function isGrantee(grantee: string, principal: string): Truth {
  if (grantee === principal) return true;
  return (
    sameIdentity(grantee, principal) ??
    (grantee.startsWith('arn:') || /\.amazonaws\.com/.test(grantee) ? false : 'unknown')
  );
}

function gives({ operations, isConstrained }: KeyGrant, action: string): Truth {
  if (!operations.includes(action.slice(action.indexOf(':') + 1))) return false;
  return isConstrained ? 'unknown' : true;
}
