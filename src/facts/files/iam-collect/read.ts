// Reads a folder that cloud-copilot's iam-collect wrote: the users, roles and policies of whole accounts, resource policies, and the organization's. (iam-collect's documentation: "Storage")
import { readArn } from '../../../model/arn.ts';
import type { NamedPolicy } from '../../../model/policy.ts';
import type { AccountResource } from '../../policies/account.ts';
import type { Gap } from '../gaps.ts';
import { isRow, memberOf, type GivenFile, type NamedText } from '../given-file.ts';
import { countsOf } from '../inventory-counts.ts';
import { accountFrom, type EntityKind, type ListedEntity, type ListedPolicy } from '../inventory.ts';
import { contentOf, drawersIn, organizationsIn, type Drawer } from './folder.ts';
import { controlsIn } from './organization.ts';

export function collectedFolder(folder: string, texts: readonly NamedText[]): GivenFile {
  const [drawers, gaps] = [drawersIn(texts), [] as Gap[]];
  const other = drawers.filter(({ arn }) => readArn(arn)?.service !== 'iam');
  const inventory = {
    entities: drawers.flatMap(entityOf),
    policies: drawers.flatMap(managedOf),
    attachments: [],
    memberships: [],
    resources: other.filter((drawer) => endpointIdOf(drawer) === undefined).map(resourceOf),
    endpoints: other.flatMap(endpointOf),
    controls: organizationsIn(texts).flatMap((organization) => controlsIn(organization, gaps)),
  };
  for (const text of texts)
    if (/policy\.json$|policies\.json$/.test(text.path) && contentOf(text) === undefined)
      gaps.push({ code: 'not-json', place: text.path });
  return {
    facts: [],
    partial: true,
    policies: {},
    accounts: [accountFrom(inventory, folder)],
    contents: { kind: 'iam-collect', counts: countsOf(inventory) },
    gaps,
  };
}

const entityKinds: readonly EntityKind[] = ['user', 'group', 'role'];
const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** All of it comes from one call for the account, so that a file that is missing says that there is nothing. */
function entityOf({ arn, files }: Drawer): readonly ListedEntity[] {
  const { service, resource } = readArn(arn) ?? { service: '', resource: '' };
  const kind = entityKinds.find((one) => service === 'iam' && resource.startsWith(`${one}/`));
  if (kind === undefined) return [];
  const content = (name: string) => contentOf(files.get(name));
  const boundary = memberOf(content('metadata'), 'permissionBoundary');
  const trust = documentOf(files.get('trust-policy'), `trust policy of ${resource}`);
  const inline = content('inline-policies');
  return [
    {
      kind,
      keys: [arn, resource.split('/').at(-1) ?? ''],
      arn,
      inline: (Array.isArray(inline) ? inline : []).flatMap(inlineOf),
      attached: textsIn(content('managed-policies')),
      groups: textsIn(content('groups')),
      boundary: typeof boundary === 'string' ? boundary : null,
      ...(trust === undefined ? {} : { trust }),
      isOpen: false,
    },
  ];
}

function inlineOf(policy: unknown): readonly NamedPolicy[] {
  const [name, document] = [memberOf(policy, 'PolicyName'), memberOf(policy, 'PolicyDocument')];
  return isRow(document) ? [{ name: typeof name === 'string' ? name : 'inline policy', policy: document }] : [];
}

function managedOf({ arn, files }: Drawer): readonly ListedPolicy[] {
  const { service, resource } = readArn(arn) ?? { service: '', resource: '' };
  if (service !== 'iam' || !resource.startsWith('policy/')) return [];
  const document = documentOf(files.get('current-policy'), resource.split('/').at(-1) ?? arn);
  return document === undefined ? [] : [{ keys: [arn], document }];
}

/** With its text, so that lines are known. */
const documentOf = (text: NamedText | undefined, name: string): NamedPolicy | undefined =>
  text === undefined || !isRow(contentOf(text)) ? undefined : { name, policy: text.text, text: text.text };

/** A file that is missing may mean no policy, or one that could not be read. */
function resourceOf({ arn, files, path, accountId }: Drawer): AccountResource {
  const document = documentOf(files.get('policy'), `accounts/${path}/policy.json`);
  return { arn, owner: accountId, policies: document === undefined ? [] : [document], isWhole: document !== undefined };
}

const endpointIdOf = ({ arn }: Drawer): string | undefined =>
  /^arn:[^:]+:ec2:[^:]*:\d{12}:vpc-endpoint\/(vpce-\w+)$/.exec(arn)?.[1];

function endpointOf(drawer: Drawer): readonly AccountResource[] {
  const id = endpointIdOf(drawer);
  const document = documentOf(drawer.files.get('endpoint-policy'), `accounts/${drawer.path}/endpoint-policy.json`);
  return id === undefined || document === undefined ? [] : [{ arn: id, policies: [document], isWhole: true }];
}
