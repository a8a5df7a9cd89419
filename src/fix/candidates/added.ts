// Candidates that add a statement: to a document of the layer that may be edited, or as a document of its own.
import { isAwsManagedPolicy } from '../../model/arn.ts';
import type { Candidate, Situation } from './candidate.ts';
import { appended } from '../document/edit.ts';
import { statementsOf, type Row } from '../document/plain.ts';
import type { DocumentChange, HeldDocument } from '../case.ts';
import { audienceIn, audienceOf, avoidOf, isKey, ownerOf } from './owner.ts';
import { namedResource, smallestStatement, speltAction } from './statement.ts';

/** Policies that AWS keeps cannot be edited. */
export const isAwsManaged = ({ name }: Pick<HeldDocument, 'name'>): boolean =>
  isAwsManagedPolicy(name.split(': ').at(-1) ?? name) || name === 'FullAWSAccess' || name === 'AdministratorAccess';

/** The document of the nearest miss, else the first one that may be edited. */
export function documentToEdit({ held, obstacle, evaluation }: Situation): HeldDocument | undefined {
  const editable = held.documents.filter(
    (one) =>
      one.type === obstacle.type && one.level === obstacle.level && one.document !== undefined && !isAwsManaged(one),
  );
  const near = evaluation.nearMisses.map(({ statement }) => evaluation.statements[statement]?.policy);
  return editable.find(({ key }) => near.includes(key)) ?? editable[0];
}

/** Places that somebody fills in first. */
const hasPlaces = (statement: Row): boolean =>
  /\b(?:TOKEN_AUDIENCE|TOKEN_SUBJECT|ROLE_NAME)\b/.test(JSON.stringify(statement));

const newNames = { session: 'session policy', resource: 'resource policy', vpcEndpoint: 'endpoint policy' } as const;

/** Where there is no document that may be edited, a new one stands beside the others. */
function created({ obstacle: { type, level }, held }: Situation, statement: Row): DocumentChange {
  const place = level === undefined ? type : `${type}.${level}`;
  const name =
    type in newNames
      ? newNames[type as keyof typeof newNames]
      : `allow-${String(statement.Action).replace(/\W+/g, '-')}`;
  const document = { Version: '2012-10-17', Statement: [statement] };
  const key = `${place}+${held.documents.length}`;
  return { key, edit: appended(), create: { type, ...(level === undefined ? {} : { level }), name, document } };
}

/** A resource, an endpoint or a caller has one such document: another cannot stand beside one that is not readable. */
const isSingle = (type: string): boolean => type === 'resource' || type === 'vpcEndpoint' || type === 'boundary';

export function addedStatement(situation: Situation): readonly Candidate[] {
  const { request, caller, obstacle, held } = situation;
  const { type } = obstacle;
  const statement = smallestStatement(type, request, caller);
  if (statement === undefined) return [];
  const target = documentToEdit(situation);
  const isTaken = isSingle(type) && held.documents.some((one) => one.type === type);
  if (target === undefined && isTaken) return [];
  return [
    {
      code: target === undefined ? 'add-document' : 'add-statement',
      kind: 'grant',
      owner: ownerOf(type, request),
      type,
      change: target === undefined ? created(situation, statement) : { key: target.key, edit: appended(statement) },
      ...(target?.document === undefined ? {} : { statement: statementsOf(target.document).length }),
      grants: {
        actions: [speltAction(request.action)],
        resources: [isKey(request) ? request.resource : namedResource(request)],
        principals: type === 'resource' ? audienceIn(type, statement) : audienceOf(type),
      },
      avoid: avoidOf(type, request),
      ...(hasPlaces(statement) ? { hasPlaces: true } : {}),
    },
  ];
}
