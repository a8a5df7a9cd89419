// Builds HTML so that text can never become markup: strings are escaped, elements are not.
import { pieces } from '../pieces.ts';

export interface Html {
  readonly html: string;
}

export type Child = Html | string;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);

const written = (child: Child): string => (typeof child === 'string' ? escaped(child) : child.html);

type Attributes = Readonly<Record<string, string>>;

const attributesText = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');

export const element = (tag: string, attributes: Attributes, ...children: readonly Child[]): Html => ({
  html: `<${tag}${attributesText(attributes)}>${children.map(written).join('')}</${tag}>`,
});

export const plain = (tag: string, ...children: readonly Child[]): Html => element(tag, {}, ...children);

export const together = (...children: readonly Child[]): Html => ({ html: children.map(written).join('') });

export const nothing: Html = { html: '' };

export const code = (text: string): Html => plain('code', text);

/** A sentence, its technical words as code. */
export const prose = (text: string): Html =>
  together(...pieces(text).map((piece) => (piece.isCode ? code(piece.text) : piece.text)));

/** Longer text keeps its paragraphs. */
export const paragraphs = (text: string): Html =>
  together(
    ...text
      .split(/\n\s*\n/)
      .filter((part) => part.trim() !== '')
      .map((part) => plain('p', prose(part))),
  );

/** It can be longer than the page is wide; with the focus in it, the arrow keys scroll it. */
export const preformatted = (content: Child): Html => element('pre', { tabindex: '0' }, content);

export const block = (text: string): Html => preformatted(code(text.trimEnd()));

export const list = (items: readonly Child[]): Html =>
  items.length === 0 ? nothing : plain('ul', ...items.map((item) => plain('li', item)));

/** The first cell of each row names it. */
export function table(header: readonly string[], rows: readonly (readonly Child[])[]): Html {
  if (rows.length === 0) return nothing;
  const head = plain('tr', ...header.map((name) => element('th', { scope: 'col' }, name)));
  const lines = rows.map(([first = '', ...rest]) =>
    plain('tr', element('th', { scope: 'row' }, first), ...rest.map((cell) => plain('td', cell))),
  );
  return element(
    'div',
    { class: 'wide', tabindex: '0', role: 'group', 'aria-label': header.join(', ') },
    plain('table', plain('thead', head), plain('tbody', ...lines)),
  );
}

/** A link only where the address is a plain one. */
export const link = (title: string, url: string): Html =>
  /^https:\/\/[\w.~:/?#@!$&*+,;=%-]+$/.test(url)
    ? element('a', { href: url, rel: 'noreferrer' }, title)
    : together(title, ' ', code(url));

/** A section with its heading; nothing where it has no content. */
export const section = (heading: Child, content: Html, kind = ''): Html =>
  content.html === '' ? nothing : element('section', kind === '' ? {} : { class: kind }, plain('h2', heading), content);
