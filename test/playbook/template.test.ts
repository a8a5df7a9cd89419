// Templates in texts, commands and policies, with known, unknown and hostile values.
import { describe, expect, it } from 'vitest';
import type { FactValue } from '../../src/model/fact.ts';
import type { PolicyTree } from '../../src/model/playbook.ts';
import { expandCommand, expandPolicy, expandText } from '../../src/playbook/template.ts';

const facts: Readonly<Record<string, FactValue>> = {
  'target.name': 'Deploy',
  'target.arn': 'arn:aws:iam::111122223333:role/Deploy',
  'caller.arn': 'it\'s $(reboot); `id` "x"',
  'error.text': '{{target.arn}}',
  'error.code': 'evil\u001b[2J',
  'error.tool': 'rtl\u202eoverride',
  'error.operation': '--endpoint-url=https://example.com',
  'error.resource': 'file:///home/me/.aws/credentials',
  'action.resourceTypes': ['instance', 'network interface'],
  'trust.unmetKeys': [],
  'target.crossAccount': true,
  'answers.external-id': 'abc',
};
const lookup = (name: string) => facts[name];

const texts: readonly (readonly [string, string, string])[] = [
  ['a known fact', 'Role {{target.name}}.', 'Role Deploy.'],
  ['spaces inside', '{{ target.name }}', 'Deploy'],
  ['an unknown fact', 'It is {{caller.policySourceArn}}.', 'It is (unknown caller policy source ARN).'],
  ['an unknown fact with a text for it', 'It is {{caller.kind | or "someone"}}.', 'It is someone.'],
  ['a known fact with a text for unknown', '{{target.name | or "the role"}}', 'Deploy'],
  ['a list', '{{action.resourceTypes}}', 'instance, network interface'],
  ['an empty list', 'Keys: {{trust.unmetKeys}}', 'Keys: none'],
  ['a boolean', '{{target.crossAccount}}', 'true'],
  ['a value that looks like a template', '{{error.text}}', '{{target.arn}}'],
  ['a placeholder that is not closed', 'a {{target.name} b', 'a {{target.name} b'],
  ['an answer', '{{answers.external-id}}', 'abc'],
];

const commands: readonly (readonly [string, string, string])[] = [
  ['a plain value', 'get {{target.arn}}', 'get arn:aws:iam::111122223333:role/Deploy'],
  ['shell characters', 'get {{caller.arn}}', `get 'it'\\''s $(reboot); \`id\` "x"'`],
  ['an unknown fact', 'get {{caller.policySourceArn}}', 'get CALLER_POLICY_SOURCE_ARN'],
  ['an unknown fact with a text for it', 'get {{caller.kind | or "YOUR KIND"}}', "get 'YOUR KIND'"],
  ['control characters', 'get {{error.code}}', 'get ERROR_CODE'],
  ['bidi characters', 'get {{error.tool}}', 'get ERROR_TOOL'],
  ['a value that would be an option', 'get {{error.operation}}', 'get ERROR_OPERATION'],
  ['a value that would load a file', 'get --arn {{error.resource}}', 'get --arn ERROR_RESOURCE'],
  ['a value that would load a file after =', 'get --arn={{error.resource}}', 'get --arn=ERROR_RESOURCE'],
  ['a list', 'get {{action.resourceTypes}}', "get instance 'network interface'"],
  ['a list inside a word', 'get a={{action.resourceTypes}}', "get a=instance,'network interface'"],
  ['an empty list', 'get {{trust.unmetKeys}}', 'get TRUST_UNMET_KEYS'],
  ['a placeholder inside single quotes', "get '{{target.name}}'", "get 'TARGET_NAME'"],
  ['a placeholder inside double quotes', 'get "x {{target.name}}"', 'get "x TARGET_NAME"'],
  ['a placeholder after closed quotes', `get "a" 'b' {{target.name}}`, `get "a" 'b' Deploy`],
  ['a placeholder after an escape', 'get \\{{caller.arn}}', 'get \\CALLER_ARN'],
  ['a value that looks like a template', 'get {{error.text}}', "get '{{target.arn}}'"],
  ['an unknown answer', 'get {{answers.mfa-serial}}', 'get MFA_SERIAL'],
];

const policies: readonly (readonly [string, PolicyTree, PolicyTree])[] = [
  ['a known fact', { Resource: '{{target.arn}}' }, { Resource: 'arn:aws:iam::111122223333:role/Deploy' }],
  ['a list as the whole scalar', { Action: '{{action.resourceTypes}}' }, { Action: ['instance', 'network interface'] }],
  ['a part of a scalar', ['{{target.arn}}/*'], ['arn:aws:iam::111122223333:role/Deploy/*']],
  ['an unknown fact', { Resource: '{{error.action}}' }, { Resource: 'ERROR_ACTION' }],
  ['an unknown fact with a text for it', { Resource: '{{error.action | or "*"}}' }, { Resource: '*' }],
  ['quotes', { Sid: '{{caller.arn}}' }, { Sid: 'it\'s $(reboot); `id` "x"' }],
  ['control characters', { Sid: '{{error.code}}' }, { Sid: 'ERROR_CODE' }],
  ['numbers and booleans of the document', { a: 1, b: true }, { a: 1, b: true }],
];

describe('templates', () => {
  it.each(texts)('in text: %s', (_, template, expected) => expect(expandText(template, lookup)).toBe(expected));
  it.each(commands)('in a command: %s', (_, template, expected) =>
    expect(expandCommand(template, lookup)).toBe(expected),
  );
  it.each(policies)('in a policy: %s', (_, tree, expected) => expect(expandPolicy(tree, lookup)).toEqual(expected));
  it('takes time in proportion to hostile length', () => {
    const hostile = '{{ a | or "'.repeat(20_000) + '{{'.repeat(20_000);
    expect(expandText(hostile, lookup)).toBe(hostile);
  });
});
