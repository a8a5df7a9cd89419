// Opens the account for reading: the identities to read as, the connection, and a source of facts over both.
import { readFile } from 'node:fs/promises';
import { catalogue } from '../../model/catalogue/catalogue.ts';
import type { Fact, FactSource, Reading } from '../../model/fact.ts';
import { deriveFacts } from '../derive.ts';
import { mergeFacts, valueIn } from '../known.ts';
import { openAccess, type Access, type AccessRole, type AccessSettings } from './credentials/access.ts';
import { chooseCredentials, type Notice } from './credentials/choose.ts';
import { readProfiles, settingOf, type Environment, type Profiles } from './credentials/profiles.ts';
import { openNetwork, type Agents, type Limits } from './network.ts';
import { readCaller } from './read/caller.ts';
import { readDecoded } from './read/decoded.ts';
import type { Desk } from './read/desk.ts';
import { readLayers } from './read/layers.ts';
import { readingOf } from './read/reading.ts';
import { subjectOf } from './read/subject.ts';
import { Reads, type ReadEvent } from './reads.ts';

export interface LiveSettings {
  readonly env: Environment;
  readonly profile?: string;
  readonly organizationProfile?: string;
  readonly resourceProfile?: string;
  readonly region?: string;
  readonly endpointUrl?: string;
  readonly signal?: AbortSignal;
  readonly watch?: (event: ReadEvent) => void;
  readonly limits?: Limits;
  readonly totalMs?: number;
}

export interface Live extends Desk {
  /** What about the surroundings leads one tool astray and not another. */
  readonly notices: readonly Notice[];
  readonly caller: Access;
  readonly source: FactSource;
  close(): void;
}

/** For everything that one diagnosis reads. */
const usualTotal = 20_000;

export async function openLive(settings: LiveSettings): Promise<Live> {
  const { env, limits, totalMs = usualTotal, signal, watch } = settings;
  const profiles = await readProfiles(env);
  const { profile } = chooseCredentials(env, profiles, settings.profile);
  const authorities = await authoritiesFrom(env, profiles, profile);
  const network = await openNetwork({
    env,
    ...(authorities === undefined ? {} : { authorities }),
    ...(limits === undefined ? {} : { limits }),
  });
  const open = (role: AccessRole, name: string | undefined) =>
    openAccess(role, accessSettings(settings, profiles, network.agents, name));
  const caller = open('caller', settings.profile);
  const reads = new Reads({
    ...{ network, totalMs },
    ...(signal === undefined ? {} : { signal }),
    ...(watch === undefined ? {} : { watch }),
  });
  const others: readonly (readonly [AccessRole, string | undefined])[] = [
    ['resource', settings.resourceProfile],
    ['organization', settings.organizationProfile],
  ];
  const accesses = others.flatMap(([role, named]) => (named === undefined ? [] : [open(role, named)]));
  const desk: Desk = { reads, accesses: [caller, ...accesses] };
  const notices = [...caller.choice.notices, ...caller.regionChoice.notices];
  return { ...desk, caller, notices, source: liveSource(desk), close: network.close };
}

const accessSettings = (
  { env, region, endpointUrl }: LiveSettings,
  profiles: Profiles,
  agents: Agents,
  profile: string | undefined,
): AccessSettings => ({
  ...{ env, profiles, agents },
  ...(profile === undefined ? {} : { profile }),
  ...(region === undefined ? {} : { region }),
  ...(endpointUrl === undefined ? {} : { endpointUrl }),
});

/** Further authorities as the AWS CLI takes them; a file that cannot be read fails where it is needed. */
async function authoritiesFrom(env: Environment, profiles: Profiles, profile: string): Promise<string | undefined> {
  const path = env['AWS_CA_BUNDLE'] ?? settingOf(profiles, profile, 'ca_bundle');
  return path === undefined || path === '' ? undefined : readFile(path, 'utf8').catch(() => undefined);
}

const families = /^(?:caller|decoded|policy|decision|identity|trust|target)\./;
const provides = catalogue.map(({ name }) => name).filter((name) => families.test(name));

const liveSource = (desk: Desk): FactSource => ({
  id: 'live',
  provides,
  fetch: (_, known) => fetchLive(desk, known),
});

async function fetchLive(desk: Desk, known: ReadonlyMap<string, Fact>): Promise<Reading> {
  desk.reads.restart();
  const text = valueIn(known, 'error.text');
  const caller = await readCaller(desk);
  if (!caller.some(({ name, status }) => name === 'caller.arn' && status === 'present')) return withoutCaller(caller);
  const decoded = typeof text === 'string' ? await readDecoded(desk, text) : [];
  const first = mergeFacts([...known.values()], [...caller, ...decoded]).facts;
  const subject = subjectOf(mergeFacts([...first.values()], deriveFacts(first)).facts);
  const reading = readingOf(await readLayers(desk, subject), subject);
  return { ...reading, facts: [...caller, ...decoded, ...reading.facts] };
}

/** Without an identity nothing else can be read, and why is the same for all of it. */
function withoutCaller(caller: readonly Fact[]): Reading {
  const [arn] = caller;
  if (arn === undefined) return { facts: [] };
  const names = provides.filter((name) => /^(?:policy|decision)\./.test(name));
  return { facts: [...caller, ...names.map((name) => ({ ...arn, name }))] };
}
