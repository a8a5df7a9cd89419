// The Allow statements that came closest to granting: for each what fails, with what it wants and what the request has, and what the reference says against it.
import { placeOf } from '../../facts/policies/evaluated.ts';
import type { WhatIf } from '../../facts/policies/what-if.ts';
import type { Reason } from '../../model/policy.ts';
import { layerOf } from '../sentences/evaluations.ts';
import { findingSentence } from '../sentences/findings.ts';
import { layerNouns } from '../sentences/layers.ts';
import { missClause, missReason } from '../sentences/reasons.ts';
import type { Page } from '../text/page.ts';

/** Farther ones explain little; they stand among the layers. */
const mostShown = 3;

export function nearestOf(page: Page, whatIf: WhatIf): readonly string[] {
  const { evaluation, request } = whatIf;
  const shown = evaluation.nearMisses.slice(0, mostShown);
  const blocks = shown.flatMap(({ statement, layer, reasons }, position) => {
    const trace = evaluation.statements[statement];
    if (trace === undefined) return [];
    const sid = trace.sid === undefined ? '' : ` "${trace.sid}"`;
    const title = `${placeOf(trace)}${sid} (${layerNouns[layerOf(layer, request.action)]})`;
    return [
      ...page.hang(`  ${position + 1}  `, title, 'strong'),
      ...reasons.flatMap((reason) => reasonLines(page, reason, 5)),
      ...findingLines(page, whatIf, statement, 5),
    ];
  });
  return blocks.length === 0 ? [] : [page.paint('strong', 'Nearest to an Allow'), ...blocks];
}

export function reasonLines(page: Page, reason: Reason, columns: number): readonly string[] {
  const { line } = reason.position;
  const glyph = reason.needs === undefined ? '✗' : '?';
  const place = line === undefined ? '' : `line ${line}: `;
  return page.hang(`${' '.repeat(columns)}${glyph} `, `${place}${missClause(reason)}. ${missReason(reason)}`, 'bad');
}

export const findingLines = (page: Page, { findings, request }: WhatIf, statement: number, columns: number) =>
  findings
    .filter((finding) => finding.statement === statement)
    .flatMap((finding) => page.hang(`${' '.repeat(columns)}! `, findingSentence(finding, request.action), 'open'));
