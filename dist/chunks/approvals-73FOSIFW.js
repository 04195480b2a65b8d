import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  openApprovedSource
} from "./chunk-EPQKRTRN.js";
import "./chunk-3IJQKFHZ.js";
import "./chunk-XRTL7YIQ.js";
import {
  findLanding,
  provePull,
  requireHistory
} from "./chunk-KUJFMKPZ.js";
import {
  readTip
} from "./chunk-NRQEAVVL.js";
import "./chunk-6VL5Y7EN.js";
import {
  readPull
} from "./chunk-AJZL523J.js";
import "./chunk-UP7WPWE4.js";
import "./chunk-B6A6EI2H.js";
import "./chunk-MMHH2Z4C.js";
import "./chunk-JSIIVYW4.js";
import "./chunk-IPRXK743.js";
import "./chunk-VDOOFRF6.js";
import "./chunk-HCKRBB3T.js";
import "./chunk-64XJKIQI.js";
import "./chunk-ENFMYFWI.js";
import "./chunk-JY62ZOVQ.js";
import "./chunk-CBNFUGEK.js";
import "./chunk-FYYQMQIA.js";
import "./chunk-5ABX4AZM.js";
import "./chunk-EJFO3KLW.js";
import {
  mayColour
} from "./chunk-YKKTXZ7K.js";
import "./chunk-V2GJZSBU.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import {
  openGoverned
} from "./chunk-LDGML6JP.js";
import {
  fetchObjects
} from "./chunk-YHUW3AAH.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-QYB4MXV6.js";
import "./chunk-YLT66HJE.js";
import "./chunk-K27PPCGJ.js";
import "./chunk-XOQACSSO.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-E3WPCVQO.js";
import "./chunk-XJ3N3HV6.js";
import "./chunk-BLCINO24.js";
import "./chunk-PAQVOTRO.js";
import "./chunk-OZMHDLSL.js";
import "./chunk-36TRDHQL.js";
import "./chunk-VMXOJ7C2.js";
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
