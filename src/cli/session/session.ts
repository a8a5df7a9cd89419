// The command `session`: lists what the wizard saved, shows one as a report, goes on with one, removes them.
import { InputError } from '../../model/input-error.ts';
import { suggestion } from '../../playbook/validate/nearest.ts';
import { inline } from '../../render/sanitise.ts';
import { has, only, type Call } from '../call.ts';
import { deliver, say } from '../streams.ts';
import { sessionActions, type SessionAction } from './actions.ts';
import { resume, show } from './resume.ts';
import { readSaved, type SavedSession } from './saved-session.ts';
import { fileOf, foundIn, idsIn, latestIn, readContent, removeFrom, sessionsFolder } from './shelf.ts';

const isAction = (word: string): word is SessionAction => (sessionActions as readonly string[]).includes(word);

export async function runSession(call: Call): Promise<number> {
  const [action = 'list', wanted, ...more] = call.words;
  if (!isAction(action))
    throw new InputError(`session ${action} is not known`, suggestion(action, sessionActions, sessionActions.length));
  if (more.length > 0 || (action === 'list' && wanted !== undefined))
    throw new InputError(`session ${action} takes ${action === 'list' ? 'nothing more' : 'one session'}`);
  if (has(call, 'all') && action !== 'rm') throw new InputError('--all belongs to session rm');
  return performers[action](call, wanted);
}

const performers = {
  list,
  show: async (call, wanted) => show(call, await savedSession(wanted)),
  resume: async (call, wanted) => resume(call, await savedSession(wanted)),
  rm: remove,
} as const satisfies Record<SessionAction, (call: Call, wanted: string | undefined) => number | Promise<number>>;

/** The one named, else the one that was saved last. */
async function savedSession(wanted: string | undefined): Promise<SavedSession> {
  const shelf = sessionsFolder(process.env);
  const name = wanted ?? latestIn(shelf);
  if (name === undefined) throw new InputError('No session is saved here', 'the wizard saves one with every run');
  const { folder, id } = foundIn(shelf, name);
  return readSaved(readContent(folder, id), fileOf(folder, id));
}

async function list(call: Call): Promise<number> {
  const folder = sessionsFolder(process.env);
  const ids = idsIn(folder);
  const sessions = folder === undefined ? [] : await Promise.all(ids.map((id) => listed(folder, id)));
  const whole = sessions.filter((session) => session !== undefined);
  const newest = whole.toSorted((one, two) => (one.saved < two.saved ? 1 : -1));
  if (has(call, 'json')) await deliver(JSON.stringify(newest.map(withoutText), undefined, 2), only(call, 'out'));
  else if (newest.length > 0) await deliver(newest.map(line).join('\n'), only(call, 'out'));
  if (ids.length === 0) say('whydenied: no session is saved; the wizard saves one with every run');
  return 0;
}

/** A broken one is told of, and keeps no other from being listed. */
async function listed(folder: string, id: string): Promise<SavedSession | undefined> {
  try {
    return await readSaved(readContent(folder, id), fileOf(folder, id));
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    say(`whydenied: ${error.message}`);
    return undefined;
  }
}

const withoutText = ({ progress: { text, ...progress }, ...session }: SavedSession) => ({
  ...session,
  progress: { ...progress, characters: (text ?? '').length },
});

function line({ id, saved, title, state, causes: { confirmed, open }, live }: SavedSession): string {
  const when = /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(saved) ? `${saved.slice(0, 10)} ${saved.slice(11, 16)}Z` : saved;
  const read = live.length === 0 ? '' : ', read live';
  const standing = `${state}, ${confirmed} confirmed, ${open} open${read}`;
  return [id, when, title === '' ? 'no denial' : title, `(${standing})`].map(inline).join('  ');
}

function remove(call: Call, wanted: string | undefined): number {
  const shelf = sessionsFolder(process.env);
  if (has(call, 'all') === (wanted !== undefined))
    throw new InputError('session rm takes the id of a session, or --all', 'whydenied session list shows the ids');
  const gone = wanted === undefined ? idsIn(shelf) : [foundIn(shelf, wanted).id];
  if (shelf !== undefined) for (const id of gone) removeFrom(shelf, id);
  say(`whydenied: removed ${gone.length === 1 ? `session ${gone[0] ?? ''}` : `${gone.length} sessions`}`);
  return 0;
}
