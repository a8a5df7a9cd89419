// The message for whoever owns a policy: one for each owner, with everything a decision takes, and nothing that its reader's Markdown would obey.
import { describe, expect, it } from 'vitest';
import { renderRequest } from '../../src/render/request/request.ts';
import type { DiagnosedFix, Diagnosis } from '../../src/model/diagnosis.ts';
import type { Owner } from '../../src/model/playbook.ts';
import type { PolicyType } from '../../src/model/denial.ts';
import { cause, diagnosis, empty, fix, open } from './diagnosis.ts';
import { hostile } from './hostile.ts';

const fixOf = (id: string, owner: Owner, more: Partial<DiagnosedFix> = {}): DiagnosedFix => ({
  ...fix,
  id,
  owner,
  ...more,
});

const step = (layer: PolicyType, id: string) => ({
  request: { action: 's3:GetObject', resource: 'arn:aws:s3:::reports/may.csv' },
  isNext: false,
  blocker: { layer, decision: 'explicitDeny', place: `${layer} statement 1, line 4` } as const,
  owner: 'iam-admin' as const,
  fixes: [{ playbook: fix.playbook, id }],
});

const diff = '--- team\n+++ team\n@@ -1,1 +1,1 @@\n-a\n+b';
const planned: Diagnosis = {
  ...diagnosis,
  fixes: [
    fixOf('a', 'org-admin', { change: { ...fix.change, diff }, risk: 'high' }),
    fixOf('b', 'iam-admin', { warnings: [{ code: 'sid.repeated', about: ['Read'] }] }),
    fixOf('c', 'you', { text: 'Call from the network.' }),
  ],
  plan: {
    steps: [step('scp', 'a'), step('identity', 'b'), step('session', 'c')],
    proven: { state: 'proven', code: 'evaluated' },
    doNotHelp: [],
  },
};

const messages = (data: Diagnosis) => renderRequest(data).split('\n---\n');

const parts: readonly (readonly [string, Diagnosis, readonly string[]])[] = [
  ['who was denied', diagnosis, ['| Who called | `arn:aws:iam::111122223333:user/ci` (message) |']],
  [
    'what',
    diagnosis,
    ['# Request: `s3:GetObject` on reports/may.csv', '| Resource | `arn:aws:s3:::reports/may.csv` (message) |'],
  ],
  ['when, if that is known', diagnosis, ['| When | unknown |']],
  ['the request id', diagnosis, ['| Request id | `EXAMPLE7` |']],
  ['whom it is for', diagnosis, ['To: IAM administrator, account 111122223333.']],
  ['why, with the grade of the evidence', diagnosis, ['**Cause (confirmed, stated):** No policy allows it']],
  ['the document', diagnosis, ['```json\n{\n  "Statement": [']],
  ['the difference where there is one', planned, ['```diff\n--- team\n+++ team']],
  ['the risk', planned, ['**Risk:** high.']],
  ['what to check', planned, ['- The Sid Read is there twice; a document has each once.']],
  ['what not to do', diagnosis, ['**Not instead**\n\n- A star.']],
  ['how to verify', diagnosis, ['## How to verify\n\nCall again.\n\n```sh\naws s3 cp s3://reports/may.csv -\n```']],
  ['what could not be checked', diagnosis, ['## What could not be checked\n\n- identity policy, ']],
  [
    'that nothing is settled',
    open,
    ['# Question: ', '## What it may be\n\n- No policy allows it', '## Could you look\n\n- A policy allows it'],
  ],
  ['that there is no denial', empty, ['No AWS access-denied error was found']],
];

describe('a message tells', () => {
  it.each(parts)('%s', (_what, data, texts) => {
    const message = renderRequest(data);
    for (const text of texts) expect(message).toContain(text);
  });
});

describe('several owners', () => {
  it('get a message each, in order; what we do ourselves is none', () => {
    const to = messages(planned).map((message) => /^To: (.*)\.$/m.exec(message)?.[1]);
    expect(to).toEqual(['administrator of the organization', 'IAM administrator, account 111122223333']);
  });
  it('each learns what is asked of the others, and that it works together', () => {
    const [first = ''] = messages(planned);
    expect(first).toContain('- IAM administrator, account 111122223333: A Deny in the identity policy');
    expect(first).toContain('- We ourselves: A Deny in the session policy');
    expect(first).toContain('All together: 3 changes, in this order. Proven');
  });
  it('what we alone can do is told as such', () => {
    const mine = { ...diagnosis, fixes: [fixOf('no-allow', 'you')] };
    expect(renderRequest(mine)).toContain('Nobody else has to change anything.');
  });
  it('somebody else goes before ourselves, where both could help', () => {
    const both = { ...diagnosis, causes: [cause], fixes: [fixOf('x', 'you'), fixOf('y', 'key-admin')] };
    expect(renderRequest(both)).toContain('To: administrator of the KMS key');
  });
});

/** What is left once code blocks, code spans, escapes and our own tags are taken out. */
const outsideCode = (markdown: string) =>
  markdown
    .replace(/^( *)(`{3,})\w*\n[\s\S]*?\n\1\2$/gm, '')
    .replace(/\\[!-/:-@[-`{-~]|(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '')
    .replace(/^<\/?details>$|^<summary>.*<\/summary>$|<\/?sub>/gm, '');

describe('hostile texts', () => {
  const message = renderRequest(hostile);
  const rest = outsideCode(message);
  it('make no HTML, link, mention or address', () => expect(rest).not.toMatch(/<|\]\(|@|:\/\/|www\./));
  it('make no heading and no box', () => expect(rest).not.toMatch(/^# Heading|^- \[x\] done/m));
  it('hide nothing', () => expect(message).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u200b]/));
  it('give away no key', () => expect(message).not.toContain('AKIAQ3EXAMPLE7ABCDEF'));
});
