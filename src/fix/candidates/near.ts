// Candidates from the Allow statements that came closest: the one element that does not hold is set right, and the rest of the statement is never widened.
import type { NearMiss, StatementTrace } from '../../model/policy.ts';
import type { Candidate, Situation } from './candidate.ts';
import { isAwsManaged } from './added.ts';
import { isRow, statementsOf, textsOf, type Row } from '../document/plain.ts';
import { correctedPrincipal } from './principal.ts';
import { correctedResource } from './resource.ts';
import { meetAllow } from './meet.ts';
import { audienceIn, avoidOf, ownerOf } from './owner.ts';
import { speltAction } from './statement.ts';

/** An Allow statement of the layer that is missing one, as it stands in its document. */
export interface Near {
  readonly trace: StatementTrace;
  readonly miss: NearMiss;
  readonly key: string;
  readonly statement: Row;
}

const oneOrMany = (texts: readonly string[]): string | readonly string[] =>
  texts.length === 1 ? (texts[0] ?? '') : texts;

export function nearOf({ held, evaluation, obstacle }: Situation): readonly Near[] {
  return evaluation.nearMisses.flatMap((miss): Near[] => {
    const trace = evaluation.statements[miss.statement];
    if (trace?.type !== obstacle.type || trace.level !== obstacle.level) return [];
    const document = held.documents.find(({ key }) => key === trace.policy);
    const statement = document?.document === undefined ? undefined : statementsOf(document.document)[trace.index];
    if (document === undefined || !isRow(statement)) return [];
    return [{ trace, miss, key: document.key, statement }];
  });
}

function addedAction(
  { request, obstacle: { type } }: Situation,
  { key, trace, statement }: Near,
): readonly Candidate[] {
  if (statement.Action === undefined) return [];
  const actions = [...textsOf(statement.Action), speltAction(request.action)];
  const named = statement.NotResource === undefined ? textsOf(statement.Resource) : ['*'];
  return [
    {
      code: 'add-action',
      kind: 'grant',
      owner: ownerOf(type, request),
      type,
      statement: trace.index,
      change: { key, edit: { statements: [{ index: trace.index, set: { Action: oneOrMany(actions) } }], append: [] } },
      grants: {
        actions: [speltAction(request.action)],
        resources: named.length === 0 ? [request.resource] : named,
        principals: audienceIn(type, statement),
      },
      avoid: avoidOf(type, request),
    },
  ];
}

const makers: Readonly<Record<string, (situation: Situation, near: Near) => readonly Candidate[]>> = {
  action: addedAction,
  resource: correctedResource,
  principal: correctedPrincipal,
  condition: meetAllow,
};

export function nearCandidates(situation: Situation): readonly Candidate[] {
  return nearOf(situation).flatMap((near) => {
    const elements = new Set(near.miss.reasons.map(({ element }) => element));
    const [element] = elements;
    if (elements.size !== 1 || element === undefined) return [];
    const document = situation.held.documents.find(({ key }) => key === near.key);
    const isFixed = document !== undefined && isAwsManaged(document) && element !== 'condition';
    return isFixed ? [] : (makers[element]?.(situation, near) ?? []);
  });
}
