// Turns the built-in playbooks into tables: for authors which classes of errors have one, and which have none yet; for users the families.
import type { LoadedPlaybook } from '../src/model/playbook.ts';
import { errorClasses } from './error-classes.ts';

const classMarks = ['<!-- classes: generated -->', '<!-- classes: end -->'] as const;
const familyMarks = ['<!-- families: generated -->', '<!-- families: end -->'] as const;

type About = Pick<LoadedPlaybook, 'id' | 'family' | 'classes'>;

const classesOf = ({ id, classes }: About): readonly string[] => classes ?? [id];

function laidOut(cells: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = cells;
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}

function table(playbooks: readonly About[]): string {
  const sorted = [...playbooks].sort((a, b) => (`${a.family}/${a.id}` < `${b.family}/${b.id}` ? -1 : 1));
  const rows = sorted.map((one) => [
    one.family,
    `[${one.id}](${one.family}/${one.id}.yaml)`,
    classesOf(one).join(', '),
  ]);
  return laidOut([['family', 'playbook', 'classes'], ...rows]);
}

/** What each family is about, in the order a person thinks of them. */
const families: Readonly<Record<string, string>> = {
  'identify-caller': 'who called, and whether that was meant',
  identity: "nothing in the caller's own policies allows it",
  'explicit-deny': 'a Deny: MFA, network, tags, revoked sessions, quarantine',
  boundary: 'permissions boundaries',
  session: 'session policies, limits of sessions and of role chains',
  organization: 'service and resource control policies, Regions, perimeters',
  resource: "the resource's own policy, and access across accounts",
  trust: 'assuming roles: trust policies, external ids, OIDC, SAML, Pod Identity',
  conditions: 'condition keys, tags, operators',
  'resource-level': 'actions that take no resource, ARNs of the wrong shape',
  encoded: 'encoded authorization messages',
  passrole: 'PassRole, service-linked and service roles, instance profiles',
  kms: 'keys behind other services, key policies, grants, key states',
  s3: 'plain Access Denied, Block Public Access, ownership, presigned URLs',
  network: 'VPC endpoint policies, and no route that looks like a denial',
  credentials: 'no, expired, unknown or wrong credentials, clocks, Regions',
  services: 'services with permissions of their own: EKS, Lake Formation, Bedrock, ECS, OpenSearch and others',
  'fall-back': 'whatever nothing else knows',
};

/** Families that have no line above. */
export const unknownFamilies = (playbooks: readonly About[]): readonly string[] => [
  ...new Set(playbooks.map(({ family }) => family).filter((family) => !Object.hasOwn(families, family))),
];

export function withFamilyTable(page: string, playbooks: readonly About[]): string {
  const rows = Object.entries(families).map(([family, about]) => {
    const own = playbooks.filter((one) => one.family === family);
    return [`[${family}](playbooks/${family})`, about, String(own.length), String(own.flatMap(classesOf).length)];
  });
  const classes = new Set(playbooks.flatMap(classesOf)).size;
  const total = ['', 'together', String(playbooks.length), String(classes)];
  return between(page, familyMarks, laidOut([['family', 'about', 'playbooks', 'classes of errors'], ...rows, total]));
}

export const uncovered = (playbooks: readonly About[]): readonly string[] =>
  errorClasses.filter((name) => !playbooks.some((playbook) => classesOf(playbook).includes(name)));

/** Names that stand in `classes` and are no class. */
export const unknownClasses = (playbooks: readonly About[]): readonly string[] =>
  playbooks.flatMap((playbook) =>
    (playbook.classes ?? [])
      .filter((name) => name !== playbook.id && !errorClasses.includes(name))
      .map((name) => `${playbook.id}: ${name}`),
  );

export function withClassTable(guide: string, playbooks: readonly About[]): string {
  const missing = uncovered(playbooks);
  const rest =
    missing.length === 0
      ? ''
      : `\n\nWithout a playbook of their own, ${missing.length} of ${errorClasses.length}: ${missing.join(', ')}.`;
  return between(guide, classMarks, `${table(playbooks)}${rest}`);
}

type Marks = readonly [start: string, end: string];

function between(page: string, [start, end]: Marks, content: string): string {
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page has no ${start} … ${end}`);
  return `${page.slice(0, from)}${start}\n\n${content}\n\n${page.slice(to)}`;
}
