// How each AWS service is spoken to: its protocol, host name, signing name and target, as its public service model says.

export const protocols = ['json', 'query', 'ec2', 'rest-json', 'rest-xml'] as const;
export type Protocol = (typeof protocols)[number];

export interface ServiceRow {
  readonly protocol: Protocol;
  /** First label of the host name. */
  readonly host: string;
  /** Where it differs from the host. */
  readonly signing?: string;
  /** Of the JSON protocol: what X-Amz-Target starts with, and the version in the content type. */
  readonly target?: string;
  readonly json?: '1.0' | '1.1';
  /** Of the query protocols. */
  readonly version?: string;
  /** One endpoint for the whole partition. */
  readonly global?: true;
  /** The account stands before the host name. */
  readonly accountHost?: true;
}

const json = (host: string, target: string, more: Partial<ServiceRow> = {}): ServiceRow => ({
  protocol: 'json',
  host,
  target,
  json: '1.1',
  ...more,
});
const rest = (host: string, more: Partial<ServiceRow> = {}): ServiceRow => ({ protocol: 'rest-json', host, ...more });
const query = (host: string, version: string, more: Partial<ServiceRow> = {}): ServiceRow => ({
  protocol: 'query',
  host,
  version,
  ...more,
});

export const services = {
  iam: query('iam', '2010-05-08', { global: true }),
  'iam-toolbox': rest('iam-toolbox', { signing: 'iam' }),
  sts: query('sts', '2011-06-15'),
  organizations: json('organizations', 'AWSOrganizationsV20161128', { global: true }),
  cloudtrail: json('cloudtrail', 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101'),
  s3: { protocol: 'rest-xml', host: 's3' },
  s3control: { protocol: 'rest-xml', host: 's3-control', signing: 's3', accountHost: true },
  kms: json('kms', 'TrentService'),
  lambda: rest('lambda'),
  sqs: json('sqs', 'AmazonSQS', { json: '1.0' }),
  sns: query('sns', '2010-03-31'),
  secretsmanager: json('secretsmanager', 'secretsmanager'),
  ecr: json('api.ecr', 'AmazonEC2ContainerRegistry_V20150921', { signing: 'ecr' }),
  ec2: { protocol: 'ec2', host: 'ec2', version: '2016-11-15' },
  dynamodb: json('dynamodb', 'DynamoDB_20120810', { json: '1.0' }),
  apigateway: rest('apigateway'),
  events: json('events', 'AWSEvents'),
  efs: rest('elasticfilesystem'),
  opensearch: rest('es'),
  logs: json('logs', 'Logs_20140328'),
  s3tables: rest('s3tables'),
  backup: rest('backup'),
  kinesis: json('kinesis', 'Kinesis_20131202'),
  glue: json('glue', 'AWSGlue'),
  codeartifact: rest('codeartifact'),
  sesv2: rest('email', { signing: 'ses' }),
  kafka: rest('kafka'),
  bedrock: rest('bedrock'),
  'acm-pca': json('acm-pca', 'ACMPrivateCA'),
  codebuild: json('codebuild', 'CodeBuild_20161006'),
  oam: rest('oam'),
  'vpc-lattice': rest('vpc-lattice'),
  ssm: json('ssm', 'AmazonSSM'),
  sagemaker: json('api.sagemaker', 'SageMaker', { signing: 'sagemaker' }),
  redshift: query('redshift', '2012-12-01'),
  'redshift-serverless': json('redshift-serverless', 'RedshiftServerless'),
  dsql: rest('dsql'),
  schemas: rest('schemas'),
  glacier: rest('glacier'),
  mediastore: json('mediastore', 'MediaStore_20170901'),
  mediapackagev2: rest('mediapackagev2'),
  s3vectors: rest('s3vectors'),
  osis: rest('osis'),
  'network-firewall': json('network-firewall', 'NetworkFirewall_20201112', { json: '1.0' }),
  wafv2: json('wafv2', 'AWSWAF_20190729'),
  elbv2: query('elasticloadbalancing', '2015-12-01'),
  'ecr-public': json('api.ecr-public', 'SpencerFrontendService', { signing: 'ecr-public' }),
  imagebuilder: rest('imagebuilder'),
  'lexv2-models': rest('models-v2-lex', { signing: 'lex' }),
  comprehend: json('comprehend', 'Comprehend_20171127'),
  amp: rest('aps'),
  rum: rest('rum'),
} as const satisfies Record<string, ServiceRow>;

export type ServiceName = keyof typeof services;

export const serviceRow = (name: ServiceName): ServiceRow => services[name];
