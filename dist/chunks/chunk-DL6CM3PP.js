import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/findings/codeowners-codes.ts
var CODEOWNERS_CODES = {
  "codeowners-stale": {
    severity: "error",
    doc: "`.github/CODEOWNERS` isn’t what the files under `grants/` generate, so GitHub asks the wrong people for reviews.",
    fix: "Run `npx grantbook codeowners` and commit the file."
  },
  "codeowners-missing": {
    severity: "error",
    doc: "There is no `.github/CODEOWNERS`, so GitHub asks nobody in particular for reviews. Not told of a bare folder of files that has no `.github` at all.",
    fix: "Run `npx grantbook codeowners` and commit the file."
  },
  "codeowners-line": {
    severity: "error",
    doc: "A line of `.github/CODEOWNERS` that GitHub skips, or reads otherwise than it looks.",
    fix: "Run `npx grantbook codeowners`, or write the line so that GitHub reads it."
  },
  "codeowners-too-large": {
    severity: "error",
    doc: "The generated CODEOWNERS would be 3 MB or more, which GitHub doesn’t load at all.",
    fix: "Spread entitlements over several repositories."
  }
};

export {
  CODEOWNERS_CODES
};
