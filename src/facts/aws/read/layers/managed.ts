// Reads managed policies: the document of the version that is in force.
import { policyNameOf } from '../../../../model/arn.ts';
import type { Access } from '../../credentials/access.ts';
import type { Desk } from '../desk.ts';
import { policyFrom } from '../documents.ts';
import { at, textAt } from '../fields.ts';
import { layerOf, unknownLayer, type LayerRead } from './layer-read.ts';

export async function readManaged({ reads }: Desk, access: Access, arn: string): Promise<LayerRead> {
  const policy = await reads.call(access, 'iam:GetPolicy', { PolicyArn: arn });
  if (policy.status !== 'present') return layerOf(policy, () => []);
  const version = textAt(policy.value, 'Policy', 'DefaultVersionId');
  if (version === undefined) return unknownLayer({ status: 'unreachable', why: { code: 'not-aws', detail: arn } });
  const document = await reads.call(access, 'iam:GetPolicyVersion', { PolicyArn: arn, VersionId: version });
  return layerOf(document, (value) => [policyFrom(policyNameOf(arn), at(value, 'PolicyVersion', 'Document'))]);
}
