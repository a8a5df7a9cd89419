// Turns a policy document as AWS hands it out (plain, URL-encoded, or already parsed) into a policy with its text.
import type { NamedPolicy } from '../../../model/policy.ts';

/** IAM answers with URL-encoded documents (RFC 3986). */
function decoded(text: string): string {
  if (!/^\s*%7B/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** API Gateway answers with a document whose quotes are escaped once more. */
const unescaped = (text: string): string =>
  /^\s*\{\\"/.test(text) ? text.replaceAll('\\"', '"').replaceAll('\\/', '/') : text;

export function policyFrom(name: string, document: unknown): NamedPolicy {
  if (typeof document !== 'string') return { name, policy: document };
  const text = unescaped(decoded(document));
  try {
    const policy: unknown = JSON.parse(text);
    return { name, policy, text };
  } catch {
    return { name, policy: text, text };
  }
}
