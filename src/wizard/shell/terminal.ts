// The terminal the wizard draws on: its size, what must be told to it at the start, and what must be undone at the end.
import { sizeOf, type Size } from '../views/frame.ts';
import type { Terminal } from '../app.tsx';

const bracketedPaste = { on: '\u001b[?2004h', off: '\u001b[?2004l' } as const;
const homeAndEraseBelow = '\u001b[H\u001b[J';

export function terminalOf(output: NodeJS.WriteStream): Terminal {
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
  return {
    getSize: () => size,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: () => {
      output.write(bracketedPaste.on);
      output.prependListener('resize', resized);
      return () => {
        output.off('resize', resized);
        output.write(bracketedPaste.off);
      };
    },
  };
}
