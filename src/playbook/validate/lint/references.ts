// Checks what conditions refer to: steps that come earlier, answers of questions, named conditions without circles.
import type { Condition } from '../../../model/playbook.ts';
import type { Path } from '../../yaml.ts';
import { conditionsOf, leavesThrough, nodesOf, otherFact, type PlacedCondition } from '../conditions.ts';
import type { Finding } from '../diagnostic.ts';
import { suggestion } from '../nearest.ts';
import type { Lint, PlacedStep, Subject } from '../subject.ts';

export const references: Lint = (subject) => {
  const conditions = conditionsOf(subject);
  const misnamed = conditions.flatMap((placed) => conditionNames(subject, placed));
  return [
    ...misnamed,
    ...conditions.flatMap((placed) => stepNames(subject, placed)),
    ...conditions.flatMap((placed) => forwardLooks(subject, placed)),
    ...circles(subject),
    ...(misnamed.length > 0 ? [] : unused(subject, conditions)),
  ];
};

/** The step a fact such as `steps.trust` or `answers.purpose` belongs to. */
export function stepOfFact(fact: string, { steps }: Subject): PlacedStep | undefined {
  const id = stepIdOf(fact);
  return id === undefined ? undefined : steps.find(({ step }) => step.id === id);
}

export const stepIdOf = (fact: string): string | undefined => /^(?:steps|answers)\.(.*)$/.exec(fact)?.[1];

/** What is wrong with the name of a step or an answer, if anything. */
export function stepFactFault(fact: string, subject: Subject): Pick<Finding, 'code' | 'message' | 'hint'> | undefined {
  const id = stepIdOf(fact);
  if (id === undefined) return undefined;
  const found = stepOfFact(fact, subject);
  const asks = subject.steps.filter(({ step }) => step.type === 'ask');
  const eligible = fact.startsWith('answers.') ? asks : subject.steps;
  if (found === undefined && subject.incomplete) return undefined;
  if (found === undefined) {
    const hint = suggestion(
      id,
      eligible.map(({ step }) => step.id),
    );
    return { code: 'WD301', message: `there is no step "${id}"`, hint };
  }
  if (!fact.startsWith('answers.') || found.step.type === 'ask') return undefined;
  const hint =
    found.step.type === 'check' ? `write steps.${id} for its outcome` : 'only steps of type ask have answers';
  return { code: 'WD312', message: `the step "${id}" asks nothing`, hint };
}

function conditionNames({ playbook }: Subject, { condition, path }: PlacedCondition): readonly Finding[] {
  const known = Object.keys(playbook.conditions ?? {});
  return nodesOf(condition, path).flatMap((node): readonly Finding[] => {
    if (!('condition' in node.condition) || known.includes(node.condition.condition)) return [];
    const name = node.condition.condition;
    const hint = suggestion(name, known);
    const at = { path: [...node.path, 'condition'], part: 'value' } as const;
    return [{ code: 'WD303', ...at, message: `there is no condition "${name}" under conditions`, hint }];
  });
}

function stepNames(subject: Subject, { condition, path }: PlacedCondition): readonly Finding[] {
  return factsIn(condition, path).flatMap(({ fact, at }): readonly Finding[] => {
    const fault = stepFactFault(fact, subject);
    return fault === undefined ? [] : [{ ...fault, path: at, part: 'value', snippet: fact }];
  });
}

function factsIn(condition: Condition, path: Path): readonly { readonly fact: string; readonly at: Path }[] {
  return nodesOf(condition, path).flatMap(({ condition: node, path: at }) => {
    if (!('fact' in node)) return [];
    const other = otherFact(node);
    const right = other === undefined ? [] : [{ fact: other, at: [...at, 'value', 'fact'] }];
    return [{ fact: node.fact, at: [...at, 'fact'] }, ...right];
  });
}

/** Through names as well: a named condition may read a step only where it is used after it. */
function forwardLooks(subject: Subject, { condition, path, role }: PlacedCondition): readonly Finding[] {
  if (role.kind === 'cause' || role.kind === 'named') return [];
  const limit = role.kind === 'match' ? -1 : role.step.order;
  return leavesThrough(condition, path, subject.playbook).flatMap(({ leaf, path: at }): readonly Finding[] => {
    const target = stepOfFact(leaf.fact, subject);
    if (target === undefined || target.order < limit) return [];
    const own = path.every((step, index) => at[index] === step);
    const place = own ? [...at, 'fact'] : path;
    const through = own ? '' : ` through the condition "${String(at[1])}"`;
    return [{ code: 'WD302', path: place, part: own ? 'value' : 'key', ...looking(target, limit, through, subject) }];
  });
}

function looking(target: PlacedStep, limit: number, through: string, { steps }: Subject) {
  const { id } = target.step;
  if (limit < 0) {
    const hint = 'read facts here; put a question into the steps and its conclusion into a cause';
    return { message: `match reads the step "${id}"${through}, but is decided before any step`, hint };
  }
  const self = target.order === limit;
  const message = self ? `the step reads itself${through}` : `the step "${id}" comes later${through}`;
  const earlier = steps.filter(({ order }) => order < limit).map(({ step }) => step.id);
  const hint = self
    ? 'read the facts it is about'
    : `move this step below "${id}", or read one of: ${earlier.join(', ')}`;
  return { message, hint };
}

function circles({ playbook }: Subject): readonly Finding[] {
  const named = playbook.conditions ?? {};
  const next = (name: string): readonly string[] =>
    nodesOf(named[name] ?? { all: [] }, []).flatMap(({ condition }) =>
      'condition' in condition ? [condition.condition] : [],
    );
  const reaches = (from: string, seen: Set<string>): boolean =>
    next(from).some((name) => [...seen][0] === name || (!seen.has(name) && reaches(name, seen.add(name))));
  const inCircle = Object.keys(named).filter((name) => reaches(name, new Set([name])));
  const [first] = inCircle;
  if (first === undefined) return [];
  const message = `these conditions refer to each other in a circle: ${inCircle.join(', ')}`;
  return [{ code: 'WD304', path: ['conditions', first], part: 'key', message, hint: 'write one of them with facts' }];
}

function unused({ playbook }: Subject, conditions: readonly PlacedCondition[]): readonly Finding[] {
  const used = new Set(
    conditions.flatMap(({ condition, path }) =>
      nodesOf(condition, path).flatMap((node) => ('condition' in node.condition ? [node.condition.condition] : [])),
    ),
  );
  return Object.keys(playbook.conditions ?? {})
    .filter((name) => !used.has(name))
    .map((name) => ({
      code: 'WD310',
      path: ['conditions', name],
      part: 'key',
      message: `nothing uses the condition "${name}"`,
      hint: `write { condition: ${name} } where it is meant, or remove it`,
    }));
}
