// Turns a diagnosis into one self-contained page that can be mailed, printed and archived: no script, nothing fetched.
import type { Diagnosis } from '../model/diagnosis.ts';
import { element, list, nothing, plain, prose, section, together, escaped, code, type Html } from './html/element.ts';
import { confirmedFixes, planSection, possibleFixes } from './html/fixes.ts';
import {
  blindSpotsSection,
  blockersSection,
  conflictsSection,
  errorSection,
  lastLine,
  layersSection,
  matchesSection,
  pasteSection,
  possibleSection,
  referencesSection,
} from './html/rest.ts';
import { stepsSection } from './html/steps.ts';
import { style } from './html/style.ts';
import { causeSummary, summary } from './html/summary.ts';
import type { RenderOptions } from './options.ts';
import { mapTexts, sanitise } from './sanitise.ts';
import { classLabels, noDenial } from './sentences/denials.ts';
import { withWords } from './sentences/plans.ts';
import { toAscii } from './text/width.ts';
import { denialTitle } from './view.ts';

export function renderHtml(diagnosis: Diagnosis, options: RenderOptions = {}): string {
  const clean = mapTexts(withWords(diagnosis), sanitise);
  const page = pageOf(titleOf(clean), together(...contents(clean, options.version)));
  return options.ascii === true ? toAscii(page) : page;
}

const titleOf = (diagnosis: Diagnosis): string =>
  diagnosis.denial === null ? noDenial.title : `${classLabels[diagnosis.denial.class]}: ${denialTitle(diagnosis)}`;

/** The policy keeps the page from fetching or running anything, whatever its texts hold. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

const pageOf = (title: string, content: Html): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
${element('main', {}, content).html}
</body>
</html>
`;

function contents(diagnosis: Diagnosis, version: string | undefined): readonly Html[] {
  const { denial } = diagnosis;
  if (denial === null) return [empty];
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
    denial.class === 'authorization' ? layersSection(diagnosis) : nothing,
    matchesSection(diagnosis),
    pasteSection(diagnosis),
    blindSpotsSection(diagnosis),
    referencesSection(diagnosis),
    errorSection(diagnosis),
    lastLine(diagnosis, version),
  ];
}

const empty = together(
  plain('h1', 'No AWS denial found'),
  plain('p', prose(noDenial.title)),
  section(noDenial.looksLike, list(noDenial.examples.map(code))),
  plain('p', prose(noDenial.next)),
);
