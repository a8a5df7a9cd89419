// Finds the playbook's fix that is the same change as a computed one, so that it is shown once: in the playbook's words, with the computed difference.
import type { DiagnosedFix } from '../../model/diagnosis.ts';
import { isRow, statementsOf, textsOf, type Row } from '../document/plain.ts';

export type Computed = Omit<DiagnosedFix, 'id' | 'playbook' | 'cause'>;

const lower = (texts: readonly string[]): string =>
  texts
    .map((text) => text.toLowerCase())
    .toSorted()
    .join(' ');

/** The statements that a change adds or turns into others. */
function changedStatements({ change: { document, before } }: Computed): readonly Row[] {
  if (!isRow(document)) return [];
  const known = new Set(
    (before === undefined ? [] : statementsOf(JSON.parse(before) as Row)).map((one) => JSON.stringify(one)),
  );
  return statementsOf(document).filter((one): one is Row => isRow(one) && !known.has(JSON.stringify(one)));
}

/** It asks for the same action on the same resource, and names the same caller. */
function asksForSame(wanted: Row, computed: Computed): boolean {
  const [statement] = changedStatements(computed).slice(-1);
  const actions = textsOf(wanted.Action);
  const names = textsOf(Object.values(isRow(wanted.Principal) ? wanted.Principal : {}).flat());
  const isNamed = names.every((name) => JSON.stringify(statement?.Principal ?? '').includes(JSON.stringify(name)));
  const covers = textsOf(statement?.Action).map((one) => one.toLowerCase());
  const resources = lower(textsOf(wanted.Resource));
  const isSameResource = resources === '' || textsOf(statement?.Resource).some((one) => lower([one]) === resources);
  return actions.length > 0 && actions.every((one) => covers.includes(one.toLowerCase())) && isNamed && isSameResource;
}

export function isSameChange(fix: DiagnosedFix, computed: Computed): boolean {
  const { attachTo, document } = fix.change;
  if (fix.kind !== computed.kind || attachTo !== computed.change.attachTo || !isRow(document)) return false;
  const [statement, ...more] = statementsOf(document);
  return more.length === 0 && isRow(statement) && asksForSame(statement, computed);
}

/** What is read from the document at hand takes the place of what the playbook could only sketch. */
export const merged = (fix: DiagnosedFix, { change, proven, computed }: Computed): DiagnosedFix => ({
  ...fix,
  change: { ...fix.change, ...change },
  proven,
  ...(computed === undefined ? {} : { computed }),
});
