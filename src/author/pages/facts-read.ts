// Lists the facts a playbook reads, and the AWS calls a live read of them needs.
import { entryOf } from '../../model/catalogue/catalogue.ts';
import type { Condition, LoadedPlaybook } from '../../model/playbook.ts';
import { placeholdersOf } from '../../playbook/placeholder.ts';

export function factsRead(playbook: LoadedPlaybook): readonly string[] {
  const conditions = [
    playbook.match,
    ...Object.values(playbook.conditions ?? {}),
    ...playbook.steps.flatMap((step) => [
      ...(step.when === undefined ? [] : [step.when]),
      ...(step.type === 'check' ? [step.expect] : []),
    ]),
    ...playbook.causes.map(({ when }) => when),
  ];
  const shown = placeholdersOf(JSON.stringify([playbook.steps, playbook.causes]).replaceAll('\\"', '"')).map(
    ({ fact }) => fact,
  );
  const named = [...conditions.flatMap(factsOf), ...shown].filter((fact) => entryOf(fact) !== undefined);
  return [...new Set(named)].sort();
}

function factsOf(condition: Condition): readonly string[] {
  if ('fact' in condition) {
    const { fact, value } = condition;
    return typeof value === 'object' && 'fact' in value && typeof value.fact === 'string' ? [fact, value.fact] : [fact];
  }
  if ('not' in condition) return factsOf(condition.not);
  if ('condition' in condition) return [];
  return ('all' in condition ? condition.all : condition.any).flatMap(factsOf);
}

export interface Permission {
  readonly action: string;
  readonly facts: readonly string[];
}

export function permissionsOf(playbook: LoadedPlaybook): readonly Permission[] {
  const calls = factsRead(playbook).flatMap((fact) => (entryOf(fact)?.calls ?? []).map((action) => ({ action, fact })));
  const actions = [...new Set(calls.map(({ action }) => action))].sort();
  return actions.map((action) => ({
    action,
    facts: calls.filter((call) => call.action === action).map(({ fact }) => fact),
  }));
}
