// Says which resource an attribute refers to whose value is known only after apply, where the plan's configuration leaves no other reading. (Terraform page: "JSON Output Format")
import { isRow, memberOf } from '../given-file.ts';
import { rowsIn, type TerraformResource } from './resources.ts';

/** The address of the resource an attribute of another one refers to. */
export type Referred = (from: TerraformResource, attribute: string) => TerraformResource | undefined;

export function referencesIn(document: unknown, resources: readonly TerraformResource[]): Referred {
  const expressions = new Map<string, unknown>();
  collect(memberOf(memberOf(document, 'configuration'), 'root_module'), '', expressions, 0);
  const at = new Map<string, readonly TerraformResource[]>();
  for (const one of resources) at.set(placeOf(one), [...(at.get(placeOf(one)) ?? []), one]);
  return (from, attribute) => {
    const expression = memberOf(expressions.get(`${from.module}|${from.type}.${from.name}`), attribute);
    const target = onlyTarget(memberOf(expression, 'references'));
    if (target === undefined) return undefined;
    const found = at.get(`${from.instanceOf}|${target}`) ?? [];
    return found.length === 1 ? found[0] : found.find(({ index }) => index !== '' && index === from.index);
  };
}

const placeOf = ({ instanceOf, isData, type, name }: TerraformResource): string =>
  `${instanceOf}|${isData ? 'data.' : ''}${type}.${name}`;

const deepest = 60;

function collect(module: unknown, address: string, expressions: Map<string, unknown>, depth: number): void {
  if (depth > deepest) return;
  for (const row of rowsIn(module, 'resources'))
    expressions.set(`${address}|${String(row['type'])}.${String(row['name'])}`, memberOf(row, 'expressions'));
  const calls = memberOf(module, 'module_calls');
  for (const [name, call] of isRow(calls) ? Object.entries(calls) : []) {
    const inner = address === '' ? `module.${name}` : `${address}.module.${name}`;
    collect(memberOf(call, 'module'), inner, expressions, depth + 1);
  }
}

const selfWords = /^(?:each|count|path|terraform)(?:\.|$)/;

/** One resource and nothing else but the key of the instance: the value is an attribute of it. */
function onlyTarget(references: unknown): string | undefined {
  const words = Array.isArray(references) ? references.filter((word) => typeof word === 'string') : [];
  const others = words.filter((word) => !selfWords.test(word));
  const targets = new Set(others.map((word) => /^(?:data\.)?aws_\w+\.[\w-]+/.exec(word)?.[0]));
  const [target] = targets;
  return targets.size === 1 ? target : undefined;
}
