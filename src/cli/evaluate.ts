// The command `evaluate`: decides a made-up request by policies from files, and shows the trace.
import { entityOf } from '../facts/policies/account.ts';
import type { PoliciesAtHand } from '../facts/policies/at-hand.ts';
import { whatIf, type Question } from '../facts/policies/what-if.ts';
import { accountOf } from '../model/arn.ts';
import { InputError } from '../model/input-error.ts';
import { evaluatedTypes, type AuthorizationRequest, type EvaluatedType, type PolicySet } from '../model/policy.ts';
import { renderEvaluationJson } from '../render/evaluation-json.ts';
import { renderEvaluation } from '../render/evaluation.ts';
import { roleNames, roleOf } from '../facts/files/policy-folder.ts';
import { all, has, only, type Call } from './call.ts';
import { readGivenFiles } from './known/given-files.ts';
import { deliver } from './streams.ts';
import { usesAscii, usesColour, widthOf } from './terminal.ts';

export async function runEvaluate(call: Call): Promise<number> {
  const [word] = call.words;
  if (word !== undefined) throw new InputError(`evaluate takes no text, but ${JSON.stringify(word)} was given`, usage);
  const result = whatIf(await questionOf(call));
  const out = only(call, 'out');
  const isFile = out !== undefined && out !== '-';
  const options = {
    width: widthOf('stdout'),
    colour: !isFile && usesColour(call, 'stdout'),
    ascii: usesAscii(call),
  };
  await deliver(has(call, 'json') ? renderEvaluationJson(result) : renderEvaluation(result, options), out);
  return 0;
}

const usage =
  'whydenied evaluate --policy identity=FILE --principal ARN --action s3:GetObject --resource ARN; whydenied help evaluate lists all options';

async function questionOf(call: Call): Promise<Question> {
  if (!has(call, 'facts') && !has(call, 'policy'))
    throw new InputError('evaluate needs policies: --policy KIND=FILE or --facts FILE|DIR', usage);
  const { atHand, policies, unsaid } = await readGivenFiles(call);
  if (atHand === undefined) throw new InputError('There is no policy in what --facts names', usage);
  const stated = atHand.request ?? {};
  const { unknown, types } = unknownOf(call, policies.unknown);
  const request = requestOf(call, stated, atHand.context ?? {});
  refuseStranger(atHand, request.principal);
  const owner = only(call, 'resource-account') ?? stated.resourceAccount ?? accountOf(request.resource);
  return {
    request: { ...request, resourceAccount: owner ?? request.resourceAccount },
    ownerAssumed: owner === undefined && request.resource !== '*',
    atHand: { ...atHand, policies: { ...policies, unknown } },
    unsaid: unsaid.filter((type) => !types.includes(type)),
  };
}

/** An export that does not have the caller says nothing of it. */
function refuseStranger({ accounts = [], policies }: PoliciesAtHand, principal: string): void {
  const isThere = accounts.some((account) => entityOf(account, principal) !== undefined);
  if (accounts.length === 0 || isThere || policies.identity !== undefined) return;
  const files = accounts.map(({ from }) => from).join(', ');
  throw new InputError(`${files}: there is no user or role ${principal}`, 'export the account the caller belongs to');
}

/** What is typed beats what a facts file states. */
function requestOf(
  call: Call,
  stated: Partial<AuthorizationRequest>,
  context: AuthorizationRequest['context'],
): AuthorizationRequest {
  const part = (name: 'principal' | 'action' | 'resource'): string => {
    const value = only(call, name) ?? stated[name];
    if (value === undefined) throw new InputError(`evaluate needs --${name}`, usage);
    return value;
  };
  const [principal, action] = [part('principal'), part('action')];
  if (!/^[\w-]+:\w+$/.test(action))
    throw new InputError(`--action takes one action such as s3:GetObject, not ${JSON.stringify(action)}`);
  const isStated = only(call, 'principal') === undefined && stated.principalAccount !== undefined;
  const account = isStated ? stated.principalAccount : (accountOf(principal) ?? accountless(principal));
  return {
    ...stated,
    principal,
    action,
    resource: resourceFrom(part('resource')),
    principalAccount: account,
    resourceAccount: account ?? '',
    context: { ...context, ...stated.context, ...contextFrom(all(call, 'context')) },
  };
}

/** Services and anonymous callers have no account; of anything else one is needed. */
function accountless(principal: string): null {
  if (/^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$|^anonymous$/.test(principal)) return null;
  throw new InputError(
    `--principal takes an ARN with an account, not ${JSON.stringify(principal)}`,
    'for example arn:aws:iam::111122223333:user/ana; or a service such as lambda.amazonaws.com, or anonymous',
  );
}

function resourceFrom(resource: string): string {
  if (resource === '*' || /^arn:(?:[^:]*:){4}./.test(resource)) return resource;
  throw new InputError(
    `--resource takes an ARN or *, not ${JSON.stringify(resource)}`,
    'for example arn:aws:s3:::reports/may.csv; quote * for the shell',
  );
}

function contextFrom(flags: readonly string[]): AuthorizationRequest['context'] {
  const context = new Map<string, readonly string[]>();
  for (const flag of flags) {
    const split = flag.indexOf('=');
    if (split < 1) throw new InputError(`--context takes KEY=VALUE, not ${JSON.stringify(flag)}`);
    const key = flag.slice(0, split);
    context.set(key, [...(context.get(key) ?? []), flag.slice(split + 1)]);
  }
  return Object.fromEntries(
    [...context].map(([key, values]) => [key, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

interface Unknowns {
  readonly unknown: NonNullable<PolicySet['unknown']>;
  readonly types: readonly EvaluatedType[];
}

function unknownOf(call: Call, before: PolicySet['unknown']): Unknowns {
  const words = all(call, 'unknown');
  const keys = words.filter((word) => word.includes(':'));
  const types = words.filter((word) => !word.includes(':') && word !== 'context').map(typeOf);
  const isEvery = words.includes('context') || before?.context === true;
  const named = [...keys, ...(Array.isArray(before?.context) ? (before.context as readonly string[]) : [])];
  const context = isEvery ? true : named;
  return { types, unknown: { policies: [...new Set([...(before?.policies ?? []), ...types])], context } };
}

function typeOf(word: string): EvaluatedType {
  const type = roleOf(`${word}/-`)?.type ?? evaluatedTypes.find((name) => name === word);
  if (type !== undefined) return type;
  throw new InputError(
    `--unknown takes a kind of policy or a condition key, not ${JSON.stringify(word)}`,
    `kinds: ${roleNames.join(', ')}; keys such as aws:SourceIp; context for all keys`,
  );
}
