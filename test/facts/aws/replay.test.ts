// A reading that was saved is read again without any network, and the reports are the same, byte for byte.
import { expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnose.ts';
import { mergeFiles } from '../../../src/facts/files/merge.ts';
import { readGivenFile } from '../../../src/facts/files/read-file.ts';
import { recorded, savedReading } from '../../../src/facts/files/saved-reading.ts';
import { catalogue } from '../../../src/model/catalogue/catalogue.ts';
import { loadPlaybooks } from '../../../src/playbook/load.ts';
import { renderJson } from '../../../src/render/json.ts';
import { renderText } from '../../../src/render/text.ts';
import { account, allow, answersOf, deny, ids, type Setting } from './account.ts';
import { startFakeAws } from './fake-aws.ts';
import { liveOn } from './opening.ts';

const playbooks = await loadPlaybooks({});
const queue = `arn:aws:sqs:eu-west-1:${account}:jobs`;
const text = `An error occurred (AccessDenied) when calling the SendMessage operation: User: arn:aws:iam::${account}:user/ci is not authorized to perform: sqs:SendMessage on resource: ${queue}`;
const others = { 'sqs:GetQueueAttributes': { ok: {} } } as const;
const refused = { error: [403, 'AccessDenied', 'not authorized'] } as const;
const boss = `arn:aws:iam::${ids.management}:user/ci`;

const rows: readonly (readonly [string, Setting])[] = [
  ['nothing allows it', { inline: { own: allow('s3:*') }, others }],
  ['an SCP denies it', { inline: { own: allow('*') }, scps: [[allow('*')], [deny('sqs:*')], [allow('*')]], others }],
  ['a boundary leaves it out', { inline: { own: allow('*') }, boundary: allow('s3:*'), others }],
  ['a read is denied', { inline: { own: allow('*') }, others: { ...others, 'iam:GetUser': refused } }],
  [
    'a management account',
    { others: { ...others, 'sts:GetCallerIdentity': { ok: { Account: ids.management, Arn: boss } } } },
  ],
  ['nothing can be read', { others: { 'sts:GetCallerIdentity': 'garbage' } }],
];

it.each(rows)('%s', async (_, setting) => {
  const fake = await startFakeAws(answersOf(setting));
  const live = await liveOn(fake.url);
  const source = recorded(live.source);
  const then = await diagnose({ text, playbooks, sources: [source] });
  live.close();
  await fake.close();
  const content = JSON.stringify(savedReading(source.reading()), undefined, 2);
  const given = await readGivenFile({ path: 'saved.json', text: content });
  const { atHand } = mergeFiles([{ path: 'saved.json', given }]);
  const file = {
    id: 'saved.json',
    provides: catalogue.map(({ name }) => name),
    fetch: () => Promise.resolve(given.facts),
  };
  const now = await diagnose({
    text,
    playbooks,
    sources: [file],
    ...(atHand === undefined ? {} : { policies: atHand }),
  });
  expect(renderText(now)).toBe(renderText(then));
  const sorted = (diagnosis: typeof now) => ({
    ...diagnosis,
    facts: [...diagnosis.facts].sort((a, b) => (a.name < b.name ? -1 : 1)),
  });
  expect(renderJson(sorted(now))).toBe(renderJson(sorted(then)));
});
