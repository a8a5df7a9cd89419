// Writes the JSON Schemas of the file formats into schemas/, from the format's tables and the fact catalogue.
import { mkdirSync, writeFileSync } from 'node:fs';
import { schemaNames, schemaOf } from '../src/playbook/format/json-schema.ts';

const folder = new URL('../schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const name of schemaNames)
  writeFileSync(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schemaOf(name), null, 2)}\n`);
