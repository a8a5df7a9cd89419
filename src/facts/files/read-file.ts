// Reads one file that a person hands over, by what its content shows it to be: facts, an account's policies, a document of AWS's.
import { InputError } from '../../model/input-error.ts';
import { sniffDocument, type DocumentKind } from '../../parse/documents.ts';
import { accountDetailsOf } from './account-details.ts';
import { debugFile, decodedFile, detailsFile, identityFile, trailFile } from './documents.ts';
import { readFactsFile } from './facts-file.ts';
import { templateFile } from './cloudformation/read.ts';
import { isCollected } from './iam-collect/folder.ts';
import { collectedFolder } from './iam-collect/read.ts';
import { parsedJson, type GivenFile, type NamedText } from './given-file.ts';
import { policiesIn, roleNames } from './policy-folder.ts';
import { terraformFile } from './terraform/read.ts';

type Reader = (given: NamedText, value: unknown) => GivenFile | Promise<GivenFile>;

const readers: Readonly<Partial<Record<DocumentKind, Reader>>> = {
  'account-authorization-details': ({ path }, value) => ({
    facts: [],
    partial: true,
    policies: {},
    accounts: [accountDetailsOf(value, path)],
  }),
  'decoded-message': decodedFile,
  'caller-identity': identityFile,
  'cloudtrail-event': ({ path }, value) => trailFile(value, path),
  policy: ({ path }) => {
    throw new InputError(
      `${path}: a policy alone does not say where it is attached`,
      `put it into a folder named for that (${roleNames.join(', ')}) and hand over the folder above, or use --policy KIND=FILE`,
    );
  },
  'authorization-details': detailsFile,
  'debug-log': debugFile,
  'terraform-plan': terraformFile,
  'terraform-state': terraformFile,
  'cloudformation-template': templateFile,
};

export async function readGivenFile(given: NamedText): Promise<GivenFile> {
  const document = sniffDocument(given.text);
  if (document !== undefined && isTooDeep(document.value))
    throw new InputError(`${given.path}: it is nested more than ${deepest} levels deep`, 'no document of AWS is');
  const reader = document === undefined ? undefined : readers[document.kind];
  const read = reader === undefined ? readFactsFile(given.text, given.path) : reader(given, document?.value);
  return withContents(await read, document?.kind ?? 'facts');
}

function withContents(given: GivenFile, kind: DocumentKind): GivenFile {
  const entities = given.accounts?.flatMap((account) => account.entities) ?? [];
  const roles = entities.filter(({ arn }) => arn.includes(':role/')).length;
  const policies = Object.entries(given.policies ?? {}).flatMap(([name, set]) =>
    name === 'unknown' ? [] : (set as readonly unknown[]).flat(),
  );
  const counts = { fact: given.facts.length, role: roles, user: entities.length - roles, policy: policies.length };
  return { ...given, contents: given.contents ?? { kind, counts } };
}

const deepest = 250;

/** Walks without recursion, which depth would break. */
function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

export interface GivenFolder {
  readonly files: readonly { readonly path: string; readonly given: GivenFile }[];
  readonly ignored: readonly string[];
}

/** A folder of policies, each in a folder named for its kind; other documents may lie beside them. */
export async function readGivenFolder(
  folder: string,
  texts: readonly NamedText[],
  empty: readonly string[],
): Promise<GivenFolder> {
  if (isCollected(texts)) return { files: [{ path: folder, given: collectedFolder(folder, texts) }], ignored: [] };
  const isOther = ({ text }: NamedText): boolean => {
    const kind = sniffDocument(text)?.kind;
    return kind !== undefined && kind !== 'policy' && readers[kind] !== undefined;
  };
  const others = texts.filter((text) => isOther(text) || isFacts(text));
  const { policies, ignored } = policiesIn(
    texts.filter((text) => !others.includes(text)),
    empty,
  );
  const files = await Promise.all(others.map(async (text) => ({ path: text.path, given: await readGivenFile(text) })));
  const hasPolicies = Object.keys(policies).length > 0;
  if (!hasPolicies && files.length === 0) {
    throw new InputError(
      `${folder}: nothing in this folder could be used`,
      `it wants folders named ${roleNames.join(', ')}`,
    );
  }
  const count = Object.values(policies).flat(2).length;
  const contents = { kind: 'policy-folder', counts: { policy: count } } as const;
  const own: GivenFile = { facts: [], policies, partial: true, contents };
  return { files: hasPolicies ? [{ path: folder, given: own }, ...files] : files, ignored };
}

const isFacts = ({ text }: NamedText): boolean =>
  sniffDocument(text)?.kind === 'facts' || (parsedJson(text) === undefined && /^schema: whydenied\/facts/m.test(text));
