// The version of this package.
import { readFileSync } from 'node:fs';

const facts = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');

export const version: string = (JSON.parse(facts) as { version: string }).version;
