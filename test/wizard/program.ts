// Runs the program in a real pseudo-terminal: built where the build is newer than the source, else from source.
import { spawn, type IPty } from '@lydell/node-pty';
import { existsSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { quoted } from '../../src/playbook/shell.ts';
import { pause, Screen } from './screen.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = join(root, 'dist/bin.js');
const loader = join(root, 'node_modules/tsx/dist/loader.mjs');

/** Sessions are saved beside those of nobody. */
const state = mkdtempSync(join(tmpdir(), 'whydenied-state-'));

const changedAt = (path: string): number => statSync(path).mtimeMs;

const sources = (): readonly string[] =>
  ['src', 'playbooks'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(root, room, file)),
  );

const isBuilt = (): boolean => existsSync(built) && sources().every((file) => changedAt(file) <= changedAt(built));

export const command: readonly string[] = isBuilt()
  ? [process.execPath, built]
  : [process.execPath, '--import', loader, join(root, 'src/cli/bin.ts')];

const unattended =
  /^(CI|CONTINUOUS_INTEGRATION|BUILD_NUMBER|RUN_ID|CI_.*|NO_COLOR|FORCE_COLOR|COLUMNS|WHYDENIED_.*|LC_.*)$/;

const environment = (more: Readonly<Record<string, string>>): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || unattended.test(name) ? [] : [[name, value]],
    ),
  ),
  TERM: 'xterm-256color',
  LANG: 'C.UTF-8',
  TSX_TSCONFIG_PATH: join(root, 'tsconfig.json'),
  XDG_STATE_HOME: state,
  ...more,
});

export interface Setting {
  readonly cwd: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

export class Program {
  readonly screen: Screen;
  readonly ended: Promise<number>;
  /** Every byte the terminal was sent. */
  written = '';
  readonly #pty: IPty;

  /** `line` is a line for a shell, with `whydenied` standing for the program. */
  constructor(line: string, { cwd, columns = 80, rows = 24, env = {} }: Setting) {
    this.screen = new Screen(columns, rows);
    const whydenied = `whydenied() { ${command.map(quoted).join(' ')} "$@"; }`;
    this.#pty = spawn('/bin/sh', ['-c', `${whydenied}\n${line}`], { cwd, cols: columns, rows, env: environment(env) });
    this.#pty.onData((data) => {
      this.written += data;
      this.screen.write(data);
    });
    this.ended = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode }) => {
        resolve(exitCode);
      });
    });
  }

  async type(...pieces: readonly string[]): Promise<void> {
    for (const piece of pieces) {
      this.#pty.write(piece);
      await pause(10);
    }
  }

  resize(columns: number, rows: number): void {
    this.screen.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }
}
