// How tools and AWS services wrap an SDK's error: a head that names the operation, or only a mark that tells which program printed it.
import type { Tool } from '../../model/denial.ts';
import type { PatternRow } from '../findings/pattern-row.ts';

const heads = [
  {
    id: 'cloudformation-api',
    role: 'head',
    tool: 'cloudformation',
    hints: ['API: '],
    pattern: String.raw`\bAPI: (?<service>[a-z][a-z0-9-]{1,40}):(?<operation>[A-Z]\w{1,100})\b`,
  },
  {
    id: 'ecs-stopped',
    role: 'head',
    tool: 'ecs',
    hints: ['esource', 'CannotPull', 'CannotStart'],
    pattern: String.raw`\b(?<wrapperCode>[Rr]esource[Ii]nitialization[Ee]rror|Cannot(?:Pull(?:ECR)?|Start)ContainerError):`,
  },
  {
    id: 'ecs-fetch-source',
    role: 'head',
    tool: 'ecs',
    hints: ['unable to retrieve', 'failed to fetch secret'],
    pattern: 'unable to retrieve (?:secrets? from (?<sdkService>ssm|asm)|(?<service>ecr) registry auth)',
  },
  {
    id: 'ecs-secret',
    role: 'head',
    tool: 'ecs',
    hints: ['failed to fetch secret'],
    pattern: String.raw`failed to fetch secret (?<resource>arn:\S{8,400}) from secrets manager`,
  },
  {
    id: 's3cmd',
    role: 'head',
    tool: 's3-client',
    states: { service: 's3' },
    hints: ['S3 error: '],
    pattern: String.raw`S3 error: (?<httpStatus>40[013]) \((?<code>\w{3,80})\)`,
  },
  {
    id: 'cloudformation-s3',
    role: 'head',
    states: { service: 's3' },
    hints: ['S3 error: Access'],
    pattern: String.raw`\bS3 error: (?=Access Denied)`,
  },
  {
    id: 's3-bucket-task',
    role: 'head',
    states: { service: 's3' },
    hints: ['S3 ', 'upload state', '"s3" backend'],
    pattern: String.raw`\b(?:[Cc]reat|[Rr]ead|[Uu]pdat|[Dd]elet|[Gg]ett|[Pp]utt|[Ll]ist|[Ss]ett)ing (?:the )?(?:Amazon )?S3 [Bb]ucket\b|failed to upload state: (?=AccessDenied)|states in the "s3" backend`,
  },
  {
    id: 'token-of-a-role',
    role: 'head',
    states: { service: 'sts', operation: 'AssumeRole' },
    hints: ['could not get token', 'error fetching credentials'],
    pattern: String.raw`\b(?:could not get token|error fetching credentials): (?=(?:rpc error: code ?= ?Unknown desc ?= ?)?AccessDenied: )`,
  },
  {
    id: 'codebuild-before-start',
    role: 'head',
    tool: 'codebuild',
    hints: ['does not allow AWS CodeBuild'],
    pattern: 'does not allow AWS CodeBuild to',
  },
  {
    id: 'sns-delivery-log',
    role: 'head',
    hints: ['providerResponse'],
    pattern: String.raw`"providerResponse" ?:`,
  },
  {
    id: 'cdk-call',
    role: 'head',
    tool: 'cdk',
    hints: ['Call failed: '],
    pattern: String.raw`\bCall failed: (?<operation>[a-z]\w{2,80})\((?=[^\n]{0,2000}\(code=(?<code>\w{3,80})\))`,
  },
  {
    id: 'grpc-status',
    role: 'mark',
    tool: 'kubernetes',
    hints: ['rpc error: code'],
    pattern: 'rpc error: code ?=',
  },
  {
    id: 'kms-call',
    role: 'head',
    hints: ['Error calling KMS'],
    pattern: String.raw`Error calling (?<sdkService>KMS) (?<operation>[A-Z]\w{2,60}) API`,
  },
  {
    id: 'redshift-s3',
    role: 'head',
    states: { service: 's3' },
    hints: ['S3ServiceException'],
    pattern: String.raw`S3ServiceException:(?:Access Denied), ?Status (?<httpStatus>\d{3}), ?Error (?<code>\w{3,60}), ?Rid (?<requestId>\w{4,80})`,
  },
  {
    id: 'sigv4-scope',
    role: 'detail',
    hints: ['/aws4_request'],
    pattern: String.raw`/\d{8}/[a-z0-9-]{3,40}/(?<sdkService>[a-z0-9-]{2,40})/aws4_request`,
  },
  {
    id: 'aws-endpoint',
    role: 'detail',
    hints: ['amazonaws.com'],
    pattern: String.raw`(?:https?://(?=[\w.-]{1,200}\.amazonaws)|(?=[\w-]{1,40}\.dkr\.ecr\.))(?<host>[\w.-]{1,200}\.amazonaws\.com(?:\.cn)?)`,
  },
  {
    id: 'kubelet-event',
    role: 'mark',
    tool: 'kubernetes',
    hints: ['Warning ', 'kubelet'],
    pattern: String.raw`\bWarning\s{2,20}[A-Z]\w{3,60}\s{2,20}|\bkubelet\b`,
  },
] as const satisfies readonly PatternRow[];

