// The playbooks without an error: families, the playbooks of one, and one of them as a blank list of steps.
import type { LoadedPlaybook, Step } from '../../../model/playbook.ts';
import { expandText } from '../../../playbook/template.ts';
import { heading, listed, ruled, spaced, text, type Block } from '../../layout/blocks.ts';
import type { View } from '../view.ts';

export const familiesView = (): View => ({
  blocks: [heading('Which kind of denial?'), text('A playbook tells what to check, step by step.', 'hint')],
});

export const playbooksView = (family: string): View => ({ blocks: [heading(family.replaceAll('-', ' '))] });

/** Nothing is known yet: what a text leaves open stays open. */
const filled = (template: string): string => expandText(template, () => undefined);

const titleOf = (step: Step): string => filled(step.type === 'ask' ? step.question : step.title);

/** The error of its first test that it matches shows what it is for. */
function example(playbook: LoadedPlaybook): readonly Block[] {
  const shown = playbook.tests.find((test) => test.expect.match !== false);
  return shown === undefined ? [] : [text('An error it knows:', 'hint'), ruled(shown.error)];
}

export function playbookView(playbook: LoadedPlaybook | undefined): View {
  if (playbook === undefined) return { blocks: [] };
  const steps = playbook.steps.map((step, position) => listed(`${position + 1}`.padStart(2), titleOf(step)));
  return {
    blocks: spaced([heading(playbook.title), text(filled(playbook.summary))], example(playbook), [
      heading('Steps'),
      ...steps,
    ]),
  };
}
