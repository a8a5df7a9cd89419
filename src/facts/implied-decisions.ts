// What the statements of a policy imply for its layer's decision, and what the decision implies for them. A missing Allow decides only where no Deny does. (AWS page: "Policy evaluation logic")
import type { Derivation, Values } from './derivation.ts';

type Family = 'identity' | 'trust';

/** A trust policy of the same account that names the caller suffices, so the caller's own policies may stay silent. */
const needsIdentity = (value: Values): boolean =>
  !/^(?:sts:)?AssumeRole/i.test(String(value('decoded.action') ?? value('error.action') ?? value('error.operation'))) ||
  value('trust.namesCaller') === false ||
  value('target.crossAccount') === true;

const allowParts: Readonly<Record<Family, readonly string[]>> = {
  identity: ['identity.namesAction', 'identity.coversResource', 'identity.meetsConditions'],
  trust: ['trust.namesCaller', 'trust.namesAccount', 'trust.meetsConditions'],
};

/** What the nearest Allow statement would have to be, and is not. */
const lacksAllow: Readonly<Record<Family, (value: Values) => boolean>> = {
  identity: (value) => needsIdentity(value) && allowParts.identity.some((part) => value(part) === false),
  trust: (value) =>
    value('trust.meetsConditions') === false ||
    (value('trust.namesCaller') === false && value('trust.namesAccount') === false),
};

const hasAllow: Readonly<Record<Family, (value: Values) => boolean>> = {
  identity: (value) => allowParts.identity.every((part) => value(part) === true),
  trust: (value) =>
    value('trust.meetsConditions') === true &&
    (value('trust.namesCaller') === true || value('trust.namesAccount') === true),
};

const decisionOf = (family: Family): Derivation => ({
  name: `decision.${family}`,
  from: [`${family}.deniesRequest`, ...allowParts[family]],
  derive: (value) => {
    const denied = value(`${family}.deniesRequest`);
    if (denied === true) return 'explicitDeny';
    if (denied !== false) return undefined;
    if (lacksAllow[family](value)) return 'implicitDeny';
    return hasAllow[family](value) ? 'allowed' : undefined;
  },
});

/** The keys not met say whether the conditions hold; that they do says that there are none. */
const conditionsOf = (family: Family): readonly Derivation[] => [
  {
    name: `${family}.meetsConditions`,
    from: [`${family}.unmetKeys`],
    derive: (value) => {
      const keys = value(`${family}.unmetKeys`);
      return Array.isArray(keys) ? keys.length === 0 : undefined;
    },
  },
  {
    name: `${family}.unmetKeys`,
    from: [`${family}.meetsConditions`],
    derive: (value) => (value(`${family}.meetsConditions`) === true ? [] : undefined),
  },
];

const deniesOf = (family: Family): Derivation => ({
  name: `${family}.deniesRequest`,
  from: [`decision.${family}`],
  derive: (value) => {
    const decision = value(`decision.${family}`);
    if (decision === 'explicitDeny') return true;
    return decision === 'allowed' || decision === 'implicitDeny' ? false : undefined;
  },
});

/** An Allow that decides names the action, covers the resource, and its conditions hold. */
const whenAllowed = (name: string, family: Family): Derivation => ({
  name,
  from: [`decision.${family}`],
  derive: (value) => (value(`decision.${family}`) === 'allowed' ? true : undefined),
});

/** What is known already is not stated again. */
const whereUnknown = (row: Derivation): Derivation => ({
  ...row,
  derive: (value) => (value(row.name) === undefined ? row.derive(value) : undefined),
});

/** Stand behind the rows that state decisions. */
export const impliedDecisions: readonly Derivation[] = [
  ...conditionsOf('identity'),
  ...conditionsOf('trust'),
  decisionOf('identity'),
  decisionOf('trust'),
  deniesOf('identity'),
  deniesOf('trust'),
  ...allowParts.identity.map((part) => whenAllowed(part, 'identity')),
  whenAllowed('trust.meetsConditions', 'trust'),
  ...conditionsOf('identity'),
  ...conditionsOf('trust'),
].map(whereUnknown);
