// Turns the places of the format and the fact catalogue into JSON Schemas (draft-07) that editors and the validator read.
import { catalogue } from '../../model/catalogue/catalogue.ts';
import type { CatalogueEntry } from '../../model/catalogue/entry.ts';
import { factStatuses } from '../../model/fact.ts';
import { conditionPlaces, places, stepPlaces } from './places.ts';
import { factValueSchema, contentSchema, reference, type JsonSchema } from './content-schema.ts';
import { sessionFile } from './session-schema.ts';
import { placeNames, type Key, type PlaceName } from './shape.ts';

export const schemaNames = ['playbook', 'fragment', 'facts', 'overlay', 'config', 'session'] as const;
export type SchemaName = (typeof schemaNames)[number];

const draft = 'http://json-schema.org/draft-07/schema#';

export function schemaOf(name: SchemaName): JsonSchema {
  if (name === 'facts') return factsFile();
  if (name === 'session') return { $schema: draft, ...sessionFile };
  if (name === 'overlay' || name === 'config') return besideFile(name);
  const used = placeNames.filter((other) => other !== 'playbook' && other !== 'fragment');
  return {
    $schema: draft,
    title: `whydenied: ${places[name].called} (${name}/v1)`,
    ...placeSchema(name),
    definitions: {
      ...Object.fromEntries(used.map((other) => [other, placeSchema(other)])),
      step: stepSchema(),
      condition_: conditionSchema(),
      fact: factNameSchema(),
      facts: factMapSchema(),
      literal: literalSchema(),
      policyTree: policyTreeSchema(),
    },
  };
}

const besideFile = (name: 'overlay' | 'config'): JsonSchema => ({
  $schema: draft,
  title: `whydenied: ${places[name].called} (${name}/v1)`,
  ...placeSchema(name),
  ...(name === 'overlay' ? { definitions: { reference: placeSchema('reference') } } : {}),
});

/** The name of a fact is explained by the fact itself: a description here would hide it in editors. */
const keySchema = ({ content, meaning }: Key): JsonSchema =>
  content.kind === 'factName' ? contentSchema(content) : { description: meaning, ...contentSchema(content) };

function placeSchema(name: PlaceName): JsonSchema {
  const { keys, free } = places[name];
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, keySchema(value)])),
    ...(free === true ? { patternProperties: { '^x-': {} } } : {}),
    required: Object.keys(keys).filter((key) => keys[key]?.required === true),
    additionalProperties: false,
  };
}

/** All keys that may stand in one of several places: editors complete from this list. */
function keysOfAny(names: readonly PlaceName[]): JsonSchema {
  const keys = names.flatMap((name) => Object.entries(places[name].keys));
  return Object.fromEntries(
    keys.map(([key, { content, meaning }]) => [key, content.kind === 'factName' ? {} : { description: meaning }]),
  );
}

function stepSchema(): JsonSchema {
  const branch = (name: PlaceName) => ({
    if: { properties: { type: { const: name } }, required: ['type'] },
    then: reference(name),
  });
  return {
    type: 'object',
    properties: {
      ...keysOfAny([...stepPlaces, 'use']),
      type: { description: 'check, ask or guide.', enum: [...stepPlaces] },
    },
    if: { required: ['use'] },
    then: reference('use'),
    else: { required: ['type'], allOf: stepPlaces.map(branch) },
  };
}

function conditionSchema(): JsonSchema {
  const chain = conditionPlaces.reduceRight<JsonSchema>(
    (rest, name) => ({ if: { required: [name] }, then: reference(name), else: rest }),
    reference('leaf'),
  );
  return { type: 'object', properties: keysOfAny([...conditionPlaces, 'leaf']), ...chain };
}

function factNameSchema(): JsonSchema {
  const names = catalogue.map(({ name, meaning, values }) => ({
    const: name,
    description: values === undefined ? meaning : `${meaning} One of: ${values.join(', ')}.`,
  }));
  const ofSteps = {
    pattern: '^(answers|steps)\\.[a-z0-9-]+$',
    description: 'The answer to an earlier question, or the outcome of an earlier step.',
  };
  return { type: 'string', anyOf: [...names, ofSteps] };
}

function factMapSchema(): JsonSchema {
  const values = catalogue.map((entry) => [entry.name, { description: entry.meaning, ...factValueSchema(entry) }]);
  return { type: 'object', properties: Object.fromEntries(values), additionalProperties: false };
}

function literalSchema(): JsonSchema {
  return {
    if: { type: 'object' },
    then: reference('factValue'),
    else: { type: ['string', 'number', 'boolean', 'array'], items: { type: ['string', 'number', 'boolean'] } },
  };
}

function policyTreeSchema(): JsonSchema {
  const tree = reference('policyTree');
  return { type: ['string', 'number', 'boolean', 'object', 'array'], items: tree, additionalProperties: tree };
}

const statedFact: JsonSchema = {
  type: 'object',
  properties: { status: { enum: [...factStatuses] }, value: {}, source: {}, why: {} },
  required: ['status'],
};

/** Either the fact with its status, or simply its value. */
const factInFile = (entry: CatalogueEntry): JsonSchema => ({
  description: entry.meaning,
  if: { type: 'object', required: ['status'] },
  then: statedFact,
  else: factValueSchema(entry),
});

function factsFile(): JsonSchema {
  const facts = {
    description: 'What is known: each fact with its status and value, or simply its value.',
    type: 'object',
    properties: Object.fromEntries(catalogue.map((entry) => [entry.name, factInFile(entry)])),
    additionalProperties: false,
  };
  return {
    $schema: draft,
    title: 'whydenied: a facts file (whydenied/facts@1)',
    type: 'object',
    properties: {
      schema: { description: 'The format of this file.', const: 'whydenied/facts@1' },
      facts,
      request: { description: 'The denied request: action, resource, principal, context.', type: 'object' },
      policies: { description: 'The policies that bear on the request.', type: 'object' },
      readAt: { description: 'When each kind of policy was read, as ISO 8601.', type: 'object' },
      answers: { description: 'Answers, by step or playbook/step.', type: 'object' },
    },
    required: ['schema', 'facts'],
    additionalProperties: false,
  };
}
