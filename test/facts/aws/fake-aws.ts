// An AWS endpoint in this process: speaks the success and error shapes of all protocols, and notes every call that is off the list of reads.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import {
  operationNames,
  operationRow,
  serviceOf,
  methodOf,
  type OperationName,
} from '../../../src/facts/aws/operations.ts';
import { serviceRow, services, type Protocol, type ServiceName } from '../../../src/facts/aws/wire/services.ts';

export interface FakeCall {
  readonly operation: OperationName;
  readonly input: Readonly<Record<string, unknown>>;
  readonly accessKeyId: string;
  readonly region: string;
}

type Headers = Readonly<Record<string, string>>;

/** What the endpoint does: answers, refuses with status, code and message, or misbehaves. */
export type Answer =
  | { readonly ok: object | string; readonly headers?: Headers }
  | { readonly error: readonly [status: number, code: string, message?: string]; readonly headers?: Headers }
  /** Status and body as they stand. */
  | { readonly raw: readonly [status: number, body: string] }
  | 'hang'
  | 'half'
  | 'garbage'
  | 'reset';

export type Answers = Partial<Record<OperationName, Answer | ((call: FakeCall) => Answer)>>;

export interface FakeAws {
  readonly url: string;
  readonly calls: FakeCall[];
  /** Requests that are no read on the list. */
  readonly strays: string[];
  close(): Promise<void>;
}

