// Writes down one fact that was read, or that could not be.
import type { Fact, FactReason, FactSourceRef, FactStatus, FactValue } from '../../../../model/fact.ts';

export const known = (name: string, value: FactValue, source: Omit<FactSourceRef, 'origin'>): Fact => ({
  ...{ name, status: 'present', value },
  source: { origin: 'live', ...source },
});

export interface Gap {
  readonly status: FactStatus;
  readonly why?: FactReason;
  readonly operation?: string;
}

export const unknown = (name: string, { status, why, operation }: Gap): Fact => ({
  ...{ name, status },
  source: { origin: 'live', ...(operation === undefined ? {} : { from: operation }), grade: 'stated' },
  ...(why === undefined ? {} : { why }),
});
