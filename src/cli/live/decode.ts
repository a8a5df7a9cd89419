// The command `decode`: has AWS decode an encoded authorization message, shows what it says, and diagnoses it.
import { decodeMessage, encodedIn } from '../../facts/aws/read/facts/decoded.ts';
import { isUnread, type Unread } from '../../facts/aws/outcome.ts';
import { InputError } from '../../model/input-error.ts';
import { sanitise } from '../../render/sanitise.ts';
import { has, only, type Call } from '../call.ts';
import { diagnoseText } from '../diagnose.ts';
import { readInput } from '../input.ts';
import { readKnown } from '../known/known.ts';
import { formatOf } from '../report.ts';
import { deliver, say } from '../streams.ts';
import { openLiveFor } from './open.ts';

export async function runDecode(call: Call): Promise<number> {
  formatOf(call);
  const text = (await readInput(call))?.text.trim() ?? '';
  const message = encodedIn(text) ?? (/^[\w+/=-]{16,}$/.test(text) ? text : undefined);
  if (message === undefined)
    throw new InputError(
      'There is no whole encoded message in this text',
      'it stands after "Encoded authorization failure message:" and may not be cut',
    );
  say('whydenied: sending the message to AWS to be decoded');
  const live = await openLiveFor(call);
  try {
    const answer = await decodeMessage(live, message);
    if (isUnread(answer)) return refused(answer);
    return await show(call, answer.status === 'present' ? answer.value : '');
  } finally {
    live.close();
  }
}

function refused({ why, status }: Unread): number {
  if (/^InvalidAuthorizationMessage/.test(why.detail ?? ''))
    throw new InputError(
      'AWS cannot decode this message: it is cut, changed, or of another partition',
      'copy it whole',
    );
  say(`whydenied: the message could not be decoded: ${why.detail ?? why.code}`);
  if (status === 'denied')
    say('  It takes sts:DecodeAuthorizationMessage; somebody who has it can run the same command.');
  return why.code === 'credentials' ? 4 : 1;
}

async function show(call: Call, decoded: string): Promise<number> {
  const pretty = prettyOf(decoded);
  if (has(call, 'json')) {
    await deliver(pretty, only(call, 'out'));
    return 0;
  }
  if (only(call, 'format') === undefined) await deliver(`${pretty}\n`, undefined);
  return diagnoseText(call, await readKnown(call), decoded);
}

function prettyOf(decoded: string): string {
  try {
    return sanitise(JSON.stringify(JSON.parse(decoded), undefined, 2));
  } catch {
    return sanitise(decoded);
  }
}
