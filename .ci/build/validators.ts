// Compiles the JSON Schema of a file format to plain code, so that checking a file needs no schema compiler.
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { schemaNames, schemaOf } from '../../src/playbook/format/json-schema.ts';
import { validatorOptions } from '../../src/playbook/validate/validator.ts';

/** The module exports the validator as `check`. */
export function standaloneValidator(wanted: string): string {
  const name = schemaNames.find((known) => known === wanted);
  if (name === undefined) throw new Error(`there is no schema ${wanted}`);
  const schemas = [{ ...schemaOf(name), $id: name }];
  const code = { source: true, esm: true };
  const ajv = new Ajv({ ...validatorOptions, inlineRefs: false, schemas, code });
  return standaloneCode.default(ajv, { check: name });
}
