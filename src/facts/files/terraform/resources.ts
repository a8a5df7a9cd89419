// Lists the resources that are in force by `terraform show -json` (a state, or what stood before a plan) or by a state file, whatever module they are in. (Terraform page: "JSON Output Format")
import { isRow, memberOf, type Row } from '../given-file.ts';

export interface TerraformResource {
  readonly address: string;
  readonly type: string;
  readonly isData: boolean;
  readonly values: Row;
}

/** Modules nest as deep as people nest them; nobody nests them deeper than this. */
const deepest = 60;

const textIn = (value: unknown, name: string): string => {
  const text = memberOf(value, name);
  return typeof text === 'string' ? text : '';
};

export const rowsIn = (value: unknown, name: string): readonly Row[] => {
  const list = memberOf(value, name);
  return Array.isArray(list) ? list.filter(isRow) : [];
};

export const isPlan = (document: unknown): boolean => memberOf(document, 'planned_values') !== undefined;

export function resourcesOf(document: unknown): readonly TerraformResource[] {
  if (Array.isArray(memberOf(document, 'resources'))) return ofStateFile(document);
  return isPlan(document) ? beforePlan(document) : ofState(document);
}

/** What was refuses calls, not what is going to be: no planned value is read. */
function beforePlan(document: unknown): readonly TerraformResource[] {
  const prior = ofState(memberOf(document, 'prior_state'));
  const addresses = new Set(prior.map(({ address }) => address));
  const changed = rowsIn(document, 'resource_changes')
    .filter((row) => !addresses.has(textIn(row, 'address')) && !addresses.has(textIn(row, 'previous_address')))
    .filter((row) => isRow(beforeOf(row)))
    .map((row) => resource(row, beforeOf(row)));
  return [...prior, ...changed];
}

const beforeOf = (row: Row): unknown => memberOf(memberOf(row, 'change'), 'before');

export interface PlannedChange {
  readonly address: string;
  readonly type: string;
}

/** The resources that a plan is going to make, change or remove. */
export function changesIn(document: unknown): readonly PlannedChange[] {
  const isQuiet = (row: Row): boolean => {
    const actions = memberOf(memberOf(row, 'change'), 'actions');
    return Array.isArray(actions) && actions.every((action) => action === 'no-op' || action === 'read');
  };
  const changing = rowsIn(document, 'resource_changes').filter((row) => !isQuiet(row));
  return changing.map((row) => ({ address: textIn(row, 'address'), type: textIn(row, 'type') }));
}

const ofState = (state: unknown): readonly TerraformResource[] =>
  ofModule(memberOf(memberOf(state, 'values'), 'root_module'), 0);

function ofModule(module: unknown, depth: number): readonly TerraformResource[] {
  if (depth > deepest) return [];
  const own = rowsIn(module, 'resources').map((row) => resource(row, memberOf(row, 'values')));
  return [...own, ...rowsIn(module, 'child_modules').flatMap((child) => ofModule(child, depth + 1))];
}

const resource = (row: Row, values: unknown): TerraformResource => ({
  address: textIn(row, 'address'),
  type: textIn(row, 'type'),
  isData: row['mode'] === 'data',
  values: isRow(values) ? values : {},
});

function ofStateFile(document: unknown): readonly TerraformResource[] {
  return rowsIn(document, 'resources').flatMap((row) =>
    rowsIn(row, 'instances').map((instance) => {
      const [type, values, key] = [textIn(row, 'type'), memberOf(instance, 'attributes'), instance['index_key']];
      const index = key === undefined ? '' : `[${JSON.stringify(key)}]`;
      const isData = row['mode'] === 'data';
      const path = [textIn(row, 'module'), isData ? 'data' : '', type, `${textIn(row, 'name')}${index}`];
      const address = path.filter((part) => part !== '').join('.');
      return { address, type, isData, values: isRow(values) ? values : {} };
    }),
  );
}
