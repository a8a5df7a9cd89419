// Fills a playbook's texts before anything is known: every placeholder becomes the author's text for it, or an upper-case name.
import { expandCommand } from '../../playbook/template.ts';
import { partsOf, upperCaseName } from '../../playbook/placeholder.ts';

export const blankText = (template: string): string =>
  partsOf(template)
    .map((part) => (typeof part === 'string' ? part : (part.or ?? upperCaseName(part.fact))))
    .join('');

export const blankCommand = (template: string): string => expandCommand(template, () => undefined);
