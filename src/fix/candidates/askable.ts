// Which condition keys a request can be made to meet, and by whom; those that say who the caller is cannot. (AWS page: "AWS global condition context keys")
import type { Owner } from '../../model/playbook.ts';
import type { Risk } from '../../model/playbook.ts';

/** They follow from who calls and what is called, or from the clock. */
const fixed =
  /^(?:aws:(?:principal(?!tag\/)|userid$|username$|resource(?!tag\/)|currenttime$|epochtime$|tokenissuetime$|viaawsservice$|calledvia|referer$|useragent$|federatedprovider$|source(?:account|arn|owner|org)|ec2instance|sourceinstance)|kms:calleraccount$|s3:resourceaccount$|lambda:sourcefunctionarn$)/i;

export const isAskable = (key: string): boolean => !fixed.test(key);

/** Tags are put on by those who keep what carries them; all else is a matter of how the call is made. */
export function askedOf(key: string): { readonly owner: Owner; readonly risk: Risk } {
  if (/^aws:principaltag\//i.test(key)) return { owner: 'iam-admin', risk: 'medium' };
  if (/^(?:aws|[a-z0-9-]+):(?:existingobject|resource)tag\//i.test(key))
    return { owner: 'resource-owner', risk: 'medium' };
  return { owner: 'you', risk: 'none' };
}
