// Accounts of an organization in moto_server, where that is installed: one layer denies at a time, and the live read finds it.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnose.ts';
import type { Diagnosis } from '../../../src/model/diagnosis.ts';
import { openLive } from '../../../src/facts/aws/live.ts';
import { loadPlaybooks } from '../../../src/playbook/load.ts';
import { allow, type Document } from './account.ts';
import { hasMoto, startMoto, type Moto } from './moto-server.ts';
import { cases, type Case, type World } from './moto-cases.ts';
import { plainEnv } from './opening.ts';

const playbooks = await loadPlaybooks({});
let moto: Moto | undefined;
beforeAll(async () => {
  if (hasMoto) moto = await startMoto();
}, 60_000);
afterAll(() => {
  moto?.stop();
});

const textIn = (text: string, tag: string): string => new RegExp(`<${tag}>([^<]+)</${tag}>`).exec(text)?.[1] ?? '';

/** Keys that act in an account: moto lets everybody in. */
async function memberOf(moto: Moto, accountId: string) {
  const input = { RoleArn: `arn:aws:iam::${accountId}:role/set-up`, RoleSessionName: 'set-up' };
  const answer = await moto.as('AKIABOSS').query('sts', '2011-06-15', 'AssumeRole', input);
  return moto.as(textIn(answer, 'AccessKeyId'));
}

type Ask = (operation: string, input: object) => Promise<unknown>;

/** A management account, and a unit with two member accounts below the root. */
async function freshWorld(moto: Moto): Promise<World> {
  await moto.reset();
  const boss = moto.as('AKIABOSS');
  const ask: Ask = (operation, input) => boss.json('organizations', `AWSOrganizationsV20161128.${operation}`, input);
  await ask('CreateOrganization', { FeatureSet: 'ALL' });
  const root = ((await ask('ListRoots', {})) as { Roots: readonly [{ Id: string }] }).Roots[0].Id;
  for (const PolicyType of ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'])
    await ask('EnablePolicyType', { RootId: root, PolicyType });
  const made = await ask('CreateOrganizationalUnit', { ParentId: root, Name: 'workloads' });
  const unit = (made as { OrganizationalUnit: { Id: string } }).OrganizationalUnit.Id;
  const [account, other] = [await openAccount(ask, 'member', root, unit), await openAccount(ask, 'other', root, unit)];
  const [member, owner] = [await memberOf(moto, account), await memberOf(moto, other)];
  const world: World = { account, other, member, owner, root, unit, attach: (...of) => attach(ask, ...of) };
  await furnish(world);
  return world;
}

async function openAccount(ask: Ask, AccountName: string, root: string, unit: string): Promise<string> {
  const answer = await ask('CreateAccount', { AccountName, Email: `${AccountName}@example.com` });
  const { AccountId } = (answer as { CreateAccountStatus: { AccountId: string } }).CreateAccountStatus;
  await ask('MoveAccount', { AccountId, SourceParentId: root, DestinationParentId: unit });
  return AccountId;
}

async function attach(ask: Ask, TargetId: string, Type: string, document: Document): Promise<void> {
  const policy = { Name: `guard-${TargetId}`, Description: 'guard', Type, Content: JSON.stringify(document) };
  const made = (await ask('CreatePolicy', policy)) as { Policy: { PolicySummary: { Id: string } } };
  await ask('AttachPolicy', { TargetId, PolicyId: made.Policy.PolicySummary.Id });
}

/** A user and a role that may do everything, as long as a case changes nothing. */
async function furnish({ member, account }: World): Promise<void> {
  await member.iam('CreateUser', { UserName: 'ci' });
  await member.iam('PutUserPolicy', { UserName: 'ci', PolicyName: 'own', PolicyDocument: allow('*') });
  const trust = allow('sts:AssumeRole', '*', { Principal: { AWS: account } });
  const { Statement } = trust as { Statement: readonly object[] };
  const withoutResource = { ...trust, Statement: Statement.map((one) => ({ ...one, Resource: undefined })) };
  await member.iam('CreateRole', { RoleName: 'Deploy', AssumeRolePolicyDocument: withoutResource });
  await member.iam('PutRolePolicy', { RoleName: 'Deploy', PolicyName: 'own', PolicyDocument: allow('*') });
}

const folder = mkdtempSync(join(tmpdir(), 'whydenied-moto-'));

async function diagnoseIn(moto: Moto, { member, owner }: World, text: string, more: object): Promise<Diagnosis> {
  const file = join(folder, 'credentials');
  const keys = { mine: member.accessKeyId, theirs: owner.accessKeyId, boss: 'AKIABOSS' };
  const sections = Object.entries(keys).map(
    ([name, key]) => `[${name}]\naws_access_key_id = ${key}\naws_secret_access_key = s\naws_session_token = t\n`,
  );
  writeFileSync(file, sections.join(''));
  const profiles = { profile: 'mine', organizationProfile: 'boss', ...more };
  const env = { ...plainEnv, AWS_SHARED_CREDENTIALS_FILE: file };
  const live = await openLive({ env, endpointUrl: moto.url, ...profiles });
  try {
    return await diagnose({ text, playbooks, sources: [live.source] });
  } finally {
    live.close();
  }
}

const named: readonly (readonly [string, Case])[] = cases.map((one) => [one.rule, one]);

describe.skipIf(!hasMoto)('an organization in moto', () => {
  it.each(named)(
    '%s',
    { timeout: 60_000 },
    async (_, { text, change, layer, decision, playbook, owner, grade = 'evaluated' }) => {
      if (moto === undefined) return;
      const world = await freshWorld(moto);
      const said = (await change(world)) ?? '';
      const more = owner === undefined ? {} : { resourceProfile: owner };
      const { layers, causes } = await diagnoseIn(moto, world, text(world, said), more);
      expect(layers.find(({ type }) => type === layer)).toMatchObject({ decision, grade });
      const others = layers.filter(({ type, decision: found }) => type !== layer && /Deny$/.test(found));
      expect(others).toEqual([]);
      const confirmed = causes.filter((cause) => cause.state === 'confirmed' && cause.grade === 'evaluated');
      expect(confirmed.map((cause) => cause.playbook)).toContain(playbook);
    },
  );
});
