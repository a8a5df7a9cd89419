// Words that name nobody: those of AWS's error sentences and of the tools that print them, and names that are AWS's own.

/** Outside of ARNs these stay as they are, even where somebody has called a role or bucket so. */
const prose = `a access account accounts action actions admin administrator allow allowed allows amazon amazonaws amz an and any api
 arn as assume assumed authorization authorized aws based because been boundary bucket but by call called calling cannot code com
 control could couldn create credentials data delete denied deny description details dev does encoded endpoint error event exception
 explicit expired failed failure federated file for forbidden found from function get group has have host id identity implicit in
 information inline input instance attached managed invalid is it key lambda list log logs message missing name no not object of on only operation or
 organization organizations out page permission permissions perform performing plan policies policy principal prod production profile
 public put queue read region request requestid resource resources response returned role roles root run s3 secret security server
 service services session signature staging state status sts table test that the this through time to token topic trust type
 unauthorized update uploading url user users using valid value version via vpc was web when while with without write you your
 may must should will would do did does we our its there which who whom what how more less other another all each no yes
 terraform module cloudformation stack kubernetes cluster pod node line main tf json yaml yml txt csv http https org net io`;

export const proseWords: ReadonlySet<string> = new Set(prose.split(/\s+/));

/** Names of AWS's: service-linked roles and the like, and the role that organizations make in each account. */
export const isAwsName = (word: string): boolean =>
  /^(?:AWSServiceRoleFor\w*|AWSReservedSSO|OrganizationAccountAccessRole|amazonaws)$/.test(word);

/** What stands before an id and says of which kind it is. */
export const idPrefixes: ReadonlySet<string> = new Set(
  'i vpc vpce sg subnet eni ami vol snap rtb acl igw nat tgw lt fs fsap o ou r p mrk key svc eipalloc pl cgw vgw'.split(
    ' ',
  ),
);

/** First parts of a resource that say of which kind it is; a service not listed here has them too, these have none. */
export const servicesWithoutTypes: ReadonlySet<string> = new Set(['s3', 'sns', 'sqs', 's3express']);

/** Parts further inside that belong to the kind. */
export const innerTypes: ReadonlySet<string> = new Set([
  'index',
  'stream',
  'log-stream',
  'service-role',
  'aws-service-role',
  'aws-reserved',
  'service_control_policy',
  'resource_control_policy',
]);

/** Condition keys whose values are somebody's own words. Those of other keys are AWS's, but for ARNs, accounts and addresses in them. */
export const isNamingKey = (key: string): boolean =>
  /tag\/|tagkeys$|^aws:(?:username|userid|principalarn|sourcearn|principalorgid|principalorgpaths|sourceorgid|sourceorgpaths|resourceorgid|resourceorgpaths|sourceidentity|referer)$|^sts:(?:externalid|rolesessionname|sourceidentity)$|^s3:(?:prefix|dataaccesspoint\w*)$|encryptioncontext:|:(?:sub|aud|amr|groupname|namequalifier)$|^saml:|^ssm:|^secretsmanager:secretid$|^dynamodb:leadingkeys$/i.test(
    key,
  );
