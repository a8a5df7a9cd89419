// Scores the evaluator on a file of vectors and prints every miss: tsx test/score-policy.ts FILE.
import { scoreFile } from './policy/scoring.ts';

const file = process.argv[2];
if (file === undefined) {
  process.stderr.write('Give the file of vectors: tsx test/score-policy.ts FILE\n');
  process.exitCode = 2;
} else {
  const { scores, misses } = scoreFile(file);
  for (const miss of misses) process.stdout.write(`${miss}\n`);
  for (const score of scores) process.stdout.write(`${score.name}: ${score.passed}/${score.total}\n`);
  process.exitCode = misses.length === 0 ? 0 : 1;
}
