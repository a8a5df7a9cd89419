// Reads an HTTP answer by its protocol: the output, or the error with its code and message.
import type { HttpAnswer } from '../network.ts';
import { methodOf, operationRow, serviceOf, type OperationName } from '../operations.ts';
import { serviceRow } from './services.ts';
import { readXml } from './xml.ts';

export type Output = Readonly<Record<string, unknown>>;

export type Decoded =
  | { readonly ok: true; readonly output: Output }
  | { readonly ok: false; readonly status: number; readonly code?: string; readonly message?: string }
  /** The body is not the protocol's: a proxy's page, or cut short. */
  | { readonly ok: 'garbage'; readonly status: number };

export const isRow = (value: unknown): value is Output =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldOf = (value: unknown, name: string): unknown => (isRow(value) ? value[name] : undefined);
const textOf = (value: unknown, ...names: readonly string[]): string | undefined => {
  const found = names.map((name) => fieldOf(value, name)).find((text) => typeof text === 'string' && text !== '');
  return typeof found === 'string' ? found : undefined;
};

function json(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    return undefined;
  }
}

export function decode(operation: OperationName, answer: HttpAnswer): Decoded {
  const [member, name] = operationRow(operation).header ?? [];
  const said = name === undefined ? undefined : answer.headers[name];
  if (member !== undefined && typeof said === 'string') return { ok: true, output: { [member]: said } };
  return answer.status >= 200 && answer.status < 300 ? success(operation, answer) : failure(answer);
}

function success(operation: OperationName, { status, body }: HttpAnswer): Decoded {
  const { payload } = operationRow(operation);
  if (payload !== undefined)
    return json(body) === undefined ? { ok: 'garbage', status } : { ok: true, output: { [payload]: body } };
  const { protocol } = serviceRow(serviceOf(operation));
  const output = protocol === 'json' || protocol === 'rest-json' ? json(body) : xmlOutput(operation, body);
  return isRow(output) ? { ok: true, output } : { ok: 'garbage', status };
}

/** The query protocol wraps the output in an element named after the operation. */
function xmlOutput(operation: OperationName, body: string): unknown {
  const document = readXml(body);
  if (document === undefined || document.name === 'html') return undefined;
  const wrapped = fieldOf(document.value, `${methodOf(operation)}Result`);
  if (wrapped !== undefined) return isRow(wrapped) ? wrapped : {};
  return isRow(document.value) ? document.value : {};
}

/** `__type` may carry a namespace before `#`, the header a link after `:`. */
const bare = (code: string): string => (code.split('#').at(-1) ?? code).split(':')[0] ?? code;

function failure({ status, headers, body }: HttpAnswer): Decoded {
  const header = headers['x-amzn-errortype'];
  const parsed = body.trimStart().startsWith('<') ? xmlError(body) : json(body);
  const stated = (typeof header === 'string' ? header : undefined) ?? textOf(parsed, '__type', 'code', 'Code');
  // A call with the method HEAD is answered without a body: its status is all there is.
  const code = stated ?? (body === '' && status === 404 ? '404' : undefined);
  const message = textOf(parsed, 'message', 'Message', 'errorMessage');
  return {
    ok: false,
    status,
    ...(code === undefined ? {} : { code: bare(code) }),
    ...(message === undefined ? {} : { message }),
  };
}

/** Wrappings: `ErrorResponse/Error`, `Response/Errors/Error`, or the error alone. */
function xmlError(body: string): unknown {
  const value = readXml(body)?.value;
  const errors = fieldOf(value, 'Errors');
  return fieldOf(value, 'Error') ?? fieldOf(errors, 'Error') ?? value;
}
