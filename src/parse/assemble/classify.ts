// Decides what class of error a cluster is: the message outranks the code, and what is plainly not from AWS outranks both.
import { readArn } from '../../model/arn.ts';
import type { DenialClass } from '../../model/denial.ts';
import { classOfCode } from '../codes.ts';
import type { Cluster } from './cluster.ts';

/** Codes that other systems and plain HTTP use too: they need evidence that AWS printed them. */
const undecidedCodes = new Set([
  '401',
  '403',
  '403 Forbidden',
  'Forbidden',
  'Unauthorized',
  'DENIED',
  'security_exception',
]);

/** Heads that only an AWS client prints. */
const awsHeads = new Set([
  'botocore',
  'aws-cli-before-2015',
  'go-operation',
  'go-api-error',
  'java-suffix',
  'php-executing',
  'php2-fields',
  'ruby-error',
  'ruby-suffix',
  'dotnet-exception',
  's3-head-forbidden',
  'boto2',
  'cloudformation-api',
  's3cmd',
  'ecs-fetch-source',
  'opensearch-code',
  'identity-center-no-access',
]);

/** Phrases that everybody's servers print. */
const bareRows = new Set(['access-denied-bare']);

const namesAws = (cluster: Cluster) =>
  cluster.fields.service !== undefined ||
  cluster.fields.sdkService !== undefined ||
  cluster.fields.host !== undefined ||
  cluster.findings.some(({ row }) => awsHeads.has(row));

function messageClass(cluster: Cluster): DenialClass | undefined {
  const messages = cluster.findings.filter(({ role }) => role === 'message');
  const telling = messages.find((message) => !bareRows.has(message.row)) ?? messages[0];
  const { principal } = cluster.fields;
  if (
    cluster.findings.some(({ role }) => role === 'veto') &&
    (principal === undefined || readArn(principal) === undefined)
  )
    return 'not-aws';
  return telling?.class;
}

/** A refusal without code or message, as HEAD requests get it: whose it is must be evident. */
function statusClass(cluster: Cluster): DenialClass | undefined {
  return cluster.findings.some(({ row }) => row === 'forbidden-bare') && namesAws(cluster)
    ? 'authorization'
    : undefined;
}

/** Undefined when the cluster is no error at all. */
export function classify(cluster: Cluster): DenialClass | undefined {
  const { code, wrapperCode } = cluster.fields;
  const stated = messageClass(cluster);
  if (stated === 'not-aws' || stated === 'credentials' || stated === 'not-authorization') return stated;
  if (stated === 'authorization') return bareClass(cluster) ?? stated;
  if (code === undefined) return statusClass(cluster) ?? (wrapperCode === undefined ? undefined : 'not-authorization');
  if (undecidedCodes.has(code) && !namesAws(cluster)) return undefined;
  return classOfCode(code);
}

/** "Access Denied" alone is everybody's phrase: it is AWS's with an AWS code, id, client or service beside it. */
function bareClass(cluster: Cluster): DenialClass | undefined {
  const { code, requestId, action, operation } = cluster.fields;
  const telling = cluster.findings.some(({ role, row }) => role === 'message' && !bareRows.has(row));
  if (telling) return undefined;
  if (code !== undefined && classOfCode(code) === 'credentials') return 'credentials';
  const evident =
    code !== undefined ||
    requestId !== undefined ||
    action !== undefined ||
    operation !== undefined ||
    namesAws(cluster);
  return evident ? undefined : 'not-aws';
}

/** A bare phrase without any evidence names no look-alike either: nothing is recognised. */
export const isUnfounded = (cluster: Cluster): boolean =>
  classify(cluster) === 'not-aws' && !cluster.findings.some(({ lookAlike }) => lookAlike !== undefined);
