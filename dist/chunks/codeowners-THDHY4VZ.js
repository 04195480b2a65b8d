import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  codeownersProblems,
  isUndecided,
  loadDeciding
} from "./chunk-G7TC7AGN.js";
import {
  requireGrants
} from "./chunk-23ZMF667.js";
import "./chunk-DL6CM3PP.js";
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import "./chunk-HFY5HYQX.js";
import {
  CODEOWNERS_PATH,
  generateCodeowners
} from "./chunk-D2SZ5IZ2.js";
import {
  openWorkingTree
} from "./chunk-ZCONMND2.js";
import "./chunk-VSTNN46Q.js";
import "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-XJ3N3HV6.js";
import "./chunk-LZOWS2TE.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-7ETONKNL.js";
import "./chunk-3PMDYGTO.js";
import {
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-UI4DGNQ4.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-3ZSDZPIB.js";
import "./chunk-XCNTR6TK.js";

// src/commands/codeowners.ts
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
var command = {
  formats: ["text", "json"],
  example: "npx grantbook codeowners --check",
  describe: (c) => {
    c.option("--check", "write nothing; exit 1 if the file is stale");
  },
  run: async (args, options, { root, format }, io) => {
    if (args.length > 0)
      throw new UsageError(`codeowners takes no arguments, but was given "${args[0] ?? ""}".`);
    const source = openWorkingTree(root);
    try {
      requireGrants(source);
      const book = await loadDeciding(source);
      const generated = isUndecided(book) ? null : generateCodeowners(book);
      const bytes = await source.bytes(CODEOWNERS_PATH);
      const text = bytes === null ? null : new TextDecoder().decode(bytes);
      const stale = text !== generated;
      const [problem] = generated === null ? [] : codeownersProblems(text, generated, true);
      const check = options["check"] === true;
      const ok = generated !== null && !(check && problem);
      if (generated === null)
        io.err(
          'error: Who owns what can’t be told: a file that decides it has an error. Run "npx grantbook validate".\n'
        );
      else if (check && problem) io.err(`${CODEOWNERS_PATH}: error: ${problem.message} ${problem.fix}
`);
      else if (!check && stale) {
        await mkdir(dirname(join(root, CODEOWNERS_PATH)), { recursive: true });
        await writeFile(join(root, CODEOWNERS_PATH), generated);
      }
      const document = { format: 1, ok, stale };
      if (format === "json") io.out(renderJson(document));
      else if (ok) io.out(`${CODEOWNERS_PATH} ${stale ? "written" : "is as the files generate it"}
`);
      return ok ? 0 : 1;
    } finally {
      source.close();
    }
  }
};
export {
  command
};
