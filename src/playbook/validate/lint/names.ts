// Checks that ids are unique and named as the file is, and that fragments and related playbooks exist.
import { basename } from 'node:path';
import { isUse } from '../../fragments.ts';
import type { Path } from '../../yaml.ts';
import type { Finding } from '../diagnostic.ts';
import { nearest, suggestion } from '../nearest.ts';
import type { Lint, Subject } from '../subject.ts';

export const names: Lint = (subject) => [
  ...fileName(subject),
  ...fragmentUses(subject),
  ...stepIds(subject),
  ...duplicates(subject.playbook.causes, ['causes'], 'a cause', ({ id }) => id, 'id'),
  ...duplicates(subject.playbook.tests, ['tests'], 'a test', ({ name }) => name, 'name', 'WD609'),
  ...subject.playbook.steps.flatMap((step, index) =>
    'choices' in step
      ? duplicates(step.choices ?? [], ['steps', index, 'choices'], 'a choice', ({ value }) => value, 'value')
      : [],
  ),
  ...related(subject),
  ...replaced(subject),
];

function fileName({ playbook, file }: Subject): readonly Finding[] {
  const name = basename(file).replace(/\.ya?ml$/, '');
  if (name === playbook.id || !/\.ya?ml$/.test(file)) return [];
  const message = `the id "${playbook.id}" is not the name of the file`;
  const hint = `write id: ${name}, or name the file ${playbook.id}.yaml`;
  return [{ code: 'WD307', path: ['id'], part: 'value', message, hint }];
}

function fragmentUses({ playbook, context, isFragment }: Subject): readonly Finding[] {
  return playbook.steps.flatMap((step, index): readonly Finding[] => {
    if (!isUse(step) || (!isFragment && context.fragments.has(step.use))) return [];
    const at = { code: 'WD305', path: ['steps', index, 'use'], part: 'value' } as const;
    if (isFragment) return [{ ...at, message: 'a fragment uses no other fragment', hint: 'write its steps here' }];
    const hint = suggestion(step.use, [...context.fragments.keys()]);
    return [{ ...at, message: `there is no fragment "${step.use}"`, hint }];
  });
}

/** A step of this file that has the id of another one, or of a step that comes with a fragment. */
function stepIds({ steps, playbook }: Subject): readonly Finding[] {
  return steps.flatMap(({ step, path, order }): readonly Finding[] => {
    const first = steps.find((other) => other.step.id === step.id);
    if (first === undefined || first.order === order) return [];
    const foreign = path === undefined || first.path === undefined;
    const origin = first.path === undefined ? 'comes with a fragment' : 'stands above';
    const place = path ?? ['steps', playbook.steps.findIndex(isUse), 'use'];
    const message = `the step id "${step.id}" is used twice: the other one ${path === undefined ? 'stands in this file' : origin}`;
    const hint = foreign ? 'rename the step of this file' : `rename one of them, such as ${step.id}-2`;
    return [{ code: 'WD306', path: path === undefined ? place : [...place, 'id'], part: 'value', message, hint }];
  });
}

function duplicates<Item>(
  items: readonly Item[],
  path: Path,
  called: string,
  nameOf: (item: Item) => string,
  key: string,
  code: 'WD306' | 'WD609' = 'WD306',
): readonly Finding[] {
  const seen = new Set<string>();
  return items.flatMap((item, index): readonly Finding[] => {
    const name = nameOf(item);
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const message = `${called} with this ${key} stands above: "${name}"`;
    return [{ code, path: [...path, index, key], part: 'value', message, hint: 'rename one of the two' }];
  });
}

function related({ playbook, context }: Subject): readonly Finding[] {
  const known = context.playbookIds;
  if (known === undefined) return [];
  return (playbook.related ?? []).flatMap((id, index): readonly Finding[] => {
    if (known.has(id)) return [];
    const near = nearest(id, [...known]);
    const hint = near === undefined ? '"whydenied playbook list" shows the ids' : `did you mean "${near}"?`;
    return [{ code: 'WD311', path: ['related', index], part: 'value', message: `there is no playbook "${id}"`, hint }];
  });
}

function replaced({ playbook }: Subject): readonly Finding[] {
  const { replaces, id } = playbook;
  if (replaces === undefined || replaces === id) return [];
  const message = `"${replaces}" is another playbook's id`;
  const hint = `a playbook replaces the one of its own id: replaces: ${id}`;
  return [{ code: 'WD801', path: ['replaces'], part: 'value', message, hint }];
}
