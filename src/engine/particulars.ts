// The article's four particulars of a denial: who called, which API, which resource, when. (AWS page: "How can I troubleshoot access denied or unauthorized operation errors with an IAM policy?")
import type { Particular, Particulars } from '../model/diagnosis.ts';
import type { Fact } from '../model/fact.ts';
import { gradeIn, valueIn } from '../facts/known.ts';

/** The facts each may be taken from, the closest to the denial first. */
const sources = {
  caller: ['error.principal', 'decoded.principal', 'caller.arn'],
  api: ['error.operation', 'error.action', 'decoded.action'],
  resource: ['error.resource', 'decoded.resource', 'target.arn'],
  time: ['error.time'],
} as const satisfies Record<keyof Particulars, readonly string[]>;

export function particularsOf(facts: ReadonlyMap<string, Fact>): Particulars {
  const find = (names: readonly string[]): Particular => {
    const fact = names.find((name) => valueIn(facts, name) !== undefined);
    if (fact === undefined) return {};
    const grade = gradeIn(facts, fact);
    return { value: String(valueIn(facts, fact)), fact, ...(grade === undefined ? {} : { grade }) };
  };
  // Somebody who calls now as another identity than the one in the error is not who was denied.
  const isOther = valueIn(facts, 'caller.matchesError') === false;
  return {
    caller: find(isOther ? sources.caller.slice(0, 2) : sources.caller),
    api: find(sources.api),
    resource: find(sources.resource),
    time: find(sources.time),
  };
}
