// Reads a fake account as the program does, with its own credentials and short limits.
import { openLive, type Live, type LiveSettings } from '../../../src/facts/aws/live.ts';
import type { ReadEvent } from '../../../src/facts/aws/reads.ts';
import { diagnose } from '../../../src/diagnose.ts';
import type { Diagnosis } from '../../../src/model/diagnosis.ts';
import { loadPlaybooks } from '../../../src/playbook/load.ts';
import { startFakeAws, type Answers, type FakeAws } from './fake-aws.ts';

const limits = { connectMs: 500, callMs: 400, bytes: 1024 * 1024 };

/** Files that are not there: no profile of the machine gets in. */
export const plainEnv = {
  HOME: '/nonexistent',
  AWS_CONFIG_FILE: '/nonexistent/config',
  AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_REGION: 'eu-west-1',
};

export const liveOn = (url: string, more: Partial<LiveSettings> = {}): Promise<Live> =>
  openLive({ env: plainEnv, endpointUrl: url, limits, totalMs: 5000, ...more });

export interface Outcome {
  readonly diagnosis: Diagnosis;
  readonly fake: FakeAws;
  readonly events: readonly ReadEvent[];
  readonly ms: number;
}

const playbooks = await loadPlaybooks({});

export async function diagnoseLive(text: string, answers: Answers, more: Partial<LiveSettings> = {}): Promise<Outcome> {
  const fake = await startFakeAws(answers);
  const events: ReadEvent[] = [];
  const live = await liveOn(fake.url, { watch: (event) => events.push(event), ...more });
  const start = performance.now();
  try {
    const diagnosis = await diagnose({ text, playbooks, sources: [live.source] });
    return { diagnosis, fake, events, ms: performance.now() - start };
  } finally {
    live.close();
    await fake.close();
  }
}
