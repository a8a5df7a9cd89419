// Turns what one key may hold into its JSON Schema (draft-07).
import type { CatalogueEntry } from '../../model/catalogue/entry.ts';
import { textForms, type Content } from './shape.ts';

export type JsonSchema = { readonly [key: string]: unknown };

/** Definitions that are no place of their own. */
export type DefinitionName = 'step' | 'condition_' | 'fact' | 'facts' | 'literal' | 'policyTree';

export const reference = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });

const named = (name: DefinitionName): JsonSchema => ({ allOf: [reference(name)] });

export function contentSchema(content: Content): JsonSchema {
  switch (content.kind) {
    case 'text':
      return textSchema(content);
    case 'word':
      return { enum: [...content.of] };
    case 'flag':
      return { type: 'boolean' };
    case 'place':
      return { allOf: [reference(content.of)] };
    case 'list':
      return { type: 'array', items: contentSchema(content.of), minItems: content.min ?? 0 };
    case 'oneOrMore':
      return either('array', { items: contentSchema(content.of), minItems: 1 }, contentSchema(content.of));
    case 'map':
      return mapSchema(content);
    case 'textOrPlace':
      return either('object', reference(content.of), { type: 'string', minLength: 1 });
    default:
      return named(definitions[content.kind]);
  }
}

const definitions = {
  facts: 'facts',
  condition: 'condition_',
  step: 'step',
  factName: 'fact',
  literal: 'literal',
  policy: 'policyTree',
} as const satisfies Readonly<Record<string, DefinitionName>>;

function textSchema({ max, form }: Extract<Content, { kind: 'text' }>): JsonSchema {
  const pattern = form === undefined ? {} : { pattern: textForms[form].pattern };
  return { type: 'string', minLength: 1, maxLength: max, ...pattern };
}

function mapSchema({ of, form }: Extract<Content, { kind: 'map' }>): JsonSchema {
  const names = form === undefined ? {} : { propertyNames: { pattern: textForms[form].pattern } };
  return { type: 'object', additionalProperties: contentSchema(of), ...names };
}

function either(type: string, then: JsonSchema, otherwise: JsonSchema): JsonSchema {
  return { if: { type }, then, else: otherwise };
}

/** The values a fact can take. */
export function factValueSchema({ type, values }: CatalogueEntry): JsonSchema {
  if (type === 'list')
    return { type: 'array', items: values === undefined ? { type: 'string' } : { enum: [...values] } };
  return values === undefined ? { type } : { type, enum: [...values] };
}
