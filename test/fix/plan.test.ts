// Each kind of change, by the mistake that calls for it: what is proposed first, for whom, how proven, and what the document says then.
import { describe, expect, it } from 'vitest';
import { account, allow, asked, deny, everything, fact, planOf, policies, session } from './held.ts';
import { denials, deploy, get, grants, object, openings, trust, user, type Row } from './mistakes.ts';

function check({ request, set, first, owner, state = 'proven', says = [] }: Row): void {
  const { plan, fixes } = planOf(request, set);
  const best = (plan?.steps ?? []).map((step) => fixes.find(({ id }) => id === step.fixes[0]?.id));
  expect(best.map((fix) => fix?.computed?.code)).toEqual(first);
  expect(plan?.proven.state).toBe(state);
  if (owner !== undefined) expect(plan?.steps[0]?.owner).toBe(owner);
  const document = JSON.stringify(best[0]?.change.document);
  for (const part of says) expect(document).toContain(part);
}

describe('the change proposed first', () => {
  it.each(grants)('$rule', check);
  it.each(denials)('$rule', check);
  it.each(openings)('$rule', check);
});

const states = (result: ReturnType<typeof planOf>) =>
  Object.fromEntries(result.fixes.map(({ computed, proven }) => [computed?.code, proven.state]));

describe('popular changes that do not help', () => {
  const guarded = {
    identity: policies(allow('s3:PutObject', object)),
    scps: [[...everything, ...policies(deny('s3:GetObject'))]],
  };
  it('are told where a Deny decides', () =>
    expect(states(planOf(get, guarded))).toMatchObject({
      'attach-administrator': 'doesNotHelp',
      'allow-every-resource': 'doesNotHelp',
    }));
  it('every action on the bucket alone', () =>
    expect(states(planOf(get, { identity: policies(allow('s3:GetObject', 'arn:aws:s3:::reports')) }))).toMatchObject({
      'allow-every-action': 'doesNotHelp',
    }));
  it('are not told where they would work', () =>
    expect(Object.keys(states(planOf(get, { identity: [] })))).not.toContain('attach-administrator'));
});

describe('what is denied next', () => {
  it('joins the plan where it is certain', () => {
    const facts = new Map([fact('key.arn', `arn:aws:kms:eu-west-1:444455556666:key/1`)]);
    const { plan, nextBlockers } = planOf(get, { identity: [] }, facts);
    expect(plan?.steps.map(({ request, isNext }) => [request.action, isNext])).toEqual([
      ['s3:GetObject', false],
      ['kms:Decrypt', true],
    ]);
    expect(nextBlockers).toMatchObject([
      { action: 'kms:Decrypt', decision: expect.any(String) as string, isPlanned: true },
      { action: 's3:ListBucket', resource: 'arn:aws:s3:::reports', decision: 'unknown' },
    ]);
  });
  it('is told where it depends on what is not known', () =>
    expect(planOf(get, { identity: [] }).nextBlockers).toMatchObject([
      { action: 'kms:Decrypt', decision: 'unknown' },
      { action: 's3:ListBucket', decision: 'unknown' },
    ]));
  it('is left out where it is allowed', () =>
    expect(
      planOf(asked('glue:CreateJob', '*'), { identity: policies(allow('iam:PassRole'), deny('glue:*')) }).nextBlockers,
    ).toEqual([]));
  it('the role to hand over is a place to fill in', () => {
    const { plan, fixes } = planOf(asked('glue:CreateJob', `arn:aws:glue:eu-west-1:${account}:job/j`), {
      identity: [],
    });
    const next = plan?.steps.find(({ isNext }) => isNext)?.fixes[0]?.id;
    expect(fixes.find(({ id }) => id === next)?.proven).toMatchObject({ state: 'notProven', code: 'has-placeholders' });
  });
});

it('sessions are named by their role', () => {
  const { fixes } = planOf(asked('sts:AssumeRole', deploy), { identity: everything, resource: trust({ AWS: user }) });
  expect(JSON.stringify(fixes[0]?.change.document)).not.toContain(session);
});
