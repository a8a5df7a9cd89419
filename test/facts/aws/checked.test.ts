// The committed result of check-operations.py speaks of the operations as they are now, and finds no fault with any.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { operationNames } from '../../../src/facts/aws/operations.ts';
import { wireOf } from './print-operations.ts';

/** Newer than any botocore that could be had; written after its own documentation. */
const byDocumentation: readonly string[] = ['iam-toolbox:GetRequestAuthorizationPolicy'];
const verdictOf = (name: string): string =>
  byDocumentation.includes(name) ? 'this botocore does not know it' : 'as in the model';

const lines = readFileSync(new URL('operations-checked.txt', import.meta.url), 'utf8').split('\n');

it.each(operationNames)('%s is as in the service model', (name) => {
  const digest = createHash('sha256')
    .update(JSON.stringify(wireOf(name)))
    .digest('hex')
    .slice(0, 12);
  expect(lines).toContain(`${name} ${digest}: ${verdictOf(name)}`);
});
