// Finds the `{{fact}}` and `{{fact | or "text"}}` placeholders of a template, in one linear pass.

export interface Placeholder {
  readonly fact: string;
  /** The text for an unknown fact. */
  readonly or?: string;
  readonly offset: number;
  readonly length: number;
}

export type Part = string | Placeholder;

const form = /\{\{\s*([A-Za-z][\w.-]*)\s*(?:\|\s*or\s+"([^"{}]*)"\s*)?\}\}/g;

export function placeholdersOf(template: string): readonly Placeholder[] {
  return [...template.matchAll(form)].map((match) => ({
    fact: match[1] ?? '',
    ...(match[2] === undefined ? {} : { or: match[2] }),
    offset: match.index,
    length: match[0].length,
  }));
}

/** The template as literal texts and placeholders, in order. */
export function partsOf(template: string): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const placeholder of placeholdersOf(template)) {
    parts.push(template.slice(end, placeholder.offset), placeholder);
    end = placeholder.offset + placeholder.length;
  }
  return [...parts, template.slice(end)].filter((part) => part !== '');
}

/** The placeholder a template consists of, when it is one and nothing else. */
export function solePlaceholder(template: string): Placeholder | undefined {
  const [first, ...rest] = partsOf(template);
  return typeof first === 'object' && rest.length === 0 ? first : undefined;
}

/** What stands for an unknown fact in something to copy: `target.name` gives `TARGET_NAME`. */
export function upperCaseName(fact: string): string {
  return fact
    .replace(/^answers\./, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[.-]/g, '_')
    .toUpperCase();
}

/** The fact's name in words: `caller.policySourceArn` gives `caller policy source ARN`. */
export function factInWords(fact: string): string {
  const words = upperCaseName(fact).toLowerCase().split('_');
  return words.map((word) => (word === 'arn' || word === 'id' ? word.toUpperCase() : word)).join(' ');
}
