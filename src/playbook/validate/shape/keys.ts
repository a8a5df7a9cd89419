// Words mistakes about keys: unknown, misplaced, or missing ones.
import { places } from '../../format/places.ts';
import { placeNames, type PlaceName } from '../../format/shape.ts';
import { nearest } from '../nearest.ts';
import { isData, isList, valueAt, type Data } from './data.ts';
import type { Faulty, Mistake } from './mistake.ts';
import { standInFor } from './stand-in.ts';

/** Words of other tools, and what they are called here. */
const foreign: Readonly<Record<string, string>> = {
  name: 'title',
  description: 'summary',
  desc: 'summary',
  reason: 'because',
  message: 'because',
  remediation: 'fix',
  fixes: 'fix',
  who: 'owner',
  link: 'url',
  href: 'url',
  options: 'choices',
  command: 'run',
  cmd: 'run',
  if: 'when',
  condition: 'when',
  op: 'operator',
  and: 'all',
  or: 'any',
  none: 'not',
  manual: 'by_hand',
};

const keysOf = (place: PlaceName): readonly string[] => Object.keys(places[place].keys);

export function unknownKey(faulty: Faulty): Mistake {
  const key = String(faulty.fault.params['additionalProperty']);
  const { path, place } = faulty;
  const at = { path: [...path, key], part: 'key' } as const;
  if (place === undefined) return { finding: { code: 'WD201', ...at, message: `"${key}" is not known here` } };
  return misspelt(faulty, key, place) ?? misplaced(faulty, key, place) ?? strange(faulty, key, place);
}

function misspelt({ path, root }: Faulty, key: string, place: PlaceName): Mistake | undefined {
  const allowed = keysOf(place);
  const mapped = foreign[key];
  const meant = nearest(key, allowed) ?? (mapped !== undefined && allowed.includes(mapped) ? mapped : undefined);
  if (meant === undefined) return undefined;
  const node = valueAt(root, path);
  const taken = isData(node) && Object.hasOwn(node, meant);
  const message = `unknown key "${key}" in ${places[place].called}`;
  return {
    finding: {
      code: 'WD201',
      path: [...path, key],
      part: 'key',
      message,
      hint: taken ? `"${meant}" stands here already; remove one of the two` : `did you mean "${meant}"?`,
    },
    repair: taken ? { kind: 'remove', path, key } : { kind: 'rename', path, from: key, to: meant },
  };
}

function misplaced({ path, root }: Faulty, key: string, place: PlaceName): Mistake | undefined {
  const homes = placeNames.filter((other) => other !== place && keysOf(other).includes(key));
  if (homes.length === 0) return undefined;
  const called = [...new Set(homes.map((home) => places[home].called))].slice(0, 3).join(' or ');
  const message = `"${key}" does not belong to ${places[place].called}`;
  const hint =
    conditionKeys.includes(key) && conditionKeys.includes(keysOf(place)[0] ?? '')
      ? 'one condition is either all, any, not, condition, or a fact with operator and value: nest them'
      : `it belongs to ${called}: check the indentation`;
  const target = targetOf(root, path, key, homes);
  return {
    finding: { code: 'WD207', path: [...path, key], part: 'key', message, hint },
    repair: target === undefined ? { kind: 'remove', path, key } : { kind: 'move', path, key, to: target },
  };
}

const conditionKeys: readonly string[] = ['all', 'any', 'not', 'condition', 'fact'];

/** Where a misplaced key lacks: the map around it, one beside it, or the last item of a list beside it. */
function targetOf(root: unknown, path: readonly (string | number)[], key: string, homes: readonly PlaceName[]) {
  const around = path.length > 0 ? [path.slice(0, -1), path.slice(0, -2)] : [];
  const node = valueAt(root, path);
  const inside = isData(node) ? Object.keys(node).flatMap((child) => insides(root, [...path, child])) : [];
  return [...around, ...inside].find((candidate) => {
    const value = valueAt(root, candidate);
    return isData(value) && !Object.hasOwn(value, key) && homes.some((home) => lacksOnly(value, home, key));
  });
}

function insides(root: unknown, path: readonly (string | number)[]): readonly (readonly (string | number)[])[] {
  const value = valueAt(root, path);
  return isList(value) ? [[...path, value.length - 1]] : [path];
}

/** Whether the value is of this place and misses the key. */
function lacksOnly(value: Data, home: PlaceName, key: string): boolean {
  const allowed = keysOf(home);
  const needed = allowed.filter((other) => other !== key && places[home].keys[other]?.required === true);
  return (
    Object.keys(value).every((other) => allowed.includes(other)) && needed.every((other) => Object.hasOwn(value, other))
  );
}

function strange({ path }: Faulty, key: string, place: PlaceName): Mistake {
  const note = places[place].free === true ? '; keys of your own start with x-' : '';
  return {
    finding: {
      code: 'WD201',
      path: [...path, key],
      part: 'key',
      message: `unknown key "${key}" in ${places[place].called}`,
      hint: `known here: ${keysOf(place).join(', ')}${note}`,
    },
    repair: { kind: 'remove', path, key },
  };
}

export function missingKey({ fault, path, place, root }: Faulty): Mistake {
  const key = String(fault.params['missingProperty']);
  const description = place === undefined ? undefined : places[place].keys[key];
  const standIn = place === undefined ? undefined : standInFor(place, key);
  const node = valueAt(root, path);
  const empty = isData(node) && Object.keys(node).length === 0;
  const called = place === undefined ? 'a step' : places[place].called;
  const hint = key === 'type' && place === undefined ? 'type: check, ask or guide' : description?.meaning;
  return {
    finding: {
      code: 'WD202',
      path,
      part: 'value',
      message: `${called} ${empty ? 'is empty: it' : ''} needs "${key}"`.replace('  ', ' '),
      ...(hint === undefined ? {} : { hint: key === 'type' ? hint : `${key}: ${hint}` }),
    },
    ...(standIn === undefined ? {} : { repair: { kind: 'add', path, key, value: standIn } as const }),
  };
}
