// Tells which condition keys of the request are not known: those the policies ask about and the action can carry at all.
import type { AuthorizationRequest, PolicySet } from '../../model/policy.ts';
import { followsFromPrincipal } from '../../policy/match/request.ts';
import { actionReference } from '../../reference/actions.ts';
import { supportedKey } from '../../reference/condition-keys.ts';

type Row = Readonly<Record<string, unknown>>;
const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A key the action does not support is never in its request, and one that follows from the principal is known as well. */
export function unknownKeys(request: AuthorizationRequest, policies: PolicySet): true | readonly string[] {
  const { action } = request;
  if (actionReference(action) === undefined) return true;
  const known = new Set(Object.keys(request.context).map((key) => key.toLowerCase()));
  return [...new Set(documentsOf(policies).flatMap(keysIn))].filter(
    (key) =>
      supportedKey(action, key) !== undefined && !known.has(key.toLowerCase()) && !followsFromPrincipal(key, request),
  );
}

function documentsOf({ scps = [], rcps = [], ...sets }: PolicySet): readonly unknown[] {
  const flat = [sets.identity, sets.boundary, sets.session, sets.resource, sets.vpcEndpoint, ...scps, ...rcps];
  return flat.flatMap((policies) => (policies ?? []).map(({ policy }) => (isRow(policy) ? policy : parse(policy))));
}

function parse(policy: unknown): unknown {
  try {
    return typeof policy === 'string' ? JSON.parse(policy) : undefined;
  } catch {
    return undefined;
  }
}

/** The keys of its conditions, and those its policy variables name. */
function keysIn(document: unknown): readonly string[] {
  const statements = isRow(document) ? [document.Statement].flat().filter(isRow) : [];
  return statements.flatMap((statement) => {
    const blocks = isRow(statement.Condition) ? Object.values(statement.Condition).filter(isRow) : [];
    const variables = [...JSON.stringify(statement).matchAll(/\$\{([A-Za-z0-9-]{1,64}:[^},"$]{1,256})/g)];
    return [...blocks.flatMap((block) => Object.keys(block)), ...variables.map((match) => (match[1] ?? '').trim())];
  });
}
