// The author's commands by name: what `whydenied playbook …` offers.
import type { AuthorCommand } from './command.ts';
import { docs } from './commands/docs.ts';
import { graph } from './commands/graph.ts';
import { list, search } from './commands/list.ts';
import { newCommand } from './commands/new.ts';
import { preview } from './commands/preview.ts';
import { show } from './commands/show.ts';
import { test } from './commands/test.ts';
import { validate } from './commands/validate.ts';
import { codesCommand, facts, operatorsCommand, schema } from './commands/vocabulary.ts';
import { why } from './commands/why.ts';

export const commands: Readonly<Record<string, AuthorCommand>> = {
  new: newCommand,
  validate,
  test,
  why,
  preview,
  list,
  search,
  show,
  facts,
  operators: operatorsCommand,
  codes: codesCommand,
  schema,
  docs,
  graph,
};
