// A playbook as its YAML file states it: keys keep YAML's snake_case, conditions keep json-rules-engine's grammar.
import type { FactValue } from './fact.ts';

export interface Leaf {
  readonly fact: string;
  /** An operator's name, with a decorator before a colon where one is used. */
  readonly operator: string;
  readonly value: FactValue | { readonly fact: string };
  readonly path?: string;
  /** Only on `decision.*`: the request to decide instead of the denied one. */
  readonly params?: Readonly<Record<string, string>>;
}

export type Condition =
  | Leaf
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly condition: string };

export const specificities = ['exact', 'service', 'generic', 'companion'] as const;
export type Specificity = (typeof specificities)[number];

export interface Command {
  readonly run: string;
  readonly note?: string;
  readonly changes?: boolean;
}

export interface ByHand {
  readonly text?: string;
  readonly console?: string;
  readonly commands?: readonly Command[];
  /** What each outcome states as facts; fills unknown facts only. */
  readonly pass?: Readonly<Record<string, FactValue>>;
  readonly fail?: Readonly<Record<string, FactValue>>;
}

interface StepBase {
  readonly id: string;
  readonly when?: Condition;
  /** Numbers of the article's steps this one implements, e.g. `B2`. */
  readonly article?: readonly string[];
}

export interface CheckStep extends StepBase {
  readonly type: 'check';
  readonly title: string;
  readonly why?: string;
  readonly expect: Condition;
  readonly on_fail?: string;
  readonly by_hand: ByHand;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly sets?: Readonly<Record<string, FactValue>>;
}

export interface AskStep extends StepBase {
  readonly type: 'ask';
  readonly question: string;
  readonly help?: string;
  readonly answer: 'confirm' | 'choice' | 'multichoice' | 'text';
  readonly choices?: readonly Choice[];
  readonly parse?: 'decoded-message' | 'policy-json' | 'arn';
}

export interface GuideStep extends StepBase {
  readonly type: 'guide';
  readonly title: string;
  readonly text: string;
  readonly console?: string;
  readonly commands?: readonly Command[];
}

export type Step = CheckStep | AskStep | GuideStep;

export const fixKinds = ['grant', 'undeny', 'request', 'credential', 'serviceGrant', 'wait'] as const;
export type FixKind = (typeof fixKinds)[number];

export const owners = [
  'you',
  'iam-admin',
  'resource-owner',
  'key-admin',
  'org-admin',
  'network-owner',
  'cluster-admin',
  'data-admin',
  'aws',
] as const;
export type Owner = (typeof owners)[number];

export const risks = ['none', 'low', 'medium', 'high', 'critical'] as const;
export type Risk = (typeof risks)[number];
