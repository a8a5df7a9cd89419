// Opens the account for a call of the program, with the identities its options name, and says on stderr what is read.
import type { Live } from '../../facts/aws/live.ts';
import type { ReadEvent } from '../../facts/aws/reads.ts';
import { InputError } from '../../model/input-error.ts';
import { only, type Call } from '../call.ts';
import { say } from '../streams.ts';
import { eventLine, noticeLine } from './words.ts';

export interface OpenedLive extends Live {
  /** What was read so far. */
  readonly events: readonly ReadEvent[];
  /** From now on nothing is said: something else has the terminal. */
  hush(): void;
}

export async function openLiveFor(call: Call): Promise<OpenedLive> {
  checkUrl(only(call, 'endpoint-url'));
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  const { openLive } = await import('../../facts/aws/live.ts');
  const events: ReadEvent[] = [];
  let talks = true;
  const live = await openLive({
    env: process.env,
    ...settingsOf(call),
    watch: (event) => {
      events.push(event);
      if (talks) say(eventLine(event));
    },
  });
  const worthSaying = live.notices.filter(({ code }) => call.command === 'whoami' || code !== 'region-for-cli-only');
  for (const notice of worthSaying) say(noticeLine(notice));
  return {
    ...live,
    events,
    hush: () => {
      talks = false;
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
