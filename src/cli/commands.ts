// Every command of the program as data: what it does, how it is called, and how it is loaded when it is wanted.
import type { Call } from './call.ts';

type Run = (call: Call) => number | Promise<number>;

export interface CommandRow {
  readonly usage: string;
  readonly summary: string;
  /** It reads its own arguments: those after its name are left as they are. */
  readonly ownArguments?: true;
  load(): Promise<Run>;
}

export const commandNames = [
  'diagnose',
  'parse',
  'playbook',
  'run',
  'help',
  'version',
  'evaluate',
  'whoami',
  'decode',
  'snapshot',
  'permissions',
  'doctor',
  'config',
  'session',
  'completion',
] as const;
export type CommandName = (typeof commandNames)[number];

export const isCommandName = (word: string): word is CommandName => (commandNames as readonly string[]).includes(word);

export const commands: Readonly<Record<CommandName, CommandRow>> = {
  diagnose: {
    usage: '[diagnose] [TEXT…]',
    summary: 'find out why the call was denied, and what would fix it',
    load: async () => (await import('./diagnose.ts')).runDiagnose,
  },
  parse: {
    usage: 'parse [TEXT…|-]',
    summary: 'show only what the text itself says',
    load: async () => (await import('./parse.ts')).runParse,
  },
  playbook: {
    usage: 'playbook COMMAND',
    summary: 'list, show, write and test playbooks',
    ownArguments: true,
    load: async () => (await import('./playbook.ts')).runPlaybook,
  },
  run: {
    usage: 'run [OPTIONS] -- CMD…',
    summary: 'run a command, pass its streams and exit code through, and say on stderr why it was denied',
    ownArguments: true,
    load: async () => (await import('./run/run.ts')).runCommand,
  },
  help: {
    usage: 'help [COMMAND|TOPIC]',
    summary: 'show help',
    load: async () => (await import('./help/help.ts')).runHelp,
  },
  version: {
    usage: 'version',
    summary: 'show the version',
    load: async () => (await import('./help/help.ts')).runVersion,
  },
  evaluate: {
    usage: 'evaluate --principal ARN --action ACTION --resource ARN',
    summary: 'decide a request by given policies, and say of each statement why it applies or not',
    load: async () => (await import('./evaluate.ts')).runEvaluate,
  },
  whoami: {
    usage: 'whoami',
    summary: 'ask AWS who you are, and show where the credentials and the region come from',
    load: async () => (await import('./live/whoami.ts')).runWhoami,
  },
  decode: {
    usage: 'decode MESSAGE|-',
    summary: 'have AWS decode an encoded authorization message, and diagnose what it says',
    load: async () => (await import('./live/decode.ts')).runDecode,
  },
  snapshot: {
    usage: 'snapshot --out FILE [--redact] [TEXT…|-]',
    summary: 'read the account as --live does, and write what was found into a facts file',
    load: async () => (await import('./live/snapshot.ts')).runSnapshot,
  },
  permissions: {
    usage: 'permissions [--for PURPOSE] [--missing [TEXT…|-]]',
    summary: 'print the IAM policy that reading the account takes; with --missing only what was denied',
    load: async () => (await import('./live/permissions.ts')).runPermissions,
  },
  doctor: {
    usage: 'doctor',
    summary: 'tell what is installed, which playbooks are loaded, replaced, disabled and skipped, and why',
    load: async () => (await import('./setup/doctor.ts')).runDoctor,
  },
  config: {
    usage: 'config [show|path]',
    summary: 'show the configuration that counts here, or where it is kept',
    load: async () => (await import('./setup/config.ts')).runConfig,
  },
  session: {
    usage: 'session [list | show [ID] | resume [ID] | rm ID|--all]',
    summary: 'list what the wizard saved, show it as a report, go on with it, remove it; without ID the last one',
    load: async () => (await import('./session/session.ts')).runSession,
  },
  completion: {
    usage: 'completion bash|zsh|fish',
    summary: 'print the script that completes commands, options and names in your shell',
    load: async () => (await import('./completion/completion.ts')).runCompletion,
  },
};
