// The formats in which policy changes are handed on.

export const fixFormats = ['json', 'terraform', 'cloudformation', 'cli'] as const;
export type FixFormat = (typeof fixFormats)[number];
