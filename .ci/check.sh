#!/usr/bin/env bash
# Types, lint and format, then all tests; the last line is "N passed, N failed".
set -euo pipefail
npm run --silent types
npm run --silent lint
report=$(mktemp)
trap 'rm -f "$report"' EXIT
status=0
npm run --silent unit -- --reporter=default --reporter=json --outputFile.json="$report" || status=$?
node -e 'const r=JSON.parse(require("fs").readFileSync(process.argv[1],"utf8"));console.log(`${r.numPassedTests} passed, ${r.numFailedTests} failed`)' "$report"
exit "$status"
