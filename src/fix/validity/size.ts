// Whether there is room: the length of a proposed document, of the policies beside it, and their number, against what AWS takes.
import { readArn } from '../../model/arn.ts';
import type { NamedPolicy } from '../../model/policy.ts';
import type { MeasuredLimit, ValidityWarning } from '../../model/validity.ts';
import { readCaller } from '../../policy/match/caller.ts';
import {
  limitsAsOf,
  numberLimits,
  resourcePolicyLimit,
  sizeLimits,
  type NumberLimit,
  type SizeLimit,
} from '../../reference/limits.ts';
import { plainPolicy, statementsOf, textsOf, isRow } from '../document/plain.ts';
import type { Proposal } from './proposal.ts';

/** Policies written into an entity are named after it. */
function holderIn({ request, name = '' }: Proposal): string | undefined {
  const { userArn, roleArn } = readCaller(request);
  const own = (roleArn ?? userArn)?.split('/').at(-1);
  return own !== undefined && name.startsWith(`${own}/`) ? own : undefined;
}

function identityLimit(proposal: Proposal): SizeLimit {
  if (/^arn:[^:]*:iam::[^:]*:policy\//.test(proposal.name ?? '')) return sizeLimits.managed;
  if (holderIn(proposal) === undefined) return sizeLimits.identity;
  return readCaller(proposal.request).roleArn === undefined ? sizeLimits.inlineOfUser : sizeLimits.inlineOfRole;
}

export function limitOf(proposal: Proposal): SizeLimit | undefined {
  const { type, request } = proposal;
  if (type === 'identity') return identityLimit(proposal);
  if (type === 'permissionsBoundary') return sizeLimits.managed;
  return type === 'resource' ? resourcePolicyLimit(readArn(request.resource)?.service ?? '') : sizeLimits[type];
}

const lengthIn = (text: string, unit: SizeLimit['unit']): number =>
  unit === 'bytes' ? Buffer.byteLength(text) : [...text].length;

/** What the other policies of the same holder take. */
function takenBeside(proposal: Proposal): number {
  const holder = holderIn(proposal) ?? '';
  const others = proposal.beside.filter(({ name }) => name !== proposal.name && name.startsWith(`${holder}/`));
  return others.reduce((sum, policy) => sum + JSON.stringify(plainPolicy(policy)?.document ?? '').length, 0);
}

function measured(counted: number, limit: number, { unit, page, isTogether, most }: SizeLimit): MeasuredLimit {
  const together = isTogether === true ? { isTogether } : {};
  return { counted, limit, ...(most > limit ? { upTo: most } : {}), unit, ...together, page, asOf: limitsAsOf };
}

/** Where blanks count, or may, the text as printed is too long only if it would not be written more tightly. */
export function sizeWarnings(proposal: Proposal): readonly ValidityWarning[] {
  const limit = limitOf(proposal);
  if (limit === undefined || proposal.text === undefined) return [];
  const beside = limit.isTogether === true ? takenBeside(proposal) : 0;
  const tight = lengthIn(JSON.stringify(proposal.document), limit.unit) + beside;
  const asPrinted = limit.whiteSpace === 'free' ? tight : lengthIn(proposal.text, limit.unit);
  const { most, usual = most } = limit;
  if (tight > most) return [{ code: 'size.no-room', about: [], measured: measured(tight, most, limit) }];
  if (tight > usual) return [{ code: 'size.above-usual', about: [], measured: measured(tight, usual, limit) }];
  if (asPrinted <= most) return [];
  return [{ code: 'size.white-space', about: [], measured: measured(asPrinted, most, limit) }];
}

/** Each control policy takes a place; so does each managed policy, which those written into a holder do not. */
function placesTaken({ type, beside, request }: Proposal): readonly [number, NumberLimit] | undefined {
  if (type === 'scp' || type === 'rcp') return [beside.length, numberLimits[type]];
  if (type !== 'identity') return undefined;
  const isAttached = ({ name }: NamedPolicy): boolean => !name.includes('/') || name.startsWith('arn:');
  const { roleArn } = readCaller(request);
  return [
    beside.filter(isAttached).length,
    roleArn === undefined ? numberLimits.managedOfUser : numberLimits.managedOfRole,
  ];
}

export function numberWarnings(proposal: Proposal): readonly ValidityWarning[] {
  const [taken, limit] = placesTaken(proposal) ?? [];
  if (!proposal.isNew || taken === undefined || limit === undefined) return [];
  const { most, usual = most, page } = limit;
  const passed = [usual, most].filter((one) => taken + 1 > one).at(-1);
  if (passed === undefined) return [];
  const upTo = most > passed ? { upTo: most } : {};
  const counts = { counted: taken + 1, limit: passed, ...upTo, unit: 'policies', page, asOf: limitsAsOf } as const;
  return [{ code: 'count.attached', about: [], measured: counts }];
}

/** Some services limit the number of statements, and of actions in each. */
export function partWarnings(proposal: Proposal): readonly ValidityWarning[] {
  const limit = limitOf(proposal);
  if (limit === undefined || proposal.text === undefined) return [];
  const { statements: most = Infinity, actionsInStatement = Infinity, page } = limit;
  const list = statementsOf(proposal.document);
  const at = { page, asOf: limitsAsOf };
  const actions = list.map((one) => (isRow(one) ? textsOf(one.Action).length : 0));
  const many = actions.findIndex((count) => count > actionsInStatement);
  return [
    ...(list.length > most
      ? [
          {
            code: 'count.statements',
            about: [],
            measured: { counted: list.length, limit: most, unit: 'statements', ...at },
          } as const,
        ]
      : []),
    ...(many < 0
      ? []
      : [
          {
            code: 'count.actions',
            statement: many,
            about: [],
            measured: { counted: actions[many] ?? 0, limit: actionsInStatement, unit: 'actions', ...at },
          } as const,
        ]),
  ];
}
