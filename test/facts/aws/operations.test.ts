// What the program may ask of AWS at all: reads only, each of them used, and nothing beside the list.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openNetwork } from '../../../src/facts/aws/network.ts';
import { actionOf, operationNames, reviewed, type OperationName } from '../../../src/facts/aws/operations.ts';
import { resourcePolicyRows } from '../../../src/facts/aws/rows/rows.ts';
import { actionReference } from '../../../src/reference/actions.ts';
import { plainEnv } from './opening.ts';

const reading = ['Read', 'List'];
const levelOf = (name: OperationName) => actionReference(actionOf(name))?.accessLevel;
const folder = join(import.meta.dirname, '../../../src/facts/aws');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));

describe('every operation', () => {
  it.each(operationNames)('%s only reads, by the reference', (name) => {
    if (reviewed[name] !== undefined) return expect(reading).not.toContain(levelOf(name));
    expect(reading).toContain(levelOf(name));
  });

  it('has a place that calls it', () => {
    const rows = new Set<string>(resourcePolicyRows.map(({ call }) => call));
    const text = sources
      .filter(({ file }) => file !== 'operations.ts')
      .map((source) => source.text)
      .join('\n');
    const byKind = ['iam:GetUser', 'iam:GetRole'];
    const idle = operationNames.filter(
      (name) => !rows.has(name) && !byKind.includes(name) && !text.includes(`'${name}'`),
    );
    expect(idle).toEqual([]);
  });
});

describe('the one way out', () => {
  it('refuses what is not on the list', async () => {
    const network = await openNetwork({ env: plainEnv });
    const request = { method: 'POST', url: new URL('http://127.0.0.1:9/'), headers: {}, body: '' };
    const operation = 'iam:DeleteRole' as OperationName;
    expect(() => network.send({ ...request, operation }, AbortSignal.timeout(100))).toThrow('not on the list of reads');
  });

  it('is one file with the agents it connects by, and nothing starts a program', () => {
    const opens = (text: string) =>
      /from '(?:node:)?(?:http|https|http2|net|tls|dgram|undici)'|\bfetch\(['"`]/.test(text);
    const starts = (text: string) => /child_process|\bexec\w*\(['"`]|\bspawn\(/.test(text);
    const named = (holds: (text: string) => boolean) =>
      sources.filter(({ text }) => holds(text)).map(({ file }) => file);
    expect(named(opens)).toEqual(['network.ts', 'proxy.ts']);
    expect(named((text) => text.includes("/proxy.ts'"))).toEqual(['network.ts']);
    expect(named(starts)).toEqual([]);
  });
});
