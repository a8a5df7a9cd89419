// Ends the program the way a shell expects when a signal arrives.

const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Ctrl-C where the terminal makes a signal of it: the listener hears it instead of ending at once. What is returned undoes that. */
export function onInterrupt(listener: () => void): () => void {
  const others = process.listeners('SIGINT');
  exchangeListeners('SIGINT', others, [listener]);
  return () => {
    exchangeListeners('SIGINT', [listener], others);
  };
}

/** There is a listener at every moment: a signal that comes between two would be lost. */
export function exchangeListeners(
  signal: NodeJS.Signals,
  before: readonly NodeJS.SignalsListener[],
  after: readonly NodeJS.SignalsListener[],
): void {
  for (const listener of after) process.on(signal, listener);
  for (const listener of before) process.off(signal, listener);
}

export function endOnSignals(): void {
  for (const [signal, code] of Object.entries(codes)) process.once(signal, () => process.exit(code));
}
