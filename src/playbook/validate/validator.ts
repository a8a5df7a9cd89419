// Gives the compiled JSON Schema validator of a file format. The build puts precompiled ones in this module's place.
import type { SchemaName } from '../format/json-schema.ts';

/** What a schema found wrong: the place as a JSON pointer, and which rule it breaks. */
export interface SchemaFault {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

export type Validate = (value: unknown) => readonly SchemaFault[];

/** How the validators are compiled, wherever that happens. */
export const validatorOptions = { allErrors: true, strict: false, messages: false } as const;

const compiled = new Map<SchemaName, Validate>();

export async function validatorFor(name: SchemaName): Promise<Validate> {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const [{ Ajv }, { schemaOf }] = await Promise.all([import('ajv'), import('../format/json-schema.ts')]);
  const check = new Ajv(validatorOptions).compile(schemaOf(name));
  const validate: Validate = (value) => (check(value) ? [] : (check.errors ?? []));
  compiled.set(name, validate);
  return validate;
}
