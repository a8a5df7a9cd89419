// Stands in for src/playbook/built-in.ts in the package: reads what decides a match of all playbooks, and the rest of one when it is looked at.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { Fragment, LoadedPlaybook, Step, UseStep } from '../../../src/model/playbook.ts';
import type { BuiltIn } from '../../../src/playbook/built-in.ts';
import { expandedSteps, isUse } from '../../../src/playbook/fragments.ts';
import type { Compiled, Place } from '../playbooks.ts';

const file = (name: string): URL => new URL(name, import.meta.url);

export function readBuiltIn(): Promise<BuiltIn> {
  const { playbooks, fragments } = JSON.parse(readFileSync(file('./playbooks.json'), 'utf8')) as Compiled;
  let read: readonly Fragment[] | undefined;
  const allFragments = () => (read ??= readPart(fragments) as readonly Fragment[]);
  return Promise.resolve({
    playbooks: playbooks.map((head) => withParts(head, allFragments)),
    problems: [],
    get fragments() {
      return allFragments();
    },
  });
}

function withParts(
  { parts, ...head }: Compiled['playbooks'][number],
  fragments: () => readonly Fragment[],
): LoadedPlaybook {
  const steps = () => withoutUses(readPart(parts.steps) as readonly (Step | UseStep)[], fragments);
  const plain = (['causes', 'tests', 'references'] as const).map(
    (key) => [key, late(() => readPart(parts[key]) ?? undefined)] as const,
  );
  return Object.defineProperties(head, { steps: late(steps), ...Object.fromEntries(plain) }) as LoadedPlaybook;
}

function withoutUses(steps: readonly (Step | UseStep)[], fragments: () => readonly Fragment[]): readonly Step[] {
  if (!steps.some(isUse)) return steps as readonly Step[];
  return expandedSteps({ steps }, new Map(fragments().map((fragment) => [fragment.id, fragment])));
}

/** Read once, when it is first looked at. */
function late(get: () => unknown): PropertyDescriptor {
  let read: { readonly value: unknown } | undefined;
  return { enumerable: true, get: () => (read ??= { value: get() }).value };
}

function readPart([offset, length]: Place): unknown {
  const parts = openSync(file('./playbook-parts.json'), 'r');
  try {
    const bytes = Buffer.alloc(length);
    readSync(parts, bytes, 0, length, offset);
    return JSON.parse(bytes.toString('utf8'));
  } finally {
    closeSync(parts);
  }
}
