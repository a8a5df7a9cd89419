// Turns documents that tell of denials (CloudTrail events, a decoded authorization message, authorization details) into recognised denials.
import { clusterOf } from '../assemble/cluster.ts';
import { recogniseAt, type Recognised } from '../assemble/denial.ts';
import { placeAt, type Place } from '../assemble/place.ts';
import type { Fields, Finding } from '../findings/finding.ts';
import type { SniffedDocument } from '../documents.ts';
import { findAll } from '../recognise-text.ts';
import { authorizationDetailsIn } from './authorization-details.ts';
import { readTrailEvents, type TrailEvent } from './cloudtrail.ts';
import { readDecodedMessage } from './decoded-message.ts';
import { placesOfObjectsWith, type ObjectPlace } from './places.ts';

const documentFinding = (row: string, fields: Fields, message: boolean): Finding => ({
  row,
  role: message ? 'message' : 'detail',
  start: 0,
  end: 0,
  fields,
  ...(message && { class: 'authorization' as const }),
});

function eventFields(event: TrailEvent): Fields {
  const { errorCode, eventName, eventSource, eventTime, requestId } = event;
  return {
    ...(errorCode !== undefined && { code: errorCode }),
    ...(eventName !== undefined && { operation: eventName }),
    ...(eventSource !== undefined && { host: eventSource }),
    ...(eventTime !== undefined && { time: eventTime }),
    ...(requestId !== undefined && { requestId }),
  };
}

const envelopeFields = new Set(['code', 'operation', 'requestId']);

/** The event's own code and operation stand above whatever words its message repeats. */
function withoutEnvelope(finding: Finding): Finding[] {
  if (finding.role === 'mark' || finding.row === 'code-word') return [];
  const inner = Object.entries(finding.fields).filter(([name]) => !envelopeFields.has(name));
  return [{ ...finding, fields: Object.fromEntries(inner) }];
}

function recogniseEvent(event: TrailEvent, place: Place): Recognised[] {
  const inside = event.errorMessage === undefined ? [] : findAll(event.errorMessage).flatMap(withoutEnvelope);
  const ordered = [...inside].sort((left, right) => left.start - right.start || right.end - left.end);
  const cluster = clusterOf(documentFinding('cloudtrail-event', eventFields(event), false), ordered);
  if (event.principal !== undefined && cluster.fields.principal === undefined)
    cluster.fields = { ...cluster.fields, principal: event.principal };
  return [recogniseAt(cluster, 'cloudtrail', place)].filter((one) => one !== undefined);
}

function placeOfEvent(text: string, event: TrailEvent, place: ObjectPlace | undefined): Place {
  if (place !== undefined) return placeAt(text, place.start, place.end);
  const at = event.eventId === undefined ? -1 : text.indexOf(event.eventId);
  return at < 0 ? placeAt(text, 0, text.length) : placeAt(text, at, at + (event.eventId ?? '').length);
}

function denialsOfEvents(text: string, events: readonly TrailEvent[]): Recognised[] {
  const denied = events.filter(({ errorCode }) => errorCode !== undefined);
  const places = placesOfObjectsWith(text, 'errorCode');
  const placed = places.length === denied.length;
  return denied.flatMap((event, index) =>
    recogniseEvent(event, placeOfEvent(text, event, placed ? places[index] : undefined)),
  );
}

function denialOfMessage(text: string, document: SniffedDocument): Recognised[] {
  const message = readDecodedMessage(text) ?? readDecodedMessage(JSON.stringify(document.value));
  if (message === undefined || message.allowed) return [];
  const { action, resource, principal, explicitDeny } = message;
  const fields: Fields = {
    denyType: explicitDeny ? 'explicit' : 'implicit',
    ...(action?.includes(':') === true && { action }),
    ...(action !== undefined && !action.includes(':') && { operation: action }),
    ...(resource !== undefined && { resource }),
    ...(principal !== undefined && { principal }),
  };
  return [
    recogniseAt(
      clusterOf(documentFinding('decoded-message', fields, true), []),
      undefined,
      placeAt(text, 0, text.length),
    ),
  ].filter((one) => one !== undefined);
}

function denialsOfDetails(text: string, value: unknown): Recognised[] {
  const details = authorizationDetailsIn(value);
  const denied = details?.evaluations.filter(({ effect }) => effect !== 'ALLOW') ?? [];
  return denied.flatMap(({ action, effect, resource }) => {
    const fields: Fields = {
      action,
      denyType: effect === 'EXPLICIT_DENY' ? 'explicit' : 'implicit',
      ...(resource !== undefined && { resource }),
      ...(details?.principal !== undefined && { principal: details.principal }),
    };
    return (
      recogniseAt(
        clusterOf(documentFinding('authorization-details', fields, true), []),
        undefined,
        placeAt(text, 0, text.length),
      ) ?? []
    );
  });
}

/** Undefined for documents that tell of no denial by themselves. */
export function denialsOfDocument(text: string, document: SniffedDocument): Recognised[] | undefined {
  switch (document.kind) {
    case 'cloudtrail-event':
      return denialsOfEvents(text, readTrailEvents(document.value) ?? []);
    case 'decoded-message':
      return denialOfMessage(text, document);
    case 'authorization-details':
      return denialsOfDetails(text, document.value);
    default:
      return undefined;
  }
}
