// Statements, reasons and diagnostics point into the document: JSON pointer always, line and column when its text is given.
import { expect, it } from 'vitest';
import type { AuthorizationRequest, NamedPolicy } from '../../src/model/policy.ts';
import { evaluate } from '../../src/policy/evaluate.ts';

const text = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::other" },
    {
      "Sid": "a \\" quote and a {brace}",
      "Effect": "Allow", "Action": "s3:*", "Resource": "*",
      "Condition": { "StringEquals": { "aws:PrincipalTag/team": [
        "ore" ] } }
    },
    { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "Equals": {} } }
  ]
}`;

const request: AuthorizationRequest = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::quarry/1',
  principal: 'arn:aws:iam::555566667777:user/ines',
  principalAccount: '555566667777',
  resourceAccount: '555566667777',
  context: {},
};

const read = (policy: Omit<NamedPolicy, 'name'>) => evaluate(request, { identity: [{ name: 'a', ...policy }] });
const found = (policy: Omit<NamedPolicy, 'name'>) => {
  const { statements, diagnostics } = read(policy);
  return {
    statements: statements.map((trace) => trace.position),
    reasons: statements.flatMap((trace) => trace.reasons.map((reason) => reason.position)),
    diagnostics: diagnostics.map((item) => item.position),
  };
};

const pointers = {
  statements: [{ pointer: '/Statement/0' }, { pointer: '/Statement/1' }],
  reasons: [
    { pointer: '/Statement/0/Resource' },
    { pointer: '/Statement/1/Condition/StringEquals/aws:PrincipalTag~1team' },
  ],
  diagnostics: [{ pointer: '/Statement/2/Condition/Equals' }],
};

const places = {
  statements: [
    [4, 5],
    [5, 5],
  ],
  reasons: [
    [4, 56],
    [8, 65],
  ],
  diagnostics: [[11, 86]],
} as const;

const withPlaces = Object.fromEntries(
  Object.entries(pointers).map(([kind, list]) => [
    kind,
    list.map(({ pointer }, index) => {
      const [line, column] = places[kind as keyof typeof places][index] ?? [];
      return { pointer, line, column };
    }),
  ]),
);

it('gives pointers for a document without its text', () =>
  expect(found({ policy: JSON.parse(text) as unknown })).toEqual(pointers));
it('gives lines and columns with the text beside the document', () =>
  expect(found({ policy: JSON.parse(text) as unknown, text })).toEqual(withPlaces));
it('gives lines and columns for a document that is text', () => expect(found({ policy: text })).toEqual(withPlaces));
it('gives pointers alone when the text is no JSON', () =>
  expect(found({ policy: JSON.parse(text) as unknown, text: 'Version: 2012-10-17' })).toEqual(pointers));
