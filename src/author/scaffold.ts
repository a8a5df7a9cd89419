// Turns one error into the text of a new playbook that already validates and passes its first test.
import type { Denial, PolicyType } from '../model/denial.ts';

export interface Scaffold {
  readonly id: string;
  readonly title: string;
  readonly schema: string;
  readonly error: string;
  readonly denial: Denial;
}

/** A text as a YAML scalar that reads back as exactly that text. */
export const scalar = (text: string): string =>
  /^[A-Za-z][A-Za-z0-9 _./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$|\s$/i.test(text)
    ? text
    : JSON.stringify(text);

export function idFor({ service, operation, action, code }: Denial): string {
  const name = operation ?? action?.split(':')[1] ?? code ?? 'access';
  const words = `${service ?? ''}-${name.replace(/([a-z0-9])([A-Z])/g, '$1-$2')}-denied`.toLowerCase();
  return words.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

export function titleFor({ operation, action, code }: Denial): string {
  return `${operation ?? action ?? code ?? 'The call'} was refused`.slice(0, 90);
}

type Leaf = readonly [fact: string, value: string];

/** What tells this error from others, as far as the text states it. */
function telling(denial: Denial): readonly Leaf[] {
  const { code, action, operation, policyType, service } = denial;
  const named: Leaf | undefined =
    action !== undefined
      ? ['error.action', action]
      : operation !== undefined
        ? ['error.operation', operation]
        : undefined;
  const reason: readonly Leaf[] = policyType === 'unstated' ? [] : [['error.policyType', policyType]];
  const fallBack: readonly Leaf[] = named === undefined && service !== undefined ? [['error.service', service]] : [];
  const by: readonly Leaf[] = code === undefined ? [] : [['error.code', code]];
  const found = [...(named === undefined ? fallBack : [named]), ...by, ...reason];
  return found.length > 0 ? found : [['error.class', denial.class]];
}

/** The layer the first cause is about: the one AWS names, or the caller's own policies. */
const layerOf = ({ policyType }: Denial): PolicyType => (policyType === 'unstated' ? 'identity' : policyType);

const neighbour = 'An error occurred (ThrottlingException) when calling the ListFunctions operation: Rate exceeded';

const leaf = (fact: string, value: string, indent: string): readonly string[] => [
  `${indent}- fact: ${fact}`,
  `${indent}  operator: equal`,
  `${indent}  value: ${scalar(value)}`,
];

export function scaffold(about: Scaffold): string {
  return [
    `# yaml-language-server: $schema=${about.schema}`,
    '# A draft is never chosen by itself: write status: beta once it is right. `whydenied playbook facts` lists what conditions may read.',
    ...head(about),
    ...steps(about.denial),
    ...causes(about.denial),
    ...tests(about),
    '',
  ].join('\n');
}

function head({ id, title, denial }: Scaffold): readonly string[] {
  const { service, action } = denial;
  return [
    'format: playbook/v1',
    `id: ${id}`,
    `title: ${scalar(title)}`,
    'summary: >-',
    '  Say in one paragraph what is behind this error.',
    'status: draft',
    'specificity: exact',
    ...(service === undefined ? [] : [`services: [${scalar(service)}]`]),
    ...(action === undefined ? [] : [`actions: [${scalar(action)}]`]),
    'references:',
    '  - title: Policy evaluation logic',
    '    url: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
    '',
    'match:',
    '  all:',
    ...telling(denial).flatMap(([fact, value]) => leaf(fact, value, '    ')),
    '',
  ];
}

/** What the first cause and its fix look like, by what the text says about the deny. */
const drafts = {
  allow: {
    decision: 'implicitDeny',
    cause: 'no-allow',
    title: 'No statement allows it',
    because: 'No Allow statement covers {{error.action | or "the action"}} on {{target.arn | or "the resource"}}.',
    kind: 'grant',
  },
  deny: {
    decision: 'explicitDeny',
    cause: 'explicit-deny',
    title: 'A statement denies it',
    because: 'A Deny statement covers {{error.action | or "the action"}} on {{target.arn | or "the resource"}}.',
    kind: 'undeny',
  },
} as const;

const draftOf = ({ denyType }: Denial) => drafts[denyType === 'explicit' ? 'deny' : 'allow'];

const steps = (denial: Denial): readonly string[] => [
  'steps:',
  '  - id: layer-allows',
  '    type: check',
  '    title: The policies of this layer allow {{error.action | or "the action"}}',
  '    expect:',
  `      fact: decision.${layerOf(denial)}`,
  '      operator: equal',
  '      value: allowed',
  '    by_hand:',
  '      text: Say what to look at, and where.',
  `      pass: { decision.${layerOf(denial)}: allowed }`,
  `      fail: { decision.${layerOf(denial)}: ${draftOf(denial).decision} }`,
  '',
];

function causes(denial: Denial): readonly string[] {
  const { cause, title, decision, because, kind } = draftOf(denial);
  return [
    'causes:',
    `  - id: ${cause}`,
    `    title: ${title}`,
    '    strength: proves',
    '    when:',
    `      fact: decision.${layerOf(denial)}`,
    '      operator: equal',
    `      value: ${decision}`,
    `    because: ${because}`,
    '    fix:',
    `      kind: ${kind}`,
    '      owner: iam-admin',
    '      risk: low',
    '      text: Say what to change, as little as will do.',
    ...(kind === 'grant' ? policy(layerOf(denial)) : []),
    '      verify: Make the same call again.',
    '',
  ];
}

const policy = (layer: PolicyType): readonly string[] => [
  '      policy:',
  `        attach_to: ${layer}`,
  '        document:',
  '          Version: "2012-10-17"',
  '          Statement:',
  '            - Effect: Allow',
  ...(layer === 'resource' || layer === 'trust' ? ['              Principal: { AWS: "{{error.principal}}" }'] : []),
  '              Action: "{{error.action}}"',
  ...(layer === 'trust' ? [] : ['              Resource: "{{target.arn}}"']),
];

/** What AWS states is a fact already; otherwise the test gives it. */
function tests({ error, denial }: Scaffold): readonly string[] {
  const { cause, decision } = draftOf(denial);
  const stated = denial.policyType !== 'unstated' && denial.denyType !== 'unstated';
  return [
    'tests:',
    '  - name: the error this playbook was made from',
    `    error: ${JSON.stringify(error)}`,
    ...(stated ? [] : ['    facts:', `      decision.${layerOf(denial)}: ${decision}`]),
    '    expect:',
    `      cause: ${cause}`,
    '  - name: an error that belongs elsewhere',
    `    error: ${scalar(neighbour)}`,
    '    expect: { match: false }',
  ];
}
