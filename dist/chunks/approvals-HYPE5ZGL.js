import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  openApprovedSource
} from "./chunk-AP2WZJZA.js";
import "./chunk-5LUH6NHC.js";
import "./chunk-OFNMFRSA.js";
import "./chunk-SZUHBQIL.js";
import {
  findLanding,
  provePull,
  requireHistory
} from "./chunk-UEGRDEXS.js";
import {
  readTip
} from "./chunk-ZJTLCVAT.js";
import "./chunk-ZLLOPNKY.js";
import "./chunk-XJ4HLJBJ.js";
import {
  readPull
} from "./chunk-ZLZM33HV.js";
import "./chunk-CJA7XS7B.js";
import "./chunk-UDABQ4SU.js";
import "./chunk-UTIOKGHL.js";
import "./chunk-KIY4GTEX.js";
import "./chunk-6L56ASJN.js";
import "./chunk-HVO6QHIW.js";
import "./chunk-WGKYODML.js";
import "./chunk-4G226GOF.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-EQGGY4A3.js";
import "./chunk-QLY2WBM4.js";
import "./chunk-VXUZRDRM.js";
import "./chunk-V2MVFSIR.js";
import "./chunk-4I27XLSR.js";
import "./chunk-Q4FKR2PC.js";
import {
  mayColour
} from "./chunk-YKKTXZ7K.js";
import "./chunk-V2GJZSBU.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import {
  openGoverned
} from "./chunk-IZB2QP2V.js";
import "./chunk-ZI2VCF7Z.js";
import {
  fetchObjects
} from "./chunk-ZV34UCH5.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-ZCONMND2.js";
import "./chunk-VSTNN46Q.js";
import "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-E3WPCVQO.js";
import "./chunk-XJ3N3HV6.js";
import "./chunk-BLCINO24.js";
import "./chunk-P5QKHU73.js";
import "./chunk-JOLQCLIX.js";
import "./chunk-33ENI5OL.js";
import "./chunk-TLWJT3BQ.js";
import "./chunk-L4AA6WMQ.js";
import "./chunk-LZOWS2TE.js";
import "./chunk-S46JKJER.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-7ETONKNL.js";
import "./chunk-3PMDYGTO.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-UI4DGNQ4.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-3ZSDZPIB.js";
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
  const { source, unproved, evidence, warning } = await openApprovedSource(github, root, tip, merged);
  try {
    const base = { number, source, unproved, evidence, now, tip, names: true };
    const request = { ...base, ...landing ? { landing } : {} };
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
      return (await import("./approvals-json-MGABX45X.js")).renderApprovalsJson(view);
    case "markdown":
      return (await import("./approvals-markdown-HBSX2CPV.js")).renderApprovalsMarkdown(view);
    default:
      return (await import("./approvals-text-3BR2ZDNO.js")).renderApprovalsText(view, mayColour(io));
  }
}
export {
  command,
  readPullNumber
};
