import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  judgeChange,
  judgeState
} from "./chunk-MEIFT35Z.js";
import "./chunk-C6EXX2RB.js";
import "./chunk-6OOO5WXO.js";
import "./chunk-S2FY7TVU.js";
import "./chunk-P25WULFA.js";
import "./chunk-PTH53JVV.js";
import "./chunk-EJFO3KLW.js";
import {
  placed
} from "./chunk-4ADKUB2E.js";
import {
  mayColour
} from "./chunk-YKKTXZ7K.js";
import "./chunk-F4RWD6L4.js";
import "./chunk-N5IHUUGP.js";
import "./chunk-DL6CM3PP.js";
import "./chunk-XRAEV7O6.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import "./chunk-QYB4MXV6.js";
import "./chunk-YLT66HJE.js";
import "./chunk-K27PPCGJ.js";
import {
  extentOf
} from "./chunk-XOQACSSO.js";
import "./chunk-IGNZ6A6A.js";
import {
  countFindings
} from "./chunk-WYQIDMMK.js";
import {
  VERSION
} from "./chunk-E3WPCVQO.js";
import "./chunk-XJ3N3HV6.js";
import "./chunk-5W4AJTQR.js";
import "./chunk-36TRDHQL.js";
import "./chunk-VMXOJ7C2.js";
import "./chunk-BBVGU6PE.js";
import "./chunk-3PMDYGTO.js";
import {
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-APARWUT7.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-EZMMBTZM.js";
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
        import("./checks-H7RW7ETL.js")
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
