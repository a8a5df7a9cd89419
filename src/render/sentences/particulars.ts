// The article's four, who called, which API, which resource, when: each with its value or `unknown`, and with where it comes from or how to supply it. (AWS page: "How can I troubleshoot access denied or unauthorized operation errors with an IAM policy?")
import type { Diagnosis, Particulars } from '../../model/diagnosis.ts';
import { valueOf } from '../view.ts';
import { toolNames } from './denials.ts';
import { gradeNotes } from './facts.ts';

export const particularNames = ['caller', 'api', 'resource', 'time'] as const satisfies readonly (keyof Particulars)[];

/** As a row's label in text. */
export const particularLabels = {
  caller: 'who',
  api: 'API',
  resource: 'what',
  time: 'when',
} as const satisfies Record<keyof Particulars, string>;

/** In full, for a table. */
export const particularTitles = {
  caller: 'Who called',
  api: 'API',
  resource: 'Resource',
  time: 'When',
} as const satisfies Record<keyof Particulars, string>;

const howToSupply = {
  caller: 'run "aws sts get-caller-identity" where it failed, then add --set caller.arn=ARN',
  api: 'add --set error.action=SERVICE:ACTION',
  resource: 'add --set error.resource=ARN',
  time: 'add --set error.time=TIME',
} as const satisfies Record<keyof Particulars, string>;

export const particularValue = (diagnosis: Diagnosis, name: keyof Particulars): string =>
  (diagnosis.particulars[name].value ?? 'unknown').replace(/\s+/g, ' ').trim();

/** Notes that only the other facts can add. */
const besides = {
  caller: (diagnosis) => {
    const same = valueOf(diagnosis, 'caller.matchesError');
    if (same === true) return 'you are this caller';
    const now = valueOf(diagnosis, 'caller.arn');
    return same === false && typeof now === 'string' ? `you now call as another identity: ${now}` : undefined;
  },
  api: ({ denial }) => (denial?.tool === undefined ? undefined : `printed by ${toolNames[denial.tool]}`),
  resource: (diagnosis) => {
    if (valueOf(diagnosis, 'action.supportsResourceLevel') === false)
      return 'this action has no resource-level permissions';
    const crosses = valueOf(diagnosis, 'target.crossAccount');
    if (crosses === undefined) return undefined;
    return crosses === true ? 'another account' : 'same account';
  },
  time: () => undefined,
} as const satisfies Record<keyof Particulars, (diagnosis: Diagnosis) => string | undefined>;

/** Where the value comes from, or how to supply it, and what else bears on it. */
export function particularNotes(diagnosis: Diagnosis, name: keyof Particulars): string {
  const { value, grade } = diagnosis.particulars[name];
  const isNone = name === 'resource' && valueOf(diagnosis, 'action.supportsResourceLevel') === false;
  const supply = isNone ? undefined : howToSupply[name];
  const source = value === undefined ? supply : grade === undefined ? undefined : gradeNotes[grade];
  return [source, besides[name](diagnosis)].filter((note) => note !== undefined).join('; ');
}
