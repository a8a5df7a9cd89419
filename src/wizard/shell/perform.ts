// Carries out what the reducer asks for: diagnoses, renders and saves, each ending in one event.
import { diagnose } from '../../diagnose.ts';
import type { Denial } from '../../model/denial.ts';
import type { LoadedPlaybook, PlaybookSet } from '../../model/playbook.ts';
import { parseDenials } from '../../parse/parse-denials.ts';
import { renderJson } from '../../render/json.ts';
import { renderMarkdown } from '../../render/markdown.ts';
import type { WizardOptions } from '../contract.ts';
import type { Effect, WizardEvent } from '../state/wizard-state.ts';
import type { Perform } from './store.ts';

type Given = Pick<WizardOptions, 'playbooks' | 'facts' | 'sources' | 'version' | 'save'>;
type DiagnoseEffect = Extract<Effect, { kind: 'diagnose' }>;
type SaveEffect = Extract<Effect, { kind: 'save' }>;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** A playbook chosen by hand is walked as it is: that no error was given is then its match. */
const byHand = (playbook: LoadedPlaybook): LoadedPlaybook => ({
  ...playbook,
  status: 'stable',
  match: { fact: 'error.code', operator: 'known', value: false },
});

const chosenOnly = (set: PlaybookSet, id: string): PlaybookSet => ({
  ...set,
  playbooks: set.playbooks.filter((playbook) => playbook.id === id).map(byHand),
});

function denialReader(): (text: string, position: number) => Denial | undefined {
  let last: { readonly text: string; readonly denials: readonly Denial[] } | undefined;
  return (text, position) => {
    if (last?.text !== text) last = { text, denials: parseDenials(text) };
    return last.denials[position];
  };
}

async function diagnosed(
  effect: DiagnoseEffect,
  given: Given,
  read: ReturnType<typeof denialReader>,
): Promise<WizardEvent> {
  const { id, text, denial: position, chosen, answers } = effect;
  const denial = text === undefined ? undefined : read(text, position);
  try {
    const diagnosis = await diagnose({
      ...(text === undefined ? {} : { text }),
      ...(denial === undefined ? {} : { denial }),
      playbooks: chosen === undefined ? given.playbooks : chosenOnly(given.playbooks, chosen),
      ...(given.sources === undefined ? {} : { sources: given.sources }),
      ...(given.facts === undefined ? {} : { facts: given.facts }),
      answers,
    });
    return { kind: 'diagnosed', id, diagnosis };
  } catch (error) {
    return { kind: 'failed', id, detail: reasonOf(error) };
  }
}

async function saved({ path, format, overwrite, diagnosis }: SaveEffect, given: Given): Promise<WizardEvent> {
  const render = { markdown: renderMarkdown, json: renderJson }[format];
  try {
    await given.save({ path, content: render(diagnosis, { version: given.version }), overwrite });
    return { kind: 'saved', path };
  } catch (error) {
    return hasCode(error, 'EEXIST') && !overwrite
      ? { kind: 'exists', path }
      : { kind: 'notSaved', path, detail: reasonOf(error) };
  }
}

export function createPerform(given: Given): Perform {
  const read = denialReader();
  return (effect) => (effect.kind === 'diagnose' ? diagnosed(effect, given, read) : saved(effect, given));
}
