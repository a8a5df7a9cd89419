// Sums up the matched statements of one layer: whether it denies, whether it allows, and how far a resource policy's grant reaches.
import type { DecidingType, EvaluatedType, GrantLevel, Truth } from '../../model/policy.ts';
import type { MatchedStatement } from '../match/statement.ts';
import type { RequestView } from '../match/request.ts';
import type { Layer } from '../sets.ts';
import { and, or } from '../truth.ts';
import { binds, nameOfLayer } from './binding.ts';

export interface LevelOutcome {
  readonly level: number | undefined;
  readonly allow: Truth;
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
  readonly levels: readonly LevelOutcome[];
  readonly reach: Readonly<Record<GrantLevel, Truth>>;
  readonly first: number;
  readonly end: number;
}

/** A layer with the range of its statements in the evaluation, per level. */
export interface LayerRange {
  readonly layer: Layer;
  readonly applies: boolean;
  /** Where each level starts, and at last where the layer ends. */
  readonly starts: readonly number[];
}

export function rangeOf(layer: Layer, view: RequestView, from: number): LayerRange {
  const applies = (layer.given || layer.unknown) && binds(layer.type, view, layer.given);
  const starts = [from];
  if (applies) for (const level of layer.levels) starts.push((starts.at(-1) ?? from) + level.statements.length);
  return { layer, applies, starts };
}

type Matched = readonly MatchedStatement[];

/** A level's Allow statements that match or may match. */
function levelOutcome(range: LayerRange, index: number, matched: Matched, loose: boolean): LevelOutcome {
  const level = range.layer.levels[index];
  const [from = 0, to = 0] = range.starts.slice(index, index + 2);
  let allow: Truth = level?.unreadable === true ? 'unknown' : false;
  const allows: number[] = [];
  for (let at = from; at < to; at += 1) {
    const item = matched[at] as MatchedStatement;
    const result = loose ? item.loose : item.trace.matches;
    if (item.trace.effect !== 'Allow' || result === false) continue;
    allow = or(allow, result);
    allows.push(at);
  }
  return { level: level?.level, allow, allows };
}

interface Denies {
  readonly deny: Truth;
  readonly denies: readonly number[];
}

function deniesOf(range: LayerRange, matched: Matched, loose: boolean): Denies {
  let deny: Truth = range.layer.unknown || range.layer.mightDeny ? 'unknown' : false;
  const denies: number[] = [];
  for (let at = range.starts[0] ?? 0; at < (range.starts.at(-1) ?? 0); at += 1) {
    const item = matched[at] as MatchedStatement;
    const result = loose ? item.loose : item.trace.matches;
    if (item.trace.effect !== 'Deny' || result === false) continue;
    deny = or(deny, result);
    denies.push(at);
  }
  return { deny, denies };
}

/** Read loosely, a grant to `*` may or may not be free of the boundary and the session policy. */
function reachOf(levels: readonly LevelOutcome[], matched: Matched, loose: boolean, open: boolean) {
  const reach: Record<GrantLevel, Truth> = open
    ? { direct: 'unknown', base: 'unknown', account: 'unknown' }
    : { direct: false, base: false, account: false };
  for (const at of levels.flatMap((level) => level.allows)) {
    const { trace, throughStar, loose: loosely } = matched[at] as MatchedStatement;
    const result = loose ? loosely : trace.matches;
    const level = trace.reach ?? 'account';
    reach[level] = or(reach[level], loose && throughStar ? and(result, 'unknown') : result);
    if (loose && throughStar) reach.base = or(reach.base, result);
  }
  return reach;
}

export function outcomeOf(range: LayerRange, matched: Matched, view: RequestView, loose: boolean): Outcome {
  const { layer, applies } = range;
  const unreadable = layer.levels.some((level) => level.unreadable);
  const levels = applies ? layer.levels.map((_, index) => levelOutcome(range, index, matched, loose)) : [];
  return {
    type: layer.type,
    name: nameOfLayer(layer.type, view),
    applies,
    open: applies && (layer.unknown || layer.mightDeny || unreadable),
    unknown: applies && layer.unknown,
    ...(applies ? deniesOf(range, matched, loose) : { deny: false, denies: [] }),
    levels,
    reach: reachOf(levels, matched, loose, applies && (layer.unknown || unreadable)),
    first: range.starts[0] ?? 0,
    end: range.starts.at(-1) ?? 0,
  };
}

/** Whether the layer lets the request pass: an Allow at every level, or at any when it has none. */
export function allowOf(outcome: Outcome): Truth {
  if (outcome.type === 'rcp') return true;
  let allow: Truth = outcome.unknown ? 'unknown' : true;
  for (const level of outcome.levels) allow = and(allow, level.allow);
  if (outcome.unknown && outcome.type !== 'scp' && outcome.levels.some((level) => level.allow === true)) return true;
  return outcome.unknown ? or(allow, 'unknown') : allow;
}
