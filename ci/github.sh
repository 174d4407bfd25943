#!/usr/bin/env bash
# The step of action.yml: runs audit, whose annotations and step summary GitHub shows, and tells the next steps how it ended.
set -euo pipefail

program=$AUDIT_PROGRAM
if [ -z "$program" ]; then
  # Packed of the commit that the workflow names: nothing is published by this name in the registry.
  (cd "$AUDIT_ACTION" && npm ci --silent --ignore-scripts --no-audit --no-fund && npm run --silent build >&2)
  packed=$(mktemp -d)
  (cd "$AUDIT_ACTION" && npm pack --silent --ignore-scripts --pack-destination "$packed" >&2)
  program=$(echo "$packed"/aws-posture-audit-*.tgz)
fi
if [ "${program##*.}" = tgz ]; then
  # What people install is what runs: no file of the checkout but those that are packed.
  home=$(mktemp -d)
  npm install --silent --ignore-scripts --no-audit --no-fund --global --prefix "$home" "$program" >&2
  program=$home/lib/node_modules/aws-posture-audit/dist/audit.cjs
fi

args=()
while IFS= read -r line; do
  if [ -n "$line" ]; then args+=("$line"); fi
done <<<"$AUDIT_ARGS"

code=0
node "$program" scan --fail-on "$AUDIT_FAIL_ON" --format github,sarif,json --output "$AUDIT_OUTPUT/" ${args[@]+"${args[@]}"} || code=$?

complete=false
# With any other code a report that lies there is of an earlier run.
if [ -f "$AUDIT_OUTPUT/audit-report.json" ] && [[ $code =~ ^[013]$ ]]; then
  # A run may end in 1 and be incomplete besides.
  complete=$(node -p 'const { run } = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")); run.complete && !run.interrupted' \
    "$AUDIT_OUTPUT/audit-report.json")
fi
printf 'exit-code=%s\ncomplete=%s\n' "$code" "$complete" >>"$GITHUB_OUTPUT"
