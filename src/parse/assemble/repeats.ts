// Drops repeats of one error, keeping the first and what the others add to it; then sorts by class.
import { denialClasses, type Denial } from '../../model/denial.ts';
import type { Recognised } from './denial.ts';

const identifying = [
  'class',
  'code',
  'operation',
  'action',
  'principal',
  'resource',
  'denyType',
  'policyType',
  'policyArn',
] as const;
const added = [
  'code',
  'httpStatus',
  'service',
  'operation',
  'principal',
  'accountId',
  'resource',
  'policyArn',
  'encodedMessage',
  'encodedState',
  'authorizationId',
  'requestId',
  'tool',
  'time',
] as const;

/** Who and what were named: then another request id is only another try. */
const isNamed = (denial: Denial) => denial.principal !== undefined || denial.resource !== undefined;

function keyOf(denial: Denial): string {
  const parts: unknown[] = identifying
    .filter((name) => name !== 'code' && name !== 'operation')
    .map((name) => denial[name]);
  if (!isNamed(denial)) parts.push(denial.requestId, denial.code, denial.operation);
  return JSON.stringify(parts);
}

const agree = (left: Denial, right: Denial) =>
  (['code', 'operation'] as const).every(
    (name) => left[name] === undefined || right[name] === undefined || left[name] === right[name],
  );

function fill(kept: Recognised, repeat: Recognised): Recognised {
  const missing = added.filter((name) => kept.denial[name] === undefined && repeat.denial[name] !== undefined);
  if (missing.length === 0) return kept;
  const extra = Object.fromEntries(missing.map((name) => [name, repeat.denial[name]]));
  return { ...kept, denial: { ...kept.denial, ...extra }, rows: [...new Set([...kept.rows, ...repeat.rows])] };
}

/** Everything the echo states, the other states too, and more: a summary line before or after the full text. */
function echoes(echo: Denial, full: Denial): boolean {
  const names = [...identifying, 'requestId', 'service'] as const;
  const stated = names.filter((name) => echo[name] !== undefined && echo[name] !== 'unstated');
  return stated.every((name) => echo[name] === full[name]) && (echo.code !== undefined || echo.class === 'not-aws');
}

const echoDistance = 4000;

function isEcho(echo: Recognised, kept: readonly Recognised[], at: number): boolean {
  const { denial } = echo;
  if (isNamed(denial) || denial.requestId !== undefined || denial.action !== undefined) return false;
  return kept.slice(Math.max(0, at - 2), at + 3).some((other) => {
    const apart = Math.abs(other.denial.span.offset - denial.span.offset);
    return other !== echo && apart < echoDistance && moreThan(other.denial, denial) && echoes(denial, other.denial);
  });
}

const moreThan = (full: Denial, echo: Denial) =>
  isNamed(full) || full.requestId !== undefined || full.action !== undefined || full.span.offset < echo.span.offset;

/** The same refusal told again without names: its derived action is the one already stated. */
function retells(repeat: Denial, kept: Denial | undefined): boolean {
  if (kept === undefined || isNamed(repeat) || !isNamed(kept) || repeat.action === undefined) return false;
  const near = repeat.span.offset - kept.span.offset < echoDistance;
  const sameRequest =
    kept.requestId === undefined || repeat.requestId === undefined || kept.requestId === repeat.requestId;
  return near && sameRequest && repeat.action === kept.action && repeat.denyType === 'unstated' && agree(kept, repeat);
}

export function dropRepeats(all: readonly Recognised[]): Recognised[] {
  const byKey = new Map<string, number>();
  const kept: Recognised[] = [];
  for (const one of all) {
    const key = keyOf(one.denial);
    const index = byKey.get(key);
    const earlier = index === undefined ? undefined : kept[index];
    const last = kept.at(-1);
    if (last !== undefined && retells(one.denial, last.denial)) {
      kept[kept.length - 1] = fill(last, one);
      continue;
    }
    if (index === undefined || earlier === undefined || !agree(earlier.denial, one.denial)) {
      byKey.set(key, kept.push(one) - 1);
    } else kept[index] = fill(earlier, one);
  }
  return kept.filter((one, at) => !isEcho(one, kept, at));
}

export function sortByClass(all: readonly Recognised[]): Recognised[] {
  const rank = ({ denial }: Recognised) => denialClasses.indexOf(denial.class);
  return [...all].sort((left, right) => rank(left) - rank(right) || left.denial.span.offset - right.denial.span.offset);
}
