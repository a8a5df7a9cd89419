// The AWS CLI commands that read a policy and put a document in its place, by kind of policy. (AWS CLI Command Reference)
import { readArn } from '../../model/arn.ts';
import { shellWord } from '../../playbook/shell.ts';
import type { Proposed } from './proposed.ts';

export interface CliRow {
  /** Shows the policy as it is; missing where there is none yet. */
  readonly read?: string;
  /** Puts the document, one shell word, in its place. */
  write(document: string): string;
  /** What the document has to be wrapped in to be that word: JSON with it as the value of this key. */
  readonly key?: string;
  /** What to fill in or to know first. */
  readonly note?: string;
}

/** A name that cannot be copied safely is left to be filled in. */
const word = (text: string | undefined, place: string): string => shellWord(text ?? '', true) ?? place;

/** A name with a tail that belongs to the same word. */
const regionOf = (arn: string): string => {
  const region = readArn(arn)?.region ?? '';
  return region === '' ? '' : ` --region ${word(region, 'REGION')}`;
};

function managed(name: string | undefined): CliRow {
  const isArn = name !== undefined && /^arn:[^:]*:iam::[^:]*:policy\//.test(name);
  const arn = isArn ? word(name, 'POLICY_ARN') : 'POLICY_ARN';
  const version = `"$(aws iam get-policy --policy-arn ${arn} --query Policy.DefaultVersionId --output text)"`;
  return {
    read: `aws iam get-policy-version --policy-arn ${arn} --version-id ${version} --query PolicyVersion.Document`,
    write: (document) =>
      `aws iam create-policy-version --policy-arn ${arn} --set-as-default --policy-document ${document}`,
    ...(arn === 'POLICY_ARN'
      ? {
          note: 'POLICY_ARN is the ARN of that policy. If it is written into a user or role, it is put-user-policy or put-role-policy.',
        }
      : { note: 'A managed policy has five versions at most: delete-policy-version makes room.' }),
  };
}

/** Policies written into a user or role; a new one, or a statement alone, becomes one more of them. */
function inline({ caller, name, isNew, isWhole, document }: Proposed): CliRow | undefined {
  const { kind = 'role', name: holder } = caller;
  const isOwn = holder !== undefined && name?.startsWith(`${holder}/`) === true;
  if (isWhole && !isNew && !isOwn) return undefined;
  const title = isOwn && !isNew ? name.slice(holder.length + 1) : (name ?? newName(document));
  const target = `--${kind}-name ${word(holder, kind === 'user' ? 'USER_NAME' : 'ROLE_NAME')} --policy-name ${word(title, 'POLICY_NAME')}`;
  return {
    ...(isWhole && !isNew ? { read: `aws iam get-${kind}-policy ${target} --query PolicyDocument` } : {}),
    write: (text) => `aws iam put-${kind}-policy ${target} --policy-document ${text}`,
    ...(holder?.startsWith('AWSReservedSSO_') === true
      ? { note: 'IAM Identity Center keeps this role: change the permission set it comes from instead.' }
      : {}),
  };
}

function newName({ Statement }: Proposed['document']): string {
  const [first] = [Statement].flat() as readonly { readonly Action?: unknown }[];
  return `allow-${String([first?.Action].flat()[0] ?? 'action').replace(/\W+/g, '-')}`.slice(0, 128);
}

function trust({ resource }: Proposed): CliRow {
  const role = word(readArn(resource)?.resource.split('/').at(-1), 'ROLE_NAME');
  return {
    read: `aws iam get-role --role-name ${role} --query Role.AssumeRolePolicyDocument`,
    write: (document) => `aws iam update-assume-role-policy --role-name ${role} --policy-document ${document}`,
  };
}

function control(type: string, { name, isNew }: Proposed): CliRow {
  const isId = name !== undefined && /^p-[A-Za-z0-9]+$/.test(name);
  const isNamed = name !== undefined && /^[\w+,.@ -]+$/.test(name);
  const search = `"$(aws organizations list-policies --filter ${type} --query "Policies[?Name=='${name ?? ''}'].Id" --output text)"`;
  const id = isId ? name : isNamed ? search : 'POLICY_ID';
  if (isNew)
    return {
      write: (document) =>
        `aws organizations create-policy --type ${type} --name ${word(name, 'POLICY_NAME')} --description '' --content ${document}`,
      note: 'Then attach-policy with the id it prints and the id of the root, unit or account.',
    };
  return {
    read: `aws organizations describe-policy --policy-id ${id} --query Policy.Content --output text`,
    write: (document) => `aws organizations update-policy --policy-id ${id} --content ${document}`,
  };
}

