// How the format of a file is described as data: which keys a place may have, and what each of them holds.

export type Content =
  | { readonly kind: 'text'; readonly max: number; readonly form?: TextForm; readonly lines?: true }
  | { readonly kind: 'word'; readonly of: readonly string[] }
  | { readonly kind: 'flag' }
  | { readonly kind: 'place'; readonly of: PlaceName }
  | { readonly kind: 'list'; readonly of: Content; readonly min?: number }
  /** One, or a list of them. */
  | { readonly kind: 'oneOrMore'; readonly of: Content }
  /** Free keys of the given form, all with the same content. */
  | { readonly kind: 'map'; readonly of: Content; readonly form?: TextForm }
  /** Names of facts, each with a value of its type. */
  | { readonly kind: 'facts' }
  | { readonly kind: 'condition' }
  | { readonly kind: 'step' }
  | { readonly kind: 'factName' }
  | { readonly kind: 'literal' }
  | { readonly kind: 'policy' }
  | { readonly kind: 'textOrPlace'; readonly of: PlaceName };

export const textForms = {
  id: { pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', meaning: 'lower-case words joined by hyphens, such as role-not-found' },
  link: { pattern: '^https://[^\\s]+$', meaning: 'a link that starts with https://' },
  articleStep: {
    pattern: '^(S[1-8]|A[1-5]?|B[1-6]?|C|D[1-4]?)$',
    meaning: 'S1–S8, A1–A5, B1–B6, C, D1–D4, or A, B, D for all of one',
  },
  action: { pattern: '^[a-z0-9-]+:[A-Za-z0-9*]+$', meaning: 'an IAM action such as s3:GetObject' },
  selection: {
    pattern: '^(tag:[^\\s*]+|[a-z0-9*]+(-[a-z0-9*]+)*)$',
    meaning: 'the id of a playbook, an id with * such as s3-*, or tag:word',
  },
  pack: {
    pattern: '^(?!.*\\.\\.)(\\./[\\w./-]+|(@[a-z0-9-][a-z0-9-._]*/)?[a-z0-9-][a-z0-9-._]*)$',
    meaning: 'the name of an installed package, or a folder that starts with ./',
  },
  path: { pattern: '^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*$', meaning: 'names joined by dots' },
} as const satisfies Readonly<Record<string, { readonly pattern: string; readonly meaning: string }>>;
export type TextForm = keyof typeof textForms;

export interface Key {
  readonly content: Content;
  readonly required?: true;
  readonly meaning: string;
}

export interface Place {
  /** What a person calls it: "a step of type check". */
  readonly called: string;
  readonly keys: Readonly<Record<string, Key>>;
  /** Whether keys that start with x- are free to use. */
  readonly free?: true;
}

export const placeNames = [
  'playbook',
  'fragment',
  'reference',
  'check',
  'ask',
  'guide',
  'use',
  'byHand',
  'command',
  'choice',
  'cause',
  'fix',
  'policy',
  'test',
  'testPolicies',
  'testUnknown',
  'testRequest',
  'expectation',
  'all',
  'any',
  'not',
  'condition',
  'leaf',
  'factValue',
] as const;
/** Files beside playbooks and fragments; their keys are of no concern there. */
export const besideNames = ['overlay', 'config'] as const;
export type PlaceName = (typeof placeNames)[number] | (typeof besideNames)[number];
