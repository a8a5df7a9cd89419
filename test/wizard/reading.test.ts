// While an account is read the wizard shows what came of each call, and Esc goes on with what is known.
import { describe, expect, it } from 'vitest';
import type { FactSource } from '../../src/model/fact.ts';
import { themeOf } from '../../src/wizard/layout/theme.ts';
import { frameOf, rowsOfFrame } from '../../src/wizard/views/frame.ts';
import { Session } from './session.ts';

const text =
  'An error occurred (AccessDenied) when calling the GetRole operation: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: iam:GetRole on resource: arn:aws:iam::111122223333:role/App';

/** A source that takes until it is told to stop. */
function slowSource() {
  let end = (): void => undefined;
  const stopped = new Promise<void>((resolve) => {
    end = resolve;
  });
  const source: FactSource = {
    id: 'slow',
    provides: ['decision.identity'],
    fetch: async () => {
      await stopped;
      return [];
    },
  };
  return { source, stop: () => end() };
}

function begun(): Session {
  const { source, stop } = slowSource();
  const reading = { subscribe: () => () => undefined, stop };
  return new Session({ text }, { sources: [source], reading });
}

const shown = (session: Session): string => {
  const theme = themeOf({ colour: false, ascii: true });
  const showing = { size: { columns: 80, rows: 24 }, scroll: 0, waited: 3 };
  return rowsOfFrame(frameOf(session.state, showing, theme)).join('\n');
};

describe('while an account is read', () => {
  it('each call that came to something is shown, and how to go on', async () => {
    const session = begun();
    session.store.tell({ kind: 'reading', line: 'iam:GetUser: read' });
    session.store.tell({ kind: 'reading', line: 'iam:ListGroupsForUser: denied' });
    expect(shown(session)).toContain('iam:GetUser: read');
    expect(shown(session)).toContain('iam:ListGroupsForUser: denied');
    expect(shown(session)).toContain('Esc goes on with what is known');
    session.store.send([{ kind: 'key', key: 'escape' }]);
    await session.settled();
  });

  it('Esc brings the diagnosis with what is known', async () => {
    const session = begun();
    session.store.tell({ kind: 'reading', line: 'iam:GetUser: read' });
    session.store.send([{ kind: 'key', key: 'escape' }]);
    await session.settled();
    expect(session.state.diagnosis?.denial?.action).toBe('iam:GetRole');
    expect(session.screen).toBe('read');
    expect(shown(session)).not.toContain('iam:GetUser: read');
  });

  it('a line that comes late is not shown', async () => {
    const session = await new Session({ text }).settled();
    session.store.tell({ kind: 'reading', line: 'late' });
    expect(session.state.reading).toEqual([]);
  });
});
