import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/commands/colour.ts
function mayColour({ terminal, environment }) {
  return terminal.out && (environment["NO_COLOR"] ?? "") === "";
}

export {
  mayColour
};
