// Has AWS decode the encoded message of the error, and reads what it says into facts.
import type { Fact } from '../../../../model/fact.ts';
import { readDecodedMessage } from '../../../../parse/documents/decoded-message.ts';
import { parseDenials } from '../../../../parse/parse-denials.ts';
import { factsOfDecoded } from '../../../decoded.ts';
import { isUnread, type Answer } from '../../outcome.ts';
import type { Desk } from '../desk.ts';
import { textAt } from '../fields.ts';

export async function decodeMessage({ reads, accesses }: Desk, message: string): Promise<Answer<string>> {
  const [access] = accesses;
  if (access === undefined) return { status: 'not-asked', why: { code: 'credentials' } };
  const operation = 'sts:DecodeAuthorizationMessage';
  const answer = await reads.call(access, operation, { EncodedMessage: message });
  if (answer.status !== 'present') return answer;
  const value = textAt(answer.value, 'DecodedMessage');
  if (value !== undefined) return { ...answer, value };
  return { status: 'unreachable', why: { code: 'not-aws' }, operation };
}

/** The whole encoded message in a text, if there is one. */
export const encodedIn = (text: string): string | undefined =>
  parseDenials(text).find(({ encodedState }) => encodedState === 'whole')?.encodedMessage;

export async function readDecoded(desk: Desk, text: string): Promise<readonly Fact[]> {
  const encoded = encodedIn(text);
  if (encoded === undefined) return [];
  const answer = await decodeMessage(desk, encoded);
  const from = 'sts:DecodeAuthorizationMessage';
  if (isUnread(answer) || answer.status === 'absent') {
    const status = isUnread(answer) ? answer.status : 'not-retrievable';
    const source = { origin: 'live', from, grade: 'authoritative' } as const;
    return [{ name: 'decoded.available', status, source, ...(answer.why === undefined ? {} : { why: answer.why }) }];
  }
  const message = readDecodedMessage(answer.value);
  const { readAt } = answer;
  return message === undefined
    ? []
    : factsOfDecoded(message, 'live', from).map((fact) => ({ ...fact, source: { ...fact.source, readAt } }));
}
