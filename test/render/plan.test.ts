// A plan in a text report: one way for each step in full, the others in a line; nothing that does not help alone is repeated beside it.
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../src/diagnose.ts';
import { loadPlaybooks } from '../../src/playbook/load.ts';
import { renderText } from '../../src/render/text.ts';

const text =
  'An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:sts::111122223333:assumed-role/app/i-1 is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::reports/may.csv" because no identity-based policy allows the s3:PutObject action';
const allow = (Action: string, Resource: string) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource }],
});
const policies = {
  policies: {
    identity: [{ name: 'app', policy: allow('s3:GetObject', 'arn:aws:s3:::reports/*') }],
    boundary: [{ name: 'cap', policy: allow('s3:Get*', '*') }],
  },
  request: { resourceAccount: '111122223333', context: {} },
};
const diagnosis = await diagnose({ text, policies, playbooks: await loadPlaybooks() });

describe('a plan over two layers', () => {
  const report = renderText(diagnosis);
  it('names every step with its owner', () => {
    expect(report).toMatch(/^Fix 1 of 2 {2}No Allow in the permissions boundary/m);
    expect(report).toMatch(/^Fix 2 of 2 {2}No Allow in the identity policy/m);
  });
  it('shows one difference for each step', () => expect(report.match(/^ +--- /gm)).toHaveLength(2));
  it('shows every way with --verbose', () =>
    expect((renderText(diagnosis, { verbose: true }).match(/^ +--- /gm) ?? []).length).toBeGreaterThan(2));
  it('names what does not help', () => expect(report).toContain('Attaching AdministratorAccess'));
});
