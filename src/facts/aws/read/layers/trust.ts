// Reads the trust policy of the role that was to be assumed, in the account that owns it.
import { accountOf, nameOf } from '../../../../model/arn.ts';
import { accessIn, type Desk } from '../desk.ts';
import { policyFrom } from '../documents.ts';
import { at } from '../fields.ts';
import { layerOf, notAsked, unknownLayer, type LayerRead } from './layer-read.ts';

export interface TrustRead {
  readonly layer: LayerRead;
  readonly exists?: boolean;
}

const signals = { missing: ['NoSuchEntity'] };

export async function readTrust(desk: Desk, roleArn: string | undefined): Promise<TrustRead> {
  const [accountId, name] = roleArn === undefined ? [] : [accountOf(roleArn), nameOf(roleArn)];
  if (accountId === undefined || name === undefined || !/^arn:[\w-]+:iam::\d{12}:role\/[^*?]+$/.test(roleArn ?? ''))
    return { layer: unknownLayer(notAsked('resource-unknown')) };
  const access = await accessIn(desk, accountId);
  if (access === undefined) return { layer: unknownLayer(notAsked('other-account', accountId)) };
  const answer = await desk.reads.call(access, 'iam:GetRole', { RoleName: name }, { signals });
  const layer = layerOf(answer, (value) => [
    policyFrom(`${name} trust`, at(value, 'Role', 'AssumeRolePolicyDocument')),
  ]);
  if (answer.status === 'present') return { layer, exists: true };
  return 'why' in answer && answer.why?.code === 'no-such-resource' ? { layer, exists: false } : { layer };
}
