// Turns Terraform's resources with policies of their own into these policies by ARN, and VPC endpoints into theirs by id.
import type { AccountResource } from '../../policies/account.ts';
import { lambdaStatement } from '../lambda-statement.ts';
import { arnAt, documentAt, keyAt, labelOf, rowsOfType, textAt, type Desk } from './desk.ts';
import type { TerraformResource } from './resources.ts';
import { mayBeEmpty, resourceRows, type ResourceRow } from './rows.ts';

export function resourcePoliciesIn(desk: Desk): readonly AccountResource[] {
  const own = Object.entries(resourceRows).toSorted(([left], [right]) => rank(left) - rank(right));
  const found = own.flatMap(([type, row]) =>
    rowsOfType(desk, type).flatMap((resource) => resourcePolicy(desk, resource, row)),
  );
  return [...found, ...functionPolicies(desk)];
}

/** What is attached by a resource of its own comes before what the resource shows. */
const rank = (type: string): number => (mayBeEmpty.includes(type) ? 1 : 0);

function resourcePolicy(desk: Desk, resource: TerraformResource, row: ResourceRow): readonly AccountResource[] {
  if (textAt(resource, row.policy) === undefined) return [];
  const arn =
    arnAt(resource, row.target, row.kind) ?? (row.name === undefined ? undefined : arnAt(resource, row.name, row.kind));
  const document = documentAt(desk, resource, row.policy);
  if (arn === undefined) {
    desk.gaps.push({ code: 'target-unknown', place: resource.address, detail: row.target });
    return [];
  }
  const policies = document === undefined ? [] : [document];
  return [{ arn, policies, isWhole: document !== undefined }];
}

/** Each permission is one statement; others may have been added besides. */
function functionPolicies(desk: Desk): readonly AccountResource[] {
  const rows = rowsOfType(desk, 'aws_lambda_permission').flatMap((row) => {
    const arn = arnAt(row, 'function_name', 'function');
    if (arn === undefined) desk.gaps.push({ code: 'target-unknown', place: row.address, detail: 'function_name' });
    return arn === undefined ? [] : [{ arn, row, statement: statementOf(row, arn) }];
  });
  return [...new Set(rows.map(({ arn }) => arn))].map((arn) => ({
    arn,
    policies: rows
      .filter((one) => one.arn === arn)
      .map(({ row, statement }) => ({
        name: labelOf(desk, row),
        policy: { Version: '2012-10-17', Statement: [statement] },
      })),
    isWhole: false,
  }));
}

function statementOf(row: TerraformResource, functionArn: string): object {
  const { values } = row;
  return lambdaStatement({
    id: textAt(row, 'statement_id') ?? row.address,
    functionArn,
    action: values['action'],
    principal: values['principal'],
    sourceArn: values['source_arn'],
    sourceAccount: values['source_account'],
    organization: values['principal_org_id'],
    urlAuthType: values['function_url_auth_type'],
  });
}

export function endpointPoliciesIn(desk: Desk): readonly AccountResource[] {
  const own = rowsOfType(desk, 'aws_vpc_endpoint_policy').flatMap((row) =>
    endpointPolicy(desk, row, 'vpc_endpoint_id'),
  );
  const shown = rowsOfType(desk, 'aws_vpc_endpoint')
    .filter((row) => textAt(row, 'policy') !== undefined)
    .flatMap((row) => endpointPolicy(desk, row, 'id'));
  return [...own, ...shown];
}

function endpointPolicy(desk: Desk, row: TerraformResource, attribute: string): readonly AccountResource[] {
  const [id, policy] = [keyAt(desk, row, attribute), documentAt(desk, row, 'policy')];
  return id === undefined || policy === undefined ? [] : [{ arn: id, policies: [policy], isWhole: true }];
}
