// How the policies of keys, secrets and certificates are read. (AWS page: "AWS services that work with IAM")
import type { ResourcePolicyRow } from './row.ts';

export const securityRows: readonly ResourcePolicyRow[] = [
  {
    of: 'KMS key',
    service: 'kms',
    resource: /^key\/(?<id>[^/]+)/,
    call: 'kms:GetKeyPolicy',
    input: { KeyId: '{arn}', PolicyName: 'default' },
    answer: ['Policy'],
    missing: ['NotFoundException'],
  },
  {
    of: 'secret',
    service: 'secretsmanager',
    resource: /^secret:/,
    call: 'secretsmanager:GetResourcePolicy',
    input: { SecretId: '{arn}' },
    answer: ['ResourcePolicy'],
    missing: ['ResourceNotFoundException'],
  },
  {
    of: 'private certificate authority',
    service: 'acm-pca',
    resource: /^certificate-authority\/(?<id>[^/]+)/,
    call: 'acm-pca:GetPolicy',
    input: { ResourceArn: 'arn:{partition}:acm-pca:{region}:{accountId}:certificate-authority/{id}' },
    answer: ['Policy'],
    absent: ['ResourceNotFoundException'],
  },
  {
    of: 'web ACL rule group',
    service: 'wafv2',
    resource: /^regional\/rulegroup\//,
    call: 'wafv2:GetPermissionPolicy',
    input: { ResourceArn: '{arn}' },
    answer: ['Policy'],
    absent: ['WAFNonexistentItemException'],
  },
  {
    of: 'Network Firewall policy or rule group',
    service: 'network-firewall',
    resource: /^(?:firewall-policy|stateful-rulegroup|stateless-rulegroup)\//,
    call: 'network-firewall:DescribeResourcePolicy',
    input: { ResourceArn: '{arn}' },
    answer: ['Policy'],
    absent: ['ResourceNotFoundException'],
  },
];
