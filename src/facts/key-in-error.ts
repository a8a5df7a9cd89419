// What an error says with certainty of the KMS key: which one, its state, and that it does not exist. (AWS page: "Key states of AWS KMS keys")

const keyArns = /\barn:aws[a-z-]{0,12}:kms:[a-z0-9-]{4,30}:\d{12}:key\/[\w-]{4,64}/g;

/** The key, where the text names exactly one. */
export function keyInText(text: string): string | undefined {
  const named = new Set([...text.matchAll(keyArns)].map(([arn]) => arn));
  return named.size === 1 ? [...named][0] : undefined;
}

const stateCodes = /^(?:KMS\.?)*(?:DisabledException|InvalidStateException|KMSInvalidStateException)$/;

/** Only KMS itself words it so: other services' own states are no key states. */
export function keyStateOf(code: string, text: string): string | undefined {
  if (!stateCodes.test(code)) return undefined;
  if (/\bis pending deletion\b/i.test(text)) return 'PendingDeletion';
  if (/\bis pending import\b/i.test(text)) return 'PendingImport';
  const saysDisabled = /:key\/[\w-]{4,64}["']? is disabled\b/i.test(text);
  return saysDisabled || /KMS\.?DisabledException$/.test(code) ? 'Disabled' : undefined;
}

/** KMS tells that there is no such key to those only who may know it; to others it says that access is denied. */
export const keyMissing = (code: string, service: string): boolean | undefined =>
  service === 'kms' && /^(?:KMS\.?)?NotFoundException$/.test(code) ? false : undefined;
