// Reads `key: value` pairs in any notation (JSON, dicts of Python, Ruby and JavaScript, headers, YAML, Go and PHP suffixes, Rust and R dumps, XML elements).
import { isKnownCode } from '../codes.ts';
import type { Fields, Finding } from '../findings/finding.ts';
import { patternOf } from '../findings/pattern-row.ts';

type LabelField =
  'code' | 'weakCode' | 'requestId' | 'httpStatus' | 'operation' | 'host' | 'time' | 'sdkService' | 'hostId';

interface LabelRow {
  /** The row is looked for only when one of these occurs. */
  readonly hints: readonly string[];
  /** How the key is spelled. */
  readonly key: string;
  /** What a key states, in lower case without separators, where the row's keys differ. */
  readonly fields: LabelField | Readonly<Record<string, LabelField>>;
}

/** Ordinary words are keys only where a separator follows. */
const asKeys = (...words: readonly string[]) =>
  words.flatMap((word) => ['"', "'", ':', '=', ' :', ' =', ']'].map((end) => word + end));

/** A weak code counts only when it is a known one: other systems use the same keys. */
const rows = [
  {
    hints: ['ode'],
    key: '(?:[Aa][Ww][Ss][ -])?(?:[Ee]rror)?[ _-]?[Cc]ode|HandlerErrorCode',
    fields: { code: 'weakCode', errorcode: 'weakCode', awserrorcode: 'code', handlererrorcode: 'weakCode' },
  },
  {
    hints: ['_type', '_Type', 'rrortype', 'rrorType', 'rror-type', 'typeName'],
    key: '__type|error_?[Tt]ype|typeName|[Xx]-[Aa]mzn-[Ee]rror[Tt]ype',
    fields: { type: 'weakCode', errortype: 'weakCode', typename: 'weakCode', xamznerrortype: 'code' },
  },
  { hints: asKeys('name', 'error'), key: 'name|error', fields: 'weakCode' },
  {
    hints: ['equest', 'EQUEST', 'Rid'],
    key: '(?:[Aa][Ww][Ss][ _-])?[Rr]equest[ _-]?(?:ID|Id|id)|[Xx]-[Aa]mzn?-[Rr]equest-?[Ii][Dd]|Rid',
    fields: 'requestId',
  },
  {
    hints: ['tatus', 'HTTPCode'],
    key: '(?:http|HTTP)?[ _]?[Ss]tatus[ _]?[Cc]ode|HTTPCode',
    fields: 'httpStatus',
  },
  {
    hints: ['eventName', 'eventSource', 'aws-operation-name', 'aws-service-name'],
    key: 'eventName|eventSource|aws-operation-name|aws-service-name',
    fields: {
      eventname: 'operation',
      awsoperationname: 'operation',
      eventsource: 'host',
      awsservicename: 'sdkService',
    },
  },
  { hints: ['eventTime', ...asKeys('timestamp', 'ts', 'time')], key: 'eventTime|@?timestamp|ts|time', fields: 'time' },
  {
    hints: ['ost', 'mz-', 'xtended'],
    key: '[Hh]ost[ _]?(?:ID|Id|id)|[Xx]-[Aa]mz-[Ii]d-2|(?:[Ss]3[ _])?[Ee]xtended[ _]?[Rr]equest[ _]?[Ii][Dd]',
    fields: 'hostId',
  },
] as const satisfies readonly LabelRow[];

const opening = String.raw`["'\])]{0,2}\s{0,6}(?:=>|[:=]|(?<=Rid)\s)\s{0,24}(?:chr[ ]|Some\(|Optional\()?["'\x60]{0,2}`;
const pairOf = (key: string) => String.raw`(?<![\w.-])(${key})${opening}([\w.#:+/=~-][^\s"'\x60,;(){}[\]<>]{0,299})`;
const elements = /<(Code|RequestId|RequestID|HostId)>\s{0,40}([^<\s][^<]{0,300}?)\s{0,40}(?:<|$)/g;
const elementFields: Readonly<Record<string, LabelField>> = {
  Code: 'code',
  RequestId: 'requestId',
  RequestID: 'requestId',
  HostId: 'hostId',
};

const placeholder = /^(?:undefined|null|None|nil|true|false|id|date)$/;
const idShape = /^[A-Za-z0-9][\w=+/-]{3,199}$/;

function codeField(value: string, weak: boolean): Fields {
  const code = value
    .replace(/^[\w.]{1,120}#/, '')
    .replace(/:(?:https?)?.{0,200}$/, '')
    .replace(/[.:]$/, '');
  if (!/^[A-Za-z][\w.]{1,80}$|^40[13]$/.test(code)) return {};
  if (weak && !(isKnownCode(code) && !/^\d/.test(code))) return {};
  return { code };
}

function readValue(field: LabelField, raw: string): Fields {
  const value = raw.replace(/[.,:]{1,3}$/, '');
  if (placeholder.test(value)) return {};
  switch (field) {
    case 'code':
    case 'weakCode':
      return codeField(raw, field === 'weakCode');
    case 'requestId':
      return idShape.test(value) ? { requestId: value } : {};
    case 'httpStatus':
      return /^[1-5]\d\d$/.test(value) ? { httpStatus: Number(value) } : {};
    case 'operation':
      return /^[A-Z]\w{2,80}$/.test(value) ? { operation: value } : {};
    case 'time':
      return /^\d{4}-\d\d-\d\dT/.test(value) ? { time: value } : {};
    case 'hostId':
      return value.length > 8 ? { service: 's3' } : {};
    default:
      return { [field]: value };
  }
}

const detail = (match: RegExpExecArray, fields: Fields): Finding[] =>
  Object.keys(fields).length === 0
    ? []
    : [{ row: 'label', role: 'detail', start: match.index, end: match.index + match[0].length, fields }];

function readRow({ key, fields }: LabelRow, text: string): Finding[] {
  return [...text.matchAll(patternOf({ pattern: pairOf(key) }))].flatMap((match) => {
    const field = typeof fields === 'string' ? fields : fields[(match[1] ?? '').toLowerCase().replace(/[ _-]/g, '')];
    return field === undefined ? [] : detail(match, readValue(field, match[2] ?? ''));
  });
}

function readElements(text: string): Finding[] {
  return [...text.matchAll(elements)].flatMap((match) => {
    const field = elementFields[match[1] ?? ''];
    if (field === undefined) return [];
    return detail(match, field === 'hostId' ? { service: 's3' } : readValue(field, match[2] ?? ''));
  });
}

export function readLabels(text: string): Finding[] {
  const told = rows.filter(({ hints }) => hints.some((hint) => text.includes(hint)));
  return [...told.flatMap((row) => readRow(row, text)), ...(text.includes('<') ? readElements(text) : [])];
}
