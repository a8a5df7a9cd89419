// Turns the evaluation of one request into a text: the decision, the statements that came closest, then every layer with its statements.
import type { WhatIf } from '../facts/policies/what-if.ts';
import type { RenderOptions } from './options.ts';
import { layersOf } from './evaluation/layers.ts';
import { nearestOf } from './evaluation/nearest.ts';
import { faultsOf, openOf } from './evaluation/rest.ts';
import { mapTexts, sanitise } from './sanitise.ts';
import { headings, notGivenSentence, whySentence } from './sentences/evaluations.ts';
import { decisionWords } from './sentences/layers.ts';
import { pageOf, type Page } from './text/page.ts';
import { toAscii } from './text/width.ts';

export function renderEvaluation(whatIf: WhatIf, options: RenderOptions = {}): string {
  const page = pageOf(options);
  const safe = mapTexts(whatIf, sanitise);
  const blocks = [
    head(page, safe),
    nearestOf(page, safe),
    layersOf(page, safe),
    openOf(page, safe),
    faultsOf(page, safe),
  ];
  const text = `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
  return options.ascii === true ? toAscii(text) : text;
}

const indent = 9;
const label = (name: string): string => `  ${name}`.padEnd(indent);

function head(page: Page, whatIf: WhatIf): readonly string[] {
  const { request, evaluation, ownerAssumed, notGiven } = whatIf;
  const tone = evaluation.decision === 'allowed' ? 'good' : evaluation.decision === 'unknown' ? 'open' : 'bad';
  const assumed = ownerAssumed ? ", taken to be the caller's; --resource-account says otherwise" : '';
  const owner = `account ${request.resourceAccount}${assumed}`;
  const context = Object.entries(request.context);
  return [
    ...page.hang(headings[evaluation.decision].padEnd(indent), `${request.action} on ${request.resource}`, tone),
    ...page.hang(label('who'), request.principal),
    ...page.hang(label('owner'), owner),
    ...context.flatMap(([key, value], index) =>
      page.hang(label(index === 0 ? 'with' : ''), `${key} = ${[value].flat().join(', ')}`),
    ),
    ...page.hang(label('why'), `${decisionWords[evaluation.decision]}. ${whySentence(whatIf)}`),
    ...(notGiven.length === 0 ? [] : page.hang(label(''), notGivenSentence(notGiven, request.action), 'hint')),
  ];
}
