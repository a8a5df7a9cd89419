// Calls allowed operations, signed, side by side and within a budget of time; the same question is asked once only.
import { setMaxListeners } from 'node:events';
import type { Access, AccessRole } from './credentials/access.ts';
import { Gate } from './gate.ts';
import { commandFor } from './command.ts';
import { NetworkFailure, type HttpAnswer, type Network } from './network.ts';
import { operationRow, serviceOf, type OperationName } from './operations.ts';
import {
  isPassing,
  isThrottled,
  sortDecoded,
  sortThrown,
  type Answer,
  type Signals,
  type UnknownStatus,
  type Unread,
} from './outcome.ts';
import { signed } from './sign.ts';
import { Patience, pause, untilAborted } from './waiting.ts';
import { decode, type Decoded, type Output } from './wire/decode.ts';
import type { Input } from './wire/encode.ts';
import { homeRegion } from './wire/home-region.ts';

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

const attempts = 4;
const mostPages = 20;
const atOnce = 8;

export class Reads {
  readonly #settings: ReadSettings;
  readonly #asked = new Map<string, Promise<Answer<Output>>>();
  readonly #gate = new Gate(atOnce);
  readonly #patience = new Patience();
  readonly #homes = new Map<string, string>();
  readonly events: ReadEvent[] = [];
  readonly #enough = new AbortController();
  #deadline: AbortSignal;

  constructor(settings: ReadSettings) {
    this.#settings = settings;
    this.#deadline = this.#fresh();
  }

  #fresh(): AbortSignal {
    const { totalMs, signal } = this.#settings;
    const ends = [AbortSignal.timeout(totalMs), this.#enough.signal, ...(signal === undefined ? [] : [signal])];
    const any = AbortSignal.any(ends);
    setMaxListeners(0, any);
    return any;
  }

  /** What is not read by now stays unread, for good. */
  stop(): void {
    this.#enough.abort();
  }

  /** From now on there is the whole time again. */
  restart(): void {
    this.#deadline = this.#fresh();
  }

  /** The region of a bucket that turned out to be elsewhere than it was looked for. */
  homeOf(bucket: string): string | undefined {
    return this.#homes.get(bucket);
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
    const { paged: token, next: nextToken = token } = operationRow(operation);
    const found: unknown[] = [];
    let page: Input = input;
    for (let count = 0; count < mostPages; count += 1) {
      const answer = await this.call(access, operation, page, options);
      if (answer.status !== 'present') return answer;
      const items = answer.value[member];
      found.push(...(Array.isArray(items) ? items : []));
      const next = nextToken === undefined ? undefined : answer.value[nextToken];
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
    const service = serviceOf(operation);
    await this.#patience.before(service, this.#deadline);
    for (let attempt = 1; ; attempt += 1) {
      const decoded = await this.#exchange(access, operation, input, options);
      if (isThrottled(decoded)) this.#patience.throttled(service);
      else this.#patience.answered(service);
      if (attempt === attempts || !isPassing(decoded)) return decoded;
      if (isThrottled(decoded)) await this.#patience.before(service, this.#deadline);
      else await pause(100 * 2 ** attempt * (0.5 + Math.random() / 2), this.#deadline);
      if (this.#deadline.aborted) return decoded;
    }
  }

  async #exchange(access: Access, operation: OperationName, input: Input, options: CallOptions): Promise<Decoded> {
    const bucket = typeof input['Bucket'] === 'string' ? input['Bucket'] : '';
    const region = this.#homes.get(bucket) ?? options.region ?? access.region;
    const answer = await this.#send(access, operation, input, { ...options, region });
    const home = homeRegion(operation, answer);
    if (home === undefined || home === region || operationRow(operation).header !== undefined)
      return decode(operation, answer);
    this.#homes.set(bucket, home);
    return decode(operation, await this.#send(access, operation, input, { ...options, region: home }));
  }

  async #send(
    access: Access,
    operation: OperationName,
    input: Input,
    { region = access.region, accountId }: CallOptions,
  ): Promise<HttpAnswer> {
    if (this.#deadline.aborted) throw new NetworkFailure('interrupted', 'the time for reading is over');
    const credentials = await untilAborted(access.credentials(), this.#deadline);
    const call = { operation, input, region, ...(accountId === undefined ? {} : { accountId }) };
    const request = await signed(access, call, credentials);
    return this.#settings.network.send(request, this.#deadline);
  }
}

const withCommand = (unread: Unread, command: string): Unread => ({ ...unread, why: { ...unread.why, command } });
