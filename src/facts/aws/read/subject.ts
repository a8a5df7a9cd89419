// What is to be looked up for one denial: whose policies, for which action, on which resource of whom.
import { accountOf } from '../../../model/arn.ts';
import type { Fact } from '../../../model/fact.ts';
import { valueIn } from '../../known.ts';

export interface Subject {
  readonly principal?: string;
  readonly action?: string;
  /** `*` for a call on no resource in particular. */
  readonly resource?: string;
  readonly ownerId?: string;
  readonly keyArn?: string;
  /** The identity that reads. */
  readonly callerArn?: string;
  /** Texts in which a VPC endpoint may be named. */
  readonly texts: readonly string[];
}

/** What AWS decoded comes before what the error says, and that before what is only true now. */
export function subjectOf(facts: ReadonlyMap<string, Fact>): Subject {
  const text = (...names: readonly string[]): string | undefined => {
    const found = names.map((name) => valueIn(facts, name)).find((value) => typeof value === 'string');
    return typeof found === 'string' ? found : undefined;
  };
  const whole = valueIn(facts, 'action.supportsResourceLevel') === false ? '*' : undefined;
  const resource = text('decoded.resource', 'error.resource', 'target.arn') ?? whole;
  const parts = {
    principal: text('decoded.principal', 'error.principal', 'caller.arn'),
    action: text('decoded.action', 'error.action'),
    resource,
    ownerId: text('target.accountId') ?? (resource === undefined ? undefined : accountOf(resource)),
    keyArn: text('key.arn'),
    callerArn: text('caller.arn'),
  };
  const known = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
  return { ...known, texts: [text('error.policyArn'), text('error.text')].filter((part) => part !== undefined) };
}
