// Hands policy changes on as a fragment of a CloudFormation template in YAML, in which no text can be taken for a function. (AWS pages: "Intrinsic function reference", "Get values stored in other services using dynamic references")
import { quotedYaml } from '../../playbook/yaml.ts';
import { cloudFormationPlace } from './cloudformation-rows.ts';
import { placeOf, type Proposed } from './proposed.ts';
import { comment, identifier, numbered, withCodes } from './texts.ts';
import type { Written } from './written.ts';

function keysIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(keysIn);
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysIn(inner)]);
}

/** CloudFormation would carry out these wherever they stand. */
const isObeyed = (data: unknown): boolean =>
  keysIn(data).some((key) => key === 'Ref' || key.startsWith('Fn::')) || JSON.stringify(data).includes('{{resolve:');

/** Words, with colons in them; none that a reader of YAML takes for true, false or nothing. */
const isPlainKey = (key: string): boolean =>
  /^[A-Za-z][\w:./-]*[\w*-]$/.test(key) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(key);

const yamlOf = (data: unknown): string =>
  withCodes(quotedYaml(data, keysIn(data).every(isPlainKey) ? 'PLAIN' : 'QUOTE_DOUBLE').trimEnd());

const indented = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');

function resourceOf(change: Proposed, id: string): string | undefined {
  const place = cloudFormationPlace(change);
  if (place === undefined || isObeyed([change.document, place.properties])) return undefined;
  const { type, properties, document, isPart } = place;
  const merge = isPart === true || !change.isWhole ? ' Merge it into the one your template has.' : '';
  const data = { [id]: { Type: type, Properties: { ...properties, [document]: change.document } } };
  return indented(`${comment(`${placeOf(change)}.${merge}`)}\n${yamlOf(data)}`);
}

export function asCloudFormation(changes: readonly Proposed[]): Written {
  const ids = numbered(changes.map(({ name, layer }) => identifier(name ?? layer, '')));
  const resources = changes.map((change, at) => resourceOf(change, ids[at] ?? 'Policy'));
  const written = resources.filter((one) => one !== undefined);
  const unsaid = changes.filter((_one, at) => resources[at] === undefined);
  return {
    text: written.length === 0 ? '' : ['Resources:', ...written].join('\n'),
    notes: unsaid.map(
      (change) =>
        `${placeOf(change)}: no CloudFormation resource for it is known here, or its text would be taken for a function; --fix-format json shows the document.`,
    ),
  };
}
