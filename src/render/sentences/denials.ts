// What a denial is, by class and by what AWS states as its reason; and what to say of a text that holds none.
import type { Denial, DenialClass, EncodedState, Tool } from '../../model/denial.ts';
import { layerNouns } from './layers.ts';

/** The first word of a report. */
export const classLabels = {
  authorization: 'Denied',
  credentials: 'Credentials',
  'not-authorization': 'Not a denial',
  'not-aws': 'Not from AWS',
} as const satisfies Record<DenialClass, string>;

/** What the class means for the reader; nothing needs saying of an ordinary denial. */
export const classSentences = {
  authorization: undefined,
  credentials:
    'AWS did not accept the credentials themselves, or not for this call. No policy was consulted, so no policy change will help.',
  'not-authorization':
    'By its code this error is no denial by a policy of the caller. Where a policy stands behind it all the same, the cause says which.',
  'not-aws':
    'This access error was not returned by AWS. No IAM policy decides it: look at the access rules of the system that printed it.',
} as const satisfies Record<DenialClass, string | undefined>;

export const noDenial = {
  title: 'No AWS access-denied error was found in this text.',
  looksLike: 'A denial looks like one of these:',
  examples: [
    'An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::reports/may.csv',
    'An error occurred (UnauthorizedOperation) when calling the DescribeInstances operation: You are not authorized to perform this operation.',
    '"errorCode": "AccessDenied" in a CloudTrail event',
  ],
  next: 'Paste the whole error, with the line that holds the error code. Where it is cut off, run the command again with --debug.',
} as const;

/** What AWS states as the reason. */
export function reasonClause(denial: Denial): string {
  const { denyType, policyType } = denial;
  const policy = policyType === 'unstated' ? undefined : layerNouns[policyType];
  const via = denial.policyTypeVia === undefined ? '' : `, through a ${layerNouns[denial.policyTypeVia]}`;
  if (denyType === 'explicit') return `explicit deny in ${policy === undefined ? 'a policy' : articled(policy)}${via}`;
  if (denyType === 'implicit') return `no ${policy ?? 'policy'} allows it${via}`;
  return policy === undefined ? 'AWS does not say which policy' : `AWS names ${articled(policy)}${via}`;
}

export const articled = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

export const encodedSentences = {
  whole: 'An encoded message came with it: aws sts decode-authorization-message shows what it holds.',
  cut: 'The encoded message is cut off, so it cannot be decoded: run the call again and copy all of it.',
  masked: 'The encoded message is masked, so it cannot be decoded: take it from a place that does not mask it.',
  empty: 'The encoded message is missing from the text: run the call again and copy all of it.',
} as const satisfies Record<EncodedState, string>;

/** The printer of the error, as a reader calls it. */
export const toolNames = {
  'aws-cli': 'the AWS CLI',
  boto: 'boto3 or the AWS CLI',
  'sdk-js': 'the AWS SDK for JavaScript',
  'sdk-java': 'the AWS SDK for Java',
  'sdk-go': 'the AWS SDK for Go',
  'sdk-dotnet': 'the AWS SDK for .NET',
  'sdk-php': 'the AWS SDK for PHP',
  'sdk-ruby': 'the AWS SDK for Ruby',
  'sdk-rust': 'the AWS SDK for Rust',
  'sdk-swift': 'the AWS SDK for Swift',
  'sdk-cpp': 'the AWS SDK for C++',
  terraform: 'Terraform',
  cloudformation: 'CloudFormation',
  cdk: 'the AWS CDK',
  sam: 'AWS SAM',
  serverless: 'Serverless Framework',
  amplify: 'Amplify',
  pulumi: 'Pulumi',
  eksctl: 'eksctl',
  kubernetes: 'Kubernetes',
  'github-actions': 'GitHub Actions',
  ecs: 'Amazon ECS',
  docker: 'Docker',
  codebuild: 'CodeBuild',
  codepipeline: 'CodePipeline',
  vault: 'Vault',
  ansible: 'Ansible',
  airflow: 'Airflow',
  packer: 'Packer',
  spark: 'Spark',
  's3-client': 'an S3 client',
  console: 'the AWS console',
  'step-functions': 'Step Functions',
  lambda: 'Lambda',
  cloudtrail: 'CloudTrail',
  http: 'an HTTP client',
} as const satisfies Record<Tool, string>;
