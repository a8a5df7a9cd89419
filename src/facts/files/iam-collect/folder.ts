// Sorts the files of a folder that cloud-copilot's iam-collect wrote by the resource they belong to. (iam-collect's documentation: "Storage")
import { memberOf, parsedJson, type NamedText } from '../given-file.ts';
import { looksLikeJson } from '../policy-text.ts';

/** One resource's folder: its files by name, without the ending. */
export interface Drawer {
  readonly path: string;
  readonly accountId: string;
  readonly arn: string;
  readonly files: ReadonlyMap<string, NamedText>;
}

const inAccount = /(?:^|\/)accounts\/(\d{12})\/(.+)\/([^/]+)\.json$/;
const inOrganization = /(?:^|\/)organizations\/(o-[a-z0-9]+)\/(.+)\.json$/;

/** Told by its folders: an account's IAM with what iam-collect writes for a role, user or policy, or an organization's. */
const telling =
  /(?:^|\/)accounts\/\d{12}\/iam\/[^/]+\/(?:.+\/)?(?:metadata|trust-policy|current-policy|inline-policies|managed-policies)\.json$|(?:^|\/)organizations\/o-[a-z0-9]+\/(?:accounts|ous|structure)\.json$/;

export const isCollected = (texts: readonly NamedText[]): boolean => texts.some(({ path }) => telling.test(path));

export function drawersIn(texts: readonly NamedText[]): readonly Drawer[] {
  const drawers = new Map<string, Map<string, NamedText>>();
  for (const text of texts) {
    const [, account, folder, name] = inAccount.exec(text.path) ?? [];
    if (account === undefined || folder === undefined || name === undefined) continue;
    const key = `${account}/${folder}`;
    const files = drawers.get(key) ?? new Map<string, NamedText>();
    drawers.set(key, files.set(name, text));
  }
  return [...drawers].flatMap(([path, files]) => {
    const arn = memberOf(contentOf(files.get('metadata')), 'arn');
    return typeof arn === 'string' ? [{ path, accountId: path.slice(0, 12), arn, files }] : [];
  });
}

export interface OrganizationFiles {
  readonly id: string;
  /** By their path below the organization's folder, without the ending. */
  readonly files: ReadonlyMap<string, NamedText>;
}

export function organizationsIn(texts: readonly NamedText[]): readonly OrganizationFiles[] {
  const found = new Map<string, Map<string, NamedText>>();
  for (const text of texts) {
    const [, id, path] = inOrganization.exec(text.path) ?? [];
    if (id === undefined || path === undefined) continue;
    const files = found.get(id) ?? new Map<string, NamedText>();
    found.set(id, files.set(path, text));
  }
  return [...found].map(([id, files]) => ({ id, files }));
}

export const contentOf = (text: NamedText | undefined): unknown =>
  text === undefined || !looksLikeJson(text.text) ? undefined : parsedJson(text.text);
