// Pages of help that belong to no single command.
import { mostDays, mostSessions } from '../session/limits.ts';

export const topicNames = ['exit-codes', 'environment', 'files', 'sessions', 'accessibility', 'privacy'] as const;

type Topic = (typeof topicNames)[number];

export const isTopic = (word: string): word is Topic => (topicNames as readonly string[]).includes(word);

export const topics: Readonly<Record<Topic, string>> = {
  'exit-codes': `Exit codes
  0    a diagnosis was made; for other commands: done
  1    unexpected failure, or playbooks have problems
  2    the command line or the input is wrong
  3    no AWS denial in the text
  4    AWS was to be asked, and there are no usable credentials
  130  interrupted; 143 terminated; 129 the terminal went away`,
  environment: `Environment
  NO_COLOR             no colours
  FORCE_COLOR          colours even where the output is no terminal
  CI                   never ask, only report; so does WHYDENIED_NO_INPUT
  TERM=dumb            no colours, numbered questions instead of screens
  ACCESSIBLE           the same as --accessible
  COLUMNS              the width of the report
  LC_ALL, LC_CTYPE, LANG   a locale that is not UTF-8 turns --ascii on
  AWS_…                with --live: as the AWS CLI takes them; so are HTTPS_PROXY and AWS_CA_BUNDLE
  XDG_STATE_HOME       whydenied/sessions/ in it holds saved sessions; ~/.local/state else
  XDG_CONFIG_HOME      whydenied/ in it holds your configuration and playbooks; ~/.config else
  WHYDENIED_DEBUG      show where an unexpected failure happened`,
  files: `Files for --facts, told by what they hold, not by their names
  facts file           the format of whydenied snapshot, or name: value lines
  account export       aws iam get-account-authorization-details
  Terraform            terraform show -json of a plan or a state, or the state file
  CloudFormation       a template in JSON or YAML; cdk synth prints one
  iam-collect          the folder it writes
  folder of policies   identity/, boundary/, session/, resource/, trust/, scp/, rcp/,
                       vpc-endpoint/ in it say what each policy is
  AWS's documents      a CloudTrail event, a decoded message, authorization details
  Each tells of a part: what none of them has stays unknown, and so does what
  depends on the deployment. Of a Terraform plan counts what was before it: its
  changes are not in force yet. stderr says what was read and what was not
  understood. Where files disagree the first one named
  counts, all of them before --live, and the report shows the disagreement.`,
  sessions: `Sessions
  The wizard saves after each step what was asked and answered, so that it can go
  on later: whydenied session list, show ID, resume ID and rm ID|--all. Without ID
  the one saved last is meant; the beginning of an ID will do.
  Kept are the error with its secrets masked, answers, the facts of --set, the paths
  of --facts, --policy and --playbooks (they are read again), and where you were.
  What was read from the account is not kept: add --live to read it again.
  Each is a file that you alone may read, in $XDG_STATE_HOME/whydenied/sessions
  (schemas/session.schema.json). Kept are the ${mostSessions} saved last, none longer than
  ${mostDays} days; a text of more than 1 MiB is not saved.
  --no-save, or save_sessions: false in config.yaml, switches it off.`,
  accessibility: `Accessibility
  --accessible, or the variable ACCESSIBLE, asks line after line instead of drawing
  screens: numbered choices, no colours, no cursor movement, for screen readers,
  braille displays and simple terminals. It is also used where TERM is dumb, and
  in a terminal below 40 columns or 12 rows. Add --ascii for plain characters.
  Type a number, the beginning of a choice, or a word: back, skip, causes, result,
  search, repeat, quit; help lists all. The questions go to stderr, or to the
  terminal where stderr is none, so stdout holds the report alone.`,
  privacy: `Privacy
  Without --live nothing leaves this machine: the text is read, matched against
  the playbooks and shown; the wizard saves a session that you alone may read
  (help sessions). With --live, and in whoami, decode and snapshot, AWS alone is
  asked, by calls that change nothing. Access keys, tokens and
  signatures are masked in every output. --redact replaces accounts, names,
  addresses and ids by pseudonyms too: the same one for the same word within one
  result, so that policies match as before. AWS's own names stay. Read the result
  through before you pass it on: what only you can tell to be a name is left.`,
};
