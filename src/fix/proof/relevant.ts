// Leaves out of a case the statements that cannot bear on its request, so that many changes can be tried; indexes and decisions stay as they are.
import type { Case, HeldDocument } from '../case.ts';
import { isRow, statementsOf, textsOf } from '../document/plain.ts';
import { globOf, matchesGlob } from '../../policy/match/glob.ts';

/** Plainly an Allow that says nothing: it is passed over and decides nothing. */
const idle = { Effect: 'Allow' };

const isEffect = (value: unknown): boolean => value === 'Allow' || value === 'Deny';

/** A statement that cannot be read might deny, so only whole ones about other actions are left out. */
function isAboutOthers(statement: unknown, action: string): boolean {
  if (!isRow(statement) || !isEffect(statement.Effect) || statement.NotAction !== undefined) return false;
  const patterns = textsOf(statement.Action);
  const isWhole = patterns.length > 0 && patterns.length === [statement.Action].flat().length;
  return (
    isWhole && statement.Effect === 'Allow' && !patterns.some((one) => matchesGlob(globOf(one.toLowerCase()), action))
  );
}

function relevant(held: HeldDocument, action: string): HeldDocument {
  const { document } = held;
  if (document === undefined || !Array.isArray(document.Statement)) return held;
  const statements = statementsOf(document).map((one) => (isAboutOthers(one, action) ? idle : one));
  return { ...held, document: { ...document, Statement: statements } };
}

export function relevantPart(held: Case): Case {
  const action = held.requests[0]?.action.toLowerCase() ?? '';
  return { ...held, documents: held.documents.map((one) => relevant(one, action)) };
}
