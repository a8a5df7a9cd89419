// Breaks each leaf of a playbook's conditions, by negating or dropping it: a test that notices nothing shows what is not tested.
import type { Condition, LoadedPlaybook, PlaybookCause, Step } from '../../model/playbook.ts';
import { runTest } from './run-test.ts';

export interface Survivor {
  /** Where the leaf stands: `causes.trust-denies.when.all.0`. */
  readonly place: string;
  readonly change: 'negated' | 'dropped';
  readonly leaf: string;
}

export interface Mutation {
  readonly playbook: string;
  readonly killed: number;
  readonly total: number;
  readonly survivors: readonly Survivor[];
}

interface Mutant extends Survivor {
  readonly playbook: LoadedPlaybook;
}

export async function mutate(playbook: LoadedPlaybook, own: ReadonlySet<string>): Promise<Mutation> {
  const survivors: Survivor[] = [];
  const mutants = mutantsOf(playbook, own);
  for (const { playbook: mutant, ...about } of mutants) if (await survives(mutant)) survivors.push(about);
  return { playbook: playbook.id, killed: mutants.length - survivors.length, total: mutants.length, survivors };
}

async function survives(mutant: LoadedPlaybook): Promise<boolean> {
  for (const index of mutant.tests.keys()) if ((await runTest(mutant, index)).failures.length > 0) return false;
  return true;
}

/** `own` are the steps written in the file itself: those of fragments are shared, and tested by others too. */
function mutantsOf(playbook: LoadedPlaybook, own: ReadonlySet<string>): readonly Mutant[] {
  const named = Object.entries(playbook.conditions ?? {}).flatMap(([name, condition]) =>
    changed(condition, `conditions.${name}`, (mutant) => ({
      ...playbook,
      conditions: { ...playbook.conditions, [name]: mutant },
    })),
  );
  const causes = playbook.causes.flatMap((cause) =>
    changed(cause.when, `causes.${cause.id}.when`, (when) => withCause(playbook, cause, { ...cause, when })),
  );
  const steps = playbook.steps.filter(({ id }) => own.has(id)).flatMap((step) => stepMutants(playbook, step));
  return [...changed(playbook.match, 'match', (match) => ({ ...playbook, match })), ...named, ...steps, ...causes];
}

function stepMutants(playbook: LoadedPlaybook, step: Step): readonly Mutant[] {
  const when =
    step.when === undefined
      ? []
      : changed(step.when, `steps.${step.id}.when`, (mutant) => withStep(playbook, step, { ...step, when: mutant }));
  if (step.type !== 'check') return when;
  const expect = changed(step.expect, `steps.${step.id}.expect`, (mutant) =>
    withStep(playbook, step, { ...step, expect: mutant }),
  );
  return [...when, ...expect];
}

const withStep = (playbook: LoadedPlaybook, from: Step, to: Step): LoadedPlaybook => ({
  ...playbook,
  steps: playbook.steps.map((step) => (step === from ? to : step)),
});

const withCause = (playbook: LoadedPlaybook, from: PlaybookCause, to: PlaybookCause): LoadedPlaybook => ({
  ...playbook,
  causes: playbook.causes.map((cause) => (cause === from ? to : cause)),
});

/** One mutant for each leaf negated, and for each member of a larger group dropped. */
function changed(
  condition: Condition,
  place: string,
  rebuilt: (mutant: Condition) => LoadedPlaybook,
): readonly Mutant[] {
  if ('fact' in condition)
    return [{ place, change: 'negated', leaf: shown(condition), playbook: rebuilt({ not: condition }) }];
  if ('condition' in condition) return [];
  if ('not' in condition) return changed(condition.not, `${place}.not`, (mutant) => rebuilt({ not: mutant }));
  const [key, members] = 'all' in condition ? (['all', condition.all] as const) : (['any', condition.any] as const);
  const group = (list: readonly Condition[]): Condition => (key === 'all' ? { all: list } : { any: list });
  return members.flatMap((member, index): readonly Mutant[] => {
    const at = `${place}.${key}.${index}`;
    const inner = changed(member, at, (mutant) => rebuilt(group(members.with(index, mutant))));
    if (members.length < 2 || !('fact' in member)) return inner;
    const rest = rebuilt(group(members.filter((_, position) => position !== index)));
    return [...inner, { place: at, change: 'dropped', leaf: shown(member), playbook: rest }];
  });
}

const shown = (leaf: Extract<Condition, { readonly fact: string }>): string =>
  `${leaf.fact} ${leaf.operator} ${JSON.stringify(leaf.value)}`;
