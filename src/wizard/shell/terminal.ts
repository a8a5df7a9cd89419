// The terminal the wizard draws on: its size, what must be told to it at the start, and what must be undone at the end.
import { sizeOf, type Size } from '../views/frame.ts';
import type { Terminal } from '../app.tsx';

const bracketedPaste = { on: '\u001b[?2004h', off: '\u001b[?2004l' } as const;
const homeAndEraseBelow = '\u001b[H\u001b[J';

export interface OpenTerminal extends Terminal {
  /** Gives the terminal back as it was. */
  close(): void;
}

export function openTerminal(output: NodeJS.WriteStream): OpenTerminal {
  const measured = (): Size => sizeOf(output.columns, output.rows);
  let size = measured();
  let columns = output.columns;
  const listeners = new Set<() => void>();
  const resized = (): void => {
    // A narrower terminal wraps the old frame's rows, and what is wrapped is out of Ink's reach.
    if (output.columns < columns) output.write(homeAndEraseBelow);
    columns = output.columns;
    size = measured();
    for (const listener of listeners) listener();
  };
  output.write(bracketedPaste.on);
  output.on('resize', resized);
  return {
    getSize: () => size,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      output.off('resize', resized);
      output.write(bracketedPaste.off);
    },
  };
}
