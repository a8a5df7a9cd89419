// Turns Terraform's policies of an organization and what they are attached to into the levels above each account, as far as the file shows them.
import type { NamedPolicy } from '../../../model/policy.ts';
import type { AccountControls } from '../../policies/account.ts';
import { documentAt, keyAt, rowsOfType, textAt, type Desk } from './desk.ts';

type ControlType = AccountControls['type'];

const types: Readonly<Record<string, ControlType>> = {
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
};

interface Attached {
  readonly type: ControlType;
  readonly target: string;
  readonly policy: NamedPolicy;
  readonly place: string;
}

/** Never whole: what else stands at a level, the file need not show. */
export function controlsIn(desk: Desk): readonly AccountControls[] {
  const attached = attachedIn(desk);
  const parents = parentsIn(desk);
  const roots = [...new Set(attached.map(({ target }) => target).filter((target) => target.startsWith('r-')))];
  const root = roots.length === 1 ? roots[0] : undefined;
  const accounts = [...new Set([...attached.map(({ target }) => target), ...parents.keys()])].filter((id) =>
    /^\d{12}$/.test(id),
  );
  const paths = accounts.map((account) => pathTo(account, parents, root));
  for (const { target, place } of attached)
    if (target !== root && !paths.some((path) => path.includes(target)))
      desk.gaps.push({ code: 'level-unknown', place, detail: target });
  return (['scp', 'rcp'] as const).flatMap((type) => {
    const own = attached.filter((one) => one.type === type);
    const levelsOf = (path: readonly string[]) =>
      path.map((id) => own.filter(({ target }) => target === id).map(({ policy }) => policy));
    const every = root === undefined ? [] : [{ type, levels: levelsOf([root]), isWhole: false }];
    const each = paths.map((path) => ({ type, accountId: path.at(-1) ?? '', levels: levelsOf(path), isWhole: false }));
    return [...each, ...every].filter(({ levels }) => levels.flat().length > 0);
  });
}

function attachedIn(desk: Desk): readonly Attached[] {
  const policies = rowsOfType(desk, 'aws_organizations_policy').flatMap((row) => {
    const type = types[textAt(row, 'type') ?? 'SERVICE_CONTROL_POLICY'];
    const policy = type === undefined ? undefined : documentAt(desk, row, 'content');
    return type === undefined || policy === undefined
      ? []
      : [{ type, policy, keys: [row.address, textAt(row, 'id'), textAt(row, 'arn')] }];
  });
  return rowsOfType(desk, 'aws_organizations_policy_attachment').flatMap((row) => {
    const [key, target] = [keyAt(desk, row, 'policy_id'), keyAt(desk, row, 'target_id')];
    const found = policies.find(({ keys }) => key !== undefined && keys.includes(key));
    return found === undefined || target === undefined
      ? []
      : [{ type: found.type, policy: found.policy, target, place: row.address }];
  });
}

function parentsIn(desk: Desk): ReadonlyMap<string, string> {
  const rows = ['aws_organizations_account', 'aws_organizations_organizational_unit'].flatMap((type) =>
    rowsOfType(desk, type),
  );
  return new Map(
    rows.flatMap((row) => {
      const [id, parent] = [textAt(row, 'id'), textAt(row, 'parent_id')];
      return id === undefined || parent === undefined ? [] : [[id, parent] as const];
    }),
  );
}

/** From the root, as far as parents are known; an organization is at most seven levels deep. */
function pathTo(account: string, parents: ReadonlyMap<string, string>, root: string | undefined): readonly string[] {
  const path = [account];
  for (let above = parents.get(account); above !== undefined && path.length < 8; above = parents.get(above))
    path.unshift(above);
  return root === undefined || path[0] === root ? path : [root, ...path];
}
