// Actions that AWS documents and that the generated data lacks, each reviewed by hand. (AWS page: "Troubleshoot access denied errors with authorization details")
import type { ActionReference } from './actions.ts';

/** Both read AWS's own evaluation of a denied request, and know no single resources. */
const supplement: Readonly<Record<string, ActionReference>> = Object.fromEntries(
  ['iam:GetRequestAuthorizationDetails', 'iam:GetRequestAuthorizationPolicy'].map((action) => [
    action.toLowerCase(),
    { action, accessLevel: 'Read', resourceTypes: [], conditionKeys: [] },
  ]),
);

export function supplementedAction(action: string): ActionReference | undefined {
  const wanted = action.toLowerCase();
  return Object.hasOwn(supplement, wanted) ? supplement[wanted] : undefined;
}
