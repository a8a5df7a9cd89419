// Turns the text of a playbook or fragment file into typed data, or into diagnostics that say what, where and what to do.
import type { Fragment, Playbook, Step } from '../../model/playbook.ts';
import { isUse } from '../fragments.ts';
import type { Overlay } from '../packs/overlay.ts';
import { parseYaml, type Path, type YamlResult, type YamlTree } from '../yaml.ts';
import { inOrder, locate, type Diagnostic, type Finding } from './diagnostic.ts';
import { hiddenInSource, hiddenInTexts } from './hidden.ts';
import { byHand } from './lint/by-hand.ts';
import { expectations } from './lint/expectations.ts';
import { groups } from './lint/groups.ts';
import { leaves } from './lint/leaves.ts';
import { names } from './lint/names.ts';
import { proofs } from './lint/proofs.ts';
import { questions } from './lint/questions.ts';
import { references } from './lint/references.ts';
import { safety } from './lint/safety.ts';
import { size } from './lint/size.ts';
import { templates } from './lint/templates.ts';
import { isData, type Repair } from './shape/data.ts';
import { sourceReader } from './shape/mistake.ts';
import { shapeOf } from './shape/shape.ts';
import { asPlaybook, placedSteps, type Lint, type Subject, type ValidationContext } from './subject.ts';
import { syntaxDiagnostics } from './syntax.ts';
import { validatorFor } from './validator.ts';

export interface Checked {
  /** In the order of the file. */
  readonly diagnostics: readonly Diagnostic[];
  /** Present when its shape could be understood, also with mistakes. */
  readonly playbook?: Playbook;
  readonly fragment?: Fragment;
  readonly overlay?: Overlay;
  /** There is no error. */
  readonly usable: boolean;
  /** Where the parts stand, when the file is YAML at all. */
  readonly yaml?: YamlResult;
}

const lints: readonly Lint[] = [
  names,
  references,
  leaves,
  groups,
  proofs,
  questions,
  byHand,
  templates,
  safety,
  expectations,
];

export async function validatePlaybook(
  text: string,
  file: string,
  context: ValidationContext,
): Promise<readonly Diagnostic[]> {
  return (await checkFile(text, file, context)).diagnostics;
}

export async function checkFile(text: string, file: string, context: ValidationContext): Promise<Checked> {
  const hidden = hiddenInSource(text, file);
  if (hidden.length > 0) return { diagnostics: hidden, usable: false };
  const yaml = parseYaml(text);
  if (yaml.tree === undefined) return { diagnostics: syntaxDiagnostics(yaml, text, file), usable: false };
  const place = { file, text, yaml };
  const decoded = hiddenInTexts(yaml.tree, text);
  const { findings, subject, repairs, overlay } = await understood(yaml.tree, text, file, context);
  const meaning = subject === undefined ? [] : meant(subject);
  const told = [...findings, ...decoded, ...meaning.filter((finding) => !echoes(finding, findings, repairs))];
  const tree = yaml.tree;
  const located = told.map((finding) => locate({ ...finding, path: authored(finding.path, repairs) }, tree, place));
  const diagnostics = inOrder(distinct(located));
  const usable = !diagnostics.some(({ severity }) => severity === 'error');
  const content = subject === undefined ? {} : contentOf(subject);
  return { diagnostics, yaml, usable, ...content, ...(overlay === undefined ? {} : { overlay }) };
}

/** Conditions that multiply are told alone: walking them would take the time they are refused for. */
function meant(subject: Subject): readonly Finding[] {
  const large = size(subject);
  return large.length > 0 ? large : lints.flatMap((lint) => lint(subject));
}

interface Understood {
  readonly findings: readonly Finding[];
  readonly repairs: readonly Repair[];
  readonly subject?: Subject;
  readonly overlay?: Overlay;
}

async function understood(tree: YamlTree, text: string, file: string, context: ValidationContext): Promise<Understood> {
  const kind = kindOf(tree.value);
  const source = sourceReader(tree, text);
  const shape = shapeOf(tree.value, kind, await validatorFor(kind), source);
  if (shape.value === undefined) return shape;
  const isFragment = kind === 'fragment';
  // The schema has just accepted the value as what it says it is.
  if (kind === 'overlay') return { ...shape, overlay: shape.value as Overlay };
  const playbook = isFragment ? asPlaybook(shape.value as Fragment) : (shape.value as Playbook);
  const steps = placedSteps(playbook.steps, context.fragments);
  const incomplete = playbook.steps.some((step) => isUse(step) && !context.fragments.has(step.use));
  return { ...shape, subject: { playbook, steps, incomplete, context, source, file, isFragment } };
}

/** What a file says it is; a playbook otherwise. */
function kindOf(value: unknown): 'playbook' | 'fragment' | 'overlay' {
  const format = isData(value) ? value['format'] : undefined;
  const said = (['fragment', 'overlay'] as const).find(
    (kind) => typeof format === 'string' && format.startsWith(`${kind}/`),
  );
  return said ?? 'playbook';
}

function contentOf({ playbook, isFragment }: Subject): Pick<Checked, 'playbook' | 'fragment'> {
  const { id, title, steps } = playbook;
  if (!isFragment) return { playbook };
  return { fragment: { format: 'fragment/v1', id, title, steps: steps.filter((step): step is Step => !isUse(step)) } };
}

/** The path as it stands in the file, before misspelt keys were read as meant. */
function authored(path: Path, repairs: readonly Repair[]): Path {
  return path.map((step, index) => {
    const here = path.slice(0, index).join('/');
    const renamed = repairs.find(
      (repair) => repair.kind === 'rename' && repair.to === step && repair.path.join('/') === here,
    );
    return renamed?.kind === 'rename' ? renamed.from : step;
  });
}

/** A finding about something that was already found wrong says nothing new. */
function echoes(finding: Finding, before: readonly Finding[], repairs: readonly Repair[]): boolean {
  const path = authored(finding.path, repairs).join('/');
  const changed = repairs.flatMap((repair): readonly string[] => {
    if (repair.kind === 'add') return [[...repair.path, repair.key].join('/')];
    return repair.kind === 'set' ? [repair.path.join('/')] : [];
  });
  const told = before.filter(({ code }) => code !== 'WD202').map((known) => known.path.join('/'));
  return [...told, ...changed].some((known) => known !== '' && (path === known || path.startsWith(`${known}/`)));
}

function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter(({ code, line, column, message }) => {
    const key = `${code}:${line}:${column}:${message}`;
    return !seen.has(key) && seen.add(key);
  });
}
