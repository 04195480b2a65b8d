import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  openGitHub
} from "./chunk-ZI2VCF7Z.js";
import {
  logLine
} from "./chunk-BLCINO24.js";

// src/commands/steps/github.ts
function openGoverned({ quiet }, io) {
  return openGitHub(io.environment, {
    clock: io.clock,
    sleep: io.sleep,
    random: io.random,
    signal: io.signal,
    log: (line) => {
      if (!quiet) io.err(`${logLine(line)}
`);
    }
  });
}

export {
  openGoverned
};
