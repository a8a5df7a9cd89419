// Reads the main sentence, "User: P is not authorized to perform: A on resource: R …", in all its spellings and states of damage. (AWS page: "Troubleshoot access denied error messages")
import type { Fields, Finding } from '../findings/finding.ts';
import { readPrincipal } from './principal.ts';
import { readReason, threeWay } from './reason.ts';
import { readResource } from './resource.ts';

const anchor =
  /(?:(?:is|are|was|were)\s{0,40})?(?:\bnot|n't)\s{1,60}authori[sz]ed\s{1,60}(?:to\s{1,60})?perform\b\s{0,60}(?:(?:the\s{1,9})?(?:following\s{1,9})?actions?\b)?\s{0,9}:?\s{0,120}/gi;
const actionAt =
  /["'`*[(]{0,3}([A-Za-z][A-Za-z0-9-]{0,62})\s?:\s{0,80}([A-Za-z*][A-Za-z0-9*]{0,127})(?::([A-Za-z]\w{0,60}))?/y;
const notPrefixes = /^(?:user|error|message|status|arn|https?|service|resource|request|context|action|code)$/i;
const wrappedRest = /[ \t]{0,4}\n[ \t]{0,80}([A-Za-z]{1,60})(?=\s{1,40}(?:on\s|because\s|with\s|action\b))/y;
const clauseWord = /^(?:on|because|with|for|action|operation|status|the)$/i;

/** How far a sentence can reach beyond its anchor: two long ARNs and the console link. */
const reach = 6000;

interface Action {
  readonly value?: string;
  readonly end: number;
  /** Three-part actions belong to other clouds. */
  readonly foreign: boolean;
}

function readAction(text: string, from: number): Action {
  actionAt.lastIndex = from;
  const match = actionAt.exec(text);
  const [whole, prefix = '', name = '', third] = match ?? [];
  if (whole === undefined || notPrefixes.test(prefix)) return { end: from, foreign: false };
  let end = from + whole.length;
  let value = `${prefix}:${name}`;
  wrappedRest.lastIndex = end;
  const rest = wrappedRest.exec(text);
  if (rest?.[1] !== undefined && !clauseWord.test(rest[1])) {
    value += rest[1];
    end += rest[0].length;
  }
  return { value, end, foreign: third !== undefined };
}

/** ARN-like names of other clouds that use the same sentence. */
const otherCloud = /(?:^|["'\s])(?:acs:|qcs::|trn:|iam::|urn:|hcs:|ocid1\.|projects\/)/i;

function isForeign(fields: Fields, action: Action): boolean {
  return (
    action.foreign || [fields.principal, fields.resource].some((name) => name !== undefined && otherCloud.test(name))
  );
}

function readSentence(text: string, match: RegExpExecArray, from: number, to: number): Finding {
  const after = match.index + match[0].length;
  const principal = readPrincipal(text, from, match.index);
  const action = readAction(text, after);
  const rest = text.slice(action.end, to);
  const reason = readReason(rest);
  const resource = readResource(text, action.end, reason === undefined ? to : action.end + reason.start);
  const value = action.value ?? reason?.action;
  const fields: Fields = {
    ...(principal?.value !== undefined && { principal: principal.value }),
    ...(value !== undefined && { action: value }),
    ...(resource?.value !== undefined && { resource: resource.value }),
    ...reason?.fields,
  };
  const end = Math.max(action.end, resource?.end ?? 0, reason === undefined ? 0 : action.end + reason.end);
  const span = { start: principal?.start ?? match.index, end };
  if (isForeign(fields, action))
    return { row: 'other-cloud', role: 'veto', class: 'not-aws', lookAlike: 'other-cloud', fields: {}, ...span };
  const row = threeWay.test(rest.slice(0, 400)) ? 'not-authorized-three-way' : 'not-authorized';
  return { row, role: 'message', class: 'authorization', fields, ...span };
}

export function readSentences(text: string): Finding[] {
  if (!/authori[sz]ed/i.test(text)) return [];
  const anchors = [...text.matchAll(anchor)];
  let previous = 0;
  return anchors.map((match, index) => {
    const next = anchors[index + 1]?.index ?? text.length;
    const finding = readSentence(text, match, previous, Math.min(next, match.index + match[0].length + reach));
    previous = finding.end;
    return finding;
  });
}
