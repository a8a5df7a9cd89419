// Policies are read now, the denial was then: every evaluated line says when it was read, and what contradicts AWS's reason is shown and proves nothing.
import { describe, expect, it } from 'vitest';
import { renderJson } from '../../../src/render/json.ts';
import { renderMarkdown } from '../../../src/render/markdown.ts';
import { renderText } from '../../../src/render/text.ts';
import { account, allow, answersOf, deny } from './account.ts';
import { diagnoseLive } from './reading.ts';

const user = `arn:aws:iam::${account}:user/ci`;
const queue = `arn:aws:sqs:eu-west-1:${account}:jobs`;
const send = (reason = '') =>
  `An error occurred (AccessDenied) when calling the SendMessage operation: User: ${user} is not authorized to perform: sqs:SendMessage on resource: ${queue}${reason}`;
const others = { 'sqs:GetQueueAttributes': { ok: {} } } as const;
const free = [[allow('*')], [allow('*')], [allow('*')]];

it('every layer that was evaluated carries the time it was read', async () => {
  const setting = { inline: { own: deny('sqs:*') }, boundary: allow('*'), scps: free, others };
  const { diagnosis } = await diagnoseLive(send(), answersOf(setting));
  const evaluated = diagnosis.layers.filter(({ grade }) => grade === 'evaluated');
  expect(evaluated.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['identity', 'resource', 'permissionsBoundary', 'scp', 'rcp']),
  );
  for (const { fact, type } of evaluated) expect(fact?.source.readAt, type).toMatch(/^\d{4}-\d\d-\d\dT/);
});

const renderers = [
  ['text', renderText],
  ['markdown', renderMarkdown],
  ['json', renderJson],
] as const;
const contradicted = 'because no identity-based policy allows the sqs:SendMessage action';

describe("policies that contradict AWS's reason", () => {
  it.each(renderers)('are shown as such in %s, with both and the time', async (_, render) => {
    const { diagnosis } = await diagnoseLive(
      send(` ${contradicted}`),
      answersOf({ inline: { own: allow('*') }, others }),
    );
    const report = render(diagnosis).replace(/\s+/g, ' ');
    expect(report).toContain('What the identity policy decides: used implicit deny');
    expect(report).toMatch(/not allowed \(by ci\/own statement 1, line \d+\. Read at `?\d{4}-\d\d-\d\dT/);
    expect(report).toContain('The policies may have changed since');
  });

  it('prove no cause: they are not those that refused', async () => {
    const { diagnosis } = await diagnoseLive(
      send(` ${contradicted}`),
      answersOf({ inline: { own: allow('*') }, others }),
    );
    const confirmed = diagnosis.causes.filter(({ state }) => state === 'confirmed');
    expect(confirmed.map(({ grade }) => grade)).not.toContain('evaluated');
    expect(
      diagnosis.facts.filter(({ name }) => name.startsWith('identity.') && name !== 'identity.deniesRequest'),
    ).toEqual([]);
  });
});
