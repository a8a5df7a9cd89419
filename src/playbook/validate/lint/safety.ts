// Checks what a reader may copy: commands that change something are marked, none runs a download or prints secrets, no fix allows everything.
import type { PolicyTree } from '../../../model/playbook.ts';
import type { Path } from '../../yaml.ts';
import type { Finding } from '../diagnostic.ts';
import type { Lint } from '../subject.ts';
import { dangerOf, effectOf } from './commands.ts';
import { commandsOf, fixesOf, type PlacedCommand } from './texts.ts';

export const safety: Lint = (subject) => [
  ...commandsOf(subject).flatMap(changes),
  ...commandsOf(subject).flatMap(dangers),
  ...fixesOf(subject).flatMap(({ fix, path }) =>
    fix.policy === undefined ? [] : allowsAll(fix.policy.document, [...path, 'policy', 'document']),
  ),
];

function changes({ command, path }: PlacedCommand): readonly Finding[] {
  const effect = effectOf(command.run);
  if (command.changes === true || effect.kind === 'reads' || dangerOf(command.run) !== undefined) return [];
  if (effect.kind === 'unclear' && command.changes === false) return [];
  const at = { code: 'WD702', path: [...path, 'run'], part: 'value', snippet: effect.word } as const;
  const message =
    effect.kind === 'changes'
      ? `"${effect.word}" changes something`
      : `cannot tell whether "${effect.word}" changes something`;
  const hint =
    effect.kind === 'changes' ? 'add changes: true' : 'add changes: true, or changes: false when it only reads';
  return [{ ...at, message, hint }];
}

function dangers({ command, path }: PlacedCommand): readonly Finding[] {
  const danger = dangerOf(command.run);
  if (danger === undefined) return [];
  const { snippet, message, hint } = danger;
  return [{ code: 'WD707', path: [...path, 'run'], part: 'value', snippet, message, hint }];
}

function allowsAll(document: PolicyTree, path: Path): readonly Finding[] {
  const statements = isMap(document) ? document['Statement'] : undefined;
  const [list, at] = Array.isArray(statements) ? [statements, [...path, 'Statement']] : [[statements], path];
  return list.flatMap((statement: unknown, index): readonly Finding[] => {
    if (!isMap(statement) || statement['Effect'] !== 'Allow' || !everything(statement['Action'])) return [];
    if (!everything(statement['Resource'])) return [];
    const place = Array.isArray(statements) ? [...at, index, 'Action'] : [...path, 'Statement', 'Action'];
    const message = 'this policy allows everything on everything';
    const hint = 'name the action and the resource: Action: "{{error.action}}", Resource: "{{target.arn}}"';
    return [{ code: 'WD708', path: place, part: 'value', message, hint }];
  });
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const everything = (value: unknown): boolean =>
  (Array.isArray(value) ? value : [value]).some((item) => item === '*' || item === '*:*');
