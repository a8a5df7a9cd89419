// Hostile and secret texts, and what of them may be shown.
import { describe, expect, it } from 'vitest';
import { maskSecrets } from '../../src/render/mask.ts';
import { inline, mapTexts, sanitise } from '../../src/render/sanitise.ts';

const shown: readonly (readonly [string, string, string])[] = [
  ['colour', '\u001b[31mdenied\u001b[0m', 'denied'],
  ['cursor movement', 'a\u001b[2J\u001b[1;1Hb', 'ab'],
  ['a C1 control sequence', 'a\u009b31mb', 'ab'],
  ['a link', '\u001b]8;;https://example.com\u001b\\role/x\u001b]8;;\u001b\\', 'role/x'],
  ['a window title', '\u001b]0;owned\u0007x', 'x'],
  ['a clipboard write', '\u001b]52;c;cm0gLXJm\u0007x', 'x'],
  ['an operating system command that does not end', '\u001b]8;;https://example.com', '8;;https://example.com'],
  ['a device control string', 'a\u001bPq#0\u001b\\b', 'ab'],
  ['a reset', '\u001bcx', 'x'],
  ['a lone escape at the end', 'x\u001b', 'x'],
  ['bell and backspace', 'a\u0007b\u0008c', 'abc'],
  ['carriage returns', 'real\rfake\r\nnext', 'real\nfake\nnext'],
  ['a right-to-left override', 'role/\u202enimda', 'role/<U+202E>nimda'],
  ['isolates', '\u2066a\u2069', '<U+2066>a<U+2069>'],
  ['zero width', 'arn:aws:s3:::re\u200bports', 'arn:aws:s3:::re<U+200B>ports'],
  ['a byte order mark', '\ufeffx', '<U+FEFF>x'],
  ['tag characters', 'a\u{e0041}', 'a<U+E0041>'],
  ['half a surrogate pair', 'a\ud83d', 'a<U+D83D>'],
  ['a whole surrogate pair', 'a\u{1f512}', 'a\u{1f512}'],
  ['line separators', 'a\u2028b', 'a\nb'],
  ['letters of every script', 'Zürich 東京', 'Zürich 東京'],
];

const secret = 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dF3hJ5lM7n';
const blob = 'aB3dE5gH-jK9mN1pQ_'.repeat(20);

const masked: readonly (readonly [string, string, string])[] = [
  ['a long-term key id', 'key AKIAQ3EXAMPLE7ABCDEF used', 'key AKIA…CDEF used'],
  ['a temporary key id', 'ASIAQ3EXAMPLE7ABCDEF', 'ASIA…CDEF'],
  ['a unique id is no secret', 'AROAQ3EXAMPLE7ABCDEF:ci', 'AROAQ3EXAMPLE7ABCDEF:ci'],
  ['a secret key in a variable', 'AWS_SECRET_ACCESS_KEY=short/secret', 'AWS_SECRET_ACCESS_KEY=(hidden)'],
  ['a secret key in JSON', '"SecretAccessKey": "abc+/d"', '"SecretAccessKey": "(hidden)"'],
  ['a secret key in XML', '<SecretAccessKey>abc</SecretAccessKey>', '<SecretAccessKey>(hidden)</SecretAccessKey>'],
  ['a bare secret key', `secret ${secret} here`, 'secret (hidden) here'],
  [
    'a path of forty characters',
    'reports/Year2026/Month11/Team7/Summary01',
    'reports/Year2026/Month11/Team7/Summary01',
  ],
  ['a commit', 'da39a3ee5e6b4b0d3255bfef95601890afd80709', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
  ['a session token', 'aws_session_token = IQoJabc', 'aws_session_token = (hidden)'],
  ['a bare session token', `IQoJ${'b3Jp'.repeat(30)}`, '(hidden)'],
  ['a signed address', 'https://b/k?X-Amz-Signature=0a1b2c&x=1', 'https://b/k?X-Amz-Signature=(hidden)&x=1'],
  ['a token in an address', 'X-Amz-Security-Token=IQo%2FJb&x=1', 'X-Amz-Security-Token=(hidden)&x=1'],
  [
    'a signed header',
    'Authorization: AWS4-HMAC-SHA256 Credential=AKIAQ3EXAMPLE7ABCDEF/20261123/x, Signature=0123456789abcdef',
    'Authorization: AWS4-HMAC-SHA256 Credential=AKIA…CDEF/20261123/x, Signature=(hidden)',
  ],
  ['a bearer', 'Authorization: Bearer abc.def', 'Authorization: Bearer (hidden)'],
  ['an encoded message', `failure message: ${blob}`, 'failure message: aB3dE5gH…1pQ_ (360 characters)'],
  ['AWS speaking of a token', 'The security token included is invalid', 'The security token included is invalid'],
];

describe('sanitise', () => {
  it.each(shown)('%s', (_name, text, expected) => expect(sanitise(text)).toBe(expected));
  it('inline makes one line', () => expect(inline(' a\r\n b\tc ')).toBe('a b c'));
  it('takes linear time', () => {
    const started = performance.now();
    for (const unit of ['\u001b]', '\u009d', '\u001b[', '<', 'A/', 'AKIA', 'IQoJ', 'aws_', '\u202e'])
      sanitise(unit.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});

describe('mask', () => {
  it.each(masked)('%s', (_name, text, expected) => expect(maskSecrets(text)).toBe(expected));
});

describe('mapTexts', () => {
  const loud = (text: string) => text.toUpperCase();
  it('changes values and keys at any depth', () =>
    expect(mapTexts({ a: ['b', { c: 1, d: null }] }, loud)).toEqual({ A: ['B', { C: 1, D: null }] }));
  it('keeps prototype keys as data', () => {
    const data = JSON.parse('{"__proto__": "x"}') as Record<string, unknown>;
    expect(JSON.stringify(mapTexts(data, (text) => text))).toBe('{"__proto__":"x"}');
  });
  it('cuts what is nested beyond reason', () => {
    let deep: unknown = 'end';
    for (let level = 0; level < 20_000; level++) deep = [deep];
    expect(JSON.stringify(mapTexts(deep, loud))).toContain('…');
  });
});
