// Other actions that the same call needs, for operations where AWS checks more than one permission. A reviewed table: AWS's reference does not carry it.
// (AWS pages: "Grant a user permissions to pass a role to an AWS service", "Grant permission to tag Amazon EC2 resources during creation", "Create a service-linked role")

export interface DependentAction {
  readonly action: string;
  /** The circumstance in which the call needs it; always when left out. */
  readonly when?: string;
}

const passRole = (what: string): DependentAction => ({ action: 'iam:PassRole', when: what });
const always: DependentAction = { action: 'iam:PassRole' };

const encrypted = (what: string, ...actions: readonly string[]): readonly DependentAction[] =>
  actions.map((action) => ({ action, when: `${what} is encrypted with a customer managed KMS key` }));

const table: Readonly<Record<string, readonly DependentAction[]>> = {
  'ec2:RunInstances': [passRole('an instance profile is given'), { action: 'ec2:CreateTags', when: 'tags are given' }],
  'ec2:AssociateIamInstanceProfile': [always],
  'ec2:ReplaceIamInstanceProfileAssociation': [always],
  'ec2:CreateVolume': [{ action: 'ec2:CreateTags', when: 'tags are given' }],
  'ec2:CreateSnapshot': [{ action: 'ec2:CreateTags', when: 'tags are given' }],
  'ec2:CreateSecurityGroup': [{ action: 'ec2:CreateTags', when: 'tags are given' }],
  'ec2:CreateVpc': [{ action: 'ec2:CreateTags', when: 'tags are given' }],
  'ec2:CreateSubnet': [{ action: 'ec2:CreateTags', when: 'tags are given' }],
  'lambda:CreateFunction': [
    always,
    { action: 'lambda:TagResource', when: 'tags are given' },
    { action: 's3:GetObject', when: 'the code is in a bucket' },
  ],
  'lambda:UpdateFunctionConfiguration': [passRole('the role is changed')],
  'ecs:RegisterTaskDefinition': [passRole('a task role or an execution role is given')],
  'ecs:RunTask': [passRole('a role is overridden')],
  'ecs:CreateService': [{ action: 'iam:CreateServiceLinkedRole', when: 'ECS is used for the first time' }],
  'glue:CreateJob': [always],
  'glue:CreateCrawler': [always],
  'states:CreateStateMachine': [always],
  'cloudformation:CreateStack': [passRole('a service role is given')],
  'cloudformation:UpdateStack': [passRole('a service role is given')],
  'codebuild:CreateProject': [always],
  'codepipeline:CreatePipeline': [always],
  'eks:CreateCluster': [always, { action: 'iam:CreateServiceLinkedRole', when: 'EKS is used for the first time' }],
  'eks:CreateNodegroup': [always],
  'rds:CreateDBInstance': [
    { action: 'iam:CreateServiceLinkedRole', when: 'RDS is used for the first time' },
    passRole('enhanced monitoring is on'),
  ],
  'elasticloadbalancing:CreateLoadBalancer': [
    { action: 'iam:CreateServiceLinkedRole', when: 'load balancing is used for the first time' },
  ],
  'autoscaling:CreateAutoScalingGroup': [
    { action: 'iam:CreateServiceLinkedRole', when: 'auto scaling is used for the first time' },
  ],
  'sagemaker:CreateTrainingJob': [always],
  'sagemaker:CreateNotebookInstance': [always],
  'events:PutTargets': [passRole('the target needs a role')],
  'scheduler:CreateSchedule': [always],
  'firehose:CreateDeliveryStream': [always],
  'logs:PutSubscriptionFilter': [passRole('the destination needs a role')],
  's3:PutReplicationConfiguration': [always],
  's3:GetObject': [
    ...encrypted('the object', 'kms:Decrypt'),
    { action: 's3:ListBucket', when: 'a missing object is to be answered with 404 instead of 403' },
  ],
  's3:PutObject': encrypted('the object', 'kms:GenerateDataKey', 'kms:Decrypt'),
  'secretsmanager:GetSecretValue': encrypted('the secret', 'kms:Decrypt'),
  'secretsmanager:PutSecretValue': encrypted('the secret', 'kms:GenerateDataKey', 'kms:Decrypt'),
  'ssm:GetParameter': encrypted('the parameter', 'kms:Decrypt'),
  'ssm:GetParameters': encrypted('the parameter', 'kms:Decrypt'),
  'ssm:GetParametersByPath': encrypted('the parameter', 'kms:Decrypt'),
  'sqs:SendMessage': encrypted('the queue', 'kms:GenerateDataKey', 'kms:Decrypt'),
  'sqs:ReceiveMessage': encrypted('the queue', 'kms:Decrypt'),
  'sns:Publish': encrypted('the topic', 'kms:GenerateDataKey', 'kms:Decrypt'),
  'kinesis:PutRecord': encrypted('the stream', 'kms:GenerateDataKey'),
  'kinesis:GetRecords': encrypted('the stream', 'kms:Decrypt'),
  'sts:AssumeRole': [
    { action: 'sts:TagSession', when: 'session tags are passed' },
    { action: 'sts:SetSourceIdentity', when: 'a source identity is set' },
  ],
};

export const dependentActionsOf = (action: string): readonly DependentAction[] =>
  Object.hasOwn(table, action) ? (table[action] ?? []) : [];

/** Every action the table names, for the check that all of them exist. */
export const dependentActionNames: readonly string[] = [
  ...new Set(Object.entries(table).flatMap(([action, needed]) => [action, ...needed.map((one) => one.action)])),
];
