// Reads why a request was denied: implicit or explicit, by which type of policy, through which, and the policy's ARN. (AWS page: "Troubleshoot access denied error messages")
import type { PolicyType } from '../../model/denial.ts';
import type { Fields } from '../findings/finding.ts';
import { readToken } from './token.ts';

/** As the messages name them, in lower case with single blanks. */
const typeNames: ReadonlyMap<string, PolicyType> = new Map([
  ['identity based', 'identity'],
  ['resource based', 'resource'],
  ['service control', 'scp'],
  ['resource control', 'rcp'],
  ['permission boundary', 'permissionsBoundary'],
  ['permissions boundary', 'permissionsBoundary'],
  ['session', 'session'],
  ['sessions', 'session'],
  ['vpc endpoint', 'vpcEndpoint'],
  ['trust', 'trust'],
  ['role trust', 'trust'],
]);

/** One pattern for all of their names: a first word, and what may follow it. */
const typeOf = (group: string) =>
  `(?<${group}>(?:[Ii]dentity|[Rr]esource|[Ss]ervice|[Pp]ermissions?|[Ss]essions?|VPC|[Rr]ole|[Tt]rust)\\b(?:[-\\s]{1,40}(?:based|control|boundary|endpoint|trust)\\b)?)`;
const policy = '(?:\\s{1,40}polic(?:y|ies))?';
const implicit = new RegExp(
  `\\b[Nn]o\\s{1,40}${typeOf('type')}${policy}\\s{1,40}allows?\\b(?!\\s{1,9}access,)(?:\\s{1,40}the\\s{1,40}(?<action>[\\w-]{1,60}:[\\w*]{1,100})(?:\\s{1,40}action\\b)?)?`,
);
const explicit = new RegExp(
  `(?:\\b[Ee]x)?plicit\\s{1,40}[Dd]eny(?:\\s{1,40}in\\s{1,40}(?:an?|the)\\s{1,40}${typeOf('type')}${policy}` +
    `(?:\\s{1,40}transitively\\s{1,40}through\\s{1,40}(?:an?|the)\\s{1,40}${typeOf('via')}${policy})?)?`,
);
const denies = new RegExp(
  `\\b(?:[Aa]n?|[Tt]he)\\s{1,40}${typeOf('type')}${policy}\\s{1,40}explicitly\\s{1,40}denies\\b`,
);
const policyReference = /\s{0,20}(?::|,?\s{0,20}with\s{1,20}policy\s{1,20}ARN:?)\s{0,80}(?=["'`]?arn:)/iy;

const policyTypeOf = (words: string | undefined): PolicyType | undefined =>
  words === undefined ? undefined : typeNames.get(words.toLowerCase().replace(/[-\s]{1,80}/g, ' '));

export interface Reason {
  readonly start: number;
  readonly end: number;
  readonly fields: Fields;
  /** The action named after "allows the", which may differ from the denied one. */
  readonly action?: string;
}

/** Three alternatives in one sentence: nothing about deny or policy type follows from it. */
export const threeWay =
  /because\s{1,40}the\s{1,40}resource\s{1,40}does\s{1,40}not\s{1,40}exist\s{1,40}in\s{1,40}this\s{1,40}Region/i;

function reasonOf(match: RegExpExecArray, denyType: 'explicit' | 'implicit', text: string): Reason {
  const policyType = policyTypeOf(match.groups?.['type']);
  const policyTypeVia = policyTypeOf(match.groups?.['via']);
  const action = match.groups?.['action'];
  const end = match.index + match[0].length;
  policyReference.lastIndex = end;
  const reference = denyType === 'explicit' ? policyReference.exec(text) : null;
  const policyArn = reference === null ? undefined : readToken(text, end + reference[0].length);
  return {
    start: match.index,
    end: policyArn?.end ?? end,
    fields: {
      denyType,
      ...(policyType !== undefined && { policyType }),
      ...(policyTypeVia !== undefined && { policyTypeVia }),
      ...(policyArn !== undefined && { policyArn: policyArn.value }),
    },
    ...(action !== undefined && { action }),
  };
}

/** The first reason in a part of a text, with positions in that part. */
export function readReason(text: string): Reason | undefined {
  if (!/polic|boundar|plicit/i.test(text) || threeWay.test(text)) return undefined;
  const candidates: Reason[] = [];
  const allows = implicit.exec(text);
  if (allows !== null) candidates.push(reasonOf(allows, 'implicit', text));
  for (const pattern of text.includes('plicit') ? [explicit, denies] : []) {
    const match = pattern.exec(text);
    if (match !== null) candidates.push(reasonOf(match, 'explicit', text));
  }
  return candidates.sort((left, right) => left.start - right.start)[0];
}
