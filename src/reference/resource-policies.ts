// Tells whether a resource of a service can carry a policy of its own at all. A reviewed list of services none of whose resources can: AWS's reference does not carry it.
// (AWS page: "AWS services that work with IAM")

/** A role's trust policy decides sts:AssumeRole only, so that IAM itself is among them. */
const withoutAny: ReadonlySet<string> = new Set([
  'application-autoscaling',
  'athena',
  'autoscaling',
  'cloudformation',
  'cognito-idp',
  'ec2',
  'elasticmapreduce',
  'iam',
  'rds',
  'route53',
]);

/** Verified Access and endpoints are EC2's exceptions: their actions carry the policy itself. */
const exceptions = /^ec2:(?:\w*VerifiedAccess\w*|\w*VpcEndpoint\w*)$/i;

/** Where nothing is known of the service, it may. */
export const hasResourcePolicies = (action: string): boolean =>
  exceptions.test(action) || !withoutAny.has(action.split(':', 1)[0]?.toLowerCase() ?? '');
