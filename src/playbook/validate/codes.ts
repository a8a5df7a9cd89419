// Every code a diagnostic can carry, with what it means and the way out. The number's first digit is the kind of mistake.
/* eslint max-lines: off -- a data table */

export type Severity = 'error' | 'warning';

export interface CodePage {
  readonly severity: Severity;
  readonly title: string;
  readonly meaning: string;
  readonly wrong: string;
  readonly right: string;
}

const error = (title: string, meaning: string, wrong: string, right: string): CodePage => ({
  severity: 'error',
  title,
  meaning,
  wrong,
  right,
});
const warning = (title: string, meaning: string, wrong: string, right: string): CodePage => ({
  ...error(title, meaning, wrong, right),
  severity: 'warning',
});

export const codeFamilies: Readonly<Record<string, string>> = {
  '1': 'YAML',
  '2': 'keys and values',
  '3': 'names that refer to something',
  '4': 'templates',
  '5': 'conditions and proofs',
  '6': 'tests',
  '7': 'safety',
  '8': 'packs',
};

export const codes = {
  WD101: error(
    'The file is no valid YAML',
    'YAML could not be read at this place. The message says what the reader stumbled over.',
    'title: "Access denied',
    'title: "Access denied"',
  ),
  WD102: error('A tab indents a line', 'YAML indents with spaces only.', 'match:\n\tall: []', 'match:\n  all: []'),
  WD103: error(
    'A key is written twice',
    'The second one would silently win, so it is refused.',
    'title: One\ntitle: Two',
    'title: One',
  ),
  WD104: error(
    'Not exactly one document',
    'A file holds one playbook: not none, and not a second one after ---.',
    'id: a\n---\nid: b',
    'id: a',
  ),
  WD105: error(
    'A text that starts with {{ is not quoted',
    'Without quotes YAML takes {{ for the start of a map.',
    'title: {{target.name}} is missing',
    'title: "{{target.name}} is missing"',
  ),
  WD106: error(
    'A text that holds ": " or starts with a reserved character is not quoted',
    'Without quotes YAML takes ": " for the end of a key. Characters such as @, ` and % cannot start a plain text.',
    'title: Denied: no policy',
    'title: "Denied: no policy"',
  ),
  WD107: error(
    'No space after the hyphen or the colon',
    'A list item is a hyphen and a space; a key is followed by a colon and a space.',
    '-id: a',
    '- id: a',
  ),
  WD108: error(
    'The indentation does not fit',
    'Keys of one map start in one column; what belongs to a key stands further right.',
    'steps:\n  - id: a\n   type: check',
    'steps:\n  - id: a\n    type: check',
  ),
  WD201: error(
    'A key that is not known',
    'Every key of the format has a meaning; a misspelt one would be silently ignored elsewhere. Keys starting with x- at the top are yours.',
    'titel: Access denied',
    'title: Access denied',
  ),
  WD202: error(
    'A key is missing',
    'This place cannot do without it.',
    '- id: a\n  type: check',
    '- id: a\n  type: check\n  title: …',
  ),
  WD203: error(
    'A value of the wrong kind',
    'A list is needed where a text stands, or the like.',
    'services: s3',
    'services: [s3]',
  ),
  WD204: error(
    'A word that may not stand here',
    'The list of possible words is closed.',
    'strength: prove',
    'strength: proves',
  ),
  WD205: error(
    'Nothing is there',
    'An empty list or text says nothing here. An empty all or any would always be true.',
    'all: []',
    'all:\n  - { fact: error.code, operator: equal, value: AccessDenied }',
  ),
  WD206: error(
    'A text of the wrong form or length',
    'Ids, links and names have a form; titles have a length.',
    'id: My Playbook',
    'id: my-playbook',
  ),
  WD207: error(
    'A key in the wrong place',
    'The key exists, but elsewhere: most often the indentation is off.',
    '- id: a\n  type: check\n  because: …',
    'causes:\n  - id: b\n    because: …',
  ),
  WD208: error(
    'The format is not known',
    'The first key says what the file is: format: playbook/v1 or format: fragment/v1.',
    'format: playbook',
    'format: playbook/v1',
  ),
  WD301: error(
    'A step that does not exist',
    'steps.<id> and answers.<id> name a step of this file or of a fragment it uses.',
    'fact: steps.find-rol',
    'fact: steps.find-role',
  ),
  WD302: error(
    'A look forward',
    'A condition may read only steps that come before it; match reads none. So every run ends.',
    'when: { fact: steps.later, operator: equal, value: pass }',
    'when: { fact: steps.earlier, operator: equal, value: pass }',
  ),
  WD303: error(
    'A named condition that does not exist',
    'condition: <name> refers to a name under conditions in the same file.',
    'condition: guardrail-block',
    'condition: guardrail-blocks',
  ),
  WD304: error(
    'Named conditions that refer to each other in a circle',
    'They would never come to a value.',
    'a: { condition: b }\nb: { condition: a }',
    'a: { fact: …, operator: …, value: … }',
  ),
  WD305: error(
    'A fragment that does not exist',
    'use: <id> names a file under playbooks/fragments.',
    '- use: guardrail',
    '- use: guardrails',
  ),
  WD306: error(
    'An id is used twice',
    'Ids of steps, of causes, of choices and of playbooks are unique, steps of fragments included.',
    '- id: a\n- id: a',
    '- id: a\n- id: b',
  ),
  WD307: error(
    'The id is not the name of the file',
    'A playbook is found by its id, so the file is named after it.',
    'id: other-name',
    'id: name-of-the-file',
  ),
  WD309: error(
    'A fact that does not exist',
    'Facts are a closed list: whydenied playbook facts prints it.',
    'fact: caller.nickname',
    'fact: caller.arn',
  ),
  WD310: warning(
    'A named condition that nothing uses',
    'It has no effect.',
    'conditions: { unused: … }',
    'when: { condition: unused }',
  ),
  WD311: warning(
    'A related playbook that does not exist',
    'The reader would be sent to nothing.',
    'related: [identity-no-alow]',
    'related: [identity-no-allow]',
  ),
  WD312: error(
    'An answer of a step that asks nothing, or an outcome where there is none',
    'answers.<id> belongs to steps of type ask.',
    'fact: answers.some-check',
    'fact: steps.some-check',
  ),
  WD401: error(
    'A placeholder that cannot be read',
    'A placeholder is {{fact}} or {{fact | or "text"}}; there is nothing else.',
    '{{ target.name | upper }}',
    '{{ target.name | or "the role" }}',
  ),
  WD402: error(
    'A placeholder inside quotes in a command',
    'Values are quoted for the shell by themselves; inside your quotes they would break out of them.',
    "--query 'x={{target.name}}'",
    '--role-name {{target.name}}',
  ),
  WD403: error(
    'A placeholder for a fact that does not exist',
    'Facts are a closed list: whydenied playbook facts prints it.',
    '{{target.nam}}',
    '{{target.name}}',
  ),
  WD404: error(
    'A placeholder where none is filled in',
    'Placeholders work in texts, commands, policies and params; to compare with another fact write value: { fact: name }.',
    'value: "{{error.principal}}"',
    'value: { fact: error.principal }',
  ),
  WD502: error(
    'An operator that does not fit the fact',
    'Each operator compares certain types: whydenied playbook operators prints them.',
    '{ fact: trust.unmetKeys, operator: equal, value: x }',
    '{ fact: trust.unmetKeys, operator: contains, value: x }',
  ),
  WD503: error(
    'A value the fact never has',
    'The values of this fact are a closed list.',
    '{ fact: caller.kind, operator: equal, value: User }',
    '{ fact: caller.kind, operator: equal, value: user }',
  ),
  WD504: error(
    'A value of another type than the fact',
    'YAML reads unquoted digits as a number and yes-like words as they are: quote texts that look like something else.',
    '{ fact: error.accountId, operator: equal, value: 111122223333 }',
    '{ fact: error.accountId, operator: equal, value: "111122223333" }',
  ),
  WD505: error(
    'A condition that can never be true',
    'One fact cannot have two values at once.',
    'all:\n  - { fact: error.code, operator: equal, value: A }\n  - { fact: error.code, operator: equal, value: B }',
    '{ fact: error.code, operator: in, value: [A, B] }',
  ),
  WD506: warning('A condition is written twice', 'The second one has no effect.', 'all: [x, x]', 'all: [x]'),
  WD507: error(
    'params where they do not belong',
    'params decide another action and resource, so only decision.* takes them: action and resource, each a text or exactly one {{fact}}.',
    '{ fact: caller.arn, params: { … } }',
    '{ fact: decision.identity, params: { action: "iam:PassRole" }, … }',
  ),
  WD508: error(
    'path on a fact that has no parts',
    'Only object facts have parts.',
    '{ fact: caller.arn, path: name, … }',
    '{ fact: caller.arn, … }',
  ),
  WD509: error(
    'A cause that proves reads the outcome of a step',
    'What a step concluded rests on facts; a proof names those facts, so that new knowledge never takes a proof back.',
    'when: { fact: steps.trust, operator: equal, value: fail }',
    'when: { fact: decision.trust, operator: equal, value: implicitDeny }',
  ),
  WD510: error(
    'A cause that proves uses "known"',
    'A proof must stay true when more becomes known; whether something is known does not.',
    '{ fact: error.principal, operator: known, value: false }',
    'strength: suggests',
  ),
  WD511: error(
    'A cause that proves reads a free text answer',
    'Let the question state a fact with parse or fact, and read that fact.',
    '{ fact: answers.paste, operator: includesText, value: x }',
    '{ fact: decoded.action, operator: equal, value: "iam:PassRole" }',
  ),
  WD512: error(
    'A cause that proves rests on nothing decisive',
    'Whichever way it becomes true, it must rest on a fact that is not taken from the bare text, or on the reason AWS states (error.policyType, error.denyType).',
    'when: { fact: error.code, operator: equal, value: AccessDenied }',
    'when: { fact: decision.identity, operator: equal, value: implicitDeny }',
  ),
  WD513: error(
    'An empty list would make this true',
    'everyFact and doesNotContain are true for an empty list: say beside it, in the same all, what the list must have.',
    '{ fact: trust.unmetKeys, operator: "everyFact:like", value: "aws:*" }',
    'all:\n  - { fact: trust.unmetKeys, operator: "someFact:like", value: "*" }\n  - { fact: trust.unmetKeys, operator: "everyFact:like", value: "aws:*" }',
  ),
  WD514: warning(
    'A check by hand that states nothing',
    'Without pass or fail facts the answer of the reader reaches no cause.',
    'by_hand: { text: Look. }',
    'by_hand: { text: Look., pass: { target.exists: true }, fail: { target.exists: false } }',
  ),
  WD515: error(
    'A question that does not fit its answer',
    'choice and multichoice need choices; confirm and text have none; parse and fact are for text.',
    'answer: choice',
    'answer: choice\nchoices: […]',
  ),
  WD516: error(
    'An answer by hand that means the opposite',
    'The facts that pass states must let expect be true, those of fail let it be false: else the outcome turns round.',
    'expect: { fact: target.exists, operator: equal, value: true }\nby_hand: { pass: { target.exists: false } }',
    'expect: { fact: target.exists, operator: equal, value: true }\nby_hand: { pass: { target.exists: true } }',
  ),
  WD601: error(
    'A test expects a cause that does not exist',
    'The causes of a test are those of this file.',
    'cause: trust-mising',
    'cause: trust-missing',
  ),
  WD602: error(
    'A test names a step that does not exist',
    'by_hand takes steps of type check, answers takes steps of type ask.',
    'by_hand: { trsut: pass }',
    'by_hand: { trust: pass }',
  ),
  WD603: error(
    'A test gives or expects what the step cannot have',
    'A check ends in pass, fail, unknown or skipped; a question is answered, open or skipped; a guide is shown or skipped. An answer is one of the choices.',
    'steps: { some-check: answered }',
    'steps: { some-check: pass }',
  ),
  WD604: error(
    'A cause that no test confirms',
    'Knowledge without a test breaks unseen. For a draft this is a warning.',
    'causes: [a, b] with a test for a only',
    'a test with expect: { cause: b }',
  ),
  WD605: error(
    'No test of an error that belongs elsewhere',
    'One test shows where the playbook must keep out. For a draft this is a warning.',
    'tests without match: false',
    'expect: { match: false }',
  ),
  WD607: error(
    'Nothing to evaluate in a test',
    'A test evaluates the policies it has: request and fix_allows need some, and fix_allows a cause whose fix has a policy.',
    'expect: { cause: no-allow, fix_allows: true }',
    'policies: { identity: [] }',
  ),
  WD608: error(
    'Another playbook is chosen first',
    "Each test's error must select its own playbook before all others.",
    'specificity: generic',
    'specificity: exact, or a narrower match in the other file',
  ),
  WD609: error('Two tests have one name', 'A test is picked by its name.', 'name: a / name: a', 'name: a / name: b'),
  WD610: error(
    'A test expects two states of one cause',
    'A cause is confirmed, open or ruled out.',
    'open: [a], ruled_out: [a]',
    'open: [a]',
  ),
  WD611: error(
    'A test fails',
    'What the playbook concludes is not what the test expects.',
    'expect: { cause: a }',
    'expect: { cause: b }, or correct the playbook',
  ),
  WD701: error(
    'A character that cannot be seen',
    'Control, zero-width and direction characters can make a text show something else than it says.',
    'title: "\\u202e…"',
    'title: …',
  ),
  WD702: error(
    'A command that changes something is not marked',
    'The reader must see before copying that it changes something.',
    'run: aws iam delete-user …',
    'run: aws iam delete-user …\nchanges: true',
  ),
  WD703: error(
    'An anchor, an alias or a tag',
    'Write the value out: anchors and tags can hide or multiply content.',
    'a: &x 1\nb: *x',
    'a: 1\nb: 1',
  ),
  WD704: error(
    'A key that is reserved',
    '__proto__, constructor and prototype have a meaning in the language whydenied is written in.',
    '__proto__: …',
    'another name',
  ),
  WD705: error('A link that is not https', 'Links are shown to readers in full.', 'url: http://…', 'url: https://…'),
  WD706: error(
    'Too large or too deep',
    'A playbook is a page, not a database.',
    'more than 256 KiB, or 48 levels',
    'several playbooks',
  ),
  WD707: error(
    'A command that runs what it downloads, or prints secrets',
    'A reader in trouble copies without reading.',
    'run: curl https://… | sh',
    'run: aws sts get-caller-identity',
  ),
  WD708: error(
    'A fix that allows everything',
    'Action * on Resource * is no fix. Name the action and the resource.',
    'Action: "*"\nResource: "*"',
    'Action: "{{error.action}}"\nResource: "{{target.arn}}"',
  ),
  WD801: error(
    'A playbook of this id is loaded already',
    'The first one stays. To stand in for it, say so.',
    'id: identity-no-allow',
    'id: identity-no-allow\nreplaces: identity-no-allow',
  ),
  WD802: warning(
    'A selection that matches no playbook',
    'It has no effect: the playbook is gone, or its name is misspelt.',
    'disable: [s4-*]',
    'disable: ["s3-*"]',
  ),
  WD803: warning(
    'An overlay leaves out a step that is not there',
    'None of the playbooks it applies to has a step of this id.',
    'disable_steps: [identty-allows]',
    'disable_steps: [identity-allows]',
  ),
  WD804: error(
    'A pack that is not installed',
    'A pack is looked for in node_modules of the folder of the configuration and of those above it.',
    'packs: [acme-playbooks]',
    'npm install acme-playbooks',
  ),
} as const satisfies Readonly<Record<`WD${number}`, CodePage>>;

export type DiagnosticCode = keyof typeof codes;

export const severityOf = (code: DiagnosticCode): Severity => codes[code].severity;
