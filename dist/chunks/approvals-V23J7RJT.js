import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  openApprovedSource
} from "./chunk-5VW3DNYD.js";
import "./chunk-EGLRP5L2.js";
import "./chunk-3L675OTN.js";
import {
  findLanding,
  provePull,
  requireHistory
} from "./chunk-5UFTP4OB.js";
import {
  readTip
} from "./chunk-F7LR2TMD.js";
import "./chunk-6VL5Y7EN.js";
import {
  readPull
} from "./chunk-O5BY2OER.js";
import "./chunk-UP7WPWE4.js";
import "./chunk-B6A6EI2H.js";
import "./chunk-MMHH2Z4C.js";
import "./chunk-YHX25KQ7.js";
import "./chunk-N452FIO7.js";
import "./chunk-EG2KTEMH.js";
import "./chunk-HCKRBB3T.js";
import "./chunk-J4RMXV4P.js";
import "./chunk-GQ4EG76Y.js";
import "./chunk-JY62ZOVQ.js";
import "./chunk-CBNFUGEK.js";
import "./chunk-FYYQMQIA.js";
import "./chunk-QVWYGHUT.js";
import "./chunk-GX4AJBI4.js";
import {
  mayColour
} from "./chunk-YKKTXZ7K.js";
import "./chunk-V2GJZSBU.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import {
  openGoverned
} from "./chunk-IJ4PBUGU.js";
import {
  fetchObjects
} from "./chunk-6OWHK4YW.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-JE2QZES6.js";
import "./chunk-PFAARSQN.js";
import "./chunk-3QQMBOKV.js";
import "./chunk-QCEPDKW5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-E3WPCVQO.js";
import "./chunk-XJ3N3HV6.js";
import "./chunk-BLCINO24.js";
import "./chunk-H2UURO2K.js";
import "./chunk-D6PJLTIN.js";
import "./chunk-DWXQNZTB.js";
import "./chunk-JH6GHN2B.js";
import "./chunk-S46JKJER.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-BBVGU6PE.js";
import "./chunk-3PMDYGTO.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-APARWUT7.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-EZMMBTZM.js";
import "./chunk-XCNTR6TK.js";

// src/commands/approvals.ts
var command = {
  formats: ["text", "json", "markdown"],
  example: "npx grantbook approvals --pull 12",
  describe: (c) => {
    c.option("--pull <n>", "number of the pull request");
  },
  run: async (_, options, common, io) => {
    const number = readPullNumber(options["pull"]);
    const view = await approvals(openGoverned(common, io), number, common);
    if (view.warning !== null && common.format === "json" && !common.quiet) io.err(`${view.warning}
`);
    io.out(await render(view, common, io));
    return view.verdict.state === "approved" ? 0 : 1;
  }
};
function readPullNumber(value) {
  if (typeof value === "string" && /^[1-9]\d{0,8}$/u.test(value)) return Number(value);
  const given = typeof value === "string" ? `, not "${value}"` : "";
  throw new UsageError(`--pull takes the number of a pull request${given}: grantbook approvals --pull 12.`);
}
async function approvals(github, number, { root, now }) {
  await requireHistory(root);
  const pull = told(await readPull(github, number));
  const tip = told(await readTip(github, pull.defaultBranch));
  if ((await fetchObjects(root, github.remote, [tip])).size > 0)
    throw new UnableError(`git could not fetch ${tip}, the tip of the default branch.`);
  const landing = await landingOf(github, root, pull, tip);
  const merged = landing && { number, parent: landing.parent };
  const { source, unproved, warning } = await openApprovedSource(github, root, tip, merged);
  try {
    const request = { number, source, unproved, now, tip, names: true, ...landing ? { landing } : {} };
    const { verdict, facts } = told(await provePull(github, root, request));
    return { verdict, title: facts.title, warning };
  } finally {
    source.close();
  }
}
async function landingOf(github, root, pull, tip) {
  if (pull.mergedAt === null || pull.into !== pull.defaultBranch) return null;
  return told(await findLanding(github, root, pull, tip));
}
function told(reading) {
  if (reading.ok) return reading.value;
  const { what, why } = reading.gap;
  throw new UnableError(`${what} can’t be read on GitHub: ${why}.`);
}
async function render(view, { format }, io) {
  switch (format) {
    case "json":
      return (await import("./approvals-json-NTQPAVQR.js")).renderApprovalsJson(view);
    case "markdown":
      return (await import("./approvals-markdown-KYWD36IG.js")).renderApprovalsMarkdown(view);
    default:
      return (await import("./approvals-text-WOCIF32S.js")).renderApprovalsText(view, mayColour(io));
  }
}
export {
  command,
  readPullNumber
};
