// Writes down what was read of the layers: facts that tell which policies there are, and the policies themselves for the evaluator.
import { accountOf } from '../../../model/arn.ts';
import type { PolicyType } from '../../../model/denial.ts';
import type { Fact, FactReason, FactSourceRef, FactStatus, Reading } from '../../../model/fact.ts';
import type { AuthorizationRequest, EvaluatedType, PolicySet } from '../../../model/policy.ts';
import { isAssume, policyTypeOf } from '../../policies/evaluated.ts';
import type { LayerRead, LevelsRead } from './layers/layer-read.ts';
import type { LayersRead } from './layers/layers.ts';
import type { Subject } from './subject.ts';

const rowsOf = (read: LayersRead): readonly (readonly [EvaluatedType, LayerRead | LevelsRead])[] => [
  ['identity', read.identity],
  ['boundary', read.boundary],
  ['session', read.session],
  ['resource', read.resource.layer],
  ['scp', read.scp],
  ['rcp', read.rcp],
  ['vpcEndpoint', read.vpcEndpoint],
];

export function readingOf(read: LayersRead, subject: Subject): Reading {
  const rows = rowsOf(read);
  const action = subject.action ?? '';
  const request = requestOf(read, subject);
  return {
    facts: [
      ...rows.flatMap(([type, layer]) => layerFacts(policyTypeOf(type, action), layer)),
      ...(action === '' ? [] : [notPart(isAssume(action) ? 'resource' : 'trust')]),
      ...targetFacts(read),
    ],
    policies: policySet(rows),
    ...(request === undefined ? {} : { request }),
    readAt: Object.fromEntries(rows.flatMap(([type, { readAt }]) => (readAt === undefined ? [] : [[type, readAt]]))),
  };
}

const isEmpty = (layer: LayerRead | LevelsRead): boolean =>
  'levels' in layer ? layer.levels.length === 0 : layer.policies.length === 0;

const sourceOf = ({ operations, readAt }: LayerRead | LevelsRead): FactSourceRef => ({
  origin: 'live',
  ...(operations.length === 0 ? {} : { from: operations.join(', ') }),
  grade: 'evaluated',
  ...(readAt === undefined ? {} : { readAt }),
});

const fact = (name: string, status: FactStatus, source: FactSourceRef, why?: FactReason): Fact => ({
  name,
  status,
  ...(status === 'present' ? { value: 'present' } : {}),
  source,
  ...(why === undefined ? {} : { why }),
});

/** A layer that was not wholly read is unknown, in both of its facts. */
function layerFacts(type: PolicyType, layer: LayerRead | LevelsRead): readonly Fact[] {
  const [gap] = layer.unread;
  if (gap === undefined) {
    const why = layer.absentBecause === undefined ? undefined : { code: layer.absentBecause };
    return [fact(`policy.${type}`, isEmpty(layer) ? 'absent' : 'present', sourceOf(layer), why)];
  }
  const from = gap.operation === undefined ? {} : { from: gap.operation };
  const source: FactSourceRef = { origin: 'live', ...from, grade: 'evaluated' };
  const presence = isEmpty(layer)
    ? fact(`policy.${type}`, gap.status, source, gap.why)
    : fact(`policy.${type}`, 'present', source);
  return [presence, fact(`decision.${type}`, gap.status, source, gap.why)];
}

/** A trust policy decides on assuming its role only, and a role has no other policy of its own. */
const notPart = (type: 'trust' | 'resource'): Fact =>
  fact(`policy.${type}`, 'absent', { origin: 'live', grade: 'evaluated' }, { code: 'not-part' });

function targetFacts({ resource: { layer, exists, ownerId } }: LayersRead): readonly Fact[] {
  const source: FactSourceRef = { ...sourceOf(layer), grade: 'stated' };
  const values = { 'target.exists': exists, 'target.accountId': ownerId };
  return Object.entries(values).flatMap(([name, value]): readonly Fact[] =>
    value === undefined ? [] : [{ name, status: 'present', value, source }],
  );
}

const setNames = { scp: 'scps', rcp: 'rcps' } as const;

function policySet(rows: ReturnType<typeof rowsOf>): PolicySet {
  const sets = rows.flatMap(([type, layer]) => {
    if (isEmpty(layer)) return [];
    const name = type === 'scp' || type === 'rcp' ? setNames[type] : type;
    return [[name, 'levels' in layer ? layer.levels : layer.policies] as const];
  });
  const unknown = rows.filter(([, { unread }]) => unread.length > 0).map(([type]) => type);
  return { ...(Object.fromEntries(sets) as PolicySet), unknown: { policies: unknown } };
}

/** The management account's own users and resources are bound by no control policy. */
function requestOf(read: LayersRead, { principal, ownerId }: Subject): Partial<AuthorizationRequest> | undefined {
  const { managementAccountId: manager, principalRoleArn } = read;
  const owner = read.resource.ownerId ?? ownerId;
  const found: Partial<AuthorizationRequest> = {
    ...(principalRoleArn === undefined ? {} : { principalRoleArn }),
    ...(manager === undefined || principal === undefined
      ? {}
      : { principalIsManagementAccount: accountOf(principal) === manager }),
    ...(manager === undefined || owner === undefined ? {} : { resourceIsManagementAccount: owner === manager }),
  };
  return Object.keys(found).length === 0 ? undefined : found;
}
