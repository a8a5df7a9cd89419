// Every place of a playbook or fragment file and its keys: the one list behind the schemas, the messages and the reference of the format.
/* eslint max-lines: off -- a data table */
import { policyTypes } from '../../model/denial.ts';
import { decorators, operators } from '../../model/operators.ts';
import {
  answerReaders,
  fixKinds,
  owners,
  playbookStatuses,
  risks,
  specificities,
  stepOutcomes,
  strengths,
} from '../../model/playbook.ts';
import { evaluatedTypes } from '../../model/policy.ts';
import type { Content, Key, Place, PlaceName } from './shape.ts';

const line = (max = 160): Content => ({ kind: 'text', max });
const prose = (max = 1200): Content => ({ kind: 'text', max, lines: true });
const id: Content = { kind: 'text', max: 80, form: 'id' };
const word = (...of: readonly string[]): Content => ({ kind: 'word', of });
const listOf = (of: Content, min = 0): Content => ({ kind: 'list', of, min });
const place = (of: PlaceName): Content => ({ kind: 'place', of });
const needs = (content: Content, meaning: string): Key => ({ content, meaning, required: true });
const may = (content: Content, meaning: string): Key => ({ content, meaning });

const policies = listOf({ kind: 'policy' });
const levels = listOf(policies);
const condition: Content = { kind: 'condition' };
const facts: Content = { kind: 'facts' };
const commands = listOf(place('command'), 1);
const selection: Content = { kind: 'text', max: 90, form: 'selection' };
const flag: Content = { kind: 'flag' };

const stepId = needs(
  id,
  'Unique in the file. Conditions read the outcome as steps.<id>, or the answer as answers.<id>.',
);
const when = may(
  condition,
  'Shows the step unless this is false. May read facts, answers and outcomes of earlier steps.',
);
const article = may(
  listOf({ kind: 'text', max: 2, form: 'articleStep' }, 1),
  'Numbers of the steps of the AWS article this one implements, such as B2.',
);

/** An operator by its name, or after a decorator: `someFact:like`. */
export const operatorNames: readonly string[] = [
  ...operators.map(({ name }) => name),
  ...decorators.flatMap((decorator) =>
    operators.filter(({ name }) => name !== 'known').map(({ name }) => `${decorator}:${name}`),
  ),
];

