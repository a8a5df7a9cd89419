// Runs a batch of conditions through one json-rules-engine and returns each as an explanation with three values.
import { Engine, type TopLevelCondition } from 'json-rules-engine';
import type { Explanation } from '../model/diagnosis.ts';
import { compile } from './compile.ts';
import { explainRoot, type ResultNode } from './explain.ts';
import { addOperators } from './operators.ts';
import type { Rule } from './scope.ts';

/** Dotted own properties only: the engine's default resolver is a script language, and playbooks come from anywhere. */
export function resolvePath(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    return (at as Record<string, unknown>)[key];
  }, value);
}

/** One engine per evaluation: a shared one loses rules when two runs overlap. */
function createEngine(): Engine {
  const engine = new Engine([], {
    allowUndefinedFacts: true,
    allowUndefinedConditions: true,
    pathResolver: (value, path) => (path === undefined || path === '' ? value : resolvePath(value, path)),
  });
  addOperators(engine);
  return engine;
}

export async function evaluateRules(rules: readonly Rule[]): Promise<ReadonlyMap<string, Explanation>> {
  const explanations = new Map<string, Explanation>();
  if (rules.length === 0) return explanations;
  const program = compile(rules);
  const engine = createEngine();
  for (const [name, condition] of program.conditions) engine.setCondition(name, condition as TopLevelCondition);
  for (const [name, value] of program.facts) engine.addFact(name, value);
  for (const rule of program.rules) {
    engine.addRule({ ...rule, conditions: rule.conditions as TopLevelCondition, event: { type: rule.name } });
  }
  const { results, failureResults } = await engine.run();
  const nodes = new Map([...results, ...failureResults].map((result) => [result.name, result.conditions]));
  for (const rule of rules) {
    explanations.set(rule.key, explainRoot(rule.condition, nodes.get(rule.key) as ResultNode, rule.scope));
  }
  return explanations;
}
