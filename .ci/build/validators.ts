// Compiles the JSON Schema of a file format to plain code, so that checking a file needs no schema compiler.
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import type { JsonSchema } from '../../src/playbook/format/content-schema.ts';
import { schemaNames, schemaOf } from '../../src/playbook/format/json-schema.ts';
import { validatorOptions } from '../../src/playbook/validate/validator.ts';

/** The module exports the validator as `check`. */
export function standaloneValidator(wanted: string): string {
  const name = schemaNames.find((known) => known === wanted);
  if (name === undefined) throw new Error(`there is no schema ${wanted}`);
  const schemas = [{ ...slim(schemaOf(name)), $id: name }];
  const code = { source: true, esm: true };
  const ajv = new Ajv({ ...validatorOptions, inlineRefs: false, loopEnum: 8, schemas, code });
  return standaloneCode.default(ajv, { check: name });
}

/** What is there for editors would only make the code larger: descriptions, and names that are listed one by one to carry them. */
function slim(schema: JsonSchema): JsonSchema {
  const entries = Object.entries(schema).map(([key, value]) => [key, slimPart(value)] as const);
  return joined(
    Object.fromEntries(entries.filter(([key, value]) => key !== 'description' || typeof value !== 'string')),
  );
}

function slimPart(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(slimPart);
  return typeof part === 'object' && part !== null ? slim(part as JsonSchema) : part;
}

function joined(schema: JsonSchema): JsonSchema {
  const { anyOf } = schema;
  if (!Array.isArray(anyOf)) return schema;
  const isName = (one: JsonSchema): boolean => 'const' in one;
  const names = (anyOf as readonly JsonSchema[]).filter(isName).map((one) => one['const']);
  const rest = (anyOf as readonly JsonSchema[]).filter((one) => !isName(one));
  return { ...schema, anyOf: [{ enum: names }, ...rest] };
}
