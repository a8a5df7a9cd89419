// Why something could not be read, and what somebody with more rights can run to find out.
import type { FactReason, FactStatus } from '../../model/fact.ts';
import { notCheckedSentences } from './layers.ts';

export interface Unread extends Partial<FactReason> {
  readonly status: FactStatus;
}

const sentences: Readonly<Record<string, string>> = {
  credentials: 'There were no usable credentials to read it with.',
  'account-unknown': 'Not read: it is not known which account owns the resource.',
  'caller-unknown': 'Not read: the caller is not known.',
  'resource-unknown': 'Not read: the resource is not known.',
  'other-account': 'Not read: it is in another account, and none of the profiles is.',
  'no-endpoint-named': 'Not read: nothing says which VPC endpoint the call went through, if any.',
  'no-own-policies': 'This kind of caller has no policies that can be looked up.',
  'session-policies': 'AWS offers no way to read session policies, and nothing shows how the session was made.',
  'no-such-resource': 'There is no such resource where it was looked for.',
  'not-owner': "Only an identity of the owner's account may read it.",
  'no-such-details':
    'AWS has no details under this id: they are kept for a day, written some time after the call, in its region only.',
  'key-use-unknown': 'Not read: it is not known what the call needs of the key.',
  'key-conditions': 'Whether its conditions are met cannot be told from what is known of the call.',
  'key-alias': 'The resource names its key by an alias, which could not be looked up.',
  'key-of-each': 'Each object has a key of its own; the default of the bucket is for new ones.',
  'grant-constraints':
    'A grant that may cover it is bound to an encryption context, or to somebody who is named by an id.',
  'no-row': 'This version cannot read the policy of this kind of resource.',
  'simulator-allows':
    "Reading it was denied. AWS's simulator finds nothing in the organization against it, which is a hint only.",
  'simulator-denies':
    "Reading it was denied. AWS's simulator finds that the organization does not allow it, which is a hint only.",
  throttled: 'AWS asked to call less often.',
  timeout: 'There was no answer in time.',
  interrupted: 'There was no time left to read it.',
  tls: 'The connection is not trusted: a proxy may stand between, whose certificate AWS_CA_BUNDLE can name.',
  dns: 'Its address could not be found: there may be no network, or no such service in the region.',
  connect: 'There was no connection.',
  incomplete: 'The answer broke off.',
  'not-aws': "The answer was not AWS's: a proxy may stand between.",
  'service-failure': 'AWS failed to answer.',
  'other-region': 'It is in another region.',
};

export const unreadSentence = ({ status, code }: Unread): string =>
  code !== undefined && Object.hasOwn(sentences, code) ? (sentences[code] ?? '') : notCheckedSentences[status];

/** With what AWS said, and the command. */
export function unreadInFull(unread: Unread): string {
  const { detail, command } = unread;
  const reason = unreadSentence(unread);
  const said = detail === undefined ? reason : `${reason.slice(0, -1)}: ${detail}`;
  return command === undefined ? said : `${said}${/[.!?]$/.test(said) ? '' : '.'} Whoever may, runs: ${command}`;
}
