// Tells whether an action supports a condition key, and of which type the key is. (AWS page: "AWS global condition context keys")
import { actionReference, type ConditionKey } from './actions.ts';
import { lazyData } from './data.ts';

const globalKeys = lazyData<Readonly<Record<string, string>>>('global-keys.json');

/** `aws:RequestTag/team` is the declared `aws:RequestTag/tag-key`; a declared `s3:prefix` is only itself. */
function isDeclaredAs(key: string, declared: string): boolean {
  const [wanted, known] = [key.toLowerCase(), declared.toLowerCase()];
  const slash = known.indexOf('/');
  const variable = slash >= 0 && (known.includes('${') || known.endsWith('/tag-key'));
  return variable ? wanted.startsWith(known.slice(0, slash + 1)) && wanted.length > slash + 1 : wanted === known;
}

function globalKey(key: string): ConditionKey | undefined {
  const found = Object.entries(globalKeys()).find(([name]) => isDeclaredAs(key, name));
  return found === undefined ? undefined : { name: found[0], type: found[1] };
}

/** Tags of requests and resources are global by name, but only some actions carry them. */
const perAction = /^aws:(requesttag|resourcetag)\/|^aws:tagkeys$/i;

/** The key as this action supports it; undefined when it does not, or when the reference does not know the action. */
export function supportedKey(action: string, key: string): ConditionKey | undefined {
  const reference = actionReference(action);
  if (reference === undefined) return undefined;
  const own = reference.conditionKeys.find(({ name }) => isDeclaredAs(key, name));
  return own ?? (perAction.test(key) ? undefined : globalKey(key));
}

/** Those of the keys that the action does not support; undefined when the reference does not know the action. */
export function unsupportedKeys(action: string, keys: readonly string[]): readonly string[] | undefined {
  if (actionReference(action) === undefined) return undefined;
  return keys.filter((key) => supportedKey(action, key) === undefined);
}
