// What AWS may refuse of a proposed document, or not do, in words. (AWS pages: "IAM and AWS STS quotas", "IAM JSON policy elements reference", "SCP syntax", "RCP syntax")
import { findingCodes, policyDiagnosticCodes } from '../../model/policy-codes.ts';
import type { MeasuredLimit, ValidityWarning, validityCodes } from '../../model/validity.ts';
import { findingSentence } from './findings.ts';
import { faultSentences } from './policy-faults.ts';

type Words = (warning: ValidityWarning) => string;

const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

const named = ({ about }: ValidityWarning): string => about.join(', ');

const source = ({ page, asOf }: MeasuredLimit): string => ` (AWS page "${page}", ${asOf})`;

/** "12,310 characters, with the other policies written into the same user or role". */
function counted({ counted: count, unit, isTogether }: MeasuredLimit): string {
  return `${grouped(count)} ${unit}${isTogether === true ? ', all policies written into the same holder together' : ''}`;
}

const measured =
  (words: (limit: MeasuredLimit) => string): Words =>
  ({ measured: limit }) =>
    limit === undefined ? '' : `${words(limit)}${source(limit)}.`;

const sentences = {
  'size.no-room': measured(
    (limit) =>
      `No room: with this change it has ${counted(limit)}, and AWS takes ${grouped(limit.limit)}. Shorten it, or put the statement into another policy`,
  ),
  'size.above-usual': measured(
    (limit) =>
      `It may not fit: with this change it has ${counted(limit)}. The usual limit is ${grouped(limit.limit)}; up to ${grouped(limit.upTo ?? limit.limit)} are possible, depending on the quota and on what kind of policy it is`,
  ),
  'size.white-space': measured(
    (limit) =>
      `As printed it has ${counted(limit)}, and AWS takes ${grouped(limit.limit)}. Without spaces and line breaks between the elements it fits`,
  ),
  'count.attached': measured(
    (limit) =>
      `It would be number ${limit.counted} of the policies attached there, and the limit is ${limit.limit}${limit.upTo === undefined ? '' : ` (${limit.upTo} at most)`}`,
  ),
  'count.statements': measured(
    (limit) => `It would have ${limit.counted} statements, and ${limit.limit} are the limit`,
  ),
  'count.actions': measured(
    (limit) => `A statement would name ${limit.counted} actions, and ${limit.limit} are the limit`,
  ),
  'document.characters': (warning) =>
    `IAM takes only characters up to U+00FF in a policy; it has others: ${named(warning)}.`,
  'sid.characters': (warning) => `A Sid has letters and digits only here: ${named(warning)}.`,
  'sid.repeated': (warning) => `The Sid ${named(warning)} is there twice; a document has each once.`,
  'trust.resource': () => 'A trust policy has no Resource: it stands for its role.',
  'trust.action': (warning) => `A trust policy is about sts actions only, not ${named(warning)}.`,
  'rcp.allow': () => 'Only RCPFullAWSAccess, which AWS keeps, may say Allow: a resource control policy denies.',
  'rcp.principal': () => 'In a resource control policy Principal is "*"; a condition says who is meant.',
  'rcp.not-action': () => 'A resource control policy has no NotAction.',
  'rcp.every-action': () => 'A resource control policy names the service of its actions: "*" alone is not taken.',
  'rcp.service': (warning) => `Resource control policies do not bind the service of ${named(warning)}.`,
  'principal.not-principal': () =>
    'NotPrincipal has to list the session, its role and its account; AWS advises a condition on aws:PrincipalArn in its place.',
  'action.not-known': (warning) =>
    `AWS's reference, as bundled here, does not know ${named(warning)}: misspelt, or newer than the data.`,
  'resource.never-met': ({ action = '', about }) => `${action} works on no resource of the form ${about.join(', ')}.`,
  'partition.other': (warning) => `This ARN is of another partition than the request: ${named(warning)}.`,
} as const satisfies Record<(typeof validityCodes)[number], Words>;

const isOf = <Code extends string>(codes: readonly Code[], code: string): code is Code =>
  (codes as readonly string[]).includes(code);

function wordsOf(warning: ValidityWarning): string {
  const { code, action = '', about } = warning;
  if (isOf(findingCodes, code)) return findingSentence({ ...warning, code, statement: warning.statement ?? 0 }, action);
  if (isOf(policyDiagnosticCodes, code)) {
    const found = about.length === 0 ? '' : ` Found: ${about.join(', ')}.`;
    return `${faultSentences[code]}${found}`;
  }
  return sentences[code](warning);
}

/** Statements are counted from 1, as everywhere. */
export const validitySentence = (warning: ValidityWarning): string =>
  warning.statement === undefined ? wordsOf(warning) : `Statement ${warning.statement + 1}: ${wordsOf(warning)}`;
