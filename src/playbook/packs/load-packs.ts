// Loads the packs around the built-in playbooks, low to high: packages of the configuration, the person's folder, the project's, folders given.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PlaybookSet } from '../../model/playbook.ts';
import type { BuiltIn } from '../built-in.ts';
import { compile, type CompiledSet } from '../compile.ts';
import { readSources } from '../files.ts';
import { readConfig, type ConfigFile } from './config.ts';
import { joined, withoutDisabled, type Disabled, type Disabling, type Replaced } from './join.ts';
import { applied, inVain, withOverlays, type AppliedOverlay, type OverlayFile } from './overlay.ts';
import { packPlaces, type PackPlace } from './packages.ts';
import type { Places } from './places.ts';

export const origins = ['built-in', 'package', 'user', 'project', 'given'] as const;
export type Origin = (typeof origins)[number];

export interface Pack {
  readonly origin: Origin;
  readonly from: string;
  /** How many of its playbooks and overlays are in order. */
  readonly playbooks: number;
  readonly overlays: number;
}

export interface PackSet extends PlaybookSet {
  readonly configs: readonly ConfigFile[];
  readonly packs: readonly Pack[];
  readonly replaced: readonly Replaced[];
  readonly disabled: readonly Disabled[];
  readonly overlays: readonly AppliedOverlay[];
}

interface Source {
  readonly origin: Origin;
  readonly folder: string;
}

interface Loaded {
  readonly source: Source;
  readonly set: CompiledSet;
  readonly problems: PlaybookSet['problems'];
  readonly overlays: readonly OverlayFile[];
}

export async function loadPacks(builtIn: BuiltIn, places: Places, folders: readonly string[]): Promise<PackSet> {
  const configs = await configsOf(places);
  const packages = configs.flatMap(packPlaces);
  const loaded: Loaded[] = [];
  for (const source of sourcesOf(places, packages, folders)) loaded.push(await load(source, builtIn, loaded));
  const all = joined([...builtIn.playbooks, ...loaded.flatMap(({ set }) => set.playbooks)]);
  const left = withoutDisabled(all.playbooks, configs.flatMap(disablings));
  const overlays = applied(
    left.playbooks,
    loaded.flatMap((one) => one.overlays),
  );
  return {
    playbooks: left.playbooks.map((playbook) => withOverlays(playbook, overlays)),
    problems: [
      ...builtIn.problems,
      ...oneLineEach(configs.flatMap(({ problems }) => problems)),
      ...lost(packages),
      ...oneLineEach(loaded.flatMap(({ problems }) => problems)),
      ...[...all.problems, ...left.problems, ...inVain(overlays, all.playbooks)],
    ],
    configs,
    packs: [builtInPack(builtIn), ...loaded.map(packOf)],
    replaced: all.replaced,
    disabled: left.disabled,
    overlays,
  };
}

const disablings = ({ file, config: { disable = [] } }: ConfigFile): readonly Disabling[] =>
  disable.map((pattern) => ({ pattern, config: file }));

const lost = (packages: readonly PackPlace[]): PlaybookSet['problems'] =>
  packages
    .filter(({ folder }) => folder === undefined)
    .map(({ name, config }) => ({ file: config, message: `WD804 the pack "${name}" is not installed` }));

async function configsOf({ user, project }: Places): Promise<readonly ConfigFile[]> {
  const files = [user, project].flatMap((folder) => (folder === undefined ? [] : [join(folder, 'config.yaml')]));
  return (await Promise.all(files.map(readConfig))).filter((config) => config !== undefined);
}

function sourcesOf(
  { user, project }: Places,
  packages: readonly PackPlace[],
  folders: readonly string[],
): readonly Source[] {
  const own = (origin: Origin, home: string | undefined): readonly Source[] => {
    const folder = join(home ?? '', 'playbooks');
    return home !== undefined && existsSync(folder) ? [{ origin, folder }] : [];
  };
  const all: readonly Source[] = [
    ...packages.flatMap(({ folder }): readonly Source[] =>
      folder === undefined ? [] : [{ origin: 'package', folder }],
    ),
    ...own('user', user),
    ...own('project', project),
    ...folders.map((folder): Source => ({ origin: 'given', folder })),
  ];
  return [...new Map(all.toReversed().map((source) => [resolve(source.folder), source])).values()].toReversed();
}

async function load(source: Source, builtIn: BuiltIn, before: readonly Loaded[]): Promise<Loaded> {
  const { sources, problems } = await readSources(source.folder);
  const known = [...builtIn.playbooks, ...before.flatMap(({ set }) => set.playbooks)];
  const set = await compile(sources, { fragments: builtIn.fragments, ids: known.map(({ id }) => id) });
  const overlays = set.files.flatMap(({ overlay, usable, source: { path } }) =>
    overlay !== undefined && usable ? [{ file: path, overlay }] : [],
  );
  return { source, set, problems: [...problems, ...set.problems], overlays };
}

const builtInPack = ({ playbooks }: BuiltIn): Pack => ({
  origin: 'built-in',
  from: 'the program',
  playbooks: playbooks.length,
  overlays: 0,
});

const packOf = ({ source: { origin, folder }, set, overlays }: Loaded): Pack => ({
  origin,
  from: folder,
  playbooks: set.playbooks.length,
  overlays: overlays.length,
});

/** Of a file with many mistakes the first is told, with how many there are. */
function oneLineEach(problems: PlaybookSet['problems']): PlaybookSet['problems'] {
  const paths = [...new Set(problems.map(pathOf))];
  return paths.flatMap((path) => {
    const [first, ...rest] = problems.filter((problem) => pathOf(problem) === path);
    if (first === undefined) return [];
    const more = rest.length === 0 ? '' : `; ${rest.length} more: whydenied playbook validate ${path}`;
    return [{ file: first.file, message: `skipped: ${first.message}${more}` }];
  });
}

const pathOf = ({ file }: { readonly file: string }): string => file.replace(/:\d+:\d+$/, '');
