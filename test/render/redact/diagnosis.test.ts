// Diagnosing redacted facts comes to the redacted diagnosis: pseudonyms change who and what is meant, and nothing else.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnose.ts';
import { mergeFiles } from '../../../src/facts/files/merge.ts';
import { readGivenFile } from '../../../src/facts/files/read-file.ts';
import { catalogue } from '../../../src/model/catalogue/catalogue.ts';
import type { Diagnosis } from '../../../src/model/diagnosis.ts';
import type { PolicySet } from '../../../src/model/policy.ts';
import { loadPlaybooks } from '../../../src/playbook/load.ts';
import { evaluate } from '../../../src/policy/evaluate.ts';
import { redactorFor } from '../../../src/render/redact/redactor.ts';

const playbooks = await loadPlaybooks({});

/** Words that no sentence of the program has. */
const word = fc.stringMatching(/^[qwxyjh]{2}[a-z]{2,4}[0-9]{0,2}$/);
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join('-'));
const account = fc.stringMatching(/^[1-9][0-9]{11}$/);
const octet = fc.integer({ min: 1, max: 254 });
const address = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.'));
const range = fc.tuple(address, fc.integer({ min: 1, max: 32 }));

interface World {
  readonly principal: string;
  readonly resource: string;
  readonly file: Readonly<Record<string, unknown>>;
  readonly text: string;
}

const world: fc.Arbitrary<World> = fc
  .record({
    home: account,
    owner: account,
    isOwn: fc.boolean(),
    user: name,
    role: name,
    session: word,
    isRole: fc.boolean(),
    bucket: name,
    key: name,
    team: word,
    ip: address,
    ranges: fc.array(range, { maxLength: 2 }),
    reason: fc.constantFrom(
      '',
      ' because no identity-based policy allows the s3:GetObject action',
      ' with an explicit deny',
    ),
  })
  .chain((base) =>
    fc
      .record({
        identity: documents(base),
        resource: documents(base),
        boundary: fc.option(documents(base), { nil: undefined }),
        scp: fc.option(documents(base), { nil: undefined }),
      })
      .map((sets) => worldOf(base, sets)),
  );

interface Base {
  readonly home: string;
  readonly owner: string;
  readonly isOwn: boolean;
  readonly user: string;
  readonly role: string;
  readonly session: string;
  readonly isRole: boolean;
  readonly bucket: string;
  readonly key: string;
  readonly team: string;
  readonly ip: string;
  readonly ranges: readonly (readonly [string, number])[];
  readonly reason: string;
}

const principalOf = ({ home, user, role, session, isRole }: Base): string =>
  isRole ? `arn:aws:sts::${home}:assumed-role/${role}/${session}` : `arn:aws:iam::${home}:user/${user}`;
const sourceOf = ({ home, user, role, isRole }: Base): string =>
  `arn:aws:iam::${home}:${isRole ? `role/${role}` : `user/${user}`}`;

/** The resource, and patterns that cover it or do not: cut anywhere in a word. */
function patternOf(base: Base): fc.Arbitrary<string> {
  const whole = `arn:aws:s3:::${base.bucket}/${base.key}`;
  const start = 'arn:aws:s3:::'.length;
  const cut = fc.integer({ min: start, max: whole.length });
  return fc.oneof(
    fc.constantFrom('*', whole, `arn:aws:s3:::${base.bucket}/*`, 'arn:aws:s3:::*/${aws:username}'),
    cut.map((at) => `${whole.slice(0, at)}*`),
    cut.map((at) => `arn:aws:s3:::*${whole.slice(at)}`),
    fc.tuple(cut, cut).map(([a, b]) => `${whole.slice(0, Math.min(a, b))}*${whole.slice(Math.max(a, b))}`),
    name.map((other) => `arn:aws:s3:::${other}/*`),
  );
}

function documents(base: Base): fc.Arbitrary<readonly unknown[]> {
  const conditions = fc.constantFrom<object | undefined>(
    undefined,
    { IpAddress: { 'aws:SourceIp': base.ranges.map(([ip, length]) => `${ip}/${length}`) } },
    { StringEquals: { 'aws:PrincipalTag/squad': base.team } },
    { StringLike: { 'aws:PrincipalTag/squad': `${base.team.slice(0, 2)}*` } },
    { ArnLike: { 'aws:PrincipalArn': sourceOf(base).replace(/..$/, '*') } },
    { StringNotEquals: { 'aws:PrincipalAccount': base.owner } },
  );
  const statement = fc
    .record({
      sid: word,
      effect: fc.constantFrom('Allow', 'Deny'),
      action: fc.constantFrom('s3:GetObject', 's3:*', 's3:PutObject', '*'),
      resource: fc.array(patternOf(base), { minLength: 1, maxLength: 2 }),
      condition: conditions,
    })
    .map(({ sid, effect, action, resource, condition }) => ({
      Sid: sid,
      Effect: effect,
      Action: action,
      Resource: resource,
      ...(condition === undefined ? {} : { Condition: condition }),
    }));
  return fc.array(statement, { minLength: 1, maxLength: 3 });
}

