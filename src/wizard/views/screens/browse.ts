// The playbooks without an error: all of them by family or by what is typed, and one of them as a blank list of steps.
import type { LoadedPlaybook, Step } from '../../../model/playbook.ts';
import { expandText } from '../../../playbook/template.ts';
import { searchPlaybooks } from '../../state/search.ts';
import type { Draft } from '../../state/draft.ts';
import type { WizardState } from '../../state/wizard-state.ts';
import { links } from '../links.ts';
import { articleNote, plural } from '../words.ts';
import { heading, listed, ruled, spaced, text, type Block } from '../../layout/blocks.ts';
import type { View } from '../view.ts';

function foundText(state: WizardState, query: string): readonly Block[] {
  if (query === '')
    return [heading('Which kind of denial?'), text('A playbook tells what to check, step by step.', 'hint')];
  const { playbooks, has, meant } = searchPlaybooks(state.playbooks, query);
  const count = plural(playbooks.length, 'playbook');
  if (has === 'all') return [text(`${count} with "${query}".`)];
  if (has === 'some') return [text(`No playbook has all of these words. ${count} with some of them:`)];
  const hint = meant === undefined ? 'Try a service, an action or an error code.' : `Did you mean "${meant}"?`;
  return [text(`No playbook has "${query}". ${hint}`)];
}

export const searchView = (state: WizardState, draft: Draft): View => ({
  blocks: foundText(state, draft.text.trim()),
  field: { draft, hint: 'Type a word: a service, an action, an error code, a cause.', isTall: false },
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
  const steps = playbook.steps.map((step, position) =>
    listed(`${position + 1}`.padStart(2), `${titleOf(step)}${articleNote(step.article)}`),
  );
  return {
    blocks: spaced(
      [heading(playbook.title), text(filled(playbook.summary))],
      example(playbook),
      [heading('Steps'), ...steps],
      links(playbook.references),
    ),
  };
}
