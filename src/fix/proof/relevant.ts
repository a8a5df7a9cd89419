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

interface Reduced {
  /** As long as it was, with the others idle. */
  readonly relevant: Row;
  /** Without the others. */
  readonly deciding: Row;
}

const reduced = new WeakMap<Row, Map<string, Reduced>>();

function reduce(document: Row, action: string): Reduced {
  const statements = statementsOf(document).map((one) => (isAboutOthers(one, action) ? idle : one));
  return {
    relevant: { ...document, Statement: statements },
    deciding: { ...document, Statement: statements.filter((one) => one !== idle) },
  };
}

/** Documents are never changed in place, so each is reduced once for an action. */
function reducedFor(document: Row, action: string): Reduced {
  const known = reduced.get(document) ?? new Map<string, Reduced>();
  const found = known.get(action) ?? reduce(document, action);
  reduced.set(document, known.set(action, found));
  return found;
}

function partOf(held: Case, part: keyof Reduced): Case {
  const action = held.requests[0]?.action.toLowerCase() ?? '';
  const documents = held.documents.map((one): HeldDocument => {
    const { document } = one;
    if (document === undefined || !Array.isArray(document.Statement)) return one;
    return { ...one, document: reducedFor(document, action)[part] };
  });
  return { ...held, documents };
}

export const relevantPart = (held: Case): Case => partOf(held, 'relevant');

/** For decisions alone: without the statements that were passed over, so that indexes change. */
export const decidingPart = (held: Case): Case => partOf(held, 'deciding');
