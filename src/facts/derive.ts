// Facts that follow with certainty from other facts: what an ARN says of itself, what a stated reason says of its layer.
import { accountOf, nameOf, policySourceOf, principalKindOf, readArn, sameIdentity } from '../model/arn.ts';
import { policyTypes } from '../model/denial.ts';
import { type EvidenceGrade, type Fact, type FactValue, evidenceGrades } from '../model/fact.ts';
import { actionReference, type ActionReference } from '../reference/actions.ts';
import { dependentActionsOf } from '../reference/dependent-actions.ts';
import { relationToCall } from '../reference/relation-to-call.ts';
import { hasResourcePolicies } from '../reference/resource-policies.ts';
import { settingInText, settingOfCode } from './bucket-in-error.ts';
import { clockSkewMinutes } from './clock-skew.ts';
import type { Derivation } from './derivation.ts';
import { impliedDecisions } from './implied-decisions.ts';
import { keyInText, keyMissing, keyStateOf } from './key-in-error.ts';
import { gradeIn, valueIn } from './known.ts';

const text = (value: FactValue | undefined): string | undefined => (typeof value === 'string' ? value : undefined);

/** A value read from one text fact. */
const fromText = (name: string, from: string, read: (text: string) => FactValue | undefined): Derivation => ({
  name,
  from: [from],
  derive: (value) => {
    const known = text(value(from));
    return known === undefined ? undefined : read(known);
  },
});

/** Temporary by their very kind; long-term keys of a user cannot be told from the ARN, nor can root's. */
const isTemporary = (arn: string): boolean | undefined =>
  ['assumedRole', 'federatedUser'].includes(principalKindOf(arn) ?? '') ? true : undefined;

/** The key itself, not an alias, which each account resolves to a key of its own. */
const keyArn = (arn: string): string | undefined => {
  const { service, resource } = readArn(arn) ?? {};
  return service === 'kms' && resource?.startsWith('key/') === true ? arn : undefined;
};

/** A fixed rule of STS that names its reason: the call came with session credentials. */
const saysSession = (message: string): boolean | undefined =>
  /\bCannot call \w+ with session credentials\b/i.test(message) ? true : undefined;

const entityName = (arn: string): string | undefined => {
  const source = policySourceOf(arn);
  return source === undefined ? undefined : nameOf(source);
};

const same = (left: string, right: string): FactValue | undefined => sameIdentity(left, right);

const pair = (
  name: string,
  from: readonly [string, string],
  read: (left: string, right: string) => FactValue | undefined,
): Derivation => ({
  name,
  from,
  derive: (value) => {
    const [left, right] = [text(value(from[0])), text(value(from[1]))];
    return left === undefined || right === undefined ? undefined : read(left, right);
  },
});

/** What the reference says of an action; an action it does not know stays unknown. */
function referenceOf(action: string, read: (reference: ActionReference) => FactValue): FactValue | undefined {
  const reference = actionReference(action);
  return reference === undefined ? undefined : read(reference);
}

const takesResources = ({ resourceTypes }: ActionReference): boolean => resourceTypes.length > 0;
const resourceTypeNames = ({ resourceTypes }: ActionReference) => resourceTypes.map(({ name }) => name);
const conditionKeyNames = ({ conditionKeys }: ActionReference) => conditionKeys.map(({ name }) => name);

/** Only what the table lists is known: an action it does not list may need others all the same. */
const neededActions = (action: string): FactValue | undefined => {
  const needed = dependentActionsOf(action).map((dependent) => dependent.action);
  return needed.length === 0 ? undefined : needed;
};

const isArn = (arn: string): string | undefined => (readArn(arn) === undefined ? undefined : arn);
const fromAnotherAccount = (account: string, principal: string): boolean | undefined => {
  const own = accountOf(principal);
  return own === undefined ? undefined : own !== account;
};

const differ = (left: string, right: string): boolean => left !== right;

const decisionOfReason = { explicit: 'explicitDeny', implicit: 'implicitDeny' } as const;

/** AWS's stated reason decides its own layer, and no other. */
const statedDecisions = policyTypes.map((type): Derivation => ({
  name: `decision.${type}`,
  from: ['error.policyType', 'error.denyType'],
  derive: (value) => {
    const denyType = value('error.denyType');
    if (value('error.policyType') !== type || denyType === undefined) return undefined;
    return denyType === 'explicit' || denyType === 'implicit' ? decisionOfReason[denyType] : undefined;
  },
}));

/** Assuming a role meets its trust policy; any other request meets the resource's own policy. */
const isAssume = (action: string): boolean => /^sts:(assumerole|tagsession|setsourceidentity)/i.test(action);

/** Where there is no such policy the layer has nothing to say. A request always meets identity and trust decisions. */
const absentLayers = (['permissionsBoundary', 'session', 'vpcEndpoint', 'scp', 'rcp'] as const).map(
  (type): Derivation => ({
    name: `decision.${type}`,
    from: [`policy.${type}`],
    derive: (value) => (value(`policy.${type}`) === 'absent' ? 'notApplicable' : undefined),
  }),
);

