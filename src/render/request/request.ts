// Turns a diagnosis into the messages for those who keep the policies, as Markdown for a ticket: one for each owner.
import type { Denial } from '../../model/denial.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import { lastLine } from '../markdown/rest.ts';
import { causeSummary } from '../markdown/summary.ts';
import type { RenderOptions } from '../options.ts';
import { mapTexts, sanitise } from '../sanitise.ts';
import { noDenial } from '../sentences/denials.ts';
import { ownerPhrase } from '../sentences/fixes.ts';
import { withWords } from '../sentences/plans.ts';
import { toAscii } from '../text/width.ts';
import { openCauses, shownSteps } from '../view.ts';
import { isOpen } from '../sentences/progress.ts';
import { head, listed, messageFor, uncheckedLines, type Lines } from './message.ts';
import { partsOf } from './parts.ts';

export function renderRequest(diagnosis: Diagnosis, options: RenderOptions = {}): string {
  const shown = mapTexts(withWords(diagnosis), sanitise);
  const { denial } = shown;
  const messages = denial === null ? [[noDenial.title]] : messagesFor(shown, denial);
  const lines = messages.flatMap((message, at) => [...(at === 0 ? [] : ['', '---', '']), ...message]);
  const text = `${[...lines, '', ...lastLine(shown, options.version)].join('\n').trim()}\n`;
  return options.ascii === true ? toAscii(text) : text;
}

/** What one does oneself is a message only where nobody else has to act. */
function messagesFor(diagnosis: Diagnosis, denial: Denial): readonly Lines[] {
  const parts = partsOf(diagnosis);
  if (parts.length === 0) return [question(diagnosis, denial)];
  const others = parts.filter(({ owner }) => owner !== 'you');
  return (others.length === 0 ? parts : others).map((part) => messageFor(diagnosis, denial, part, parts));
}

const mostCauses = 5;

/** Nothing is confirmed: the owner is asked to look, and told what for. */
function question(diagnosis: Diagnosis, denial: Denial): Lines {
  const causes = openCauses(diagnosis).slice(0, mostCauses);
  const steps = shownSteps(diagnosis).filter(isOpen).slice(0, mostCauses);
  return [
    ...head(diagnosis, denial, 'Question', `To: ${ownerPhrase('iam-admin', diagnosis)}.`),
    '',
    ...causeSummary(diagnosis),
    ...listed(
      'What it may be',
      causes.map(({ title }) => title),
    ),
    ...listed(
      'Could you look',
      steps.map(({ title }) => title),
    ),
    ...uncheckedLines(diagnosis),
  ];
}
