// Lays out the SCPs and RCPs that iam-collect wrote in levels above each account.
import type { NamedPolicy } from '../../../model/policy.ts';
import type { AccountControls } from '../../policies/account.ts';
import type { Gap } from '../gaps.ts';
import { isRow, memberOf } from '../given-file.ts';
import { contentOf, type OrganizationFiles } from './folder.ts';

const kinds = [
  { type: 'scp', list: 'scps', feature: 'SERVICE_CONTROL_POLICY' },
  { type: 'rcp', list: 'rcps', feature: 'RESOURCE_CONTROL_POLICY' },
] as const;

export function controlsIn({ id, files }: OrganizationFiles, gaps: Gap[]): readonly AccountControls[] {
  const [accounts, units] = [contentOf(files.get('accounts')), contentOf(files.get('ous'))];
  const metadata = contentOf(files.get('metadata'));
  if (!isRow(accounts)) return [];
  return Object.keys(accounts).flatMap((accountId) =>
    kinds.flatMap(({ type, list, feature }): readonly AccountControls[] => {
      const isBound = memberOf(metadata, 'rootAccountId') !== accountId;
      const isOn = memberOf(memberOf(metadata, 'features'), feature) === true;
      if (!isBound || (metadata !== undefined && !isOn)) return [{ type, accountId, levels: [], isWhole: true }];
      const path = pathTo(memberOf(accounts, accountId), units);
      if (path === undefined) gaps.push({ code: 'level-unknown', place: `${id}/ous.json`, detail: accountId });
      const nodes = [...(path ?? []), memberOf(accounts, accountId)];
      const levels = nodes.map((node) => namesIn(node, list).map((name) => policyNamed(name, list, files)));
      const isWhole = path !== undefined && levels.flat().every((policy) => policy !== undefined);
      const known = levels.map((level) => level.filter((policy) => policy !== undefined));
      return [{ type, accountId, levels: known, isWhole }];
    }),
  );
}

/** The units above an account from the root; undefined where one of them is not in the file. */
function pathTo(account: unknown, units: unknown): readonly unknown[] | undefined {
  const path: unknown[] = [];
  for (let unit = memberOf(account, 'ou'); typeof unit === 'string'; unit = memberOf(path[0], 'parent')) {
    const row = memberOf(units, unit);
    if (!isRow(row) || path.length > 8) return undefined;
    path.unshift(row);
  }
  return path.length === 0 ? undefined : path;
}

function namesIn(node: unknown, list: string): readonly string[] {
  const names = memberOf(node, list);
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

/** Listed by ARN or id; the folders are named for the id in lower case. */
function policyNamed(name: string, list: string, files: OrganizationFiles['files']): NamedPolicy | undefined {
  const folder = `${list}/${(name.split('/').at(-1) ?? '').toLowerCase()}`;
  const text = files.get(`${folder}/policy`);
  if (text === undefined || !isRow(contentOf(text))) return undefined;
  const title = memberOf(contentOf(files.get(`${folder}/metadata`)), 'name');
  return { name: typeof title === 'string' ? title : text.path, policy: text.text, text: text.text };
}
