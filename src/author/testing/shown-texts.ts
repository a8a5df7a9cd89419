// Lists what a reader sees of one playbook: titles, reasons, instructions, fixes, commands and policies.
import type { Diagnosis } from '../../model/diagnosis.ts';

export function shownTexts(playbook: string, diagnosis: Diagnosis): readonly string[] {
  const own = <Item extends { readonly playbook: string }>(items: readonly Item[]): readonly Item[] =>
    items.filter((item) => item.playbook === playbook);
  const steps = own(diagnosis.steps)
    .filter(({ outcome }) => outcome !== 'skipped')
    .map(({ outcome, onFail, ...step }) => (outcome === 'fail' ? { ...step, onFail } : step));
  const causes = own(diagnosis.causes).map(({ title, because, state }) => ({
    title,
    ...(state === 'confirmed' ? { because } : {}),
  }));
  const fixes = own(diagnosis.fixes);
  const documents = fixes.flatMap(({ change }) =>
    change.document === undefined ? [] : [JSON.stringify(change.document), JSON.stringify(change.document, null, 2)],
  );
  return [...textsIn([own(diagnosis.matches), steps, causes, fixes, own(diagnosis.questions)]), ...documents];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
