import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  judgeChange,
  judgeState
} from "./chunk-KO7YO2KN.js";
import "./chunk-L64ASOQR.js";
import {
  mayColour
} from "./chunk-YKKTXZ7K.js";
import {
  locate
} from "./chunk-HUQMXDYB.js";
import "./chunk-CHRSURO7.js";
import "./chunk-PSF6WCYB.js";
import "./chunk-IHGDEI7I.js";
import "./chunk-XRAEV7O6.js";
import "./chunk-NMISSXJP.js";
import "./chunk-CPN6OKUD.js";
import "./chunk-DL6CM3PP.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import {
  countFindings
} from "./chunk-HFVXZZQ6.js";
import "./chunk-OWT4VCAL.js";
import "./chunk-FJDSGK7K.js";
import {
  VERSION
} from "./chunk-E3WPCVQO.js";
import "./chunk-IIO7YGNV.js";
import "./chunk-65E5I4Q4.js";
import {
  extentOf
} from "./chunk-IUQYEHY4.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-5W4AJTQR.js";
import "./chunk-4ZMIKOMJ.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-JH6GHN2B.js";
import "./chunk-4RQYNTZH.js";
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
  const texts = /* @__PURE__ */ new Map();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  for (const file of new Set(
    problems.flatMap((told) => [told.file, ...(told.related ?? []).map((other) => other.file)])
  )) {
    const bytes = await source.bytes(file);
    if (bytes) texts.set(file, decoder.decode(bytes));
  }
  const sources = (file) => texts.get(file) ?? null;
  const findings = locate(problems, sources);
  const { files, grants } = extentOf(source.tree);
  return { findings, counts: countFindings(findings, files, grants), sources };
}
async function render(report, { format }, io) {
  switch (format) {
    case "json":
      return (await import("./findings-json-HSL3JWBA.js")).renderFindingsJson(report);
    case "github":
      return (await import("./findings-github-IG4ZV3NB.js")).renderFindingsGithub(report);
    case "sarif": {
      const [{ renderFindingsSarif }, { catalogueOf }, { CHECKS }] = await Promise.all([
        import("./findings-sarif-D4PRIA2V.js"),
        import("./catalogue-LLB4E4J5.js"),
        import("./checks-3ANBZNZM.js")
      ]);
      return renderFindingsSarif(report, catalogueOf(CHECKS), VERSION);
    }
    default: {
      const { renderFindingsText } = await import("./findings-text-6KAJKCQ2.js");
      return renderFindingsText(report, mayColour(io));
    }
  }
}
export {
  command
};
