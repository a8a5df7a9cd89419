// Counts what a file holds, for the line that says what was read.
import type { Counts } from './gaps.ts';
import type { Inventory } from './inventory.ts';

export function countsOf({ entities, policies, resources, endpoints, controls }: Inventory): Counts {
  const kinds = (['role', 'user', 'group'] as const).map(
    (kind) => [kind, entities.filter((entity) => entity.kind === kind).length] as const,
  );
  const control = new Set(controls.flatMap(({ levels }) => levels.flat().map(({ name }) => name)));
  return Object.fromEntries([
    ...kinds,
    ['managedPolicy', policies.length],
    ['resourcePolicy', resources.filter((one) => one.policies.length > 0).length],
    ['endpointPolicy', endpoints.length],
    ['controlPolicy', control.size],
  ]);
}
