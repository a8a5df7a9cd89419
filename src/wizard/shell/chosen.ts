// Makes a playbook that a person chose from the list walkable without an error to read.
import type { Denial } from '../../model/denial.ts';
import type { LoadedPlaybook } from '../../model/playbook.ts';
import { parseDenials } from '../../parse/parse-denials.ts';

/** It fits because the person says so: that no error code is known is then all its match asks. */
export const asChosen = (playbook: LoadedPlaybook): LoadedPlaybook => ({
  ...playbook,
  status: 'stable',
  match: { fact: 'error.code', operator: 'known', value: false },
});

/** A denial of which nothing is stated; its class is that of the errors the playbook is tested with. */
export function unreadDenial({ tests }: LoadedPlaybook): Denial {
  const [example] = tests.filter((test) => test.expect.match !== false).flatMap((test) => parseDenials(test.error));
  return {
    class: example?.class ?? 'authorization',
    denyType: 'unstated',
    policyType: 'unstated',
    text: '',
    span: { offset: 0, length: 0 },
    derived: [],
  };
}
