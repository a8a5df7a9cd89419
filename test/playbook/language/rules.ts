// What the language of playbooks is held to: words beside the dictionary, short names that need no explanation, one term for one thing, lengths.

/** Words that are right and in no dictionary: names, and terms of the field. */
export const fieldWords: ReadonlySet<string> = new Set(
  `
  Terraform Pulumi Kubernetes Cognito Fargate Ceph Podman Karpenter Lambda OpenSearch Bedrock
  subnet subnets namespace namespaces decrypt decrypts decrypting config presigned authenticator mistyped sudo
  kubectl kubelet kubeconfig kube podman cdk env http https iss aud sub openid saml
  arn Arn aws amz cn iam sts sso kms sqs sns ssm ecr ecs eks apigateway cloudformation cloudwatch secretsmanager kubernetes
  systemd chrony subprocess webhook cron crontab authorizer serverless eusc Amz amr url api ses smtp Auth Unauth
  Bool SAMLResponse rollout Namespace
  checksums acl presign lifecycle
  Kinesis decrypted encrypts ebs unencrypted uploader cp
  nslookup Reachability ssmmessages vpce vpc
  deregisters deregistered eu apac jp auth configmap yaml awslogs nodegroup lakeformation workgroup balancers backend
  Serverless aoss rds prx AWSLogs vendedlogs CDKToolkit Config
  `
    .trim()
    .split(/\s+/),
);

/** Short names everybody in this field reads without help; any other must be in the glossary. */
export const plainShortNames: ReadonlySet<string> = new Set(
  `
  AWS API CLI SDK SDKs CI CDK ID IDs URL URLs URI HTTP HTTPS JSON YAML XML CSV TLS SSL VPN NAT DNS NTP UTC IP CPU US EU
  ECS EKS ECR EC RDS MB GB SNS SQS SES EBS EFS ALB ELB CSI SSE RAM FIFO SQL SSH
  AKIA ASIA AROA AIDA
  GET PUT HEAD
  AMI LF SELECT DESCRIBE GRANT TO NONE RUNNING
  INDEX LABEL DATABASE USER
  SMTP WSL CDN POST GET PUT UUID ENABLED ENABLING DISABLED DISABLING STAGE METHOD
  NAME ROLE SESSION PATH ALIAS NAMESPACE ISSUER BRANCH TAG ACCOUNT REGION KEY BUCKET
  `
    .trim()
    .split(/\s+/),
);

/** What is not said, and what is said instead. */
export const terms: readonly (readonly [not: RegExp, but: string])[] = [
  [/\bAWS SSO\b(?! cache)/, 'IAM Identity Center'],
  [/\btrust relationship\b/i, 'trust policy'],
  [/\bpermission(?:s)? boundar(?:y|ies) polic/i, 'permissions boundary'],
  [/\bpermission boundar/i, 'permissions boundary'],
  [/\bboundary policy\b/i, 'permissions boundary'],
  [/(?<!VPC )\bendpoint polic(?:y|ies)\b/, 'VPC endpoint policy'],
  [/\bmaster key\b/i, 'KMS key'],
  [/\bCMK\b/, 'KMS key'],
  [/\b(?:white|black)list/i, 'allow or deny list'],
  [/(?<![-."'`])\bregions?\b(?!["'`])/, 'Region'],
  [/\borganisation/i, 'organization'],
  [/\broot account\b/i, 'root user, or management account'],
  [/\bmaster account\b/i, 'management account'],
  [/\be\.g\.|\bi\.e\.|\betc\./, 'for example, that is, and so on'],
  [/\b(?:simply|obviously|of course)\b/i, 'nothing: leave it out'],
  [/\bplease\b/i, 'nothing: leave it out'],
  [/!(?:\s|$)/, 'a full stop'],
];

/** The longest a text may be, by the key it stands under; what is longer is two texts. */
export const longest: Readonly<Record<string, number>> = {
  title: 100,
  question: 110,
  label: 110,
  console: 120,
  note: 200,
  verify: 160,
  avoid: 200,
  why: 260,
  on_fail: 260,
  because: 420,
  help: 430,
  summary: 420,
  text: 560,
};
