// What is noted of proposed documents: grammar of their kind, reference data, room. Each row is a change and the codes it calls for.
import { describe, expect, it } from 'vitest';
import { trialOf } from '../../src/facts/policies/trial.ts';
import { computePlan } from '../../src/fix/plan/compute.ts';
import { warningsOf, withWarnings } from '../../src/fix/validity/check.ts';
import { proposalOf } from '../../src/fix/validity/proposal.ts';
import type { DiagnosedFix } from '../../src/model/diagnosis.ts';
import type { NamedPolicy } from '../../src/model/policy.ts';
import { allow, asked, documentOf } from './held.ts';
import { bucket, grammar, many, read, reference, room, type Row } from './validity-cases.ts';

function fixOf({ type, statements, before, name, version }: Row): DiagnosedFix {
  const document = { ...documentOf(...statements), ...(version === undefined ? {} : { Version: version }) };
  const text = JSON.stringify(document, null, 2);
  const policy = { name: name ?? 'p', isNew: false };
  const whole = before === undefined ? {} : { before: JSON.stringify(documentOf(...before)), after: text };
  return {
    ...{
      id: 'x',
      playbook: 'p',
      cause: 'c',
      kind: 'grant',
      owner: 'iam-admin',
      risk: 'low',
      text: '',
      avoid: [],
      verify: {},
    },
    proven: { state: 'notProven', code: 'policies-not-read' },
    change: { attachTo: type, document: document as never, ...whole },
    ...(before === undefined ? {} : { computed: { policy } as never }),
  } as DiagnosedFix;
}

function codesOf(row: Row): readonly string[] {
  const request = asked(row.action ?? 's3:GetObject', row.resource ?? `${bucket}/may.csv`);
  const proposal = proposalOf(fixOf(row), request, row.policies);
  return proposal === undefined ? [] : warningsOf(proposal).map(({ code }) => code);
}

const check = (rows: readonly Row[]) => () => {
  it.each(rows)('$says', (row) => expect([...new Set(codesOf(row))].sort()).toEqual([...row.codes].sort()));
};

describe('the grammar of its kind', check(grammar));
describe('the reference', check(reference));
describe('room', check(room));

const deleting = asked('s3:DeleteObject', `${bucket}/may.csv`);

/** The warnings beside the fixes of a plan, by the name of the policy that changes. */
function besidePlan(identity: readonly NamedPolicy[]): readonly (readonly [string | undefined, string])[] {
  const trial = trialOf({ identity }, { request: deleting, knowsOwner: true, knowsContext: true });
  const { fixes, plan } = computePlan(trial, new Map(), []);
  return withWarnings(fixes, trial, plan?.doNotHelp).flatMap(({ warnings = [], computed }) =>
    warnings.map(({ code }) => [computed?.policy?.name, code] as const),
  );
}

const ofAws = (count: number): readonly NamedPolicy[] =>
  Array.from({ length: count }, (_, at) => ({ name: `arn:aws:iam::aws:policy/P${at}`, policy: documentOf(read) }));

describe('beside a plan', () => {
  it('counts the policies that are attached where one more is proposed', () => {
    expect(besidePlan(ofAws(9))).toEqual([]);
    expect(besidePlan(ofAws(10))).toEqual([['allow-s3-DeleteObject', 'count.attached']]);
  });
  it('says that the policy to be changed is full', () => {
    const full = [{ name: 'app/reports', policy: documentOf(...many(90, allow('s3:GetObject', `${bucket}/*`))) }];
    expect(besidePlan(full)).toContainEqual(['app/reports', 'size.no-room']);
  });
});
