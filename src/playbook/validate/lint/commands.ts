// Judges a shell command by its words: whether it only reads, changes something, or does what no reader should copy.

export interface Effect {
  readonly kind: 'reads' | 'changes' | 'unclear';
  /** The word it is judged by. */
  readonly word: string;
}

/** The simple commands of a line: between pipes, `&&`, `;` and line ends, without quoted parts and redirections. */
function simpleCommands(run: string): readonly (readonly string[])[] {
  const bare = run
    .replace(/\{\{[^{}]*\}\}/g, 'X')
    .replace(/'[^']*'/g, 'X')
    .replace(/"[^"]*"/g, 'X')
    .replace(/\\\r?\n/g, ' ')
    .replace(/\d?>?>&?\s*\S+/g, ' ');
  return bare
    .split(/\|\|?|&&?|;|\n|\$\(|[()]/)
    .map((part) =>
      unprefixed(
        part
          .trim()
          .split(/\s+/)
          .filter((word) => word !== ''),
      ),
    )
    .filter((words) => words.length > 0);
}

/** Without assignments, `env`, `sudo` and their options in front. */
function unprefixed(words: readonly string[]): readonly string[] {
  const [first = '', second = ''] = words;
  if (/^[A-Za-z_][A-Za-z0-9_]*=/.test(first)) return unprefixed(words.slice(1));
  if (first === '#' || first.startsWith('#')) return [];
  if (first !== 'env' && first !== 'sudo' && first !== 'time') return words;
  if (second === '-u') return unprefixed([first, ...words.slice(3)]);
  return second === '' ? words : unprefixed(words.slice(1));
}

export function effectOf(run: string): Effect {
  const effects = simpleCommands(run).map(effectOfWords);
  const worst = effects.find(({ kind }) => kind === 'changes') ?? effects.find(({ kind }) => kind === 'unclear');
  return worst ?? { kind: 'reads', word: run };
}

/** Programs that only read, whatever follows. */
const readers = [
  'jq',
  'grep',
  'egrep',
  'head',
  'tail',
  'cat',
  'echo',
  'printf',
  'sort',
  'uniq',
  'wc',
  'cut',
  'tr',
  'date',
  'host',
];
const moreReaders = [
  'dig',
  'nslookup',
  'which',
  'type',
  'ls',
  'pwd',
  'base64',
  'sed',
  'awk',
  'column',
  'less',
  'python3',
  'whydenied',
];
/** They set the reader's own shell or files, and are gone with it. */
const local = ['export', 'unset', 'source', 'cd', 'printenv', 'env', 'set', 'read', 'true'];
const onlyRead = new Set([...readers, ...moreReaders, ...local]);

/** Words after a program's name that make it read. */
const readingWords: Readonly<Record<string, RegExp>> = {
  kubectl: /^(?:get|describe|auth|config|version|api-resources|api-versions|explain|logs|top|cluster-info)$/,
  terraform: /^(?:plan|show|output|state|validate|version|providers|console|graph)$/,
  docker: /^(?:ps|images|inspect|info|version|logs)$/,
  git: /^(?:status|log|show|diff|config|remote)$/,
  eksctl: /^(?:get|info|version)$/,
  helm: /^(?:list|get|status|history|template|version)$/,
};

function effectOfWords(words: readonly string[]): Effect {
  const [program = '', ...rest] = words;
  if (program === 'aws') return effectOfAws(rest);
  if (onlyRead.has(program)) return { kind: 'reads', word: program };
  const reading = readingWords[program];
  const verb = rest.find((word) => !word.startsWith('-')) ?? '';
  if (reading === undefined) return { kind: program === 'curl' ? effectOfCurl(rest) : 'unclear', word: program };
  return { kind: reading.test(verb) ? 'reads' : 'changes', word: verb === '' ? program : `${program} ${verb}` };
}

const effectOfCurl = (words: readonly string[]): Effect['kind'] =>
  words.some((word) => /^(?:-X|--request|-d|--data.*|-T|--upload-file)$/.test(word)) ? 'changes' : 'reads';

const readingVerbs =
  /^(?:get|list|describe|simulate|decode|head|lookup|search|filter|query|scan|view|check|validate|test|preview|batch-get|batch-describe|select|estimate|generate-service-last|assume-role|tail|wait|help|ls|whoami|admin-get|admin-list|verify|resolve|detect|discover|evaluate)/;
const readingConfigure = /^(?:list|list-profiles|get)$/;

/** The first word of an operation says what it does: get, list, describe … read. */
function effectOfAws(words: readonly string[]): Effect {
  const plain = withoutOptions(words);
  const [service = '', operation = ''] = plain;
  const word = operation === '' ? `aws ${service}` : `${service} ${operation}`;
  if (service === '--version' || service === 'help' || service === '') return { kind: 'reads', word };
  if (service === 'configure') return { kind: readingConfigure.test(operation) ? 'reads' : 'changes', word };
  if (/^[A-Z_…<.]+$/.test(operation) || operation === 'X') return { kind: 'unclear', word };
  return { kind: readingVerbs.test(operation) ? 'reads' : 'changes', word };
}

const withValue =
  /^--(?:profile|region|output|query|endpoint-url|color|ca-bundle|cli-read-timeout|cli-connect-timeout)$/;

/** Global options may stand before the service. */
function withoutOptions(words: readonly string[]): readonly string[] {
  const [first = '', ...rest] = words;
  if (!first.startsWith('--') || first === '--version') return words;
  return withoutOptions(withValue.test(first) ? rest.slice(1) : rest);
}

interface Danger {
  readonly sign: RegExp;
  readonly message: string;
  readonly hint: string;
}

const dangers: readonly Danger[] = [
  {
    sign: /\|\s*(?:sudo\s+)?(?:ba|z|da|k)?sh\b/,
    message: 'this runs what another command prints',
    hint: 'let the reader look at it first',
  },
  {
    sign: /\b(?:eval|source)\s+["']?(?:\$\(|<\(|`)/,
    message: 'this runs what another command prints',
    hint: 'print it instead',
  },
  {
    sign: /aws_secret_access_key|aws_session_token|\.aws\/credentials\b|export-credentials|AWS_SECRET_ACCESS_KEY\}?(?!=)(?=["']?(?:\s|$))/,
    message: 'this may print secrets',
    hint: 'ask for the access key id or the source of the credentials: aws configure list',
  },
  { sign: /\brm\s+-[a-z]*r/, message: 'this deletes files of the reader', hint: 'leave it to the reader' },
];

export function dangerOf(
  run: string,
): { readonly snippet: string; readonly message: string; readonly hint: string } | undefined {
  const unsets = run.replace(/-u\s+[A-Z_]+/g, (found) => ' '.repeat(found.length)).replace(/\bunset\b[^;&|\n]*/g, '');
  for (const { sign, message, hint } of dangers) {
    const found = sign.exec(unsets);
    if (found !== null) return { snippet: found[0].trim(), message, hint };
  }
  return undefined;
}
