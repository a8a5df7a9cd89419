// `playbook why`: why a playbook matches an error or not, and why each cause is confirmed, open or ruled out.
import { InputError } from '../../model/input-error.ts';
import type { Explanation, Tri } from '../../model/diagnosis.ts';
import type { LoadedPlaybook } from '../../model/playbook.ts';
import { suggestion } from '../../playbook/validate/nearest.ts';
import { sanitise } from '../../render/sanitise.ts';
import { guarded, oneOf, readArguments, type Arguments } from '../arguments.ts';
import { choose } from '../choose.ts';
import { said, type Run, type AuthorInput } from '../command.ts';
import { explainPlaybook, linesOf, type Line, type WhyInput } from '../why.ts';

const formats = ['text', 'json'] as const;
const options = {
  error: { type: 'string' },
  test: { type: 'string', short: 't' },
  format: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const why: Run = (argv, input) =>
  guarded(async () => {
    const args = readArguments(argv, options);
    const format = args.flag('json') ? 'json' : oneOf('format', args.text('format'), formats);
    const { playbook, source } = await choose(args.words[0], input);
    const { denial, reasons } = await explainPlaybook(playbook, await whatOf(args, playbook, input));
    if (format === 'json') return said(`${JSON.stringify({ playbook: playbook.id, denial, reasons }, null, 2)}\n`);
    const head = denial === undefined ? ['No denial was recognised in this text.'] : [`Read as: ${sanitise(denial)}`];
    const blocks = reasons.flatMap((reason) => [
      '',
      `${reason.of === 'match' ? 'match' : `cause ${reason.of}`}: ${verdict(reason.of, reason.explanation.value)}`,
      ...linesOf(reason, playbook, source).map(lineText),
    ]);
    return said(`${[...head, ...blocks].join('\n')}\n`);
  });

async function whatOf(args: Arguments, playbook: LoadedPlaybook, input: AuthorInput | undefined): Promise<WhyInput> {
  const [error, name] = [args.text('error'), args.text('test')];
  if (error === '-') return { error: (await input?.readStdin?.()) ?? '' };
  if (error !== undefined) return { error };
  if (name === undefined)
    throw new InputError('why for which error?', 'give --error TEXT, --error - to read it, or --test NAME');
  const test = playbook.tests.find((one) => one.name === name) ?? playbook.tests.find((one) => one.name.includes(name));
  if (test === undefined)
    throw new InputError(
      `there is no test "${name}"`,
      suggestion(
        name,
        playbook.tests.map((one) => one.name),
      ),
    );
  return { error: test.error, facts: test.facts ?? {}, answers: { ...test.by_hand, ...test.answers } };
}

const words = { true: 'true', false: 'false', unknown: 'unknown' } as const satisfies Record<`${Tri}`, string>;
const states = { true: 'confirmed', false: 'ruled out', unknown: 'open' } as const satisfies Record<`${Tri}`, string>;

const verdict = (of: string, value: Tri): string => (of === 'match' ? words[`${value}`] : states[`${value}`]);

function lineText({ number, depth, node }: Line): string {
  const place = number === undefined ? '' : String(number).padStart(5);
  return sanitise(`${place}  ${words[`${node.value}`].padEnd(7)}  ${'  '.repeat(depth)}${nodeText(node)}`);
}

function nodeText(node: Explanation): string {
  if (node.kind === 'not') return 'not';
  if (node.kind !== 'leaf') return node.name === undefined ? `${node.kind} of` : `condition ${node.name}`;
  const right = node.expectedFact === undefined ? JSON.stringify(node.expected) : node.expectedFact;
  const seen = node.actual === undefined ? 'not known' : `it is ${JSON.stringify(node.actual)}`;
  return `${node.fact} ${node.operator} ${right}   (${seen})`;
}
