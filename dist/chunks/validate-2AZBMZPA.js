import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  judgeChange,
  judgeState
} from "./chunk-37V46RIC.js";
import "./chunk-DQVEY6UO.js";
import "./chunk-YBGLZ7MM.js";
import "./chunk-G7TC7AGN.js";
import "./chunk-MFL4AUVF.js";
import "./chunk-DXUKNOPP.js";
import "./chunk-Q4FKR2PC.js";
import {
  placed
} from "./chunk-4BJFMHG2.js";
import {
  mayColour
} from "./chunk-YKKTXZ7K.js";
import "./chunk-23ZMF667.js";
import "./chunk-34YZDTZY.js";
import "./chunk-DL6CM3PP.js";
import "./chunk-XRAEV7O6.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import "./chunk-ZCONMND2.js";
import "./chunk-VSTNN46Q.js";
import {
  extentOf
} from "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import {
  countFindings
} from "./chunk-WYQIDMMK.js";
import {
  VERSION
} from "./chunk-E3WPCVQO.js";
import "./chunk-XJ3N3HV6.js";
import "./chunk-MVCWI7NH.js";
import "./chunk-TLWJT3BQ.js";
import "./chunk-L4AA6WMQ.js";
import "./chunk-LZOWS2TE.js";
import "./chunk-7ETONKNL.js";
import "./chunk-3PMDYGTO.js";
import {
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-XW4OEFHM.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-UI4DGNQ4.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-3ZSDZPIB.js";
import "./chunk-XCNTR6TK.js";

// src/commands/validate.ts
var command = {
  formats: ["text", "json", "github", "sarif"],
  example: "npx grantbook validate --base origin/main --format github",
  describe: (to) => to.option("--base <ref>", "report only what differs from the findings of this commit").option(
    "--head <ref>",
    "judge what merging this commit into --base gives; the working tree is not read"
  ),
  run: async (_, options, common, io) => {
    const { source, problems } = await judge(reference(options, "base"), reference(options, "head"), common);
    try {
      const report = await place(source, problems);
      io.out(await render(report, common, io));
      return report.counts.errors > 0 ? 1 : 0;
    } finally {
      source.close();
    }
  }
};
function reference(options, name) {
  const value = options[name];
  if (value === "") throw new UsageError(`--${name} needs the name of a commit.`);
  return typeof value === "string" ? value : null;
}
function judge(base, head, { root, now }) {
  if (base !== null) return judgeChange(root, base, head, now);
  return judgeState(root, head === null ? { kind: "working" } : { kind: "commit", revision: head }, now);
}
async function place(source, problems) {
  const { findings, sources } = await placed(source, problems);
  const { files, grants } = extentOf(source.tree);
  return { findings, counts: countFindings(findings, files, grants), sources };
}
async function render(report, { format }, io) {
  switch (format) {
    case "json":
      return (await import("./findings-json-HSL3JWBA.js")).renderFindingsJson(report);
    case "github":
      return (await import("./findings-github-TG2NAU7D.js")).renderFindingsGithub(report);
    case "sarif": {
      const [{ renderFindingsSarif }, { catalogueOf }, { CHECKS }] = await Promise.all([
        import("./findings-sarif-FGFAVEZA.js"),
        import("./catalogue-DHWJNMBF.js"),
        import("./checks-53W5PR7D.js")
      ]);
      return renderFindingsSarif(report, catalogueOf(CHECKS), VERSION);
    }
    default: {
      const { renderFindingsText } = await import("./findings-text-DB5WDBPS.js");
      return renderFindingsText(report, mayColour(io));
    }
  }
}
export {
  command
};
