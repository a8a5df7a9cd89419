// Names of services and operations lead to the IAM prefix and action that the reference data knows.
import { expect, it } from 'vitest';
import { operationExceptions } from '../../src/reference/operation-exceptions.ts';
import { actionExists, actionOfOperation, servicesWithOperation } from '../../src/reference/operations.ts';
import { sdkNames } from '../../src/reference/sdk-names.ts';
import { isServicePrefix, serviceOfHost, servicePrefixOf } from '../../src/reference/services.ts';

const actions = [
  ['s3', 'ListObjectsV2', 's3:ListBucket'],
  ['s3', 'PutBucketEncryption', 's3:PutEncryptionConfiguration'],
  ['lambda', 'Invoke', 'lambda:InvokeFunction'],
  ['lambda', 'ListFunctions20150331', 'lambda:ListFunctions'],
  ['iam', 'CreateRole', 'iam:CreateRole'],
  ['s3', 'CopyObject', undefined],
  ['ec2', 'RunInstances', undefined],
  ['iam', 'NoSuchOperation', undefined],
  ['constructor', 'toString', undefined],
] as const;
it.each(actions)('%s %s is authorised by %s', (service, operation, action) =>
  expect(actionOfOperation(service, operation)).toBe(action),
);

it('an operation of several services belongs to none of them alone', () => {
  expect(servicesWithOperation('DescribeInstances')).toEqual(expect.arrayContaining(['ec2', 'gamelift']));
  expect(servicesWithOperation('CreateRole')).toEqual(['iam']);
});

const names = [
  ['AmazonDynamoDBv2', 'dynamodb'],
  ['AWSSecurityTokenService', 'sts'],
  ['Network Firewall', 'network-firewall'],
  ['Elastic Load Balancing v2', 'elasticloadbalancing'],
  ['SFN', 'states'],
  ['AmazonDataCatalog', 'glue'],
  ['CloudWatch Logs', 'logs'],
  ['Cost Explorer', 'ce'],
  ['nothing of the kind', undefined],
] as const;
it.each(names)('%s is %s', (name, prefix) => expect(servicePrefixOf(name)).toBe(prefix));

const hosts = [
  ['sqs.eu-west-1.amazonaws.com', 'sqs'],
  ['bucket.s3.us-gov-west-1.amazonaws.com', 's3'],
  ['111122223333.dkr.ecr.eu-west-1.amazonaws.com', 'ecr'],
  ['monitoring.amazonaws.com', 'cloudwatch'],
  ['s3.cn-north-1.amazonaws.com.cn', 's3'],
  ['example.org', undefined],
] as const;
it.each(hosts)('%s serves %s', (host, prefix) => expect(serviceOfHost(host)).toBe(prefix));

it('every exception names actions that exist', () => {
  const unknown = Object.values(operationExceptions)
    .flatMap((table) => Object.values(table).flat())
    .filter((action) => !actionExists(action));
  expect(unknown).toEqual([]);
});
it('every SDK name leads to a prefix that exists', () =>
  expect(Object.keys(sdkNames).filter((prefix) => !isServicePrefix(prefix))).toEqual([]));
