// The whole wizard as one component: one listener for keys, the state from the store, one frame that fits the terminal.
import { useInput } from 'ink';
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { createKeyReader, type Input } from './keys/key-reader.ts';
import type { Rest } from './shell/rest.ts';
import type { Store } from './shell/store.ts';
import { optionsAt } from './state/options.ts';
import { isTyping } from './state/step-options.ts';
import type { Key, WizardState } from './state/wizard-state.ts';
import { frameOf, rowsOfFrame, type Frame, type Size } from './views/frame.ts';
import type { Theme } from './layout/theme.ts';
import { Rows } from './screen.tsx';

export interface AppProps {
  readonly store: Store;
  readonly theme: Theme;
  readonly terminal: Terminal;
  readonly rest?: Rest;
}

/** The terminal's size, and word when it changes. */
export interface Terminal {
  getSize(): Size;
  subscribe(listener: () => void): () => void;
  /** Prepares it for the wizard; what is returned gives it back as it was. */
  open(): () => void;
}

const isSpace = (key: Key): boolean => typeof key === 'object' && key.char === ' ';

/** How far a key scrolls the body; undefined for keys that do not scroll. */
function scrolled(input: Input, state: WizardState, frame: Frame): number | undefined {
  if (input.kind !== 'key') return undefined;
  if (input.key === 'pageDown') return frame.scroll + frame.page;
  if (input.key === 'pageUp') return frame.scroll - frame.page;
  if (state.place.screen === 'result' && isSpace(input.key)) return frame.scroll + frame.page;
  if (isTyping(state) && state.place.screen !== 'help') return undefined;
  if (optionsAt(state, state.place).length > 0) return undefined;
  if (typeof input.key === 'object')
    return input.key.char === ' ' && !isTyping(state) ? frame.scroll + frame.page : undefined;
  if (input.key === 'down') return frame.scroll + 1;
  return input.key === 'up' ? frame.scroll - 1 : undefined;
}

/** Scrolling belongs to one visit of one place: moving the cursor keeps it; going elsewhere, and looking up another word, starts at the top. */
const visitOf = ({ place, history }: WizardState): string =>
  `${history.length} ${place.screen} ${place.screen === 'help' ? place.draft.text : ''}`;

/** Milliseconds after which a person wonders; before, a word about waiting would only flicker. */
const slow = 250;
const second = 1_000;

/** How long somebody waits by now, in seconds; undefined while it is not worth a word. */
function useWaiting(busy: WizardState['busy']): number | undefined {
  const [waited, setWaited] = useState<{ readonly busy: WizardState['busy']; readonly seconds: number }>();
  useEffect(() => {
    if (busy === undefined) return undefined;
    const tick = () => setWaited((last) => ({ busy, seconds: last?.busy === busy ? last.seconds + 1 : 0 }));
    const first = setTimeout(tick, slow);
    const others = setInterval(tick, second);
    return () => {
      clearTimeout(first);
      clearInterval(others);
    };
  }, [busy]);
  return busy !== undefined && waited?.busy === busy ? waited.seconds : undefined;
}

/** For a wizard that nobody can put to rest. */
const restless: Pick<Rest, 'getIsAway' | 'subscribe'> = { getIsAway: () => false, subscribe: () => () => undefined };

const isRest = (input: Input): boolean => input.kind === 'key' && input.key === 'ctrlZ';

export function App({ store, theme, terminal, rest }: AppProps) {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const size = useSyncExternalStore(terminal.subscribe, terminal.getSize);
  const { subscribe, getIsAway } = rest ?? restless;
  const isAway = useSyncExternalStore(subscribe, getIsAway);
  const [read] = useState(createKeyReader);
  const [scroll, setScroll] = useState({ visit: '', rows: 0 });
  // A layout effect is undone even when a signal ends the process.
  useLayoutEffect(terminal.open, [terminal]);
  useLayoutEffect(() => rest?.open(), [rest]);
  const visit = visitOf(state);
  const waited = useWaiting(state.busy);
  const frame = frameOf(state, { size, scroll: scroll.visit === visit ? scroll.rows : 0, waited }, theme);
  useInput((characters, key) => {
    const inputs = read(characters, key);
    if (inputs.some(isRest)) rest?.begin();
    const rows = inputs.map((input) => scrolled(input, state, frame)).find((to) => to !== undefined);
    if (rows === undefined) store.send(inputs);
    else setScroll({ visit, rows: Math.min(Math.max(0, rows), frame.lastScroll) });
  });
  return <Rows rows={isAway ? [] : rowsOfFrame(frame)} />;
}
