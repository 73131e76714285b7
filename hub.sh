#!/bin/sh
# The command line of the hub on the project's own Node, from wherever it is called: `npx hub …` within the project,
# or by its path, or by a link to it.
root=$(dirname "$(readlink -f "$0")")
if [ -f "$root/build-if-changed.sh" ]; then
  (cd "$root" && sh build-if-changed.sh) >&2 || exit 70
fi
node="$root/node_modules/.bin/node"
[ -x "$node" ] || node=node
exec "$node" "$root/dist/schema/registry/cli/main.js" "$@"
