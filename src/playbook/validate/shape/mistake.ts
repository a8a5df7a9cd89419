// One broken rule of a schema, with all that is needed to word it.
import type { PlaceName } from '../../format/shape.ts';
import { placeNames } from '../../format/shape.ts';
import type { Path, YamlTree } from '../../yaml.ts';
import type { Finding } from '../diagnostic.ts';
import type { SchemaFault } from '../validator.ts';
import type { Repair } from './data.ts';

export interface Mistake {
  readonly finding: Finding;
  /** How the data can be read as it was probably meant. */
  readonly repair?: Repair;
}

export interface Faulty {
  readonly fault: SchemaFault;
  readonly path: Path;
  readonly root: unknown;
  /** The place whose keys the fault is about. */
  readonly place: PlaceName | undefined;
  /** The text of a value as written. */
  readonly source: (path: Path) => string;
}

const definition = /^#\/definitions\/([A-Za-z_]+)\//;

export const definitionOf = (fault: SchemaFault): string | undefined => definition.exec(fault.schemaPath)?.[1];

export function placeOf(fault: SchemaFault, root: PlaceName): PlaceName | undefined {
  const name = definitionOf(fault);
  return name === undefined ? root : placeNames.find((place) => place === name);
}

export const sourceReader = (tree: YamlTree, text: string) => (path: Path) => {
  const { start, end } = tree.rangeOf(path, 'value');
  return text.slice(start, end);
};
