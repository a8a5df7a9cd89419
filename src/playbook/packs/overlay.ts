// Adds what an organization has to say to playbooks it did not write: a note before the steps, references, steps left out.
import type { GuideStep, LoadedPlaybook, PlaybookReference } from '../../model/playbook.ts';
import { isSelected } from './selection.ts';

export interface Overlay {
  readonly format: 'overlay/v1';
  readonly id: string;
  readonly applies_to: readonly string[];
  readonly note?: string;
  readonly contact?: string;
  readonly references?: readonly PlaybookReference[];
  readonly disable_steps?: readonly string[];
}

export interface OverlayFile {
  readonly file: string;
  readonly overlay: Overlay;
}

export interface AppliedOverlay extends OverlayFile {
  /** Ids of the playbooks it is shown with. */
  readonly playbooks: readonly string[];
}

export const applied = (
  playbooks: readonly LoadedPlaybook[],
  files: readonly OverlayFile[],
): readonly AppliedOverlay[] =>
  files.map((one) => ({
    ...one,
    playbooks: playbooks.filter((playbook) => isSelected(playbook, one.overlay.applies_to)).map(({ id }) => id),
  }));

export function withOverlays(playbook: LoadedPlaybook, overlays: readonly AppliedOverlay[]): LoadedPlaybook {
  return overlays
    .filter(({ playbooks }) => playbooks.includes(playbook.id))
    .reduce((changed, { overlay }) => withOverlay(changed, overlay), playbook);
}

function withOverlay(playbook: LoadedPlaybook, overlay: Overlay): LoadedPlaybook {
  const { references = [], disable_steps: without = [] } = overlay;
  const kept = playbook.steps.filter(({ id }) => !without.includes(id));
  return {
    ...playbook,
    steps: [...noteOf(overlay), ...kept],
    references: [...references, ...playbook.references],
  };
}

/** A list of steps shows titles only, so the title says as much as fits. */
function noteOf({ id, note, contact }: Overlay): readonly GuideStep[] {
  const parts = [note, contact === undefined ? undefined : `Ask: ${contact}`].filter((part) => part !== undefined);
  if (parts.length === 0) return [];
  const line = `${id}: ${parts.join(' ')}`.replace(/\s+/g, ' ').trim();
  const title = line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
  return [{ id: `overlay-${id}`, type: 'guide', title, text: parts.join('\n') }];
}

const longest = 160;

/** What an overlay asks for in vain. */
export function inVain(overlays: readonly AppliedOverlay[], playbooks: readonly LoadedPlaybook[]) {
  return overlays.flatMap(({ file, overlay, playbooks: ids }) => {
    const steps = new Set(
      playbooks.filter(({ id }) => ids.includes(id)).flatMap((playbook) => playbook.steps.map(({ id }) => id)),
    );
    const unmatched = overlay.applies_to.filter((one) => !playbooks.some((playbook) => isSelected(playbook, [one])));
    const missing = ids.length === 0 ? [] : (overlay.disable_steps ?? []).filter((id) => !steps.has(id));
    return [
      ...unmatched.map((one) => ({ file, message: `WD802 applies_to "${one}" matches no playbook` })),
      ...missing.map((id) => ({ file, message: `WD803 disable_steps names "${id}", which none of its playbooks has` })),
    ];
  });
}
