// The pictures of README.md are what the program draws on a real terminal now. `npm run pictures` draws them anew.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { pictureOf } from './readme/picture.ts';
import { Program } from './wizard/program.ts';

const home = mkdtempSync(join(tmpdir(), 'whydenied-pictures-'));
afterAll(() => {
  rmSync(home, { recursive: true });
});

const error =
  'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/ci is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/Deploy';

type Keys = readonly (readonly [keys: readonly string[], sight: string])[];

const toSteps: Keys = [
  [[], '1 Continue'],
  [['\r'], 'Go through its steps'],
  [['\r'], 'Step 1 of'],
];

const pictures: readonly (readonly [name: string, title: string, keys: Keys])[] = [
  ['read', 'What the wizard read from the error', toSteps.slice(0, 1)],
  ['causes', 'The playbook that fits, and why', toSteps.slice(0, 2)],
  ['step', 'One step of the wizard', toSteps],
];

it.each(pictures)('%s', { timeout: 60_000 }, async (name, title, keys) => {
  const wizard = new Program(`whydenied ${JSON.stringify(error)}`, { cwd: home, env: { HOME: home } });
  for (const [typed, sight] of keys) {
    await wizard.type(...typed);
    await wizard.screen.sees(sight);
  }
  const picture = pictureOf(wizard.screen.runs, 80, title);
  await wizard.type('\u0003');
  await wizard.ended;
  await expect(picture).toMatchFileSnapshot(`readme/pictures/${name}.svg`);
});
