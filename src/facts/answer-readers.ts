// Reads a text answer into facts: a decoded message, the output of get-caller-identity, an ARN, or a plain value.
import { readArn } from '../model/arn.ts';
import type { Fact, FactValue } from '../model/fact.ts';
import type { AnswerReader, AskStep } from '../model/playbook.ts';
import { readCallerIdentity } from '../parse/documents/caller-identity.ts';
import { readDecodedMessage } from '../parse/documents/decoded-message.ts';
import { factsOfDecoded } from './decoded.ts';
import { typeFact } from './typed.ts';

const answered = (name: string, value: FactValue, from: string): Fact => ({
  name,
  status: 'present',
  value,
  source: { origin: 'answer', from, grade: 'answered' },
});

const callerFacts = (text: string, from: string): readonly Fact[] => {
  const arn = readArn(text.trim()) === undefined ? readCallerIdentity(text)?.arn : text.trim();
  return arn === undefined ? [] : [answered('caller.arn', arn, from)];
};

const decodedFacts = (text: string, from: string): readonly Fact[] => {
  const message = readDecodedMessage(text);
  return message === undefined ? [] : factsOfDecoded(message, 'answer', from);
};

const plainFact = (step: AskStep, text: string, from: string): readonly Fact[] => {
  const value = text.trim();
  if (step.fact === undefined || value === '' || !('value' in typeFact(step.fact, value))) return [];
  return [answered(step.fact, value, from)];
};

type Reader = (text: string, from: string, step: AskStep) => readonly Fact[];

const readers: Readonly<Record<AnswerReader, Reader>> = {
  'decoded-message': decodedFacts,
  'caller-identity': callerFacts,
  arn: (text, from, step) => (readArn(text.trim()) === undefined ? [] : plainFact(step, text, from)),
};

export function readTextAnswer(step: AskStep, text: string, from: string): readonly Fact[] {
  return step.parse === undefined ? plainFact(step, text, from) : readers[step.parse](text, from, step);
}

/** Whether a text can be read as its question wants it; an unreadable one would be lost without a word. */
export const isReadable = (step: AskStep, text: string): boolean =>
  (step.parse === undefined && step.fact === undefined) || readTextAnswer(step, text, step.id).length > 0;
