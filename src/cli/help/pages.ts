// Turns the tables of commands and options into pages of help: examples first, then what there is, in groups.
import { commandNames, commands, type CommandName } from '../commands.ts';
import { optionGroups, optionNames, options, type OptionName, type OptionRow } from '../options.ts';
import { examples } from './short.ts';
import { table } from './table.ts';
import { topicNames } from './topics.ts';

export function overview(): string {
  return [
    'whydenied: from an AWS access-denied error to its cause and to a fix.',
    `Examples\n${examples}`,
    `Usage\n  whydenied [TEXT…] [OPTIONS]\n  whydenied COMMAND …`,
    `Commands\n${table(commandRows())}`,
    optionTables('diagnose'),
    `More\n  whydenied help COMMAND, or help ${topicNames.join(', ')}, glossary [TERM]`,
  ].join('\n\n');
}

export function commandHelp(name: CommandName): string {
  const { usage, summary } = commands[name];
  return [`whydenied ${usage}\n  ${summary}`, optionTables(name)].join('\n\n');
}

const commandRows = () =>
  commandNames.map((name) => commands[name]).map(({ usage, summary }) => [usage, summary] as const);

function optionTables(command: CommandName): string {
  const fitting = optionNames.filter((name) => belongs(options[name], command));
  const groups = optionGroups.map((group) => ({
    group,
    names: fitting.filter((name) => options[name].group === group),
  }));
  return groups
    .filter(({ names }) => names.length > 0)
    .map(({ group, names }) => `${group}\n${table(names.map(optionRow))}`)
    .join('\n\n');
}

const belongs = (row: OptionRow, command: CommandName): boolean =>
  row.commands === 'all' || row.commands.includes(command);

function optionRow(name: OptionName): readonly [string, string] {
  const { short, value, summary, repeatable }: OptionRow = options[name];
  const names = `${short === undefined ? '' : `${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
  return [names, `${summary}${repeatable === true ? ' (repeatable)' : ''}`];
}
