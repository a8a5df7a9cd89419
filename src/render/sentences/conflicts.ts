// Two sources that disagree about one fact: both are named, and which one was used.
import type { Fact, FactConflict } from '../../model/fact.ts';
import { factPhrase, sourceSentence, valueText } from './facts.ts';

const said = (fact: Fact) => (fact.value === undefined ? fact.status : valueText(fact.value));

export function conflictSentence({ name, kept, dropped }: FactConflict): string {
  const used = `${capital(factPhrase(name))}: used ${said(kept)} (${clause(kept)}), not ${said(dropped)} (${clause(dropped)}).`;
  return name.startsWith('decision.') && isAboutThen(kept) !== isAboutThen(dropped) ? `${used} ${changedSince}` : used;
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);

const clause = (fact: Fact) => {
  const sentence = sourceSentence(fact).replace(/\.$/, '');
  return sentence.startsWith('AWS') ? sentence : sentence.slice(0, 1).toLowerCase() + sentence.slice(1);
};

/** AWS's reason tells of the moment of the denial, policies that were read tell of now. */
const isAboutThen = ({ source: { grade } }: Fact) => grade === 'stated' || grade === 'authoritative';
const changedSince = 'The policies may have changed since, the call may have had another caller, or a session policy.';
