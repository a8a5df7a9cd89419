// Turns one value of a condition into the comparison of a request's value with it, parsed once. (AWS page: "IAM JSON policy elements: Condition operators")
import type { Truth } from '../../model/policy.ts';
import { compileGlob, matchesGlob } from '../match/glob.ts';
import type { RequestView } from '../match/request.ts';
import { fill, type Filled, parseTemplate, type Template, textOf } from '../match/template.ts';
import { arnComparison } from './arn.ts';
import type { Operator, Relation } from './operators.ts';
import { isWithin, readDate, readIpRange, readNumber } from './scalars.ts';

export type Hit = Truth | 'unparsable' | 'no-value';

export interface Comparison {
  readonly source: string;
  readonly template: Template;
  /** The value cannot be read as what the operator compares. */
  readonly unparsable: boolean;
  hit(actual: string, view: RequestView): Hit;
}

const related: Readonly<Record<Relation, (left: number, right: number) => boolean>> = {
  equal: (left, right) => left === right,
  less: (left, right) => left < right,
  lessOrEqual: (left, right) => left <= right,
  greater: (left, right) => left > right,
  greaterOrEqual: (left, right) => left >= right,
};

type Compare = (filled: Filled, actual: string) => Hit;

/** A comparison over text with variables: compiled at once when there are none. */
function templated(
  source: string,
  template: Template,
  prepare: (filled: Filled) => (actual: string) => Hit,
): Comparison {
  const compare: Compare = (filled, actual) => prepare(filled)(actual);
  const fixed = template.fixed && prepare({ pieces: template.fixed, wildcardValue: false });
  return {
    source,
    template,
    unparsable: false,
    hit(actual, view) {
      if (fixed !== undefined) return fixed(actual);
      const filled = fill(template, view);
      return typeof filled === 'string' ? filled : compare(filled, actual);
    },
  };
}

function read<Value>(
  source: string,
  reader: (text: string) => Value | undefined,
  compare: (actual: Value, wanted: Value) => boolean,
): Comparison {
  const wanted = reader(source);
  return {
    source,
    template: parseTemplate(source, false),
    unparsable: wanted === undefined,
    hit(text) {
      const actual = reader(text);
      return actual === undefined || wanted === undefined ? 'unparsable' : compare(actual, wanted);
    },
  };
}

const boolean = (text: string): string | undefined => (/^(true|false)$/i.test(text) ? text.toLowerCase() : undefined);

function boolComparison(source: string, template: Template): Comparison {
  if (template.fixed !== undefined) return read(source, boolean, (actual, wanted) => actual === wanted);
  return templated(source, template, ({ pieces }) => {
    const wanted = boolean(textOf(pieces));
    return (text) => (wanted === undefined || boolean(text) === undefined ? 'unparsable' : boolean(text) === wanted);
  });
}

export function compileComparison(operator: Operator, source: string, variables: boolean): Comparison {
  const template = parseTemplate(source, variables);
  switch (operator.family) {
    case 'text':
      return templated(source, template, ({ pieces }) => {
        const wanted = textOf(pieces);
        return (actual) => actual === wanted;
      });
    case 'textIgnoreCase':
      return templated(source, template, ({ pieces }) => {
        const wanted = textOf(pieces).toLowerCase();
        return (actual) => actual.toLowerCase() === wanted;
      });
    case 'pattern':
      return templated(source, template, ({ pieces }) => {
        const glob = compileGlob(pieces);
        return (actual) => matchesGlob(glob, actual);
      });
    default:
      return compileParsed(operator, source, template, variables);
  }
}

function compileParsed(operator: Operator, source: string, template: Template, variables: boolean): Comparison {
  switch (operator.family) {
    case 'arn':
      return arnComparison(source, variables);
    case 'number':
      return read(source, readNumber, related[operator.relation]);
    case 'date':
      return read(source, readDate, related[operator.relation]);
    case 'ip':
      return read(source, readIpRange, isWithin);
    case 'bool':
    case 'null':
      return boolComparison(source, template);
    default:
      return read(
        source,
        (text) => text,
        (actual, wanted) => actual === wanted,
      );
  }
}
