// The command `permissions`: prints the policy that reading the account takes, all of it, for one purpose, or only what was denied.
import {
  actionOf,
  features,
  operationNames,
  operationRow,
  type Feature,
  type OperationName,
} from '../../facts/aws/operations.ts';
import { loadPlaybooks } from '../../playbook/load.ts';
import { InputError } from '../../model/input-error.ts';
import { diagnose } from '../../diagnose.ts';
import { all, has, only, type Call } from '../call.ts';
import { readInput } from '../input.ts';
import { surroundings } from '../setup/surroundings.ts';
import { deliver, say } from '../streams.ts';
import { openLiveFor } from './open.ts';

/** GetCallerIdentity needs no permission; it is listed all the same, for it can be denied where a policy denies everything. */
export async function runPermissions(call: Call): Promise<number> {
  const wanted = featuresOf(call);
  if (!has(call, 'missing')) {
    const [word] = call.words;
    if (word !== undefined)
      throw new InputError(`permissions takes a text only with --missing, but ${JSON.stringify(word)} was given`);
    await deliver(policyOf(operationNames, wanted), only(call, 'out'));
    return 0;
  }
  return printMissing(call, wanted);
}

function featuresOf(call: Call): readonly Feature[] {
  const named = all(call, 'for');
  const stray = named.find((name) => !features.some((feature) => feature === name));
  if (stray !== undefined)
    throw new InputError(`Nothing is read for ${JSON.stringify(stray)}`, `one of: ${features.join(', ')}`);
  return named.length === 0 ? features : features.filter((feature) => named.includes(feature));
}

async function printMissing(call: Call, wanted: readonly Feature[]): Promise<number> {
  const text = (await readInput(call))?.text ?? '';
  say('whydenied: reading the account to see what is denied');
  const live = await openLiveFor(call);
  try {
    await diagnose({ text, playbooks: await loadPlaybooks({ around: surroundings() }), sources: [live.source] });
    if (live.events.some(({ code, role }) => code === 'credentials' && role === 'caller')) return 4;
    const denied = live.events.filter(({ status }) => status === 'denied').map(({ operation }) => operation);
    if (denied.length === 0) say('whydenied: no read was denied');
    else await deliver(policyOf(denied, wanted), only(call, 'out'));
    return 0;
  } finally {
    live.close();
  }
}

const sid = (feature: Feature): string =>
  `Read${feature
    .split('-')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')}`;

/** Each action once, with the first purpose that needs it. */
function policyOf(names: readonly OperationName[], wanted: readonly Feature[]): string {
  const seen = new Set<string>();
  const statements = wanted.flatMap((feature) => {
    const needed = names.filter((name) => operationRow(name).for.includes(feature)).map(actionOf);
    const actions = [...new Set(needed)].filter((action) => !seen.has(action)).sort();
    for (const action of actions) seen.add(action);
    return actions.length === 0 ? [] : [{ Sid: sid(feature), Effect: 'Allow', Action: actions, Resource: '*' }];
  });
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, undefined, 2);
}
