// Every option of the program as data: what it takes, what it does, and to which commands it belongs.
import type { CommandName } from './commands.ts';

export const optionGroups = ['Input', 'The request', 'Output', 'What is known', 'The account', 'General'] as const;

export interface OptionRow {
  readonly short?: string;
  /** What its value is called; a switch has none. */
  readonly value?: string;
  readonly repeatable?: true;
  readonly group: (typeof optionGroups)[number];
  readonly summary: string;
  readonly commands: readonly CommandName[] | 'all';
}

const reports = ['diagnose', 'run'] as const;
const deciders = [...reports, 'evaluate'] as const;
const readers = ['diagnose', 'parse', 'decode'] as const;
const texts = [...readers, 'snapshot', 'permissions'] as const;
const liveByNature = ['whoami', 'decode', 'snapshot', 'permissions'] as const;
const account = { group: 'The account', commands: [...reports, ...liveByNature, 'session'] } as const;

export const options = {
  file: {
    short: '-f',
    value: 'FILE',
    group: 'Input',
    summary: 'read the error from a file; - is stdin',
    commands: texts,
  },
  denial: {
    value: 'N',
    group: 'Input',
    summary: 'diagnose the Nth denial of the text instead of the first',
    commands: reports,
  },
  playbooks: {
    value: 'DIR',
    repeatable: true,
    group: 'Input',
    summary: 'also use the playbooks of this folder',
    commands: [...reports, 'doctor'],
  },
  format: {
    value: 'FORMAT',
    group: 'Output',
    summary: 'text, markdown, json or html',
    commands: [...reports, 'decode', 'session'],
  },
  json: {
    group: 'Output',
    summary: 'the same as --format json',
    commands: [...readers, 'run', 'evaluate', 'whoami', 'doctor', 'config', 'session'],
  },
  out: {
    short: '-o',
    value: 'FILE',
    group: 'Output',
    summary: 'write the result to a file',
    commands: ['diagnose', 'parse', 'run', 'evaluate', 'doctor', 'config', 'session', ...liveByNature],
  },
  'fix-format': {
    value: 'FORMAT',
    group: 'Output',
    summary: 'instead of a report the policy changes as json, terraform, cloudformation or cli; nothing is carried out',
    commands: reports,
  },
  request: {
    group: 'Output',
    summary: 'instead of a report the message for whoever owns the policy, as Markdown for a ticket',
    commands: reports,
  },
  verbose: {
    group: 'Output',
    summary: 'show everything that was asked, and how to do each step',
    commands: [...reports, 'decode', 'version', 'session'],
  },
  explain: { group: 'Output', summary: 'say which pattern recognised what', commands: ['parse'] },
  ascii: { group: 'Output', summary: 'use no characters beyond ASCII for drawing', commands: 'all' },
  'no-color': { group: 'Output', summary: 'use no colours', commands: 'all' },
  accessible: {
    group: 'Output',
    summary: 'plain numbered questions instead of screens (help accessibility)',
    commands: ['diagnose', 'session'],
  },
  redact: {
    group: 'Output',
    summary: 'replace accounts, names, addresses and ids by pseudonyms, so that the result can be forwarded',
    commands: [...reports, 'decode', 'snapshot', 'session'],
  },
  set: {
    value: 'NAME=VALUE',
    repeatable: true,
    group: 'What is known',
    summary: 'state a fact; lists and objects as JSON, @FILE, or absent',
    commands: reports,
  },
  facts: {
    value: 'FILE|DIR',
    repeatable: true,
    group: 'What is known',
    summary:
      'read facts and policies: a facts file, a folder of policies, an account export, Terraform, CloudFormation and more (help files)',
    commands: deciders,
  },
  policy: {
    value: 'KIND=FILE',
    repeatable: true,
    group: 'What is known',
    summary: 'read one policy: identity, boundary, session, resource, trust, scp, rcp or vpc-endpoint',
    commands: deciders,
  },
  principal: {
    value: 'ARN',
    group: 'The request',
    summary: 'who calls: a user, a role session, a role or root',
    commands: ['evaluate'],
  },
  action: { value: 'ACTION', group: 'The request', summary: 'for example s3:GetObject', commands: ['evaluate'] },
  resource: { value: 'ARN', group: 'The request', summary: 'the resource, or *', commands: ['evaluate'] },
  'resource-account': {
    value: 'ACCOUNT',
    group: 'The request',
    summary: "the account that owns it, where its ARN does not say; the caller's when left out",
    commands: ['evaluate'],
  },
  context: {
    value: 'KEY=VALUE',
    repeatable: true,
    group: 'The request',
    summary: 'a condition key of the request; repeat it for several values. A key left out is absent',
    commands: ['evaluate'],
  },
  unknown: {
    value: 'KIND|KEY',
    repeatable: true,
    group: 'The request',
    summary: 'a kind of policy or a condition key that is not known, rather than absent; context: all keys',
    commands: ['evaluate'],
  },
  answer: {
    value: '[PLAYBOOK/]STEP=VALUE',
    repeatable: true,
    group: 'What is known',
    summary: 'answer a step: pass, fail or unknown for a check, a choice or text for a question',
    commands: reports,
  },
  answers: {
    value: 'FILE',
    group: 'What is known',
    summary: 'read answers from a YAML or JSON file',
    commands: reports,
  },
  live: { group: 'The account', summary: 'read the account, read-only', commands: [...reports, 'decode', 'session'] },
  profile: { ...account, value: 'NAME', summary: 'the AWS profile to read with' },
  region: { ...account, value: 'REGION', summary: 'the AWS region to read in' },
  'org-profile': { ...account, value: 'NAME', summary: 'the profile that may read the organization' },
  'resource-profile': { ...account, value: 'NAME', summary: "the profile of the resource's account" },
  'endpoint-url': { ...account, value: 'URL', summary: 'another address for AWS' },
  for: {
    value: 'PURPOSE',
    repeatable: true,
    group: 'The account',
    summary: 'caller, decode, identity, boundary, trust, session, organization, vpc-endpoint or resource',
    commands: ['permissions'],
  },
  missing: { group: 'The account', summary: 'read now, and print only what was denied', commands: ['permissions'] },
  'no-input': { group: 'General', summary: 'never ask, only report', commands: [...reports, 'session'] },
  'no-save': { group: 'General', summary: 'save no session (help sessions)', commands: ['diagnose', 'session'] },
  all: { group: 'General', summary: 'session rm: all of them', commands: ['session'] },
  help: { short: '-h', group: 'General', summary: 'show help', commands: 'all' },
  version: { short: '-V', group: 'General', summary: 'show the version', commands: 'all' },
} as const satisfies Record<string, OptionRow>;

export type OptionName = keyof typeof options;

export const optionNames = Object.keys(options) as readonly OptionName[];
