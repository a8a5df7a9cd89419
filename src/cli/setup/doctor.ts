// The command `doctor`: what this installation is, what it has loaded, and what it has left out and why.
import { count } from '../../author/diagnostics/text.ts';
import { loadPackSet } from '../../playbook/load.ts';
import type { Pack, PackSet } from '../../playbook/packs/load-packs.ts';
import { referenceSource } from '../../reference/sources.ts';
import { InputError } from '../../model/input-error.ts';
import { inline } from '../../render/sanitise.ts';
import { all, has, only, type Call } from '../call.ts';
import { deliver, isTerminal } from '../streams.ts';
import { usesAscii, usesColour, widthOf } from '../terminal.ts';
import { surroundings } from './surroundings.ts';

export async function runDoctor(call: Call): Promise<number> {
  const [word] = call.words;
  if (word !== undefined) throw new InputError(`doctor takes no text, but ${JSON.stringify(word)} was given`);
  const set = await loadPackSet({ folders: all(call, 'playbooks'), around: surroundings() });
  await deliver(has(call, 'json') ? asJson(call, set) : asText(call, set), only(call, 'out'));
  return 0;
}

const programOf = ({ version }: Call) => ({ version, node: process.version, platform: process.platform });

const terminalOf = (call: Call) => ({
  stdin: isTerminal('stdin'),
  stdout: isTerminal('stdout'),
  width: widthOf('stdout'),
  colour: usesColour(call, 'stdout'),
  ascii: usesAscii(call),
});

function asJson(call: Call, { playbooks, problems, configs, packs, replaced, disabled, overlays }: PackSet): string {
  const files = configs.map(({ file, config }) => ({ file, ...config }));
  const added = overlays.map(({ file, overlay, playbooks: ids }) => ({ id: overlay.id, file, playbooks: ids }));
  const about = { ...programOf(call), terminal: terminalOf(call), reference: referenceSource() };
  const loaded = { inUse: playbooks.length, packs, configs: files, replaced, disabled, overlays: added };
  return JSON.stringify({ ...about, playbooks: loaded, problems }, undefined, 2);
}

function asText(call: Call, set: PackSet): string {
  const { version, node, platform } = programOf(call);
  const { stdin, stdout, width, colour, ascii } = terminalOf(call);
  const { source, version: dataVersion, asOf } = referenceSource();
  const drawn = `${width} columns, ${colour ? 'colours' : 'no colours'}, ${ascii ? 'ASCII' : 'Unicode'}`;
  const rows: readonly Row[] = [
    ['whydenied', `${version} on Node ${node}, ${platform}`],
    ['terminal', `${stdin && stdout ? 'yes' : 'no: only reports'} (${drawn})`],
    ['reference', `${source} ${dataVersion}, as of ${asOf}`],
    ['playbooks', `${set.playbooks.length} in use`],
    ...packRows(set),
    ...changeRows(set),
  ];
  return rows.map(([name, value]) => `${name.padEnd(12)}${inline(value)}`).join('\n');
}

type Row = readonly [name: string, value: string];

const packRows = ({ packs, configs }: PackSet): readonly Row[] => [
  ...packs.map(({ origin, from, ...counts }): Row => [`  ${origin}`, `${countOf(counts)}, from ${from}`]),
  ...configs.map(({ file, problems }): Row => ['config', `${file}${problems.length > 0 ? ' (not used)' : ''}`]),
];

const countOf = ({ playbooks, overlays }: Pick<Pack, 'playbooks' | 'overlays'>): string =>
  [count(playbooks, 'playbook'), ...(overlays === 0 ? [] : [count(overlays, 'overlay')])].join(' and ');

const changeRows = ({ replaced, disabled, overlays, problems }: PackSet): readonly Row[] => [
  ...replaced.map(({ id, file, before }): Row => ['replaced', `${id}: ${file} stands in for ${before}`]),
  ...disabled.map(({ id, pattern, config }): Row => ['disabled', `${id}: by "${pattern}" in ${config}`]),
  ...overlays.map(({ file, playbooks }): Row => ['overlay', `${file}: with ${playbooks.join(', ') || 'no playbook'}`]),
  ...problems.map(({ file, message }): Row => ['problem', `${file}: ${message}`]),
];
