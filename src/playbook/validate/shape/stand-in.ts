// Builds something well-formed to stand in for a missing part, so that the rest of the file can still be checked.
import { places } from '../../format/places.ts';
import type { Content, PlaceName } from '../../format/shape.ts';

const condition = { fact: 'decision.identity', operator: 'equal', value: 'allowed' };

/** Parts that others refer to, or that say what a place is: nothing can stand in for them. */
const irreplaceable: readonly string[] = ['format', 'id', 'type', 'match', 'steps', 'causes', 'tests', 'name'];

export function standInFor(place: PlaceName, key: string): unknown {
  const content = places[place].keys[key]?.content;
  return content === undefined || irreplaceable.includes(key) ? undefined : built(content);
}

function built(content: Content): unknown {
  switch (content.kind) {
    case 'text':
      return content.form === 'link' ? 'https://example.com' : 'x';
    case 'word':
      return content.of[0];
    case 'flag':
      return true;
    case 'place':
      return builtPlace(content.of);
    case 'list':
      return Array.from({ length: content.min ?? 0 }, () => built(content.of));
    case 'oneOrMore':
      return built(content.of);
    case 'condition':
      return condition;
    case 'textOrPlace':
    case 'literal':
      return 'x';
    case 'factName':
      return 'error.code';
    case 'map':
    case 'facts':
    case 'policy':
      return {};
    case 'step':
      return undefined;
  }
}

const builtPlace = (place: PlaceName): unknown =>
  Object.fromEntries(
    Object.entries(places[place].keys).flatMap(([key, { content, required }]) =>
      required === true ? [[key, built(content)]] : [],
    ),
  );
