// One AWS error as its text states it. Fields the text does not state are left out, never guessed.

export const denialClasses = ['authorization', 'credentials', 'not-authorization', 'not-aws'] as const;
export type DenialClass = (typeof denialClasses)[number];

export const policyTypes = [
  'identity',
  'resource',
  'permissionsBoundary',
  'session',
  'scp',
  'rcp',
  'vpcEndpoint',
  'trust',
] as const;
export type PolicyType = (typeof policyTypes)[number];

export const denyTypes = ['explicit', 'implicit', 'unstated'] as const;
export type DenyType = (typeof denyTypes)[number];

export const encodedStates = ['whole', 'cut', 'masked', 'empty'] as const;
export type EncodedState = (typeof encodedStates)[number];

/** The program that printed the error. A closed list: an unrecognised printer leaves the field out. */
export const tools = [
  'aws-cli',
  'boto',
  'sdk-js',
  'sdk-java',
  'sdk-go',
  'sdk-dotnet',
  'sdk-php',
  'sdk-ruby',
  'sdk-rust',
  'sdk-swift',
  'sdk-cpp',
  'terraform',
  'cloudformation',
  'cdk',
  'sam',
  'serverless',
  'amplify',
  'pulumi',
  'eksctl',
  'kubernetes',
  'github-actions',
  'ecs',
  'docker',
  'codebuild',
  'codepipeline',
  'vault',
  'ansible',
  'airflow',
  'packer',
  'spark',
  's3-client',
  'console',
  'step-functions',
  'lambda',
  'cloudtrail',
  'http',
] as const;
export type Tool = (typeof tools)[number];

/** Fields that may be filled by what follows with certainty from reference data. */
export const derivableFields = ['service', 'action', 'operation', 'accountId'] as const;
export type DerivableField = (typeof derivableFields)[number];

/** Where the denial stands in the input, in UTF-16 code units. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

export interface Denial {
  readonly class: DenialClass;
  /** Verbatim, e.g. `Client.UnauthorizedOperation`. */
  readonly code?: string;
  readonly httpStatus?: number;
  /** IAM action prefix in lower case, e.g. `s3`. */
  readonly service?: string;
  /** API name, e.g. `ListObjectsV2`. */
  readonly operation?: string;
  /** IAM action, e.g. `s3:ListBucket`. */
  readonly action?: string;
  readonly principal?: string;
  /** The 12 digits in the principal's ARN. */
  readonly accountId?: string;
  readonly resource?: string;
  readonly denyType: DenyType;
  readonly policyType: PolicyType | 'unstated';
  /** The type after "transitively through". */
  readonly policyTypeVia?: PolicyType;
  readonly policyArn?: string;
  readonly encodedMessage?: string;
  readonly encodedState?: EncodedState;
  readonly authorizationId?: string;
  readonly requestId?: string;
  readonly tool?: Tool;
  /** As printed; ISO 8601 where the source is a document such as a CloudTrail event. */
  readonly time?: string;
  /** The part of the input the denial was read from. */
  readonly text: string;
  readonly span: Span;
  readonly derived: readonly DerivableField[];
}
