// Every `aws` command that a playbook gives exists in the AWS CLI with these options, values and fields of --query: asked of the service models of botocore, where they are installed.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

/** Commands the AWS CLI has beside the services' operations, and one service younger than many an installed CLI; reviewed by hand in its command reference. */
const reviewed: Readonly<Record<string, readonly string[]>> = {
  configure: [],
  'configure get': [],
  'configure list': [],
  'configure list-profiles': [],
  'configure set': [],
  'configure sso': [],
  'ecr get-login-password': [],
  'eks get-token': ['cluster-name', 'role-arn'],
  'eks update-kubeconfig': ['name', 'role-arn'],
  'iam-toolbox get-request-authorization-details': ['authorization-id'],
  login: [],
  'rds generate-db-auth-token': ['hostname', 'port', 'username'],
  's3 cp': ['acl', 'copy-props', 'request-payer', 'sse', 'sse-kms-key-id'],
  's3 ls': ['human-readable', 'request-payer', 'summarize'],
  's3 presign': ['expires-in'],
  's3 sync': [],
  'sso login': [],
  'sso logout': [],
};

const folder = join(import.meta.dirname, '../../playbooks');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));

/** Whole commands, and those a sentence names: inside quotation marks to their end, elsewhere the service and the operation. */
function commandsOf(node: unknown, key = ''): readonly string[] {
  if (typeof node === 'string') return key === 'run' ? [node] : named(node);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, part]) =>
    name === 'tests' ? [] : commandsOf(part, Array.isArray(node) ? key : name),
  );
}

function named(text: string): readonly string[] {
  const quoted = [...text.matchAll(/"(aws [a-z][^"]*)"/g)].map(([, command = '']) => command);
  const bare = text.replace(/"[^"]*"/g, '').match(/(?<![\w:/.~-])aws [a-z][a-z0-9-]+ [a-z]+-[a-z-]+/g);
  return [...quoted, ...(bare ?? [])];
}

function problems(commands: readonly string[]): readonly (readonly [command: string, problem: string])[] {
  const script = join(import.meta.dirname, 'aws-commands.py');
  const input = JSON.stringify(commands);
  const { stdout, stderr } = spawnSync('python3', [script, JSON.stringify(reviewed)], { input, encoding: 'utf8' });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout) as readonly (readonly [string, string])[];
}

const commands = files.flatMap((file) => commandsOf(parse(readFileSync(join(folder, file), 'utf8'))));
const noModels = spawnSync('python3', ['-c', 'import botocore, jmespath']).status !== 0;
const why = 'python3 has no botocore here, so nothing knows the commands of the AWS CLI';

it('finds the commands', () => {
  expect(commands.filter((command) => /\baws /.test(command)).length).toBeGreaterThan(300);
});

it('exist with these options', { timeout: 30_000 }, ({ skip }) => {
  skip(noModels, why);
  expect(problems([...new Set(commands)])).toEqual([]);
});

const wrong: Readonly<Record<string, string>> = {
  'aws iamm get-role --role-name ROLE_NAME': 'no service iamm',
  'aws iam get-rol --role-name ROLE_NAME': 'iam has no operation get-rol',
  'aws iam get-role --role ROLE_NAME': 'iam get-role has no option --role',
  'aws sqs get-queue-attributes --queue-url URL --attribute-names KmsKeyId':
    'sqs get-queue-attributes --attribute-names knows no KmsKeyId',
  'aws iam tag-role --role-name {{caller.name}} --tags Name=TAG,Value=TAG': 'iam tag-role --tags knows no Name',
  'aws iam get-role --role-name ROLE_NAME --query Role.TrustPolicy': 'iam get-role: --query has no TrustPolicy',
  'x=$(aws s3 cp a s3://b --acls private) | cat': 's3 cp has no option --acls',
};

it('tells what is wrong', { timeout: 30_000 }, ({ skip }) => {
  skip(noModels, why);
  expect(Object.fromEntries(problems(Object.keys(wrong)))).toEqual(wrong);
});
