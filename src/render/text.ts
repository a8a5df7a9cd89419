// Turns a diagnosis into a text report for a terminal, a pipe or a log.
import type { Diagnosis } from '../model/diagnosis.ts';
import type { RenderOptions } from './options.ts';
import { mapTexts, sanitise } from './sanitise.ts';
import { causeBlocks, openBlock, ruledOutBlock } from './text/causes.ts';
import { fixBlocks, planBlocks, possibleFixBlocks } from './text/fixes.ts';
import { emptyReport, head } from './text/head.ts';
import { layersBlock } from './text/layers.ts';
import { pageOf, type Page } from './text/page.ts';
import {
  blindSpotsBlock,
  blockersBlock,
  conflictsBlock,
  lastLine,
  othersBlock,
  pasteBlock,
  referencesBlock,
  whyBlock,
} from './text/rest.ts';
import { stepsBlock } from './text/steps.ts';
import { withWords } from './sentences/plans.ts';
import { toAscii } from './text/width.ts';

export function renderText(diagnosis: Diagnosis, options: RenderOptions = {}): string {
  const page = pageOf(options);
  const blocks = blocksOf(page, mapTexts(withWords(diagnosis), sanitise), options.version).filter(
    (block) => block.length > 0,
  );
  const text = `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
  return options.ascii === true ? toAscii(text) : text;
}

function blocksOf(page: Page, diagnosis: Diagnosis, version: string | undefined): readonly (readonly string[])[] {
  const { denial } = diagnosis;
  if (denial === null) return [emptyReport(page)];
  if (denial.class === 'not-aws') return [head(page, diagnosis, denial), pasteBlock(page, diagnosis)];
  const decided = denial.class === 'authorization' ? [layersBlock(page, diagnosis)] : [];
  return [
    head(page, diagnosis, denial),
    ...causeBlocks(page, diagnosis),
    conflictsBlock(page, diagnosis),
    ...planBlocks(page, diagnosis),
    ...fixBlocks(page, diagnosis),
    blockersBlock(page, diagnosis),
    ...decided,
    openBlock(page, diagnosis),
    ...possibleFixBlocks(page, diagnosis),
    whyBlock(page, diagnosis),
    stepsBlock(page, diagnosis),
    ruledOutBlock(page, diagnosis),
    othersBlock(page, diagnosis),
    blindSpotsBlock(page, diagnosis),
    pasteBlock(page, diagnosis),
    page.verbose ? referencesBlock(page, diagnosis) : [],
    lastLine(page, version),
  ];
}
