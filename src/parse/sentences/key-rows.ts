// How services say that a KMS key refused them, or cannot be used: launches with encrypted volumes, functions, alarms, log groups.
import type { PatternRow } from '../findings/pattern-row.ts';

const kms = { service: 'kms' } as const;

export const keyRows: readonly PatternRow[] = [
  {
    id: 'launch-volume-key',
    role: 'message',
    class: 'authorization',
    states: kms,
    hints: ['inaccessible', 'Client error on launch'],
    pattern: String.raw`encrypted with an inaccessible (?:AWS )?KMS key|(?:\b(?<code>Client\.InternalError): )?Client error on launch`,
  },
  {
    id: 'launch-key-state',
    role: 'message',
    class: 'not-authorization',
    states: kms,
    hints: ['nvalidKMSKey', 'nvalidKmsKey'],
    pattern: String.raw`\b(?<code>(?:Client\.)?InvalidK[Mm][Ss]Key\.\w{3,40})\b`,
  },
  {
    id: 'function-environment-head',
    role: 'head',
    tool: 'lambda',
    states: kms,
    hints: ['environment variables'],
    pattern: String.raw`Lambda was unable to (?:decrypt|configure access to) (?:the|your) environment variables(?=[^\n]{0,400}(?:not authorized to perform|ciphertext refers to))`,
  },
  {
    id: 'function-environment',
    role: 'message',
    class: 'authorization',
    tool: 'lambda',
    states: kms,
    hints: ['environment variables'],
    pattern: String.raw`Lambda was unable to (?:decrypt|configure access to) (?:the|your) environment variables(?![^\n]{0,400}(?:not authorized to perform|ciphertext refers to))`,
  },
  {
    id: 'topic-encryption-key',
    role: 'message',
    class: 'authorization',
    states: kms,
    hints: ['encryption key'],
    pattern: String.raw`does not have authorization to access the SNS topic encryption key`,
  },
  {
    id: 'log-group-key',
    role: 'message',
    class: 'authorization',
    hints: ['allowed to be used with'],
    pattern: String.raw`The specified KMS key does not exist or is not allowed to be used with`,
  },
];
