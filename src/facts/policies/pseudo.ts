// What a template leaves open until it is deployed: fills in the account, Region and partition of a request, and takes out of a policy what stays open. (AWS page: "Pseudo parameters reference")
import { readArn } from '../../model/arn.ts';
import type { AuthorizationRequest, NamedPolicy } from '../../model/policy.ts';

/** Written into texts in CloudFormation's own form, which no policy variable of IAM's has. */
export const pseudo = {
  account: '${AWS::AccountId}',
  region: '${AWS::Region}',
  partition: '${AWS::Partition}',
  suffix: '${AWS::URLSuffix}',
  /** Nobody can tell before it is deployed. */
  unknown: '${AWS::Unknown}',
} as const;

/** Where the template is deployed. */
export interface Place {
  readonly accountId: string;
  readonly region?: string;
  readonly partition: string;
}

export const isOpen = (text: string): boolean => text.includes('${AWS::');

/** The caller's account for its own policies, the owner's for those of the resource. */
export function placeOf(request: AuthorizationRequest, accountId: string): Place {
  const [resource, principal] = [readArn(request.resource), readArn(request.principal)];
  const stated = request.context['aws:RequestedRegion'];
  const region = resource !== undefined && resource.region !== '' ? resource.region : stated;
  return {
    accountId,
    partition: resource?.partition ?? principal?.partition ?? 'aws',
    ...(typeof region === 'string' ? { region } : {}),
  };
}

export function filledText(text: string, { accountId, region, partition }: Place): string {
  if (!isOpen(text)) return text;
  return text
    .replaceAll(pseudo.account, accountId === '' ? pseudo.account : accountId)
    .replaceAll(pseudo.region, region ?? pseudo.region)
    .replaceAll(pseudo.partition, partition)
    .replaceAll(pseudo.suffix, partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com');
}

export interface FilledPolicy {
  readonly policy: NamedPolicy;
  /** Nothing of it had to be left out. */
  readonly isWhole: boolean;
}

/** Without a list's open members where the statement then only covers less; without the whole statement where it would cover something else. */
export function filledPolicy(named: NamedPolicy, place: Place): FilledPolicy {
  const document = filledValue(named.policy, place, 0);
  if (!isRow(document) || !hasOpen(document, 0)) return { policy: { ...named, policy: document }, isWhole: true };
  const listed = document['Statement'];
  const statements: readonly unknown[] = Array.isArray(listed) ? listed : [listed];
  const kept = statements.map((statement) => closedStatement(statement) ?? emptied(statement));
  return { policy: { ...named, policy: { ...document, Statement: kept } }, isWhole: false };
}

type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Documents of IAM are five levels deep; anything deeper is left as it is, for the evaluator to refuse. */
const deepest = 40;

function filledValue(value: unknown, place: Place, depth: number): unknown {
  if (typeof value === 'string') return filledText(value, place);
  if (depth > deepest) return value;
  if (Array.isArray(value)) return value.map((item) => filledValue(item, place, depth + 1));
  if (!isRow(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [filledText(key, place), filledValue(item, place, depth + 1)]),
  );
}

function hasOpen(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isOpen(value);
  if (depth > deepest) return false;
  if (Array.isArray(value)) return value.some((item) => hasOpen(item, depth + 1));
  return isRow(value) && Object.entries(value).some(([key, item]) => isOpen(key) || hasOpen(item, depth + 1));
}

/** Keeps its place in the list, so that the others are counted as they stand; the evaluation leaves it out. */
const emptied = (statement: unknown): unknown => (isRow(statement) ? { Effect: statement['Effect'] } : null);

const narrowing = ['Action', 'Resource'] as const;

function closedStatement(statement: unknown): unknown {
  if (!isRow(statement)) return hasOpen(statement, 0) ? undefined : statement;
  const entries = Object.entries(statement).map(([name, value]) => [name, closedElement(name, value)] as const);
  return entries.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(entries);
}

/** Undefined where nothing is left, or where leaving something out would make it cover more. */
function closedElement(name: string, value: unknown): unknown {
  if (!hasOpen(value, 0)) return value;
  if (narrowing.some((element) => element === name)) return closedList(value);
  if (name !== 'Principal' || !isRow(value)) return undefined;
  const kinds = Object.entries(value).map(([kind, members]) => [kind, closedList(members)] as const);
  const left = kinds.filter(([, members]) => members !== undefined);
  return left.length === 0 ? undefined : Object.fromEntries(left);
}

function closedList(value: unknown): unknown {
  const members: readonly unknown[] = Array.isArray(value) ? value : [value];
  const left = members.filter((member) => !hasOpen(member, 0));
  return left.length === 0 ? undefined : left;
}
