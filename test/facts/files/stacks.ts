// Reads a document as `--facts` would, and decides the layers of a request by it.
import { mergeFacts } from '../../../src/facts/known.ts';
import type { GivenFile } from '../../../src/facts/files/given-file.ts';
import { mergeFiles } from '../../../src/facts/files/merge.ts';
import { readGivenFile } from '../../../src/facts/files/read-file.ts';
import { decideWith } from '../../../src/facts/policies/decide.ts';

export const home = '111122223333';

export interface Asked {
  readonly principal?: string;
  readonly action?: string;
  readonly resource?: string;
  readonly context?: Readonly<Record<string, string>>;
}

export const read = (value: unknown, path = 'given.json'): Promise<GivenFile> =>
  readGivenFile({ path, text: typeof value === 'string' ? value : JSON.stringify(value) });

/** The decided layers, by name; what is left out is unknown. */
export function decisions(files: readonly GivenFile[], asked: Asked): Readonly<Record<string, unknown>> {
  const { atHand } = mergeFiles(files.map((given, index) => ({ path: `file-${index}`, given })));
  if (atHand === undefined) return {};
  const facts = {
    'error.principal': asked.principal ?? `arn:aws:sts::${home}:assumed-role/app/s1`,
    'error.action': asked.action ?? 's3:GetObject',
    'error.resource': asked.resource ?? 'arn:aws:s3:::reports/may.csv',
    'target.accountId': home,
  };
  const source = { origin: 'error', grade: 'stated' } as const;
  const known = mergeFacts(Object.entries(facts).map(([name, value]) => ({ name, status: 'present', value, source })));
  const found = decideWith({ ...atHand, context: asked.context ?? {} }, known.facts).facts;
  const decided = found.filter(({ name, status }) => name.startsWith('decision.') && status === 'present');
  return Object.fromEntries(decided.map(({ name, value }) => [name.slice('decision.'.length), value]));
}

export const statement = (effect: string, action: string, resource: unknown = '*', more: object = {}) => ({
  Effect: effect,
  Action: action,
  Resource: resource,
  ...more,
});
export const policy = (...statements: readonly object[]) => ({ Version: '2012-10-17', Statement: statements });
