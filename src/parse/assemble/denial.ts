// Turns one cluster into one Denial, with its place in the original text.
import type { Denial, DenialClass } from '../../model/denial.ts';
import type { Fields, Finding } from '../findings/finding.ts';
import type { Mapped } from '../text/mapped.ts';
import { classify, isUnfounded } from './classify.ts';
import type { Cluster } from './cluster.ts';
import { derive } from './derive.ts';
import { toolOf } from './tool.ts';

export interface Recognised {
  readonly denial: Denial;
  readonly lookAlike?: string;
  /** Rows that matched, in text order. */
  readonly rows: readonly string[];
}

const copied = [
  'code',
  'httpStatus',
  'operation',
  'action',
  'principal',
  'resource',
  'policyTypeVia',
  'policyArn',
  'encodedMessage',
  'encodedState',
  'authorizationId',
  'requestId',
  'time',
] as const satisfies readonly (keyof Fields & keyof Denial)[];

function pick(fields: Fields): Partial<Denial> {
  return Object.fromEntries(copied.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));
}

/** Of an error that is not from AWS nothing but its code is of use. */
function statedFields(fields: Fields, className: DenialClass): Partial<Denial> {
  const code = fields.code ?? fields.wrapperCode;
  if (className === 'not-aws') return code === undefined ? {} : { code };
  return { ...pick(fields), ...(code !== undefined && { code }) };
}

function place(cluster: Cluster, mapped: Mapped, input: string): Pick<Denial, 'text' | 'span'> {
  const offset = mapped.at[cluster.start] ?? 0;
  const last = mapped.at[Math.max(cluster.start, cluster.end - 1)] ?? offset;
  const end = Math.max(last + 1, Math.min(mapped.at[cluster.end] ?? last + 1, last + 16));
  const length = Math.max(1, input.slice(offset, end).trimEnd().length);
  return { text: input.slice(offset, offset + length), span: { offset, length } };
}

export function recognise(
  cluster: Cluster,
  marks: readonly Finding[],
  mapped: Mapped,
  input: string,
): Recognised | undefined {
  const className = classify(cluster);
  if (className === undefined || isUnfounded(cluster)) return undefined;
  const { fields } = cluster;
  const tool = className === 'not-aws' ? undefined : toolOf(cluster, marks);
  const lookAlike = cluster.findings.find((finding) => finding.lookAlike !== undefined)?.lookAlike;
  const denial: Denial = {
    class: className,
    ...statedFields(fields, className),
    ...derive(fields, className),
    denyType: className === 'authorization' ? (fields.denyType ?? 'unstated') : 'unstated',
    policyType: className === 'authorization' ? (fields.policyType ?? 'unstated') : 'unstated',
    ...(tool !== undefined && { tool }),
    ...place(cluster, mapped, input),
  };
  const rows = [...new Set(cluster.findings.map(({ row }) => row))];
  return { denial, rows, ...(className === 'not-aws' && lookAlike !== undefined && { lookAlike }) };
}
