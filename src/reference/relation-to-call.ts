// Tells how a refused action stands to the operation that was called: its namesake, its own action under another name, or one that the call needs besides.
import { actionsOfOperation, servicesWithOperation, withoutDate } from './operations.ts';

export const relationsToCall = ['sameName', 'otherName', 'dependent'] as const;
export type RelationToCall = (typeof relationsToCall)[number];

/** Undefined where the reference does not know the operation. */
export function relationToCall(operation: string, action: string): RelationToCall | undefined {
  const [prefix = '', name = ''] = action.toLowerCase().split(':');
  const called = withoutDate(operation).toLowerCase();
  if (called === name) return 'sameName';
  const services = servicesWithOperation(operation);
  if (services.length === 0) return undefined;
  const own = services.includes(prefix) ? actionsOfOperation(prefix, operation).map((one) => one.toLowerCase()) : [];
  return own.includes(action.toLowerCase()) && !own.includes(`${prefix}:${called}`) ? 'otherName' : 'dependent';
}
