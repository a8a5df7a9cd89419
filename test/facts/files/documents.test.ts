// Documents that AWS hands out become facts: authorization details, and where debug output says credentials were found.
import { describe, expect, it } from 'vitest';
import { readGivenFile } from '../../../src/facts/files/read-file.ts';

const read = (value: unknown) =>
  readGivenFile({ path: 'given.json', text: typeof value === 'string' ? value : JSON.stringify(value) });

const details = {
  evaluations: [
    { action: 'ec2:DescribeVpcs', evaluatedEffect: 'ALLOW' },
    { action: 'iam:PassRole', resource: 'arn:aws:iam::111122223333:role/App', evaluatedEffect: 'EXPLICIT_DENY' },
  ],
  policies: [],
  requestContext: { 'aws:PrincipalArn': ['arn:aws:iam::111122223333:user/ana'] },
};
const debug = (found: string) =>
  `2026-02-03 10:11:12,131 - MainThread - botocore.credentials - INFO - Found credentials in ${found}\n`;

describe("documents of AWS's become facts", () => {
  it.each([
    ['authorization details: the refused action', details, 'decoded.action', 'iam:PassRole', 'authoritative'],
    ['authorization details: an explicit deny', details, 'decoded.explicitDeny', true, 'authoritative'],
    [
      'debug output: the environment',
      debug('environment variables.'),
      'caller.credentialSource',
      'environment',
      'stated',
    ],
    [
      'debug output: the credentials file',
      debug('shared credentials file: ~/.aws/credentials'),
      'caller.credentialSource',
      'shared-credentials-file',
      'stated',
    ],
  ])('%s', async (_rule, value, name, fact, grade) => {
    const { facts } = await read(value);
    expect(facts.find((one) => one.name === name)).toMatchObject({ value: fact, source: { grade } });
  });
  it('debug output that found nothing is refused', async () => {
    const text = '2026-02-03 - MainThread - botocore.credentials - DEBUG - Looking for credentials via: env\n';
    await expect(read(text)).rejects.toThrow('does not say where');
  });
});
