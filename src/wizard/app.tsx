// The whole wizard as one component: one listener for keys, the state from the store, one frame that fits the terminal.
import { useInput } from 'ink';
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { createKeyReader, type Input } from './keys/key-reader.ts';
import type { Store } from './shell/store.ts';
import { optionsAt } from './state/options.ts';
import { isTyping } from './state/step-options.ts';
import type { WizardState } from './state/wizard-state.ts';
import { frameOf, rowsOfFrame, type Frame, type Size } from './views/frame.ts';
import type { Theme } from './layout/theme.ts';
import { Rows } from './screen.tsx';

export interface AppProps {
  readonly store: Store;
  readonly theme: Theme;
  readonly terminal: Terminal;
}

/** The terminal's size, and word when it changes. */
export interface Terminal {
  getSize(): Size;
  subscribe(listener: () => void): () => void;
  /** Prepares it for the wizard; what is returned gives it back as it was. */
  open(): () => void;
}

/** How far a key scrolls the body; undefined for keys that do not scroll. */
function scrolled(input: Input, state: WizardState, frame: Frame): number | undefined {
  if (input.kind !== 'key') return undefined;
  if (input.key === 'pageDown') return frame.scroll + frame.page;
  if (input.key === 'pageUp') return frame.scroll - frame.page;
  if (isTyping(state) && state.place.screen !== 'help') return undefined;
  if (optionsAt(state, state.place).length > 0) return undefined;
  if (typeof input.key === 'object')
    return input.key.char === ' ' && !isTyping(state) ? frame.scroll + frame.page : undefined;
  if (input.key === 'down') return frame.scroll + 1;
  return input.key === 'up' ? frame.scroll - 1 : undefined;
}

/** Scrolling belongs to one visit of one place: moving the cursor keeps it, going elsewhere starts at the top. */
const visitOf = ({ place, history }: WizardState): string => `${history.length} ${place.screen}`;

/** Milliseconds after which a person wonders; before, a word about waiting would only flicker. */
const slow = 250;

function useSlowness(busy: WizardState['busy']): boolean {
  const [waitedFor, setWaitedFor] = useState<WizardState['busy']>();
  useEffect(() => {
    if (busy === undefined) return undefined;
    const timer = setTimeout(() => setWaitedFor(busy), slow);
    return () => clearTimeout(timer);
  }, [busy]);
  return busy !== undefined && waitedFor === busy;
}

export function App({ store, theme, terminal }: AppProps) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const size = useSyncExternalStore(terminal.subscribe, terminal.getSize);
  const [read] = useState(createKeyReader);
  const [scroll, setScroll] = useState({ visit: '', rows: 0 });
  // A layout effect is undone even when a signal ends the process.
  useLayoutEffect(terminal.open, [terminal]);
  const visit = visitOf(state);
  const isSlow = useSlowness(state.busy);
  const frame = frameOf(state, { size, scroll: scroll.visit === visit ? scroll.rows : 0, isSlow }, theme);
  useInput((characters, key) => {
    const inputs = read(characters, key);
    const rows = inputs.map((input) => scrolled(input, state, frame)).find((to) => to !== undefined);
    if (rows === undefined) store.send(inputs);
    else setScroll({ visit, rows: Math.min(Math.max(0, rows), frame.lastScroll) });
  });
  return <Rows rows={rowsOfFrame(frame)} />;
}
