// Turns a denial into facts: one for each field its text states.
import type { Denial } from '../model/denial.ts';
import type { Fact, FactValue } from '../model/fact.ts';

const fields = [
  'class',
  'code',
  'httpStatus',
  'service',
  'operation',
  'action',
  'principal',
  'accountId',
  'resource',
  'denyType',
  'policyType',
  'policyTypeVia',
  'policyArn',
  'encodedState',
  'authorizationId',
  'requestId',
  'tool',
  'time',
  'text',
] as const satisfies readonly (keyof Denial)[];

const source = { origin: 'error', from: 'the error text', grade: 'stated' } as const;

export function factsOfDenial(denial: Denial): readonly Fact[] {
  return fields.flatMap((field): Fact[] => {
    const value: FactValue | undefined = denial[field];
    if (value !== undefined) return [{ name: `error.${field}`, status: 'present', value, source }];
    return field === 'encodedState' ? [{ name: 'error.encodedState', status: 'absent', source }] : [];
  });
}
