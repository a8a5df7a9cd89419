// Turns one Statement of a policy document into a compiled statement, or says why it is ignored. (AWS page: "IAM JSON policy elements: Statement")
import type { EvaluatedType, PolicyPosition } from '../../model/policy.ts';
import type { KeyTest } from '../condition/test.ts';
import type { ActionElement } from '../match/action.ts';
import type { PrincipalElement } from '../match/principal.ts';
import type { ResourceElement } from '../match/resource.ts';
import { type Reading, readCondition, reject } from './condition.ts';
import { formOf, readAction, readPrincipal, readResource } from './elements.ts';
import type { Place } from './report.ts';
import { type Dictionary, isDictionary, member } from './values.ts';

export interface Statement {
  readonly place: Place;
  readonly index: number;
  readonly sid: string | undefined;
  readonly effect: 'Allow' | 'Deny';
  readonly action: ActionElement;
  readonly resource: ResourceElement | undefined;
  readonly principal: PrincipalElement | undefined;
  readonly tests: readonly KeyTest[];
  readonly position: PolicyPosition;
}

const elementNames: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

/** Types whose statements name the callers they are for; the others are attached to the caller. */
const namesPrincipals: ReadonlySet<EvaluatedType> = new Set(['resource', 'vpcEndpoint', 'rcp']);

type Part<Value> = { readonly value: Value | undefined } | undefined;

function resourceOf(statement: Dictionary, deny: boolean, reading: Reading): Part<ResourceElement> {
  const form = formOf(statement, 'Resource', reading);
  if (form === undefined) return undefined;
  if (form !== 'missing') {
    const value = readResource(form, deny, reading);
    return value && { value };
  }
  // Trust policies and some other resource policies stand for their own resource.
  if (reading.report.place.type === 'resource') return { value: undefined };
  return reject(reading, { code: 'resource.missing', pointer: reading.pointer });
}

function principalOf(statement: Dictionary, deny: boolean, reading: Reading): Part<PrincipalElement> {
  const { type } = reading.report.place;
  const form = formOf(statement, 'Principal', reading);
  const named = namesPrincipals.has(type);
  if (form === undefined) return undefined;
  if (form === 'missing')
    return named ? reject(reading, { code: 'principal.missing', pointer: reading.pointer }) : { value: undefined };
  if (!named) return reject(reading, { code: 'principal.not-allowed', pointer: form.pointer });
  if (form.negated && !deny) return reject(reading, { code: 'principal.not-principal-allow', pointer: form.pointer });
  const value = readPrincipal(form, type, reading);
  return value && { value };
}

function effectOf(statement: Dictionary, reading: Reading): 'Allow' | 'Deny' | undefined {
  const effect = member(statement, 'Effect');
  if (effect === 'Allow' || effect === 'Deny') return effect;
  return reject(reading, { code: 'effect.invalid', pointer: `${reading.pointer}/Effect`, found: effect });
}

function actionOf(statement: Dictionary, reading: Reading): ActionElement | undefined {
  const form = formOf(statement, 'Action', reading);
  if (form === 'missing') return reject(reading, { code: 'action.missing', pointer: reading.pointer });
  return form && readAction(form, reading);
}

function conditionOf(statement: Dictionary, reading: Reading): readonly KeyTest[] | undefined {
  const condition = member(statement, 'Condition');
  return condition === undefined ? [] : readCondition(condition, reading);
}

/** All elements are read before any decides, so that every mistake is reported at once. */
export function readStatement(statement: unknown, reading: Reading): Statement | undefined {
  const { pointer, report, index } = reading;
  if (!isDictionary(statement)) return reject(reading, { code: 'statement.not-an-object', pointer, found: statement });
  const unknown = Object.keys(statement).find((name) => !elementNames.has(name));
  if (unknown !== undefined) reject(reading, { code: 'statement.unknown-element', pointer, found: unknown });
  const effect = effectOf(statement, reading);
  const action = actionOf(statement, reading);
  const resource = resourceOf(statement, effect === 'Deny', reading);
  const principal = principalOf(statement, effect === 'Deny', reading);
  const tests = conditionOf(statement, reading);
  const whole = unknown === undefined && effect && action && resource && principal && tests;
  if (!whole) return undefined;
  const sid = member(statement, 'Sid');
  return {
    place: report.place,
    index,
    sid: typeof sid === 'string' ? sid : undefined,
    effect,
    action,
    resource: resource.value,
    principal: principal.value,
    tests,
    position: report.position(pointer),
  };
}

/** A statement that cannot be read might deny, unless it plainly says Allow. */
export const mightDeny = (statement: unknown): boolean =>
  !isDictionary(statement) || member(statement, 'Effect') !== 'Allow';
