// Which changes of a diagnosis are handed on as code, and what is said where there is none.
import { describe, expect, it } from 'vitest';
import { renderFixes } from '../../../src/render/fix-formats/render.ts';
import type { Diagnosis } from '../../../src/model/diagnosis.ts';
import { cause, diagnosis, fix, open } from '../diagnosis.ts';
import { proposing } from './fixes.ts';
import { readHcl } from './reading.ts';

const document = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] };
const later = { ...document, Id: 'later' };
const byRequest = { ...fix, change: {} };
const helpless = { ...fix, proven: { state: 'doesNotHelp', code: 'still-denied' } as const };

const chosen: readonly (readonly [string, Diagnosis, unknown])[] = [
  ['one change is its document', proposing({ document, layer: 'scp' }), document],
  [
    'several are a list',
    proposing({ document, layer: 'scp' }, { document, layer: 'identity' }),
    [
      { attachTo: 'scp', policy: 'team', document },
      { attachTo: 'identity', policy: 'team', document },
    ],
  ],
  [
    'of two steps in one document the last has both',
    proposing({ document, layer: 'scp', level: 0 }, { document: later, layer: 'scp', level: 0 }),
    later,
  ],
  ['without a plan that of the confirmed cause', diagnosis, fix.change.document],
  ['and the same one for two causes once', { ...diagnosis, causes: [cause, cause] }, fix.change.document],
];

const none: readonly (readonly [string, Diagnosis, string])[] = [
  ['nothing is confirmed', open, 'No policy change is proposed here: no cause is confirmed.'],
  [
    'no policy helps',
    { ...diagnosis, fixes: [byRequest] },
    'No policy change is proposed here: what helps against the confirmed cause is no policy.',
  ],
  [
    'the policy does not help',
    { ...diagnosis, fixes: [helpless] },
    'No policy change is proposed here: what helps against the confirmed cause is no policy.',
  ],
];

describe('which changes', () => {
  it.each(chosen)('%s', (_says, data, expected) =>
    expect(JSON.parse(renderFixes(data, 'json').text)).toEqual(expected),
  );
  it.each(none)('none where %s', (_says, data, note) =>
    expect(renderFixes(data, 'json')).toEqual({ text: '', notes: [note] }),
  );
  it('gives two blocks two names', () => {
    const scp = { document, layer: 'scp', name: 'a b' } as const;
    const two = renderFixes(proposing(scp, { ...scp, document: later, layer: 'rcp', name: 'a-b' }), 'terraform');
    expect(Object.keys(readHcl(two.text))).toEqual(['a_b', 'a_b2']);
  });
  it('says what to check of a change', () => {
    const warnings = [{ code: 'trust.resource', statement: 0, about: [] }] as const;
    const { notes } = renderFixes({ ...diagnosis, fixes: [{ ...fix, warnings }] }, 'json');
    expect(notes).toEqual([
      'A statement for the identity policy: Statement 1: A trust policy has no Resource: it stands for its role.',
    ]);
  });
});
