// Words mistakes about values: of the wrong kind, outside a closed list, empty, or of the wrong form.
import { catalogue, entryOf } from '../../../model/catalogue/catalogue.ts';
import { textForms, type PlaceName } from '../../format/shape.ts';
import type { Path } from '../../yaml.ts';
import { nearest, suggestion } from '../nearest.ts';
import { isData, kindOf, valueAt, type Repair } from './data.ts';
import { expectedAt } from './content-at.ts';
import type { Faulty, Mistake } from './mistake.ts';

const factNames = catalogue.map(({ name }) => name);

export function unknownFact({ path, root }: Faulty): Mistake {
  const name = String(valueAt(root, path));
  const near = nearest(name, factNames);
  return {
    finding: {
      code: 'WD309',
      path,
      part: 'value',
      message: `there is no fact "${name}"`,
      hint: near === undefined ? factFamilyHint(name) : `did you mean "${near}"?`,
    },
    ...(near === undefined ? {} : { repair: { kind: 'set', path, value: near } }),
  };
}

export function unknownFactKey({ fault, path }: Faulty): Mistake {
  const name = String(fault.params['additionalProperty']);
  const near = nearest(name, factNames);
  const ofSteps = /^(answers|steps)\./.test(name);
  return {
    finding: {
      code: 'WD309',
      path: [...path, name],
      part: 'key',
      message: ofSteps ? `"${name}" cannot be stated here` : `there is no fact "${name}"`,
      hint: ofSteps ? statedHint : near === undefined ? factFamilyHint(name) : `did you mean "${near}"?`,
    },
    repair: near === undefined ? { kind: 'remove', path, key: name } : { kind: 'rename', path, from: name, to: near },
  };
}

const statedHint = 'answers and outcomes come from the steps themselves; in a test use answers and by_hand';

/** The facts of the same family, or the command that lists all. */
export function factFamilyHint(name: string): string {
  const family = factNames.filter((fact) => fact.startsWith(`${name.split('.')[0]}.`));
  return family.length === 0 ? '"whydenied playbook facts" lists them all' : suggestion(name, family);
}

export function wrongWord({ fault, path, root, kind }: Faulty): Mistake {
  const allowed = allowedWords(fault.params).map(String);
  const value = valueAt(root, path);
  const fact = statedFact(path, root, kind);
  const near = nearest(String(value), allowed);
  const [message, code] =
    fact === undefined
      ? ([`${show(value)} may not stand here`, 'WD204'] as const)
      : ([`${show(value)} is never a value of ${fact}`, 'WD503'] as const);
  if (allowed[0]?.includes('/v') === true) return wrongFormat(path, value, allowed);
  return {
    finding: { code, path, part: 'value', message, hint: suggestion(String(value), allowed, 20) },
    ...(near === undefined ? {} : { repair: { kind: 'set', path, value: near } }),
  };
}

function wrongFormat(path: Path, value: unknown, allowed: readonly string[]): Mistake {
  const message = `${show(value)} is not a format this version reads`;
  return { finding: { code: 'WD208', path, part: 'value', message, hint: `write ${allowed.join(' or ')}` } };
}

const allowedWords = (params: Readonly<Record<string, unknown>>): readonly unknown[] =>
  Array.isArray(params['allowedValues']) ? params['allowedValues'] : [params['allowedValue']];

const show = (value: unknown): string => (typeof value === 'object' ? kindOf(value) : `"${String(value)}"`);

/** The fact a value in a map of facts is of. */
function statedFact(path: Path, root: unknown, kind: PlaceName): string | undefined {
  const at = path.findLastIndex((step) => entryOf(String(step)) !== undefined);
  const within = at < 0 ? undefined : expectedAt(root, kind, path.slice(0, at));
  return within?.content?.kind === 'facts' ? String(path[at]) : undefined;
}

export function wrongKind({ fault, path, root, source, kind }: Faulty): Mistake {
  const value = valueAt(root, path);
  const fact = statedFact(path, root, kind);
  const wanted = [fault.params['type']].flat().map(String);
  const needs = wanted.length > 1 ? 'a value' : (kinds[wanted[0] ?? ''] ?? wanted.join(' or '));
  const subject = fact ?? String(path.at(-1) ?? 'the file');
  const repair = reading(value, wanted[0] ?? '', path, source(path));
  const nothing = value === null || value === undefined;
  return {
    finding: {
      code: fact === undefined ? 'WD203' : 'WD504',
      path,
      part: nothing ? 'key' : 'value',
      message: nothing ? `"${subject}" has no value` : `${described(subject)} must be ${needs}, found ${kindOf(value)}`,
      hint: kindHint(value, wanted[0] ?? '', needs, source(path)),
    },
    ...(repair === undefined ? {} : { repair }),
  };
}

