// What a saved session holds, and how its file is read: checked against its schema, so that a broken or newer one is told of clearly.
import { InputError } from '../../model/input-error.ts';
import { spotScreens, type Progress, type Spot } from '../../wizard/contract.ts';
import { validatorFor } from '../../playbook/validate/validator.ts';

export const sessionSchema = 'whydenied/session@1';

/** What the flags of the command line said, so far as it bears on the diagnosis. */
export interface GivenThen {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly files: readonly string[];
  readonly policies: readonly string[];
  readonly playbooks: readonly string[];
}

export interface SavedSession {
  readonly schema: typeof sessionSchema;
  readonly id: string;
  readonly version: string;
  readonly started: string;
  readonly saved: string;
  readonly title: string;
  readonly state: 'open' | 'finished';
  readonly causes: Readonly<Record<'confirmed' | 'open' | 'ruledOut', number>>;
  /** Names of the facts that were read from the account. */
  readonly live: readonly string[];
  readonly progress: Progress;
  readonly given: GivenThen;
}

/** Keys that would reach an object's prototype are dropped. */
function parsed(content: string): unknown {
  try {
    return JSON.parse(content, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    return undefined;
  }
}

const schemaIn = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined;

export async function readSaved(content: string, file: string): Promise<SavedSession> {
  const value = parsed(content);
  const remove = 'whydenied session rm with its id removes it';
  if (value === undefined) throw new InputError(`${file} is no whole session: it is not JSON`, remove);
  const schema = schemaIn(value);
  if (schema !== sessionSchema) {
    const isNewer = typeof schema === 'string' && /^whydenied\/session@\d+$/.test(schema);
    const told = isNewer ? `written by a newer version of this program (${schema})` : 'no session of this program';
    throw new InputError(`${file} is ${told}`, `this version reads ${sessionSchema}; ${remove}`);
  }
  const [fault] = (await validatorFor('session'))(value);
  if (fault !== undefined) {
    const place = fault.instancePath === '' ? 'it' : fault.instancePath;
    throw new InputError(`${file} is damaged: ${place} breaks the rule "${fault.keyword}" of the format`, remove);
  }
  return known(value as SavedSession);
}

/** Places this version does not have are left out. */
function known(saved: SavedSession): SavedSession {
  const isKnown = ({ screen }: Spot): boolean => spotScreens.includes(screen);
  return { ...saved, progress: { ...saved.progress, trail: saved.progress.trail.filter(isKnown) } };
}
