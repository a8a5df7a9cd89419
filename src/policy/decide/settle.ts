// Finds the sets of facts that would settle an unknown decision, the shortest first; the last always settles it.
import type { ProofNode, StatementTrace } from '../../model/policy.ts';
import type { Proof, ProofLeaf } from './proof.ts';

type Facts = readonly string[];
/** Alternatives: any of the sets will do. */
type Sets = readonly Facts[];

const maxSets = 16;
const nothing: Sets = [[]];

const bySize = (left: Facts, right: Facts) =>
  left.length - right.length || (left.join() < right.join() ? -1 : left.join() > right.join() ? 1 : 0);

function distinct(sets: Sets): Sets {
  const seen = new Map(sets.map((set) => [...new Set(set)].sort()).map((set) => [set.join('\n'), set]));
  return [...seen.values()].sort(bySize).slice(0, maxSets);
}

const together = (left: Sets, right: Sets): Sets =>
  distinct(left.flatMap((one) => right.map((other) => [...one, ...other])));

const openFacts = (leaf: ProofLeaf): Facts =>
  leaf.open === true ? [`policy.${leaf.layer === 'trust' ? 'resource' : leaf.layer}`] : [];

const needsOf = (trace: StatementTrace | undefined): Facts =>
  trace?.matches === 'unknown' ? trace.reasons.flatMap((reason) => reason.needs ?? []) : [];

function leafSets(leaf: ProofLeaf, wanted: boolean, traces: readonly StatementTrace[]): Sets {
  if (leaf.result !== 'unknown') return leaf.result === wanted ? nothing : [];
  const each = leaf.statements.map((at) => needsOf(traces[at])).filter((facts) => facts.length > 0);
  const alternatives = leaf.open === true ? [...each, openFacts(leaf)] : each;
  // One matching statement makes an Allow hold, or a freedom from Deny fail; the opposite takes them all.
  const one = (leaf.name === 'allow') === wanted;
  return distinct(one ? alternatives : [alternatives.flat()]);
}

/** The sets of facts that could make the node true or false. */
function setsFor(node: ProofNode, wanted: boolean, traces: readonly StatementTrace[]): Sets {
  if (node.result !== 'unknown') return node.result === wanted ? nothing : [];
  if (node.kind === 'leaf') return leafSets(node, wanted, traces);
  const parts = node.of.filter((part) => part.result === 'unknown').map((part) => setsFor(part, wanted, traces));
  const every = (node.kind === 'all') === wanted;
  return every ? parts.reduce(together, nothing) : distinct(parts.flat());
}

function allFacts(node: ProofNode, traces: readonly StatementTrace[]): Facts {
  if (node.result !== 'unknown') return [];
  if (node.kind === 'leaf') return [...openFacts(node), ...node.statements.flatMap((at) => needsOf(traces[at]))];
  return node.of.flatMap((part) => allFacts(part, traces));
}

export function settlingFacts(proof: Proof, traces: readonly StatementTrace[]): Sets {
  const [denies, gates, grant] = proof.of;
  const undenied = setsFor(denies, true, traces);
  const closed = [...setsFor(gates, false, traces), ...setsFor(grant, false, traces)];
  const opened = together(setsFor(gates, true, traces), setsFor(grant, true, traces));
  const whole = [denies, gates, grant].flatMap((branch) => allFacts(branch, traces));
  const sets = [...setsFor(denies, false, traces), ...together(undenied, closed), ...together(undenied, opened)];
  return distinct([...distinct([...sets, whole]).slice(0, maxSets - 1), whole]).filter((set) => set.length > 0);
}
