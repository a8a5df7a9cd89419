// The library: the calls that other programs make, and the types they need for them.
export type { Denial } from './model/denial.ts';
export type { Diagnosis } from './model/diagnosis.ts';
export type { Fact, FactSource } from './model/fact.ts';
export type { LoadedPlaybook, PlaybookSet } from './model/playbook.ts';
export type { AuthorizationRequest, Evaluation, PolicySet } from './model/policy.ts';
export { diagnose, type DiagnoseInput } from './diagnose.ts';
export { parseDenials } from './parse/parse-denials.ts';
export { loadPlaybooks } from './playbook/load.ts';
export { evaluate, prepare } from './policy/evaluate.ts';
export { renderHtml } from './render/html.ts';
export { renderJson } from './render/json.ts';
export { renderMarkdown } from './render/markdown.ts';
export { renderText } from './render/text.ts';
