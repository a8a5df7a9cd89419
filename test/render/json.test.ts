// The JSON document: follows its schema, lists the model's vocabularies, keeps secrets and terminal commands out.
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { denialClasses, derivableFields, encodedStates, policyTypes, tools } from '../../src/model/denial.ts';
import { proofStates } from '../../src/model/plan.ts';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { evidenceGrades, factOrigins, factStatuses } from '../../src/model/fact.ts';
import { fixKinds, owners, risks, specificities, stepOutcomes, strengths } from '../../src/model/playbook.ts';
import { decisions } from '../../src/model/policy.ts';
import { renderJson } from '../../src/render/json.ts';
import { denial, diagnosis, empty, open } from './diagnosis.ts';
import { hostile } from './hostile.ts';
import { diagnosed, names } from './real.ts';

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly $ref?: string;
}

const file = new URL('../../schemas/diagnosis.schema.json', import.meta.url);
const schema = JSON.parse(readFileSync(file, 'utf8')) as Schema;
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
const faults = (text: string) => (validate(JSON.parse(text)) ? [] : validate.errors);
const read = (data: Diagnosis) => JSON.parse(renderJson(data)) as Record<string, never>;

const blob = 'aB3dE5gH-jK9mN1pQ_'.repeat(20);
const encoded = { ...denial, encodedMessage: blob, encodedState: 'whole' as const, text: `failure message: ${blob}` };
const notAws = { ...denial, class: 'not-aws' as const, text: 'bash: ./run.sh: Permission denied' };

const documents: readonly (readonly [string, Diagnosis])[] = [
  ['a confirmed cause', diagnosis],
  ['an open cause', open],
  ['no denial', empty],
  ['an error that is not from AWS', { ...diagnosis, denial: notAws }],
  ['hostile texts', hostile],
  ['an encoded message', { ...diagnosis, denial: encoded }],
];

describe('follows the schema', () => {
  it.each(documents)('%s', (_name, data) => expect(faults(renderJson(data))).toEqual([]));
  it.each(names)('%s', async (name) => expect(faults(renderJson(await diagnosed(name)))).toEqual([]));
  it('the schema refuses what is misspelt', () =>
    expect(faults(JSON.stringify({ ...read(diagnosis), exhaustedd: true }))).not.toEqual([]));
});

const property = (at: string): Schema => {
  let place: Schema | undefined = { ...schema, properties: { ...schema.properties, ...schema.definitions } };
  for (const name of at.split('.')) place = place?.properties?.[name] ?? place?.items?.properties?.[name];
  return place ?? {};
};

const vocabularies: readonly (readonly [string, readonly unknown[]])[] = [
  ['policyType', policyTypes],
  ['grade', evidenceGrades],
  ['status', factStatuses],
  ['denial.class', denialClasses],
  ['denial.policyType', [...policyTypes, 'unstated']],
  ['denial.encodedState', encodedStates],
  ['denial.tool', tools],
  ['fact.source.origin', factOrigins],
  ['layer.decision', [...decisions, 'unknown']],
  ['step.outcome', stepOutcomes],
  ['cause.strength', strengths],
  ['fix.kind', fixKinds],
  ['fix.owner', owners],
  ['fix.risk', risks],
  ['fix.proven.state', proofStates],
  ['matches.specificity', specificities],
];

describe('the schema', () => {
  it.each(vocabularies)('lists the values of %s', (at, values) => {
    const place = at.startsWith('denial.') ? schema.definitions?.['denial']?.properties?.[at.slice(7)] : property(at);
    expect([...(place?.enum ?? [])].sort()).toEqual([...values].sort());
  });
  it('lists the fields that may be derived', () =>
    expect(schema.definitions?.['denial']?.properties?.['derived']?.items?.enum).toEqual([...derivableFields]));
  it('describes every key', () => expect(undescribed(schema, '')).toEqual([]));
});

const undescribed = (place: Schema, at: string): readonly string[] =>
  Object.entries({ ...place.properties, ...place.definitions }).flatMap(([name, child]) => [
    ...(child.description === undefined && child.$ref === undefined ? [`${at}/${name}`] : []),
    ...undescribed(child, `${at}/${name}`),
    ...(child.items === undefined ? [] : undescribed(child.items, `${at}/${name}[]`)),
  ]);

describe('the document', () => {
  it('says what it is', () => expect(read(diagnosis)['schema']).toBe('whydenied/diagnosis@1'));
  it('tells why a playbook matches in sentences', () =>
    expect(read(diagnosis)['matches']).toMatchObject([{ why: ['The kind of policy AWS names is identity.'] }, {}]));
  it('tells why a layer was not checked', () =>
    expect((read(diagnosis)['layers'] ?? [])[0]).toEqual({
      type: 'identity',
      decision: 'unknown',
      notChecked: 'Not read.',
    }));
  it('tells why a fix is not proven', () =>
    expect(read(diagnosis)['fixes']).toMatchObject([
      { proven: { because: 'Not proven: the policies were not read.' } },
    ]));
  it('gives the first command alone as well', () =>
    expect(read(diagnosis)['fixes']).toMatchObject([
      { change: { command: 'aws iam put-user-policy --user-name ci' } },
    ]));
  it('names the look-alike of a text without an AWS denial', () =>
    expect(read({ ...diagnosis, denial: notAws })).toEqual({
      schema: 'whydenied/diagnosis@1',
      denial: null,
      lookAlike: 'file-system',
    }));
  it('shortens encoded messages', () => expect(renderJson({ ...diagnosis, denial: encoded })).not.toContain(blob));
});

describe('warnings', () => {
  it('tells what to check of a fix', () => {
    const warnings = [{ code: 'sid.repeated', statement: 1, about: ['Read'] }] as const;
    const text = renderJson({ ...diagnosis, fixes: diagnosis.fixes.map((fix) => ({ ...fix, warnings })) });
    expect(faults(text)).toEqual([]);
    expect(JSON.parse(text)).toMatchObject({
      fixes: [{ warnings: [{ because: 'Statement 2: The Sid Read is there twice; a document has each once.' }] }],
    });
  });
});

describe('hostile texts', () => {
  const json = renderJson(hostile);
  it('stand there as escapes, so a terminal obeys none', () =>
    expect(json).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u200b]/));
  it('reach the reader of JSON whole', () =>
    expect(JSON.stringify(read(hostile)['denial'])).toContain('\u202eabc\u200b'));
  it('give away no key', () => expect(json).not.toContain('AKIAQ3EXAMPLE7ABCDEF'));
});
