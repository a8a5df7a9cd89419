#!/usr/bin/env bash
# Types, lint and format, generated files, build, all tests, and the playbooks through the built program.
# Each step and each test counts; the last line is "N passed, N failed".
set -uo pipefail
cd "$(dirname "$0")/.."
passed=0
failed=0
report=$(mktemp)
trap 'rm -f "$report"' EXIT

step() {
  local name=$1
  shift
  echo "== $name"
  if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)) && echo "== failed: $name"; fi
}

unit_tests() {
  npm run --silent unit -- --reporter=default --reporter=json --outputFile.json="$report"
  local status=$?
  read -r ok bad < <(node -e '
    const { numPassedTests, numFailedTests } = JSON.parse(require("fs").readFileSync(process.argv[1] , "utf8") || "{}");
    console.log(numPassedTests ?? 0, numFailedTests ?? 0);' "$report")
  passed=$((passed + ok))
  failed=$((failed + bad))
  return "$status"
}

step types npm run --silent types
step lint npm run --silent lint
step build npm run --silent build
step schemas node .ci/fresh.mjs schemas -- npm run --silent schemas
step tests unit_tests
step 'nothing is unused' npx knip --no-progress
step 'the package is well formed' npx publint --strict
step 'playbooks are valid' node dist/bin.js playbook validate playbooks
step 'playbooks are formatted' node dist/bin.js playbook fmt --check playbooks
step 'playbooks pass their tests' node dist/bin.js playbook test playbooks

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
