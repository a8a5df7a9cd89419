// Carries out what the reducer asks for: diagnoses, renders and saves, each ending in one event.
import { diagnose } from '../../diagnose.ts';
import type { Denial } from '../../model/denial.ts';
import { parseDenials } from '../../parse/parse-denials.ts';
import { renderJson } from '../../render/json.ts';
import { renderMarkdown } from '../../render/markdown.ts';
import { renderRequest } from '../../render/request/request.ts';
import { sanitise } from '../../render/sanitise.ts';
import { answersFile } from './answers-file.ts';
import { asChosen, unreadDenial } from './chosen.ts';
import type { WizardOptions } from '../contract.ts';
import type { Effect, WizardEvent } from '../state/wizard-state.ts';
import type { Perform } from './store.ts';

type Given = Pick<
  WizardOptions,
  'playbooks' | 'facts' | 'sources' | 'reading' | 'policies' | 'version' | 'save' | 'copy'
>;
type DiagnoseEffect = Extract<Effect, { kind: 'diagnose' }>;
type CopyEffect = Extract<Effect, { kind: 'copy' }>;
type SaveEffect = Extract<Effect, { kind: 'save' }>;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

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
  const playbook = given.playbooks.playbooks.find((other) => other.id === chosen);
  const denial = text === undefined ? playbook && unreadDenial(playbook) : read(text, position);
  try {
    const diagnosis = await diagnose({
      ...(text === undefined ? {} : { text }),
      ...(denial === undefined ? {} : { denial }),
      playbooks: playbook === undefined ? given.playbooks : { ...given.playbooks, playbooks: [asChosen(playbook)] },
      ...(given.sources === undefined ? {} : { sources: given.sources }),
      ...(given.policies === undefined ? {} : { policies: given.policies }),
      ...(given.facts === undefined ? {} : { facts: given.facts }),
      answers,
    });
    return { kind: 'diagnosed', id, diagnosis };
  } catch (error) {
    return { kind: 'failed', id, detail: reasonOf(error) };
  }
}

const contents = {
  markdown: ({ diagnosis }, version) => renderMarkdown(diagnosis, { version }),
  request: ({ diagnosis }, version) => renderRequest(diagnosis, { version }),
  json: ({ diagnosis }, version) => renderJson(diagnosis, { version }),
  answers: ({ diagnosis, denial }) => answersFile(diagnosis.answers, denial),
} as const satisfies Record<SaveEffect['format'], (effect: SaveEffect, version: string) => string>;

async function saved(effect: SaveEffect, given: Given): Promise<WizardEvent> {
  const { path, format, overwrite } = effect;
  try {
    await given.save({ path, content: contents[format](effect, given.version), overwrite });
    return { kind: 'saved', path };
  } catch (error) {
    return hasCode(error, 'EEXIST') && !overwrite
      ? { kind: 'exists', path }
      : { kind: 'notSaved', path, detail: reasonOf(error) };
  }
}

async function copied({ text }: CopyEffect, { copy }: Given): Promise<WizardEvent> {
  const safe = sanitise(text);
  return { kind: 'copied', text: safe, to: copy === undefined ? 'nowhere' : await copy(safe).catch(() => 'nowhere') };
}

export function createPerform(given: Given): Perform {
  const read = denialReader();
  return async (effect) => {
    if (effect.kind === 'diagnose') return diagnosed(effect, given, read);
    if (effect.kind === 'save') return saved(effect, given);
    if (effect.kind === 'copy') return copied(effect, given);
    given.reading?.stop();
    return undefined;
  };
}
