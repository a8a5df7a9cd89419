// Tells what the format expects at a path of the data, by walking the places of the format along it.
import { conditionPlaces, places, stepPlaces } from '../../format/places.ts';
import type { Content, PlaceName } from '../../format/shape.ts';
import type { Path } from '../../yaml.ts';
import { isData, isList, valueAt } from './data.ts';

export interface Expected {
  /** The place whose keys stand here; missing where no keys are expected, or a step does not say what it is. */
  readonly place?: PlaceName;
  readonly content?: Content;
}

export function expectedAt(root: unknown, kind: PlaceName, path: Path): Expected {
  let expected: Expected = { place: kind, content: { kind: 'place', of: kind } };
  for (const [index, step] of path.entries()) {
    const inner = contentUnder(expected, step);
    if (inner === undefined) return {};
    expected = resolved(inner, valueAt(root, path.slice(0, index + 1)));
  }
  return expected;
}

function contentUnder({ place, content }: Expected, step: string | number): Content | undefined {
  if (place !== undefined)
    return Object.hasOwn(places[place].keys, step) ? places[place].keys[step]?.content : undefined;
  if (content === undefined || !('of' in content)) return undefined;
  return content.kind === 'list' || content.kind === 'map' || content.kind === 'oneOrMore' ? content.of : undefined;
}

/** What a value of this content is, by what it says about itself. */
function resolved(content: Content, value: unknown): Expected {
  switch (content.kind) {
    case 'place':
      return { content, place: content.of };
    case 'textOrPlace':
      return isData(value) ? { content, place: content.of } : { content };
    case 'oneOrMore':
      return isList(value) ? { content } : resolved(content.of, value);
    case 'step':
      return withPlace(content, stepPlace(value));
    case 'condition':
      return withPlace(content, conditionPlace(value));
    case 'literal':
      return isData(value) ? { content, place: 'factValue' } : { content };
    default:
      return { content };
  }
}

const withPlace = (content: Content, place: PlaceName | undefined): Expected =>
  place === undefined ? { content } : { content, place };

function stepPlace(value: unknown): PlaceName | undefined {
  if (!isData(value)) return undefined;
  return Object.hasOwn(value, 'use') ? 'use' : stepPlaces.find((place) => place === value['type']);
}

function conditionPlace(value: unknown): PlaceName | undefined {
  if (!isData(value)) return undefined;
  return conditionPlaces.find((place) => Object.hasOwn(value, place)) ?? 'leaf';
}
