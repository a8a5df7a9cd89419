// Hands policy changes on as AWS CLI commands for a POSIX shell: first one that shows the policy as it is, then the one that replaces it. Nobody runs them here.
import { quoted } from '../../playbook/shell.ts';
import { cliRow, type CliRow } from './cli-rows.ts';
import { placeOf, type Proposed } from './proposed.ts';
import { asciiJson, comment } from './texts.ts';
import type { Written } from './written.ts';

const isAlone = ({ layer, isWhole }: Proposed): boolean => isWhole || layer === 'identity' || layer === 'session';

const file = 'file://policy.json';

/** Only a statement is known: putting it in place alone would take away what stands there. */
const toMerge = ({ read, write, key }: CliRow, { document }: Proposed): readonly string[] => [
  comment('The policy as it is:'),
  ...(read === undefined ? [] : [read]),
  comment(`The statement to add to it: ${asciiJson(document['Statement'])}`),
  comment(`Replaces the policy by all of it, saved in a file${key === undefined ? '' : ` as {"${key}": "…"}`}:`),
  write(file),
];

/** What changed meanwhile would be lost. */
function toReplace({ read, write, key }: CliRow, { document }: Proposed): readonly string[] {
  const json = asciiJson(document);
  const change = write(quoted(key === undefined ? json : asciiJson({ [key]: json })));
  if (read === undefined) return [change];
  const now = 'The policy as it is; stop here if it is not the one that this was made from:';
  return [comment(now), read, comment('Replaces the policy:'), change];
}

function commandsFor(change: Proposed): readonly string[] | undefined {
  const row = cliRow(change);
  if (row === undefined) return undefined;
  const { note } = row;
  return [
    comment(`${placeOf(change)}.${note === undefined ? '' : ` ${note}`}`),
    ...(isAlone(change) ? toReplace(row, change) : toMerge(row, change)),
  ];
}

export function asCli(changes: readonly Proposed[]): Written {
  const all = changes.map(commandsFor);
  const unsaid = changes.filter((_one, at) => all[at] === undefined);
  return {
    text: all.flatMap((lines) => (lines === undefined ? [] : [lines.join('\n')])).join('\n\n'),
    notes: unsaid.map(
      (change) =>
        `${placeOf(change)}: no command that replaces it is known here; --fix-format json shows the document.`,
    ),
  };
}
