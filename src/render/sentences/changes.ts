// What a computed change does, what it opens, what not to do instead, and what stands in the way, in words.
import { readArn } from '../../model/arn.ts';
import type { PolicyType } from '../../model/denial.ts';
import type { AvoidCode, Blocker, ChangeCode, ComputedChange, Opening, WantedCondition } from '../../model/plan.ts';
import { layerNouns } from './layers.ts';

/** Levels of an organization, counted from the root. */
const levelNote = (level: number | undefined): string => {
  if (level === undefined) return '';
  return level === 0 ? ' at the root' : ` at level ${level} below the root`;
};

const article = (layer: PolicyType): string => `the ${layerNouns[layer]}`;

/** The document, as its owner finds it. */
function where({ policy, layer }: ComputedChange): string {
  if (policy === undefined) return article(layer);
  if (policy.isNew) return `a new ${layerNouns[layer]}${levelNote(policy.level)}`;
  return `${policy.name}${levelNote(policy.level)}`;
}

const statementOf = ({ policy }: ComputedChange): string =>
  policy?.statement === undefined ? 'a statement' : `statement ${policy.statement + 1}`;

const clause = ({ key, operator, values, negated }: WantedCondition): string =>
  negated === true
    ? `${key} no longer meets ${operator} ${values.join(' or ')}`
    : `${key} meets ${operator} ${values.join(' or ')}`;

const conditionsOf = ({ conditions = [] }: ComputedChange): string => conditions.map(clause).join(', and ');

/** How a condition is met in practice, for keys that are met in one way. */
const waysToMeet: readonly (readonly [RegExp, string])[] = [
  [
    /^aws:multifactorauth/i,
    'Sign in with MFA: `aws sts get-session-token` with --serial-number and --token-code gives such credentials.',
  ],
  [/^sts:externalid$/i, 'Pass the external ID that was agreed: --external-id.'],
  [/^aws:requesttag\/|^aws:tagkeys$/i, 'Give the tags in the call that creates the resource.'],
  [
    /^aws:principaltag\//i,
    'The tag stands on the user or role, or comes with the session: who may tag principals sets it.',
  ],
  [
    /^(?:\w+:resourcetag|aws:resourcetag|s3:existingobjecttag)\//i,
    'The tag stands on the resource: who may tag it sets it.',
  ],
  [/^aws:sourcevpc/i, 'Call from the VPC, through its endpoint.'],
  [/^aws:(?:sourceip|vpcsourceip)$/i, 'Call from that network.'],
  [/^aws:requestedregion$/i, 'Make the call in that Region.'],
  [/^aws:securetransport$/i, 'Call over HTTPS.'],
  [/^s3:x-amz-server-side-encryption/i, 'Ask for the encryption in the upload.'],
];

const wayToMeet = ({ conditions = [] }: ComputedChange): string => {
  const [first] = conditions;
  const found = waysToMeet.find(([key]) => key.test(first?.key ?? ''))?.[1];
  return found === undefined ? '' : ` ${found}`;
};

const sentences = {
  'add-action': (change) =>
    `Add ${change.action} to ${statementOf(change)} of ${where(change)}: it fits the request in everything else.`,
  'add-resource': (change) =>
    `Name ${change.resource} in ${statementOf(change)} of ${where(change)}: it fits the request in everything else.`,
  'correct-resource': (change) =>
    `Set the Resource of ${statementOf(change)} of ${where(change)} right: as written it does not fit what ${change.action} works on.`,
  'split-statement': (change) =>
    `Give ${change.action} a statement of its own in ${where(change)}: the resources of ${statementOf(change)} never fit this action. The rest of that statement stays as it is.`,
  'add-statement': (change) => `Add a statement to ${where(change)} that allows ${change.action}, and nothing else.`,
  'add-document': (change) => `Add ${where(change)} that allows ${change.action}, and nothing else.`,
  'add-principal': (change) =>
    `Name the caller in ${statementOf(change)} of ${where(change)}: it fits the request in everything else.`,
  'correct-principal': (change) =>
    `Replace the Principal of ${statementOf(change)} of ${where(change)} that reaches nobody by the caller.`,
  'narrow-deny': (change) =>
    `Except the caller from ${statementOf(change)} of ${where(change)}. It denies everybody else as before.`,
  'meet-condition': (change) =>
    `Change the request, no policy: make it so that ${conditionsOf(change)}.${wayToMeet(change)}`,
  'attach-administrator': () => 'Attaching AdministratorAccess.',
  'allow-every-action': (change) =>
    `Allowing every action of the service in ${statementOf(change)} of ${where(change)}.`,
  'allow-every-resource': (change) => `Allowing ${change.action} on "Resource": "*".`,
} as const satisfies Record<ChangeCode, (change: ComputedChange) => string>;

