// Gives CommonJS packages inside the bundle their `require`, in just those chunks that need it.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const banner = `import{createRequire as whydeniedRequire}from'node:module';const require=whydeniedRequire(import.meta.url);`;

/** esbuild's helper asks for the surrounding `require` and fails with this text where there is none. */
const helper = 'Dynamic require of';

export async function bannerForRequire(folder: string): Promise<void> {
  const chunks = (await readdir(folder)).filter((name) => name.endsWith('.js'));
  for (const path of chunks.map((name) => join(folder, name))) {
    const code = await readFile(path, 'utf8');
    if (code.includes(helper)) await writeFile(path, `${banner}${code}`);
  }
}
