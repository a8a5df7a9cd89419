// What a condition can see: values and grades by fact name, and the named conditions of its playbook.
import type { EvidenceGrade, FactValue } from '../model/fact.ts';
import type { Condition } from '../model/playbook.ts';

export interface Scope {
  /** Keeps the named conditions and step outcomes of different playbooks apart. */
  readonly playbook: string;
  readonly conditions: Readonly<Record<string, Condition>>;
  /** `params` name another request than the denied one; undefined is unknown. */
  valueOf(fact: string, params?: Readonly<Record<string, string>>): FactValue | undefined;
  gradeOf(fact: string): EvidenceGrade | undefined;
}

export interface Rule {
  readonly key: string;
  readonly condition: Condition;
  readonly scope: Scope;
}
