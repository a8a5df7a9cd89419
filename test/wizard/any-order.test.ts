// Whatever is pressed in whatever order: there is always a way on, back undoes, digits and arrows agree, the frame fits, and the flags repeat the diagnosis.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose.ts';
import { columnsOf } from '../../src/render/text/width.ts';
import { canGoBack } from '../../src/wizard/state/moves.ts';
import { optionsAt } from '../../src/wizard/state/options.ts';
import { isTyping } from '../../src/wizard/state/step-options.ts';
import { reduce } from '../../src/wizard/state/reduce.ts';
import type { Key, WizardState } from '../../src/wizard/state/wizard-state.ts';
import { frameOf, rowsOfFrame } from '../../src/wizard/views/frame.ts';
import { themeOf } from '../../src/wizard/layout/theme.ts';
import { bareError, callerArn, playbooks, secondError } from './playbooks.ts';
import { Session } from './session.ts';

const text = `${bareError}\n${secondError}`;
const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'];
const letters = ['b', 's', 'c', 'v', 'r', 'a', 'o', 'p', 'm', 'o', 'j', 'e', 'f', '/', '?', ' '];
const named = [
  'enter',
  'enter',
  'down',
  'up',
  'tab',
  'escape',
  'home',
  'end',
  'backspace',
  'left',
  'right',
  'ctrlD',
  'ctrlU',
];
const keys = fc.array(fc.constantFrom(...digits, ...letters, ...named, callerArn), { minLength: 1, maxLength: 25 });

const press = (state: WizardState, key: Key): WizardState => reduce(state, { kind: 'key', key }).state;

/** Runs the keys and looks at every state on the way. */
async function walk(
  pressed: readonly string[],
  look: (now: WizardState, before: WizardState) => void,
): Promise<Session> {
  const session = await new Session({ text }).settled();
  for (const key of pressed) {
    const before = session.state;
    await session.press(key);
    look(session.state, before);
  }
  return session;
}

const anyOrder = (look: (now: WizardState, before: WizardState) => void, end?: (session: Session) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(keys, async (pressed) => {
      const session = await walk(pressed, look);
      await end?.(session);
    }),
    { numRuns: 40 },
  );

const withoutNotice = (state: WizardState) => ({ ...state, notice: undefined });

describe('in any order', () => {
  it('there is always a choice, a text to type, or a way back', () =>
    anyOrder((now) => {
      const options = optionsAt(now, now.place);
      expect(options.length > 0 || isTyping(now) || canGoBack(now), now.place.screen).toBe(true);
      if ('cursor' in now.place) expect(now.place.cursor).toBeLessThan(Math.max(1, options.length));
    }));

  it('Esc returns to the place before, and answers stay', () =>
    anyOrder((now, before) => {
      if (now.history.length !== before.history.length + 1 || now.text !== before.text) return;
      const back = press(now, 'escape');
      const reachable = now.history.at(-1);
      if (back.history.length === now.history.length - 1) expect(back.place).toEqual(reachable);
      expect(back.answers).toEqual(now.answers);
    }));
});

describe('in any order of digits and arrows', () => {
  it('a digit does what as many arrows and Enter do', () =>
    anyOrder((now) => {
      const options = optionsAt(now, now.place);
      if (isTyping(now) || options.length > 9 || ('marked' in now.place && now.place.marked.length > 0)) return;
      options.forEach((option, position) => {
        if (now.place.screen === 'step' && now.place.at.step === 'conditions' && option.kind === 'value') return;
        const moved = Array.from({ length: position }).reduce<WizardState>(
          (state) => press(state, 'down'),
          press(now, 'home'),
        );
        expect(withoutNotice(press(now, { char: String(position + 1) }))).toEqual(withoutNotice(press(moved, 'enter')));
      });
    }));
});

const sizes = [
  { columns: 80, rows: 24 },
  { columns: 40, rows: 20 },
  { columns: 100, rows: 50 },
  { columns: 40, rows: 12 },
];
const themes = [themeOf({ colour: false, ascii: false }), themeOf({ colour: false, ascii: true })];

describe('the frame', () => {
  it('is lower than the terminal and no wider, on every screen', () =>
    anyOrder((now) => {
      for (const size of sizes)
        for (const theme of themes) {
          const rows = rowsOfFrame(frameOf(now, { size, scroll: 3, waited: undefined }, theme));
          expect(rows.length, now.place.screen).toBeLessThan(size.rows);
          expect(Math.max(...rows.map(columnsOf)), now.place.screen).toBeLessThan(size.columns);
        }
    }));

  it('has no character beyond ASCII where none is wanted', () =>
    anyOrder((now) => {
      for (const row of rowsOfFrame(
        frameOf(
          now,
          { size: { columns: 80, rows: 24 }, scroll: 0, waited: undefined },
          themeOf({ colour: false, ascii: true }),
        ),
      ))
        expect(row).toMatch(/^[ -~]*$/);
    }));
});

describe('the answers', () => {
  it('give the same diagnosis without the wizard', () =>
    anyOrder(
      () => undefined,
      async ({ state }) => {
        if (state.text === undefined || state.diagnosis === undefined) return;
        const { denial } = state.diagnosis;
        const input = { text: state.text, playbooks, answers: state.answers };
        expect(await diagnose(denial === null ? input : { ...input, denial })).toEqual(state.diagnosis);
      },
    ));
});
