// Exchanges what can be recognised in running text: ARNs, accounts, ids, addresses, and the words that stand in names elsewhere.
import { isServicePrefix } from '../../reference/services.ts';
import { proseWords } from './known-words.ts';
import { accountFor, arnPattern, inArn, uuidFor, inNames, type Desk } from './names.ts';

const uuid = /(?<![\w-])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![\w-])/;
const uniqueId =
  /(?<![A-Za-z0-9])(?:AKIA|ASIA|AIDA|AROA|AGPA|ANPA|AIPA|ANVA|ABIA|ACCA|APKA|ASCA)(?:[A-Z0-9]{8,124}|…[A-Z0-9]{4})(?![A-Za-z0-9])/;
const address =
  /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?(?![\d.]*\d)|(?<![\w:.])(?:[\da-fA-F]{1,4}:){2,7}(?::[\da-fA-F]{1,4}|[\da-fA-F]{1,4})(?![\w:])/;
const account = /(?<!\d)\d{12}(?!\d)/;
const blob = /(?<![\w-])[\w-]{200,}/;
const word = /[\p{L}\p{N}]+/u;

/** An action or a condition key, where the part before the colon is a service. */
const qualified = /(?<![\w:.-])[a-z][a-z0-9-]*:[A-Za-z][\w-]*/;

const found = new RegExp(
  [arnPattern, uuid, uniqueId, address, account, blob, qualified, word].map(({ source }) => `(${source})`).join('|'),
  'gu',
);

type Change = (text: string, desk: Desk) => string;

const changes: readonly Change[] = [
  inArn,
  uuidFor,
  (id, desk) => uniqueFor(id, desk),
  (text, { addresses }) => addresses(text),
  accountFor,
  (text) => fillerOf(text.length),
  (text, desk) =>
    isAwsTerm(text)
      ? text
      : text
          .split(/([:_-])/)
          .map((part) => bareWord(part, desk))
          .join(''),
  (text, desk) => bareWord(text, desk),
];

const isAwsTerm = (text: string): boolean => {
  const prefix = text.slice(0, text.indexOf(':'));
  return prefix === 'aws' || isServicePrefix(prefix);
};

const bareWord = (text: string, desk: Desk): string => (isLeft(text, desk) ? text : desk.words.exchange(text));

/** A single letter is rather a word of the sentence. */
const isLeft = (text: string, { isNoting, isSparing }: Desk): boolean =>
  isNoting || isSparing === true || text.length < 2 || proseWords.has(text.toLowerCase());

export function inProse(text: string, desk: Desk): string {
  const ready = desk.isNoting ? text : hostIds(text);
  return ready.replace(found, (whole: string, ...groups) => {
    const which = changes.findIndex((_, index) => groups[index] !== undefined);
    return changes[which]?.(whole, desk) ?? whole;
  });
}

/** The second id of S3's answers is long and says nothing. */
const hostIds = (text: string): string =>
  text.replace(
    /((?:host ?id|extended request id|x-amz-id-2|s3 extended request id)["'>:= ]{1,8})([\w+/=-]{20,})/gi,
    (_, label: string, id: string) => `${label}${fillerOf(id.length)}`,
  );

/** Ids of users, roles and keys carry the account in them, so all of one is exchanged. */
function uniqueFor(id: string, { words, isNoting }: Desk): string {
  if (id.includes('…')) return `${id.slice(0, 4)}…`;
  if (isNoting) words.add(id);
  return isNoting ? id : `${id.slice(0, 4)}${words.exchange(id).toUpperCase().slice(4)}`;
}

/** Nothing to read, and as long. */
const fillerOf = (length: number): string => 'Ab0-Cd1_'.repeat(Math.ceil(length / 8)).slice(0, length);

/** Words that are names by where they stand in a text: an address of a bucket, a flag, the address of a resource in Terraform, a home folder. */
const places: readonly RegExp[] = [
  /\bs3:\/\/([^\s"'<>|]+)/g,
  /\bhttps?:\/\/([\w.-]+)\.s3[.-][\w.-]*amazonaws\.com/g,
  /\bhttps?:\/\/s3[.-][\w.-]*amazonaws\.com(\/[^\s"'<>?|]+)/g,
  /--(?:profile|role-name|user-name|group-name|bucket|function-name|key-id|secret-id|queue-url|table-name|stack-name|policy-name)[ =]([^\s"'|]+)/g,
  /\b(?:module|aws_[a-z0-9_]+)\.([\w-]+)/g,
  /(?:\/home\/|\/Users\/|\\Users\\)([^\s/\\"':]+)/g,
  /([\w.+-]+@[\w-]+(?:\.[\w-]+)*)\.[a-z]{2,}\b/g,
  /<(?:BucketName|Key|Resource|RequestId)>([^<]+)</g,
  /\b(?:request ?id|requestid)["'>:= ]{1,8}([\w-]{8,})/gi,
  /(?<![\w.-])([\w-]+(?:\.[\w-]+)*)\.(?:internal|local|corp|lan|intra)\b/g,
];

/** Notes the names that a text shows by their place. */
export function noteNames(text: string, desk: Desk): void {
  inProse(text, desk);
  for (const place of places) for (const [, name] of text.matchAll(place)) if (name !== undefined) inNames(name, desk);
}
