// Makes every request of this room: one HTTP exchange within its time and size, or a failure that says what went wrong.
import { Agent as PlainAgent, request as requestPlain, type IncomingMessage } from 'node:http';
import { Agent as TlsAgent, request as requestTls } from 'node:https';
import { rootCertificates } from 'node:tls';
import { isAllowed, type OperationName } from './operations.ts';

export interface HttpRequest {
  readonly operation: OperationName;
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type NetworkFailureCode = 'dns' | 'connect' | 'tls' | 'timeout' | 'incomplete' | 'too-large' | 'interrupted';

export class NetworkFailure extends Error {
  readonly code: NetworkFailureCode;
  constructor(code: NetworkFailureCode, detail: string) {
    super(detail);
    this.name = 'NetworkFailure';
    this.code = code;
  }
}

export interface Limits {
  readonly connectMs: number;
  readonly callMs: number;
  readonly bytes: number;
}

export const usualLimits: Limits = { connectMs: 2000, callMs: 5000, bytes: 16 * 1024 * 1024 };

export interface NetworkSettings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** PEM text of further certificate authorities. */
  readonly authorities?: string;
  readonly limits?: Limits;
}

/** For what makes connections of its own: the sign-in of the SDK. */
export interface Agents {
  readonly httpAgent: PlainAgent;
  readonly httpsAgent: TlsAgent;
}

export interface Network {
  readonly agents: Agents;
  send(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer>;
  close(): void;
}

const proxyNames = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'];

export async function openNetwork({ env, authorities, limits = usualLimits }: NetworkSettings): Promise<Network> {
  const ca = authorities === undefined ? {} : { ca: [...rootCertificates, authorities] };
  const agents = await agentsFor(env, ca);
  return {
    agents: { httpAgent: agents[0], httpsAgent: agents[1] },
    send: (request, signal) => {
      if (!isAllowed(request.operation)) throw new Error(`${String(request.operation)} is not on the list of reads`);
      return exchange(request, signal, limits, { ...ca, agent: agents[request.url.protocol === 'http:' ? 0 : 1] });
    },
    close: () => {
      for (const agent of new Set(agents)) agent.destroy();
    },
  };
}

async function agentsFor(
  env: NetworkSettings['env'],
  ca: { readonly ca?: readonly string[] },
): Promise<readonly [PlainAgent, TlsAgent]> {
  const options = { keepAlive: true, maxSockets: 16, ...(ca.ca === undefined ? {} : { ca: [...ca.ca] }) };
  if (proxyNames.every((name) => (env[name] ?? '') === '')) return [new PlainAgent(options), new TlsAgent(options)];
  const { AgentByEnvironment } = await import('./proxy.ts');
  const agent = new AgentByEnvironment(options) as unknown as TlsAgent;
  return [agent, agent];
}

function exchange(
  request: HttpRequest,
  signal: AbortSignal,
  limits: Limits,
  options: { readonly agent: PlainAgent; readonly ca?: readonly string[] },
): Promise<HttpAnswer> {
  const { method, url, body } = request;
  const headers = body === '' ? request.headers : { ...request.headers, 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const open = url.protocol === 'http:' ? requestPlain : requestTls;
    const { ca, agent } = options;
    const sent = open(url, { method, headers, agent, ...(ca === undefined ? {} : { ca: [...ca] }) });
    const fail = (failure: NetworkFailure): void => {
      reject(failure);
      sent.destroy();
    };
    const stop = watch(sent, limits, signal, fail);
    sent.on('error', (error: NodeJS.ErrnoException) => {
      stop();
      fail(failureOf(error));
    });
    sent.on('response', (response) => {
      collect(response, limits.bytes).then(resolve, fail).finally(stop);
    });
    sent.end(body);
  });
}

/** Ends a call that does not connect or answer in time, or that nobody waits for any more. */
function watch(
  sent: ReturnType<typeof requestPlain>,
  { connectMs, callMs }: Limits,
  signal: AbortSignal,
  fail: (failure: NetworkFailure) => void,
): () => void {
  const late = (ms: number, what: string) =>
    setTimeout(() => {
      fail(new NetworkFailure('timeout', `no ${what} within ${ms / 1000} s`));
    }, ms);
  const timers = [late(callMs, 'answer')];
  const connecting = late(connectMs, 'connection');
  timers.push(connecting);
  const interrupt = () => {
    fail(new NetworkFailure('interrupted', 'the time for reading is over'));
  };
  signal.addEventListener('abort', interrupt);
  if (signal.aborted) interrupt();
  sent.on('socket', (socket) => {
    const connected = () => {
      clearTimeout(connecting);
    };
    if (socket.connecting) socket.once('connect', connected);
    else connected();
  });
  return () => {
    timers.forEach(clearTimeout);
    signal.removeEventListener('abort', interrupt);
  };
}

function collect(response: IncomingMessage, most: number): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  let held = 0;
  return new Promise((resolve, reject) => {
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      held += chunk.length;
      if (held > most) reject(new NetworkFailure('too-large', `the answer is larger than ${most} bytes`));
    });
    response.on('error', (error) => {
      reject(failureOf(error));
    });
    response.on('close', () => {
      if (!response.complete) reject(new NetworkFailure('incomplete', 'the answer ended before it was whole'));
      const body = Buffer.concat(chunks).toString('utf8');
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
    });
  });
}

const failureCodes: Readonly<Record<string, NetworkFailureCode>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ETIMEDOUT: 'timeout',
  ECONNRESET: 'incomplete',
  EPIPE: 'incomplete',
};

function failureOf(error: NodeJS.ErrnoException): NetworkFailure {
  if (error instanceof NetworkFailure) return error;
  const code = error.code ?? '';
  const isTls = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_/.test(code);
  return new NetworkFailure(isTls ? 'tls' : (failureCodes[code] ?? 'connect'), code === '' ? error.message : code);
}
