// The facts that the matched playbooks' conditions read: all that is worth asking a source for.
import { policyTypes } from '../model/denial.ts';
import type { LoadedPlaybook } from '../model/playbook.ts';
import { factsIn } from './settles.ts';

/** Every layer is wanted: a report lists all eight. */
const always = policyTypes.flatMap((type) => [`policy.${type}`, `decision.${type}`]);

export function wantedFacts(playbooks: readonly LoadedPlaybook[]): readonly string[] {
  const read = playbooks.flatMap(({ match, conditions = {}, steps, causes }) =>
    [
      match,
      ...steps.flatMap((step) => (step.when === undefined ? [] : [step.when])),
      ...steps.flatMap((step) => (step.type === 'check' ? [step.expect] : [])),
      ...causes.map((cause) => cause.when),
    ].flatMap((condition) => factsIn(condition, conditions)),
  );
  return [...new Set([...always, ...read])].filter((name) => !/^(answers|steps)\./.test(name));
}
