// What one row recognised: where, and which fields of a denial it states.
import type { DenialClass, DenyType, EncodedState, PolicyType, Tool } from '../../model/denial.ts';

export interface Fields {
  readonly code?: string;
  /** A code around the true one, used only when there is no other. */
  readonly wrapperCode?: string;
  readonly httpStatus?: number;
  /** The service as its client names it, e.g. `AmazonDynamoDBv2`. */
  readonly sdkService?: string;
  readonly service?: string;
  readonly host?: string;
  /** The service in an ARN that the message names without saying what it is to the request. */
  readonly arnService?: string;
  readonly operation?: string;
  readonly action?: string;
  readonly principal?: string;
  readonly resource?: string;
  readonly denyType?: DenyType;
  readonly policyType?: PolicyType;
  readonly policyTypeVia?: PolicyType;
  readonly policyArn?: string;
  readonly encodedMessage?: string;
  readonly encodedState?: EncodedState;
  readonly authorizationId?: string;
  readonly requestId?: string;
  readonly time?: string;
}

/**
 * head = printed before the message, message = says what happened, detail = stands beside it,
 * mark = tells only which program printed, veto = tells that the error is not from AWS.
 */
export const roles = ['head', 'message', 'detail', 'mark', 'veto'] as const;
export type Role = (typeof roles)[number];

export interface Finding {
  readonly row: string;
  readonly role: Role;
  readonly start: number;
  readonly end: number;
  readonly fields: Fields;
  readonly class?: DenialClass;
  readonly tool?: Tool;
  /** Of messages that are not from AWS: which look-alike. */
  readonly lookAlike?: string;
}
