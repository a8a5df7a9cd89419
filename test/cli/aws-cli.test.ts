// The real AWS CLI, where it is installed, against an endpoint on this machine that denies: what it prints is diagnosed through a pipe.
import { execFile, execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { program } from './program.ts';

function isInstalled(): boolean {
  try {
    execFileSync('aws', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    process.stderr.write('skipped: the AWS CLI is not installed here\n');
    return false;
  }
}

const refusal = `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>AccessDenied</Code>
<Message>User: arn:aws:iam::111122223333:user/ci is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/Deploy</Message>
</Error><RequestId>5f3c1c1e-0000-4000-8000-000000000000</RequestId></ErrorResponse>`;

const env = {
  ...process.env,
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_DEFAULT_REGION: 'eu-west-1',
  AWS_CONFIG_FILE: '/dev/null',
  AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  AWS_PAGER: '',
  NO_PROXY: '127.0.0.1',
};

let server: Server;
let endpoint = '';

beforeAll(async () => {
  server = createServer((_, response) => response.writeHead(403, { 'Content-Type': 'text/xml' }).end(refusal));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const call =
  'aws sts assume-role --role-arn arn:aws:iam::444455556666:role/Deploy --role-session-name test --endpoint-url';

describe.skipIf(!isInstalled())('the AWS CLI', () => {
  it('is diagnosed through a pipe', async () => {
    const line = `${call} "$2" 2>&1 | "$0" "$1"`;
    const { stdout } = await promisify(execFile)('bash', ['-c', line, process.execPath, program, endpoint], { env });
    expect(stdout).toContain('sts:AssumeRole on role/Deploy');
  });

  it('is diagnosed by run, which keeps its exit code', async () => {
    const line = `"$0" "$1" run -- ${call} "$2"; echo "ended with $?"`;
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', line, process.execPath, program, endpoint], {
      env,
    });
    expect(stderr).toContain('An error occurred (AccessDenied)');
    expect(stderr).toContain('Possible causes');
    expect(stdout).toMatch(/^ended with 25[0-9]$/m);
  });
});
