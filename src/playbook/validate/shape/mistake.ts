// One broken rule of a schema, with all that is needed to word it.
import type { PlaceName } from '../../format/shape.ts';
import type { Path, YamlTree } from '../../yaml.ts';
import type { Finding } from '../diagnostic.ts';
import type { SchemaFault } from '../validator.ts';
import type { Expected } from './content-at.ts';
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
  /** What sort of file it is. */
  readonly kind: PlaceName;
  /** What the format expects there. */
  readonly expected: Expected;
  /** The place whose keys the fault is about. */
  readonly place: PlaceName | undefined;
  /** The text of a value as written. */
  readonly source: (path: Path) => string;
}

export const sourceReader = (tree: YamlTree, text: string) => (path: Path) => {
  const { start, end } = tree.rangeOf(path, 'value');
  return text.slice(start, end);
};
