// What an author's command is: words in, text for both streams and an exit code out.

export interface AuthorInput {
  /** Reads all of the standard input, for `-`. */
  readonly readStdin?: () => Promise<string>;
  /** Columns of the terminal; 80 when left out. */
  readonly width?: number;
  /** Where relative paths start; the current folder when left out. */
  readonly folder?: string;
  /** Where the person keeps packs and configuration; nowhere when left out. */
  readonly userFolder?: string;
  /** Present on a terminal: shows a screen in the place of the one before, until the signal. */
  readonly live?: { readonly show: (text: string) => Promise<void>; readonly signal?: AbortSignal };
  /** Present on a terminal: somebody can be asked. */
  readonly prompts?: Prompts;
}

/** Opens the dialogue for as long as the questions take. */
export type Prompts = <Answers>(questions: (dialogue: Dialogue) => Promise<Answers>) => Promise<Answers>;

export interface Dialogue {
  /** One line; an empty answer is the preset. */
  readonly line: (question: string, preset: string) => Promise<string>;
  /** Several lines, up to an empty one. */
  readonly text: (question: string) => Promise<string>;
}

export interface AuthorResult {
  readonly out: string;
  readonly err: string;
  /** 0 well, 1 something was found wrong, 2 could not run. */
  readonly code: number;
}

export type Run = (argv: readonly string[], input?: AuthorInput) => Promise<AuthorResult>;

export interface AuthorCommand {
  readonly summary: string;
  readonly usage: string;
  readonly run: Run;
}

export const said = (out: string, code = 0, err = ''): AuthorResult => ({ out, err, code });
export const refused = (err: string): AuthorResult => ({ out: '', err, code: 2 });
