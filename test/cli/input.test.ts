// Where the text comes from, and what is answered when it is no text or holds no denial.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { assumeRole, holds, whydenied, type Row } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'whydenied-'));
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const log = file('app.log', `starting\n${assumeRole}\nstopped\n`);
const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(assumeRole, 'utf16le')]);
const found = { code: 0, stdout: ['sts:AssumeRole'], stderr: [] } as const;
const noise = 'nothing of interest happens in this line of the log\n'.repeat(200_000);

const trail = JSON.stringify({
  Records: [
    {
      eventSource: 'sts.amazonaws.com',
      eventName: 'AssumeRole',
      errorCode: 'AccessDenied',
      errorMessage:
        'User: arn:aws:iam::111122223333:user/ci is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/Deploy',
    },
  ],
});

const sources: readonly Row[] = [
  { says: 'as an argument', argv: [assumeRole], ...found },
  { says: 'from stdin', argv: [], stdin: assumeRole, ...found },
  { says: 'from stdin by -', argv: ['-'], stdin: assumeRole, ...found },
  { says: 'from a file', argv: ['--file', log], ...found },
  { says: 'from a file, short', argv: ['-f', log], ...found },
  { says: 'from stdin by --file -', argv: ['--file', '-'], stdin: assumeRole, ...found },
  { says: 'with the argument before stdin', argv: [assumeRole], stdin: 'something else', ...found },
  { says: 'in UTF-16, as PowerShell writes it', argv: ['-f', file('ps.txt', utf16)], ...found },
  { says: 'packed with gzip, as CloudTrail delivers it', argv: ['-f', file('ct.json.gz', gzipSync(trail))], ...found },
  { says: 'packed, from stdin', argv: [], stdin: gzipSync(assumeRole), ...found },
  { says: 'in a log of 10 MB', argv: [], stdin: `${noise}${assumeRole}\n${noise}`, ...found },
  { says: 'in several lines', argv: [], stdin: assumeRole.replace(' is not', '\n is not'), ...found },
];

const refused: readonly Row[] = [
  {
    says: 'a packed file that is cut off',
    argv: ['-f', file('cut.gz', gzipSync(trail).subarray(0, 60))],
    code: 2,
    stdout: [],
    stderr: ['cut.gz is packed, and cannot be unpacked'],
  },
  { says: 'no text at all', argv: [], code: 2, stdout: [], stderr: ['nothing to diagnose', '--help'] },
  { says: 'blank text', argv: [], stdin: ' \n\n', code: 2, stdout: [], stderr: ['nothing to diagnose'] },
  {
    says: 'a binary file',
    argv: ['-f', file('x.bin', new Uint8Array([1, 0, 2, 0]))],
    code: 2,
    stdout: [],
    stderr: ['x.bin is binary'],
  },
  {
    says: 'a file that is not there',
    argv: ['-f', join(folder, 'no.log')],
    code: 2,
    stdout: [],
    stderr: ['no.log', 'no such file'],
  },
  { says: 'a folder', argv: ['-f', folder], code: 2, stdout: [], stderr: ['is a folder'] },
  { says: 'text and file at once', argv: ['-f', log, assumeRole], code: 2, stdout: [], stderr: ['given twice'] },
  { says: 'parse without text', argv: ['parse'], code: 2, stdout: [], stderr: ['nothing to diagnose'] },
];

const prose = 'the build finished without problems';
const nothing: readonly Row[] = [
  { says: 'no denial', argv: [prose], code: 3, stdout: [], stderr: ['No AWS access-denied error'] },
  { says: 'no denial, as JSON', argv: ['--json', prose], code: 3, stdout: ['"denial": null'], stderr: ['No AWS'] },
  { says: 'no denial for parse', argv: ['parse', prose], code: 3, stdout: [], stderr: ['no AWS denial'] },
  { says: 'no denial for parse, as JSON', argv: ['parse', '--json', prose], code: 3, stdout: ['"denials": []'] },
  { says: 'an access error of another system', argv: ['bash: ./deploy.sh: Permission denied'], code: 3, stdout: [] },
];

describe('the text is read', () => it.each(sources)('$says', holds));
describe('the input is refused', () => it.each(refused)('$says', holds));
describe('there is nothing to diagnose in it', () => it.each(nothing)('$says', holds));

it('says what it waits for while stdin stays silent', async () => {
  const { spawn } = await import('node:child_process');
  const { program } = await import('./program.ts');
  const child = spawn(process.execPath, [program]);
  const [reminder] = await new Promise<Buffer[]>((resolve) =>
    child.stderr.once('data', (data: Buffer) => resolve([data])),
  );
  child.kill('SIGINT');
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect({ reminder: String(reminder), code }).toEqual({ reminder: expect.stringContaining('stdin'), code: 130 });
});

it('reads no more than the last 64 MiB, and says so', async () => {
  const large = `${'x'.repeat(66 * 1024 * 1024)}\n${assumeRole}`;
  const outcome = await whydenied(['parse'], { stdin: large });
  expect(outcome).toMatchObject({ code: 0, stderr: expect.stringContaining('64 MiB') as string });
});
