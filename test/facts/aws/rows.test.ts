// Every kind of resource whose policy can be read, over HTTP in its own protocol: read, absent, denied, missing, throttled.
import { describe, expect, it } from 'vitest';
import type { LiveSettings } from '../../../src/facts/aws/live.ts';
import { resourcePolicyRows, rowFor } from '../../../src/facts/aws/rows/rows.ts';
import { readResource, type ResourceRead } from '../../../src/facts/aws/read/layers/resource.ts';
import type { ResourcePolicyRow } from '../../../src/facts/aws/rows/row.ts';
import { operationRow, serviceOf } from '../../../src/facts/aws/operations.ts';
import { serviceRow } from '../../../src/facts/aws/wire/services.ts';
import { account } from './account.ts';
import { startFakeAws, type Answer, type FakeAws } from './fake-aws.ts';
import { liveOn } from './opening.ts';
import { exampleArns } from './example-arns.ts';
import { nested } from './nested.ts';

const document = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }] };
const text = JSON.stringify(document);

function found(row: ResourcePolicyRow): Answer {
  if (operationRow(row.call).payload !== undefined) return { ok: text };
  if (row.call === 'sns:GetTopicAttributes') return { ok: { Attributes: new Map([['Policy', text]]) } };
  return { ok: nested(row.answer, text) as object };
}

const statusOf = (row: ResourcePolicyRow): number => (serviceRow(serviceOf(row.call)).protocol === 'json' ? 400 : 404);

/** Many calls at once take their time. */
const patient = { totalMs: 20_000, limits: { connectMs: 5000, callMs: 5000, bytes: 1024 } };

async function read(
  row: ResourcePolicyRow,
  answer: Answer,
  more: Partial<LiveSettings> = {},
): Promise<{ fake: FakeAws; resource: ResourceRead }> {
  const caller = { ok: { Account: account, Arn: `arn:aws:iam::${account}:user/ci` } };
  const fake = await startFakeAws({ 'sts:GetCallerIdentity': caller, [row.call]: answer });
  const live = await liveOn(fake.url, more);
  try {
    return { fake, resource: await readResource(live, undefined, arnOf(row)) };
  } finally {
    live.close();
    await fake.close();
  }
}

const arnOf = (row: ResourcePolicyRow): string => exampleArns[`${row.service} ${row.of}`] ?? '';
const named = resourcePolicyRows.map((row) => [`${row.of} (${row.service})`, row] as const);

describe('a row', () => {
  it.each(named)('%s fits its own example', (_, row) => {
    expect(rowFor(arnOf(row))?.row).toBe(row);
  });

  it.each(named)('%s is read', async (_, row) => {
    const { fake, resource } = await read(row, found(row));
    expect(fake.strays).toEqual([]);
    expect(resource.layer).toMatchObject({ policies: [{ policy: document }], unread: [] });
    const call = fake.calls.find(({ operation }) => operation === row.call);
    expect(Object.values(call?.input ?? {}).flat()).not.toContainEqual(expect.stringMatching(/[{}]|undefined/));
    expect(call?.region).toBe(row.region ?? (arnOf(row).split(':')[3] || 'eu-west-1'));
  });
});

describe('without a policy', () => {
  it.each(named.filter(([, row]) => row.absent !== undefined))('%s has none', async (_, row) => {
    const { resource } = await read(row, { error: [statusOf(row), row.absent?.[0] ?? '', 'none'] });
    expect(resource.layer).toMatchObject({ policies: [], unread: [] });
  });

  it.each(named.filter(([, row]) => row.missing !== undefined))('%s is not there', async (_, row) => {
    const [word = ''] = row.missing ?? [];
    const isMessage = word.includes(' ');
    const { resource } = await read(row, {
      error: [statusOf(row), isMessage ? 'ResourceNotFoundException' : word, isMessage ? `${word}: x` : ''],
    });
    expect(resource.layer.unread).toMatchObject([{ status: 'not-retrievable', why: { code: 'no-such-resource' } }]);
    expect(resource.exists).toBe(false);
  });

  it.each(named)('%s is denied', async (_, row) => {
    const { resource } = await read(row, { error: [403, 'AccessDenied', 'no'] });
    expect(resource.layer.unread).toMatchObject([
      { status: 'denied', why: { command: expect.stringMatching(/^aws /) as string } },
    ]);
  });
});

describe('throttled', () => {
  it('every kind is asked again where AWS asks for patience, and is out of reach in the end', async () => {
    const answer: Answer = { error: [429, 'ThrottlingException', 'Rate exceeded'] };
    const reads = await Promise.all(
      named.map(async ([name, row]) => {
        const { resource, fake } = await read(row, answer, patient);
        const calls = fake.calls.filter(({ operation }) => operation === row.call).length;
        return { name, unread: resource.layer.unread, again: calls > 1 };
      }),
    );
    for (const { name, ...found } of reads) {
      expect(found, name).toMatchObject({
        again: true,
        unread: [{ status: 'unreachable', why: { code: 'throttled' } }],
      });
    }
  });
});
