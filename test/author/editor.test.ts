// Editors: the YAML language server, given the committed schema, completes, explains and checks a playbook as its author writes.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';

interface Place {
  readonly line: number;
  readonly character: number;
}
interface Document {
  positionAt(offset: number): Place;
}
interface LanguageService {
  configure(settings: object): void;
  doValidation(
    document: Document,
    isKubernetes: boolean,
  ): Promise<{ readonly range: { readonly start: Place }; readonly message: string }[]>;
  doHover(document: Document, place: Place): Promise<{ readonly contents: { readonly value: string } } | null>;
  doComplete(
    document: Document,
    place: Place,
    isKubernetes: boolean,
  ): Promise<{ readonly items: { readonly label: string; readonly documentation?: unknown }[] }>;
}

const require = createRequire(import.meta.url);
const servicePath = resolved('yaml-language-server/out/server/src/languageservice/yamlLanguageService.js');

function resolved(name: string): string | undefined {
  try {
    return require.resolve(name);
  } catch {
    return undefined;
  }
}

const root = new URL('../../', import.meta.url);
const schema = readFileSync(new URL('schemas/playbook.schema.json', root), 'utf8');
const fixture = readFileSync(new URL('test/playbook/fixtures/parcel-locker.yaml', root), 'utf8');

let service: LanguageService;
let create: (text: string) => Document;
beforeAll(() => {
  if (servicePath === undefined) return;
  const own = createRequire(servicePath);
  const { getLanguageService } = own(servicePath) as { getLanguageService: (context: object) => LanguageService };
  const { TextDocument } = own('vscode-languageserver-textdocument') as {
    TextDocument: { create: (uri: string, language: string, version: number, text: string) => Document };
  };
  const telemetry = { send: () => undefined, sendError: () => undefined, sendTrack: () => undefined };
  service = getLanguageService({
    schemaRequestService: () => Promise.resolve(schema),
    workspaceContext: {},
    telemetry,
  });
  service.configure({
    validate: true,
    hover: true,
    completion: true,
    schemas: [{ uri: 'file:///playbook.json', fileMatch: ['*.yaml'], schema: JSON.parse(schema) as unknown }],
  });
  let documents = 0;
  create = (text) => TextDocument.create(`file:///${(documents += 1)}.yaml`, 'yaml', documents, text);
});

/** The document with one edit, and the place of § in it. */
function edited(from: string, to: string): readonly [Document, Place] {
  expect(fixture).toContain(from);
  const text = fixture.replace(from, () => to);
  const document = create(text.replace('§', ''));
  return [document, document.positionAt(text.indexOf('§'))];
}

const completions: readonly (readonly [what: string, from: string, to: string, offered: string])[] = [
  ['facts, with what they mean', 'fact: decision.resource, operator', 'fact: §, operator', 'decision.vpcEndpoint'],
  ['operators', 'operator: contains', 'operator: §', 'someFact:like'],
  ['words of a closed list', 'strength: proves', 'strength: §', 'suggests'],
  ['keys of a step', '    text: A locker has an owner.\n', '    text: A locker has an owner.\n    §\n', 'console'],
  [
    'facts a by-hand result may state',
    '      pass: { caller.matchesError: true }',
    '      pass:\n        §',
    'caller.isIntended',
  ],
];

const hovers: readonly (readonly [what: string, from: string, to: string, said: string])[] = [
  ['a fact', 'fact: decision.resource', 'fact: decision.§resource', 'What the layer decides'],
  ['a key', 'strength: proves', 'str§ength: proves', 'when true, this is a cause'],
  [
    'a stated fact',
    'pass: { caller.matchesError',
    'pass: { caller.§matchesError',
    'Whether the identity that calls now',
  ],
];

const faults: readonly (readonly [what: string, from: string, to: string, line: string])[] = [
  ['a misspelt key', 'on_fail: You', '§onfail: You', 'onfail'],
  ['a fact that does not exist', 'fact: decision.resource', 'fact: §decision.resourc', 'decision.resource'],
  ['a word off the list', 'strength: proves', 'strength: §prove', 'proves'],
  ['a stated value of another type', 'target.exists: true', 'target.exists: §sure', 'boolean'],
];

describe.skipIf(servicePath === undefined)('the YAML language server (skipped where it is not installed)', () => {
  it.each(completions)('completes %s', async (_, from, to, offered) => {
    const { items } = await service.doComplete(...edited(from, to), false);
    expect(items.map(({ label }) => label)).toContain(offered);
  });
  it.each(hovers)('explains %s', async (_, from, to, said) => {
    const hover = await service.doHover(...edited(from, to));
    expect(hover?.contents.value).toContain(said);
  });
  it.each(faults)('finds %s', async (_, from, to, said) => {
    const [document, place] = edited(from, to);
    const found = await service.doValidation(document, false);
    expect(found.map(({ range, message }) => [range.start.line, message.includes(said)])).toContainEqual([
      place.line,
      true,
    ]);
  });
  it('has nothing to say about the built-in playbooks', { timeout: 60_000 }, async () => {
    const names = readdirSync(new URL('playbooks', root), { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => name.endsWith('.yaml') && !name.startsWith('fragments'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const found = await service.doValidation(create(readFileSync(new URL(`playbooks/${file}`, root), 'utf8')), false);
      expect([file, found.map(({ message }) => message)]).toEqual([file, []]);
    }
  });
});
