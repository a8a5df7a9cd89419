// The page in a real browser, scripts off: it fetches nothing, is accessible in light and dark, and stays inside a narrow window. Skipped where there is no Chromium.
import { existsSync, readFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderHtml } from '../../src/render/html.ts';
import { hostile } from './hostile.ts';
import { diagnosed } from './real.ts';

const program = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
if (program === undefined) process.stdout.write('no Chromium here: the page is not looked at in a browser\n');

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'whydenied-page-'));
const pages = {
  hostile: renderHtml(hostile),
  open: renderHtml(await diagnosed('b-assume-role')),
  confirmed: renderHtml(await diagnosed('b-not-trusted')),
};
let browser: Browser;

async function opened(name: keyof typeof pages, colorScheme: 'light' | 'dark', width = 900) {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const file = join(folder, `${name}.html`);
  writeFileSync(file, pages[name]);
  await page.goto(`file://${file}`);
  return { page, asked, file };
}

const violations = async (page: Page): Promise<readonly string[]> => {
  await page.evaluate(axe);
  const found = await page.evaluate<readonly { readonly id: string; readonly help: string }[]>(
    'axe.run().then(({ violations }) => violations.map(({ id, help }) => ({ id, help })))',
  );
  return found.map(({ id, help }) => `${id}: ${help}`);
};

/** How many of the fixes that are folded away on the screen stay so when printed. */
async function hiddenOnPaper(): Promise<number> {
  const { page } = await opened('open', 'light');
  await page.emulateMedia({ media: 'print' });
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  return page.evaluate<number>(
    '[...document.querySelectorAll("details > article")].filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length',
  );
}

const cases = (Object.keys(pages) as readonly (keyof typeof pages)[]).flatMap((name) =>
  (['light', 'dark'] as const).map((scheme) => [name, scheme] as const),
);

describe.skipIf(program === undefined)('in a browser', () => {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: program ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
    });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });
  it.each(cases)('%s, %s: asks for nothing but itself, and breaks no rule of accessibility', async (name, scheme) => {
    const { page, asked, file } = await opened(name, scheme);
    expect(await violations(page)).toEqual([]);
    expect(asked).toEqual([`file://${file}`]);
  });
  it.each(['open', 'confirmed'] as const)('%s: does not scroll sideways in a window of 360 pixels', async (name) => {
    const { page } = await opened(name, 'light', 360);
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(360);
  });
  it('hides nothing on paper', async () => expect(await hiddenOnPaper()).toBe(0));
});
