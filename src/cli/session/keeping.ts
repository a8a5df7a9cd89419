// Saves a run of the wizard after each step of it, unless that was switched off, and says at the end how to go on.
import { join, resolve } from 'node:path';
import { findPlaces } from '../../playbook/packs/places.ts';
import { readConfig } from '../../playbook/packs/config.ts';
import { hideSecrets } from '../../render/mask.ts';
import { mapTexts } from '../../render/sanitise.ts';
import type { Kept, Progress } from '../../wizard/contract.ts';
import { all, has, type Call } from '../call.ts';
import { reasonOf } from '../file-reasons.ts';
import { surroundings } from '../setup/surroundings.ts';
import { sessionSchema, type GivenThen, type SavedSession } from './saved-session.ts';
import { newId, sessionsFolder, tidy, writeContent } from './shelf.ts';
import { summaryOf } from './summary.ts';

export interface Keeper {
  keep(kept: Kept): void;
  /** How to go on, or why that is not possible; nothing where there is nothing to say. */
  words(): string | undefined;
}

/** A larger text would be written again with every step. */
const largest = 1024 * 1024;

/** Undefined where nothing is to be saved. */
export async function keeperFor(
  call: Call,
  facts: Readonly<Record<string, unknown>>,
  resumed?: SavedSession,
): Promise<Keeper | undefined> {
  const folder = sessionsFolder(process.env);
  if (folder === undefined || has(call, 'no-save') || (await isSwitchedOff())) return undefined;
  const now = new Date();
  const { id = newId(now), started = now.toISOString(), live = [] } = resumed ?? {};
  const begun: Begun = { schema: sessionSchema, id, version: call.version, started, live, given: givenTo(call, facts) };
  return keeperIn(folder, begun);
}

async function isSwitchedOff(): Promise<boolean> {
  const { user, project } = findPlaces(surroundings());
  const files = [user, project].flatMap((folder) => (folder === undefined ? [] : [join(folder, 'config.yaml')]));
  const configs = await Promise.all(files.map(readConfig));
  return configs.some((config) => config?.config.save_sessions === false);
}

/** Paths hold wherever it goes on. */
function givenTo(call: Call, facts: Readonly<Record<string, unknown>>): GivenThen {
  const paths = (name: 'facts' | 'playbooks') => all(call, name).map((path) => resolve(path));
  const policy = (flag: string): string => {
    const split = flag.indexOf('=') + 1;
    return flag.slice(0, split) + resolve(flag.slice(split));
  };
  return { facts, files: paths('facts'), policies: all(call, 'policy').map(policy), playbooks: paths('playbooks') };
}

type Begun = Pick<SavedSession, 'schema' | 'id' | 'version' | 'started' | 'live' | 'given'>;

type State =
  { readonly is: 'nothing' | 'saved' | 'finished' | 'large' } | { readonly is: 'failed'; readonly why: string };

function keeperIn(folder: string, begun: Begun): Keeper {
  const contentOf = contents(begun);
  let state: State = { is: 'nothing' };
  const keep = (kept: Kept): void => {
    const isFirst = state.is === 'nothing';
    try {
      state = { is: (kept.progress.text ?? '').length > largest ? 'large' : kept.exit === 0 ? 'finished' : 'saved' };
      if (state.is === 'large') return;
      writeContent(folder, begun.id, contentOf(kept));
      if (isFirst) tidy(folder, begun.id, new Date());
    } catch (error) {
      state = { is: 'failed', why: reasonOf(error) };
    }
  };
  return { keep, words: () => wordsOf(state, begun.id) };
}

/** The secrets of a text are masked once for all its steps. */
function contents(begun: Begun): (kept: Kept) => string {
  let last: { readonly text: string; readonly masked: string } | undefined;
  const masked = (text: string): string => {
    if (last?.text !== text) last = { text, masked: hideSecrets(text) };
    return last.masked;
  };
  return ({ progress: { text, ...rest }, diagnosis, exit }) => {
    const session: Omit<SavedSession, 'progress'> = {
      ...begun,
      saved: new Date().toISOString(),
      state: exit === 0 ? 'finished' : 'open',
      ...summaryOf(diagnosis, begun.live),
    };
    const progress: Progress = {
      ...(text === undefined ? {} : { text: masked(text) }),
      ...mapTexts(rest, hideSecrets),
    };
    return `${JSON.stringify({ ...mapTexts(session, hideSecrets), progress }, undefined, 2)}\n`;
  };
}

function wordsOf(state: State, id: string): string | undefined {
  switch (state.is) {
    case 'nothing':
      return undefined;
    case 'saved':
      return `whydenied: saved; go on with: whydenied session resume ${id}`;
    case 'finished':
      return `whydenied: saved as session ${id}; "whydenied session resume ${id}" goes back to it`;
    case 'large':
      return 'whydenied: the session is not saved, because its text is larger than 1 MiB';
    case 'failed':
      return `whydenied: the session could not be saved: ${state.why}`;
  }
}
