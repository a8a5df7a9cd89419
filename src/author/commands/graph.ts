// `playbook graph`: the flow a playbook implies, as a Mermaid chart: steps in order, and the causes their facts decide.
import type { Condition, LoadedPlaybook, Step } from '../../model/playbook.ts';
import { sanitise } from '../../render/sanitise.ts';
import { guarded, readArguments } from '../arguments.ts';
import { choose } from '../choose.ts';
import { said, type Run } from '../command.ts';
import { blankText } from '../pages/blank.ts';

export const graph: Run = (argv, input) =>
  guarded(async () => {
    const { playbook } = await choose(readArguments(argv, {}).words[0], input);
    return said(`${mermaid(playbook)}\n`);
  });

export function mermaid(playbook: LoadedPlaybook): string {
  const { steps, causes } = playbook;
  const nodes = steps.map((step, index) => `  s${index}${shape(step)}`);
  const flow = steps.slice(1).map((step, index) => `  s${index} -->${conditionLabel(step)} s${index + 1}`);
  const ends = causes.map(({ title }, index) => `  c${index}([${label(title)}])`);
  const links = causes.flatMap(({ when }, cause) => {
    const read = factsIn(when, playbook);
    return steps.flatMap((step, index) =>
      states(step).some((fact) => read.has(fact)) ? [`  s${index} -.-> c${cause}`] : [],
    );
  });
  return ['flowchart TD', ...nodes, ...ends, ...flow, ...links].join('\n');
}

function shape(step: Step): string {
  if (step.type === 'ask') return `{{${label(step.question)}}}`;
  return step.type === 'check' ? `[${label(step.title)}]` : `[/${label(step.title)}/]`;
}

/** Quoted, and without what would end a label. */
const label = (text: string): string =>
  `"${sanitise(blankText(text))
    .replace(/["#<>\\`]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()}"`;

const conditionLabel = (step: Step): string => (step.when === undefined ? '' : '|"if it applies"|');

/** Facts a step can settle: what it reads, what its outcomes and answers state, and its own answer. */
function states(step: Step): readonly string[] {
  if (step.type === 'guide') return [];
  if (step.type === 'check') return [...Object.keys(step.by_hand.pass ?? {}), ...Object.keys(step.by_hand.fail ?? {})];
  const chosen = (step.choices ?? []).flatMap(({ sets }) => Object.keys(sets ?? {}));
  return [`answers.${step.id}`, ...chosen, ...(step.fact === undefined ? [] : [step.fact])];
}

function factsIn(condition: Condition, playbook: LoadedPlaybook, seen = new Set<string>()): ReadonlySet<string> {
  if ('fact' in condition) return new Set([condition.fact]);
  if ('not' in condition) return factsIn(condition.not, playbook, seen);
  if ('condition' in condition) {
    const named = playbook.conditions?.[condition.condition];
    if (named === undefined || seen.has(condition.condition)) return new Set();
    return factsIn(named, playbook, seen.add(condition.condition));
  }
  const members = 'all' in condition ? condition.all : condition.any;
  return new Set(members.flatMap((member) => [...factsIn(member, playbook, seen)]));
}
