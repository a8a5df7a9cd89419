// `playbook preview`: the report or the Markdown checklist as a reader will see it, with what one test gives. Nothing is read from AWS.
import { InputError } from '../../model/input-error.ts';
import { suggestion } from '../../playbook/validate/nearest.ts';
import { renderJson } from '../../render/json.ts';
import { renderMarkdown } from '../../render/markdown.ts';
import { renderText } from '../../render/text.ts';
import { guarded, oneOf, readArguments } from '../arguments.ts';
import { choose } from '../choose.ts';
import { said, type Run } from '../command.ts';
import { alone, diagnoseTest } from '../testing/run-test.ts';

const formats = ['text', 'markdown', 'json'] as const;
const options = {
  test: { type: 'string', short: 't' },
  md: { type: 'boolean' },
  format: { type: 'string' },
  json: { type: 'boolean' },
  verbose: { type: 'boolean' },
} as const;

export const preview: Run = (argv, input) =>
  guarded(async () => {
    const args = readArguments(argv, options);
    const flagged = args.flag('md') ? 'markdown' : args.flag('json') ? 'json' : args.text('format');
    const format = oneOf('format', flagged, formats);
    const { playbook } = await choose(args.words[0], input);
    const name = args.text('test') ?? '';
    const test =
      playbook.tests.find((one) => one.name === name) ?? playbook.tests.find((one) => one.name.includes(name));
    if (test === undefined)
      throw new InputError(
        `there is no test "${name}"`,
        suggestion(
          name,
          playbook.tests.map((one) => one.name),
        ),
      );
    const diagnosis = await diagnoseTest(test, alone(playbook));
    const render = { text: renderText, markdown: renderMarkdown, json: renderJson }[format];
    const shown = render(diagnosis, { width: input?.width ?? 80, verbose: args.flag('verbose') });
    return said(shown.endsWith('\n') ? shown : `${shown}\n`, 0, `with the test "${test.name}"\n`);
  });
