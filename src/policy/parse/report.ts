// Collects diagnostics about one policy document, each with its position.
import type { PolicyDiagnosticCode } from '../../model/policy-codes.ts';
import type { EvaluatedType, NamedPolicy, PolicyDiagnostic, PolicyPosition } from '../../model/policy.ts';
import { locate, type TextPosition } from './positions.ts';
import { excerpt } from './values.ts';

/** Where a document stands in the policy set. */
export interface Place {
  readonly type: EvaluatedType;
  readonly level?: number;
  readonly policy: string;
}

export interface Finding {
  readonly code: PolicyDiagnosticCode;
  readonly pointer: string;
  readonly found?: unknown;
  readonly severity?: 'warning';
}

export class Report {
  readonly diagnostics: PolicyDiagnostic[] = [];
  readonly place: Place;
  private readonly text: string | undefined;
  private located: ReadonlyMap<string, TextPosition> | undefined;

  constructor(place: Place, source: NamedPolicy) {
    this.place = place;
    this.text = typeof source.text === 'string' ? source.text : textOf(source.policy);
  }

  position(pointer: string): PolicyPosition {
    if (this.text === undefined) return { pointer };
    this.located ??= locate(this.text);
    const position = this.located.get(pointer);
    return position === undefined ? { pointer } : { pointer, ...position };
  }

  /** Errors in a statement make it ignored; warnings leave it standing. */
  statement(index: number, finding: Finding): void {
    this.add(finding, finding.severity === undefined ? 'statement' : null, index);
  }

  document(finding: Finding): void {
    this.add(finding, finding.severity === undefined ? 'document' : null);
  }

  private add(finding: Finding, ignored: PolicyDiagnostic['ignored'], index?: number): void {
    const found = excerpt(finding.found);
    this.diagnostics.push({
      code: finding.code,
      severity: finding.severity ?? 'error',
      ...this.place,
      ...(index === undefined ? {} : { index }),
      ignored,
      position: this.position(finding.pointer),
      ...(found === '' ? {} : { found }),
    });
  }
}

const textOf = (policy: unknown): string | undefined =>
  typeof policy === 'string' && !policy.startsWith('%') ? policy : undefined;
