import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  publicKeyOf
} from "./chunk-24ZRBY5J.js";
import "./chunk-B3U7XVIC.js";
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-3OOSBJ24.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import {
  plain
} from "./chunk-F7BA4QXU.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";
import "./chunk-XCNTR6TK.js";

// src/commands/keygen.ts
import { generateKeyPairSync } from "node:crypto";
import { closeSync, existsSync, fchmodSync, openSync, realpathSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
var command = {
  formats: ["text", "json"],
  example: "npx grantbook keygen --out ~/grantbook-signing-key.pem",
  describe: (c) => {
    c.option("--out <file>", "where the private key is written; the file must not exist");
  },
  run: async (args, options, { now, root, format }, io) => {
    if (args.length > 0) throw new UsageError(`keygen takes no arguments, but was given "${args[0] ?? ""}".`);
    const out = options["out"];
    if (typeof out !== "string" || out === "")
      throw new UsageError("keygen needs --out FILE: where the private key is written.");
    if (out === "-") throw new UsageError("A private key is never printed: name a file with --out.");
    const file = resolve(io.cwd, out);
    const { publicKey, privateKey } = generateKeyPairSync("ed25519");
    writeSecret(file, String(privateKey.export({ format: "pem", type: "pkcs8" })));
    if (existsSync(join(root, ".git")) && isInside(root, file))
      io.err(`${plain(out)} lies inside the repository. Move it away before anybody commits it.
`);
    const signer = `${publicKeyOf(publicKey)} grantbook-${writeInstant(now).slice(0, 10)}`;
    const document = { format: 1, ok: true, signer };
    io.out(format === "json" ? renderJson(document) : text(signer, out));
    return 0;
  }
};
function text(signer, out) {
  return [
    signer,
    "",
    "This line is the public half. Add it to evidence.signers in grants/grantbook.yaml by a pull request.",
    `The private half is in ${plain(out)}. Put it as GRANTBOOK_SIGNING_KEY into the environments`,
    "grantbook-apply of the repository (never a repository secret), and then delete the file.",
    ""
  ].join("\n");
}
function writeSecret(file, content) {
  let descriptor;
  try {
    descriptor = openSync(file, "wx", 384);
  } catch (cause) {
    throw new UnableError(`${plain(file)} can’t be written: ${reasonOf(cause)}`, { cause });
  }
  try {
    fchmodSync(descriptor, 384);
    writeSync(descriptor, content);
  } catch (cause) {
    rmSync(file, { force: true });
    throw new UnableError(`${plain(file)} can’t be written: ${reasonOf(cause)}`, { cause });
  } finally {
    closeSync(descriptor);
  }
}
function reasonOf(cause) {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error";
  if (code === "EEXIST") return "it exists, and nothing is overwritten. Name another file.";
  return code === "ENOENT" ? "its folder doesn’t exist." : `${code}.`;
}
function isInside(root, file) {
  const path = relative(realpathSync(root), join(realpathSync(dirname(file)), basename(file)));
  return path !== "" && !path.startsWith("..");
}
export {
  command
};
