// A diagnosis in which every text from outside attacks its reader: terminal commands, hidden characters, markup, secrets.
import type { Diagnosis } from '../../src/model/diagnosis.ts';
import { diagnosis } from './diagnosis.ts';

const attacks = [
  '\u001b[2J\u001b]8;;https://example.com\u001b\\link\u001b]8;;\u001b\\',
  '\u009b31m\u0007\r\u202eabc\u200b',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '](javascript:alert(1)) [x](https://example.com) ![y](https://example.com/z.png)',
  '@everyone #1 https://example.com www.example.com a@example.com',
  '` `` ``` ~~~ | \\| **bold** _it_ $x$ <!-- --> &lt;',
  '$(reboot) `reboot` ; rm -rf /',
  'AKIAQ3EXAMPLE7ABCDEF',
  '\n# Heading\n- [x] done\n\n```\nfence',
];
const attack = attacks.join(' ');

const keep = new Set(['class', 'denyType', 'policyType', 'type', 'decision', 'status', 'kind', 'owner', 'risk']);
const words = new Set(['state', 'strength', 'grade', 'outcome', 'specificity', 'origin', 'attachTo', 'operator']);
const ids = new Set(['playbook', 'step', 'id', 'cause', 'answer', 'derived', 'fact', 'name', 'code', 'needs']);

/** Every text but those of closed lists and ids gets an attack behind it. */
function attacked(data: unknown, key: string): unknown {
  if (keep.has(key) || words.has(key) || ids.has(key)) return data;
  if (typeof data === 'string') return `${data} ${attack}`;
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((item: unknown) => attacked(item, ''));
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, attacked(value, name)]));
}

export const hostile = attacked(diagnosis, '') as Diagnosis;
