// Turns the evaluation of one request into its JSON document: the evaluation as it is, with what it was asked and what the reference says.
import type { WhatIf } from '../facts/policies/what-if.ts';
import { escaped } from './json.ts';
import { maskSecrets } from './mask.ts';
import { mapTexts } from './sanitise.ts';
import { whySentence } from './sentences/evaluations.ts';
import { findingSentence } from './sentences/findings.ts';

export function renderEvaluationJson(whatIf: WhatIf): string {
  const { request, evaluation, findings, notGiven, ownerAssumed } = mapTexts(whatIf, maskSecrets);
  const document = {
    schema: 'whydenied/evaluation@1',
    ...evaluation,
    because: whySentence(whatIf),
    request,
    ownerAssumed,
    notGiven,
    findings: findings.map((finding) => ({ ...finding, because: findingSentence(finding, request.action) })),
  };
  return `${escaped(JSON.stringify(document, null, 2))}\n`;
}
