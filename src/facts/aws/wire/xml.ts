// Turns the XML that AWS services answer with into plain values: lists, maps and texts. Linear in its length.

export type Plain = string | readonly Plain[] | { readonly [name: string]: Plain };

interface Element {
  readonly name: string;
  readonly children: Element[];
  text: string;
}

const deepest = 64;

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex?: string, decimal?: string, name?) => {
    if (typeof name === 'string') return entities[name] ?? whole;
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });

const token = /<[?!][^<>]*>|<\/([^\s<>]+)\s*>|<([^\s/<>]+)((?:[\s/][^<>]*)?)>|([^<]+)/g;

/** Undefined when the text is no XML document. */
function readElement(text: string): Element | undefined {
  const root: Element = { name: '', children: [], text: '' };
  const open: Element[] = [root];
  for (const [, end, start, rest = '', words] of text.matchAll(token)) {
    const top = open.at(-1);
    if (top === undefined || open.length > deepest) return undefined;
    if (words !== undefined) top.text += decoded(words);
    else if (end !== undefined && open.pop()?.name !== end) return undefined;
    else if (start !== undefined) {
      const element: Element = { name: start, children: [], text: '' };
      top.children.push(element);
      if (!rest.endsWith('/')) open.push(element);
    }
  }
  return open.length === 1 && root.children.length === 1 ? root.children[0] : undefined;
}

/** `member`, `item` and `entry` are how AWS writes the elements of a list or map. */
function plain({ children, text }: Element): Plain {
  if (children.length === 0) return text.trim() === '' ? '' : text;
  const [first] = children;
  if (children.every(({ name }) => name === 'member' || name === 'item')) return children.map(plain);
  if (first?.name === 'entry') return Object.fromEntries(children.map(entryOf));
  const fields = new Map<string, Plain[]>();
  for (const child of children) {
    const held = fields.get(child.name);
    if (held === undefined) fields.set(child.name, [plain(child)]);
    else held.push(plain(child));
  }
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

function entryOf({ children }: Element): readonly [string, Plain] {
  const [key, value] = children;
  return [key?.text ?? '', value === undefined ? '' : plain(value)];
}

export function readXml(text: string): { readonly name: string; readonly value: Plain } | undefined {
  const element = readElement(text);
  return element === undefined ? undefined : { name: element.name, value: plain(element) };
}
