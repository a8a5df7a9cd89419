// Reads the saved answer of GetRequestAuthorizationDetails: AWS's own evaluation of a denied request. (AWS page: "GetRequestAuthorizationDetails")
import { fieldOf, isObject, listOf, textOf } from './json.ts';

export const evaluatedEffects = ['ALLOW', 'EXPLICIT_DENY', 'IMPLICIT_DENY'] as const;
export type EvaluatedEffect = (typeof evaluatedEffects)[number];

export interface DetailsEvaluation {
  readonly action: string;
  readonly resource?: string;
  readonly effect: EvaluatedEffect;
}

export interface AuthorizationDetails {
  readonly principal?: string;
  readonly evaluations: readonly DetailsEvaluation[];
}

function readEvaluation(value: unknown): DetailsEvaluation[] {
  const action = textOf(value, 'action');
  const effect = evaluatedEffects.find((name) => name === fieldOf(value, 'evaluatedEffect'));
  if (action === undefined || effect === undefined) return [];
  const resource = textOf(value, 'resource');
  return [{ action, effect, ...(resource !== undefined && { resource }) }];
}

function principalIn(context: unknown): string | undefined {
  const value = fieldOf(context, 'aws:PrincipalArn') ?? fieldOf(context, 'principalArn');
  const first = Array.isArray(value) ? (value[0] as unknown) : value;
  return typeof first === 'string' ? first : undefined;
}

export function authorizationDetailsIn(value: unknown): AuthorizationDetails | undefined {
  if (!isObject(value) || !Array.isArray(value['evaluations']) || !Array.isArray(value['policies'])) return undefined;
  const evaluations = listOf(value, 'evaluations').flatMap(readEvaluation);
  const principal = principalIn(fieldOf(value, 'requestContext'));
  return { evaluations, ...(principal !== undefined && { principal }) };
}
