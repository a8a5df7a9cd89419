// The author's commands by name: what `whydenied playbook …` offers. Each is loaded when it is run.
import type { AuthorCommand, Run } from './command.ts';

const command = (summary: string, usage: string, load: () => Promise<Run>): AuthorCommand => ({
  summary,
  usage: `whydenied playbook ${usage}`,
  run: async (argv, input) => (await load())(argv, input),
});

const chosenBy = '[--service NAME] [--status draft|beta|stable] [--playbooks DIR] [--format text|json]';
const vocabulary = () => import('./commands/vocabulary.ts');

export const commands: Readonly<Record<string, AuthorCommand>> = {
  new: command(
    'start a playbook from an error',
    'new [ID] [--from-error TEXT|-] [--title TEXT] [--family NAME] [--out FILE|-] [--force]',
    async () => (await import('./commands/new.ts')).newPlaybook,
  ),
  validate: command(
    'check playbook files',
    'validate [PATH…] [--strict] [--format text|json|github|sarif]',
    async () => (await import('./commands/validate.ts')).validate,
  ),
  test: command(
    'run the tests inside playbook files',
    'test [PATH…] [-t NAME] [--coverage] [--mutate] [--record [--yes]] [--format text|json|github|sarif]',
    async () => (await import('./commands/test.ts')).test,
  ),
  why: command(
    'show why a playbook matches an error, or why not',
    'why ID|FILE (--error TEXT|- | --test NAME) [--format text|json]',
    async () => (await import('./commands/why.ts')).why,
  ),
  preview: command(
    'show the report a reader gets, with what a test of the file gives',
    'preview ID|FILE [--test NAME] [--md] [--verbose] [--format text|markdown|json]',
    async () => (await import('./commands/preview.ts')).preview,
  ),
  list: command('list the playbooks', `list ${chosenBy}`, async () => (await import('./commands/list.ts')).list),
  search: command(
    'find playbooks by words in their title, summary, services, actions and tags',
    `search WORD… ${chosenBy}`,
    async () => (await import('./commands/list.ts')).search,
  ),
  show: command(
    'show a playbook; as Markdown it is a blank checklist',
    'show ID|FILE [--format text|markdown|json] [--permissions]',
    async () => (await import('./commands/show.ts')).show,
  ),
  facts: command('the facts a playbook may read', 'facts [NAME] [--json]', async () => (await vocabulary()).factPages),
  operators: command(
    'the operators of conditions',
    'operators [NAME] [--json]',
    async () => (await vocabulary()).operatorPages,
  ),
  codes: command(
    'what the codes of messages mean',
    'codes [CODE] [--json]',
    async () => (await vocabulary()).codePages,
  ),
  schema: command(
    'the JSON Schema for editors',
    'schema [playbook|fragment|overlay|config|facts|diagnosis]',
    async () => (await vocabulary()).schemaText,
  ),
  docs: command(
    'write a Markdown page for each playbook',
    'docs --out DIR [PATH…]',
    async () => (await import('./commands/docs.ts')).docs,
  ),
  graph: command(
    'draw the flow of a playbook as a Mermaid chart',
    'graph ID|FILE',
    async () => (await import('./commands/graph.ts')).graph,
  ),
  dev: command(
    'check, test and preview a file; on a terminal after each change of it',
    'dev FILE [--test NAME]',
    async () => (await import('./commands/dev.ts')).dev,
  ),
  fmt: command(
    'lay files out: order of keys, wrapping; comments stay',
    'fmt PATH… [--check]',
    async () => (await import('./commands/fmt.ts')).fmt,
  ),
};
