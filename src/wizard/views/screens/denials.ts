// The errors of one text, one line each.
import type { Denial } from '../../../model/denial.ts';
import { classLabels } from '../../../render/sentences/denials.ts';
import { shortResource } from '../../../render/view.ts';
import { heading, text } from '../../layout/blocks.ts';
import type { View } from '../view.ts';

export function errorLine(denial: Denial | undefined): string {
  if (denial === undefined) return '';
  const what = denial.action ?? denial.operation ?? denial.code ?? denial.text.slice(0, 60);
  const on = denial.resource === undefined ? '' : ` on ${shortResource(denial.resource)}`;
  return `${classLabels[denial.class]}: ${what}${on}`;
}

export const denialsView = (): View => ({
  blocks: [heading('Which error?'), text('Each keeps its own answers.', 'hint')],
});
