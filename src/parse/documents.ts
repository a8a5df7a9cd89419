// Says what kind of document an input is, from its content alone; file names are never evidence.
import { authorizationDetailsIn } from './documents/authorization-details.ts';
import { callerIdentityIn, readCallerIdentity, readCredentialLines } from './documents/caller-identity.ts';
import { hasEvents } from './documents/cloudtrail.ts';
import { decodedMessageIn, readDecodedMessage } from './documents/decoded-message.ts';
import { fieldOf, isObject, readJson, textOf } from './documents/json.ts';

export { readCallerIdentity, readCredentialLines } from './documents/caller-identity.ts';
export { readDecodedMessage } from './documents/decoded-message.ts';

export const documentKinds = [
  'cloudtrail-event',
  'decoded-message',
  'authorization-details',
  'account-authorization-details',
  'caller-identity',
  'terraform-plan',
  'terraform-state',
  'cloudformation-template',
  'facts',
  'policy',
  'debug-log',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export interface SniffedDocument {
  readonly kind: DocumentKind;
  /** The parsed document; of a debug log its credential lines, of a YAML text that text. */
  readonly value: unknown;
}

const isPolicy = (value: unknown) =>
  (Array.isArray(fieldOf(value, 'Statement')) || isObject(fieldOf(value, 'Statement'))) &&
  textOf(value, 'errorCode') === undefined;

const isFacts = (value: unknown) => (textOf(value, 'schema') ?? '').startsWith('whydenied/facts');

/** A plan or state as `terraform show -json` prints it, or the state file itself. */
const isTerraform = (value: unknown) =>
  textOf(value, 'terraform_version') !== undefined || textOf(value, 'format_version') !== undefined;
const hasModules = (value: unknown) => fieldOf(fieldOf(value, 'values'), 'root_module') !== undefined;
const isStateFile = (value: unknown) => fieldOf(value, 'version') === 4 && Array.isArray(fieldOf(value, 'resources'));

const isTemplate = (value: unknown) =>
  textOf(value, 'AWSTemplateFormatVersion') !== undefined ||
  Object.values(objectOf(fieldOf(value, 'Resources'))).some((one) => (textOf(one, 'Type') ?? '').includes('::'));
const objectOf = (value: unknown) => (isObject(value) ? value : {});

/** The first row that fits names the kind; the telling ones come first. */
const shapes: readonly (readonly [DocumentKind, (value: unknown) => boolean])[] = [
  ['facts', isFacts],
  ['authorization-details', (value) => authorizationDetailsIn(value) !== undefined],
  ['decoded-message', (value) => decodedMessageIn(value) !== undefined],
  [
    'account-authorization-details',
    (value) => Array.isArray(fieldOf(value, 'UserDetailList')) || Array.isArray(fieldOf(value, 'RoleDetailList')),
  ],
  ['terraform-plan', (value) => isTerraform(value) && fieldOf(value, 'planned_values') !== undefined],
  ['terraform-state', (value) => isTerraform(value) && (hasModules(value) || isStateFile(value))],
  ['cloudformation-template', isTemplate],
  ['caller-identity', (value) => callerIdentityIn(value) !== undefined],
  ['cloudtrail-event', hasEvents],
  ['policy', isPolicy],
];

/** A template begins with its version, or has resources with a type of AWS's. */
const yamlTemplate =
  /^(?:AWSTemplateFormatVersion:|Resources:[ \t]*(?:#.*)?\r?\n(?:(?:[ \t].*)?\r?\n)*?[ \t]+Type:[ \t]+["']?(?:AWS|Alexa|Custom)::)/m;

function sniffText(text: string): SniffedDocument | undefined {
  const decoded = readDecodedMessage(text);
  if (decoded !== undefined) return { kind: 'decoded-message', value: decoded };
  if (/^schema:\s{0,4}["']?whydenied\/facts/m.test(text.slice(0, 4000))) return { kind: 'facts', value: text };
  if (yamlTemplate.test(text)) return { kind: 'cloudformation-template', value: text };
  const identity = readCallerIdentity(text);
  if (identity !== undefined) return { kind: 'caller-identity', value: identity };
  const lines = text.includes('credentials') ? readCredentialLines(text) : undefined;
  return lines === undefined ? undefined : { kind: 'debug-log', value: lines };
}

/** Undefined for running text and for documents of no known kind. */
export function sniffDocument(text: string): SniffedDocument | undefined {
  const value = readJson(text);
  const kind = isObject(value) || Array.isArray(value) ? shapes.find(([, fits]) => fits(value))?.[0] : undefined;
  return kind === undefined ? sniffText(text) : { kind, value };
}
