// Whole reports of real diagnoses, as files to be read: after a wanted change run vitest with -u and read the difference.
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { renderText } from '../../src/render/text.ts';
import { diagnosed, names } from './real.ts';

const options = { version: '1.2.3' };

describe('reads as in its file', () => {
  it.each(names)('%s as text', async (name) =>
    expect(renderText(await diagnosed(name), options)).toMatchFileSnapshot(`golden/${name}.txt.golden`),
  );
  it.each(names)('%s as Markdown', async (name) =>
    expect(renderMarkdown(await diagnosed(name), options)).toMatchFileSnapshot(`golden/${name}.md.golden`),
  );
});
