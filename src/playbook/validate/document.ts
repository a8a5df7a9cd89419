// Checks the text of a file that is no playbook against its format, in the same words: hidden characters, YAML, keys and values.
import { parseYaml } from '../yaml.ts';
import { inOrder, locate, type Diagnostic } from './diagnostic.ts';
import { hiddenInSource, hiddenInTexts } from './hidden.ts';
import { sourceReader } from './shape/mistake.ts';
import { shapeOf } from './shape/shape.ts';
import { syntaxDiagnostics } from './syntax.ts';
import { validatorFor } from './validator.ts';

export interface CheckedDocument {
  readonly diagnostics: readonly Diagnostic[];
  /** Present when nothing is wrong. */
  readonly value?: unknown;
}

export async function checkDocument(text: string, file: string, kind: 'config'): Promise<CheckedDocument> {
  const hidden = hiddenInSource(text, file);
  if (hidden.length > 0) return { diagnostics: hidden };
  const yaml = parseYaml(text);
  const { tree } = yaml;
  if (tree === undefined) return { diagnostics: syntaxDiagnostics(yaml, text, file) };
  const { findings, value } = shapeOf(tree.value, kind, await validatorFor(kind), sourceReader(tree, text));
  const told = [...findings, ...hiddenInTexts(tree, text)];
  const diagnostics = inOrder(told.map((finding) => locate(finding, tree, { file, text, yaml })));
  return diagnostics.length === 0 ? { diagnostics, value } : { diagnostics };
}
