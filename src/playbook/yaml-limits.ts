// How large and how deep a YAML text may be; apart from the reader, so that asking for the limits does not load it.

export interface YamlLimits {
  readonly characters: number;
  readonly depth: number;
}

export const yamlLimits: YamlLimits = { characters: 256 * 1024, depth: 48 };
