// Every format is read back into the policy it was made from: by JSON, YAML and HCL parsers, and by a shell.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FixFormat } from '../../../src/render/fix-formats/names.ts';
import { renderFixes } from '../../../src/render/fix-formats/render.ts';
import { policy, words } from './arbitrary.ts';
import { proposing, user } from './fixes.ts';
import { canonical, readHcl, readTemplate, runCommands } from './reading.ts';

const holdsHidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\p{Cf}\p{Co}\p{Cs}]/u;

/** What Terraform or its provider would change. */
const isUnsayable = (document: unknown) => {
  const said = JSON.stringify(document);
  return said.includes('&{') || said.normalize('NFC') !== said;
};

type Check = (written: string, document: Readonly<Record<string, unknown>>, name: string) => void;

const checks: Readonly<Record<FixFormat, Check>> = {
  json: (written, document) => {
    expect(JSON.parse(written)).toEqual(document);
  },
  terraform: (written, document) => {
    if (isUnsayable(document)) expect(written).toBe('');
    else expect(Object.values(readHcl(written))).toEqual([canonical(document)]);
  },
  cloudformation: (written, document, name) => {
    const Properties = { Name: name, Type: 'SERVICE_CONTROL_POLICY', Content: document };
    expect(Object.values(readTemplate(written))).toEqual([{ Type: 'AWS::Organizations::Policy', Properties }]);
  },
  cli: (written, document) => {
    const calls = runCommands(written);
    expect(calls.map(([, verb]) => verb)).toEqual(['get-user-policy', 'put-user-policy']);
    expect(JSON.parse(calls[1]?.at(-1) ?? '')).toEqual(document);
    expect(calls[1]?.slice(0, 4)).toEqual(['iam', 'put-user-policy', '--user-name', 'ci']);
  },
};

const layers = { json: 'resource', terraform: 'resource', cloudformation: 'scp', cli: 'identity' } as const;
const runs = { json: 150, terraform: 150, cloudformation: 150, cli: 25 } as const;

describe('whatever stands in a policy and in its name', () => {
  it.each(Object.keys(checks) as readonly FixFormat[])('%s says it', { timeout: 30_000 }, (format) => {
    const property = fc.property(policy, words, (document, title) => {
      const name = format === 'cli' ? `ci/${title}` : title;
      const proposal = { layer: layers[format], document, name, principal: user };
      const { text, notes } = renderFixes(proposing(proposal), format);
      expect(text).not.toMatch(holdsHidden);
      expect(notes.length).toBe(text === '' ? 1 : 0);
      checks[format](text, document, name);
    });
    fc.assert(property, { numRuns: runs[format] });
  });
});

const withText = (said: string) => ({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: said },
});
const unsaid = [
  ['a dynamic reference', 'cloudformation', withText('{{resolve:secretsmanager:x}}')],
  ['a function', 'cloudformation', { Statement: { Effect: 'Allow', Action: { 'Fn::Sub': 'x' } } }],
  ['an element without a place', 'terraform', { Statement: { Effect: 'Allow', Action: 'a:b', Surprise: 'x' } }],
  ['the other sign of a variable', 'terraform', withText('&{aws:username}')],
] as const;

describe('what cannot be said', () => {
  it.each(unsaid)('%s in %s', (_name, format, document) => {
    const { text: written, notes } = renderFixes(proposing({ layer: 'scp', document }), format);
    expect([written, notes.length]).toEqual(['', 1]);
  });
});
