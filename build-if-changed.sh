#!/bin/sh
# Builds, unless the build is newer than everything that it is made of. Run by npm, in the project's folder.
built=dist/.tsbuildinfo
if [ -f "$built" ] &&
  [ -z "$(find gateway schema subgraphs package-lock.json tsconfig.json tsconfig.build.json -newer "$built" -print -quit)" ]; then
  exit 0
fi
exec npm run --silent build
