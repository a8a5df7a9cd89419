// Lists the resources of `terraform show -json` (a plan or a state) and of a state file, whatever module they are in. (Terraform page: "JSON Output Format")
import { isRow, memberOf, type Row } from '../given-file.ts';

export interface TerraformResource {
  readonly address: string;
  /** The address of its module, without instance keys; empty for the root. */
  readonly module: string;
  /** The module's address with instance keys. */
  readonly instanceOf: string;
  readonly type: string;
  readonly name: string;
  /** The key of an instance, as it stands in the address. */
  readonly index: string;
  readonly isData: boolean;
  readonly values: Row;
  /** Attributes that are known only after apply. */
  readonly unknown: Row;
  /** The plan changes it. */
  readonly changes: boolean;
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

export function resourcesOf(document: unknown): readonly TerraformResource[] {
  if (Array.isArray(memberOf(document, 'resources'))) return ofStateFile(document);
  const planned = memberOf(document, 'planned_values');
  if (planned === undefined) return ofModule(memberOf(memberOf(document, 'values'), 'root_module'), new Map(), 0);
  const changes = new Map(rowsIn(document, 'resource_changes').map((change) => [textIn(change, 'address'), change]));
  const before = memberOf(memberOf(document, 'prior_state'), 'values');
  return [
    ...ofModule(memberOf(planned, 'root_module'), changes, 0),
    ...ofModule(memberOf(before, 'root_module'), new Map(), 0).filter(({ isData }) => isData),
  ];
}

function ofModule(module: unknown, changes: ReadonlyMap<string, Row>, depth: number): readonly TerraformResource[] {
  if (depth > deepest) return [];
  const own = rowsIn(module, 'resources').map((row) =>
    resource(row, textIn(module, 'address'), changes.get(textIn(row, 'address'))),
  );
  return [...own, ...rowsIn(module, 'child_modules').flatMap((child) => ofModule(child, changes, depth + 1))];
}

function resource(row: Row, instanceOf: string, change: Row | undefined): TerraformResource {
  const [values, index] = [memberOf(row, 'values'), memberOf(row, 'index')];
  const plan = memberOf(change, 'change');
  const unknown = memberOf(plan, 'after_unknown');
  const actions = memberOf(plan, 'actions');
  const isQuiet = !Array.isArray(actions) || actions.every((action) => action === 'no-op' || action === 'read');
  return {
    address: textIn(row, 'address'),
    ...{ module: withoutKeys(instanceOf), instanceOf },
    ...{ type: textIn(row, 'type'), name: textIn(row, 'name') },
    index: index === undefined ? '' : `[${JSON.stringify(index)}]`,
    isData: row['mode'] === 'data',
    values: isRow(values) ? values : {},
    unknown: isRow(unknown) ? unknown : {},
    changes: !isQuiet,
  };
}

const withoutKeys = (address: string): string => address.replace(/\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g, '');

function ofStateFile(document: unknown): readonly TerraformResource[] {
  return rowsIn(document, 'resources').flatMap((row) =>
    rowsIn(row, 'instances').map((instance) => {
      const [instanceOf, type, name] = [textIn(row, 'module'), textIn(row, 'type'), textIn(row, 'name')];
      const [values, key] = [memberOf(instance, 'attributes'), memberOf(instance, 'index_key')];
      const index = key === undefined ? '' : `[${JSON.stringify(key)}]`;
      const isData = row['mode'] === 'data';
      const path = [instanceOf, isData ? 'data' : '', type, `${name}${index}`];
      return {
        address: path.filter((part) => part !== '').join('.'),
        ...{ module: withoutKeys(instanceOf), instanceOf, type, name, index, isData },
        values: isRow(values) ? values : {},
        unknown: {},
        changes: false,
      };
    }),
  );
}
