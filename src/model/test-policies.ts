// The policies and the request of an inline test, as its YAML states them.
import type { PolicyTree } from './playbook.ts';
import type { EvaluatedType } from './policy.ts';

/** Each a policy document, or one with its name. */
type TestPolicyList = readonly PolicyTree[];

/** As the evaluator takes them: a set that is left out is absent. */
export interface TestPolicies {
  readonly identity?: TestPolicyList;
  readonly boundary?: TestPolicyList;
  readonly session?: TestPolicyList;
  readonly resource?: TestPolicyList;
  readonly vpc_endpoint?: TestPolicyList;
  readonly scps?: readonly TestPolicyList[];
  readonly rcps?: readonly TestPolicyList[];
  readonly unknown?: { readonly policies?: readonly EvaluatedType[]; readonly context?: readonly string[] };
}

export interface TestRequest {
  readonly action?: string;
  readonly resource?: string;
  readonly principal?: string;
  readonly resource_account?: string;
  /** All of it: a key that is left out is absent. */
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}
