// Answers a call without any text with a short help.
import { say } from './streams.ts';

export async function nothingGiven(): Promise<number> {
  const { shortHelp } = await import('./help/short.ts');
  say(shortHelp);
  return 2;
}
