// The text report: fits its width, speaks without colour, names every layer, and lets nothing from outside act.
import { describe, expect, it } from 'vitest';
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { renderText } from '../../src/render/text.ts';
import { cause, denial, diagnosis, empty, fix, open, step } from './diagnosis.ts';
import { hostile } from './hostile.ts';
import { diagnosed, names } from './real.ts';

const shows: readonly (readonly [string, Diagnosis, readonly string[]])[] = [
  ['who, which API, which resource, when', diagnosis, ['who   arn:', 'API   GetObject', 'what  arn:', 'when  unknown']],
  ['where each comes from', diagnosis, ['user/ci  (message)']],
  ['how to supply what is unknown', diagnosis, ['--set error.time=TIME']],
  ['the reason AWS states', diagnosis, ['why   no identity policy allows it (message)']],
  ['a proven cause with its grade', diagnosis, ['Cause   No policy allows it', 'CONFIRMED, stated']],
  ['the owner with the account', diagnosis, ['Owner: IAM administrator, account 111122223333.']],
  ['that a fix is not proven, and why', diagnosis, ['Not proven: the policies were not read.']],
  ['where the policy belongs', diagnosis, ['In the identity policy:', '"Action": "s3:GetObject"']],
  ['that a command changes something', diagnosis, ['This command changes something:']],
  ['what to avoid and how to verify', diagnosis, ['Avoid A star.', 'Verify', 'aws s3 cp s3://reports/may.csv -']],
  ['the other match in one line', diagnosis, ['Another (other)']],
  ['further errors of the text', diagnosis, ['1 more error in this text: add --denial N', 'credentials ExpiredToken']],
  [
    'what could not be read',
    diagnosis,
    ['whether the resource exists under exactly this name: Reading it was denied.'],
  ],
  ['what else the call may need', diagnosis, ['may need: kms:Decrypt']],
  ['that nothing is settled', open, ['Not settled yet: 1 possible.']],
  ['what to do next', open, ['Next    Check: A policy allows it', 'aws iam list-users']],
  ['which step settles a cause', open, ['1  No policy allows it (step 1)']],
  ['the exact flag', open, ['--answer reports/policy-allows=pass or =fail']],
  ['an open step with a word', open, ['1 ? open     A policy allows it (S2)']],
  ['what a denial looks like when there is none', empty, ['No AWS access-denied error', 'An error occurred']],
];

const change = (parts: Partial<Diagnosis>): Diagnosis => ({ ...diagnosis, ...parts });
const states: readonly (readonly [string, Diagnosis, string, string])[] = [
  [
    'a cause that only suggests is not called confirmed',
    change({ causes: [{ ...cause, strength: 'suggests' }] }),
    'SUGGESTED, stated',
    'CONFIRMED',
  ],
  [
    'credentials: no policy change helps',
    change({ denial: { ...denial, class: 'credentials' } }),
    'no policy change will help',
    'Layers',
  ],
  [
    'not an authorization denial: by its code, and no more than that',
    change({ denial: { ...denial, class: 'not-authorization' } }),
    'By its code this error is no denial by a policy of the caller.',
    'Layers',
  ],
  [
    'not from AWS: whose it is',
    change({ denial: { ...denial, class: 'not-aws', text: 'bash: ./run.sh: Permission denied' } }),
    'The operating system refused this',
    'Cause',
  ],
  ['nothing left to do', change({ causes: [], steps: [], questions: [] }), 'request id EXAMPLE7 in CloudTrail', 'Fix'],
  [
    'a failed step says what that means',
    change({ steps: [{ ...step, outcome: 'fail', grade: 'answered', onFail: 'Nobody may.' }] }),
    'Nobody may.',
    'aws iam list-users',
  ],
  [
    'all causes ruled out',
    change({ causes: [{ ...cause, state: 'ruledOut' }], fixes: [] }),
    'all 1 causes known for this error are ruled out',
    'CONFIRMED',
  ],
  [
    'a proven fix',
    change({ fixes: [{ ...fix, proven: { state: 'proven', code: 'evaluated' } }] }),
    'Proven: evaluated again with this change',
    'Not proven',
  ],
];

