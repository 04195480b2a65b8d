#!/usr/bin/env node
import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  dispatch
} from "./chunks/chunk-RZQH5G5Y.js";
import "./chunks/chunk-DC62R65Y.js";
import "./chunks/chunk-E3WPCVQO.js";
import "./chunks/chunk-BLCINO24.js";
import "./chunks/chunk-IIO7YGNV.js";
import "./chunks/chunk-KCC7W5OC.js";
import "./chunks/chunk-MRFNKC6V.js";
import "./chunks/chunk-EZMMBTZM.js";
import "./chunks/chunk-XCNTR6TK.js";

// src/commands/registry.ts
var COMMANDS = [
  {
    name: "validate",
    summary: "check every file under grants/ and report what is wrong",
    load: () => import("./chunks/validate-J5WOHSCH.js")
  },
  {
    name: "owners",
    summary: "tell who owns paths by CODEOWNERS",
    load: () => import("./chunks/owners-WJG6O4F4.js")
  },
  {
    name: "codeowners",
    summary: "write .github/CODEOWNERS from the files under grants/",
    load: () => import("./chunks/codeowners-WQMROUPY.js")
  },
  {
    name: "plan",
    summary: "show what a change, or an apply, would do",
    load: () => import("./chunks/plan-DNZCL4N2.js")
  },
  {
    name: "approvals",
    summary: "show who approved a pull request, and what is missing from whom",
    load: () => import("./chunks/approvals-EQ7OTK3T.js")
  },
  {
    name: "verdict",
    summary: "judge pull requests and write check run, comment and labels",
    load: () => import("./chunks/verdict-PU4JPAEF.js")
  },
  {
    name: "apply",
    summary: "bring the systems to what the files say",
    load: () => import("./chunks/apply-K6KFSARH.js")
  },
  {
    name: "audit",
    summary: "verify the whole record from a clone",
    load: () => import("./chunks/audit-DB76QLVP.js")
  },
  {
    name: "explain",
    summary: "tell who asked for access, who said yes, when it was given and taken",
    load: () => import("./chunks/explain-2VMY4UUT.js")
  },
  {
    name: "sandbox",
    summary: "run a local GitHub and AWS from a world file",
    load: () => import("./chunks/sandbox-ZV3Y4L7J.js")
  },
  {
    name: "init",
    summary: "write the files of a new repository",
    load: () => import("./chunks/init-D6NFGI5W.js")
  },
  {
    name: "keygen",
    summary: "make a key for signing evidence",
    load: () => import("./chunks/keygen-6E7ULJFS.js")
  },
  {
    name: "genesis",
    summary: "begin the record with what the default branch has",
    load: () => import("./chunks/genesis-IIRDV6TB.js")
  },
  {
    name: "doctor",
    summary: "report what is set up wrongly on GitHub, in the systems and in the repository",
    load: () => import("./chunks/doctor-EXYRHICT.js")
  }
];

// src/commands/main.ts
function main(argv, given) {
  return dispatch(COMMANDS, argv, given);
}

// src/cli.ts
process.exitCode = await main(process.argv.slice(2));
