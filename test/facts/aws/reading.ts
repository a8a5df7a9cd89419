// Diagnoses a denial over a fake account that is read as the program reads one.
import type { LiveSettings } from '../../../src/facts/aws/live.ts';
import type { ReadEvent } from '../../../src/facts/aws/reads.ts';
import { diagnose } from '../../../src/diagnose.ts';
import type { Diagnosis } from '../../../src/model/diagnosis.ts';
import { loadPlaybooks } from '../../../src/playbook/load.ts';
import { liveOn } from './opening.ts';
import { startFakeAws, type Answers, type FakeAws } from './fake-aws.ts';

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
