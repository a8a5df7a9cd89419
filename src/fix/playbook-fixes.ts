// The fixes playbooks propose for causes that are confirmed or still open, filled from the facts. Where policies are at hand, each change of a policy is tried on them.
import type { DiagnosedCause, DiagnosedFix } from '../model/diagnosis.ts';
import type { Proof } from '../model/plan.ts';
import type { LoadedPlaybook, PlaybookFix } from '../model/playbook.ts';
import { expandCommands } from '../engine/diagnose-steps.ts';
import type { Scope } from '../engine/scope.ts';
import type { KnownFacts } from '../facts/known.ts';
import type { Trial } from '../facts/policies/trial.ts';
import { expandCommand, expandPolicy, expandText, hasOpenPlaces } from '../playbook/template.ts';
import { proofOf } from './proof.ts';

const byState = { confirmed: 0, open: 1, ruledOut: 2 } as const;
const byStrength = { proves: 0, suggests: 1 } as const;

type Prove = (fix: PlaybookFix, scope: Scope) => Proof;

/** Those of confirmed causes first; a cause that is ruled out needs no fix. */
export function fixesOf(
  causes: readonly DiagnosedCause[],
  playbooks: readonly LoadedPlaybook[],
  scopeOf: (playbook: LoadedPlaybook) => Scope,
  known: KnownFacts,
  trial: Trial | undefined,
): readonly DiagnosedFix[] {
  const prove = proverOf(known, trial);
  return [...causes]
    .filter((cause) => cause.state !== 'ruledOut')
    .sort((a, b) => byState[a.state] - byState[b.state] || byStrength[a.strength] - byStrength[b.strength])
    .flatMap((cause) => {
      const playbook = playbooks.find(({ id }) => id === cause.playbook);
      const fixes = playbook?.causes.find(({ id }) => id === cause.id)?.fix;
      if (playbook === undefined || fixes === undefined) return [];
      return [fixes].flat().map((fix, position) => describe(fix, position, cause, scopeOf(playbook), prove));
    });
}

/** Why a change is not tried, or what comes of it. */
function proverOf({ trial: started, facts }: KnownFacts, trial: Trial | undefined): Prove {
  return ({ policy }, { valueOf }) => {
    if (policy === undefined) return { state: 'notProven', code: 'no-policy-change' };
    if (trial === undefined)
      return { state: 'notProven', code: started === null ? 'request-not-known' : 'policies-not-read' };
    if (hasOpenPlaces(policy.document, valueOf)) return { state: 'notProven', code: 'has-placeholders' };
    return proofOf({ layer: policy.attach_to, document: expandPolicy(policy.document, valueOf) }, trial, facts);
  };
}

function describe(fix: PlaybookFix, position: number, cause: DiagnosedCause, scope: Scope, prove: Prove): DiagnosedFix {
  const { valueOf: lookup } = scope;
  return {
    id: position === 0 ? cause.id : `${cause.id}-${position + 1}`,
    playbook: cause.playbook,
    cause: cause.id,
    kind: fix.kind,
    owner: fix.owner,
    risk: fix.risk,
    text: expandText(fix.text, lookup),
    avoid: (fix.avoid ?? []).map((text) => expandText(text, lookup)),
    change: {
      ...(fix.policy === undefined
        ? {}
        : { attachTo: fix.policy.attach_to, document: expandPolicy(fix.policy.document, lookup) }),
      ...(fix.commands === undefined ? {} : { commands: expandCommands(fix.commands, lookup) }),
    },
    verify:
      typeof fix.verify === 'string'
        ? { text: expandText(fix.verify, lookup) }
        : { command: { ...fix.verify, run: expandCommand(fix.verify.run, lookup) } },
    proven: prove(fix, scope),
  };
}
