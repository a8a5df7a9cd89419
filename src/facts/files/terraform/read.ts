// Reads a plan or state of Terraform or OpenTofu: the policies it describes, with what is known only after apply as unknown. (Terraform page: "JSON Output Format")
import type { GivenFile, NamedText } from '../given-file.ts';
import { accountFrom } from '../inventory.ts';
import { countsOf } from '../inventory-counts.ts';
import { memberOf } from '../given-file.ts';
import { controlsIn } from './controls.ts';
import type { Desk } from './desk.ts';
import { identitiesIn } from './identities.ts';
import { referencesIn } from './references.ts';
import { endpointPoliciesIn, resourcePoliciesIn } from './resource-policies.ts';
import { resourcesOf } from './resources.ts';
import { entityRows, resourceRows } from './rows.ts';

export function terraformFile({ path }: NamedText, document: unknown): GivenFile {
  const resources = resourcesOf(document);
  const desk: Desk = { file: path, resources, referred: referencesIn(document, resources), gaps: [] };
  const inventory = {
    ...identitiesIn(desk),
    resources: resourcePoliciesIn(desk),
    endpoints: endpointPoliciesIn(desk),
    controls: controlsIn(desk),
  };
  notePlanned(desk);
  const kind = memberOf(document, 'planned_values') === undefined ? 'terraform-state' : 'terraform-plan';
  return {
    facts: [],
    partial: true,
    policies: {},
    accounts: [{ ...accountFrom(inventory, path), isTemplate: true }],
    contents: { kind, counts: countsOf(inventory) },
    gaps: desk.gaps,
  };
}

/** What the plan changes is taken as it will be; whoever reads the result has to know. */
function notePlanned({ resources, gaps }: Desk): void {
  const isRead = (type: string) =>
    Object.hasOwn(entityRows, type) || Object.hasOwn(resourceRows, type) || /^aws_(?:iam|organizations)_/.test(type);
  const changing = resources.filter(({ changes, type }) => changes && isRead(type)).map(({ address }) => address);
  const [first, ...others] = changing;
  if (first === undefined) return;
  const place = others.length === 0 ? first : `${first} and ${others.length} more`;
  gaps.push({ code: 'as-planned', place });
}
