// What the statements of a policy imply for its layer's decision, and what the decision implies for them. A missing Allow decides only where no Deny does. (AWS page: "Policy evaluation logic")
import type { Derivation, Values } from './derivation.ts';

type Family = 'identity' | 'trust';

const denies = (value: Values, family: Family): boolean | undefined => {
  const denied = value(`${family}.deniesRequest`);
  return typeof denied === 'boolean' ? denied : undefined;
};

/** A trust policy of the same account that names the caller suffices, so the caller's own policies may stay silent. */
const needsIdentity = (value: Values): boolean =>
  !/^(?:sts:)?AssumeRole/i.test(String(value('decoded.action') ?? value('error.action') ?? value('error.operation'))) ||
  value('trust.namesCaller') === false ||
  value('target.crossAccount') === true;

const lacksAllow: Readonly<Record<Family, (value: Values) => boolean>> = {
  identity: (value) =>
    needsIdentity(value) && (value('identity.namesAction') === false || value('identity.coversResource') === false),
  trust: (value) => value('trust.namesCaller') === false && value('trust.namesAccount') === false,
};

const restsOn: Readonly<Record<Family, readonly string[]>> = {
  identity: ['identity.deniesRequest', 'identity.namesAction', 'identity.coversResource'],
  trust: ['trust.deniesRequest', 'trust.namesCaller', 'trust.namesAccount'],
};

const decisionOf = (family: Family): Derivation => ({
  name: `decision.${family}`,
  from: restsOn[family],
  derive: (value) => {
    if (denies(value, family) === true) return 'explicitDeny';
    return denies(value, family) === false && lacksAllow[family](value) ? 'implicitDeny' : undefined;
  },
});

const deniesOf = (family: Family): Derivation => ({
  name: `${family}.deniesRequest`,
  from: [`decision.${family}`],
  derive: (value) => {
    const decision = value(`decision.${family}`);
    if (decision === 'explicitDeny') return true;
    return decision === 'allowed' || decision === 'implicitDeny' ? false : undefined;
  },
});

/** What an Allow that decides must have been: it names the action, covers the resource, and its conditions hold. */
const whenAllowed = (name: string, family: Family, fact: true | readonly string[]): Derivation => ({
  name,
  from: [`decision.${family}`],
  derive: (value) => (value(`decision.${family}`) === 'allowed' ? fact : undefined),
});

/** What is known already is not stated again. */
const whereUnknown = (row: Derivation): Derivation => ({
  ...row,
  derive: (value) => (value(row.name) === undefined ? row.derive(value) : undefined),
});

/** Stand behind the rows that state decisions. */
export const impliedDecisions: readonly Derivation[] = [
  decisionOf('identity'),
  decisionOf('trust'),
  deniesOf('identity'),
  deniesOf('trust'),
  whenAllowed('identity.namesAction', 'identity', true),
  whenAllowed('identity.coversResource', 'identity', true),
  whenAllowed('identity.unmetKeys', 'identity', []),
  whenAllowed('trust.unmetKeys', 'trust', []),
].map(whereUnknown);
