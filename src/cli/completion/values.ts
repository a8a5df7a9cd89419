// What may stand after an option or after a command: closed lists, and names that are looked up when they are asked for.
import { commands as authorCommands } from '../../author/commands.ts';
import { catalogue } from '../../model/catalogue/catalogue.ts';
import { loadPlaybooks } from '../../playbook/load.ts';
import { fixFormats } from '../../render/fix-formats/names.ts';
import { glossary } from '../../render/glossary.ts';
import { commandNames, type CommandName } from '../commands.ts';
import { topicNames } from '../help/topics.ts';
import type { OptionName } from '../options.ts';
import { sessionActions } from '../session/actions.ts';
import { idsIn, sessionsFolder } from '../session/shelf.ts';
import { surroundings } from '../setup/surroundings.ts';
import { shells } from './scripts.ts';

type Values = () => readonly string[] | Promise<readonly string[]>;

const playbookIds: Values = async () => {
  return (await loadPlaybooks({ around: surroundings() })).playbooks.map(({ id }) => id);
};

const sessionIds: Values = () => idsIn(sessionsFolder(process.env));

const factNames = (): readonly string[] => catalogue.map(({ name }) => name);

const assignments: Values = () => factNames().map((name) => `${name}=`);

const profiles: Values = async () => {
  const { profileNames, readProfiles } = await import('../../facts/aws/credentials/profiles.ts');
  return profileNames(await readProfiles(process.env));
};

const policyKinds: Values = () =>
  ['identity', 'boundary', 'session', 'resource', 'trust', 'scp', 'rcp', 'vpc-endpoint'].map((kind) => `${kind}=`);

const ofOptions: Partial<Record<OptionName, Values>> = {
  format: () => ['text', 'markdown', 'json', 'html'],
  'fix-format': () => fixFormats,
  profile: profiles,
  'org-profile': profiles,
  'resource-profile': profiles,
  set: assignments,
  policy: policyKinds,
  for: () => [
    'caller',
    'decode',
    'identity',
    'boundary',
    'trust',
    'session',
    'organization',
    'vpc-endpoint',
    'resource',
  ],
};

/** An option that takes a file has no list: the shell offers files then. */
export const valuesOf = async (name: OptionName): Promise<readonly string[]> => (await ofOptions[name]?.()) ?? [];

const ofCommands: Partial<Record<CommandName, Values>> = {
  config: () => ['show', 'path'],
  session: () => sessionActions,
  completion: () => shells,
  help: () => {
    const terms = glossary.map(({ term }) => term).filter((term) => !term.includes(' '));
    return [...commandNames, ...topicNames, 'glossary', ...terms];
  },
};

const ofSessionCommands: Readonly<Record<string, Values>> = { show: sessionIds, resume: sessionIds, rm: sessionIds };

const ofPlaybookCommands: Readonly<Record<string, Values>> = {
  show: playbookIds,
  preview: playbookIds,
  why: playbookIds,
  facts: factNames,
};

export async function wordsAfter(command: CommandName, words: readonly string[]): Promise<readonly string[]> {
  const [first] = words;
  if (command === 'playbook') {
    if (first === undefined) return Object.keys(authorCommands);
    return words.length === 1 ? ((await ofPlaybookCommands[first]?.()) ?? []) : [];
  }
  if (command === 'session' && words.length === 1) return (await ofSessionCommands[first ?? '']?.()) ?? [];
  return words.length === 0 ? ((await ofCommands[command]?.()) ?? []) : [];
}
