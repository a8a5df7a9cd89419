// Lists the texts, commands and policies of a playbook: everything in which placeholders are filled in.
import type { Command, PlaybookFix, PolicyTree, Step } from '../../../model/playbook.ts';
import type { Path } from '../../yaml.ts';
import type { Subject } from '../subject.ts';

export interface PlacedText {
  readonly kind: 'text' | 'command' | 'policy';
  readonly text: string;
  readonly path: Path;
}

export interface PlacedCommand {
  readonly command: Command;
  readonly path: Path;
}

interface PlacedFix {
  readonly fix: PlaybookFix;
  readonly path: Path;
}

export function fixesOf({ playbook }: Subject): readonly PlacedFix[] {
  return playbook.causes.flatMap(({ fix }, index): readonly PlacedFix[] =>
    isMany(fix)
      ? fix.map((one, position) => ({ fix: one, path: ['causes', index, 'fix', position] }))
      : [{ fix, path: ['causes', index, 'fix'] }],
  );
}

const isMany = (fix: PlaybookFix | readonly PlaybookFix[]): fix is readonly PlaybookFix[] => Array.isArray(fix);

export function commandsOf(subject: Subject): readonly PlacedCommand[] {
  const ofSteps = ownSteps(subject).flatMap(({ step, path }) => {
    if (step.type === 'check') return numbered(step.by_hand.commands, [...path, 'by_hand', 'commands']);
    return step.type === 'guide' ? numbered(step.commands, [...path, 'commands']) : [];
  });
  const ofFixes = fixesOf(subject).flatMap(({ fix, path }) => [
    ...numbered(fix.commands, [...path, 'commands']),
    ...(typeof fix.verify === 'string' ? [] : [{ command: fix.verify, path: [...path, 'verify'] }]),
  ]);
  return [...ofSteps, ...ofFixes];
}

const numbered = (commands: readonly Command[] | undefined, path: Path): readonly PlacedCommand[] =>
  (commands ?? []).map((command, index) => ({ command, path: [...path, index] }));

function ownSteps({ steps }: Subject): readonly { readonly step: Step; readonly path: Path }[] {
  return steps.flatMap(({ step, path }) => (path === undefined ? [] : [{ step, path }]));
}

export function textsOf(subject: Subject): readonly PlacedText[] {
  const commands = commandsOf(subject).flatMap(({ command, path }): readonly PlacedText[] => [
    { kind: 'command', text: command.run, path: [...path, 'run'] },
    ...texts({ note: command.note }, path),
  ]);
  const causes = subject.playbook.causes.flatMap(({ title, because }, index) =>
    texts({ title, because }, ['causes', index]),
  );
  const fixes = fixesOf(subject).flatMap(({ fix, path }) => [
    ...texts({ text: fix.text, verify: typeof fix.verify === 'string' ? fix.verify : undefined }, path),
    ...(fix.avoid ?? []).map((text, index): PlacedText => ({ kind: 'text', text, path: [...path, 'avoid', index] })),
    ...(fix.policy === undefined ? [] : policyTexts(fix.policy.document, [...path, 'policy', 'document'])),
  ]);
  return [...ownSteps(subject).flatMap(({ step, path }) => stepTexts(step, path)), ...commands, ...causes, ...fixes];
}

function stepTexts(step: Step, path: Path): readonly PlacedText[] {
  if (step.type === 'ask') return texts({ question: step.question, help: step.help }, path);
  if (step.type === 'guide') return texts({ title: step.title, text: step.text, console: step.console }, path);
  const { title, why, on_fail } = step;
  const { text, console: way } = step.by_hand;
  return [...texts({ title, why, on_fail }, path), ...texts({ text, console: way }, [...path, 'by_hand'])];
}

function texts(fields: Readonly<Record<string, string | undefined>>, path: Path): readonly PlacedText[] {
  return Object.entries(fields).flatMap(([key, text]): readonly PlacedText[] =>
    text === undefined ? [] : [{ kind: 'text', text, path: [...path, key] }],
  );
}

function policyTexts(tree: PolicyTree, path: Path): readonly PlacedText[] {
  if (typeof tree === 'string') return [{ kind: 'policy', text: tree, path }];
  if (typeof tree !== 'object') return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    policyTexts(value as PolicyTree, [...path, Array.isArray(tree) ? Number(key) : key]),
  );
}