function endpoint({ name }: Proposed): CliRow {
  const id = name !== undefined && /^vpce-[0-9a-f]+$/.test(name) ? name : 'VPC_ENDPOINT_ID';
  return {
    read: `aws ec2 describe-vpc-endpoints --vpc-endpoint-ids ${id} --query 'VpcEndpoints[0].PolicyDocument' --output text`,
    write: (document) => `aws ec2 modify-vpc-endpoint --vpc-endpoint-id ${id} --policy-document ${document}`,
  };
}

/** There is nothing to put it into: it comes with each session. */
function session({ caller }: Proposed): CliRow {
  const role = caller.kind === 'role' ? word(caller.arn, 'ROLE_ARN') : 'ROLE_ARN';
  return {
    write: (document) => `aws sts assume-role --role-arn ${role} --role-session-name SESSION_NAME --policy ${document}`,
    note: 'A session policy is passed whenever the session is made; whatever makes it has to pass this one.',
  };
}

type ResourceRow = (arn: string) => CliRow;

const ofServices: Readonly<Record<string, ResourceRow>> = {
  s3: (arn) => {
    const bucket = word(readArn(arn)?.resource.split('/')[0], 'BUCKET');
    return {
      read: `aws s3api get-bucket-policy --bucket ${bucket} --query Policy --output text`,
      write: (document) => `aws s3api put-bucket-policy --bucket ${bucket} --policy ${document}`,
    };
  },
  kms: (arn) => {
    const key = `--key-id ${word(arn, 'KEY_ARN')} --policy-name default${regionOf(arn)}`;
    return {
      read: `aws kms get-key-policy ${key} --query Policy --output text`,
      write: (document) => `aws kms put-key-policy ${key} --policy ${document}`,
    };
  },
  sqs: (arn) => {
    const { accountId, resource: name } = readArn(arn) ?? {};
    const region = regionOf(arn);
    const owner = `--queue-owner-aws-account-id ${word(accountId, 'ACCOUNT')}`;
    const url = `"$(aws sqs get-queue-url --queue-name ${word(name, 'QUEUE')} ${owner}${region} --query QueueUrl --output text)"`;
    return {
      read: `aws sqs get-queue-attributes --queue-url ${url}${region} --attribute-names Policy --query Attributes.Policy --output text`,
      write: (document) => `aws sqs set-queue-attributes --queue-url ${url}${region} --attributes ${document}`,
      key: 'Policy',
    };
  },
  sns: (arn) => {
    const topic = `--topic-arn ${word(arn, 'TOPIC_ARN')}${regionOf(arn)}`;
    return {
      read: `aws sns get-topic-attributes ${topic} --query Attributes.Policy --output text`,
      write: (document) =>
        `aws sns set-topic-attributes ${topic} --attribute-name Policy --attribute-value ${document}`,
    };
  },
  secretsmanager: (arn) => {
    const secret = `--secret-id ${word(arn, 'SECRET_ARN')}${regionOf(arn)}`;
    return {
      read: `aws secretsmanager get-resource-policy ${secret} --query ResourcePolicy --output text`,
      write: (document) =>
        `aws secretsmanager put-resource-policy ${secret} --block-public-policy --resource-policy ${document}`,
    };
  },
  ecr: (arn) => {
    const { accountId, resource = '' } = readArn(arn) ?? {};
    const name = word(resource.replace(/^repository\//, ''), 'REPOSITORY');
    const repository = `--registry-id ${word(accountId, 'ACCOUNT')} --repository-name ${name}${regionOf(arn)}`;
    return {
      read: `aws ecr get-repository-policy ${repository} --query policyText --output text`,
      write: (document) => `aws ecr set-repository-policy ${repository} --policy-text ${document}`,
    };
  },
  dynamodb: (arn) => {
    const table = `--resource-arn ${word(arn.replace(/\/index\/.*$/, ''), 'TABLE_ARN')}${regionOf(arn)}`;
    return {
      read: `aws dynamodb get-resource-policy ${table} --query Policy --output text`,
      write: (document) => `aws dynamodb put-resource-policy ${table} --policy ${document}`,
    };
  },
};

/** Undefined where no command that puts a whole document in place is known here. */
export function cliRow(change: Proposed): CliRow | undefined {
  const { layer, name, resource } = change;
  if (layer === 'identity') return inline(change) ?? managed(name);
  if (layer === 'permissionsBoundary') return managed(name);
  if (layer === 'trust') return trust(change);
  if (layer === 'scp') return control('SERVICE_CONTROL_POLICY', change);
  if (layer === 'rcp') return control('RESOURCE_CONTROL_POLICY', change);
  if (layer === 'vpcEndpoint') return endpoint(change);
  if (layer === 'session') return session(change);
  const service = readArn(resource)?.service ?? '';
  return Object.hasOwn(ofServices, service) ? ofServices[service]?.(resource) : undefined;
}
