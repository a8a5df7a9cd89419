// Reads what is left of a decoded authorization message that was cut or stands among other text. (AWS page: "DecodeAuthorizationMessage")
import type { Fields, Finding } from '../findings/finding.ts';

const verdict = /"explicitDeny"\s{0,9}:\s{0,9}(true|false)/g;
const parts = [
  ['principal', /"arn"\s{0,9}:\s{0,9}"(arn:[^"\s]{5,600})"/],
  ['action', /"action"\s{0,9}:\s{0,9}"([a-z][\w-]{1,40}:\w{2,100})"/],
  ['operation', /"action"\s{0,9}:\s{0,9}"([A-Z]\w{2,100})"/],
  ['resource', /"resource"\s{0,9}:\s{0,9}"([^"\s]{1,2000})"/],
] as const satisfies readonly (readonly [keyof Fields, RegExp])[];
const reach = 20_000;
const contextReach = 4000;

export function readDecodedFragments(text: string): Finding[] {
  if (!text.includes('"explicitDeny"')) return [];
  const matches = [...text.matchAll(verdict)];
  return matches.map((match, index) => {
    const next = matches[index + 1]?.index ?? text.length;
    const rest = text.slice(match.index, Math.min(next, match.index + reach));
    const contextAt = rest.indexOf('"context"');
    const context = contextAt < 0 ? '' : rest.slice(contextAt, contextAt + contextReach);
    const found = parts.flatMap(([field, pattern]) => {
      const value = pattern.exec(context)?.[1];
      return value === undefined ? [] : [[field, value] as const];
    });
    const fields: Fields = { ...Object.fromEntries(found), denyType: match[1] === 'true' ? 'explicit' : 'implicit' };
    const end = match.index + Math.max(match[0].length, contextAt < 0 ? 0 : contextAt + context.length);
    return { row: 'decoded-fragment', role: 'message', class: 'authorization', start: match.index, end, fields };
  });
}
