// Turns an API operation's name into the services that have it and the IAM action that authorises it.
import { lazyBytes } from './data.ts';
import { operationExceptions } from './operation-exceptions.ts';

/** Lines of `Name:service,service`, after a line of headings. */
const data = lazyBytes('operations.txt');

function ownersOf(action: string): readonly string[] {
  if (!/^\w{1,128}$/.test(action)) return [];
  const key = `\n${action}:`;
  const found = data().indexOf(key, 0, 'latin1');
  if (found < 0) return [];
  const from = found + key.length;
  return data().toString('latin1', from, data().indexOf('\n', from)).split(',');
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
