// Writes a condition of a playbook as indented lines of plain text.
import type { Condition, Leaf } from '../../model/playbook.ts';

export const leafText = ({ fact, operator, value, params, path }: Leaf): string => {
  const right = typeof value === 'object' && 'fact' in value ? String(value.fact) : JSON.stringify(value);
  const request =
    params === undefined
      ? ''
      : ` (${Object.entries(params)
          .map(([key, text]) => `${key} ${text}`)
          .join(', ')})`;
  return `${fact}${path === undefined ? '' : `.${path}`}${request} ${operator} ${right}`;
};

export function conditionLines(condition: Condition, indent = ''): readonly string[] {
  if ('fact' in condition) return [`${indent}${leafText(condition)}`];
  if ('condition' in condition) return [`${indent}the condition ${condition.condition}`];
  if ('not' in condition) return [`${indent}not`, ...conditionLines(condition.not, `${indent}  `)];
  const [word, members] = 'all' in condition ? ['all of', condition.all] : ['any of', condition.any];
  return [`${indent}${word}`, ...members.flatMap((member) => conditionLines(member, `${indent}  `))];
}
