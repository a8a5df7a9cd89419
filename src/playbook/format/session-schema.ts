// The JSON Schema of a saved session: what was asked and answered, in a file that its owner alone may read.
import type { JsonSchema } from './content-schema.ts';

const text: JsonSchema = { type: 'string' };
const texts: JsonSchema = { type: 'array', items: text };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const answers: JsonSchema = { type: 'object', additionalProperties: { type: ['string', 'array'], items: text } };

const closed = (properties: Readonly<Record<string, JsonSchema>>, required: readonly string[]): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const spot = closed(
  {
    screen: text,
    family: text,
    playbook: text,
    focus: text,
    at: closed({ playbook: text, step: text }, ['playbook', 'step']),
  },
  ['screen'],
);

const progress = closed(
  {
    text: { description: 'The error, its secrets masked.', ...text },
    chosen: { description: 'The playbook that was chosen by hand, where there is no error.', ...text },
    denial: { description: 'Position of the denial in the text, counted from 0.', ...count },
    answers: { description: 'The answers, by playbook/step.', ...answers },
    keptAnswers: {
      description: 'Answers for other denials of the text, by position.',
      type: 'object',
      propertyNames: { pattern: '^\\d+$' },
      additionalProperties: answers,
    },
    passed: { description: 'Steps that were gone past, as playbook/step.', ...texts },
    trail: { description: 'The places gone through; the last is where it goes on.', type: 'array', items: spot },
  },
  ['denial', 'answers', 'keptAnswers', 'passed', 'trail'],
);

const given = closed(
  {
    facts: { description: 'Facts that flags stated, by name.', type: 'object' },
    files: { description: 'What --facts named, as whole paths; read again each time.', ...texts },
    policies: { description: 'What --policy named, as KIND=PATH; read again each time.', ...texts },
    playbooks: { description: 'What --playbooks named, as whole paths.', ...texts },
  },
  ['facts', 'files', 'policies', 'playbooks'],
);

export const sessionFile: JsonSchema = {
  title: 'whydenied: a saved session (whydenied/session@1)',
  ...closed(
    {
      schema: { description: 'The format of this file.', const: 'whydenied/session@1' },
      id: { description: 'The name of the session; later ones sort behind.', type: 'string', pattern: '^[a-z0-9]{8}$' },
      version: { description: 'The program that wrote it.', ...text },
      started: { description: 'When it began, as ISO 8601.', ...text },
      saved: { description: 'When it was saved last, as ISO 8601.', ...text },
      title: { description: 'The denial in a few words.', ...text },
      state: { description: 'Whether the person finished.', enum: ['open', 'finished'] },
      causes: {
        description: 'How many causes stood how.',
        ...closed({ confirmed: count, open: count, ruledOut: count }, ['confirmed', 'open', 'ruledOut']),
      },
      live: { description: 'Facts that were read from the account. Their values are not kept.', ...texts },
      progress,
      given,
    },
    ['schema', 'id', 'version', 'started', 'saved', 'title', 'state', 'causes', 'live', 'progress', 'given'],
  ),
};
