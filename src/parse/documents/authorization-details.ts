// Reads the saved answer of GetRequestAuthorizationDetails: AWS's own evaluation of a denied request. (AWS page: "GetRequestAuthorizationDetails")
import { fieldOf, isObject, listOf, textOf } from './json.ts';

export const evaluatedEffects = ['ALLOW', 'EXPLICIT_DENY', 'IMPLICIT_DENY'] as const;
export type EvaluatedEffect = (typeof evaluatedEffects)[number];

export type ContextKeys = Readonly<Record<string, string | readonly string[]>>;

export interface DetailsEvaluation {
  readonly action: string;
  readonly resource?: string;
  readonly effect: EvaluatedEffect;
  /** The policies that denied it, by what the list of policies calls them, with the Sids of the statements. */
  readonly denying: readonly { readonly uri: string; readonly sids: readonly string[] }[];
  /** Condition keys of this action beside those of the request. */
  readonly context: ContextKeys;
}

/** A policy that was evaluated, as the service calls its type and what it is attached to. */
export interface EvaluatedPolicy {
  readonly uri: string;
  readonly type: string;
  readonly attachedTo: readonly string[];
}

export interface AuthorizationDetails {
  readonly principal?: string;
  readonly evaluations: readonly DetailsEvaluation[];
  readonly policies: readonly EvaluatedPolicy[];
  readonly context: ContextKeys;
}

function readEvaluation(value: unknown): DetailsEvaluation[] {
  const action = textOf(value, 'action');
  const effect = evaluatedEffects.find((name) => name === fieldOf(value, 'evaluatedEffect'));
  if (action === undefined || effect === undefined) return [];
  const resource = textOf(value, 'resource');
  const denying = listOf(value, 'matchedPolicies').flatMap(readDenying);
  const context = contextIn(fieldOf(value, 'context'));
  return [{ action, effect, denying, context, ...(resource !== undefined && { resource }) }];
}

function readDenying(policy: unknown): DetailsEvaluation['denying'] {
  const uri = textOf(policy, 'uri');
  const denies = listOf(policy, 'matchedStatements').filter((one) => fieldOf(one, 'evaluatedEffect') === 'DENY');
  const sids = denies.flatMap((statement) => textOf(statement, 'sid') ?? []);
  return uri === undefined || denies.length === 0 ? [] : [{ uri, sids }];
}

function readPolicy(policy: unknown): EvaluatedPolicy[] {
  const [uri, type] = [textOf(policy, 'uri'), textOf(policy, 'type')];
  const attachedTo = listOf(policy, 'attachedTo').flatMap((entity) => textOf(entity, 'arn') ?? []);
  return uri === undefined || type === undefined ? [] : [{ uri, type, attachedTo }];
}

/** Values are whatever JSON has; a policy compares texts. */
function contextIn(context: unknown): ContextKeys {
  const entries = isObject(context) ? Object.entries(context) : [];
  return Object.fromEntries(
    entries.map(([key, value]) => [key, Array.isArray(value) ? value.map(asText) : asText(value)] as const),
  );
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function principalIn(context: unknown): string | undefined {
  const value = fieldOf(context, 'aws:PrincipalArn') ?? fieldOf(context, 'principalArn');
  const first = Array.isArray(value) ? (value[0] as unknown) : value;
  return typeof first === 'string' ? first : undefined;
}

export function authorizationDetailsIn(value: unknown): AuthorizationDetails | undefined {
  if (!isObject(value) || !Array.isArray(value['evaluations']) || !Array.isArray(value['policies'])) return undefined;
  const evaluations = listOf(value, 'evaluations').flatMap(readEvaluation);
  const requestContext = fieldOf(value, 'requestContext');
  const principal = principalIn(requestContext);
  const policies = listOf(value, 'policies').flatMap(readPolicy);
  const context = contextIn(requestContext);
  return { evaluations, policies, context, ...(principal !== undefined && { principal }) };
}
