// Waits for a while, for a piece of work, or until calls of a service may go on: never longer than there is time.

export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
  });

/** A sign-in that hangs must not hold up the diagnosis. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
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

const first = 100;
const longest = 4000;

/** Slows all calls of a service down while it asks for patience, and speeds up again as it answers. (AWS page: "Retry behavior", adaptive mode) */
export class Patience {
  readonly #delays = new Map<string, number>();

  /** Waits as long as the service has shown that it wants. */
  async before(service: string, signal: AbortSignal): Promise<void> {
    const delay = this.#delays.get(service) ?? 0;
    if (delay > 0) await pause(delay * (0.5 + Math.random() / 2), signal);
  }

  throttled(service: string): void {
    this.#delays.set(service, Math.min(longest, 2 * (this.#delays.get(service) ?? first)));
  }

  answered(service: string): void {
    const delay = this.#delays.get(service);
    if (delay === undefined) return;
    if (delay <= first) this.#delays.delete(service);
    else this.#delays.set(service, delay / 2);
  }
}
