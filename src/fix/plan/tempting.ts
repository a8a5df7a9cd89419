// Popular changes that would not help here: each is tried, and only those that fail are told.
import type { Evaluation } from '../../model/policy.ts';
import { hasIdentity, readCaller } from '../../policy/match/caller.ts';
import { type Case, evaluationOf, requestOf } from '../case.ts';
import type { Candidate } from '../candidates/candidate.ts';
import { isRow, statementsOf, type Row } from '../document/plain.ts';
import { appended } from '../document/edit.ts';
import { decidingPart } from '../proof/relevant.ts';
import { applied } from '../proof/trying.ts';

const grants = { actions: ['*'], resources: ['*'], principals: 'attached' } as const;

const identity = { kind: 'grant', owner: 'iam-admin', type: 'identity', grants, avoid: [] } as const;

const created = (name: string, statement: Row): Candidate['change'] & object => {
  const document = { Version: '2012-10-17', Statement: [statement] };
  return { key: 'identity+', edit: appended(), create: { type: 'identity', name, document } };
};

const administrator: Candidate = {
  ...identity,
  code: 'attach-administrator',
  change: created('AdministratorAccess', { Effect: 'Allow', Action: '*', Resource: '*' }),
};

/** Where a Deny decides, no wider resource helps. */
function everyResource(held: Case): Candidate {
  const { action } = requestOf(held);
  const statement = { Effect: 'Allow', Action: action, Resource: '*' };
  const opened = { actions: [action], resources: ['*'], principals: 'attached' } as const;
  return {
    ...identity,
    grants: opened,
    code: 'allow-every-resource',
    change: created('allow-every-resource', statement),
  };
}

/** Every action of the service on the ARN that misses the resource. */
function everyAction(held: Case, { nearMisses, statements }: Evaluation): readonly Candidate[] {
  const service = requestOf(held).action.split(':')[0] ?? '';
  const miss = nearMisses.find(({ reasons }) =>
    reasons.some(({ code }) => /^resource\.(?:bucket-vs|object-vs|type)/.test(code)),
  );
  const trace = miss === undefined ? undefined : statements[miss.statement];
  const document = held.documents.find(({ key }) => key === trace?.policy)?.document;
  const statement = document === undefined || trace === undefined ? undefined : statementsOf(document)[trace.index];
  if (trace?.type !== 'identity' || !isRow(statement)) return [];
  const edit = { statements: [{ index: trace.index, set: { Action: `${service}:*` } }], append: [] };
  const opened = {
    actions: [`${service}:*`],
    resources: [statement.Resource].flat().map(String),
    principals: 'attached',
  } as const;
  return [
    {
      ...identity,
      grants: opened,
      code: 'allow-every-action',
      statement: trace.index,
      change: { key: trace.policy, edit },
    },
  ];
}

/** For a caller that carries policies at all. */
export function temptations(held: Case, evaluation: Evaluation): readonly Candidate[] {
  if (!hasIdentity(readCaller(requestOf(held)))) return [];
  const isDenied = evaluation.statements.some(({ effect, matches }) => effect === 'Deny' && matches === true);
  const tempting = [administrator, ...everyAction(held, evaluation), ...(isDenied ? [everyResource(held)] : [])];
  return tempting.filter((candidate) => {
    const { decision } = evaluationOf(decidingPart(applied(held, candidate)));
    return decision === 'implicitDeny' || decision === 'explicitDeny';
  });
}
