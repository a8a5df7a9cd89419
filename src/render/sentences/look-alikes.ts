// What to say of an access error that is not from AWS: whose it is, and where its rules stand.
import type { Denial } from '../../model/denial.ts';
import { lookAlikeOf } from '../../parse/look-alike.ts';
import { classSentences } from './denials.ts';

/** An id that is missing here is described by its class alone. */
const sentences: Readonly<Record<string, string>> = {
  'kubernetes-rbac':
    'Kubernetes refused this, by its own roles (RBAC) or admission rules. Ask "kubectl auth can-i", and look at Role and RoleBinding.',
  'google-cloud': 'Google Cloud refused this. Look at the IAM roles of the Google project or bucket.',
  azure: 'Azure refused this. Look at the role assignments of the subscription or resource.',
  's3-compatible':
    'An S3-compatible store that is not Amazon S3 refused this. Look at the access rules of that store, and at the endpoint the client uses.',
  'other-cloud': 'Another cloud refused this. Look at its own access rules.',
  database: 'A database refused this. Look at its users and grants.',
  ssh: 'An SSH server refused this. Look at the key and at the user name of the connection.',
  'file-system': "The operating system refused this: a file's owner or mode does not let this user in.",
  git: 'A Git server refused this. Look at its token or key, and at the rights on the repository.',
  'web-application': 'A web application refused this. Look at its own login and roles.',
};

export function lookAlikeSentence(denial: Denial): string {
  const found = lookAlikeOf(denial.text);
  const whose = found === undefined ? undefined : sentences[found];
  return whose === undefined ? classSentences['not-aws'] : `${whose} No AWS policy decides it.`;
}
