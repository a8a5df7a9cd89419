// The command `whoami`: which identity the AWS CLI would use here, where its credentials and region come from.
import type { Identity } from '../../facts/aws/read/desk.ts';
import { identityOf } from '../../facts/aws/read/desk.ts';
import { isUnread } from '../../facts/aws/outcome.ts';
import { principalKindOf } from '../../model/arn.ts';
import type { FactReason } from '../../model/fact.ts';
import { InputError } from '../../model/input-error.ts';
import { inline } from '../../render/sanitise.ts';
import { has, only, type Call } from '../call.ts';
import { deliver, say } from '../streams.ts';
import { openLiveFor, type OpenedLive } from './open.ts';
import { credentialSourceWords, regionSourceWords } from './words.ts';

export async function runWhoami(call: Call): Promise<number> {
  const [word] = call.words;
  if (word !== undefined) throw new InputError(`whoami takes no text, but ${JSON.stringify(word)} was given`);
  say('whydenied: asking AWS who you are');
  const live = await openLiveFor(call);
  try {
    const answer = await identityOf(live, live.caller);
    const identity = answer.status === 'present' ? answer.value : undefined;
    const why = isUnread(answer) ? answer.why : undefined;
    await deliver(has(call, 'json') ? asJson(live, identity, why) : asText(live, identity, why), only(call, 'out'));
    return identity === undefined ? failureOf(why) : 0;
  } finally {
    live.close();
  }
}

function failureOf(why: FactReason | undefined): number {
  const isCredentials = why?.code === 'credentials';
  say(
    `whydenied: ${isCredentials ? 'no usable credentials' : 'AWS did not answer'}: ${why?.detail ?? why?.code ?? ''}`,
  );
  return isCredentials ? 4 : 1;
}

const factsOf = ({ caller: { choice, regionChoice } }: OpenedLive, identity: Identity | undefined) => ({
  arn: identity?.arn,
  accountId: identity?.accountId,
  kind: identity === undefined ? undefined : principalKindOf(identity.arn),
  credentialSource: choice.source,
  profile: choice.source === 'environment' ? undefined : choice.profile,
  region: regionChoice.region,
  regionSource: regionChoice.source,
});

function asJson(live: OpenedLive, identity: Identity | undefined, why: FactReason | undefined): string {
  const failure = why === undefined ? {} : { failure: why };
  return JSON.stringify({ ...factsOf(live, identity), notices: live.notices, ...failure }, undefined, 2);
}

function asText(live: OpenedLive, identity: Identity | undefined, why: FactReason | undefined): string {
  const { arn, accountId, kind, credentialSource, profile, region, regionSource } = factsOf(live, identity);
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['caller', arn ?? `unknown (${why?.detail ?? why?.code ?? 'no answer'})`],
    ['account', accountId],
    ['kind', kind],
    ['credentials', live.caller.choice.problem === undefined ? credentialSourceWords[credentialSource] : 'none'],
    ['profile', profile],
    ['region', `${region ?? 'none'} (${regionSourceWords[regionSource]})`],
  ];
  return rows.flatMap(([name, value]) => (value === undefined ? [] : `${name.padEnd(12)} ${inline(value)}`)).join('\n');
}