const marks: readonly (readonly [Tool, readonly string[], string])[] = [
  [
    'terraform',
    ['erraform', 'on line', 'Error: ', '.tf line', 'aws_'],
    String.raw`\b[Tt]erraform\b|\.tf line \d|\bwith (?:module|aws_|data)\.|^ ?\* (?:aws_|data\.aws_)|error\(s\) occurred:`,
  ],
  [
    'cloudformation',
    ['Resource handler returned', 'HandlerErrorCode', 'CREATE_FAILED', 'UPDATE_FAILED'],
    String.raw`Resource handler returned message|HandlerErrorCode|\b(?:CREATE|UPDATE|DELETE)_FAILED\b`,
  ],
  ['cdk', ['cdk', 'CDK'], String.raw`\bcdk (?:deploy|bootstrap|destroy)\b|aws-cdk|Custom::CDK|\bCDK\b|cdk-bootstrap`],
  [
    'sam',
    [
      'sam ',
      'aws-sam-cli',
      'CodeUri',
      'CloudFormation events from',
      'Failed to create managed',
      'Failed to create/update',
    ],
    String.raw`\bsam (?:deploy|build|package|sync)\b|aws-sam-cli|\bCodeUri parameter\b|CloudFormation events from (?:stack operations|changeset)|Failed to create managed resources|Failed to create/update the stack`,
  ],
  [
    'serverless',
    ['erverless', 'sls '],
    String.raw`Serverless\s?Error|\b(?:serverless|sls) (?:deploy|remove|package)\b|^Serverless: |\bdocs\.serverless\.com\b|github\.com/serverless/serverless`,
  ],
  [
    'amplify',
    ['amplify', 'AmplifyBackend'],
    String.raw`\bamplify (?:push|init|publish|pull|configure|diagnose|sandbox)\b|@aws-amplify|aws-amplify/|AmplifyBackend|\bampx\b`,
  ],
  ['pulumi', ['pulumi', 'Pulumi', 'aws'], String.raw`\bpulumi\b|\bPulumi\b|^ aws(?:-native)?:\w{2,30}:\w{2,40} \(`],
  ['eksctl', ['eksctl', '[✖]', '[ℹ]'], String.raw`\beksctl\b|\[[✖ℹ▶]\]`],
  [
    'kubernetes',
    ['controller', 'level=', 'k8s', 'karpenter', 'cluster-autoscaler', 'external-dns', '.go:'],
    String.raw`^[EWIF]\d{4} \d\d:\d\d:\d\d\.\d+|"?controller(?:Kind|Group)?"?[:=]|\bkarpenter\b|cluster-autoscaler|external-dns|cert-manager|"level":"(?:error|info)".{0,40}"(?:ts|logger)"`,
  ],
  [
    'github-actions',
    ['##[', 'Could not assume role with', 'GitHubActions', '::error'],
    String.raw`##\[(?:error|group)\]|Could not assume role with|configure-aws-credentials|::error(?: |::)`,
  ],
  [
    'docker',
    ['denied: ', 'Error response from daemon', 'docker '],
    String.raw`^denied: |Error response from daemon|\bdocker (?:push|pull|login)\b`,
  ],
  ['codebuild', ['CodeBuild', 'CODEBUILD', '[Container]'], String.raw`\[Container\] \d{4}/|CODEBUILD_`],
  ['codepipeline', ['CodePipeline'], String.raw`\bCodePipeline\b`],
  [
    'vault',
    ['vault', 'Error making API request', 'secrets.system.aws'],
    String.raw`Error making API request|\bvault (?:read|write|login)\b|Vault is sealed|\bsecrets\.system\.aws`,
  ],
  [
    'ansible',
    ['TASK [', 'TASK: [', 'fatal: [', 'failed: ['],
    String.raw`\bTASK:? \[|\bfa(?:tal|iled): \[[^\]\n]{1,100}\]`,
  ],
  ['airflow', ['airflow', '{taskinstance', '.py:'], String.raw`\bairflow\b|\{\w{3,40}\.py:\d{1,5}\} ERROR`],
  [
    'packer',
    ['amazon-', 'packer', 'Error launching source', 'Error querying AMI'],
    String.raw`\bamazon-(?:ebs|ami|instance|chroot)|\bpacker\b|Error launching source instance|Error querying AMI`,
  ],
  [
    'spark',
    ['s3a://', 'fs.s3a', 'org.apache.spark', 'hadoop'],
    String.raw`\bs3a://|fs\.s3a\b|org\.apache\.(?:spark|hadoop)|emr\.hadoop\.fs`,
  ],
  [
    's3-client',
    ['rclone', 'restic', 's3cmd', 's3fs', 'Stat: Access'],
    String.raw`\brclone\b|\brestic\b|\bs3cmd\b|\bs3fs\b|Fatal: unable to open config file`,
  ],
  ['console', ['To request access, copy'], 'To request access, copy the following text'],
  ['step-functions', ['States.', '"cause"', 'states.amazonaws'], String.raw`\bStates\.\w{3,30}|"[Cc]ause"\s?:`],
  ['lambda', ['errorType', '/var/task', '/var/runtime'], '"errorType"|/var/(?:task|runtime)/'],
  ['cloudtrail', ['eventSource', 'eventName'], String.raw`\beventSource\b|\beventName\b`],
  ['http', ['HTTP/1.1 403', 'curl ', 'HTTP/2 403'], String.raw`HTTP/[12](?:\.1)? 403|^\$? ?curl `],
];

/** The outermost program comes last: a wrapper outranks the SDK inside it. */
const markRows: readonly PatternRow[] = marks.map(([tool, hints, pattern]) => ({
  id: `mark-${tool}`,
  role: 'mark',
  tool,
  hints,
  pattern,
}));

export const toolRows: readonly PatternRow[] = [...heads, ...markRows];
