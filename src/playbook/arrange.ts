// Lays out a playbook file, fragment or overlay the usual way: keys in the order of the format, lines wrapped, comments kept.
import { places } from './format/places.ts';
import type { PlaceName } from './format/shape.ts';
import { expectedAt } from './validate/shape/content-at.ts';
import { arrangedYaml, parseYaml, type Path } from './yaml.ts';

/** Undefined for a text that is no usable YAML. */
export function arranged(text: string): string | undefined {
  const root = parseYaml(text).tree?.value;
  if (root === undefined) return undefined;
  const kind = kindOf(root);
  const orderAt = (path: Path): readonly string[] => {
    const { place } = path.length === 0 ? { place: kind } : expectedAt(root, kind, path);
    return place === undefined ? [] : Object.keys(places[place].keys);
  };
  return arrangedYaml(text, orderAt);
}

const kinds = ['fragment', 'overlay', 'config'] as const satisfies readonly PlaceName[];

function kindOf(root: unknown): PlaceName {
  const format = typeof root === 'object' && root !== null && 'format' in root ? String(root.format) : '';
  return kinds.find((kind) => format.startsWith(`${kind}/`)) ?? 'playbook';
}
