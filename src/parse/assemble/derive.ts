// Fills in what follows with certainty from reference data: the service, the action of an operation, the caller's account.
import { accountOf, readArn } from '../../model/arn.ts';
import type { DenialClass, DerivableField } from '../../model/denial.ts';
import { actionOfOperation, servicesWithOperation } from '../../reference/operations.ts';
import { answersInXml } from '../../reference/protocols.ts';
import { isServicePrefix, serviceOfHost, servicePrefixOf } from '../../reference/services.ts';
import { serviceOfCode } from '../codes.ts';
import type { Fields } from '../findings/finding.ts';

export interface Derived {
  readonly service?: string;
  readonly action?: string;
  readonly accountId?: string;
  readonly derived: readonly DerivableField[];
}

/** Services that share S3's API: their operations show in the ARN or the endpoint when they are meant. */
const s3Family = new Set(['s3-outposts', 's3express', 's3-object-lambda', 's3tables']);

function withoutFamily(candidates: readonly string[]): readonly string[] {
  return candidates.includes('s3') ? candidates.filter((service) => !s3Family.has(service)) : candidates;
}

/** What one piece of evidence leaves of the services that have the operation. */
function narrow(candidates: readonly string[], fields: Fields): readonly string[] {
  const own = withoutFamily(candidates);
  const arn = (fields.resource === undefined ? undefined : readArn(fields.resource)?.service) ?? fields.arnService;
  if (arn !== undefined && own.includes(arn)) return [arn];
  if (fields.code === 'AccessDenied') return own.filter(answersInXml);
  if (fields.code === 'AccessDeniedException') return own.filter((service) => !answersInXml(service));
  return own;
}

function serviceByOperation(fields: Fields): string | undefined {
  if (fields.operation === undefined) return undefined;
  const left = narrow(servicesWithOperation(fields.operation), fields);
  return left.length === 1 ? left[0] : undefined;
}

/** Some consoles print the client's name in front of the action, as in `AWSS3:ListBuckets`. */
function serviceOfAction(action: string): string {
  const prefix = (action.split(':')[0] ?? '').toLowerCase();
  if (!/^(?:aws|amazon)./.test(prefix) || isServicePrefix(prefix)) return prefix;
  return servicePrefixOf(prefix) ?? prefix;
}

function serviceOf(fields: Fields): string | undefined {
  if (fields.action !== undefined) return serviceOfAction(fields.action);
  return (
    (fields.sdkService === undefined ? undefined : servicePrefixOf(fields.sdkService)) ??
    fields.service ??
    (fields.host === undefined ? undefined : serviceOfHost(fields.host)) ??
    (fields.code === undefined ? undefined : serviceOfCode(fields.code)) ??
    serviceByOperation(fields) ??
    serviceOfPrincipal(fields)
  );
}

/** A database user's ARN belongs to the database's service; those of IAM and STS only say how the caller signed in. */
function serviceOfPrincipal({ principal }: Fields): string | undefined {
  if (principal === undefined) return undefined;
  const service = readArn(principal)?.service ?? serviceOfHost(principal);
  return service === 'iam' || service === 'sts' ? undefined : service;
}

export function derive(fields: Fields, className: DenialClass): Derived {
  if (className === 'not-aws') return { derived: [] };
  const service = serviceOf(fields);
  const accountId = fields.principal === undefined ? undefined : accountOf(fields.principal);
  const derivesAction =
    className === 'authorization' &&
    fields.action === undefined &&
    service !== undefined &&
    fields.operation !== undefined;
  const action = derivesAction ? actionOfOperation(service, fields.operation) : undefined;
  const derived: DerivableField[] = [];
  if (service !== undefined) derived.push('service');
  if (action !== undefined) derived.push('action');
  if (accountId !== undefined) derived.push('accountId');
  return {
    ...(service !== undefined && { service }),
    ...(action !== undefined && { action }),
    ...(accountId !== undefined && { accountId }),
    derived,
  };
}
