// Turns an API operation's name into the services that have it and the IAM action that authorises it.
import { lazyData } from './data.ts';
import { operationExceptions } from './operation-exceptions.ts';

interface OperationData {
  readonly services: readonly string[];
  /** Sorted action names under their leading verb: shared length, the rest, a colon, owners' indexes; all numbers base 36. */
  readonly names: Readonly<Record<string, string>>;
}

const data = lazyData<OperationData>('operations.json');
const decoded = new Map<string, ReadonlyMap<string, readonly string[]>>();

function decodeVerb(verb: string): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, readonly string[]>();
  const { names, services } = data();
  if (!Object.hasOwn(names, verb)) return owners;
  let previous = '';
  for (const entry of (names[verb] ?? '').split(' ')) {
    const colon = entry.indexOf(':');
    previous = previous.slice(0, parseInt(entry.charAt(0), 36)) + entry.slice(1, colon);
    const indexes = entry.slice(colon + 1).split('.');
    owners.set(
      previous,
      indexes.map((index) => services[parseInt(index, 36)] ?? ''),
    );
  }
  return owners;
}

function ownersOf(action: string): readonly string[] {
  const verb = /^[A-Za-z][a-z0-9]{0,63}/.exec(action)?.[0] ?? '';
  const owners = decoded.get(verb) ?? decodeVerb(verb);
  decoded.set(verb, owners);
  return owners.get(action) ?? [];
}

export const actionExists = (action: string): boolean => {
  const [prefix = '', name = ''] = action.split(':');
  return ownersOf(name).includes(prefix.toLowerCase());
};

/** CloudTrail ends some event names with the API's date: `ListFunctions20150331` or `UpdateFunctionCode20150331v2`. */
export const withoutDate = (operation: string): string =>
  operation.replace(/(?:_\d{1,2})?20\d{6}(?:v\d)?$/, '').replace(/\d{4}_\d\d_\d\d$/, '');

/** IAM prefixes of all services that have an operation of this name. */
export function servicesWithOperation(operation: string): readonly string[] {
  const name = withoutDate(operation);
  const exceptional = Object.entries(operationExceptions).filter(([, table]) => Object.hasOwn(table, name));
  return [...new Set([...ownersOf(name), ...exceptional.map(([service]) => service)])];
}

/** The IAM actions that authorise the operation of a service; none when it is not known. */
export function actionsOfOperation(service: string, operation: string): readonly string[] {
  const name = withoutDate(operation);
  const table: Readonly<Record<string, readonly string[]>> =
    service in operationExceptions ? operationExceptions[service as keyof typeof operationExceptions] : {};
  const exception = Object.hasOwn(table, name) ? table[name] : undefined;
  return exception ?? (ownersOf(name).includes(service) ? [`${service}:${name}`] : []);
}

/** The one IAM action that authorises the operation; undefined when there is none, several, or it is not known. */
export function actionOfOperation(service: string, operation: string): string | undefined {
  const actions = actionsOfOperation(service, operation);
  return actions.length === 1 ? actions[0] : undefined;
}
