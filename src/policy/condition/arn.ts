// Compares ARNs as the Arn operators do: six parts, each a glob, with variables in any of them. (AWS page: "IAM JSON policy elements: Condition operators")
import { compileGlob, type Glob, matchesGlob } from '../match/glob.ts';
import { arnParts, type RequestView } from '../match/request.ts';
import { fill, parseTemplate, splitOutsideVariables, type Template } from '../match/template.ts';
import type { Comparison, Hit } from './comparison.ts';

export function arnComparison(source: string, variables: boolean): Comparison {
  const parts = splitOutsideVariables(source, 6, variables);
  const templates = parts.map((part) => parseTemplate(part, variables));
  const fixed = templates.map((part) => (part.fixed === undefined ? undefined : compileGlob(part.fixed)));
  const everything = source === '*';
  const unparsable = !everything && (parts.length < 6 || (parts[0] !== 'arn' && !/[*?$]/.test(parts[0] ?? '')));
  return {
    source,
    template: parseTemplate(source, variables),
    unparsable,
    hit(actual, view) {
      const actualParts = arnParts(actual);
      if (unparsable || actualParts === undefined) return 'unparsable';
      return everything || hitParts(templates, fixed, actualParts, view);
    },
  };
}

function hitParts(
  templates: readonly Template[],
  fixed: readonly (Glob | undefined)[],
  actual: readonly string[],
  view: RequestView,
): Hit {
  let unknown = false;
  for (const [index, template] of templates.entries()) {
    const filled = fixed[index] === undefined ? fill(template, view) : undefined;
    if (filled === 'no-value') return filled;
    if (filled === 'unknown') unknown = true;
    else {
      const glob = filled === undefined ? fixed[index] : compileGlob(filled.pieces);
      if (glob !== undefined && !matchesGlob(glob, actual[index] ?? '')) return false;
    }
  }
  return unknown ? 'unknown' : true;
}
