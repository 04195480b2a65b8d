#!/usr/bin/env node
import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  dispatch
} from "./chunks/chunk-5M52R5EU.js";
import "./chunks/chunk-YETGFAHR.js";
import "./chunks/chunk-DC62R65Y.js";
import "./chunks/chunk-E3WPCVQO.js";
import "./chunks/chunk-XJ3N3HV6.js";
import "./chunks/chunk-BLCINO24.js";
import "./chunks/chunk-KCC7W5OC.js";
import "./chunks/chunk-MRFNKC6V.js";
import "./chunks/chunk-EZMMBTZM.js";
import "./chunks/chunk-XCNTR6TK.js";

// src/commands/registry.ts
var COMMANDS = [
  {
    name: "validate",
    summary: "check every file under grants/ and report what is wrong",
    load: () => import("./chunks/validate-PO5BRSAA.js")
  },
  {
    name: "owners",
    summary: "tell who owns paths by CODEOWNERS",
    load: () => import("./chunks/owners-PI3DPB23.js")
  },
  {
    name: "codeowners",
    summary: "write .github/CODEOWNERS from the files under grants/",
    load: () => import("./chunks/codeowners-MM6MPJ2V.js")
  },
  {
    name: "plan",
    summary: "show what a change, or an apply, would do",
    load: () => import("./chunks/plan-QSCDHWXE.js")
  },
  {
    name: "conflicts",
    summary: "show who holds more together than the rules of separation of duties allow",
    load: () => import("./chunks/conflicts-UKXR3MDJ.js")
  },
  {
    name: "approvals",
    summary: "show who approved a pull request, and what is missing from whom",
    load: () => import("./chunks/approvals-73FOSIFW.js")
  },
  {
    name: "verdict",
    summary: "judge pull requests and write check run, comment and labels",
    load: () => import("./chunks/verdict-3K74SWIO.js")
  },
  {
    name: "apply",
    summary: "bring the systems to what the files say",
    load: () => import("./chunks/apply-CC7QGZLY.js")
  },
  {
    name: "nightly",
    summary: "apply, and keep the pull requests and notices that time brings",
    load: () => import("./chunks/nightly-ITNCLP4E.js")
  },
  {
    name: "request",
    summary: "open the pull request that asks for access",
    load: () => import("./chunks/request-Q7X5UYLE.js")
  },
  {
    name: "renew",
    summary: "open one pull request that moves the end of grants",
    load: () => import("./chunks/renew-Q5SUHA3B.js")
  },
  {
    name: "offboard",
    summary: "open the pull request that sets somebody’s last day, with all that follows",
    load: () => import("./chunks/offboard-VQBJHV3F.js")
  },
  {
    name: "suspend",
    summary: "open the pull request that takes everything from a person or workload",
    load: () => import("./chunks/suspend-7ZHICNPJ.js")
  },
  {
    name: "audit",
    summary: "verify the whole record from a clone",
    load: () => import("./chunks/audit-EHDENGRM.js")
  },
  {
    name: "explain",
    summary: "tell who asked for access, who said yes, when it was given and taken",
    load: () => import("./chunks/explain-TVCTPLGX.js")
  },
  {
    name: "sandbox",
    summary: "run a local GitHub and AWS from a world file",
    load: () => import("./chunks/sandbox-UFKHRIUW.js")
  },
  {
    name: "init",
    summary: "write the files of a new repository",
    load: () => import("./chunks/init-Q5DH5ZVO.js")
  },
  {
    name: "keygen",
    summary: "make a key for signing evidence",
    load: () => import("./chunks/keygen-6NVOD5CU.js")
  },
  {
    name: "genesis",
    summary: "begin the record with what the default branch has",
    load: () => import("./chunks/genesis-B32RKW5B.js")
  },
  {
    name: "doctor",
    summary: "report what is set up wrongly on GitHub, in the systems and in the repository",
    load: () => import("./chunks/doctor-KVNDWLPM.js")
  }
];

// src/commands/main.ts
function main(argv, given) {
  return dispatch(COMMANDS, argv, given);
}

// src/cli.ts
process.exitCode = await main(process.argv.slice(2));
