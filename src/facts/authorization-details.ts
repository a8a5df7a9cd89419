// Turns AWS's own evaluation of a denied request into facts and what it says of the request. (AWS page: "GetRequestAuthorizationDetails")
import type { PolicyType } from '../model/denial.ts';
import type { Fact, FactSourceRef, FactValue } from '../model/fact.ts';
import type { AuthorizationRequest, EvaluatedType } from '../model/policy.ts';
import type { AuthorizationDetails, DetailsEvaluation } from '../parse/documents/authorization-details.ts';
import { policyTypeOf } from './policies/evaluated.ts';

/** What the service calls each kind of policy. */
export const capturedTypes: Readonly<Record<string, EvaluatedType>> = {
  IDENTITY_BASED_POLICY: 'identity',
  RESOURCE_BASED_POLICY: 'resource',
  PERMISSIONS_BOUNDARY: 'boundary',
  SESSION_POLICY: 'session',
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
  VPC_ENDPOINT_POLICY: 'vpcEndpoint',
};

/** One call may need several actions: the one that the error names, else the first that was refused. */
export function refusedIn({ evaluations }: AuthorizationDetails, action?: string): DetailsEvaluation | undefined {
  const refused = evaluations.filter(({ effect }) => effect !== 'ALLOW');
  return refused.find((one) => one.action.toLowerCase() === action?.toLowerCase()) ?? refused[0];
}

export function factsOfDetails(
  { principal, policies, context }: AuthorizationDetails,
  refused: DetailsEvaluation,
  source: Omit<FactSourceRef, 'grade'>,
): readonly Fact[] {
  const keys = [...Object.keys(context), ...Object.keys(refused.context)];
  const values: Readonly<Record<string, FactValue | undefined>> = {
    'decoded.action': refused.action,
    'decoded.resource': refused.resource === '' ? undefined : refused.resource,
    'decoded.principal': principal,
    'decoded.explicitDeny': refused.effect === 'EXPLICIT_DENY',
    'decoded.denySids': refused.denying.flatMap(({ sids }) => sids),
    'decoded.conditionKeys': [...new Set(keys)],
    ...decisionsOf(refused, policies),
  };
  return Object.entries(values).flatMap(([name, value]): readonly Fact[] =>
    value === undefined ? [] : [{ name, status: 'present', value, source: { ...source, grade: 'authoritative' } }],
  );
}

/** A statement that denied settles its layer; that none allowed settles no layer in particular. */
function decisionsOf(
  { denying, action }: DetailsEvaluation,
  policies: AuthorizationDetails['policies'],
): Readonly<Record<string, FactValue>> {
  const types = denying.flatMap(({ uri }) => policies.find((policy) => policy.uri === uri)?.type ?? []);
  const evaluated = types.flatMap((type) => capturedTypes[type] ?? []);
  const layers: readonly PolicyType[] = evaluated.map((type) => policyTypeOf(type, action));
  return Object.fromEntries(layers.map((layer) => [`decision.${layer}`, 'explicitDeny']));
}

/** The request as it was, with all its condition keys. */
export const requestOfDetails = (
  { context }: AuthorizationDetails,
  refused: DetailsEvaluation,
): Partial<AuthorizationRequest> => ({
  action: refused.action,
  resource: refused.resource === undefined || refused.resource === '' ? '*' : refused.resource,
  context: { ...context, ...refused.context },
});
