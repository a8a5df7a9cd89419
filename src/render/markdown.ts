// Turns a diagnosis into a Markdown checklist for a ticket, a pull request or a wiki.
import type { Diagnosis } from '../model/diagnosis.ts';
import { possibleSection } from './markdown/causes.ts';
import { code, prose } from './markdown/escape.ts';
import { confirmedFixes, planSection, possibleFixes } from './markdown/fixes.ts';
import {
  blindSpotsSection,
  blockersSection,
  conflictsSection,
  errorSection,
  lastLine,
  layersSection,
  matchesSection,
  pasteSection,
  referencesSection,
} from './markdown/rest.ts';
import { stepsSection } from './markdown/steps.ts';
import { causeSummary, summary } from './markdown/summary.ts';
import type { RenderOptions } from './options.ts';
import { mapTexts, sanitise } from './sanitise.ts';
import { noDenial } from './sentences/denials.ts';
import { withWords } from './sentences/plans.ts';
import { toAscii } from './text/width.ts';

export function renderMarkdown(diagnosis: Diagnosis, options: RenderOptions = {}): string {
  const sections = sectionsOf(mapTexts(withWords(diagnosis), sanitise), options.version);
  const shown = sections.map((lines) => lines.join('\n').trim()).filter((section) => section !== '');
  const text = `${shown.join('\n\n')}\n`;
  return options.ascii === true ? toAscii(text) : text;
}

function sectionsOf(diagnosis: Diagnosis, version: string | undefined): readonly (readonly string[])[] {
  const { denial } = diagnosis;
  if (denial === null) return emptySections;
  if (denial.class === 'not-aws') return [summary(diagnosis, denial), pasteSection(diagnosis), errorSection(diagnosis)];
  return [
    summary(diagnosis, denial),
    causeSummary(diagnosis),
    conflictsSection(diagnosis),
    planSection(diagnosis),
    confirmedFixes(diagnosis),
    blockersSection(diagnosis),
    stepsSection(diagnosis),
    possibleSection(diagnosis),
    possibleFixes(diagnosis),
    denial.class === 'authorization' ? layersSection(diagnosis) : [],
    matchesSection(diagnosis),
    pasteSection(diagnosis),
    blindSpotsSection(diagnosis),
    referencesSection(diagnosis),
    errorSection(diagnosis),
    lastLine(diagnosis, version),
  ];
}

const emptySections = [
  ['# No AWS denial found'],
  [prose(noDenial.title), '', noDenial.looksLike, '', ...noDenial.examples.map((example) => `- ${code(example)}`)],
  [prose(noDenial.next)],
] as const;
