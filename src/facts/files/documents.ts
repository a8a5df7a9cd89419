// Turns documents that AWS hands out (a decoded message, a CloudTrail event, the caller's identity) into facts and what they say of the request.
import type { credentialSources } from '../../model/catalogue/caller.ts';
import type { Fact, FactValue } from '../../model/fact.ts';
import { InputError } from '../../model/input-error.ts';
import type { AuthorizationRequest } from '../../model/policy.ts';
import { readTrailEvents, type TrailEvent } from '../../parse/documents/cloudtrail.ts';
import { authorizationDetailsIn } from '../../parse/documents/authorization-details.ts';
import { readCallerIdentity, readCredentialLines, readDecodedMessage } from '../../parse/documents.ts';
import { factsOfDecoded } from '../decoded.ts';
import type { GivenFile, NamedText } from './given-file.ts';

type CredentialSource = (typeof credentialSources)[number];

type Context = AuthorizationRequest['context'];

const factsFrom = (values: Readonly<Record<string, FactValue | undefined>>, file: string): readonly Fact[] =>
  Object.entries(values).flatMap(([name, value]): Fact[] =>
    value === undefined
      ? []
      : [{ name, status: 'present', value, source: { origin: 'document', from: file, grade: 'stated' } }],
  );

export function identityFile({ text, path }: NamedText): GivenFile {
  const identity = readCallerIdentity(text);
  return { facts: factsFrom({ 'caller.arn': identity?.arn }, path) };
}

/** The request's condition keys come with it. A single value is a text, as the request had it. */
export function decodedFile({ text, path }: NamedText): GivenFile {
  const message = readDecodedMessage(text);
  if (message === undefined) return { facts: [] };
  const context: Context = Object.fromEntries(
    Object.entries(message.conditions).map(([key, values]) => [key, values.length === 1 ? (values[0] ?? '') : values]),
  );
  return { facts: factsOfDecoded(message, 'document', path), context };
}

/** What botocore says of where it found credentials, by how the sentence begins. (AWS page: "Configuration and credential precedence") */
const foundIn: readonly (readonly [RegExp, CredentialSource])[] = [
  [/^environment variables/i, 'environment'],
  [/^(?:\S+ )?shared credentials file/i, 'shared-credentials-file'],
  [/^(?:AWS )?config file/i, 'config-file'],
  [/^IAM Role/i, 'instance-metadata'],
  [/^credential_process|^custom-process/i, 'process'],
  [/^sso/i, 'sso'],
];

/** The debug output of the AWS CLI says where the credentials were found, and nothing else that is a fact. */
export function debugFile({ text, path }: NamedText): GivenFile {
  const found = readCredentialLines(text)?.found ?? '';
  const source = foundIn.find(([beginning]) => beginning.test(found))?.[1];
  if (source === undefined) {
    throw new InputError(
      `${path}: its debug output does not say where the credentials were found`,
      `diagnose the file itself: whydenied -f ${path}`,
    );
  }
  return { facts: factsFrom({ 'caller.credentialSource': source }, path) };
}

/** AWS's own evaluation of the request: of its actions the one that was refused. */
export function detailsFile({ path }: NamedText, value: unknown): GivenFile {
  const details = authorizationDetailsIn(value);
  const refused = details?.evaluations.find(({ effect }) => effect !== 'ALLOW');
  if (details === undefined || refused === undefined) {
    throw new InputError(`${path}: none of its evaluations was refused`, 'hand over the details of a denied request');
  }
  const facts = factsFrom(
    {
      'decoded.action': refused.action,
      'decoded.resource': refused.resource,
      'decoded.principal': details.principal,
      'decoded.explicitDeny': refused.effect === 'EXPLICIT_DENY',
    },
    path,
  );
  return { facts: facts.map((fact) => ({ ...fact, source: { ...fact.source, grade: 'authoritative' } })) };
}

/** A file with several denied calls does not say which one is meant. */
export function trailFile(value: unknown, file: string): GivenFile {
  const denied = (readTrailEvents(value) ?? []).filter(({ errorCode }) => errorCode !== undefined);
  const [event] = denied;
  if (event === undefined) throw new InputError(`${file}: none of its CloudTrail events was refused`);
  if (denied.length > 1) {
    throw new InputError(
      `${file}: it holds ${denied.length} refused calls, and which of them is meant is not said`,
      `keep one of them, or diagnose the file itself: whydenied -f ${file} --denial N`,
    );
  }
  const { eventName, principal, eventTime, requestId } = event;
  const facts = factsFrom(
    {
      'error.operation': eventName,
      'error.principal': principal,
      'error.time': eventTime,
      'error.requestId': requestId,
    },
    file,
  );
  return { facts, context: contextOf(event) };
}

/** The condition keys that an event shows. A call that a service made names the service where the address would be. */
function contextOf({ sourceIp, vpcEndpoint, userAgent, region, mfa }: TrailEvent): Context {
  const isAddress = sourceIp !== undefined && /^[\da-f.:]+$/i.test(sourceIp) && /[.:]/.test(sourceIp);
  const keys: Readonly<Record<string, string | undefined>> = {
    'aws:SourceIp': isAddress && vpcEndpoint === undefined ? sourceIp : undefined,
    'aws:SourceVpce': vpcEndpoint,
    'aws:UserAgent': userAgent,
    'aws:RequestedRegion': region,
    'aws:MultiFactorAuthPresent': mfa,
  };
  const known = Object.entries(keys).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(known);
}
