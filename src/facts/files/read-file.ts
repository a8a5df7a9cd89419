// Reads one file that a person hands over, by what its content shows it to be: facts, an account's policies, a document of AWS's.
import { InputError } from '../../model/input-error.ts';
import { sniffDocument, type DocumentKind } from '../../parse/documents.ts';
import { accountDetailsOf } from './account-details.ts';
import { debugFile, decodedFile, detailsFile, identityFile, trailFile } from './documents.ts';
import { readFactsFile } from './facts-file.ts';
import { parsedJson, type GivenFile, type NamedText } from './given-file.ts';
import { policiesIn, roleNames } from './policy-folder.ts';

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
};

export async function readGivenFile(given: NamedText): Promise<GivenFile> {
  const document = sniffDocument(given.text);
  const reader = document === undefined ? undefined : readers[document.kind];
  if (reader !== undefined) return reader(given, document?.value);
  return readFactsFile(given.text, given.path);
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
  const own: GivenFile = { facts: [], policies, partial: true };
  return { files: hasPolicies ? [{ path: folder, given: own }, ...files] : files, ignored };
}

const isFacts = ({ text }: NamedText): boolean =>
  sniffDocument(text)?.kind === 'facts' || (parsedJson(text) === undefined && /^schema: whydenied\/facts/m.test(text));
