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
    load: () => import("./chunks/validate-2AZBMZPA.js")
  },
  {
    name: "owners",
    summary: "tell who owns paths by CODEOWNERS",
    load: () => import("./chunks/owners-PI3DPB23.js")
  },
  {
    name: "codeowners",
    summary: "write .github/CODEOWNERS from the files under grants/",
    load: () => import("./chunks/codeowners-THDHY4VZ.js")
  },
  {
    name: "plan",
    summary: "show what a change, or an apply, would do",
    load: () => import("./chunks/plan-EYBW374I.js")
  },
  {
    name: "conflicts",
    summary: "show who holds more together than the rules of separation of duties allow",
    load: () => import("./chunks/conflicts-WULUP7QZ.js")
  },
  {
    name: "approvals",
    summary: "show who approved a pull request, and what is missing from whom",
    load: () => import("./chunks/approvals-HYPE5ZGL.js")
  },
  {
    name: "verdict",
    summary: "judge pull requests and write check run, comment and labels",
    load: () => import("./chunks/verdict-MPEMOBNZ.js")
  },
  {
    name: "apply",
    summary: "bring the systems to what the files say",
    load: () => import("./chunks/apply-V5LNLOG5.js")
  },
  {
    name: "nightly",
    summary: "apply, and keep the pull requests and notices that time brings",
    load: () => import("./chunks/nightly-KMBOURME.js")
  },
  {
    name: "request",
    summary: "open the pull request that asks for access",
    load: () => import("./chunks/request-LTLJGF7L.js")
  },
  {
    name: "renew",
    summary: "open one pull request that moves the end of grants, or re-attests workloads",
    load: () => import("./chunks/renew-PEZ3ZDLA.js")
  },
  {
    name: "adopt",
    summary: "open the pull request that turns access found outside into a grant",
    load: () => import("./chunks/adopt-CAXDEZC2.js")
  },
  {
    name: "restore",
    summary: "open the pull request that lets stand again what was taken away outside",
    load: () => import("./chunks/restore-P7TSYFGK.js")
  },
  {
    name: "offboard",
    summary: "open the pull request that sets somebody’s last day, with all that follows",
    load: () => import("./chunks/offboard-5BXD5HI3.js")
  },
  {
    name: "suspend",
    summary: "open the pull request that takes everything from a person or workload",
    load: () => import("./chunks/suspend-U7X4ZOFH.js")
  },
  {
    name: "import",
    summary: "open the pull requests that make what stands in a system a first baseline",
    load: () => import("./chunks/import-WWUZZ5LV.js")
  },
  {
    name: "audit",
    summary: "verify the whole record from a clone",
    load: () => import("./chunks/audit-J5S6VXBG.js")
  },
  {
    name: "explain",
    summary: "tell who asked for access, who said yes, when it was given and taken",
    load: () => import("./chunks/explain-5WNWDS6W.js")
  },
  {
    name: "sandbox",
    summary: "run a local GitHub and AWS from a world file",
    load: () => import("./chunks/sandbox-BMD23SGY.js")
  },
  {
    name: "init",
    summary: "write the files of a new repository",
    load: () => import("./chunks/init-Y75SISGM.js")
  },
  {
    name: "keygen",
    summary: "make a key for signing evidence",
    load: () => import("./chunks/keygen-BGDRCQQC.js")
  },
  {
    name: "genesis",
    summary: "begin the record with what the default branch has",
    load: () => import("./chunks/genesis-WOQ6ORRA.js")
  },
  {
    name: "doctor",
    summary: "report what is set up wrongly on GitHub, in the systems and in the repository",
    load: () => import("./chunks/doctor-RHGZNR5G.js")
  }
];

// src/commands/main.ts
function main(argv, given) {
  return dispatch(COMMANDS, argv, given);
}

// src/cli.ts
keepHeapSmall();
process.exitCode = await main(process.argv.slice(2));
