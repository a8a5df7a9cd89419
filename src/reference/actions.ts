// Tells what AWS's reference says of one IAM action: its access level, the resource types it works on, the condition keys it supports. (AWS page: "Actions, resources, and condition keys for AWS services")
import { lazyData } from './data.ts';
import { supplementedAction } from './supplement.ts';

type KeyNumbers = readonly number[];
type TypeRow = readonly [name: string, required: 0 | 1, keys: KeyNumbers];

/** As the generator writes it: condition keys are numbered once a service. */
interface ServiceData {
  readonly keys: readonly (readonly [name: string, type: string])[];
  readonly resources: Readonly<Record<string, readonly [arn: string, keys: KeyNumbers]>>;
  readonly actions: Readonly<
    Record<string, readonly [accessLevel: string, types: readonly TypeRow[], keys: KeyNumbers]>
  >;
}

export interface ActionResourceType {
  readonly name: string;
  readonly required: boolean;
  /** With `${Partition}`, `${Region}`, `${Account}` and name variables; missing for a type the service does not declare. */
  readonly arnPattern?: string;
}

export interface ConditionKey {
  /** As declared: a tag key ends in `/${TagKey}`. */
  readonly name: string;
  /** `String`, `Bool`, `ARN`, `Date`, `Numeric` …; a multivalued key has `ArrayOf` before it. */
  readonly type: string;
}

export interface ActionReference {
  /** In the spelling of the reference, e.g. `s3:GetObject`. */
  readonly action: string;
  readonly accessLevel: string;
  /** Empty: the action knows no resource-level permissions, only `"Resource": "*"` grants it. */
  readonly resourceTypes: readonly ActionResourceType[];
  /** The action's own and those of its resource types, without the global ones. */
  readonly conditionKeys: readonly ConditionKey[];
}

/** Prefixes are lower-case letters, digits and hyphens: nothing else may reach a file name. */
const prefixForm = /^[a-z0-9-]{1,64}$/;
const services = new Map<string, ServiceData | undefined>();

function serviceData(service: string): ServiceData | undefined {
  if (!services.has(service)) services.set(service, prefixForm.test(service) ? readService(service) : undefined);
  return services.get(service);
}

function readService(service: string): ServiceData | undefined {
  try {
    return lazyData<ServiceData>(`actions/${service}.json`)();
  } catch {
    return undefined;
  }
}

/** All of a service, without the prefix; none for a service that is not known. */
export const actionNames = (service: string): readonly string[] =>
  Object.keys(serviceData(service.toLowerCase())?.actions ?? {});

/** Action names are compared without regard to case. Undefined when the reference does not know the action. */
export function actionReference(action: string): ActionReference | undefined {
  const [prefix = '', wanted = ''] = action.split(':');
  const service = prefix.toLowerCase();
  const data = serviceData(service);
  const name = spelt(wanted, data?.actions ?? {});
  const row = name === undefined ? undefined : data?.actions[name];
  if (data === undefined || name === undefined || row === undefined) return supplementedAction(action);
  const [accessLevel, types, keys] = row;
  const numbers = [...keys, ...types.flatMap(([, , typeKeys]) => typeKeys)];
  return {
    action: `${service}:${name}`,
    accessLevel,
    resourceTypes: types.map(([type, required]) => resourceType(type, required === 1, data)),
    conditionKeys: [...new Set(numbers)].flatMap((number) => keyAt(data, number)),
  };
}

/** The name as the reference spells it; mostly it is spelt so already. */
function spelt(wanted: string, actions: ServiceData['actions']): string | undefined {
  if (Object.hasOwn(actions, wanted)) return wanted;
  const lower = wanted.toLowerCase();
  return Object.keys(actions).find((name) => name.toLowerCase() === lower);
}

function resourceType(name: string, required: boolean, data: ServiceData): ActionResourceType {
  const arnPattern = Object.hasOwn(data.resources, name) ? data.resources[name]?.[0] : undefined;
  return { name, required, ...(arnPattern === undefined ? {} : { arnPattern }) };
}

function keyAt(data: ServiceData, number: number): readonly ConditionKey[] {
  const row = data.keys[number];
  return row === undefined ? [] : [{ name: row[0], type: row[1] }];
}