export const places: Readonly<Record<PlaceName, Place>> = {
  playbook: {
    called: 'the playbook',
    free: true,
    keys: {
      format: needs(word('playbook/v1'), 'The format of this file.'),
      id: needs(id, 'The name of the file without .yaml: the slug of the error class.'),
      title: needs(line(90), 'What went wrong, in one line.'),
      summary: needs(prose(), 'What is behind it, in one paragraph.'),
      status: needs(word(...playbookStatuses), 'draft is never chosen by itself; beta and stable are.'),
      specificity: needs(
        word(...specificities),
        'exact: one error; service: one service; generic: any error; companion: always beside another playbook.',
      ),
      classes: may(listOf(id, 1), 'Error classes this playbook answers; its own id when left out.'),
      services: may(listOf(line(60)), 'IAM prefixes of the services it is about, for list and search.'),
      actions: may(listOf({ kind: 'text', max: 130, form: 'action' }), 'IAM actions it is about, for list and search.'),
      tags: may(listOf(line(40)), 'Words to find it by.'),
      authors: may(listOf(line(120)), 'Who wrote it.'),
      references: needs(listOf(place('reference')), 'Pages that back what it says.'),
      related: may(listOf(id), 'Ids of playbooks a reader may want next.'),
      replaces: may(id, 'The id of a built-in playbook this one stands in for: its own id.'),
      match: needs(condition, 'The playbook is a candidate when this is true; unknown is no match.'),
      conditions: may({ kind: 'map', of: condition, form: 'id' }, 'Named conditions, for use in this file.'),
      steps: needs(listOf({ kind: 'step' }, 1), 'What is checked and asked, in order.'),
      causes: needs(listOf(place('cause'), 1), 'Every explanation the playbook knows, each with its fix.'),
      tests: needs(listOf(place('test'), 1), 'Errors with what this playbook must conclude from them.'),
    },
  },
  fragment: {
    called: 'the fragment',
    free: true,
    keys: {
      format: needs(word('fragment/v1'), 'The format of this file.'),
      id: needs(id, 'The name of the file without .yaml; playbooks write it after use.'),
      title: needs(line(90), 'What these steps are about.'),
      steps: needs(listOf({ kind: 'step' }, 1), 'The shared steps; a fragment uses no other fragment.'),
    },
  },
  overlay: {
    called: 'the overlay',
    free: true,
    keys: {
      format: needs(word('overlay/v1'), 'The format of this file.'),
      id: needs(id, 'What the note is called where it is shown.'),
      applies_to: needs(listOf(selection, 1), 'The playbooks it is shown with: ids, ids with *, or tag:word.'),
      note: may(prose(), 'What readers of these playbooks need to know here.'),
      contact: may(line(), 'Whom to ask.'),
      references: may(listOf(place('reference'), 1), 'Pages of your own to read.'),
      disable_steps: may(listOf(id, 1), 'Ids of steps that do not apply here.'),
    },
  },
  config: {
    called: 'the configuration',
    free: true,
    keys: {
      format: may(word('config/v1'), 'The format of this file.'),
      packs: may(
        listOf({ kind: 'text', max: 200, form: 'pack' }),
        'Packages and folders with further playbooks. Only their YAML files are read.',
      ),
      disable: may(listOf(selection), 'Playbooks that are never chosen: ids, ids with *, or tag:word.'),
      save_sessions: may(
        { kind: 'flag' },
        'Whether what is asked and answered is saved, to go on another time; true when left out.',
      ),
    },
  },
  reference: {
    called: 'a reference',
    keys: {
      title: needs(line(), 'The title of the page.'),
      url: needs({ kind: 'text', max: 400, form: 'link' }, 'Its address, with https.'),
    },
  },
  check: {
    called: 'a step of type check',
    keys: {
      id: stepId,
      type: needs(word('check'), 'A check passes, fails, or cannot be told.'),
      title: needs(line(), 'What holds when the check passes, as a statement.'),
      article,
      when,
      why: may(prose(), 'Why it matters.'),
      expect: needs(condition, 'True is pass, false is fail; while it is unknown the reader checks by hand.'),
      on_fail: may(prose(), 'What a failed check means.'),
      by_hand: needs(place('byHand'), 'How a person checks it, and what either outcome states.'),
    },
  },
  ask: {
    called: 'a step of type ask',
    keys: {
      id: stepId,
      type: needs(word('ask'), 'A question to the reader, who may always answer "I don\'t know".'),
      question: needs(line(), 'The question.'),
      article,
      when,
      help: may(prose(), 'Where the answer is found.'),
      answer: needs(word('confirm', 'choice', 'multichoice', 'text'), 'The kind of answer.'),
      choices: may(listOf(place('choice'), 2), 'The answers to choose from.'),
      parse: may(word(...answerReaders), 'How a text answer is read into facts.'),
      fact: may({ kind: 'factName' }, 'The fact a text answer states, where no reader says it.'),
    },
  },
  guide: {
    called: 'a step of type guide',
    keys: {
      id: stepId,
      type: needs(word('guide'), 'Something to read or do; it has no outcome.'),
      title: needs(line(), 'What it is about.'),
      article,
      when,
      text: needs(prose(), 'What to know or do.'),
      console: may(prose(), 'The way there in the AWS console.'),
      commands: may(commands, 'Commands to copy.'),
    },
  },
  use: {
    called: 'a use of a fragment',
    keys: { use: needs(id, 'The id of a fragment whose steps stand here.') },
  },
  byHand: {
    called: 'by_hand',
    keys: {
      text: may(prose(), 'What to look at.'),
      console: may(prose(), 'The way there in the AWS console.'),
      commands: may(commands, 'Commands to copy.'),
      pass: may(facts, 'Facts a "pass" states; they fill only what is unknown.'),
      fail: may(facts, 'Facts a "fail" states; they fill only what is unknown.'),
    },
  },
  command: {
    called: 'a command',
    keys: {
      run: needs(prose(2000), 'The command; values of facts in it are quoted for the shell.'),
      note: may(prose(400), 'What to know about it.'),
      changes: may(flag, 'true where the command changes something.'),
    },
  },
  choice: {
    called: 'a choice',
    keys: {
      value: needs(id, 'The value of answers.<step>.'),
      label: needs(line(), 'What the reader sees.'),
      sets: may(facts, 'Facts this answer states.'),
    },
  },
  cause: {
    called: 'a cause',
    keys: {
      id: needs(id, 'Unique among the causes of the file.'),
      title: needs(line(), 'The cause, in one line.'),
      strength: needs(word(...strengths), 'proves: when true, this is a cause. suggests: it speaks for it.'),
      when: needs(condition, 'True is confirmed, false is ruled out, unknown is open.'),
      because: needs(prose(), 'What is known when it is confirmed.'),
      fix: needs({ kind: 'oneOrMore', of: place('fix') }, 'What to do; of several the first is tried first.'),
    },
  },
  fix: {
    called: 'a fix',
    keys: {
      kind: needs(word(...fixKinds), 'What sort of change it is.'),
      owner: needs(word(...owners), 'Who can make it.'),
      risk: needs(word(...risks), 'What it may break or open.'),
      text: needs(prose(), 'What to do.'),
      policy: may(place('policy'), 'The policy document to add, as a YAML tree.'),
      commands: may(commands, 'Commands to copy.'),
      avoid: may(listOf(prose(400), 1), 'Fixes seen in the wild that do harm.'),
      verify: needs({ kind: 'textOrPlace', of: 'command' }, 'How to see that it worked.'),
    },
  },
  policy: {
    called: 'a policy',
    keys: {
      attach_to: needs(word(...policyTypes), 'The kind of policy it belongs in.'),
      document: needs({ kind: 'policy' }, 'The document; {{fact}} stands for a value.'),
    },
  },
  test: {
    called: 'a test',
    keys: {
      name: needs(line(), 'What the test shows.'),
      error: needs(prose(20000), 'The error as a reader would paste it.'),
      facts: may(facts, 'Facts that are known besides those of the error.'),
      policies: may(place('testPolicies'), 'The policies that bear on the request; they are evaluated.'),
      request: may(place('testRequest'), 'What is known of the request besides the error.'),
      by_hand: may({ kind: 'map', of: word('pass', 'fail', 'unknown'), form: 'id' }, 'Outcomes the reader reports.'),
      answers: may({ kind: 'map', of: { kind: 'oneOrMore', of: prose(20000) }, form: 'id' }, 'Answers to questions.'),
      expect: needs(place('expectation'), 'What must come of it.'),
    },
  },
  testPolicies: {
    called: 'the policies of a test',
    keys: {
      identity: may(policies, "The caller's own policies; a kind that is left out does not exist."),
      boundary: may(policies, "The caller's permissions boundary."),
      session: may(policies, 'The session policies.'),
      resource: may(policies, "The resource's policy; for a role its trust policy."),
      vpc_endpoint: may(policies, 'The policy of the VPC endpoint.'),
      scps: may(levels, 'Service control policies, level by level from the root to the account.'),
      rcps: may(levels, 'Resource control policies, level by level from the root to the account.'),
      unknown: may(place('testUnknown'), 'What is not known, rather than absent.'),
    },
  },
  testUnknown: {
    called: 'unknown',
    keys: {
      policies: may(listOf(word(...evaluatedTypes), 1), 'Kinds of policy that are not known.'),
      context: may(listOf(line(), 1), 'Condition keys of the request that are not known.'),
    },
  },
  testRequest: {
    called: 'the request of a test',
    keys: {
      action: may({ kind: 'text', max: 130, form: 'action' }, 'The action, where the error does not name it.'),
      resource: may(line(2048), 'The resource, where the error does not name it.'),
      principal: may(line(2048), 'The caller, where the error does not name it.'),
      resource_account: may(line(), 'The account that owns the resource, where its ARN does not say.'),
      context: may(
        { kind: 'map', of: { kind: 'oneOrMore', of: prose(2048) } },
        'All condition keys of the request: one that is left out is absent.',
      ),
    },
  },
  expectation: {
    called: 'the expect of a test',
    keys: {
      match: may(flag, 'Whether the playbook matches at all; true when left out.'),
      cause: may(id, 'The first confirmed cause.'),
      also: may(listOf(id), 'Other confirmed causes.'),
      open: may(listOf(id), 'Causes that stay open.'),
      ruled_out: may(listOf(id), 'Causes that are ruled out.'),
      steps: may({ kind: 'map', of: word(...stepOutcomes), form: 'id' }, 'Outcomes of steps.'),
      shows: may(listOf(prose(), 1), 'Parts of what the reader sees.'),
      fix_allows: may(flag, "Whether the cause's policy, added to those of the test, makes the request allowed."),
    },
  },
  all: { called: 'a condition', keys: { all: needs(listOf(condition, 1), 'True when every one is true.') } },
  any: { called: 'a condition', keys: { any: needs(listOf(condition, 1), 'True when at least one is true.') } },
  not: { called: 'a condition', keys: { not: needs(condition, 'True when it is false; unknown stays unknown.') } },
  condition: {
    called: 'a condition',
    keys: { condition: needs(id, 'The name of a condition under conditions.') },
  },
  leaf: {
    called: 'a condition on a fact',
    keys: {
      fact: needs({ kind: 'factName' }, 'The fact to look at.'),
      operator: needs(word(...operatorNames), 'How it is compared.'),
      value: needs({ kind: 'literal' }, 'What it is compared with: a value, or { fact: name }.'),
      path: may({ kind: 'text', max: 120, form: 'path' }, 'A part of an object fact.'),
      params: may(
        { kind: 'map', of: line(400) },
        'For decision.* only: another action and resource to decide, instead of the denied request.',
      ),
    },
  },
  factValue: {
    called: 'the value of another fact',
    keys: { fact: needs({ kind: 'factName' }, 'The fact whose value it is compared with.') },
  },
};

/** Which place an authored step is, by what it says about itself. */
export const stepPlaces = ['check', 'ask', 'guide'] as const;
export const conditionPlaces = ['all', 'any', 'not', 'condition'] as const;
