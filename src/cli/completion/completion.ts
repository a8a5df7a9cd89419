// The command `completion`: prints the script for a shell, and answers that script while somebody types.
import { InputError } from '../../model/input-error.ts';
import type { Call } from '../call.ts';
import { deliver } from '../streams.ts';
import { candidatesFor } from './next.ts';
import { installation, isShell, scripts, shells } from './scripts.ts';

export async function runCompletion({ words: [word, ...more] }: Call): Promise<number> {
  if (word === 'next') {
    const found = await candidatesFor(more.join(' '));
    if (found.length > 0) await deliver(found.join('\n'), undefined);
    return found.length > 0 ? 0 : 1;
  }
  if (word === undefined || !isShell(word) || more.length > 0)
    throw new InputError(
      word === undefined ? 'completion: for which shell?' : `completion ${word} is not known`,
      `one of: ${shells.join(', ')}\n${shells.map((shell) => `  ${installation[shell]}`).join('\n')}`,
    );
  await deliver(scripts[word], undefined);
  return 0;
}
