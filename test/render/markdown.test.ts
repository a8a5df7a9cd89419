// The Markdown checklist: boxes, commands in blocks, and texts from outside that show as they are.
import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { block, cell, code, link, prose } from '../../src/render/markdown/escape.ts';
import { shownSteps } from '../../src/render/view.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { denial, diagnosis, empty, open, step } from './diagnosis.ts';
import { hostile } from './hostile.ts';
import { diagnosed, names } from './real.ts';

const proses: readonly (readonly [string, string, string])[] = [
  ['a pair of backticks is code', 'Look at `iam:PassRole` now.', 'Look at `iam:PassRole` now.'],
  ['a single backtick is not', 'a ` b', 'a \\` b'],
  ['an ARN is code', 'Role arn:aws:iam::111122223333:role/x.', 'Role `arn:aws:iam::111122223333:role/x`.'],
  ['an action is code', 'Allow s3:GetObject (or s3:*).', 'Allow `s3:GetObject` (or `s3:*`).'],
  ['a word before a colon is a word', 'Not yet: 1.', 'Not yet: 1.'],
  ['a flag is code with its value', 'Add --set a.b=C.', 'Add `--set a.b=C`.'],
  ['a mention becomes code', 'ask @everyone now', 'ask `@everyone` now'],
  ['an address becomes code', 'see https://example.com.', 'see `https://example.com`.'],
  ['a bare address becomes code', 'see www.example.com', 'see `www.example.com`'],
  ['an issue number becomes code', 'fixes #12', 'fixes `#12`'],
  ['mathematics becomes code', 'cost $x$', 'cost `$x$`'],
  ['HTML is text', '<script>', '&lt;script&gt;'],
  ['an entity is text', '&lt;', '&amp;lt;'],
  ['emphasis is text', '*a* _b_ ~c~', '\\*a\\* \\_b\\_ \\~c\\~'],
  ['a link is text', '[a](javascript:b)', '\\[a\\](javascript:b)'],
  ['a heading is text', '# a', '\\# a'],
  ['a list is text', '- a', '\\- a'],
  ['a number with a stop is text', '1. a', '1\\. a'],
  ['lines become one', 'a\n# b', 'a # b'],
];

const codes: readonly (readonly [string, string, string])[] = [
  ['plain', 'a', '`a`'],
  ['a backtick inside', 'a`b', '``a`b``'],
  ['backticks at the ends', '`a`', '`` `a` ``'],
  ['a run of them', 'a``b`c', '```a``b`c```'],
  ['nothing', '', ''],
];

describe('prose', () => {
  it.each(proses)('%s', (_name, text, expected) => expect(prose(text)).toBe(expected));
});

describe('code', () => {
  it.each(codes)('%s', (_name, text, expected) => expect(code(text)).toBe(expected));
  it('a bar ends no cell', () => expect(cell('a | `b|c` \\| d')).toBe('a \\| `b\\|c` \\| d'));
  it('a fence is longer than those inside', () => expect(block('sh', '````')).toEqual(['`````sh', '````', '`````']));
  it('only a plain address is a link', () => {
    expect(link('A page', 'https://docs.aws.amazon.com/IAM/')).toBe('[A page](https://docs.aws.amazon.com/IAM/)');
    expect(link('A page', 'javascript:alert(1)')).toBe('A page `javascript:alert(1)`');
    expect(link('A page', 'https://x/)[y](https://z')).toBe('A page `https://x/)[y](https://z`');
  });
});

const change = (parts: Partial<Diagnosis>): Diagnosis => ({ ...diagnosis, ...parts });
const contents: readonly (readonly [string, Diagnosis, string])[] = [
  ['the title', diagnosis, '# Denied: `s3:GetObject` on reports/may.csv\n'],
  ['the four', diagnosis, '| Who called | `arn:aws:iam::111122223333:user/ci` (message) |'],
  ['what is unknown', diagnosis, '| When | unknown (add `--set error.time=TIME`) |'],
  ['the reason', diagnosis, '| Reason | no identity policy allows it |'],
  ['the cause', diagnosis, '**Cause (confirmed, stated):** No policy allows it'],
  ['an open step', diagnosis, '- [ ] **1. A policy allows it** (S2)'],
  ['its command', diagnosis, '  ```sh\n  aws iam list-users\n  ```'],
  ['its flag', diagnosis, '`--answer reports/policy-allows=pass` or =fail'],
  [
    'a passed step',
    change({ steps: [{ ...step, outcome: 'pass', grade: 'answered' }] }),
    '- [x] **1. A policy allows it** (S2): **pass** (your answer)',
  ],
  [
    'a failed step',
    change({ steps: [{ ...step, outcome: 'fail', onFail: 'Nobody may.' }] }),
    '**fail**\n\n  Nobody may.',
  ],
  [
    'an answered step',
    change({ steps: [{ ...step, type: 'ask', outcome: 'answered', answer: 'shell' }] }),
    ': answered `shell`',
  ],
  ['a possible cause', open, '| 1 | No policy allows it | open | step 1 |'],
  ['a fix', diagnosis, '## Fix: No policy allows it'],
  ['a fix that is only possible', open, '## If it is cause 1: No policy allows it'],
  ['its policy', diagnosis, '```json\n{\n  "Statement": ['],
  ['every layer', diagnosis, '| VPC endpoint policy | unknown | not checked |'],
  ['a reference', diagnosis, '- [Policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html)'],
  ['the error', diagnosis, '```text\nUser: arn:aws:iam'],
  ['the playbooks', diagnosis, '<sub>whydenied 1.2.3 · playbooks `reports`, `other`</sub>'],
  ['credentials', change({ denial: { ...denial, class: 'credentials' } }), 'so no policy change will help.'],
  ['no denial', empty, '# No AWS denial found'],
];

describe('holds', () => {
  it.each(contents)('%s', (_name, data, part) => expect(renderMarkdown(data, { version: '1.2.3' })).toContain(part));
  it.each(names)('%s: each shown step has a box', async (name) => {
    const data = await diagnosed(name);
    expect(renderMarkdown(data).match(/^- \[[ x]\] /gm)).toHaveLength(shownSteps(data).length);
  });
});

/** What is left of a document once code blocks, code spans, escapes and our own tags and links are taken out. */
const outsideCode = (markdown: string) =>
  markdown
    .replace(/^( *)(`{3,})\w*\n[\s\S]*?\n\1\2$/gm, '')
    .replace(/\\[!-/:-@[-`{-~]|(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '')
    .replace(/^<\/?details>$|^<summary>.*<\/summary>$|<\/?sub>/gm, '');

describe('hostile texts', () => {
  const markdown = renderMarkdown(hostile);
  const rest = outsideCode(markdown);
  it('make no HTML, link, mention or address', () => expect(rest).not.toMatch(/<|\]\(|@|:\/\/|www\./));
  it('make no heading and no box', () => expect(rest).not.toMatch(/^# Heading|^- \[x\] done/m));
  it('break no table', () =>
    expect(rest.split('\n').filter((line) => line.startsWith('| ') && !line.endsWith(' |'))).toEqual([]));
  it('hide nothing', () =>
    expect(markdown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u200b]/));
  it('give away no key', () => expect(markdown).not.toContain('AKIAQ3EXAMPLE7ABCDEF'));
});
