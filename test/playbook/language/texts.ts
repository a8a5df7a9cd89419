// Lists every text of the built-in playbooks that a person reads, with the place where it stands.
import { fileURLToPath } from 'node:url';
import { readSources } from '../../../src/playbook/files.ts';
import { parseYaml } from '../../../src/playbook/yaml.ts';

export interface Text {
  readonly place: string;
  /** The key it stands under, such as `because`. */
  readonly key: string;
  readonly text: string;
}

/** Keys whose texts are prose. */
const prose = new Set(
  'title summary because text question help why on_fail label avoid verify note console'.split(' '),
);
const other = new Set('match when expect conditions tests policy run references sets pass fail'.split(' '));

function textsIn(value: unknown, place: string, key: string): readonly Text[] {
  if (typeof value === 'string') return prose.has(key) ? [{ place, key, text: value.trim() }] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, `${place}.${index}`, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    other.has(name) ? [] : textsIn(item, `${place}.${name}`, name),
  );
}

const folder = fileURLToPath(new URL('../../../playbooks', import.meta.url));
const { sources } = await readSources(folder);

export const texts: readonly Text[] = sources.flatMap(({ path, text }) =>
  textsIn(parseYaml(text).tree?.value, path.slice(folder.length + 1), ''),
);
