// Reads the policy of the VPC endpoint that the request went through, where something names it.
import type { Desk } from '../desk.ts';
import { policyFrom } from '../documents.ts';
import { eachAt } from '../fields.ts';
import { layerOf, notAsked, unknownLayer, type LayerRead } from './layer-read.ts';

/** The id in an ARN, a condition or a message. */
export const endpointIdIn = (texts: readonly string[]): string | undefined =>
  texts.map((text) => /\bvpce-[0-9a-f]{8,17}\b/.exec(text)?.[0]).find((id) => id !== undefined);

export async function readVpcEndpoint({ reads, accesses }: Desk, id: string | undefined): Promise<LayerRead> {
  const [access] = accesses;
  if (id === undefined || access === undefined) return unknownLayer(notAsked('no-endpoint-named'));
  const signals = { missing: ['InvalidVpcEndpointId.NotFound'] };
  const answer = await reads.call(access, 'ec2:DescribeVpcEndpoints', { VpcEndpointId: [id] }, { signals });
  const layer = layerOf(answer, (value) =>
    eachAt(value, ['vpcEndpointSet', '*', 'policyDocument']).map((document) => policyFrom(id, document)),
  );
  return layer.unread.length === 0 && layer.policies.length === 0
    ? unknownLayer({ status: 'not-retrievable', why: { code: 'no-such-resource', detail: id } })
    : layer;
}
