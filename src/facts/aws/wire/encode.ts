// Writes an operation and its input down as the HTTP request its protocol asks for. (AWS pages: "AWS JSON protocols", "AWS query protocol", "REST protocols")
import { methodOf, operationRow, serviceOf, type OperationName } from '../operations.ts';
import { serviceRow, type ServiceRow } from './services.ts';

export type InputValue = string | readonly string[] | readonly Readonly<Record<string, string | readonly string[]>>[];
export type Input = Readonly<Record<string, InputValue | undefined>>;

export interface Encoded {
  readonly method: string;
  /** Path and query, to stand behind the endpoint. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** As RFC 3986 has it, which signatures are made over. */
const escape = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const textAt = (input: Input, name: string): string | undefined => {
  const value = input[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

export function encode(operation: OperationName, input: Input): Encoded {
  const service = serviceRow(serviceOf(operation));
  if (service.protocol === 'json') return asJson(service, methodOf(operation), input);
  if (service.protocol === 'query' || service.protocol === 'ec2') return asQuery(service, methodOf(operation), input);
  return asRest(operation, input);
}

const asJson = ({ target = '', json = '1.1' }: ServiceRow, method: string, input: Input): Encoded => ({
  method: 'POST',
  path: '/',
  headers: { 'content-type': `application/x-amz-json-${json}`, 'x-amz-target': `${target}.${method}` },
  body: JSON.stringify(input),
});

function asQuery({ version = '', protocol }: ServiceRow, method: string, input: Input): Encoded {
  const pairs = Object.entries(input).flatMap(([name, value]): (readonly [string, string])[] => {
    if (typeof value === 'string') return [[name, value]];
    const member = protocol === 'query' ? '.member' : '';
    return (value ?? []).map((part, index) => [`${name}${member}.${index + 1}`, String(part)] as const);
  });
  const all = [['Action', method] as const, ['Version', version] as const, ...pairs];
  return {
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: all.map(([name, value]) => `${escape(name)}=${escape(value)}`).join('&'),
  };
}

function asRest(operation: OperationName, input: Input): Encoded {
  const { http = 'GET /', headers = {} } = operationRow(operation);
  const [method = 'GET', target = '/'] = http.split(' ');
  const [path = '/', query = ''] = target.split('?');
  const fill = (text: string) =>
    text.replace(/\{([\w-]+)(\+?)\}/g, (_, name: string, slashes: string) => {
      const value = textAt(input, name) ?? '';
      return slashes === '' ? escape(value) : value.split('/').map(escape).join('/');
    });
  const placed = new Set([...http.matchAll(/\{([\w-]+)\+?\}/g)].map((match) => match[1]));
  const rest = Object.entries(input).filter(([name]) => !placed.has(name));
  const body = method === 'POST' ? JSON.stringify(Object.fromEntries(rest)) : '';
  return {
    method,
    path: fill(path) + queryOf(query, input),
    headers: {
      ...(body === '' ? {} : { 'content-type': 'application/json' }),
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, fill(value)])),
    },
    body,
  };
}

/** A parameter without a value in the input is left out; one without a placeholder stands as it is. */
function queryOf(query: string, input: Input): string {
  const pairs = query.split('&').flatMap((pair) => {
    const [name = '', template] = pair.split('=');
    if (name === '') return [];
    if (template === undefined) return [name];
    const value = textAt(input, template.slice(1, -1));
    return value === undefined ? [] : [`${name}=${escape(value)}`];
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