describe('shows', () => {
  it.each(shows)('%s', (_name, data, parts) => {
    const text = renderText(data, { width: 120 });
    for (const part of parts) expect(text).toContain(part);
  });
});

describe('says', () => {
  it.each(states)('%s', (_name, data, present, absent) => {
    const text = renderText(data).replace(/\s+/g, ' ');
    expect(text).toContain(present);
    expect(text).not.toContain(absent);
  });
});

it('numbers further errors as --denial counts them, whichever is diagnosed', () => {
  const at = (offset: number, code: string) => ({ ...denial, code, span: { offset, length: 1 } });
  const text = renderText(change({ denial: at(50, 'Two'), others: [at(0, 'One'), at(90, 'Three')] }));
  expect(text).toContain('- 1: denied One');
  expect(text).toContain('- 3: denied Three');
});

const layerNames = ['identity', 'resource', 'boundary', 'session', 'SCP', 'RCP', 'VPC endpoint', 'trust'];
const layers = (text: string) => /Layers\n(?: .*\n)+/.exec(text)?.[0].replace(/\s+/g, ' ') ?? '';

it('names all eight layers, whatever is known of them', () => {
  const known = diagnosis.layers.map((layer, position) =>
    position % 2 === 0 ? layer : { type: layer.type, decision: 'notApplicable' as const },
  );
  for (const data of [diagnosis, change({ layers: known })])
    for (const name of layerNames) expect(layers(renderText(data))).toContain(name);
});

/** Lines that may be long: one that cannot be broken; a command and a line of a policy, which must stay whole to be copied. */
function mayBeLong(data: Diagnosis, line: string): boolean {
  const commands = [
    ...data.steps.flatMap((each) => each.byHand?.commands ?? []),
    ...data.fixes.flatMap((each) => [
      ...(each.change.commands ?? []),
      ...(each.verify.command ? [each.verify.command] : []),
    ]),
  ].flatMap(({ run }) => run.split('\n'));
  return (
    commands.includes(line.trim()) || /^ +"\w+": /.test(line) || /^ *(?:(?:who|what|-|--[a-z-]+) +)?\S+$/.test(line)
  );
}

describe('fits', () => {
  it.each(names)('%s at every width', async (name) => {
    const data = await diagnosed(name);
    for (const width of [40, 80, 200])
      for (const line of renderText(data, { width, verbose: true }).split('\n'))
        if (line.length > width) expect(mayBeLong(data, line), line).toBe(true);
  });
  it.each(names)('%s in ASCII', async (name) => {
    expect(renderText(await diagnosed(name), { ascii: true, verbose: true })).toMatch(/^[\n -~]*$/);
  });
  it.each(names)('%s without trailing spaces or escape codes', async (name) => {
    expect(renderText(await diagnosed(name), { verbose: true })).not.toMatch(/\u001b| $/m);
  });
});

describe('colour', () => {
  const coloured = renderText(open, { colour: true });
  const codes = /\u001b\[\d+m/g;
  it('changes no character besides', () => expect(coloured.replace(codes, '')).toBe(renderText(open)));
  it('uses nothing but colour codes', () => expect(coloured.replace(codes, '')).not.toContain('\u001b'));
});

describe('hostile texts', () => {
  it('send no command to the terminal and hide nothing', () => {
    expect(renderText(hostile, { verbose: true })).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u200b]/,
    );
  });
  it('fake no line of the report: what they say stays indented', () =>
    expect(renderText(hostile, { verbose: true })).not.toMatch(/^(?:# Heading|- \[x\]|fence)/m));
  it('give away no key', () => expect(renderText(hostile, { verbose: true })).not.toContain('AKIAQ3EXAMPLE7ABCDEF'));
});
