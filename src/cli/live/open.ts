// Opens the account for a call of the program, with the identities its options name, and says on stderr what is read.
import type { Live } from '../../facts/aws/live.ts';
import type { ReadEvent } from '../../facts/aws/reads.ts';
import { InputError } from '../../model/input-error.ts';
import { only, type Call } from '../call.ts';
import { say } from '../streams.ts';
import type { LiveReading } from '../../wizard/contract.ts';
import { eventLine, eventWords, noticeLine } from './words.ts';

export interface OpenedLive extends Live {
  /** What was read so far. */
  readonly events: readonly ReadEvent[];
  /** From now on nothing is said: something else has the terminal. */
  hush(): void;
  /** What was read is told here too. */
  readonly reading: LiveReading;
}

export async function openLiveFor(call: Call): Promise<OpenedLive> {
  checkUrl(only(call, 'endpoint-url'));
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  const { openLive } = await import('../../facts/aws/live.ts');
  const heard = hearing();
  const live = await openLive({ env: process.env, ...settingsOf(call), watch: heard.hear });
  const worthSaying = live.notices.filter(({ code }) => call.command === 'whoami' || code !== 'region-for-cli-only');
  for (const notice of worthSaying) say(noticeLine(notice));
  const stop = () => {
    live.reads.stop();
  };
  return { ...live, events: heard.events, hush: heard.hush, reading: { subscribe: heard.subscribe, stop } };
}

/** Keeps every event, says it, and passes it on to whoever listens. */
function hearing() {
  const events: ReadEvent[] = [];
  const listeners = new Set<(line: string) => void>();
  let talks = true;
  return {
    events,
    hear: (event: ReadEvent) => {
      events.push(event);
      if (talks) say(eventLine(event));
      for (const listener of listeners) listener(eventWords(event));
    },
    hush: () => {
      talks = false;
    },
    subscribe: (listener: (line: string) => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function settingsOf(call: Call) {
  const named = {
    profile: only(call, 'profile'),
    organizationProfile: only(call, 'org-profile'),
    resourceProfile: only(call, 'resource-profile'),
    region: only(call, 'region'),
    endpointUrl: only(call, 'endpoint-url'),
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
}

function checkUrl(url: string | undefined): void {
  if (url === undefined || /^https?:\/\/[^\s/]+/.test(url)) return;
  throw new InputError(`--endpoint-url ${url} is no address`, 'for example http://127.0.0.1:4566');
}
