// Requests that never got an answer from AWS: no name, no route, no connection. No policy was asked. (AWS page: "Troubleshooting errors for the AWS CLI")
import type { PatternRow } from '../findings/pattern-row.ts';

const host = String.raw`(?<host>[\w.-]{1,200}\.(?:amazonaws\.com(?:\.cn)?|api\.aws))`;
const url = String.raw`\\?["'\x60]?https?://${host}[^\s"'\x60\\]{0,300}\\?["'\x60]?`;

const unanswered = (id: string, hints: readonly string[], pattern: string): PatternRow => ({
  id: `unanswered-${id}`,
  role: 'message',
  class: 'not-authorization',
  hints,
  pattern,
});

export const networkRows: readonly PatternRow[] = [
  unanswered(
    'python',
    ['endpoint URL', 'proxy URL'],
    String.raw`(?:\b(?<code>[A-Z]\w{3,60}Error): )?(?:Could not connect to the|(?:Connect|Read) timeout on|Connection was closed before we received a valid response from) endpoint URL: "?https?://${host}|Failed to connect to proxy URL: "`,
  ),
  unanswered(
    'urllib3',
    ['HTTPSConnectionPool', 'timed out'],
    String.raw`HTTPSConnectionPool\(host='${host}'|Connection to (?=[\w.-]{1,200}\.amazonaws)[\w.-]{1,200} timed out`,
  ),
  unanswered(
    'go',
    ['dial tcp', 'net/http', 'context deadline exceeded', 'read tcp', 'proxyconnect'],
    String.raw`${url}: (?:dial tcp|read tcp|net/http: |proxyconnect|context deadline exceeded)`,
  ),
  unanswered(
    'go-lookup',
    ['no such host', 'server misbehaving', 'i/o timeout'],
    String.raw`\blookup ${host}(?: on [\w.:\[\]]{3,60})?: (?:no such host|i/o timeout|server misbehaving)`,
  ),
  unanswered('go-operation', ['StatusCode: 0'], String.raw`https response error StatusCode: 0\b`),
  unanswered(
    'ecs',
    ['context deadline exceeded'],
    String.raw`(?:retrieve secrets?|fetch secret|ecr registry auth|log group)[^\n]{0,400}?context deadline exceeded`,
  ),
  unanswered(
    'java',
    ['Unable to execute HTTP request', 'connect timed out', 'Connection timed out', 'UnknownHostException'],
    String.raw`Unable to execute HTTP request: (?:Connect to )?${host}|Connect to (?=[\w.-]{1,200}\.amazonaws)[\w.-]{1,200}:443 \[[^\]\n]{0,200}\] failed|Received an UnknownHostException when attempting to interact with a service`,
  ),
  unanswered(
    'node',
    ['getaddrinfo', 'naccessible host', 'Socket timed out without'],
    String.raw`getaddrinfo (?:ENOTFOUND|EAI_AGAIN) ${host}|Inaccessible host: ['\x60"](?=[\w.-]{1,200}\.amazonaws)[\w.-]{1,200}|Socket timed out without establishing a connection within`,
  ),
  unanswered(
    'curl',
    ['Could not resolve host', 'Failed to connect to', 'Connection timed out after'],
    String.raw`(?:Could not resolve host:?|Failed to connect to) ${host}`,
  ),
];
