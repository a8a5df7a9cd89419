// The way to AWS through a proxy that the environment names: plain requests are handed to it whole, those over TLS through a tunnel, and hosts of NO_PROXY go past it.
import { createServer, type IncomingMessage, request as requestPlain, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { diagnose } from '../../../src/diagnose.ts';
import { loadPlaybooks } from '../../../src/playbook/load.ts';
import { account, allow, answersOf } from './account.ts';
import { certificate, folder } from './certificate.ts';
import { startFakeAws, type FakeAws } from './fake-aws.ts';
import { liveOn, plainEnv } from './opening.ts';

const text = `An error occurred (AccessDenied) when calling the SendMessage operation: User: arn:aws:iam::${account}:user/ci is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:${account}:jobs`;
const answers = answersOf({ inline: { own: allow('s3:*') }, others: { 'sqs:GetQueueAttributes': { ok: {} } } });
const playbooks = await loadPlaybooks({});

interface Proxy {
  readonly url: string;
  /** Lines of what it was asked: `GET http://…` or `CONNECT host:port`. */
  readonly asked: readonly string[];
  close(): void;
}

/** A proxy as companies have them: it passes on whatever it is asked for. */
async function startProxy(): Promise<Proxy> {
  const asked: string[] = [];
  const server: Server = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method ?? ''} ${incoming.url ?? ''}`);
    const { method, headers, url = '' } = incoming;
    const passed = requestPlain(url, { ...(method === undefined ? {} : { method }), headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(passed);
  });
  server.on('connect', (incoming: IncomingMessage, client: Socket) => {
    asked.push(`CONNECT ${incoming.url ?? ''}`);
    const [host = '', port = ''] = (incoming.url ?? '').split(':');
    const upstream = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.pipe(client);
      client.pipe(upstream);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

let [proxy, fake]: [Proxy, FakeAws] = [undefined as never, undefined as never];

beforeEach(async () => {
  [proxy, fake] = [await startProxy(), await startFakeAws(answers)];
});
afterEach(async () => {
  vi.unstubAllEnvs();
  proxy.close();
  await fake.close();
});

async function identityDecision(env: Readonly<Record<string, string>>): Promise<string | undefined> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const live = await liveOn(fake.url, { env: { ...plainEnv, ...env }, totalMs: 20_000 });
  try {
    return (await diagnose({ text, playbooks, sources: [live.source] })).layers[0]?.decision;
  } finally {
    live.close();
  }
}

describe('a proxy', () => {
  it('is asked for every call when HTTP_PROXY names it', async () => {
    expect(await identityDecision({ HTTP_PROXY: proxy.url, http_proxy: proxy.url })).toBe('implicitDeny');
    expect(proxy.asked.length).toBeGreaterThan(2);
    expect(proxy.asked.every((line) => line.includes(new URL(fake.url).host))).toBe(true);
  });
  it('is passed by for hosts of NO_PROXY', async () => {
    const env = { HTTP_PROXY: proxy.url, http_proxy: proxy.url, NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' };
    expect(await identityDecision(env)).toBe('implicitDeny');
    expect(proxy.asked).toEqual([]);
  });
  it.skipIf(certificate === undefined)('makes a tunnel for calls over TLS, and sees nothing of them', async () => {
    await fake.close();
    fake = await startFakeAws(answers, certificate);
    const env = { HTTPS_PROXY: proxy.url, https_proxy: proxy.url, AWS_CA_BUNDLE: join(folder, 'cert.pem') };
    expect(await identityDecision(env)).toBe('implicitDeny');
    expect(new Set(proxy.asked)).toEqual(new Set([`CONNECT ${new URL(fake.url).host}`]));
  });
  it('that does not answer leaves layers unread, and the diagnosis comes', async () => {
    const gone = 'http://127.0.0.1:9';
    expect(await identityDecision({ HTTP_PROXY: gone, http_proxy: gone })).toBe('unknown');
  });
});
