// Reads `key: value` pairs in any notation (JSON, dicts of Python, Ruby and JavaScript, headers, YAML, Go and PHP suffixes, Rust and R dumps, XML elements).
import { isKnownCode } from '../codes.ts';
import type { Fields, Finding } from '../findings/finding.ts';

type LabelField =
  'code' | 'weakCode' | 'requestId' | 'httpStatus' | 'operation' | 'host' | 'time' | 'sdkService' | 'hostId';

/** Keys in lower case without separators. A weak code counts only when it is a known one: other systems use the same keys. */
const keys: Readonly<Record<string, LabelField>> = {
  code: 'weakCode',
  errorcode: 'weakCode',
  awserrorcode: 'code',
  __type: 'weakCode',
  xamznerrortype: 'code',
  errortype: 'weakCode',
  handlererrorcode: 'weakCode',
  name: 'weakCode',
  error: 'weakCode',
  typename: 'weakCode',
  requestid: 'requestId',
  awsrequestid: 'requestId',
  xamznrequestid: 'requestId',
  xamzrequestid: 'requestId',
  rid: 'requestId',
  statuscode: 'httpStatus',
  httpstatuscode: 'httpStatus',
  httpcode: 'httpStatus',
  eventname: 'operation',
  awsoperationname: 'operation',
  eventsource: 'host',
  awsservicename: 'sdkService',
  eventtime: 'time',
  timestamp: 'time',
  '@timestamp': 'time',
  ts: 'time',
  time: 'time',
  hostid: 'hostId',
  xamzid2: 'hostId',
  s3extendedrequestid: 'hostId',
  extendedrequestid: 'hostId',
};

const key =
  '(?:[Aa][Ww][Ss][ -])?(?:[Ee]rror)?[ _-]?[Cc]ode|__type|error_?[Tt]ype|HandlerErrorCode|name|error|typeName|' +
  '(?:[Aa][Ww][Ss][ _-])?[Rr]equest[ _-]?(?:ID|Id|id)|[Xx]-[Aa]mzn?-[Rr]equest-?[Ii][Dd]|[Xx]-[Aa]mzn-[Ee]rror[Tt]ype|' +
  'Rid|(?:http|HTTP)?[ _]?[Ss]tatus[ _]?[Cc]ode|HTTPCode|eventName|aws-operation-name|eventSource|aws-service-name|eventTime|@?timestamp|ts|time|' +
  '[Hh]ost[ _]?(?:ID|Id|id)|[Xx]-[Aa]mz-[Ii]d-2|(?:[Ss]3[ _])?[Ee]xtended[ _]?[Rr]equest[ _]?[Ii][Dd]';
const opening = String.raw`["'\])]{0,2}\s{0,6}(?:=>|[:=]|(?<=Rid)\s)\s{0,24}(?:chr |Some\(|Optional\()?["'\x60]{0,2}`;
const pairs = new RegExp(String.raw`(?<![\w.-])(${key})${opening}([\w.#:+/=~-][^\s"'\x60,;(){}[\]<>]{0,299})`, 'g');
const elements = /<(Code|RequestId|RequestID|HostId)>\s{0,40}([^<\s][^<]{0,300}?)\s{0,40}(?:<|$)/g;

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

function add(found: Finding[], match: RegExpExecArray, strong: boolean): void {
  const field = keys[(match[1] ?? '').toLowerCase().replace(/[ _-]/g, '')] ?? keys[match[1] ?? ''];
  if (field === undefined) return;
  const fields = readValue(strong && field === 'weakCode' ? 'code' : field, match[2] ?? '');
  if (field === 'hostId' && strong) found.push(detail(match, { service: 's3' }));
  else if (Object.keys(fields).length > 0) found.push(detail(match, fields));
}

const detail = (match: RegExpExecArray, fields: Fields): Finding => ({
  row: 'label',
  role: 'detail',
  start: match.index,
  end: match.index + match[0].length,
  fields,
});

export function readLabels(text: string): Finding[] {
  const found: Finding[] = [];
  for (const match of text.matchAll(pairs)) add(found, match, false);
  if (text.includes('<')) for (const match of text.matchAll(elements)) add(found, match, true);
  return found;
}
