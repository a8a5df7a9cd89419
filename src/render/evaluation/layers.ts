// Every layer with its decision, and below it each of its statements: which element holds and which does not.
import { placeOf } from '../../facts/policies/evaluated.ts';
import type { WhatIf } from '../../facts/policies/what-if.ts';
import type { ElementResult, LayerTrace, StatementTrace } from '../../model/policy.ts';
import { layerOf, layerSentence } from '../sentences/evaluations.ts';
import { decisionWords, layerLabels } from '../sentences/layers.ts';
import type { Page, Tone } from '../text/page.ts';
import { findingLines, reasonLines } from './nearest.ts';

/** Of a layer with more statements than that, the JSON has them all. */
const mostShown = 12;

export function layersOf(page: Page, whatIf: WhatIf): readonly string[] {
  const { layers } = whatIf.evaluation;
  const told = layers.filter((layer) => layer.decision !== 'notApplicable' || statementsOf(layer, whatIf).length > 0);
  const silent = layers.filter((layer) => !told.includes(layer)).map((layer) => labelOf(layer, whatIf));
  return [
    page.paint('strong', 'Layers'),
    ...told.flatMap((layer) => layerLines(page, layer, whatIf)),
    ...(silent.length === 0 ? [] : page.hang('  not applicable: ', silent.join(', '))),
  ];
}

const labelOf = ({ type }: LayerTrace, { request }: WhatIf): string => layerLabels[layerOf(type, request.action)];

const tones: Readonly<Record<LayerTrace['decision'], Tone>> = {
  allowed: 'good',
  explicitDeny: 'bad',
  implicitDeny: 'bad',
  notApplicable: 'hint',
  unknown: 'open',
};

function layerLines(page: Page, layer: LayerTrace, whatIf: WhatIf): readonly string[] {
  const lead = `  ${labelOf(layer, whatIf).padEnd(12)}  ${decisionWords[layer.decision].padEnd(14)}  `;
  const statements = statementsOf(layer, whatIf);
  const more = statements.length - mostShown;
  return [
    ...page.hang(lead, layerSentence(layer, whatIf.request.action), tones[layer.decision]),
    ...statements.slice(0, mostShown).flatMap((position) => statementLines(page, position, whatIf)),
    ...(more > 0 ? page.hang('    ', `${more} more statements: --json lists them all.`, 'hint') : []),
  ];
}

/** Those that decide first, then those that came close, then the others as they stand. */
function statementsOf(layer: LayerTrace, { evaluation }: WhatIf): readonly number[] {
  const own = evaluation.statements.flatMap(({ type }, position) => (type === layer.type ? [position] : []));
  const close = evaluation.nearMisses.map(({ statement }) => statement);
  const rank = (position: number): number => {
    if (layer.statements.includes(position)) return -1;
    return close.includes(position) ? close.indexOf(position) : close.length;
  };
  return [...own].sort((left, right) => rank(left) - rank(right) || left - right);
}

const glyphs = (result: ElementResult): string =>
  result === null ? '-' : result === 'unknown' ? '?' : result ? '✓' : '✗';

function statementLines(page: Page, position: number, whatIf: WhatIf): readonly string[] {
  const trace = whatIf.evaluation.statements[position];
  if (trace === undefined) return [];
  const level = trace.level === undefined ? '' : `, level ${trace.level + 1}`;
  const reasons = isTold(position, whatIf) ? [] : trace.reasons.flatMap((reason) => reasonLines(page, reason, 6));
  return [
    ...page.hang(`    ${glyphs(trace.matches)} `, `${trace.effect} ${placeOf(trace)}${level}: ${elementsOf(trace)}`),
    ...reasons,
    ...(isTold(position, whatIf) ? [] : findingLines(page, whatIf, position, 6)),
  ];
}

/** Among the nearest its reasons stand already. */
const isTold = (position: number, { evaluation }: WhatIf): boolean =>
  evaluation.nearMisses.slice(0, 3).some(({ statement }) => statement === position);

const elementsOf = ({ action, resource, principal, condition }: StatementTrace): string =>
  Object.entries({ action, resource, principal, condition })
    .filter(([, result]) => result !== null)
    .map(([name, result]) => `${name} ${glyphs(result)}`)
    .join('  ');
