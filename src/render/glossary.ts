// The terms that reports and playbooks use, each explained once for someone who meets it for the first time.
/* eslint max-lines: off -- a data table */

export interface GlossaryEntry {
  readonly term: string;
  /** Other spellings under which people look it up, abbreviations among them. */
  readonly also?: readonly string[];
  readonly text: string;
}

export const glossary: readonly GlossaryEntry[] = [
  {
    term: 'access key',
    text: 'A pair of key id and secret with which a program signs its requests. Ids that start with AKIA belong to a user and last until deleted; those that start with ASIA are temporary and need a session token besides.',
  },
  {
    term: 'ACL',
    also: ['access control list'],
    text: 'An old way to open S3 buckets and single objects to other accounts. New buckets have ACLs switched off: their Object Ownership is "bucket owner enforced".',
  },
  {
    term: 'action',
    text: 'What a policy allows or denies, written service:Name, for example s3:GetObject. It is often, but not always, named like the operation of the API that was called.',
  },
  {
    term: 'ARN',
    also: ['Amazon Resource Name'],
    text: 'The full name of something in AWS: arn:partition:service:region:account:resource. Policies name resources and principals by it.',
  },
  {
    term: 'assumed-role session',
    also: ['role session', 'session'],
    text: 'What you are after assuming a role: temporary credentials under the name assumed-role/ROLE/SESSION. Its permissions are those of the role, or fewer where a session policy was passed.',
  },
  {
    term: 'authorization',
    text: 'The decision whether a known caller may do something. It comes after authentication, the proof of who calls; an error of authentication is not mended by any policy.',
  },
  {
    term: 'Block Public Access',
    text: 'Four settings of Amazon S3, for an account and for each bucket, that refuse public policies and public ACLs whatever a policy allows.',
  },
  {
    term: 'bucket policy',
    text: 'The resource-based policy of an S3 bucket.',
  },
  {
    term: 'caller',
    text: 'Whoever signed the request: a user, a role session, the root user, or an AWS service.',
  },
  {
    term: 'CloudTrail',
    text: 'The log of API calls in an account. The event of a refused call shows who called, from where, and with what.',
  },
  {
    term: 'condition key',
    text: 'A property of the request that a policy can look at, such as aws:SourceIp. A key that is missing from the request counts as not matching for most operators.',
  },
  {
    term: 'confused deputy',
    text: 'A service that is made to use its rights for somebody who has none. Conditions on aws:SourceArn, aws:SourceAccount or an external id guard against it.',
  },
  {
    term: 'encoded authorization message',
    text: 'The long text that EC2 and some other services add to a refusal. It says what was refused and is readable with sts:DecodeAuthorizationMessage in the account of the caller.',
  },
  {
    term: 'execution role',
    text: 'The role that a service takes on to do its own part of your work: fetch the image and the secrets of an ECS task, write the log of a Lambda function.',
  },
  {
    term: 'explicit deny',
    text: 'A statement with Effect Deny that covers the request. It always wins: no Allow anywhere can lift it.',
  },
  {
    term: 'external id',
    text: 'A value that a trust policy may demand with sts:AssumeRole, so that a company serving many customers cannot be tricked into using the role of the wrong one.',
  },
  {
    term: 'fine-grained access control',
    text: 'A second system of permissions inside Amazon OpenSearch Service, with its own users and roles. IAM decides first, then it does.',
  },
  {
    term: 'forward access session',
    also: ['FAS'],
    text: 'The way in which a service calls another one with your permissions, for example S3 calling KMS when you read an encrypted object. Your policies must allow that second call too.',
  },
  {
    term: 'grant',
    text: 'In KMS: a permission to use one key, given to one principal besides the key policy. Services make grants for what they encrypt for you.',
  },
  {
    term: 'IAM',
    also: ['Identity and Access Management'],
    text: 'The service in which users, roles and their policies live.',
  },
  {
    term: 'IAM Identity Center',
    also: ['AWS SSO', 'SSO'],
    text: 'The service with which people sign in once for many accounts. In each account it makes roles named AWSReservedSSO_… from permission sets.',
  },
  {
    term: 'identity-based policy',
    also: ['identity policy'],
    text: 'A policy attached to a user, to a role or to a group of users. It says what that identity may do.',
  },
  {
    term: 'implicit deny',
    text: 'Nothing denies the request, but nothing allows it either. It is mended by an Allow in the right place.',
  },
  {
    term: 'instance metadata',
    also: ['IMDS'],
    text: 'The address 169.254.169.254 at which a program on an EC2 instance gets the temporary credentials of the instance role.',
  },
  {
    term: 'instance profile',
    text: 'The container that carries a role to an EC2 instance. It has a name of its own and may be empty.',
  },
  {
    term: 'IRSA',
    also: ['IAM roles for service accounts'],
    text: 'The way in which a Kubernetes pod gets a role: the token of its service account is exchanged through web identity federation.',
  },
  {
    term: 'JWT',
    also: ['JSON Web Token'],
    text: 'A signed token that says who somebody is and until when. API Gateway and identity pools take such tokens in place of an AWS signature.',
  },
  {
    term: 'key policy',
    text: 'The resource-based policy of a KMS key. It is asked first: IAM policies count only if it lets the account use them.',
  },
  {
    term: 'KMS',
    also: ['AWS Key Management Service', 'KMS key'],
    text: 'The service that keeps encryption keys. Reading encrypted data needs kms:Decrypt on the key besides the right to read the data.',
  },
  {
    term: 'Lake Formation',
    text: 'A second system of permissions over the tables of a data lake. IAM and it must both allow.',
  },
  {
    term: 'management account',
    text: 'The account that owns an organization. Service control policies do not bind it.',
  },
  {
    term: 'MFA',
    also: ['multi-factor authentication'],
    text: 'A second proof at sign-in, from a device. Policies see it as aws:MultiFactorAuthPresent, which long-term access keys never carry.',
  },
  {
    term: 'OIDC',
    also: ['OpenID Connect', 'web identity'],
    text: 'The kind of token with which GitHub, GitLab, Kubernetes and others prove a workload to AWS, which gives it a role in return.',
  },
  {
    term: 'organization',
    also: ['AWS Organizations'],
    text: 'A group of accounts in a tree of organizational units, with policies that hold for whole branches.',
  },
  {
    term: 'organizational unit',
    also: ['OU'],
    text: 'A branch in the tree of an organization. Policies attached to it hold for every account below.',
  },
  {
    term: 'partition',
    text: 'A separate set of Regions with accounts and names of its own: aws, aws-cn (China), aws-us-gov (GovCloud) and others. Credentials of one mean nothing in another.',
  },
  {
    term: 'PassRole',
    also: ['iam:PassRole'],
    text: 'The permission to hand a role to a service that will then use it. It is checked whenever you name a role in a call, and is no call of its own.',
  },
  {
    term: 'permission set',
    text: 'A template of permissions in IAM Identity Center. It becomes a role in each account it is assigned to; changes are made there, not in the role.',
  },
  {
    term: 'permissions boundary',
    text: 'A policy that caps what the other policies of a user or role can give. It allows nothing by itself.',
  },
  {
    term: 'presigned URL',
    text: 'A link with a signature in it. Whoever has it acts with the permissions of the one who signed it, until it or the credentials behind it expire.',
  },
  {
    term: 'principal',
    text: 'Who a policy is about, or who makes the request: an account, user, role, session or service.',
  },
  {
    term: 'RBAC',
    also: ['role-based access control'],
    text: 'The permissions inside a Kubernetes cluster. On Amazon EKS an identity of IAM must be mapped to them, by an access entry or the aws-auth ConfigMap.',
  },
  {
    term: 'Region',
    text: 'A place with data centers, such as eu-west-1. Most resources live in one, and policies can refuse the others. Some Regions must be switched on first.',
  },
  {
    term: 'resource control policy',
    also: ['RCP'],
    text: 'A policy of the organization that caps what may be done to resources of its accounts, whoever calls.',
  },
  {
    term: 'resource-based policy',
    also: ['resource policy'],
    text: 'A policy attached to the thing itself, such as a bucket, queue or key. It names who may use it, and can let in other accounts.',
  },
  {
    term: 'role',
    text: 'An identity without credentials of its own. Whoever its trust policy lets in can assume it and gets temporary ones.',
  },
  {
    term: 'root user',
    text: 'The identity that an account is born with. Identity policies cannot limit it; the organization can.',
  },
  {
    term: 'SAML',
    text: 'The kind of proof with which company directories sign people in to a role.',
  },
  {
    term: 'SCP',
    also: ['service control policy'],
    text: 'A policy of the organization that caps what the users and roles of its accounts may do. It allows nothing by itself and does not bind service-linked roles.',
  },
  {
    term: 'service principal',
    text: 'The name under which a service itself appears in policies, for example lambda.amazonaws.com.',
  },
  {
    term: 'service role',
    text: 'A role made for a service to act in your account. The service must be in its trust policy, and you need iam:PassRole to hand it over.',
  },
  {
    term: 'service-linked role',
    text: 'A role named AWSServiceRoleFor… that belongs to one service. Its policy is fixed by AWS.',
  },
  {
    term: 'session policy',
    text: 'A policy passed while a session is made. The session can do only what both it and the role allow.',
  },
  {
    term: 'STS',
    also: ['AWS Security Token Service'],
    text: 'The service that gives temporary credentials and tells who you are (get-caller-identity).',
  },
  {
    term: 'trust policy',
    also: ['trust relationship', 'role trust policy'],
    text: 'The policy of a role that says who may assume it. It is checked besides the policies of the caller.',
  },
  {
    term: 'VPC',
    also: ['virtual private cloud'],
    text: 'Your own network in AWS.',
  },
  {
    term: 'VPC endpoint policy',
    also: ['VPC endpoint', 'endpoint policy', 'VPCE'],
    text: 'A policy on the private way from a VPC to a service. Requests that take this way must be allowed by it too.',
  },
  {
    term: 'WAF',
    also: ['AWS WAF'],
    text: 'A firewall for web requests in front of API Gateway, CloudFront and load balancers. It answers 403 before any policy is asked.',
  },
];