/** In order: a later row may build on an earlier one. The policies that count are those of the denied caller, whoever calls now. */
const derivations: readonly Derivation[] = [
  fromText('caller.isTemporary', 'error.text', saysSession),
  fromText('error.clockSkewMinutes', 'error.text', clockSkewMinutes),
  pair('caller.matchesError', ['caller.arn', 'error.principal'], same),
  pair('caller.matchesError', ['caller.arn', 'decoded.principal'], same),
  ...['error.principal', 'decoded.principal', 'caller.arn'].flatMap((principal) => [
    fromText('caller.kind', principal, principalKindOf),
    fromText('caller.accountId', principal, accountOf),
    fromText('caller.isTemporary', principal, isTemporary),
    fromText('caller.policySourceArn', principal, policySourceOf),
    fromText('caller.name', principal, entityName),
  ]),
  fromText('target.arn', 'error.resource', isArn),
  fromText('target.arn', 'decoded.resource', isArn),
  fromText('target.service', 'target.arn', (arn) => readArn(arn)?.service),
  fromText('target.name', 'target.arn', nameOf),
  fromText('target.accountId', 'target.arn', accountOf),
  pair('target.crossAccount', ['target.accountId', 'error.accountId'], differ),
  pair('target.crossAccount', ['target.accountId', 'decoded.principal'], fromAnotherAccount),
  pair('target.crossAccount', ['target.accountId', 'caller.accountId'], differ),
  fromText('key.arn', 'target.arn', keyArn),
  fromText('key.arn', 'error.text', keyInText),
  fromText('key.accountId', 'key.arn', accountOf),
  fromText('key.region', 'key.arn', (arn) => readArn(arn)?.region || undefined),
  pair('key.crossAccount', ['key.accountId', 'error.accountId'], differ),
  pair('key.crossAccount', ['key.accountId', 'caller.accountId'], differ),
  fromText('bucket.refusingSetting', 'error.code', settingOfCode),
  pair('bucket.refusingSetting', ['error.service', 'error.text'], settingInText),
  pair('key.state', ['error.code', 'error.text'], keyStateOf),
  pair('key.exists', ['error.code', 'error.service'], keyMissing),
  // Only a key that exists has a state.
  fromText('key.exists', 'key.state', () => true),
  ...['decoded.action', 'error.action'].flatMap((action) => [
    fromText('action.supportsResourceLevel', action, (name) => referenceOf(name, takesResources)),
    fromText('action.resourceTypes', action, (name) => referenceOf(name, resourceTypeNames)),
    fromText('action.conditionKeys', action, (name) => referenceOf(name, conditionKeyNames)),
    fromText('action.dependentActions', action, neededActions),
    pair('action.relationToCall', ['error.operation', action], relationToCall),
    fromText('target.canHavePolicy', action, (name) => (hasResourcePolicies(name) ? undefined : false)),
  ]),
  ...statedDecisions,
  {
    name: 'decision.trust',
    from: ['error.policyType', 'error.denyType', 'error.action'],
    derive: (value) =>
      isAssume(text(value('error.action')) ?? '') && value('error.policyType') === 'resource'
        ? value('decision.resource')
        : undefined,
  },
  ...['decoded.action', 'error.action'].flatMap((action) => [
    fromText('decision.trust', action, (name) => (isAssume(name) ? undefined : 'notApplicable')),
    fromText('decision.resource', action, (name) => (isAssume(name) ? 'notApplicable' : undefined)),
  ]),
  // Only sessions of roles and federated users take session policies; one of GetSessionToken keeps the user's ARN.
  ...['error.principal', 'decoded.principal'].map((principal) =>
    fromText('decision.session', principal, (arn) => (principalKindOf(arn) === 'user' ? 'notApplicable' : undefined)),
  ),
  ...absentLayers,
  ...impliedDecisions,
];

const weakest = (grades: readonly (EvidenceGrade | undefined)[]): EvidenceGrade =>
  evidenceGrades.findLast((grade) => grades.includes(grade)) ?? 'inferred';

/** What follows from something that was read is as old as that. */
function latest(times: readonly (string | undefined)[]): { readonly readAt?: string } {
  const last = times
    .flatMap((time) => time ?? [])
    .toSorted()
    .at(-1);
  return last === undefined ? {} : { readAt: last };
}

/** What follows from the facts known, where nothing stronger says it already. The first row that applies states it. */
export function deriveFacts(known: ReadonlyMap<string, Fact>): readonly Fact[] {
  const derived = new Map<string, Fact>();
  const at = (name: string): FactValue | undefined => valueIn(known, name) ?? valueIn(derived, name);
  const gradeAt = (name: string): EvidenceGrade | undefined => gradeIn(known, name) ?? gradeIn(derived, name);
  for (const { name, from, derive } of derivations) {
    const value = derived.has(name) ? undefined : derive(at);
    if (value === undefined) continue;
    const basis = from.filter((one) => at(one) !== undefined);
    const source = { origin: 'derived', from: basis.join(', '), grade: weakest(basis.map(gradeAt)) } as const;
    const readAt = latest(basis.map((one) => (known.get(one) ?? derived.get(one))?.source.readAt));
    derived.set(name, { name, status: 'present', value, source: { ...source, ...readAt } });
  }
  return [...derived.values()];
}
