// Reads and repairs plain data by path: the copy on which later checks run after a mistake has been reported.
import type { Path } from '../../yaml.ts';

export type Data = Readonly<Record<string, unknown>>;

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (isList(value)) return value[Number(step)];
    return isData(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }, root);
}

/** A JSON pointer as a path; a step into a list becomes a number. */
export function pathOf(pointer: string, root: unknown): Path {
  const path: (string | number)[] = [];
  for (const raw of pointer.split('/').slice(1)) {
    const step = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(isList(valueAt(root, path)) ? Number(step) : step);
  }
  return path;
}

export type Repair =
  | { readonly kind: 'rename'; readonly path: Path; readonly from: string; readonly to: string }
  | { readonly kind: 'set'; readonly path: Path; readonly value: unknown }
  | { readonly kind: 'add'; readonly path: Path; readonly key: string; readonly value: unknown }
  | { readonly kind: 'remove'; readonly path: Path; readonly key: string }
  | { readonly kind: 'move'; readonly path: Path; readonly key: string; readonly to: Path };

/** The data with one repair made; what does not fit is left as it is. */
export function repaired(root: unknown, repair: Repair): unknown {
  switch (repair.kind) {
    case 'set':
      return changedAt(root, repair.path, () => repair.value);
    case 'add':
      return changedAt(root, repair.path, (node) => (isData(node) ? { ...node, [repair.key]: repair.value } : node));
    case 'rename':
      return changedAt(root, repair.path, (node) => renamed(node, repair.from, repair.to));
    case 'remove':
      return changedAt(root, repair.path, (node) => without(node, repair.key));
    case 'move': {
      const moved = valueAt(root, [...repair.path, repair.key]);
      const cut = changedAt(root, repair.path, (node) => without(node, repair.key));
      return changedAt(cut, repair.to, (node) => (isData(node) ? { ...node, [repair.key]: moved } : node));
    }
  }
}

function changedAt(node: unknown, path: Path, change: (node: unknown) => unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return change(node);
  if (isList(node)) return node.map((item, index) => (index === step ? changedAt(item, rest, change) : item));
  if (!isData(node) || !Object.hasOwn(node, step)) return node;
  return { ...node, [step]: changedAt(node[step], rest, change) };
}

function renamed(node: unknown, from: string, to: string): unknown {
  if (!isData(node)) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key === from ? to : key, value]));
}

function without(node: unknown, key: string): unknown {
  return isData(node) ? Object.fromEntries(Object.entries(node).filter(([other]) => other !== key)) : node;
}

/** What a value is, in words. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (isList(value)) return 'a list';
  if (isData(value)) return 'a map of keys';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'number' ? 'a number' : 'true or false';
}
