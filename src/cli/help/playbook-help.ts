// Turns the table of the author's commands into the help on `playbook`.
import { commands } from '../../author/commands.ts';
import { table } from './table.ts';

export function playbookHelp(): string {
  const rows = Object.values(commands).map(
    ({ usage, summary }) => [usage.replace('whydenied playbook ', ''), summary] as const,
  );
  return `whydenied playbook COMMAND\n\nCommands\n${table(rows)}`;
}
