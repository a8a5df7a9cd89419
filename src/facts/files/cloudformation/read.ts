// Reads a CloudFormation template, as CDK makes them too, in JSON or YAML: the policies it describes. (AWS page: "CloudFormation template format")
import { InputError } from '../../../model/input-error.ts';
import { isRow, memberOf, type GivenFile, type NamedText } from '../given-file.ts';
import { countsOf } from '../inventory-counts.ts';
import { accountFrom } from '../inventory.ts';
import type { Desk, TemplateResource } from './desk.ts';
import { identitiesIn } from './identities.ts';
import { controlsIn, resourcePoliciesIn } from './resource-policies.ts';

/** CloudFormation takes templates of up to a megabyte. */
const largest = 4 * 1024 * 1024;

export async function templateFile({ path, text }: NamedText, document: unknown): Promise<GivenFile> {
  const value = typeof document === 'string' ? await fromYaml(text, path) : document;
  const [resources, mappings] = [memberOf(value, 'Resources'), memberOf(value, 'Mappings')];
  const rows = isRow(resources) ? resources : {};
  const desk: Desk = {
    file: path,
    template: { resources: rows, mappings: isRow(mappings) ? mappings : {} },
    resources: Object.entries(rows).flatMap(([id, row]) => resourceOf(id, row)),
    gaps: [],
  };
  for (const [id, row] of Object.entries(rows))
    if (memberOf(row, 'Condition') !== undefined && carriesPolicies(row))
      desk.gaps.push({ code: 'conditional', place: id });
  const [identities, controls] = [identitiesIn(desk), controlsIn(desk)];
  const inventory = { ...identities, resources: resourcePoliciesIn(desk), endpoints: [], controls };
  return {
    facts: [],
    partial: true,
    policies: {},
    accounts: [{ ...accountFrom(inventory, path), isTemplate: true }],
    contents: { kind: 'cloudformation-template', counts: countsOf(inventory) },
    gaps: uniqueGaps(desk),
  };
}

const carriesPolicies = (row: unknown): boolean =>
  /^AWS::(?:IAM|Organizations)::|Policy$|Permission$/.test(String(memberOf(row, 'Type')));

/** A resource under a condition may not be there at all: what it says is not known. */
function resourceOf(id: string, row: unknown): readonly TemplateResource[] {
  const type = memberOf(row, 'Type');
  if (typeof type !== 'string' || memberOf(row, 'Condition') !== undefined) return [];
  return [{ id, type, properties: memberOf(row, 'Properties') }];
}

function uniqueGaps({ gaps }: Desk): Desk['gaps'] {
  const seen = new Map(gaps.map((gap) => [JSON.stringify(gap), gap]));
  return [...seen.values()];
}

async function fromYaml(text: string, path: string): Promise<unknown> {
  const { parseYaml, yamlLimits } = await import('../../../playbook/yaml.ts');
  const { tree, faults, positionOf } = parseYaml(text, { ...yamlLimits, characters: largest }, 'cloudformation');
  if (tree !== undefined) return tree.value;
  const { line, column } = positionOf(faults[0]?.range.start ?? 0);
  throw new InputError(
    `${path}:${line}:${column}: ${faults[0]?.detail ?? 'unreadable'}`,
    'a template is JSON or YAML without aliases; cdk synth and sam build print one',
  );
}
