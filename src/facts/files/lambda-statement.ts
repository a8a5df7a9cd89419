// Writes a permission that was added to a Lambda function as the statement that Lambda makes of it. (AWS page: "AddPermission")

export interface LambdaPermission {
  readonly id: string;
  readonly functionArn: string;
  readonly action: unknown;
  readonly principal: unknown;
  readonly sourceArn?: unknown;
  readonly sourceAccount?: unknown;
  readonly organization?: unknown;
  readonly urlAuthType?: unknown;
}

const isSet = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

export function lambdaStatement(permission: LambdaPermission): object {
  const { id, functionArn, action, principal, sourceArn, sourceAccount, organization, urlAuthType } = permission;
  const equals = {
    ...(isSet(sourceAccount) ? { 'AWS:SourceAccount': sourceAccount } : {}),
    ...(isSet(organization) ? { 'aws:PrincipalOrgID': organization } : {}),
    ...(isSet(urlAuthType) ? { 'lambda:FunctionUrlAuthType': urlAuthType } : {}),
  };
  const condition = {
    ...(Object.keys(equals).length > 0 ? { StringEquals: equals } : {}),
    ...(isSet(sourceArn) ? { ArnLike: { 'AWS:SourceArn': sourceArn } } : {}),
  };
  return {
    Sid: id,
    Effect: 'Allow',
    Principal: principalOf(principal),
    Action: action,
    Resource: functionArn,
    ...(Object.keys(condition).length > 0 ? { Condition: condition } : {}),
  };
}

/** A service, everybody, or an account and what is in it. */
function principalOf(principal: unknown): unknown {
  if (principal === '*') return '*';
  const isService = typeof principal === 'string' && /^[\w.-]+\.amazonaws\.com(?:\.cn)?$/.test(principal);
  return isService ? { Service: principal } : { AWS: principal };
}
