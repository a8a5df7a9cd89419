// Hides secrets in a text from outside: access keys, secret keys, session tokens and signatures; shortens encoded authorization messages. (AWS page: "Manage access keys for IAM users")

interface Mask {
  readonly pattern: RegExp;
  readonly hide: (match: string, label: string, value: string) => string;
}

const hidden = '(hidden)';
const keepEnds = (value: string) => `${value.slice(0, 4)}…${value.slice(-4)}`;
const keepLabel = (_match: string, label: string) => `${label}${hidden}`;

/** An encoded authorization message is no secret, but it is long: its ends are enough to tell two apart. */
export function shortenEncoded(blob: string): string {
  return blob.length <= 40 ? blob : `${blob.slice(0, 8)}…${blob.slice(-4)} (${blob.length} characters)`;
}

/** Forty characters of base64 whose kinds of character change as often as chance has it; words and paths change seldom. */
export function looksRandom(run: string): boolean {
  if (!/[A-Z]/.test(run) || !/[a-z]/.test(run) || !/\d/.test(run)) return false;
  const kinds = [...run].map((character) => (/[A-Z]/.test(character) ? 0 : /[a-z]/.test(character) ? 1 : 2));
  return kinds.filter((kind, position) => position > 0 && kind !== kinds[position - 1]).length >= 14;
}

// Each pattern reads a character at most once a start, and no two starts overlap, so a text of any form takes linear time.
const secrets: readonly Mask[] = [
  {
    pattern:
      /((?:aws[_-]?)?(?:secret[ _-]?access[ _-]?key|session[ _-]?token|security[_-]?token)["']?[ \t]{0,8}[:=>][ \t]{0,8}["']?)([^\s"'&,;<>]+)/gi,
    hide: keepLabel,
  },
  { pattern: /(X-Amz-(?:Signature|Security-Token)(?:=|%3D|["']?: ?["']?))([^\s"'&,;<>]+)/gi, hide: keepLabel },
  { pattern: /(\bSignature=)([0-9A-Za-z+/=%]{16,})/g, hide: keepLabel },
  { pattern: /(\bAuthorization["']?: ?["']?(?:Bearer|Basic) )([\w.~+/=-]+)/gi, hide: keepLabel },
  { pattern: /()(\b(?:IQoJ|FwoG|FQoG|AQoD)[A-Za-z0-9+/=]{60,})/g, hide: keepLabel },
  {
    pattern: /(?<![A-Za-z0-9])()((?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,124})(?![A-Za-z0-9])/g,
    hide: (id) => keepEnds(id),
  },
  {
    pattern: /(?<![A-Za-z0-9/+=_-])()([A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=_-])/g,
    hide: (run) => (looksRandom(run) ? hidden : run),
  },
];

const encoded: readonly Mask[] = [
  {
    pattern: /((?:encoded authorization failure message|encoded-message):?[ \t]{0,8})([\w-]{41,})/gi,
    hide: (_match, label, blob) => `${label}${shortenEncoded(blob)}`,
  },
  {
    pattern: /(?<![\w-])()([\w-]{200,})/g,
    hide: (run) => (looksRandom(run) ? shortenEncoded(run) : run),
  },
];

/** What every mask needs: one of its words, or a long run of the characters keys are made of. */
const suspicious = /secret|token|signature|authorization|[\w+/=-]{16}/i;

const applied = (text: string, masks: readonly Mask[]): string =>
  !suspicious.test(text) ? text : masks.reduce((masked, mask) => masked.replace(mask.pattern, mask.hide), text);

export const maskSecrets = (text: string): string => applied(text, [...secrets, ...encoded]);

/** Keeps encoded authorization messages whole, for whoever wants to decode them. */
export const hideSecrets = (text: string): string => applied(text, secrets);
