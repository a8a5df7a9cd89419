// Finds out whether the session was made with session policies: no call returns them, so what shows it is how the session came about. (AWS page: "Session policies")
import { principalKindOf } from '../../../../model/arn.ts';
import type { Access } from '../../credentials/access.ts';
import { eachAt, textAt, at } from '../fields.ts';
import type { Desk } from '../desk.ts';
import { policyFrom } from '../documents.ts';
import { joined, layerOf, nothing, unknownLayer, type LayerRead } from './layer-read.ts';
import { readManaged } from './managed.ts';

const notRetrievable = unknownLayer({ status: 'not-retrievable', why: { code: 'session-policies' } });

/** Ways to get credentials that have no place to pass a session policy. */
const without = ['instance-metadata', 'sso'];

export async function readSession(desk: Desk, principal: string, callerArn: string | undefined): Promise<LayerRead> {
  const kind = principalKindOf(principal);
  if (kind === 'user' || kind === 'root') return { ...nothing, absentBecause: 'no-session-policies' };
  const [access] = desk.accesses;
  if (access === undefined || callerArn !== principal) return notRetrievable;
  if (without.includes(access.choice.source)) return { ...nothing, absentBecause: 'no-session-policies' };
  return fromTrail(desk, access);
}

/** The event that made these credentials names their access key, and the policies that were passed. */
async function fromTrail(desk: Desk, access: Access): Promise<LayerRead> {
  const { accessKeyId } = await access.credentials();
  const answer = await desk.reads.call(access, 'cloudtrail:LookupEvents', {
    LookupAttributes: [{ AttributeKey: 'ResourceName', AttributeValue: accessKeyId }],
  });
  if (answer.status !== 'present') return notRetrievable;
  const events = eachAt(answer.value, ['Events', '*', 'CloudTrailEvent']).map(parsed);
  const made = events.find((event) => textAt(event, 'responseElements', 'credentials', 'accessKeyId') === accessKeyId);
  const request = at(made, 'requestParameters');
  if (request === undefined) return notRetrievable;
  const inline = textAt(request, 'policy');
  const managed = eachAt(request, ['policyArns', '*', 'arn']).flatMap((arn) => (typeof arn === 'string' ? [arn] : []));
  const record = layerOf(answer, () => (inline === undefined ? [] : [policyFrom('session policy', inline)]));
  return joined([record, ...(await Promise.all(managed.map((arn) => readManaged(desk, access, arn))))]);
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}
