// Whether the elements of a proposed statement may stand in a policy of its kind. (AWS pages: "IAM JSON policy elements reference", "SCP syntax", "RCP syntax")
import type { PolicyType } from '../../model/denial.ts';
import type { ValidityWarning } from '../../model/validity.ts';
import { rcpServices } from '../../policy/decide/rcp-services.ts';
import { statementsOf, textsOf, isRow } from '../document/plain.ts';
import { isOld, type NewStatement, type Proposal } from './proposal.ts';

type Check = (statement: NewStatement, proposal: Proposal) => readonly ValidityWarning[];

const warn = (code: ValidityWarning['code'], { index }: NewStatement, about: readonly string[] = []) => [
  { code, statement: index, about },
];

/** Kinds whose Sid AWS takes only with letters and digits. */
const plainSids: ReadonlySet<PolicyType> = new Set([
  'identity',
  'permissionsBoundary',
  'session',
  'trust',
  'scp',
  'rcp',
]);

const sid: Check = (at, proposal) => {
  const { Sid } = at.statement;
  if (typeof Sid !== 'string' || isOld(proposal, Sid)) return [];
  return plainSids.has(proposal.type) && !/^[A-Za-z0-9]*$/.test(Sid) ? warn('sid.characters', at, [Sid]) : [];
};

const repeatedSid: Check = (at, { document }) => {
  const { Sid } = at.statement;
  const sids = statementsOf(document).map((one) => (isRow(one) ? one.Sid : undefined));
  const isFirst = sids.indexOf(Sid) === at.index;
  return typeof Sid === 'string' && !isFirst ? warn('sid.repeated', at, [Sid]) : [];
};

/** A trust policy stands for its own role, and is asked about sts actions only. */
const trust: Check = (at, { type }) => {
  if (type !== 'trust') return [];
  const { Resource, NotResource, Action } = at.statement;
  const others = textsOf(Action).filter((action) => !/^(?:sts:|\*$)/i.test(action));
  return [
    ...(Resource === undefined && NotResource === undefined ? [] : warn('trust.resource', at)),
    ...(others.length === 0 ? [] : warn('trust.action', at, others)),
  ];
};

const rcp: Check = (at, { type }) => {
  if (type !== 'rcp') return [];
  const { Effect, Principal, NotAction, Action } = at.statement;
  const actions = textsOf(Action);
  const others = actions.filter((action) => action !== '*' && !rcpServices.has(action.split(':', 1)[0] ?? ''));
  return [
    ...(Effect === 'Allow' ? warn('rcp.allow', at) : []),
    ...(Principal === '*' ? [] : warn('rcp.principal', at)),
    ...(NotAction === undefined ? [] : warn('rcp.not-action', at)),
    ...(actions.includes('*') ? warn('rcp.every-action', at) : []),
    ...(others.length === 0 ? [] : warn('rcp.service', at, others)),
  ];
};

const notPrincipal: Check = (at, proposal) =>
  at.statement.NotPrincipal === undefined || isOld(proposal, 'NotPrincipal') ? [] : warn('principal.not-principal', at);

const checks: readonly Check[] = [sid, repeatedSid, trust, rcp, notPrincipal];

export const elementWarnings = (proposal: Proposal): readonly ValidityWarning[] =>
  proposal.statements.flatMap((at) => checks.flatMap((check) => check(at, proposal)));

/** IAM and STS take a tab, line breaks, and the characters from U+0020 to U+00FF. */
export function characterWarnings({ type, document, before }: Proposal): readonly ValidityWarning[] {
  if (!plainSids.has(type) || type === 'scp' || type === 'rcp') return [];
  const strange = [...new Set(JSON.stringify(document).match(/[^\t\n\r\u0020-\u00ff]/gu) ?? [])];
  const added = strange.filter((character) => before?.includes(character) !== true);
  return added.length === 0 ? [] : [{ code: 'document.characters', about: added.slice(0, 5) }];
}
