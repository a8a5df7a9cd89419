// Ends the program the way a shell expects when a signal arrives.

const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Ctrl-C where the terminal makes a signal of it: the listener hears it instead of ending at once. What is returned undoes that. */
export function onInterrupt(listener: () => void): () => void {
  const others = process.listeners('SIGINT');
  process.removeAllListeners('SIGINT').on('SIGINT', listener);
  return () => {
    process.removeAllListeners('SIGINT');
    for (const other of others) process.once('SIGINT', other);
  };
}

export function endOnSignals(): void {
  for (const [signal, code] of Object.entries(codes)) process.once(signal, () => process.exit(code));
}
