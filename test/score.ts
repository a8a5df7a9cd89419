// Scores the parser on a JSONL file of labelled texts: per field, per emitter, with the failures. Usage: tsx test/score.ts FILE [--failures]
import { readFileSync } from 'node:fs';
import { formatScore, scoreRecords, type LabelledText } from './parse/scoring.ts';

const [file, ...flags] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('score: no file given. Usage: npm run score -- FILE [--failures]\n');
  process.exitCode = 2;
} else {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const records = lines.map((line) => JSON.parse(line) as LabelledText);
  process.stdout.write(formatScore(scoreRecords(records), flags.includes('--failures')));
}
