#!/usr/bin/env node
import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  dispatch,
  keepHeapSmall
} from "./chunks/chunk-GTSX7C2E.js";
import "./chunks/chunk-APQPSSWQ.js";
import "./chunks/chunk-DC62R65Y.js";
import "./chunks/chunk-E3WPCVQO.js";
import "./chunks/chunk-XJ3N3HV6.js";
import "./chunks/chunk-BLCINO24.js";
import "./chunks/chunk-KCC7W5OC.js";
import "./chunks/chunk-MRFNKC6V.js";
import "./chunks/chunk-3ZSDZPIB.js";
import "./chunks/chunk-XCNTR6TK.js";

// src/commands/registry.ts
var COMMANDS = [
  {
    name: "validate",
    summary: "check every file under grants/ and report what is wrong",
    load: () => import("./chunks/validate-FJQFOZ2L.js")
  },
  {
    name: "owners",
    summary: "tell who owns paths by CODEOWNERS",
    load: () => import("./chunks/owners-PI3DPB23.js")
  },
  {
    name: "codeowners",
    summary: "write .github/CODEOWNERS from the files under grants/",
    load: () => import("./chunks/codeowners-HATXL7M3.js")
  },
  {
    name: "plan",
    summary: "show what a change, or an apply, would do",
    load: () => import("./chunks/plan-HJZ7X5GE.js")
  },
  {
    name: "conflicts",
    summary: "show who holds more together than the rules of separation of duties allow",
    load: () => import("./chunks/conflicts-24BT7NQN.js")
  },
  {
    name: "approvals",
    summary: "show who approved a pull request, and what is missing from whom",
    load: () => import("./chunks/approvals-KJZ2LM7C.js")
  },
  {
    name: "verdict",
    summary: "judge pull requests and write check run, comment and labels",
    load: () => import("./chunks/verdict-G4PDR5MC.js")
  },
  {
    name: "apply",
    summary: "bring the systems to what the files say",
    load: () => import("./chunks/apply-AGOU7D3Q.js")
  },
  {
    name: "nightly",
    summary: "apply, and keep the pull requests and notices that time brings",
    load: () => import("./chunks/nightly-GTFGMAHS.js")
  },
  {
    name: "request",
    summary: "open the pull request that asks for access",
    load: () => import("./chunks/request-76JWKU3V.js")
  },
  {
    name: "renew",
    summary: "open one pull request that moves the end of grants, or re-attests workloads",
    load: () => import("./chunks/renew-ADLB2WYL.js")
  },
  {
    name: "adopt",
    summary: "open the pull request that turns access found outside into a grant",
    load: () => import("./chunks/adopt-ND6AREKD.js")
  },
  {
    name: "restore",
    summary: "open the pull request that lets stand again what was taken away outside",
    load: () => import("./chunks/restore-ZN5CVDD7.js")
  },
  {
    name: "offboard",
    summary: "open the pull request that sets somebody’s last day, with all that follows",
    load: () => import("./chunks/offboard-MC66XK47.js")
  },
  {
    name: "suspend",
    summary: "open the pull request that takes everything from a person or workload",
    load: () => import("./chunks/suspend-KCEXQHKY.js")
  },
  {
    name: "import",
    summary: "open the pull requests that make what stands in a system a first baseline",
    load: () => import("./chunks/import-4H3RVCAI.js")
  },
  {
    name: "audit",
    summary: "verify the whole record from a clone",
    load: () => import("./chunks/audit-SXZMZH4P.js")
  },
  {
    name: "explain",
    summary: "tell who asked for access, who said yes, when it was given and taken",
    load: () => import("./chunks/explain-4R6UFILH.js")
  },
  {
    name: "sandbox",
    summary: "run a local GitHub and AWS from a world file",
    load: () => import("./chunks/sandbox-STEYDOO7.js")
  },
  {
    name: "init",
    summary: "write the files of a new repository",
    load: () => import("./chunks/init-ORQ2YD5F.js")
  },
  {
    name: "keygen",
    summary: "make a key for signing evidence",
    load: () => import("./chunks/keygen-BGDRCQQC.js")
  },
  {
    name: "genesis",
    summary: "begin the record with what the default branch has",
    load: () => import("./chunks/genesis-UR6GROZJ.js")
  },
  {
    name: "doctor",
    summary: "report what is set up wrongly on GitHub, in the systems and in the repository",
    load: () => import("./chunks/doctor-H5ZYNZD7.js")
  }
];

// src/commands/main.ts
function main(argv, given) {
  return dispatch(COMMANDS, argv, given);
}

// src/cli.ts
keepHeapSmall();
process.exitCode = await main(process.argv.slice(2));
