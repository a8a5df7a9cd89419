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
import { readAuthorization, type AuthorizationRead } from './read/facts/authorization.ts';
import { readBucket } from './read/facts/bucket.ts';
import { readCaller } from './read/facts/caller.ts';
import { readDecoded } from './read/facts/decoded.ts';
import type { Desk } from './read/desk.ts';
import { readKey } from './read/facts/key.ts';
import { readLayers, readOwned, withCaptured } from './read/layers/layers.ts';
import { readingOf } from './read/reading.ts';
import { subjectOf, type Subject } from './read/subject.ts';
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

const families = /^(?:caller|decoded|policy|decision|identity|trust|target|key|bucket)\./;
const provides = catalogue.map(({ name }) => name).filter((name) => families.test(name));

const liveSource = (desk: Desk): FactSource => ({
  id: 'live',
  provides,
  fetch: (names, known) => fetchLive(desk, names, known),
});

async function fetchLive(desk: Desk, names: readonly string[], known: ReadonlyMap<string, Fact>): Promise<Reading> {
  desk.reads.restart();
  const text = valueIn(known, 'error.text');
  const caller = await readCaller(desk);
  if (!caller.some(({ name, status }) => name === 'caller.arn' && status === 'present')) return withoutCaller(caller);
  const [decoded, authorization] = await Promise.all([
    typeof text === 'string' ? readDecoded(desk, text) : [],
    readAuthorization(desk, known),
  ]);
  const told = [...caller, ...authorization.facts, ...decoded];
  const first = mergeFacts([...known.values()], told).facts;
  const subject = subjectOf(mergeFacts([...first.values()], deriveFacts(first)).facts);
  const reading = await readAround(desk, subject, names, authorization);
  return { ...reading, facts: distinct([...told, ...reading.facts]) };
}

/** The layers, with those that AWS captured with the request as they were then, and the key and bucket behind the resource. */
async function readAround(
  desk: Desk,
  subject: Subject,
  names: readonly string[],
  { layers, request }: AuthorizationRead,
): Promise<Reading> {
  const { ownerId = subject.ownerId } = await readOwned(desk, subject);
  const owned = { ...subject, ...(ownerId === undefined ? {} : { ownerId }) };
  const [now, key, bucket] = await Promise.all([
    readLayers(desk, subject),
    readKey(desk, owned, names),
    readBucket(desk, owned, names),
  ]);
  const reading = readingOf(withCaptured(now, layers), subject);
  const asked = { ...reading.request, ...request };
  return {
    ...reading,
    facts: [...reading.facts, ...key, ...bucket],
    ...(Object.keys(asked).length === 0 ? {} : { request: asked }),
  };
}

/** Of two facts of one name the one that is known, else the first. */
function distinct(facts: readonly Fact[]): readonly Fact[] {
  return [...mergeFacts(facts).facts.values()];
}

/** Without an identity nothing else can be read, and why is the same for all of it. */
function withoutCaller(caller: readonly Fact[]): Reading {
  const [arn] = caller;
  if (arn === undefined) return { facts: [] };
  const names = provides.filter((name) => /^(?:policy|decision)\./.test(name));
  return { facts: [...caller, ...names.map((name) => ({ ...arn, name }))] };
}
