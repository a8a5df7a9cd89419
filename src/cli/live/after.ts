// What a diagnosis over live facts leaves to say on stderr, and whether the credentials were of no use.
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Fact } from '../../model/fact.ts';
import { say } from '../streams.ts';

const isLive = ({ source }: Fact): boolean => source.origin === 'live';
const lacksCredentials = ({ why }: Fact): boolean => why?.code === 'credentials';
const textOf = (facts: readonly Fact[], name: string): string | undefined => {
  const value = facts.find((fact) => fact.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
};

export const hasDeadCredentials = ({ facts }: Diagnosis): boolean =>
  facts.some((fact) => isLive(fact) && lacksCredentials(fact));

export function sayAboutLive({ facts }: Diagnosis): void {
  const dead = facts.find((fact) => isLive(fact) && lacksCredentials(fact));
  if (dead !== undefined) {
    say(`whydenied: no usable credentials: ${dead.why?.detail ?? 'AWS refused them'}`);
    say(
      '  The report rests on what else is known. Sign in again or name a --profile; whydenied whoami shows which is used.',
    );
    return;
  }
  sayOtherCaller(facts);
  if (facts.some((fact) => isLive(fact) && fact.status === 'denied'))
    say(
      'whydenied: some reads were denied; "whydenied permissions --missing" with the same input prints what would allow them',
    );
}

/** Then the caller's policies are read all the same, but what was tried now is not what was denied. */
function sayOtherCaller(facts: readonly Fact[]): void {
  const caller = facts.find(({ name }) => name === 'caller.arn');
  if (caller === undefined || !isLive(caller)) return;
  if (facts.find(({ name }) => name === 'caller.matchesError')?.value !== false) return;
  const [now, then] = [textOf(facts, 'caller.arn'), textOf(facts, 'error.principal')];
  say(
    `whydenied: you read the account as ${now ?? 'another identity'}, but the error is about ${then ?? 'another one'}`,
  );
}
