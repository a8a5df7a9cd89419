// Writes a read down as the AWS CLI command that does the same, for somebody who may run it.
import { methodOf, serviceOf, type OperationName } from './operations.ts';
import type { Input, InputValue } from './wire/encode.ts';

/** Services and inputs that the AWS CLI calls otherwise than the wire does. */
const commandNames: Readonly<Record<string, string>> = { s3: 's3api' };
const optionNames: Readonly<Record<string, string>> = {
  restapi_id: 'rest-api-id',
  VpcEndpointId: 'vpc-endpoint-ids',
  VolumeId: 'volume-ids',
  SnapshotId: 'snapshot-ids',
};

export const kebab = (name: string): string =>
  name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();

export const optionOf = (name: string): string => optionNames[name] ?? kebab(name);

/** Shell words: anything but plain characters is quoted, so that a name from outside stays one word. */
const quoted = (text: string): string => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);

const words = (value: InputValue): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : value.map((part) =>
        typeof part === 'string'
          ? part
          : Object.entries(part)
              .map(([key, text]) => `${key}=${typeof text === 'string' ? text : text.join(',')}`)
              .join(','),
      );

export function commandFor(operation: OperationName, input: Input, region: string | undefined): string {
  const service = serviceOf(operation);
  const options = Object.entries(input).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`--${optionOf(name)} ${words(value).map(quoted).join(' ')}`],
  );
  const where = region === undefined ? [] : [`--region ${quoted(region)}`];
  return ['aws', commandNames[service] ?? service, kebab(methodOf(operation)), ...options, ...where].join(' ');
}
