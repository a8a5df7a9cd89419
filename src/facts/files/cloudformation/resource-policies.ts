// Turns a template's policies of resources into these policies by ARN, or by the logical id a name will be made from.
import type { AccountControls, AccountResource } from '../../policies/account.ts';
import { isOpen, pseudo } from '../../policies/pseudo.ts';
import { lambdaStatement } from '../lambda-statement.ts';
import { arnFrom } from '../named-arns.ts';
import {
  documentAt,
  labelOf,
  listAt,
  logicalIdIn,
  ofType,
  propertyOf,
  type Desk,
  type TemplateResource,
} from './desk.ts';
import { namedIn, resolved, textFrom } from './intrinsics.ts';
import { policyRows, type PolicyRow } from './rows.ts';
import { memberOf } from '../given-file.ts';

type Target = Pick<AccountResource, 'arn' | 'generated'>;

export function resourcePoliciesIn(desk: Desk): readonly AccountResource[] {
  const found = Object.entries(policyRows).flatMap(([type, row]) =>
    ofType(desk, type).flatMap((resource) => resourcePolicies(desk, resource, row)),
  );
  return [...found, ...functionPolicies(desk)];
}

function resourcePolicies(desk: Desk, resource: TemplateResource, row: PolicyRow): readonly AccountResource[] {
  const stated = propertyOf(resource, row.policy);
  if (stated === undefined) return [];
  const document = documentAt(desk, resource, memberOf(stated, 'PolicyDocument') ?? stated, '');
  const targets: readonly unknown[] = row.target === undefined ? [{ Ref: resource.id }] : listAt(resource, row.target);
  return targets.flatMap((value) => {
    const target = targetOf(desk, value, row);
    if (target === undefined) desk.gaps.push({ code: 'target-unknown', place: resource.id });
    return target === undefined || document === undefined ? [] : [{ ...target, policies: [document], isWhole: true }];
  });
}

/** Kinds whose names CloudFormation makes from the logical id; keys get a random id. */
const madeFromLogicalId = ['s3', 'sqs', 'sns', 'dynamodb', 'lambda', 'ecr'];

function targetOf(desk: Desk, value: unknown, { kind, service }: PolicyRow): Target | undefined {
  const id = logicalIdIn(value, desk);
  const named = id === undefined ? undefined : namedIn(id, desk.template);
  if (named !== undefined && named.arn !== pseudo.unknown) return { arn: named.arn };
  if (id !== undefined)
    return madeFromLogicalId.includes(service) ? { arn: '', generated: { from: id, kind: service } } : undefined;
  const text = textFrom(value, desk.template);
  return text === undefined || text.includes(pseudo.unknown) ? undefined : { arn: arnFrom(kind, text) };
}

/** Each permission is one statement; others may have been added besides. */
function functionPolicies(desk: Desk): readonly AccountResource[] {
  const row: PolicyRow = { policy: '', kind: 'function', service: 'lambda' };
  return ofType(desk, 'AWS::Lambda::Permission').flatMap((resource) => {
    const target = targetOf(desk, propertyOf(resource, 'FunctionName'), row);
    if (target === undefined) desk.gaps.push({ code: 'target-unknown', place: resource.id, detail: 'FunctionName' });
    if (target === undefined) return [];
    const at = (name: string) => resolved(propertyOf(resource, name), desk.template);
    const statement = lambdaStatement({
      id: resource.id,
      functionArn: target.arn === '' ? '*' : target.arn,
      action: at('Action'),
      principal: at('Principal'),
      sourceArn: at('SourceArn'),
      sourceAccount: at('SourceAccount'),
      organization: at('PrincipalOrgID'),
      urlAuthType: at('FunctionUrlAuthType'),
    });
    const policy = { Version: '2012-10-17', Statement: [statement] };
    return [{ ...target, policies: [{ name: labelOf(desk, resource), policy }], isWhole: false }];
  });
}

const controlTypes: Readonly<Record<string, AccountControls['type']>> = {
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
};

/** Targets that are accounts or the root are certain; where an organizational unit stands, a template does not say. */
export function controlsIn(desk: Desk): readonly AccountControls[] {
  return ofType(desk, 'AWS::Organizations::Policy').flatMap((resource) => {
    const type = controlTypes[String(propertyOf(resource, 'Type'))];
    const document = type === undefined ? undefined : documentAt(desk, resource, propertyOf(resource, 'Content'), '');
    if (type === undefined || document === undefined) return [];
    return listAt(resource, 'TargetIds').flatMap((value): readonly AccountControls[] => {
      const target = textFrom(value, desk.template) ?? pseudo.unknown;
      if (/^\d{12}$/.test(target)) return [{ type, accountId: target, levels: [[document]], isWhole: false }];
      if (/^r-\w+$/.test(target)) return [{ type, levels: [[document]], isWhole: false }];
      desk.gaps.push({ code: 'level-unknown', place: resource.id, ...(isOpen(target) ? {} : { detail: target }) });
      return [];
    });
  });
}
