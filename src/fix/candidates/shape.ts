// Sets an ARN right whose shape cannot fit the request's resource: bucket and object, type, qualifier, missing account or Region, missing parts. (AWS page: "Identify AWS resources with ARNs")
import { readArn } from '../../model/arn.ts';

type Parts = readonly string[];

const partsOf = (arn: string): Parts => {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
};

/** A bucket's name where its objects are meant, and the other way round. */
function storage(entry: string, resource: string): string | undefined {
  if (readArn(resource)?.service !== 's3') return undefined;
  const [wanted = '', actual = ''] = [partsOf(entry)[5], partsOf(resource)[5]];
  if (actual.includes('/') && !/[/*]/.test(wanted) && actual.startsWith(`${wanted}/`)) return `${entry}/*`;
  return wanted.startsWith(`${actual}/`) && !actual.includes('/') ? resource : undefined;
}

/** A version, an alias or a log stream at the end, which one of the two lacks. */
function qualifier(entry: string, resource: string): string | undefined {
  if (resource.startsWith(`${entry}:`)) return `${entry}:*`;
  return entry.startsWith(`${resource}:`) ? resource : undefined;
}

/** An instance profile for the role of the same name, say. */
function otherType(entry: string, resource: string): string | undefined {
  const [wanted, actual] = [partsOf(entry), partsOf(resource)];
  if (wanted.slice(0, 5).join() !== actual.slice(0, 5).join()) return undefined;
  const split = (part = '') => /^([^:/]*)[:/](.*)$/.exec(part);
  const [own, asked] = [split(wanted[5]), split(actual[5])];
  const isSame = own !== null && asked !== null && own[1] !== asked[1] && own[2] === asked[2];
  return isSame ? resource : undefined;
}

/** Region and account left empty where the resource has them, or filled in where it has none. */
function missingParts(entry: string, resource: string): string | undefined {
  const [wanted, actual] = [partsOf(entry), partsOf(resource)];
  const filled = wanted.map((part, at) => {
    const own = actual[at] ?? '';
    return (at === 3 || at === 4) && (part === '' || own === '') ? own : part;
  });
  return filled.join(':') === entry ? undefined : filled.join(':');
}

/** A bare name, or an ARN that stops early. */
function incomplete(entry: string, resource: string): string | undefined {
  const actual = partsOf(resource);
  if (entry.startsWith('arn:')) return entry.split(':').length < 6 ? resource : undefined;
  const last = actual[5] ?? '';
  const isMeant = last === entry || last.startsWith(`${entry.replace(/\*$/, '')}/`) || last.split('/').at(-1) === entry;
  return isMeant ? resource : undefined;
}

const otherCase = (entry: string, resource: string): string | undefined =>
  entry !== resource && entry.toLowerCase() === resource.toLowerCase() ? resource : undefined;

const shapes = [otherCase, storage, qualifier, otherType, missingParts, incomplete];

/** What the entry evidently means; undefined where it means another resource. */
export function correctedArn(entry: string, resource: string): string | undefined {
  if (entry === '*' || readArn(resource) === undefined) return undefined;
  const isPlain = !entry.includes('${');
  return isPlain ? shapes.map((shape) => shape(entry, resource)).find((found) => found !== undefined) : undefined;
}
