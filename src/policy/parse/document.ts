// Turns a policy document of any shape into its compiled statements and diagnostics; nothing in it can make this throw. (AWS page: "Grammar of the IAM JSON policy language")
import type { NamedPolicy, PolicyDiagnostic } from '../../model/policy.ts';
import { type Place, Report } from './report.ts';
import { mightDeny, readStatement, type Statement } from './statement.ts';
import { type Dictionary, isDictionary, member } from './values.ts';

export interface PolicyDocument {
  readonly statements: readonly Statement[];
  readonly diagnostics: readonly PolicyDiagnostic[];
  /** The document could not be read at all: it may allow or deny anything. */
  readonly unreadable: boolean;
  /** A statement that might deny was ignored. */
  readonly mightDeny: boolean;
}

const documentElements: ReadonlySet<string> = new Set(['Version', 'Id', 'Statement']);

/** Documents come as objects, as JSON text, or as the URL-encoded JSON that IAM returns. */
function parse(policy: unknown): unknown {
  if (typeof policy !== 'string') return policy;
  try {
    return JSON.parse(/^\s*%7b/i.test(policy) ? decodeURIComponent(policy) : policy.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function versionOf(document: Dictionary, report: Report): boolean {
  const version = member(document, 'Version');
  if (version === '2012-10-17') return true;
  if (version !== undefined && version !== '2008-10-17')
    report.document({ code: 'document.version', pointer: '/Version', found: version, severity: 'warning' });
  return false;
}

function open(policy: unknown, report: Report): Dictionary | undefined {
  const document = parse(policy);
  const code = typeof policy === 'string' && document === undefined ? 'document.unreadable' : 'document.not-an-object';
  if (!isDictionary(document)) {
    report.document({ code, pointer: '', found: policy });
    return undefined;
  }
  if (member(document, 'Statement') === undefined) {
    report.document({ code: 'document.no-statement', pointer: '' });
    return undefined;
  }
  for (const name of Object.keys(document)) {
    if (!documentElements.has(name))
      report.document({ code: 'document.unknown-element', pointer: '', found: name, severity: 'warning' });
  }
  return document;
}

export function readDocument(source: NamedPolicy, place: Place): PolicyDocument {
  const report = new Report(place, source);
  const document = open(source.policy, report);
  if (document === undefined)
    return { statements: [], diagnostics: report.diagnostics, unreadable: true, mightDeny: true };
  const variables = versionOf(document, report);
  const given = member(document, 'Statement');
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  const statements: Statement[] = [];
  let doubt = false;
  for (const [index, item] of list.entries()) {
    const pointer = Array.isArray(given) ? `/Statement/${index}` : '/Statement';
    const statement = readStatement(item, { report, index, pointer, variables });
    if (statement !== undefined) statements.push(statement);
    else doubt ||= mightDeny(item);
  }
  return { statements, diagnostics: report.diagnostics, unreadable: false, mightDeny: doubt };
}
