// Turns a diagnosis into its JSON document (schemas/diagnosis.schema.json): the data as diagnosed, with a sentence where a program would need one.
import type { DiagnosedFix, Diagnosis, Layer } from '../model/diagnosis.ts';
import type { Proof } from '../model/plan.ts';
import type { ValidityWarning } from '../model/validity.ts';
import { lookAlikeOf } from '../parse/look-alike.ts';
import { maskSecrets, shortenEncoded } from './mask.ts';
import type { RenderOptions } from './options.ts';
import { mapTexts } from './sanitise.ts';
import { leafSentence } from './sentences/conditions.ts';
import { conflictSentence } from './sentences/conflicts.ts';
import { proofSentence } from './sentences/fixes.ts';
import { layerBecause, layerNotChecked } from './sentences/layer-reasons.ts';
import { withWords } from './sentences/plans.ts';
import { unreadSentence } from './sentences/unread.ts';
import { validitySentence } from './sentences/validity.ts';

const schema = 'whydenied/diagnosis@1';

/** The text holds no denial of AWS's: the document says so and nothing else. */
export function renderJson(diagnosis: Diagnosis, options: RenderOptions = {}): string {
  const masked = mapTexts(withWords(diagnosis), maskSecrets);
  const isDenial = masked.denial !== null && masked.denial.class !== 'not-aws';
  const by = options.version === undefined ? {} : { version: options.version };
  const document = isDenial
    ? { schema, ...by, ...documentOf(masked) }
    : { schema, ...by, denial: null, ...lookAlike(masked) };
  return `${escaped(JSON.stringify(document, null, 2))}\n`;
}

function lookAlike({ denial }: Diagnosis) {
  const found = denial === null ? undefined : lookAlikeOf(denial.text);
  return found === undefined ? {} : { lookAlike: found };
}

const documentOf = (diagnosis: Diagnosis) => ({
  denial: shortened(diagnosis.denial),
  others: diagnosis.others.map(shortened),
  particulars: diagnosis.particulars,
  matches: diagnosis.matches.map((match) => ({ ...match, why: match.why.map(leafSentence) })),
  layers: diagnosis.layers.map(layerOf),
  steps: diagnosis.steps,
  causes: diagnosis.causes,
  fixes: diagnosis.fixes.map(fixOf),
  ...(diagnosis.plan === undefined ? {} : { plan: { ...diagnosis.plan, proven: proofOf(diagnosis.plan.proven) } }),
  nextBlockers: diagnosis.nextBlockers,
  questions: diagnosis.questions,
  blindSpots: diagnosis.blindSpots.map((spot) => ({ ...spot, because: unreadSentence(spot) })),
  references: diagnosis.references,
  exhausted: diagnosis.exhausted,
  facts: diagnosis.facts,
  conflicts: diagnosis.conflicts.map((conflict) => ({ ...conflict, because: conflictSentence(conflict) })),
  answers: diagnosis.answers,
});

function shortened<Some extends { readonly encodedMessage?: string } | null>(denial: Some): Some {
  if (denial?.encodedMessage === undefined) return denial;
  return { ...denial, encodedMessage: shortenEncoded(denial.encodedMessage) };
}

function layerOf(layer: Layer) {
  const { type, decision, grade } = layer;
  const close = layer.nearest === undefined ? {} : { nearest: layer.nearest };
  if (decision === 'unknown') return { type, decision, notChecked: layerNotChecked(layer), ...close };
  return { type, decision, ...(grade === undefined ? {} : { grade }), because: layerBecause(layer), ...close };
}

const withBecause = (warning: ValidityWarning) => ({ ...warning, because: validitySentence(warning) });

const proofOf = (proof: Proof) => ({ ...proof, because: proofSentence(proof) });

/** The first command stands alone as well, for programs that want just one. */
function fixOf(fix: DiagnosedFix) {
  const [command] = fix.change.commands ?? [];
  return {
    ...fix,
    change: { ...fix.change, ...(command === undefined ? {} : { command: command.run }) },
    proven: proofOf(fix.proven),
    ...(fix.warnings === undefined ? {} : { warnings: fix.warnings.map(withBecause) }),
  };
}

/** What a terminal could obey or hide stays in the document, as an escape; a reader of JSON sees no difference. */
export const escaped = (json: string): string =>
  json.replace(/[\u007f-\u009f\u2028\u2029\p{Cf}\p{Co}]/gu, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
