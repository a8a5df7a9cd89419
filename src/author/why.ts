// Evaluates a playbook's match and causes over one error, whether it matches or not, beside the lines of the file.
import { evaluateRules } from '../engine/evaluate.ts';
import { playbookScope } from '../engine/playbook-scope.ts';
import type { Answers } from '../facts/answers.ts';
import { diagnose } from '../diagnose.ts';
import type { Explanation } from '../model/diagnosis.ts';
import type { FactValue } from '../model/fact.ts';
import type { Condition, LoadedPlaybook } from '../model/playbook.ts';
import type { CompiledFile } from '../playbook/compile.ts';
import type { Path } from '../playbook/yaml.ts';
import { alone } from './testing/run-test.ts';

export interface Reason {
  /** `match`, or the id of a cause. */
  readonly of: string;
  readonly explanation: Explanation;
  readonly condition: Condition;
  readonly path: Path;
}

export interface WhyInput {
  readonly error: string;
  readonly facts?: Readonly<Record<string, FactValue>>;
  readonly answers?: Answers;
}

export interface Why {
  /** What the error was read as; missing when nothing was recognised. */
  readonly denial: string | undefined;
  readonly reasons: readonly Reason[];
}

export async function explainPlaybook(
  playbook: LoadedPlaybook,
  { error, facts = {}, answers = {} }: WhyInput,
): Promise<Why> {
  const diagnosis = await diagnose({ text: error, playbooks: alone(playbook), facts, answers });
  const known = new Map(diagnosis.facts.map((fact) => [fact.name, fact]));
  const outcomes = new Map(diagnosis.steps.map(({ id, outcome }) => [id, outcome]));
  const scope = playbookScope(playbook, { facts: known }, answers, outcomes);
  const wanted = [
    { of: 'match', condition: playbook.match, path: ['match'] },
    ...playbook.causes.map(({ id, when }, index) => ({ of: id, condition: when, path: ['causes', index, 'when'] })),
  ];
  const explanations = await evaluateRules(wanted.map(({ of, condition }) => ({ key: of, condition, scope })));
  const reasons = wanted.flatMap((one): readonly Reason[] => {
    const explanation = explanations.get(one.of);
    return explanation === undefined ? [] : [{ ...one, explanation }];
  });
  return { denial: diagnosis.denial?.text, reasons };
}

export interface Line {
  readonly number?: number;
  readonly depth: number;
  readonly node: Explanation;
}

/** The nodes of a reason in the order of the file, each with its line. */
export function linesOf(
  { explanation, condition, path }: Reason,
  playbook: LoadedPlaybook,
  source?: CompiledFile,
): readonly Line[] {
  const walk = (node: Explanation, written: Condition, at: Path, depth: number): readonly Line[] => {
    const number = lineAt(at, source);
    const line: Line = { node, depth, ...(number === undefined ? {} : { number }) };
    const named = 'condition' in written ? playbook.conditions?.[written.condition] : undefined;
    if (named !== undefined && 'condition' in written) {
      const inner = node.kind === 'all' && !('all' in named) ? (node.children[0] ?? node) : node;
      return [line, ...walk(inner, named, ['conditions', written.condition], depth + 1)];
    }
    return [
      line,
      ...childrenOf(node, written, at).flatMap(([child, part, place]) => walk(child, part, place, depth + 1)),
    ];
  };
  return walk(explanation, condition, path, 0);
}

function childrenOf(
  node: Explanation,
  written: Condition,
  at: Path,
): readonly (readonly [Explanation, Condition, Path])[] {
  if (node.kind === 'leaf') return [];
  if (node.kind === 'not') return 'not' in written ? [[node.child, written.not, [...at, 'not']]] : [];
  const [key, members] = 'all' in written ? ['all', written.all] : 'any' in written ? ['any', written.any] : ['', []];
  return node.children.flatMap((child, index) => {
    const part = members[index];
    return part === undefined ? [] : [[child, part, [...at, key, index]] as const];
  });
}

function lineAt(path: Path, source: CompiledFile | undefined): number | undefined {
  const range = source?.yaml?.tree?.rangeOf(path, 'value');
  return range === undefined ? undefined : source?.yaml?.positionOf(range.start).line;
}
