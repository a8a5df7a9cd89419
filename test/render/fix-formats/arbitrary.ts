// Policies whose every text attacks its reader: quotes, templates, functions of other languages, hidden characters.
import fc from 'fast-check';

const text = (value: string) => JSON.parse(JSON.stringify(value)) as string;
const hostile = [
  'a"b\\c',
  "it's",
  '$(reboot)',
  '`x`',
  '${aws:username}',
  '$${x}',
  '$$$${y}',
  '%{if}',
  '%%{z}',
  '&{a}',
  '{{b}}',
  '#c',
  '\n',
  '\t',
  '\u202e',
  '\u001b[2J',
  '\u{e0041}',
  'ü',
  '雪',
  '😀',
  'yes',
  '2012-10-17',
  'null',
  '~',
  '- x',
  ': ',
  '!Ref a',
  '*',
  'EOF',
];
export const words = fc
  .array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => text(parts.join('')));
const isOwnKey = (word: string) =>
  !['__proto__', 'Ref'].includes(word) && !word.startsWith('Fn::') && !/^\d+$/.test(word);
const keys = words.filter(isOwnKey);
const oneOrMany = fc.oneof(words, fc.uniqueArray(words, { minLength: 1, maxLength: 3 }));
const principal = fc.oneof(
  fc.constant('*'),
  fc.record({ AWS: oneOrMany, Service: oneOrMany, Federated: oneOrMany }, { requiredKeys: ['AWS'] }),
);
const condition = fc.dictionary(
  keys,
  fc.dictionary(keys, fc.oneof(oneOrMany, fc.boolean(), fc.integer()), { minKeys: 1, maxKeys: 2 }),
  { minKeys: 1, maxKeys: 2 },
);
const statement = fc.record(
  {
    Sid: words,
    Effect: fc.constantFrom('Allow', 'Deny'),
    Principal: principal,
    Action: oneOrMany,
    Resource: oneOrMany,
    Condition: condition,
  },
  { requiredKeys: ['Effect', 'Action'] },
);
export const policy = fc.record(
  {
    Version: fc.constantFrom('2012-10-17', '2008-10-17'),
    Id: words,
    Statement: fc.oneof(statement, fc.array(statement, { minLength: 1, maxLength: 3 })),
  },
  { requiredKeys: ['Version', 'Statement'] },
);
