// An account in moto_server, set up by plain requests that the program itself could never make.
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';

const isInstalled = (name: string): boolean => {
  try {
    execFileSync('which', [name], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

export const hasMoto = isInstalled('moto_server');
if (!hasMoto) process.stderr.write('skipped: the account in moto_server (it wants moto_server)\n');

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });

type Value = string | object;

/** Requests of one account: the one its access key belongs to. */
export interface Account {
  readonly accessKeyId: string;
  json(service: string, target: string, input: object): Promise<Record<string, unknown>>;
  query(service: string, version: string, action: string, input: Readonly<Record<string, Value>>): Promise<string>;
  iam(action: string, input: Readonly<Record<string, Value>>): Promise<string>;
  put(path: string, body: string): Promise<void>;
}

export interface Moto {
  readonly url: string;
  as(accessKeyId: string): Account;
  reset(): Promise<void>;
  stop(): void;
}

export async function startMoto(): Promise<Moto> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server: ChildProcess = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const isUp = await fetch(`${url}/moto-api/`).then(
      () => true,
      () => false,
    );
    if (isUp) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    url,
    as: (accessKeyId) => accountAt(url, accessKeyId),
    reset: async () => {
      await fetch(`${url}/moto-api/reset`, { method: 'POST' });
    },
    stop: () => {
      server.kill();
    },
  };
}

const scopeOf = (accessKeyId: string, service: string) =>
  `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20260101/eu-west-1/${service}/aws4_request, SignedHeaders=host, Signature=x`;

function accountAt(url: string, accessKeyId: string): Account {
  const send = async (service: string, method: string, path: string, body: string | URLSearchParams, more = {}) => {
    const headers = { authorization: scopeOf(accessKeyId, service), ...more };
    const answer = await fetch(`${url}${path}`, { method, headers, body });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${service} ${path} ${String(body)}: ${text}`);
    return text;
  };
  const query: Account['query'] = (service, version, action, input) => {
    const fields = Object.entries(input).map(([k, v]): [string, string] => [
      k,
      typeof v === 'string' ? v : JSON.stringify(v),
    ]);
    return send(service, 'POST', '/', new URLSearchParams([['Action', action], ['Version', version], ...fields]));
  };
  return {
    accessKeyId,
    query,
    iam: (action, input) => query('iam', '2010-05-08', action, input),
    json: async (service, target, input) => {
      const headers = { 'x-amz-target': target, 'content-type': 'application/x-amz-json-1.1' };
      const text = await send(service, 'POST', '/', JSON.stringify(input), headers);
      return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    },
    put: async (path, body) => {
      await send('s3', 'PUT', `/${path}`, body);
    },
  };
}