export const changeSentence = (change: ComputedChange): string => sentences[change.code](change);

const audiences = {
  caller: 'this caller',
  attached: 'everyone the policy is attached to or the statement names',
  account: 'the whole account',
  everyone: 'everybody',
} as const satisfies Record<Opening['principals'], string>;

const breadths = { one: 'the resource named', pattern: 'all that match the pattern', all: 'all resources' } as const;

/** Counted: actions, resources, callers. Empty for a change of the request. */
export function openingSentence({ code, opens }: ComputedChange): string {
  const { actions, resources, named, principals, examples } = opens;
  if (named === 0 || code === 'meet-condition') return '';
  const count = actions === undefined ? 'all actions' : actions === 1 ? '1 action' : `${actions} actions`;
  const on = resources === 'one' && named > 1 ? `the ${named} resources named` : breadths[resources];
  const verb = code === 'narrow-deny' ? 'No longer denies' : 'Opens';
  const others = examples.map(({ action, resource }) => `${action} on ${resource}`).join('; ');
  return `${verb} ${count} on ${on}, to ${audiences[principals]}.${others === '' ? '' : ` Among it: ${others}.`}`;
}

export const avoidSentences = {
  administrator: 'Attaching AdministratorAccess: it opens everything, and helps only where this statement would.',
  'every-action': 'Allowing every action of the service.',
  'every-resource': '"Resource": "*" where one resource is meant.',
  'widen-statement':
    'Setting the Resource of the whole statement to "*": its other actions would be open on every resource.',
  'remove-deny': 'Removing the Deny statement: it guards everybody it covers.',
  'whole-account': 'Naming the whole account (:root): everyone there whose own policies allow it could then do this.',
  everyone: '"Principal": "*" without a condition: it opens the resource to everybody.',
  'no-external-id': 'Trusting the account of a third party without a condition on sts:ExternalId.',
  'no-subject': 'Trusting the provider without a condition on its subject: every token it issues would do.',
  'drop-delegation':
    'Replacing the key policy as a whole: without its statement for the account nobody may be able to manage the key.',
  'remove-boundary': 'Removing the boundary: it limits what its holder can hand to others.',
  'detach-control-policy': 'Detaching the policy: it guards every account below.',
  'pass-any-role': 'iam:PassRole on "*": the caller could hand over any role, and so act with its permissions.',
  'pretend-condition': 'Loosening the condition: it is there to keep out calls that do not meet it.',
} as const satisfies Record<AvoidCode, string>;

const isSame = (arn: string): string => readArn(arn)?.resource ?? arn;

/** What stands in the way: the layer, the statement, and for another request than the denied one, which. */
export function blockerSentence({ layer, decision, level, place, isPossible }: Blocker): string {
  const at = `${layerNouns[layer]}${levelNote(level)}`;
  const found = place === undefined ? '' : decision === 'explicitDeny' ? `: ${place}` : `. Nearest: ${place}`;
  if (decision === 'implicitDeny') return `No Allow in the ${at}${found}.`;
  return isPossible === true ? `A Deny in the ${at} may apply${found}.` : `A Deny in the ${at}${found}.`;
}

export const requestPhrase = ({ action, resource }: { readonly action: string; readonly resource: string }): string =>
  resource === '*' ? action : `${action} on ${isSame(resource)}`;
