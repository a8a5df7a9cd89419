// Collects the fixes of a diagnosis: those of playbooks, and the computed ones, each under an id of its own or merged with the playbook's that is the same change.
import type { DiagnosedFix } from '../../model/diagnosis.ts';
import type { FixReference } from '../../model/plan.ts';
import type { Owner } from '../../model/playbook.ts';
import { type Computed, isSameChange, merged } from './merge.ts';

export interface FixList {
  add(fix: Computed): FixReference;
  ownerOf(reference: FixReference | undefined): Owner | undefined;
  all(): readonly DiagnosedFix[];
}

const isAt =
  ({ playbook, id }: FixReference) =>
  (fix: DiagnosedFix) =>
    fix.playbook === playbook && fix.id === id;

const kebab = (text: string): string => text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Computed fixes stand with the cause that leads; where there is none they stand alone. */
export function fixListOf(playbookFixes: readonly DiagnosedFix[]): FixList {
  const fixes = [...playbookFixes];
  const [leading] = playbookFixes;
  const home = { playbook: leading?.playbook ?? '', cause: leading?.cause ?? '' };
  const freeId = (wanted: string): string => {
    const isTaken = (id: string) => fixes.some(isAt({ playbook: home.playbook, id }));
    if (!isTaken(wanted)) return wanted;
    return `${wanted}-${[2, 3, 4, 5, 6, 7, 8, 9].find((number) => !isTaken(`${wanted}-${number}`)) ?? fixes.length}`;
  };
  return {
    add(computed) {
      const same = fixes.findIndex((fix) => fix.computed === undefined && isSameChange(fix, computed));
      const found = fixes[same];
      if (found !== undefined) {
        fixes[same] = merged(found, computed);
        return { playbook: found.playbook, id: found.id };
      }
      const { code, layer } = computed.computed ?? { code: 'change', layer: '' };
      const fix = { ...computed, ...home, id: freeId(kebab(`computed-${layer}-${code}`)) };
      fixes.push(fix);
      return { playbook: fix.playbook, id: fix.id };
    },
    ownerOf: (reference) => (reference === undefined ? undefined : fixes.find(isAt(reference))?.owner),
    all: () => fixes,
  };
}
