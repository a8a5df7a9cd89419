// Ends the program the way a shell expects: 130 and 143 for signals, quietly when the reader of its output has gone.

const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export function endQuietly(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit(0);
    });
  }
  for (const [signal, code] of Object.entries(codes)) process.once(signal, () => process.exit(code));
}
