// Measures the parser beside plain scans of the same bytes: one paste of a kilobyte, and a log with one denial in a thousand lines.
import { parseDenials } from '../../src/parse/parse-denials.ts';

export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The same bytes through the yardstick. */
  readonly yardstick: { readonly name: string; readonly value: number };
}

const sentence =
  'An error occurred (AccessDenied) when calling the PutObject operation: User: arn:aws:sts::111122223333:assumed-role/ingest/worker-7 is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::orion-raw/2026/part-7" because no identity-based policy allows the s3:PutObject action';

function secondsOf(run: () => void): number {
  const begin = performance.now();
  run();
  return (performance.now() - begin) / 1000;
}

/** The best of several runs: what the machine can do when nothing else disturbs. */
const bestOf = (times: number, run: () => void): number =>
  Math.min(...Array.from({ length: times }, () => secondsOf(run)));

function pasteRow(): BenchRow {
  const paste = `$ aws s3 cp part-7 s3://orion-raw/2026/\n${sentence}\n`.padEnd(1024, 'upload: retrying in a moment\n');
  const asJson = JSON.stringify({ paste });
  const rounds = 500;
  const repeat = (run: () => unknown) => () => {
    for (let round = 0; round < rounds; round += 1) run();
  };
  return {
    name: 'parse a paste of 1 KB',
    value:
      rounds /
      bestOf(
        5,
        repeat(() => parseDenials(paste)),
      ),
    unit: 'parses/s',
    yardstick: {
      name: 'JSON.parse of the same text',
      value:
        rounds /
        bestOf(
          5,
          repeat(() => JSON.parse(asJson)),
        ),
    },
  };
}

function logOf(megabytes: number): string {
  const lines = Array.from({ length: 1000 }, (_, index) =>
    index === 500
      ? `2026-02-03T04:05:06Z ERROR [worker-7] ${sentence}`
      : `2026-02-03T04:05:06Z INFO  [worker-${index % 17}] orders.Handler - processed id=${index * 7919} status=OK duration=${index % 300}ms path=/api/v1/orders/${index}`,
  );
  const unit = `${lines.join('\n')}\n`;
  return unit.repeat(Math.ceil((megabytes * 1e6) / unit.length));
}

function logRow(): BenchRow {
  const megabytes = 50;
  const log = logOf(megabytes);
  return {
    name: `parse a log of ${megabytes} MB, one denial in 1,000 lines`,
    value: megabytes / bestOf(3, () => parseDenials(log)),
    unit: 'MB/s',
    yardstick: {
      name: 'indexOf over the same text',
      value: megabytes / bestOf(3, () => log.indexOf('no such text anywhere')),
    },
  };
}

/** Nothing but beginnings of denials, the worst that a text of this size can ask for. */
function hostileRow(): BenchRow {
  const megabytes = 10;
  const unit = 'User: arn:aws:iam::1:user/x is not authorized to perform: ';
  const text = unit.repeat(Math.ceil((megabytes * 1e6) / unit.length));
  return {
    name: `parse ${megabytes} MB of near-denials in one line`,
    value: megabytes / bestOf(1, () => parseDenials(text)),
    unit: 'MB/s',
    yardstick: {
      name: 'indexOf over the same text',
      value: megabytes / bestOf(3, () => text.indexOf('no such text anywhere')),
    },
  };
}

export const parseBenchmarks: readonly (() => BenchRow)[] = [pasteRow, logRow, hostileRow];
