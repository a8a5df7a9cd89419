// Tells by AWS's reference whether an action can ever meet resources of a pattern, and which actions a pattern stands for.
import { overlap } from '../../facts/policies/overlap.ts';
import { globOf, matchesGlob } from '../../policy/match/glob.ts';
import { actionNames, actionReference } from '../../reference/actions.ts';

/** Undefined where the reference does not know the action. */
export function fits(action: string, pattern: string): boolean | undefined {
  const types = actionReference(action)?.resourceTypes;
  if (types === undefined) return undefined;
  if (/^\*+$/.test(pattern)) return true;
  return types.some(({ arnPattern }) => arnPattern === undefined || meets(pattern, arnPattern));
}

/** A Region or an account is left empty where resources have one. */
const lacksPart = (pattern: string, arnPattern: string): boolean => {
  const [own, parts] = [pattern.split(':'), arnPattern.split(':')];
  return own.length > 5 && [3, 4].some((at) => own[at] === '' && parts[at] !== '');
};

/** A bucket's name has no slash, so a pattern with one names objects. */
const meets = (pattern: string, arnPattern: string): boolean =>
  !lacksPart(pattern, arnPattern) &&
  overlap(pattern, arnPattern) &&
  !(/:s3:::\$\{\w+\}$/.test(arnPattern) && pattern.slice(pattern.lastIndexOf(':')).includes('/'));

export const isWild = (text: string): boolean => /[*?]/.test(text.replace(/\$\{[*?]\}/g, ''));

/** The reference's actions; undefined for a pattern over all services. */
export function actionsIn(pattern: string): readonly string[] | undefined {
  const [service = '', name = ''] = pattern.split(':');
  if (isWild(service) || name === '') return undefined;
  if (!isWild(name)) return [pattern];
  const glob = globOf(name.toLowerCase());
  return actionNames(service)
    .filter((one) => matchesGlob(glob, one.toLowerCase()))
    .map((one) => `${service}:${one}`);
}
