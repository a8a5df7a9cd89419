// Calls allowed operations, signed, side by side and within a budget of time; the same question is asked once only.
import { setMaxListeners } from 'node:events';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Access, AccessRole } from './credentials/access.ts';
import { isRegion } from './credentials/region.ts';
import { Gate } from './gate.ts';
import { commandFor } from './command.ts';
import type { HttpAnswer, HttpRequest, Network } from './network.ts';
import { operationRow, serviceOf, type OperationName } from './operations.ts';
import {
  isPassing,
  sortDecoded,
  sortThrown,
  type Answer,
  type Signals,
  type UnknownStatus,
  type Unread,
} from './outcome.ts';
import { decode, type Decoded, type Output } from './wire/decode.ts';
import { encode, type Input } from './wire/encode.ts';
import { endpointFor } from './wire/endpoint.ts';
import { serviceRow } from './wire/services.ts';

/** What one call came to, for whoever watches. */
export interface ReadEvent {
  readonly operation: OperationName;
  readonly role: AccessRole;
  readonly status: 'present' | 'absent' | UnknownStatus;
  readonly code?: string;
  readonly detail?: string;
}

export interface CallOptions {
  readonly region?: string;
  readonly signals?: Signals;
  /** For services whose host name starts with the account. */
  readonly accountId?: string;
}

export interface ReadSettings {
  readonly network: Network;
  readonly totalMs: number;
  readonly signal?: AbortSignal;
  readonly watch?: (event: ReadEvent) => void;
}

const attempts = 3;
const mostPages = 20;
const atOnce = 8;

export class Reads {
  readonly #settings: ReadSettings;
  readonly #asked = new Map<string, Promise<Answer<Output>>>();
  readonly #gate = new Gate(atOnce);
  readonly events: ReadEvent[] = [];
  #deadline: AbortSignal;

  constructor(settings: ReadSettings) {
    this.#settings = settings;
    this.#deadline = this.#fresh();
  }

  #fresh(): AbortSignal {
    const { totalMs, signal } = this.#settings;
    const late = AbortSignal.timeout(totalMs);
    const either = signal === undefined ? late : AbortSignal.any([late, signal]);
    setMaxListeners(0, either);
    return either;
  }

  /** From now on there is the whole time again. */
  restart(): void {
    this.#deadline = this.#fresh();
  }

  call(access: Access, operation: OperationName, input: Input, options: CallOptions = {}): Promise<Answer<Output>> {
    const key = JSON.stringify([access.role, operation, input, options.region]);
    const held = this.#asked.get(key);
    if (held !== undefined) return held;
    const asked = this.#ask(access, operation, input, options);
    this.#asked.set(key, asked);
    return asked;
  }

  /** All pages of a list. One that fails leaves the whole list unread: half a list is no list. */
  async list(
    access: Access,
    operation: OperationName,
    input: Input,
    member: string,
    options: CallOptions = {},
  ): Promise<Answer<readonly unknown[]>> {
    const token = operationRow(operation).paged;
    const found: unknown[] = [];
    let page: Input = input;
    for (let count = 0; count < mostPages; count += 1) {
      const answer = await this.call(access, operation, page, options);
      if (answer.status !== 'present') return answer;
      const items = answer.value[member];
      found.push(...(Array.isArray(items) ? items : []));
      const next = token === undefined ? undefined : answer.value[token];
      if (token === undefined || typeof next !== 'string' || next === '') return { ...answer, value: found };
      page = { ...input, [token]: next };
    }
    return { status: 'unreachable', why: { code: 'too-many-pages' }, operation };
  }

  async #ask(access: Access, operation: OperationName, input: Input, options: CallOptions): Promise<Answer<Output>> {
    const answer = await this.#gate.pass(() => this.#attempt(access, operation, input, options));
    const why = 'why' in answer ? answer.why : undefined;
    const event: ReadEvent = {
      ...{ operation, role: access.role, status: answer.status },
      ...(why === undefined ? {} : { code: why.code, ...(why.detail === undefined ? {} : { detail: why.detail }) }),
    };
    this.events.push(event);
    this.#settings.watch?.(event);
    return answer;
  }

  async #attempt(
    access: Access,
    operation: OperationName,
    input: Input,
    options: CallOptions,
  ): Promise<Answer<Output>> {
    try {
      const decoded = await this.#retried(access, operation, input, options);
      const answer = sortDecoded(decoded, operation, options.signals ?? {}, new Date().toISOString());
      return answer.status === 'denied' ? withCommand(answer, commandFor(operation, input, options.region)) : answer;
    } catch (error) {
      return sortThrown(error, operation);
    }
  }

  async #retried(access: Access, operation: OperationName, input: Input, options: CallOptions): Promise<Decoded> {
    for (let attempt = 1; ; attempt += 1) {
      const decoded = await this.#exchange(access, operation, input, options);
      if (attempt === attempts || !isPassing(decoded) || this.#deadline.aborted) return decoded;
      await pause(200 * 2 ** attempt * (0.5 + Math.random() / 2), this.#deadline);
    }
  }

  async #exchange(access: Access, operation: OperationName, input: Input, options: CallOptions): Promise<Decoded> {
    const region = options.region ?? access.region;
    const answer = await this.#send(access, operation, input, { ...options, region });
    const other = otherRegion(operation, answer);
    if (other === undefined || other === region) return decode(operation, answer);
    return decode(operation, await this.#send(access, operation, input, { ...options, region: other }));
  }

  async #send(access: Access, operation: OperationName, input: Input, options: CallOptions): Promise<HttpAnswer> {
    const credentials = await untilAborted(access.credentials(), this.#deadline);
    const request = await signed(access, operation, input, options, credentials);
    return this.#settings.network.send(request, this.#deadline);
  }
}

const withCommand = (unread: Unread, command: string): Unread => ({ ...unread, why: { ...unread.why, command } });

/** A bucket in another region says where it is. */
function otherRegion(operation: OperationName, { status, headers }: HttpAnswer): string | undefined {
  const region = headers['x-amz-bucket-region'];
  const isElsewhere = serviceOf(operation) === 's3' && [301, 307, 400].includes(status);
  return isElsewhere && typeof region === 'string' && isRegion(region) ? region : undefined;
}

async function signed(
  access: Access,
  operation: OperationName,
  input: Input,
  { region = access.region, accountId }: CallOptions,
  credentials: Awaited<ReturnType<Access['credentials']>>,
): Promise<HttpRequest> {
  const name = serviceOf(operation);
  const endpoint = endpointFor(name, region, access.endpoint, accountId);
  const { method, path, headers, body } = encode(operation, input);
  const url = new URL(endpoint.url + path);
  const { signing, host, protocol } = serviceRow(name);
  const signer = new SignatureV4({
    credentials,
    region: endpoint.region,
    service: signing ?? host,
    sha256: Sha256,
    uriEscapePath: protocol !== 'rest-xml' || name !== 's3',
  });
  const request = await signer.sign({
    ...{ method, protocol: url.protocol, hostname: url.hostname, path: url.pathname },
    query: Object.fromEntries(url.searchParams),
    headers: { host: url.host, 'user-agent': 'whydenied', ...headers },
    body,
  });
  return { operation, method, url, headers: request.headers, body };
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });

/** A sign-in that hangs must not hold up the diagnosis. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => {
      reject(new Error('no credentials within the time for reading'));
    };
    if (signal.aborted) late();
    signal.addEventListener('abort', late, { once: true });
    work.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', late);
    });
  });
}
