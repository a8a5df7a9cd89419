// What several sources say of one layer: chooses the set that counts, joins those that each tell of a part, and keeps the rest for comparison.
import type { Reading } from '../../model/fact.ts';
import type { EvaluatedType, NamedPolicy, PolicySet } from '../../model/policy.ts';

export type SetName = Exclude<keyof PolicySet, 'unknown'>;

export const setNameOf = (type: EvaluatedType): SetName => (type === 'scp' || type === 'rcp' ? `${type}s` : type);

/** Policies with where they come from; of a layer named as unknown, what is there is a part. */
export interface Claim {
  readonly from: string;
  readonly policies: PolicySet;
  readonly readAt?: Reading['readAt'];
}

type Set_ = PolicySet[SetName];

export interface ChosenSet {
  readonly type: EvaluatedType;
  readonly set: Set_;
  readonly isOpen: boolean;
  readonly time: string | undefined;
  readonly others: readonly Claim[];
}

const setIn = ({ policies }: Claim, type: EvaluatedType): Set_ => policies[setNameOf(type)];
const isOpenIn = ({ policies }: Claim, type: EvaluatedType): boolean =>
  policies.unknown?.policies?.includes(type) === true;

/** The first that has all of it; else the parts together; else it is unknown, if anybody says so. */
export function chosenSet(type: EvaluatedType, claims: readonly Claim[]): ChosenSet {
  const holders = claims.filter((claim) => setIn(claim, type) !== undefined);
  const whole = holders.find((claim) => !isOpenIn(claim, type));
  const first = whole ?? holders[0];
  const time = first?.readAt?.[type];
  if (first === undefined) {
    const doubter = claims.find((claim) => isOpenIn(claim, type));
    // That there is none was found out at some time too.
    const reader = doubter ?? claims.find((claim) => claim.readAt?.[type] !== undefined);
    return { type, set: undefined, isOpen: doubter !== undefined, time: reader?.readAt?.[type], others: [] };
  }
  const others = holders.filter((claim) => claim !== first);
  const set = whole === undefined ? joined(type, holders) : setIn(first, type);
  return { type, set, isOpen: whole === undefined, time, others };
}

/** Levels cannot be laid over one another: those of the first stand. */
function joined(type: EvaluatedType, holders: readonly Claim[]): Set_ {
  const sets = holders.map((claim) => setIn(claim, type) ?? []);
  if (type === 'scp' || type === 'rcp') return sets[0];
  const seen = new Set<string>();
  return (sets.flat() as readonly NamedPolicy[]).filter(({ name, policy }) => {
    const mark = JSON.stringify([name, policy]);
    if (seen.has(mark)) return false;
    seen.add(mark);
    return true;
  });
}
