// The author's commands: what each says, with which exit code, on good and on bad input.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/author/commands.ts';
import type { AuthorResult } from '../../src/author/command.ts';

const fixture = readFileSync(new URL('../playbook/fixtures/parcel-locker.yaml', import.meta.url), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'author-'));
const error =
  'An error occurred (AccessDenied) when calling the PutItem operation: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/Orders because no identity-based policy allows the dynamodb:PutItem action';

const run = (name: string, ...argv: readonly string[]): Promise<AuthorResult> => {
  const command = commands[name];
  if (command === undefined) throw new Error(`no command ${name}`);
  return command.run(argv, { folder, readStdin: () => Promise.resolve(error), width: 80 });
};

beforeAll(() => {
  mkdirSync(join(folder, 'lockers'));
  writeFileSync(join(folder, 'lockers/parcel-locker.yaml'), fixture);
  mkdirSync(join(folder, 'bad'));
  writeFileSync(join(folder, 'bad/parcel-locker.yaml'), fixture.replace('strength: proves', 'strength: prove'));
  mkdirSync(join(folder, 'failing'));
  writeFileSync(
    join(folder, 'failing/parcel-locker.yaml'),
    fixture.replace('owner-allows: pass, read', 'owner-allows: fail, read'),
  );
  mkdirSync(join(folder, 'empty'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Row = readonly [line: string, code: number, out: string, err: string];

const rows: readonly Row[] = [
  ['validate lockers', 0, '1 file: no mistakes', ''],
  ['validate lockers/parcel-locker.yaml', 0, '1 file: no mistakes', ''],
  ['validate bad', 1, 'did you mean "proves"?', ''],
  ['validate bad', 1, 'parcel-locker.yaml:80:15', ''],
  ['validate bad --json', 1, '"code": "WD204"', ''],
  ['validate bad --format github', 1, '::error file=', ''],
  ['validate bad --format sarif', 1, '"ruleId": "WD204"', ''],
  ['validate empty', 2, '', 'no playbooks found'],
  ['validate nowhere', 2, '', 'no such file or folder'],
  ['validate', 2, '', 'no playbooks found here'],
  ['validate --fromat json', 2, '', 'did you mean --format?'],
  ['validate --format xml', 2, '', 'one of: text, json, github, sarif'],
  ['test lockers', 0, '3 tests: 3 passed, 0 failed', ''],
  ['test lockers -t guardrail', 0, '1 test: 1 passed, 0 failed', ''],
  ['test lockers -t nothing', 2, '', 'no tests found'],
  ['test lockers --coverage', 0, 'parcel-locker: causes 2 of 2', ''],
  ['test lockers --mutate', 0, 'changes noticed', ''],
  ['test failing', 1, 'steps.owner-allows should be fail, found pass', ''],
  ['test failing --json', 1, '"passed": false', ''],
  ['test bad', 1, 'WD204', ''],
  ['list', 0, 'assume-role-denied', ''],
  ['list --json', 0, '"specificity": "exact"', ''],
  ['list --service sts', 0, 'assume-role-denied', ''],
  ['list --playbooks lockers', 0, 'parcel-locker', ''],
  ['list words', 2, '', 'did you mean search?'],
  ['search assume role', 0, 'assume-role-denied', ''],
  ['search', 2, '', 'search for which words?'],
  ['show assume-role-denied', 0, 'Matches when', ''],
  ['show assume-role-denied --format markdown', 0, '- [ ] ', ''],
  ['show assume-role-denied --json', 0, '"id": "assume-role-denied"', ''],
  ['show assume-role-denied --permissions', 0, 'iam:GetRole', ''],
  ['show assume-role-denid', 2, '', 'did you mean "assume-role-denied"?'],
  ['show', 2, '', 'which playbook?'],
  ['show bad/parcel-locker.yaml', 2, '', 'has mistakes'],
  ['why lockers/parcel-locker.yaml --error -', 0, 'match: false', ''],
  ['why lockers/parcel-locker.yaml --test guardrail', 0, 'match: true', ''],
  ['why lockers/parcel-locker.yaml --test guardrail', 0, '(it is "explicitDeny")', ''],
  ['why lockers/parcel-locker.yaml', 2, '', 'why for which error?'],
  ['why lockers/parcel-locker.yaml --error nonsense', 0, 'No denial was recognised', ''],
  ['preview lockers/parcel-locker.yaml --test guardrail', 0, 'A guardrail blocks it', 'with the test "a guardrail"'],
  ['preview lockers/parcel-locker.yaml --md', 0, '- [', ''],
  ['facts', 0, 'caller.arn', ''],
  ['facts caller.kind', 0, 'values: root, user', ''],
  ['facts caller --json', 0, '"name": "caller.arn"', ''],
  ['facts caler.kind', 2, '', 'did you mean "caller.kind"?'],
  ['operators', 0, 'includesText', ''],
  ['operators lke', 2, '', 'did you mean "like"?'],
  ['codes', 0, 'WD503  A value the fact never has', ''],
  ['codes wd402', 0, 'Right:', ''],
  ['codes WD999', 2, '', 'there is no code'],
  ['schema', 0, 'draft-07', ''],
  ['schema facts', 0, 'whydenied/facts@1', ''],
  ['schema car', 2, '', 'one of: playbook'],
  ['graph lockers/parcel-locker.yaml', 0, 'flowchart TD', ''],
  ['docs', 2, '', 'give --out DIR'],
  ['docs --out pages lockers', 0, '3 pages in pages', ''],
  ['new Bad_Id', 2, '', 'lower-case words'],
  ['new --out -', 0, 'format: playbook/v1', ''],
  ['new --from-error nonsense', 2, '', 'no AWS error was recognised'],
];

describe('commands', () => {
  it.each(rows)('%s exits %i', async (line, code, out, err) => {
    const [name = '', ...argv] = line.split(' ');
    const result = await run(name, ...argv);
    expect(result.code, result.out + result.err).toBe(code);
    expect(result.out).toContain(out);
    expect(result.err).toContain(err);
  });
  it('documentation has a page for the playbook, and an index, and the glossary', async () => {
    await run('docs', '--out', 'pages', 'lockers');
    expect(readdirSync(join(folder, 'pages'), { recursive: true }).sort()).toEqual([
      'glossary.md',
      'index.md',
      'lockers',
      'lockers/parcel-locker.md',
    ]);
    expect(readFileSync(join(folder, 'pages/index.md'), 'utf8')).toContain('(lockers/parcel-locker.md)');
  });
});

const errors: readonly (readonly [string, string])[] = [
  ['a stated reason', error],
  [
    'an explicit deny',
    'User: arn:aws:iam::111122223333:user/ci is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::b/k" with an explicit deny in a service control policy',
  ],
  ['no reason', 'An error occurred (AccessDenied) when calling the GetObject operation: Access Denied'],
  [
    'an encoded message',
    'An error occurred (UnauthorizedOperation) when calling the RunInstances operation: You are not authorized to perform this operation. Encoded authorization failure message: abcDEF123-_abcDEF123-_abcDEF123',
  ],
  ['quotes and colons in the text', `Error: "x": 'AccessDenied' ${error}`],
  ['several lines', `Traceback:\n  boom\nbotocore.exceptions.ClientError: ${error}\n`],
];

describe('recording', () => {
  it('shows first, writes when told, and keeps the rest of the file', async () => {
    mkdirSync(join(folder, 'recorded'));
    const file = join(folder, 'recorded/parcel-locker.yaml');
    const text = fixture
      .replace('owner-allows: pass, read', 'owner-allows: fail, read')
      .replace(
        'expect: { also: [unmet-key] }',
        'expect: { also: [unmet-key], steps: { purpose: skipped } } # a comment',
      );
    writeFileSync(file, text);
    expect(await run('test', 'recorded', '--record')).toMatchObject({
      code: 1,
      out: expect.stringContaining('add --yes'),
    });
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(await run('test', 'recorded', '--record', '--yes')).toMatchObject({ code: 0 });
    expect(readFileSync(file, 'utf8')).toContain('# a comment');
    expect(readFileSync(file, 'utf8').slice(0, 2000)).toBe(text.slice(0, 2000));
    expect(await run('test', 'recorded')).toMatchObject({ code: 0, out: '3 tests: 3 passed, 0 failed\n' });
  });
});

describe('a new playbook', () => {
  it.each(errors)('from %s is valid and passes its tests', async (what, text) => {
    const id = what.replaceAll(' ', '-');
    const written = await run('new', id, '--from-error', text, '--out', `fresh/${id}.yaml`);
    expect(written).toMatchObject({ code: 0, out: '' });
    const file = `fresh/${id}.yaml`;
    expect(await run('validate', '--strict', file)).toMatchObject({ code: 0, out: '1 file: no mistakes\n' });
    expect(await run('test', file)).toMatchObject({
      code: 0,
      out: expect.stringContaining('2 tests: 2 passed, 0 failed'),
    });
  });
  it('reads the error from the standard input, and keeps what is there', async () => {
    expect(await run('new', '--from-error', '-')).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder, '.whydenied/playbooks'))).toContain('dynamodb-put-item-denied.yaml');
    expect(await run('new', '--from-error', '-')).toMatchObject({ code: 2 });
  });
});
