// Copies a text: by the program of the desktop where one is there, else by asking the terminal (OSC 52), which reaches through ssh.
import { spawn } from 'node:child_process';
import type { WriteStream } from 'node:tty';
import type { Copied } from '../../wizard/state/wizard-state.ts';

interface ClipboardProgram {
  readonly name: string;
  readonly words: readonly string[];
  readonly encoding: BufferEncoding;
  isAtHome(env: NodeJS.ProcessEnv): boolean;
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';

/** Each is started by its name alone, without a shell, and gets the text on its standard input. */
const programs: readonly ClipboardProgram[] = [
  { name: 'pbcopy', words: [], encoding: 'utf8', isAtHome: () => process.platform === 'darwin' },
  { name: 'wl-copy', words: [], encoding: 'utf8', isAtHome: (env) => isSet(env['WAYLAND_DISPLAY']) },
  {
    name: 'xclip',
    words: ['-selection', 'clipboard'],
    encoding: 'utf8',
    isAtHome: (env) => isSet(env['DISPLAY']),
  },
  {
    name: 'clip.exe',
    words: [],
    encoding: 'utf16le',
    isAtHome: (env) => process.platform === 'win32' || isSet(env['WSL_DISTRO_NAME']),
  },
];

/** Over ssh the programs would copy on a machine that nobody sits at. */
const isRemote = (env: NodeJS.ProcessEnv): boolean => isSet(env['SSH_CONNECTION']) || isSet(env['SSH_TTY']);

/** A program that hangs is none. */
const patience = 2_000;

/** xclip and wl-copy leave a process behind that serves the text, so their end is awaited, not that of their streams. */
function given({ name, words, encoding }: ClipboardProgram, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    const program = spawn(name, words, { stdio: ['pipe', 'ignore', 'ignore'], timeout: patience });
    program.on('error', () => {
      resolve(false);
    });
    program.on('exit', (code) => {
      resolve(code === 0);
    });
    program.stdin.on('error', () => undefined);
    program.stdin.end(Buffer.from(encoding === 'utf16le' ? `\ufeff${text}` : text, encoding));
  });
}

/** What terminals take at most, in bytes. */
const mostForTerminals = 74_994;

export async function copyText(text: string, terminal: Pick<WriteStream, 'write'>, env = process.env): Promise<Copied> {
  const here = isRemote(env) ? [] : programs.filter((program) => program.isAtHome(env));
  for (const program of here) if (await given(program, text)) return 'clipboard';
  const bytes = Buffer.from(text);
  if (bytes.length > mostForTerminals) return 'nowhere';
  terminal.write(`\u001b]52;c;${bytes.toString('base64')}\u0007`);
  return 'terminal';
}
