// Exchanges what names are made of: ARNs part by part, ids as a whole, addresses, and otherwise word by word; separators and wildcards stay.
import { isAwsName, idPrefixes, innerTypes, servicesWithoutTypes } from './known-words.ts';
import { uuidAt } from './pseudonyms.ts';
import type { Addresses } from './addresses.ts';
import type { Words } from './words.ts';

/** What is done with each word: noted in a first pass, exchanged in a second one. */
export interface Desk {
  readonly words: Words;
  readonly addresses: Addresses;
  readonly uuids: Map<string, string>;
  /** In the first pass words are only noted. */
  readonly isNoting: boolean;
  /** Bare words of running text are left alone. */
  readonly isSparing?: true;
}

export const arnPattern = /arn:[a-z*-]+:[^\s"'<>,;)\]}|\\]*(?:\$\{[^}\s]*\}[^\s"'<>,;)\]}|\\]*)*/;

const uuid = '[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}';
const ipv4 = String.raw`(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2})?(?![\d.]*\d)`;
const ipv6 = String.raw`(?<![\w:])(?:[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){7}|(?:[0-9a-fA-F]{1,4}:){1,6}(?::[0-9a-fA-F]{1,4}){1,6}|(?:[0-9a-fA-F]{1,4}:){2,7}:)(?:/\d{1,3})?(?![\w:])`;
const host = String.raw`(?<![\w.-])(?:[\w-]+\.)*(?:amazonaws\.com(?:\.cn)?|googleapis\.com|githubusercontent\.com|accounts\.google\.com|graph\.facebook\.com|www\.amazon\.com|appleid\.apple\.com)(?![\w-])`;
const word = String.raw`[\p{L}\p{N}]+`;
const inName = new RegExp(String.raw`(\$\{[^}]*\})|(${uuid})|(${ipv4}|${ipv6})|(${word})`, 'gu');

/** Every word of it. */
export function inNames(text: string, desk: Desk): string {
  const isService = /^[\w.*-]+\.amazonaws\.com(?:\.cn)?$/.test(text);
  if (isService && !text.includes('*') && text.split('.').length <= 5 && !/\.s3[.-]/.test(text)) return text;
  if (text.startsWith('arn:')) return inArn(text, desk);
  if (new RegExp(`^${host}$`).test(text) && !/s3/.test(text)) return text;
  return inParts(text, desk);
}

function inParts(text: string, desk: Desk): string {
  return text.replace(
    inName,
    (whole: string, variable?: string, id?: string, address?: string, one?: string, ...rest) => {
      if (variable !== undefined) return whole;
      if (id !== undefined) return uuidFor(id, desk);
      if (address !== undefined) return desk.addresses(address);
      return one === undefined ? whole : oneWord(one, text, rest[0] as number, desk);
    },
  );
}

export function uuidFor(id: string, { uuids }: Desk): string {
  const key = id.toLowerCase();
  const made = uuids.get(key) ?? uuidAt(uuids.size);
  uuids.set(key, made);
  return made;
}

function oneWord(one: string, text: string, at: number, desk: Desk): string {
  const [before, after] = [text[at - 1] ?? '', text[at + one.length] ?? ''];
  if (isAwsName(one)) return one;
  if (
    idPrefixes.has(one) &&
    !isWild(before) &&
    after === '-' &&
    /^-(?=[a-z]*\d)[\da-z]{4,}/.test(text.slice(at + one.length))
  )
    return one;
  if (!desk.isNoting) return desk.words.exchange(one);
  const [opens, closes] = [isWild(before), isWild(after)];
  if (opens || closes) desk.words.addPart(one, opens && closes ? 'inside' : opens ? 'ends' : 'begins');
  else desk.words.add(one);
  return one;
}

/** A policy variable may stand for a part of a word just like a wildcard. */
const isWild = (character: string): boolean =>
  character === '*' || character === '?' || character === '}' || character === '$';

/** Partition, service and Region stay; so do the words that say of which kind a resource is. */
export function inArn(arn: string, desk: Desk): string {
  const [prefix, partition, service = '', region, account = '', ...rest] = arn.split(/:(?![^{]*\})/);
  if (rest.length === 0) return inLooseArn(arn, desk);
  const resource = rest.join(':');
  if (account === 'aws' || account === 'cloudfront') return arn;
  const owner = /^\d{12}$/.test(account) ? accountFor(account, desk) : account;
  return [prefix, partition, service, region, owner, inResource(service, resource, desk)].join(':');
}

const inLooseArn = (arn: string, desk: Desk): string => arn.replace(/\d{12}/g, (account) => accountFor(account, desk));

export function accountFor(account: string, { words, isNoting }: Desk): string {
  if (isNoting) words.add(account);
  return isNoting ? account : words.exchange(account);
}

function inResource(service: string, resource: string, desk: Desk): string {
  if (service === 'iam' && resource.startsWith('role/aws-service-role/')) return resource;
  const [, type = '', rest = resource] = servicesWithoutTypes.has(service)
    ? ['', '', resource]
    : (/^(\/?[a-zA-Z][a-zA-Z-]*[/:])(.*)$/s.exec(resource) ?? ['', '', resource]);
  if (resource === 'root' || resource === '*') return resource;
  const parts = rest.split(/(\$\{[^}]*\}|[/:])/).map((part) => (innerTypes.has(part) ? part : inParts(part, desk)));
  return `${type}${parts.join('')}`;
}
