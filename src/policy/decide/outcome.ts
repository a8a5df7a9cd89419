// Sums up the matched statements of one layer: whether it denies, whether it allows, and how far a resource policy's grant reaches.
import type { DecidingType, EvaluatedType, GrantLevel, Truth } from '../../model/policy.ts';
import type { MatchedStatement } from '../match/statement.ts';
import type { RequestView } from '../match/request.ts';
import type { Layer, LayerLevel } from '../sets.ts';
import { and, or } from '../truth.ts';
import { binds, nameOfLayer } from './binding.ts';

export interface LevelOutcome {
  readonly level: number | undefined;
  readonly allow: Truth;
  /** Positions of Allow statements that match or may match. */
  readonly allows: readonly number[];
}

export interface Outcome {
  readonly type: EvaluatedType;
  readonly name: DecidingType;
  /** It bears on the request: it binds the caller, and it is given or unknown. */
  readonly applies: boolean;
  /** Not all of its policies are known. */
  readonly open: boolean;
  readonly unknown: boolean;
  readonly deny: Truth;
  /** Positions of Deny statements that match or may match. */
  readonly denies: readonly number[];
  readonly allow: Truth;
  readonly allows: readonly number[];
  readonly levels: readonly LevelOutcome[];
  readonly reach: Readonly<Record<GrantLevel, Truth>>;
  /** The range of its statements in the evaluation. */
  readonly first: number;
  readonly end: number;
}

/** A layer and where its statements start in the evaluation. */
export interface LayerRange {
  readonly layer: Layer;
  readonly applies: boolean;
  readonly first: number;
}

export const rangeOf = (layer: Layer, view: RequestView, first: number): LayerRange => ({
  layer,
  applies: (layer.given || layer.unknown) && binds(layer.type, view, layer.given),
  first,
});

const unreached = { direct: false, base: false, account: false } as const;
const unclear = { direct: 'unknown', base: 'unknown', account: 'unknown' } as const;

const absent = (type: EvaluatedType, name: DecidingType): Outcome => ({
  type,
  name,
  applies: false,
  open: false,
  unknown: false,
  deny: false,
  denies: [],
  allow: false,
  allows: [],
  levels: [],
  reach: unreached,
  first: 0,
  end: 0,
});

/** Gathers the statements of one layer, level after level. */
class Tally {
  deny: Truth;
  readonly denies: number[] = [];
  readonly allows: number[] = [];
  readonly reach: Record<GrantLevel, Truth>;
  private readonly matched: readonly MatchedStatement[];
  private readonly loose: boolean;

  constructor(layer: Layer, matched: readonly MatchedStatement[], loose: boolean) {
    this.deny = layer.unknown || layer.mightDeny ? 'unknown' : false;
    this.reach = { ...(layer.unknown || layer.unreadable ? unclear : unreached) };
    this.matched = matched;
    this.loose = loose;
  }

  level(level: LayerLevel, first: number): LevelOutcome {
    let allow: Truth = level.unreadable ? 'unknown' : false;
    const allows: number[] = [];
    for (let at = first; at < first + level.statements.length; at += 1) {
      const item = this.matched[at] as MatchedStatement;
      const result = this.loose ? item.loose : item.trace.matches;
      if (result === false) continue;
      if (item.trace.effect === 'Deny') this.refuse(at, result);
      else {
        allow = or(allow, result);
        allows.push(at);
        this.allows.push(at);
        this.extend(item, result);
      }
    }
    return { level: level.level, allow, allows };
  }

  private refuse(at: number, result: Truth): void {
    this.deny = or(this.deny, result);
    this.denies.push(at);
  }

  /** Read loosely, a grant to `*` may or may not be free of the boundary and the session policy. */
  private extend(item: MatchedStatement, result: Truth): void {
    const level = item.trace.reach;
    if (level === undefined) return;
    const doubtful = this.loose && item.throughStar;
    this.reach[level] = or(this.reach[level], doubtful ? and(result, 'unknown') : result);
    if (doubtful) this.reach.base = or(this.reach.base, result);
  }
}

/** Whether the layer lets the request pass: an Allow at every level, and no level unseen. */
function allowOf(layer: Layer, levels: readonly LevelOutcome[]): Truth {
  if (layer.type === 'rcp') return true;
  let allow: Truth = true;
  for (const level of levels) allow = and(allow, level.allow);
  if (!layer.unknown) return allow;
  return layer.type !== 'scp' && levels.length > 0 && allow === true ? true : 'unknown';
}

export function outcomeOf(
  range: LayerRange,
  matched: readonly MatchedStatement[],
  view: RequestView,
  loose: boolean,
): Outcome {
  const { layer, applies, first } = range;
  const name = nameOfLayer(layer.type, view);
  if (!applies) return absent(layer.type, name);
  const tally = new Tally(layer, matched, loose);
  let end = first;
  const levels = layer.levels.map((level) => {
    const outcome = tally.level(level, end);
    end += level.statements.length;
    return outcome;
  });
  const { deny, denies, allows, reach } = tally;
  const open = layer.unknown || layer.mightDeny || layer.unreadable;
  const allow = allowOf(layer, levels);
  const { type, unknown } = layer;
  return { type, name, applies, open, unknown, deny, denies, allow, allows, levels, reach, first, end };
}
