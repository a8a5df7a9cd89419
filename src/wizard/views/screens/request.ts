// The message to whoever has to change something, as it will be copied or saved.
import type { Diagnosis } from '../../../model/diagnosis.ts';
import { requestText } from '../../state/copies.ts';
import { heading, spaced } from '../../layout/blocks.ts';
import type { View } from '../view.ts';

export const requestView = (diagnosis: Diagnosis): View => ({
  blocks: spaced([heading('To the owner')], [{ kind: 'preformatted', text: requestText(diagnosis), ruled: true }]),
});
