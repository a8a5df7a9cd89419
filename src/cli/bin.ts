#!/usr/bin/env node
// Starts the program: tells its version at once, and loads the rest only when there is more to do.
import { version } from './version.ts';

const argv = process.argv.slice(2);

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  process.stdout.write(`${version}\n`);
} else if (argv[0] === 'playbook' && argv[1] === 'validate' && !argv.includes('--help') && !argv.includes('-h')) {
  const { checkFiles } = await import('./check-files.ts');
  process.exitCode = await checkFiles(argv.slice(2));
} else {
  const { main } = await import('./main.ts');
  process.exitCode = await main(argv, version);
}
