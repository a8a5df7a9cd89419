// Works out the intrinsic functions of a CloudFormation template as far as they are certain; what only the deployment decides stays open. (AWS page: "Intrinsic function reference")
import { pseudo } from '../../policies/pseudo.ts';
import { isRow, memberOf, type Row } from '../given-file.ts';
import { arnFrom, arnOf, pathed, type ArnKind } from '../named-arns.ts';

export interface Template {
  readonly resources: Row;
  readonly mappings: Row;
}

/** Templates are at most a megabyte; nobody nests them deeper. */
const deepest = 100;

const { unknown } = pseudo;
const deployed: Readonly<Record<string, string>> = {
  'AWS::AccountId': pseudo.account,
  'AWS::Region': pseudo.region,
  'AWS::Partition': pseudo.partition,
  'AWS::URLSuffix': pseudo.suffix,
};

/** The same value with plain texts in place of functions; undefined is `AWS::NoValue`. */
export function resolved(value: unknown, template: Template, depth = 0): unknown {
  if (depth > deepest) return unknown;
  if (Array.isArray(value))
    return value.map((item) => resolved(item, template, depth + 1)).filter((item) => item !== undefined);
  if (!isRow(value)) return value;
  const [name, ...others] = Object.keys(value);
  if (name !== undefined && others.length === 0 && (name === 'Ref' || name.startsWith('Fn::') || name === 'Condition'))
    return called(name, value[name], template, depth + 1);
  const entries = Object.entries(value).map(([key, item]) => [key, resolved(item, template, depth + 1)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

/** As a text; open where it is none. */
export function textFrom(value: unknown, template: Template): string | undefined {
  const text = resolved(value, template);
  return text === undefined || text === null ? undefined : typeof text === 'string' ? text : unknown;
}

function called(name: string, argument: unknown, template: Template, depth: number): unknown {
  // A policy's Condition is an element with this name, and no function.
  if (name === 'Condition') return isRow(argument) ? { Condition: resolved(argument, template, depth) } : unknown;
  if (name === 'Ref') return referred(argument, template);
  if (name === 'Fn::GetAtt') return attributeOf(argument, template);
  if (name === 'Fn::Sub') return substituted(argument, template, depth);
  if (name === 'Fn::Join') return joined(argument, template, depth);
  if (name === 'Fn::FindInMap') return mapped(argument, template, depth);
  return unknown;
}

function referred(argument: unknown, template: Template): unknown {
  if (argument === 'AWS::NoValue') return undefined;
  if (typeof argument !== 'string') return unknown;
  return deployed[argument] ?? identityOf(argument, template) ?? unknown;
}

/** What `Ref` returns where that is a name the template gives: for most kinds the name, for topics and managed policies the ARN. */
const named: Readonly<
  Record<string, { readonly property: string; readonly kind: ArnKind; readonly ref: 'name' | 'arn' | 'none' }>
> = {
  'AWS::S3::Bucket': { property: 'BucketName', kind: 'bucket', ref: 'name' },
  'AWS::IAM::Role': { property: 'RoleName', kind: 'role', ref: 'name' },
  'AWS::IAM::User': { property: 'UserName', kind: 'user', ref: 'name' },
  'AWS::IAM::Group': { property: 'GroupName', kind: 'group', ref: 'name' },
  'AWS::IAM::ManagedPolicy': { property: 'ManagedPolicyName', kind: 'policy', ref: 'arn' },
  'AWS::DynamoDB::Table': { property: 'TableName', kind: 'table', ref: 'name' },
  'AWS::Kinesis::Stream': { property: 'Name', kind: 'stream', ref: 'name' },
  'AWS::Lambda::Function': { property: 'FunctionName', kind: 'function', ref: 'name' },
  'AWS::ECR::Repository': { property: 'RepositoryName', kind: 'repository', ref: 'name' },
  'AWS::SQS::Queue': { property: 'QueueName', kind: 'queue', ref: 'none' },
  'AWS::SNS::Topic': { property: 'TopicName', kind: 'topic', ref: 'arn' },
};

export interface Named {
  readonly name: string;
  readonly arn: string;
}

/** Name and ARN of a resource that the template itself names. */
export function namedIn(logicalId: string, template: Template): Named | undefined {
  const resource = memberOf(template.resources, logicalId);
  const row = named[String(memberOf(resource, 'Type'))];
  const properties = memberOf(resource, 'Properties');
  const name = row === undefined ? undefined : memberOf(properties, row.property);
  if (row === undefined || typeof name !== 'string') return undefined;
  const isIam = ['role', 'user', 'group', 'policy'].includes(row.kind);
  const path = memberOf(properties, 'Path');
  if (isIam && path !== undefined && typeof path !== 'string') return { name, arn: unknown };
  return { name, arn: isIam ? arnOf[row.kind](pathed(path, name)) : arnFrom(row.kind, name) };
}

function identityOf(logicalId: string, template: Template): string | undefined {
  const found = namedIn(logicalId, template);
  const ref = named[String(memberOf(memberOf(template.resources, logicalId), 'Type'))]?.ref;
  if (found === undefined || ref === undefined || ref === 'none') return undefined;
  return ref === 'arn' ? found.arn : found.name;
}

function attributeOf(argument: unknown, template: Template): string {
  const text = Array.isArray(argument) ? argument.join('.') : argument;
  if (typeof text !== 'string') return unknown;
  const dot = text.indexOf('.');
  const [id, attribute] = [text.slice(0, Math.max(0, dot)), text.slice(dot + 1)];
  const found = namedIn(id, template);
  const isArn = attribute === 'Arn' || attribute === 'TopicArn' || attribute === 'PolicyArn';
  if (found === undefined) return unknown;
  return isArn ? found.arn : attribute === 'QueueName' || attribute === 'TopicName' ? found.name : unknown;
}

function substituted(argument: unknown, template: Template, depth: number): string {
  const [text, variables] = Array.isArray(argument) ? (argument as readonly unknown[]) : [argument];
  if (typeof text !== 'string') return unknown;
  return text.replace(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) => {
    if (literal === '!') return `\${${name}}`;
    const own = memberOf(variables, name);
    if (own !== undefined) return asText(resolved(own, template, depth));
    return name.includes('.') ? attributeOf(name, template) : asText(referred(name, template));
  });
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : unknown;

function joined(argument: unknown, template: Template, depth: number): string {
  const [separator, list] = Array.isArray(argument) ? (argument as readonly unknown[]) : [];
  const parts = resolved(list, template, depth);
  if (typeof separator !== 'string' || !Array.isArray(parts)) return unknown;
  return parts.map(asText).join(separator);
}

function mapped(argument: unknown, template: Template, depth: number): unknown {
  const keys = Array.isArray(argument) ? argument.map((key) => asText(resolved(key, template, depth))) : [];
  const [map = '', top = '', second = ''] = keys;
  const found = memberOf(memberOf(memberOf(template.mappings, map), top), second);
  return keys.length === 3 && (typeof found === 'string' || Array.isArray(found)) ? found : unknown;
}
