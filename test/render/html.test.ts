// The page for the browser: whole without a script, nothing in it can be fetched or run, and it says what the Markdown checklist says.
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/render/html.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { diagnosis } from './diagnosis.ts';
import { hostile } from './hostile.ts';
import { diagnosed, names } from './real.ts';

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** What a reader sees of the body. */
const seen = (html: string): string =>
  html
    .slice(html.indexOf('<body>'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_all, name: string) => entities[name] ?? '');

const wordsOf = (text: string): readonly string[] => text.match(/[A-Za-z]{4,}/g) ?? [];
const tags = (html: string): readonly string[] => [...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag = '']) => tag);

/** Opening tags: a > inside a text is always written as an entity. */
const opened = (html: string): readonly string[] => html.match(/<[a-z][^>]*>/g) ?? [];

const known =
  'html head meta title style body main h1 h2 h3 h4 p small dl dt dd section article ul ol li strong span code pre a table thead tbody tr th td div details summary ins del footer';

describe('the page', () => {
  const page = renderHtml(hostile, { version: '1.2.3' });
  it('holds only the elements that it is made of, whatever the texts say', () =>
    expect(tags(page).filter((tag) => !known.split(' ').includes(tag))).toEqual([]));
  it('has no attribute but those it is made with', () => {
    const attributes = opened(page).flatMap((tag) => [...tag.matchAll(/\s([a-z-]+)="[^"]*"/g)].map(([, name]) => name));
    expect(
      attributes.filter(
        (name) =>
          !'class scope href rel lang charset http-equiv content name tabindex role aria-label'
            .split(' ')
            .includes(name ?? ''),
      ),
    ).toEqual([]);
  });
  it('closes what it opens', () => {
    const count = (pattern: RegExp) => page.match(pattern)?.length ?? 0;
    expect(count(/<(?!\/|!|meta)[a-z]/g)).toBe(count(/<\//g));
  });
  it('gives away no key', () => expect(page).not.toContain('AKIAQ3EXAMPLE7ABCDEF'));
  it('refers to nothing outside but by links, and has nothing that runs', () => {
    const addresses = opened(page).flatMap((tag) => /\shref="([^"]*)"/.exec(tag)?.[1] ?? []);
    expect(addresses.filter((address) => !address.startsWith('https://'))).toEqual([]);
    expect(page.slice(page.indexOf('<style>'), page.indexOf('</style>'))).not.toMatch(/url\(|@import/);
  });
  it('knows a text without a denial', () =>
    expect(renderHtml({ ...diagnosis, denial: null })).toContain('No AWS denial found'));
});

describe('says every word of the Markdown checklist', () => {
  it.each(names)('%s', async (name) => {
    const one = await diagnosed(name);
    const words = new Set(wordsOf(seen(renderHtml(one))));
    const markup = /^```.*$|<[^>]*>|\]\(https:[^)]*\)/gm;
    const missing = wordsOf(renderMarkdown(one).replace(markup, ' ')).filter((word) => !words.has(word));
    expect([...new Set(missing)]).toEqual([]);
  });
});
