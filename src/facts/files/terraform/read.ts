// Reads a plan or state of Terraform or OpenTofu: the policies that are in force by it; what a plan is going to change is not yet. (Terraform page: "JSON Output Format")
import type { GivenFile, NamedText } from '../given-file.ts';
import { accountFrom } from '../inventory.ts';
import { countsOf } from '../inventory-counts.ts';
import { controlsIn } from './controls.ts';
import type { Desk } from './desk.ts';
import { identitiesIn } from './identities.ts';
import { endpointPoliciesIn, resourcePoliciesIn } from './resource-policies.ts';
import { changesIn, isPlan, resourcesOf } from './resources.ts';
import { entityRows, resourceRows } from './rows.ts';

export function terraformFile({ path }: NamedText, document: unknown): GivenFile {
  const changing = changesIn(document).filter(({ type }) => isRead(type));
  const addresses = new Set(changing.map(({ address }) => address));
  const desk: Desk = { file: path, resources: resourcesOf(document), changing: addresses, gaps: [] };
  const inventory = {
    ...identitiesIn(desk),
    resources: resourcePoliciesIn(desk),
    endpoints: endpointPoliciesIn(desk),
    controls: controlsIn(desk),
  };
  notePlanned(desk);
  return {
    facts: [],
    partial: true,
    policies: {},
    accounts: [{ ...accountFrom(inventory, path), isTemplate: true }],
    contents: { kind: isPlan(document) ? 'terraform-plan' : 'terraform-state', counts: countsOf(inventory) },
    gaps: desk.gaps,
  };
}

const isRead = (type: string): boolean =>
  Object.hasOwn(entityRows, type) || Object.hasOwn(resourceRows, type) || bearsOnAccess.test(type);

const bearsOnAccess = /^aws_(?:iam_|organizations_|lambda_permission$|vpc_endpoint)/;

/** Whoever reads the result may take the plan for what is. */
function notePlanned({ changing, gaps }: Desk): void {
  const [first, ...others] = changing;
  if (first === undefined) return;
  const place = others.length === 0 ? first : `${first} and ${others.length} more`;
  gaps.push({ code: 'planned', place });
}
