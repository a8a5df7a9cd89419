// Ends the program the way a shell expects when a signal arrives.

const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export function endOnSignals(): void {
  for (const [signal, code] of Object.entries(codes)) process.once(signal, () => process.exit(code));
}
