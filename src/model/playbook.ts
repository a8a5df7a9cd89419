// A playbook as its YAML file states it: keys keep YAML's snake_case, conditions keep json-rules-engine's grammar.
import type { PolicyType } from './denial.ts';
import type { FactValue } from './fact.ts';
import type { TestPolicies, TestRequest } from './test-policies.ts';

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

export const answerReaders = ['decoded-message', 'caller-identity', 'arn'] as const;
export type AnswerReader = (typeof answerReaders)[number];

export const stepOutcomes = ['pass', 'fail', 'unknown', 'skipped', 'answered', 'open', 'shown'] as const;
export type StepOutcome = (typeof stepOutcomes)[number];

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
  /** How a text answer is read into facts. */
  readonly parse?: AnswerReader;
  /** The fact a text answer states, where no reader says it. */
  readonly fact?: string;
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

export interface UseStep {
  /** Id of a fragment whose steps stand here once loaded. */
  readonly use: string;
}

/** A policy document a fix proposes: a YAML tree whose scalars may hold templates. */
export interface FixPolicy {
  readonly attach_to: PolicyType;
  readonly document: PolicyTree;
}

export type PolicyTree = string | number | boolean | readonly PolicyTree[] | { readonly [key: string]: PolicyTree };

export interface PlaybookFix {
  readonly kind: FixKind;
  readonly owner: Owner;
  readonly risk: Risk;
  readonly text: string;
  readonly policy?: FixPolicy;
  readonly commands?: readonly Command[];
  readonly avoid?: readonly string[];
  readonly verify: string | Command;
}

export const strengths = ['proves', 'suggests'] as const;
export type Strength = (typeof strengths)[number];

export interface PlaybookCause {
  readonly id: string;
  readonly title: string;
  readonly strength: Strength;
  readonly when: Condition;
  readonly because: string;
  /** At least one; the first is the one to try first. */
  readonly fix: PlaybookFix | readonly PlaybookFix[];
}

export interface TestExpectation {
  /** Whether the playbook matches at all; true when left out. */
  readonly match?: boolean;
  /** The first confirmed cause. */
  readonly cause?: string;
  readonly also?: readonly string[];
  readonly open?: readonly string[];
  readonly ruled_out?: readonly string[];
  readonly steps?: Readonly<Record<string, StepOutcome>>;
  /** Parts of what the reader sees. */
  readonly shows?: readonly string[];
  /** Whether the policy of the cause's fix, added to those of the test, makes the request allowed. */
  readonly fix_allows?: boolean;
}

export interface PlaybookTest {
  readonly name: string;
  readonly error: string;
  readonly facts?: Readonly<Record<string, FactValue>>;
  readonly policies?: TestPolicies;
  readonly request?: TestRequest;
  readonly by_hand?: Readonly<Record<string, 'pass' | 'fail' | 'unknown'>>;
  readonly answers?: Readonly<Record<string, string | readonly string[]>>;
  readonly expect: TestExpectation;
}

export interface PlaybookReference {
  readonly title: string;
  readonly url: string;
}

export const playbookStatuses = ['draft', 'beta', 'stable', 'deprecated'] as const;
export type PlaybookStatus = (typeof playbookStatuses)[number];

export interface Playbook {
  readonly format: 'playbook/v1';
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly status: PlaybookStatus;
  readonly specificity: Specificity;
  /** Error classes of the catalogue this playbook answers; its own id when left out. */
  readonly classes?: readonly string[];
  readonly services?: readonly string[];
  readonly actions?: readonly string[];
  readonly tags?: readonly string[];
  readonly authors?: readonly string[];
  /** Its own id, where it stands in for a playbook loaded before it. */
  readonly replaces?: string;
  readonly references: readonly PlaybookReference[];
  readonly related?: readonly string[];
  readonly match: Condition;
  readonly conditions?: Readonly<Record<string, Condition>>;
  readonly steps: readonly (Step | UseStep)[];
  readonly causes: readonly PlaybookCause[];
  readonly tests: readonly PlaybookTest[];
}

/** Steps that several playbooks share. */
export interface Fragment {
  readonly format: 'fragment/v1';
  readonly id: string;
  readonly title: string;
  readonly steps: readonly Step[];
}

/** A playbook with its fragments in place, and what its place on disk adds. */
export interface LoadedPlaybook extends Omit<Playbook, 'steps'> {
  /** With the steps of fragments in place of `use`. */
  readonly steps: readonly Step[];
  /** The family: the name of the folder the file stands in. */
  readonly family: string;
  /** Path of the file, as given to the loader. */
  readonly file: string;
}

export interface PlaybookSet {
  readonly playbooks: readonly LoadedPlaybook[];
  /** Files that could not be used, each with one line that says why and where. */
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}
