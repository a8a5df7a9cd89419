// How tools and AWS services wrap an SDK's error: a head that names the operation, or only a mark that tells which program printed it.
import type { Tool } from '../../model/denial.ts';
import type { PatternRow } from '../findings/pattern-row.ts';

const heads = [
  {
    id: 'cloudformation-api',
    role: 'head',
    tool: 'cloudformation',
    hints: ['API: '],
    pattern: /\bAPI:\s{1,20}(?<service>[a-z][a-z0-9-]{1,40}):(?<operation>[A-Z]\w{1,100})\b/g,
  },
  {
    id: 'ecs-stopped',
    role: 'head',
    tool: 'ecs',
    hints: ['esource', 'CannotPull'],
    pattern: /\b(?<wrapperCode>[Rr]esource[Ii]nitialization[Ee]rror|CannotPull(?:ECR)?ContainerError):/g,
  },
  {
    id: 'ecs-fetch-source',
    role: 'head',
    tool: 'ecs',
    hints: ['unable to retrieve', 'failed to fetch secret'],
    pattern:
      /unable\s{1,9}to\s{1,9}retrieve\s{1,9}(?:secrets?\s{1,9}from\s{1,9}(?<sdkService>ssm|asm)|(?<service>ecr)\s{1,9}registry\s{1,9}auth)/g,
  },
  {
    id: 'ecs-secret',
    role: 'head',
    tool: 'ecs',
    hints: ['failed to fetch secret'],
    pattern:
      /failed\s{1,9}to\s{1,9}fetch\s{1,9}secret\s{1,9}(?<resource>arn:\S{8,400})\s{1,9}from\s{1,9}secrets\s{1,9}manager/g,
  },
  {
    id: 's3cmd',
    role: 'head',
    tool: 's3-client',
    states: { service: 's3' },
    hints: ['S3 error: '],
    pattern: /S3\s{1,9}error:\s{1,9}(?<httpStatus>40[013])\s{1,9}\((?<code>\w{3,80})\)/g,
  },
  {
    id: 'grpc-status',
    role: 'mark',
    tool: 'kubernetes',
    hints: ['rpc error: code'],
    pattern: /rpc\s{1,9}error:\s{1,9}code\s{0,4}=/g,
  },
  {
    id: 'kms-call',
    role: 'head',
    hints: ['Error calling KMS'],
    pattern: /Error\s{1,9}calling\s{1,9}(?<sdkService>KMS)\s{1,9}(?<operation>[A-Z]\w{2,60})\s{1,9}API/g,
  },
  {
    id: 'redshift-s3',
    role: 'head',
    states: { service: 's3' },
    hints: ['S3ServiceException'],
    pattern:
      /S3ServiceException:(?:Access\s{1,4}Denied),\s{0,4}Status\s{1,4}(?<httpStatus>\d{3}),\s{0,4}Error\s{1,4}(?<code>\w{3,60}),\s{0,4}Rid\s{1,4}(?<requestId>\w{4,80})/g,
  },
  {
    id: 'sigv4-scope',
    role: 'detail',
    hints: ['/aws4_request'],
    pattern: /\/\d{8}\/[a-z0-9-]{3,40}\/(?<sdkService>[a-z0-9-]{2,40})\/aws4_request/g,
  },
  {
    id: 'aws-endpoint',
    role: 'detail',
    hints: ['amazonaws.com'],
    pattern:
      /(?:https?:\/\/(?=[\w.-]{1,200}\.amazonaws)|(?=[\w-]{1,40}\.dkr\.ecr\.))(?<host>[\w.-]{1,200}\.amazonaws\.com(?:\.cn)?)/g,
  },
  {
    id: 'kubelet-event',
    role: 'mark',
    tool: 'kubernetes',
    hints: ['Warning ', 'kubelet'],
    pattern: /\bWarning\s{2,20}[A-Z]\w{3,60}\s{2,20}|\bkubelet\b/g,
  },
] as const satisfies readonly PatternRow[];

