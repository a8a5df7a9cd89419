// Turns one cluster into one Denial, with its place in the original text.
import type { Denial, DenialClass, Tool } from '../../model/denial.ts';
import type { Fields, Finding } from '../findings/finding.ts';
import { classify, isUnfounded } from './classify.ts';
import type { Cluster } from './cluster.ts';
import { derive } from './derive.ts';
import type { Place } from './place.ts';
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

const timeStamp = /\b\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?/;

/** The time that the log line begins with. */
function timeBefore(input: string, offset: number): string | undefined {
  const lead = input.slice(Math.max(0, offset - 300), offset);
  return timeStamp.exec(lead.slice(lead.lastIndexOf('\n') + 1))?.[0];
}

function denialOf(cluster: Cluster, className: DenialClass, tool: Tool | undefined, place: Place): Denial {
  const { fields } = cluster;
  const decides = className === 'authorization';
  return {
    class: className,
    ...statedFields(fields, className),
    ...derive(fields, className),
    denyType: decides ? (fields.denyType ?? 'unstated') : 'unstated',
    policyType: decides ? (fields.policyType ?? 'unstated') : 'unstated',
    ...(tool !== undefined && className !== 'not-aws' && { tool }),
    ...place,
  };
}

/** A cluster whose place is known already, such as one event of a document. */
export function recogniseAt(cluster: Cluster, tool: Tool | undefined, place: Place): Recognised | undefined {
  const className = classify(cluster);
  if (className === undefined || isUnfounded(cluster)) return undefined;
  const lookAlike = cluster.findings.find((finding) => finding.lookAlike !== undefined)?.lookAlike;
  return {
    denial: denialOf(cluster, className, tool, place),
    rows: [...new Set(cluster.findings.map(({ row }) => row))],
    ...(className === 'not-aws' && lookAlike !== undefined && { lookAlike }),
  };
}

export function recognise(
  cluster: Cluster,
  marks: readonly Finding[],
  place: Place,
  input: string,
): Recognised | undefined {
  const time = cluster.fields.time ?? timeBefore(input, place.span.offset);
  if (time !== undefined) cluster.fields = { ...cluster.fields, time };
  return recogniseAt(cluster, toolOf(cluster, marks), place);
}