/** A certificate makes it one that is reached by https. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export async function startFakeAws(answers: Answers, certificate?: Certificate): Promise<FakeAws> {
  const calls: FakeCall[] = [];
  const strays: string[] = [];
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    void bodyOf(request).then((body) => {
      const call = callOf(request, body);
      if (call === undefined) {
        strays.push(`${request.method ?? ''} ${request.url ?? ''} ${String(request.headers['x-amz-target'])} ${body}`);
        response.writeHead(500).end();
        return;
      }
      calls.push(call);
      const answer = answers[call.operation] ?? refusal(call.operation);
      reply(response, call.operation, typeof answer === 'function' ? answer(call) : answer);
    });
  };
  const server = certificate === undefined ? createServer(serve) : createTlsServer(certificate, serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => {
        resolve();
      });
    });
  const scheme = certificate === undefined ? 'http' : 'https';
  return { url: `${scheme}://127.0.0.1:${port}`, calls, strays, close };
}

const refusal = (operation: OperationName): Answer => ({
  error: [
    protocolOf(operation) === 'json' ? 400 : 403,
    deniedCode(operation),
    `not authorized to perform: ${operation}`,
  ],
});
const deniedCode = (operation: OperationName): string =>
  ({
    json: 'AccessDeniedException',
    'rest-json': 'AccessDeniedException',
    query: 'AccessDenied',
    'rest-xml': 'AccessDenied',
    ec2: 'UnauthorizedOperation',
  })[protocolOf(operation)];
const protocolOf = (operation: OperationName): Protocol => serviceRow(serviceOf(operation)).protocol;

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function callOf(request: IncomingMessage, body: string): FakeCall | undefined {
  const scope = /Credential=([^/]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request/.exec(request.headers.authorization ?? '');
  const [, accessKeyId = '', region = '', signing = ''] = scope ?? [];
  const names = (Object.keys(services) as ServiceName[]).filter((name) => {
    const row = serviceRow(name);
    return (row.signing ?? row.host) === signing;
  });
  const found = rpcCall(names, request, body) ?? restCall(names, request, body);
  return found === undefined ? undefined : { ...found, accessKeyId, region };
}

type Found = Pick<FakeCall, 'operation' | 'input'>;

function rpcCall(names: readonly ServiceName[], request: IncomingMessage, body: string): Found | undefined {
  const target = request.headers['x-amz-target'];
  const form = new URLSearchParams(body);
  const method = typeof target === 'string' ? target.split('.').at(-1) : form.get('Action');
  const operation = operationNames.find((name) => names.includes(serviceOf(name)) && methodOf(name) === method);
  if (operation === undefined) return undefined;
  const input = typeof target === 'string' ? (JSON.parse(body) as FakeCall['input']) : Object.fromEntries(form);
  return { operation, input };
}

function restCall(names: readonly ServiceName[], request: IncomingMessage, body: string): Found | undefined {
  const url = new URL(request.url ?? '/', 'http://localhost');
  for (const operation of operationNames) {
    const [method, target = ''] = (operationRow(operation).http ?? '').split(' ');
    const [path = '', query = ''] = target.split('?');
    const form = path.replace(/\{(\w+)\+\}/g, '(?<$1>.+)').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    const match = new RegExp(`^${form}$`).exec(url.pathname);
    const isQuery = query === '' || query.includes('=') || url.searchParams.has(query);
    if (!names.includes(serviceOf(operation)) || method !== request.method || match === null || !isQuery) continue;
    const parts = Object.entries(match.groups ?? {}).map(([name, part]) => [name, decodeURIComponent(part)]);
    const sent = body === '' ? {} : (JSON.parse(body) as object);
    return { operation, input: { ...Object.fromEntries(parts), ...Object.fromEntries(url.searchParams), ...sent } };
  }
  return undefined;
}

function reply(response: ServerResponse, operation: OperationName, answer: Answer): void {
  if (answer === 'hang') return;
  if (answer === 'reset') {
    response.destroy();
    return;
  }
  if (answer === 'half') {
    response.writeHead(200, { 'content-length': '5000' }).write('{"Policy": "');
    setTimeout(() => response.destroy(), 20);
    return;
  }
  if (answer === 'garbage') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Please sign in</body></html>');
    return;
  }
  if ('raw' in answer) {
    response.writeHead(answer.raw[0]).end(answer.raw[1]);
    return;
  }
  for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
  if ('ok' in answer) response.writeHead(200).end(success(operation, answer.ok));
  else refuse(response, protocolOf(operation), answer.error);
}

function success(operation: OperationName, ok: object | string): string {
  if (typeof ok === 'string') return ok;
  const protocol = protocolOf(operation);
  const method = methodOf(operation);
  if (protocol === 'json' || protocol === 'rest-json') return JSON.stringify(ok);
  const fields = xml(ok, protocol === 'ec2' ? 'item' : 'member');
  return protocol === 'query'
    ? `<?xml version="1.0"?><${method}Response xmlns="https://x/"><${method}Result>${fields}</${method}Result></${method}Response>`
    : `<?xml version="1.0"?><${method}Response>${fields}</${method}Response>`;
}

function refuse(
  response: ServerResponse,
  protocol: Protocol,
  [status, code, message = '']: readonly [number, string, string?],
): void {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${escaped(message)}</Message></Error>`;
  const bodies: Readonly<Record<Protocol, string>> = {
    json: JSON.stringify({ __type: `com.amazonaws#${code}`, message }),
    'rest-json': JSON.stringify({ message }),
    query: `<ErrorResponse>${error}</ErrorResponse>`,
    ec2: `<Response><Errors>${error}</Errors></Response>`,
    'rest-xml': `<?xml version="1.0"?>${error}`,
  };
  response.writeHead(status, protocol === 'rest-json' ? { 'x-amzn-errortype': `${code}:http://internal/` } : {});
  response.end(bodies[protocol]);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A Map is written as AWS writes maps: entries of key and value. */
function xml(value: unknown, element: string): string {
  if (value instanceof Map)
    return [...value]
      .map(([k, v]) => `<entry><key>${String(k)}</key><value>${xml(v, element)}</value></entry>`)
      .join('');
  if (Array.isArray(value)) return value.map((part) => `<${element}>${xml(part, element)}</${element}>`).join('');
  if (typeof value !== 'object' || value === null) return escaped(String(value));
  return Object.entries(value)
    .map(([name, part]) => `<${name}>${xml(part, element)}</${name}>`)
    .join('');
}
