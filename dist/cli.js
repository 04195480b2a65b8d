#!/usr/bin/env node
import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  dispatch,
  keepHeapSmall
} from "./chunks/chunk-XDI6T35X.js";
import "./chunks/chunk-PYT6HUX2.js";
import "./chunks/chunk-DC62R65Y.js";
import "./chunks/chunk-E3WPCVQO.js";
import "./chunks/chunk-XJ3N3HV6.js";
import "./chunks/chunk-BLCINO24.js";
import "./chunks/chunk-KCC7W5OC.js";
import "./chunks/chunk-MRFNKC6V.js";
import "./chunks/chunk-RMTBQHKY.js";
import "./chunks/chunk-XCNTR6TK.js";

// src/commands/registry.ts
var COMMANDS = [
  {
    name: "validate",
    summary: "check every file under grants/ and report what is wrong",
    load: () => import("./chunks/validate-F3ZRFYKK.js")
  },
  {
    name: "owners",
    summary: "tell who owns paths by CODEOWNERS",
    load: () => import("./chunks/owners-PI3DPB23.js")
  },
  {
    name: "codeowners",
    summary: "write .github/CODEOWNERS from the files under grants/",
    load: () => import("./chunks/codeowners-GL2INSIO.js")
  },
  {
    name: "plan",
    summary: "show what a change, or an apply, would do",
    load: () => import("./chunks/plan-MCIOZRI7.js")
  },
  {
    name: "conflicts",
    summary: "show who holds more together than the rules of separation of duties allow",
    load: () => import("./chunks/conflicts-EQA3HQNE.js")
  },
  {
    name: "approvals",
    summary: "show who approved a pull request, and what is missing from whom",
    load: () => import("./chunks/approvals-6NCTSOR6.js")
  },
  {
    name: "verdict",
    summary: "judge pull requests and write check run, comment and labels",
    load: () => import("./chunks/verdict-KQDPHZ75.js")
  },
  {
    name: "apply",
    summary: "bring the systems to what the files say",
    load: () => import("./chunks/apply-M73EDAR4.js")
  },
  {
    name: "nightly",
    summary: "apply, and keep the pull requests and notices that time brings",
    load: () => import("./chunks/nightly-O5G647W6.js")
  },
  {
    name: "request",
    summary: "open the pull request that asks for access",
    load: () => import("./chunks/request-DMMRTNV2.js")
  },
  {
    name: "renew",
    summary: "open one pull request that moves the end of grants, or re-attests workloads",
    load: () => import("./chunks/renew-23SDCBO7.js")
  },
  {
    name: "adopt",
    summary: "open the pull request that turns access found outside into a grant",
    load: () => import("./chunks/adopt-HZHQ5CRF.js")
  },
  {
    name: "restore",
    summary: "open the pull request that lets stand again what was taken away outside",
    load: () => import("./chunks/restore-XPLBPGRW.js")
  },
  {
    name: "offboard",
    summary: "open the pull request that sets somebody’s last day, with all that follows",
    load: () => import("./chunks/offboard-EYWOQGXT.js")
  },
  {
    name: "suspend",
    summary: "open the pull request that takes everything from a person or workload",
    load: () => import("./chunks/suspend-GBNPE6KO.js")
  },
  {
    name: "import",
    summary: "open the pull requests that make what stands in a system a first baseline",
    load: () => import("./chunks/import-LQFNCVZ2.js")
  },
  {
    name: "audit",
    summary: "verify the whole record from a clone",
    load: () => import("./chunks/audit-VVQWBTEB.js")
  },
  {
    name: "explain",
    summary: "tell who asked for access, who said yes, when it was given and taken",
    load: () => import("./chunks/explain-FJFDPOMM.js")
  },
  {
    name: "sandbox",
    summary: "run a local GitHub and AWS from a world file",
    load: () => import("./chunks/sandbox-JWS66YQO.js")
  },
  {
    name: "init",
    summary: "write the files of a new repository",
    load: () => import("./chunks/init-NEFDS5WK.js")
  },
  {
    name: "keygen",
    summary: "make a key for signing evidence",
    load: () => import("./chunks/keygen-ORI6JGYN.js")
  },
  {
    name: "genesis",
    summary: "begin the record with what the default branch has",
    load: () => import("./chunks/genesis-FBTTNXYL.js")
  },
  {
    name: "doctor",
    summary: "report what is set up wrongly on GitHub, in the systems and in the repository",
    load: () => import("./chunks/doctor-IEKGDEV7.js")
  }
];

// src/commands/main.ts
function main(argv, given) {
  return dispatch(COMMANDS, argv, given);
}

// src/cli.ts
keepHeapSmall();
process.exitCode = await main(process.argv.slice(2));
