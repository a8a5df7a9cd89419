// Compiles the built-in playbooks to one JSON file. A playbook that cannot be used stops the build.
import { writeFile } from 'node:fs/promises';
import { readBuiltIn } from '../../src/playbook/built-in.ts';

export async function compilePlaybooks(file: string): Promise<void> {
  await writeFile(file, JSON.stringify(await readBuiltIn()));
}
