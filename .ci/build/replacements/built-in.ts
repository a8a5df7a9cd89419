// Stands in for src/playbook/built-in.ts in the package: reads what decides a match of all playbooks, and the rest of one when it is looked at.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { LoadedPlaybook } from '../../../src/model/playbook.ts';
import type { BuiltIn } from '../../../src/playbook/built-in.ts';
import type { Body, Compiled, LateKey } from '../playbooks.ts';

const file = (name: string): URL => new URL(name, import.meta.url);

export function readBuiltIn(): Promise<BuiltIn> {
  const { playbooks, fragments } = JSON.parse(readFileSync(file('./playbooks.json'), 'utf8')) as Compiled;
  return Promise.resolve({
    playbooks: playbooks.map(withBody),
    problems: [],
    get fragments() {
      return readBody(fragments) as BuiltIn['fragments'];
    },
  });
}

function withBody({ body, keys, ...head }: Compiled['playbooks'][number]): LoadedPlaybook {
  let read: Readonly<Record<LateKey, unknown>> | undefined;
  const part = (key: LateKey) => late(() => (read ??= readBody(body) as Record<LateKey, unknown>)[key]);
  return Object.defineProperties(head, Object.fromEntries(keys.map((key) => [key, part(key)]))) as LoadedPlaybook;
}

const late = (get: () => unknown): PropertyDescriptor => ({ enumerable: true, get });

function readBody({ offset, length }: Body): unknown {
  const bodies = openSync(file('./playbook-bodies.json'), 'r');
  try {
    const bytes = Buffer.alloc(length);
    readSync(bodies, bytes, 0, length, offset);
    return JSON.parse(bytes.toString('utf8'));
  } finally {
    closeSync(bodies);
  }
}
