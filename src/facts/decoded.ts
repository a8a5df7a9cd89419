// Turns a decoded authorization message into facts. (AWS page: "DecodeAuthorizationMessage")
import type { EvidenceGrade, Fact, FactOrigin, FactValue } from '../model/fact.ts';
import type { DecodedMessage } from '../parse/documents/decoded-message.ts';

/** `grade` is authoritative: AWS's own evaluation, for action, resource, principal and explicit or implicit, never for a layer. */
export function factsOfDecoded(message: DecodedMessage, origin: FactOrigin, from: string): readonly Fact[] {
  const grade: EvidenceGrade = 'authoritative';
  const values: Readonly<Record<string, FactValue | undefined>> = {
    'decoded.available': true,
    'decoded.explicitDeny': message.explicitDeny,
    'decoded.action': message.action,
    'decoded.resource': message.resource,
    'decoded.principal': message.principal,
    'decoded.denySids': message.matchedStatements.flatMap(({ sid }) => (sid === undefined ? [] : [sid])),
    'decoded.conditionKeys': Object.keys(message.conditions),
  };
  return Object.entries(values).flatMap(([name, value]): Fact[] =>
    value === undefined ? [] : [{ name, status: 'present', value, source: { origin, from, grade } }],
  );
}
