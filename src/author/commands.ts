// The author's commands by name: what `whydenied playbook …` offers.
import type { AuthorCommand } from './command.ts';
import { test } from './commands/test.ts';
import { validate } from './commands/validate.ts';

export const commands: Readonly<Record<string, AuthorCommand>> = { validate, test };
