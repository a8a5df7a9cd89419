// Runs the built program on the text given, or on an example where none is given.
import { existsSync } from 'node:fs';

const example =
  'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/Deploy';

const program = new URL('../dist/bin.js', import.meta.url);
if (!existsSync(program)) await import('./build.mjs');
if (process.argv.length === 2) process.argv.push(example);
await import(program.href);
