// What the statements of a policy imply for its layer's decision, and what the decision implies for them. A missing Allow decides only where no Deny does. (AWS page: "Policy evaluation logic")
import type { Derivation, Values } from './derivation.ts';

type Family = 'identity' | 'trust';

const requestedAction = (value: Values): string =>
  String(value('decoded.action') ?? value('error.action') ?? value('error.operation'));

/** A trust policy of the same account that names the caller suffices, so the caller's own policies may stay silent. */
const needsIdentity = (value: Values): boolean =>
  !/^(?:sts:)?AssumeRole/i.test(requestedAction(value)) ||
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

const denyOf = (family: Family): Derivation => ({
  name: `decision.${family}`,
  from: [`${family}.deniesRequest`],
  derive: (value) => (value(`${family}.deniesRequest`) === true ? 'explicitDeny' : undefined),
});

const decisionOf = (family: Family): Derivation => ({
  name: `decision.${family}`,
  from: [`${family}.deniesRequest`, ...allowParts[family]],
  derive: (value) => {
    if (value(`${family}.deniesRequest`) !== false) return undefined;
    if (lacksAllow[family](value)) return 'implicitDeny';
    return hasAllow[family](value) ? 'allowed' : undefined;
  },
});

/** An Allow that decides has its conditions met. Else the keys not met say whether they are. */
const conditionsOf = (family: Family): readonly Derivation[] => [
  {
    name: `${family}.meetsConditions`,
    from: [`decision.${family}`, `${family}.unmetKeys`],
    derive: (value) => {
      if (value(`decision.${family}`) === 'allowed') return true;
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

/** An Allow that decides names the action and covers the resource. */
const whenAllowed = (name: string): Derivation => ({
  name,
  from: ['decision.identity'],
  derive: (value) => (value('decision.identity') === 'allowed' ? true : undefined),
});

/** Where handing over a role is the very request, the decision says whether it is allowed. */
const mayPassRole: Derivation = {
  name: 'identity.allowsPassRole',
  from: ['decision.identity'],
  derive: (value) => {
    const decision = value('decision.identity');
    if (!/^iam:PassRole$/i.test(requestedAction(value))) return undefined;
    return decision === 'allowed' || decision === 'implicitDeny' ? decision === 'allowed' : undefined;
  },
};

/** What is known already is not stated again. */
const whereUnknown = (row: Derivation): Derivation => ({
  ...row,
  derive: (value) => (value(row.name) === undefined ? row.derive(value) : undefined),
});

/** Stand behind the rows that state decisions. */
export const impliedDecisions: readonly Derivation[] = [
  ...conditionsOf('identity'),
  ...conditionsOf('trust'),
  denyOf('identity'),
  denyOf('trust'),
  decisionOf('identity'),
  decisionOf('trust'),
  deniesOf('identity'),
  deniesOf('trust'),
  whenAllowed('identity.namesAction'),
  whenAllowed('identity.coversResource'),
  mayPassRole,
  ...conditionsOf('identity'),
  ...conditionsOf('trust'),
].map(whereUnknown);

/** The facts that these may help to decide. */
export const impliedBy = (facts: readonly string[]): readonly string[] =>
  impliedDecisions.filter(({ from }) => from.some((name) => facts.includes(name))).map(({ name }) => name);
