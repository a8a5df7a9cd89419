// Renders a diagnosis in the wanted format, delivers it, and gives the exit code that says whether there was a denial.
import type { Diagnosis } from '../model/diagnosis.ts';
import { InputError } from '../model/input-error.ts';
import type { RenderOptions } from '../render/options.ts';
import { renderText } from '../render/text.ts';
import { has, only, type Call } from './call.ts';
import { checkHandOn, handOn, handsOn } from './hand-on.ts';
import { hasDeadCredentials, sayAboutLive } from './live/after.ts';
import { deliver, say, type Output } from './streams.ts';
import { usesAscii, usesColour, widthOf } from './terminal.ts';

type Render = (diagnosis: Diagnosis, options: RenderOptions) => string;

const renderers = {
  text: () => Promise.resolve(renderText),
  markdown: async () => (await import('../render/markdown.ts')).renderMarkdown,
  json: async () => (await import('../render/json.ts')).renderJson,
  html: async () => (await import('../render/html.ts')).renderHtml,
} as const satisfies Record<string, () => Promise<Render>>;

export type Format = keyof typeof renderers;

const formats = Object.keys(renderers) as readonly Format[];

export function formatOf(call: Call): Format {
  checkHandOn(call);
  const wanted = only(call, 'format') ?? (has(call, 'json') ? 'json' : 'text');
  const format = formats.find((name) => name === wanted);
  if (format === undefined) throw new InputError(`Unknown format ${JSON.stringify(wanted)}`, oneOf);
  if (has(call, 'json') && format !== 'json')
    throw new InputError(`--json and --format ${format} contradict each other`);
  return format;
}

const oneOf = `one of: ${formats.join(', ')}`;

/** Whoever says how the result is to look wants the result, not questions. */
export const wantsReport = (call: Call): boolean =>
  handsOn(call) || (['format', 'json', 'out'] as const).some((name) => has(call, name));

export async function deliverReport(call: Call, diagnosis: Diagnosis, output: Output = 'stdout'): Promise<number> {
  const format = formatOf(call);
  const render = await renderers[format]();
  const isDenial = diagnosis.denial !== null && diagnosis.denial.class !== 'not-aws';
  if (!isDenial) await sayNoDenial(call, diagnosis);
  if (isDenial && handsOn(call)) await handOn(call, diagnosis, output);
  else if (isDenial || format === 'json') {
    await deliver(render(diagnosis, optionsFor(call, output)), only(call, 'out'), output);
  }
  sayAboutLive(diagnosis);
  return isDenial ? (hasDeadCredentials(diagnosis) ? 4 : 0) : 3;
}

/** There is no result then, so the words go to stderr. */
async function sayNoDenial(call: Call, diagnosis: Diagnosis): Promise<void> {
  const render = await renderers.text();
  say(render(diagnosis, { ...optionsFor(call, 'stderr'), colour: false }).trimEnd());
}

function optionsFor(call: Call, output: Output): RenderOptions {
  const isFile = only(call, 'out') !== undefined && only(call, 'out') !== '-';
  return {
    width: widthOf(output),
    colour: !isFile && usesColour(call, output),
    ascii: usesAscii(call),
    verbose: has(call, 'verbose'),
    version: call.version,
  };
}
