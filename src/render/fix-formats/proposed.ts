// Chooses the policy changes of a diagnosis that are handed on as code: the plan's first change of each step, or without a plan the first of each confirmed cause.
import { nameOf, policySourceOf, readArn } from '../../model/arn.ts';
import type { PolicyType } from '../../model/denial.ts';
import type { DiagnosedFix, Diagnosis } from '../../model/diagnosis.ts';
import { blockerSentence } from '../sentences/changes.ts';
import { layerNouns } from '../sentences/layers.ts';
import { fixesAt } from '../sentences/plans.ts';
import { confirmedCauses } from '../view.ts';

export type Document = Readonly<Record<string, unknown>>;

export interface Proposed {
  readonly layer: PolicyType;
  /** The policy as its owner finds it; missing where only a statement is known. */
  readonly name?: string;
  readonly isNew: boolean;
  /** The document is all of the policy, and not only a statement to be added to it. */
  readonly isWhole: boolean;
  readonly document: Document;
  readonly fix: DiagnosedFix;
  readonly caller: Caller;
  readonly resource: string;
}

/** The user or role that a policy is written into or attached to. */
export interface Caller {
  readonly kind?: 'user' | 'role';
  readonly name?: string;
  readonly arn?: string;
}

export interface Chosen {
  readonly changes: readonly Proposed[];
  /** What is not among them, and why. */
  readonly notes: readonly string[];
}

const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function callerOf(principal: string | undefined): Caller {
  const arn = principal === undefined ? undefined : policySourceOf(principal);
  const kind = arn === undefined ? undefined : readArn(arn)?.resource.split('/')[0];
  const name = arn === undefined ? undefined : nameOf(arn);
  if (arn === undefined || name === undefined || (kind !== 'user' && kind !== 'role')) return {};
  return { kind, name, arn };
}

function proposed({ denial }: Diagnosis, fix: DiagnosedFix): Proposed | undefined {
  const { attachTo: layer, document, after } = fix.change;
  if (layer === undefined || !isDocument(document)) return undefined;
  const { policy, principal = denial?.principal, resource = denial?.resource ?? '' } = fix.computed ?? {};
  return {
    layer,
    ...(policy === undefined ? {} : { name: policy.name }),
    isNew: policy?.isNew === true,
    isWhole: after !== undefined,
    document,
    fix,
    caller: callerOf(principal),
    resource,
  };
}

/** One policy with one content is handed on once. */
function distinct(changes: readonly Proposed[]): readonly Proposed[] {
  const keys = changes.map(({ layer, name, document }) => JSON.stringify([layer, name, document]));
  return changes.filter((_one, at) => keys.indexOf(keys[at] ?? '') === at);
}

const noChange = 'No policy change is proposed here';

function fromPlan(diagnosis: Diagnosis, plan: NonNullable<Diagnosis['plan']>): Chosen {
  const changes: Proposed[] = [];
  const notes: string[] = [];
  for (const { fixes, blocker } of plan.steps) {
    const [first] = fixesAt(diagnosis, fixes);
    const change = first === undefined ? undefined : proposed(diagnosis, first);
    if (change !== undefined) changes.push(change);
    else {
      const instead = first === undefined ? 'Nothing that lifts it was found.' : (first.text.split('\n\n', 1)[0] ?? '');
      notes.push(`${noChange}: ${blockerSentence(blocker)} ${instead}`);
    }
  }
  return { changes, notes };
}

function fromCauses(diagnosis: Diagnosis): Chosen {
  const causes = confirmedCauses(diagnosis);
  const found = causes.map(({ id, playbook }) => {
    const fixes = diagnosis.fixes.filter((fix) => fix.cause === id && fix.playbook === playbook);
    return fixes
      .filter(({ proven }) => proven.state !== 'doesNotHelp')
      .map((fix) => proposed(diagnosis, fix))
      .find((change) => change !== undefined);
  });
  const changes = distinct(found.filter((change) => change !== undefined));
  if (changes.length > 0) return { changes, notes: [] };
  const why = causes.length === 0 ? 'no cause is confirmed.' : 'what helps against the confirmed cause is no policy.';
  return { changes, notes: [`${noChange}: ${why}`] };
}

/** Steps of the plan that change one document build on each other: the last has them all. */
function lastOfEach(changes: readonly Proposed[]): readonly Proposed[] {
  const keyOf = ({ layer, name, fix, isWhole }: Proposed): string | undefined =>
    isWhole ? JSON.stringify([layer, name, fix.computed?.policy?.level]) : undefined;
  return changes.filter(
    (one, at) => keyOf(one) === undefined || !changes.slice(at + 1).some((later) => keyOf(later) === keyOf(one)),
  );
}

export function chosenChanges(diagnosis: Diagnosis): Chosen {
  const { plan } = diagnosis;
  const chosen = plan === undefined ? fromCauses(diagnosis) : fromPlan(diagnosis, plan);
  return { ...chosen, changes: distinct(lastOfEach(chosen.changes)) };
}

/** Where the document belongs, on one line, for a comment. */
export function placeOf({ layer, name, isNew, isWhole }: Proposed): string {
  const noun = layerNouns[layer];
  if (!isWhole) return `A statement for the ${noun}`;
  if (isNew) return `A new ${noun}${name === undefined ? '' : `, ${name}`}`;
  return name === undefined ? `The ${noun}` : `The ${noun} ${name}`;
}
