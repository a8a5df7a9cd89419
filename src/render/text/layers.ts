// The eight policy layers in a text report: known ones first, unknown ones with the reason, those that do not apply in one line.
import type { Diagnosis, Layer } from '../../model/diagnosis.ts';
import { layerNearest, layerNotChecked, layerReason } from '../sentences/layer-reasons.ts';
import { decisionWords, howToState, layerAdvice, layerLabels } from '../sentences/layers.ts';
import { layerGroups } from '../view.ts';
import type { Page, Tone } from './page.ts';
import { columnsOf, padded } from './width.ts';

const label = (layer: Layer) => layerLabels[layer.type];

export function layersBlock(page: Page, diagnosis: Diagnosis): readonly string[] {
  const { known, unknown, notApplicable } = layerGroups(diagnosis);
  const names = [...known, ...unknown.flatMap((group) => (group.length === 1 ? group : []))].map(label);
  const width = Math.max(8, ...names.map(columnsOf));
  return [
    page.paint('strong', 'Layers'),
    ...known.flatMap((layer) => row(page, layer, width)),
    ...unknown.flatMap((group) => unknownRows(page, group, width)),
    ...(notApplicable.length === 0 ? [] : page.hang('  not applicable: ', notApplicable.map(label).join(', '))),
  ];
}

const tones: Readonly<Record<string, Tone>> = { allowed: 'good', explicitDeny: 'bad', implicitDeny: 'bad' };

function row(page: Page, layer: Layer, width: number): readonly string[] {
  const name = `  ${padded(label(layer), width)}  `;
  const cells = `${padded(decisionWords[layer.decision], 15)} ${padded(layer.grade ?? '', 13)} `;
  return hangWhereRoom(page, name + cells, layerReason(layer), tones[layer.decision]);
}

/** On a narrow page the reason goes below. */
const hangWhereRoom = (page: Page, lead: string, text: string, tone?: Tone): readonly string[] =>
  page.width - columnsOf(lead) >= 30
    ? page.hang(lead, text, tone)
    : [page.paint(tone, lead.trimEnd()), ...page.block(4, text)];

function unknownRows(page: Page, group: readonly Layer[], width: number): readonly string[] {
  const [first, ...rest] = group;
  if (first === undefined) return [];
  const advice = page.verbose
    ? group.flatMap((layer) => page.hang(`    ${padded(label(layer), 13)} `, layerAdvice[layer.type]))
    : [];
  if (rest.length > 0)
    return [
      ...page.hang('  unknown: ', group.map(label).join(', '), 'open'),
      ...page.block(11, `${layerNotChecked(first)}${first.notChecked?.status === 'not-asked' ? ` ${howToState}` : ''}`),
      ...advice,
    ];
  const lead = `  ${padded(label(first), width)}  ${padded('unknown', 15)} ${padded('not checked', 13)} `;
  return hangWhereRoom(
    page,
    lead,
    `${layerNotChecked(first)}${layerNearest(first)} ${layerAdvice[first.type]}`,
    'open',
  );
}