const policy = (statements: readonly unknown[]) => ({ Version: '2012-10-17', Statement: statements });

function worldOf(
  base: Base,
  sets: Readonly<Record<'identity' | 'resource' | 'boundary' | 'scp', readonly unknown[] | undefined>>,
): World {
  const [principal, resource] = [principalOf(base), `arn:aws:s3:::${base.bucket}/${base.key}`];
  const open = (sets.resource ?? []).map((one) => ({
    ...(one as object),
    Principal: { AWS: [base.home, sourceOf(base)] },
  }));
  const text = JSON.stringify(policy(sets.identity ?? []), undefined, 2);
  const flat = (name: string, statements: readonly unknown[] | undefined) =>
    statements === undefined ? {} : { [name]: [{ name: `${base.user}-${name}`, policy: policy(statements) }] };
  const facts = {
    'target.accountId': base.isOwn ? base.home : base.owner,
    'caller.name': base.isRole ? base.role : base.user,
  };
  const policies = {
    identity: [{ name: `${base.role}-inline`, policy: text, text }],
    ...flat('resource', open),
    ...flat('boundary', sets.boundary),
    ...(sets.scp === undefined ? {} : { scps: [[{ name: `${base.team}-org`, policy: policy(sets.scp) }]] }),
  };
  const context = { 'aws:SourceIp': base.ip, 'aws:PrincipalTag/squad': base.team };
  return {
    principal,
    resource,
    text: `An error occurred (AccessDenied) when calling the GetObject operation: User: ${principal} is not authorized to perform: s3:GetObject on resource: "${resource}"${base.reason}`,
    file: { schema: 'whydenied/facts@1', facts, request: { context }, policies },
  };
}

async function diagnosisOf(text: string, file: object): Promise<Diagnosis> {
  const given = await readGivenFile({ path: 'facts.json', text: JSON.stringify(file) });
  const { atHand } = mergeFiles([{ path: 'facts.json', given }]);
  const provides = catalogue.map(({ name: fact }) => fact);
  const source = { id: 'facts.json', provides, fetch: () => Promise.resolve(given.facts) };
  return diagnose({ text, playbooks, sources: [source], ...(atHand === undefined ? {} : { policies: atHand }) });
}

/** How long the text is, and where things stand in it, may differ; numbers of the article's steps are no names, though a name can look like one. */
const placeless = (diagnosis: Diagnosis): unknown =>
  JSON.parse(
    JSON.stringify(diagnosis, (key, value: unknown) => (['span', 'article'].includes(key) ? undefined : value)),
  );

it('comes to the same diagnosis', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(world, async ({ text, file }) => {
      const redactor = redactorFor({ texts: [text], data: [file] });
      const redacted = await diagnosisOf(redactor.errors(text), redactor.data(file));
      const diagnosis = redactor.data(await diagnosisOf(text, file));
      expect(placeless(redacted)).toEqual(placeless(diagnosis));
    }),
    { numRuns: 15 },
  );
});

const decisionsOf = ({ principal, resource }: Pick<World, 'principal' | 'resource'>, file: World['file']): unknown => {
  const { policies, request } = file as { policies: PolicySet; request: { context: Record<string, string> } };
  const home = /\d{12}/.exec(principal)?.[0] ?? '';
  const accounts = { principalAccount: home, resourceAccount: home };
  const found = evaluate({ action: 's3:GetObject', resource, principal, ...accounts, ...request }, policies);
  return found.statements.map(({ resource: covers, condition, principal: named, matches }) => [
    covers,
    condition,
    named,
    matches,
  ]);
};

it('keeps what every statement matches', () => {
  fc.assert(
    fc.property(world, ({ principal, resource, text, file }) => {
      const redactor = redactorFor({ texts: [text], data: [file] });
      const asked = redactor.data({ principal, resource });
      expect(decisionsOf(asked, redactor.data(file))).toEqual(decisionsOf({ principal, resource }, file));
    }),
    { numRuns: 200 },
  );
});

it('leaves no name behind', async () => {
  await fc.assert(
    fc.asyncProperty(world, async ({ text, file }) => {
      const redactor = redactorFor({ texts: [text], data: [file] });
      const shown = `${redactor.errors(text)} ${JSON.stringify(redactor.data(file))}`;
      const names = text.match(/(?<=:user\/|assumed-role\/|:::)[a-z0-9-]+|\d{12}/g) ?? [];
      const words = names.flatMap((one) => one.split('-')).filter((one) => one.length > 3);
      expect(words.filter((one) => new RegExp(`(?<![a-z0-9])${one}(?![a-z0-9])`).test(shown))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