const described = (subject: string): string => (/^\d+$/.test(subject) ? `item ${Number(subject) + 1}` : `"${subject}"`);

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'a map of keys',
  boolean: 'true or false',
  number: 'a number',
};

function kindHint(value: unknown, wanted: string, needs: string, source: string): string {
  if (value === null || value === undefined) return `give it ${needs}, or remove the key`;
  if (wanted === 'string' && typeof value !== 'object') return `quote it: "${source}"`;
  if (wanted === 'string' && isData(value)) return braced(source) ?? 'write a text; quote it when it holds ": "';
  if (wanted === 'array') return 'start each item on its own line with "- "';
  if (wanted === 'object' && Array.isArray(value)) return 'remove the "- " in front of the keys';
  if (wanted === 'boolean') return 'write true or false without quotes';
  return `write ${needs}`;
}

const braced = (source: string): string | undefined =>
  source.startsWith('{') ? 'a text that starts with { needs quotes around it' : undefined;

/** The value as it was probably meant. */
function reading(value: unknown, wanted: string, path: Path, source: string): Repair | undefined {
  const set = (meant: unknown): Repair => ({ kind: 'set', path, value: meant });
  if (value === null || value === undefined) return undefined;
  if (wanted === 'string' && typeof value !== 'object') return set(source);
  if (wanted === 'array' && (typeof value === 'string' || isData(value))) return set([value]);
  if (wanted === 'object' && Array.isArray(value) && value.length === 1) return set(value[0]);
  if (wanted === 'boolean' && /^(true|yes|on)$/i.test(String(value))) return set(true);
  if (wanted === 'boolean' && /^(false|no|off)$/i.test(String(value))) return set(false);
  return undefined;
}

export function empty({ path }: Faulty): Mistake {
  const subject = String(path.at(-1) ?? 'the file');
  const hint = subject === 'all' || subject === 'any' ? 'an empty group would always be true' : 'write at least one';
  return { finding: { code: 'WD205', path, part: 'value', message: `${described(subject)} is empty`, hint } };
}

export function tooLong({ fault, path }: Faulty): Mistake {
  const limit = String(fault.params['limit']);
  const message = `${described(String(path.at(-1)))} is longer than ${limit} characters`;
  const hint = path.at(-1) === 'title' ? 'keep the title to one line; the rest belongs in summary' : 'shorten it';
  return { finding: { code: 'WD206', path, part: 'value', message, hint }, repair: { kind: 'set', path, value: 'x' } };
}

export function wrongForm({ fault, path, root }: Faulty): Mistake {
  const form = Object.values(textForms).find(({ pattern }) => pattern === fault.params['pattern']);
  const value = String(valueAt(root, path));
  const link = form === textForms.link;
  const fixed = form === textForms.id ? slug(value) : link ? value.replace(/^http:/, 'https:') : undefined;
  const usable = fixed !== undefined && fixed !== value && new RegExp(form?.pattern ?? '^$').test(fixed);
  return {
    finding: {
      code: link ? 'WD705' : 'WD206',
      path,
      part: 'value',
      message: link ? `"${value}" is no https link` : `"${value}" has the wrong form`,
      hint: usable ? `write ${fixed}` : `it must be ${form?.meaning ?? 'of another form'}`,
    },
    ...(usable ? { repair: { kind: 'set', path, value: fixed } as const } : {}),
  };
}

export function wrongName({ fault, path }: Faulty): Mistake {
  const name = String(fault.params['propertyName']);
  const fixed = slug(name);
  const message = `the name "${name}" has the wrong form`;
  const hint = `it must be ${textForms.id.meaning}: ${fixed}`;
  return {
    finding: { code: 'WD206', path: [...path, name], part: 'key', message, hint },
    repair: { kind: 'rename', path, from: name, to: fixed },
  };
}

const slug = (text: string): string =>
  text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
