// A well-formed playbook or fragment as the checks of meaning see it, with the names that exist around it.
import type { Fragment, Playbook, Step, UseStep } from '../../model/playbook.ts';
import { isUse, type Fragments } from '../fragments.ts';
import type { Path } from '../yaml.ts';
import type { Finding } from './diagnostic.ts';

export interface ValidationContext {
  readonly fragments: Fragments;
  /** Ids of all playbooks that are loaded together; left out, links between playbooks are not checked. */
  readonly playbookIds?: ReadonlySet<string>;
}

export interface PlacedStep {
  readonly step: Step;
  /** Position in the expanded list. */
  readonly order: number;
  /** Missing for a step that comes from a fragment. */
  readonly path?: Path;
}

export interface Subject {
  readonly playbook: Playbook;
  /** With the steps of fragments in place. */
  readonly steps: readonly PlacedStep[];
  /** A fragment it uses is not known, so steps may be missing here. */
  readonly incomplete: boolean;
  readonly context: ValidationContext;
  /** The text of a value as written. */
  readonly source: (path: Path) => string;
  readonly file: string;
  /** A fragment is checked like a playbook of nothing but steps. */
  readonly isFragment: boolean;
}

export type Lint = (subject: Subject) => readonly Finding[];

export function placedSteps(steps: readonly (Step | UseStep)[], fragments: Fragments): readonly PlacedStep[] {
  const placed = steps.flatMap((step, index): readonly Omit<PlacedStep, 'order'>[] => {
    if (!isUse(step)) return [{ step, path: ['steps', index] }];
    return (fragments.get(step.use)?.steps ?? []).map((inner) => ({ step: inner }));
  });
  return placed.map((entry, order) => ({ ...entry, order }));
}

/** A fragment as a playbook that has only steps, so that the same checks run on both. */
export function asPlaybook(fragment: Fragment): Playbook {
  return {
    format: 'playbook/v1',
    id: fragment.id,
    title: fragment.title,
    summary: fragment.title,
    status: 'stable',
    specificity: 'companion',
    references: [],
    match: { all: [] },
    steps: fragment.steps,
    causes: [],
    tests: [],
  };
}
