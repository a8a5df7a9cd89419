// Shows for each text of a JSONL file (id, raw) which playbooks come up, and whether the expected one is first. Usage: tsx test/score-match.ts FILE [--failures]
import { readFileSync } from 'node:fs';
import { formatMatches, matchTexts } from './match/scoring.ts';

const [file, ...flags] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('score:match: no file given. Usage: npm run score:match -- FILE [--failures]\n');
  process.exitCode = 2;
} else {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  process.stdout.write(formatMatches(await matchTexts(lines), flags.includes('--failures')));
}
