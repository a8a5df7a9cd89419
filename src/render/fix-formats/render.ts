// Turns a diagnosis into the policy changes it proposes, as code for the tool in which the policies are kept.
import type { Diagnosis } from '../../model/diagnosis.ts';
import { maskSecrets } from '../mask.ts';
import { mapTexts } from '../sanitise.ts';
import { withWords } from '../sentences/plans.ts';
import { validitySentence } from '../sentences/validity.ts';
import { asCli } from './cli.ts';
import { asCloudFormation } from './cloudformation.ts';
import { asJson } from './json.ts';
import type { FixFormat } from './names.ts';
import { chosenChanges, placeOf, type Proposed } from './proposed.ts';
import { asTerraform } from './terraform.ts';
import type { Written } from './written.ts';

const formats = {
  json: (changes) => ({ text: asJson(changes), notes: [] }),
  terraform: asTerraform,
  cloudformation: asCloudFormation,
  cli: asCli,
} as const satisfies Record<FixFormat, (changes: readonly Proposed[]) => Written>;

const isMasked = (change: Proposed, at: number, masked: readonly Proposed[]): boolean =>
  JSON.stringify(change.document) !== JSON.stringify(masked[at]?.document);

/** The notes are for the person: what is not in the code, and what to check before it is used. */
export function renderFixes(diagnosis: Diagnosis, format: FixFormat): Written {
  const { changes, notes } = chosenChanges(withWords(diagnosis));
  const masked = mapTexts(changes, maskSecrets);
  const written: Written = masked.length === 0 ? { text: '', notes: [] } : formats[format](masked);
  return {
    text: written.text,
    notes: [
      ...notes,
      ...written.notes,
      ...masked
        .filter((_one, at) => changes.some((change, own) => own === at && isMasked(change, at, masked)))
        .map((change) => `${placeOf(change)}: what looks like a secret is hidden in it; put it back before use.`),
      ...masked.flatMap((change) =>
        (change.fix.warnings ?? []).map((warning) => `${placeOf(change)}: ${validitySentence(warning)}`),
      ),
    ],
  };
}
