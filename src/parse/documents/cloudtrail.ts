// Takes CloudTrail events out of every wrapping they come in. (AWS page: "CloudTrail record contents")
import { fieldOf, isObject, listOf, textOf, tryJson, type JsonObject } from './json.ts';

export interface TrailEvent {
  readonly eventId?: string;
  readonly eventName?: string;
  readonly eventSource?: string;
  readonly eventTime?: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly requestId?: string;
  readonly principal?: string;
  readonly sourceIp?: string;
  readonly vpcEndpoint?: string;
  readonly userAgent?: string;
  readonly region?: string;
  /** As the event writes it: `true` or `false`. */
  readonly mfa?: string;
}

const isEvent = (value: unknown): value is JsonObject =>
  textOf(value, 'eventName') !== undefined && textOf(value, 'eventSource') !== undefined;

/** Athena lower-cases all column names and may keep the identity as a string. */
const isRow = (value: unknown): value is JsonObject =>
  textOf(value, 'eventname') !== undefined && textOf(value, 'eventsource') !== undefined;

const deepest = 6;

/** Wrappings: `Records`, `Events[].CloudTrailEvent` of LookupEvents, EventBridge's `detail`, arrays, one event a line. */
function unwrap(value: unknown, depth: number, found: JsonObject[]): void {
  if (depth > deepest) return;
  if (Array.isArray(value)) for (const item of value) unwrap(item, depth + 1, found);
  else if (isEvent(value)) found.push(value);
  else if (isRow(value)) found.push(rowToEvent(value));
  else if (isObject(value)) unwrapObject(value, depth, found);
}

function unwrapObject(value: JsonObject, depth: number, found: JsonObject[]): void {
  const inner = textOf(value, 'CloudTrailEvent');
  if (inner !== undefined) return unwrap(tryJson(inner), depth + 1, found);
  for (const name of ['Records', 'Events', 'events', 'detail', 'event', 'Record', '_source', 'hits'])
    unwrap(fieldOf(value, name), depth + 1, found);
}

function rowToEvent(row: JsonObject): JsonObject {
  const identity = fieldOf(row, 'useridentity');
  return {
    eventName: row['eventname'],
    eventSource: row['eventsource'],
    eventTime: row['eventtime'],
    eventID: row['eventid'],
    requestID: row['requestid'],
    errorCode: row['errorcode'],
    errorMessage: row['errormessage'],
    userIdentity: typeof identity === 'string' ? (tryJson(identity) ?? arnInside(identity)) : identity,
  };
}

/** Athena prints structs as `{type=IAMUser, arn=arn:aws:…, …}`. */
function arnInside(struct: string): JsonObject {
  const arn = /\barn=(arn:[^,}\s]{5,600})/.exec(struct)?.[1];
  return arn === undefined ? {} : { arn };
}

function readEvent(event: JsonObject): TrailEvent {
  const identity = fieldOf(event, 'userIdentity');
  const pairs: readonly (readonly [keyof TrailEvent, string | undefined])[] = [
    ['eventId', textOf(event, 'eventID')],
    ['eventName', textOf(event, 'eventName')],
    ['eventSource', textOf(event, 'eventSource')],
    ['eventTime', textOf(event, 'eventTime')],
    ['errorCode', textOf(event, 'errorCode')],
    ['errorMessage', textOf(event, 'errorMessage')],
    ['requestId', textOf(event, 'requestID')],
    ['principal', textOf(identity, 'arn')],
    ['sourceIp', textOf(event, 'sourceIPAddress')],
    ['vpcEndpoint', textOf(event, 'vpcEndpointId')],
    ['userAgent', textOf(event, 'userAgent')],
    ['region', textOf(event, 'awsRegion')],
    ['mfa', textOf(fieldOf(fieldOf(identity, 'sessionContext'), 'attributes'), 'mfaAuthenticated')],
  ];
  return Object.fromEntries(pairs.filter(([, value]) => value !== undefined));
}

/** All events in a value; undefined when it holds none. */
export function readTrailEvents(value: unknown): readonly TrailEvent[] | undefined {
  const found: JsonObject[] = [];
  unwrap(value, 0, found);
  return found.length === 0 ? undefined : found.map(readEvent);
}

export const hasEvents = (value: unknown): boolean => {
  const first = Array.isArray(value) ? value.slice(0, 1) : value;
  return (
    readTrailEvents(first) !== undefined || (listOf(value, 'Events').length > 0 && readTrailEvents(value) !== undefined)
  );
};
