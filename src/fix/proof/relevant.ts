// Leaves out of a case the statements that cannot bear on its request, so that many changes can be tried; indexes and decisions stay as they are.
import type { Case, HeldDocument } from '../case.ts';
import { isRow, statementsOf, textsOf, type Row } from '../document/plain.ts';
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

type Reduced = ReadonlyMap<string, Row>;
const reduced = new WeakMap<Row, Map<string, Row>>();

function reduce(document: Row, action: string): Row {
  const statements = statementsOf(document).map((one) => (isAboutOthers(one, action) ? idle : one));
  return { ...document, Statement: statements };
}

/** Documents are never changed in place, so each is reduced once for an action. */
function relevant(held: HeldDocument, action: string): HeldDocument {
  const { document } = held;
  if (document === undefined || !Array.isArray(document.Statement)) return held;
  const known: Reduced | undefined = reduced.get(document);
  const found = known?.get(action) ?? reduce(document, action);
  if (known === undefined) reduced.set(document, new Map([[action, found]]));
  else reduced.get(document)?.set(action, found);
  return { ...held, document: found };
}

export function relevantPart(held: Case): Case {
  const action = held.requests[0]?.action.toLowerCase() ?? '';
  return { ...held, documents: held.documents.map((one) => relevant(one, action)) };
}

/** For decisions alone: without the statements that were passed over, so that indexes change. */
export function decidingPart(held: Case): Case {
  const documents = relevantPart(held).documents.map((one) => {
    const { document } = one;
    if (document === undefined || !Array.isArray(document.Statement)) return one;
    return { ...one, document: { ...document, Statement: statementsOf(document).filter((each) => each !== idle) } };
  });
  return { ...held, documents };
}