const marks: readonly (readonly [Tool, readonly string[], RegExp])[] = [
  [
    'terraform',
    ['erraform', 'on line', 'Error: ', '.tf line', 'aws_'],
    /\b[Tt]erraform\b|\.tf line \d|\bwith (?:module|aws_|data)\.|^\s{0,9}\* (?:aws_|data\.aws_)|error\(s\) occurred:/gm,
  ],
  [
    'cloudformation',
    ['Resource handler returned', 'HandlerErrorCode', 'CREATE_FAILED', 'UPDATE_FAILED'],
    /Resource handler returned message|HandlerErrorCode|\b(?:CREATE|UPDATE|DELETE)_FAILED\b/g,
  ],
  ['cdk', ['cdk', 'CDK'], /\bcdk (?:deploy|bootstrap|destroy)\b|aws-cdk|\bCDK\b|cdk-bootstrap/g],
  ['sam', ['sam ', 'aws-sam-cli'], /\bsam (?:deploy|build|package)\b|aws-sam-cli/g],
  ['serverless', ['Serverless', 'serverless'], /Serverless\s?Error|\bserverless (?:deploy|remove)\b|^Serverless: /gm],
  ['amplify', ['amplify'], /\bamplify (?:push|init|publish|pull)\b|@aws-amplify/g],
  ['pulumi', ['pulumi', 'Pulumi', 'aws:'], /\bpulumi\b|\bPulumi\b|^\s{1,9}aws:\w{2,30}:\w{2,40} \(/gm],
  ['eksctl', ['eksctl', '[✖]', '[ℹ]'], /\beksctl\b|\[[✖ℹ▶]\]/g],
  [
    'kubernetes',
    ['controller', 'level=', 'k8s', 'karpenter', 'cluster-autoscaler', 'external-dns', '.go:'],
    /^[EWIF]\d{4} \d\d:\d\d:\d\d\.\d+|"?controller(?:Kind|Group)?"?[:=]|\bkarpenter\b|cluster-autoscaler|external-dns|cert-manager|"level":"(?:error|info)".{0,40}"(?:ts|logger)"/gm,
  ],
  [
    'github-actions',
    ['##[', 'Could not assume role with', 'GitHubActions', '::error'],
    /##\[(?:error|group)\]|Could not assume role with|configure-aws-credentials|::error(?: |::)/g,
  ],
  [
    'docker',
    ['denied: ', 'Error response from daemon', 'docker '],
    /^denied: |Error response from daemon|\bdocker (?:push|pull|login)\b/gm,
  ],
  ['codebuild', ['CodeBuild', 'CODEBUILD', '[Container]'], /\[Container\] \d{4}\/|CODEBUILD_/g],
  ['codepipeline', ['CodePipeline'], /\bCodePipeline\b/g],
  [
    'vault',
    ['vault', 'Error making API request'],
    /Error making API request|\bvault (?:read|write|login)\b|Vault is sealed/g,
  ],
  ['ansible', ['TASK [', 'TASK: [', 'fatal: [', 'failed: ['], /\bTASK:? \[|\bfa(?:tal|iled): \[[^\]\n]{1,100}\]/g],
  ['airflow', ['airflow', '{taskinstance', '.py:'], /\bairflow\b|\{\w{3,40}\.py:\d{1,5}\} ERROR/g],
  ['packer', ['amazon-ebs', 'packer'], /amazon-ebs|\bpacker\b/g],
  ['spark', ['s3a://', 'fs.s3a', 'org.apache.spark', 'hadoop'], /\bs3a:\/\/|fs\.s3a\b|org\.apache\.(?:spark|hadoop)/g],
  [
    's3-client',
    ['rclone', 'restic', 's3cmd', 's3fs', 'Stat: Access'],
    /\brclone\b|\brestic\b|\bs3cmd\b|\bs3fs\b|Fatal: unable to open config file/g,
  ],
  ['console', ['To request access, copy'], /To request access, copy the following text/g],
  ['step-functions', ['States.', '"cause"', 'states.amazonaws'], /\bStates\.\w{3,30}|"[Cc]ause"\s?:/g],
  ['lambda', ['errorType', '/var/task', '/var/runtime'], /"errorType"|\/var\/(?:task|runtime)\//g],
  ['cloudtrail', ['eventSource', 'eventName'], /\beventSource\b|\beventName\b/g],
  ['http', ['HTTP/1.1 403', 'curl ', 'HTTP/2 403'], /HTTP\/[12](?:\.1)? 403|^\$? ?curl /gm],
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
