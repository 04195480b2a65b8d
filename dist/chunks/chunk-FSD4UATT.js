import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  pathHistory
} from "./chunk-MOWSXLX6.js";
import {
  brokenFiles
} from "./chunk-XKCUPVRV.js";
import {
  desire,
  systemFault
} from "./chunk-CKDMHZA2.js";
import {
  approvedBy
} from "./chunk-MRCGSTBN.js";
import {
  changeHistory,
  checkTree
} from "./chunk-KDOAQTRO.js";
import {
  CORES
} from "./chunk-CHKKS3WZ.js";
import {
  load
} from "./chunk-VSTNN46Q.js";
import {
  ObjectReader,
  isShallow
} from "./chunk-LUKRZIK5.js";
import {
  SETTINGS_PATH,
  systemPath
} from "./chunk-LZOWS2TE.js";

// src/commands/steps/judge.ts
async function judgeTree(loaded, { now, ledger, changed, root, commit, past, approvedAt = approvedBy(ledger) }) {
  const { book } = loaded;
  const { uses } = ledger;
  const history = await changeHistory(root, commit, book, changed, uses);
  const lastSettings = book.settings ? null : await settingsBefore(root, past);
  const broken = brokenFiles(
    book,
    await checkTree(loaded, { now, changed, history, uses, approvedAt }),
    ledger
  );
  const earlier = await systemsBefore(root, past, unreachable(book, ledger), ledger);
  const earlierSystems = (id) => earlier.get(id) ?? null;
  return desire({ book, broken, ledger, now, cores, lastSettings, earlierSystems, approvedAt });
}
var cores = (name) => CORES.get(name) ?? null;
function unreachable(book, ledger) {
  const refused = [...book.invalid.values()].flatMap(
    (identity) => identity?.kind === "system" ? [identity.id] : []
  );
  const faulty = [...book.systems.values()].flatMap(
    (entry) => systemFault(entry, cores, ledger) ? [entry.id] : []
  );
  return [...refused, ...faulty];
}
async function settingsBefore(root, past) {
  return newest(root, past, SETTINGS_PATH, ({ settings }) => settings?.data ?? null);
}
async function systemsBefore(root, past, ids, ledger) {
  const found = /* @__PURE__ */ new Map();
  if (ids.length === 0 || await isShallow(root)) return found;
  for (const id of ids) {
    const entry = await newest(root, past, systemPath(id), ({ systems }) => {
      const read = systems.get(id);
      return read && !systemFault(read, cores, ledger) ? read : null;
    });
    if (entry) found.set(id, entry);
  }
  return found;
}
async function newest(root, past, path, read) {
  const versions = "evidence" in past ? await pathHistory(root, past.evidence, [`approved/${path}`]) : await pathHistory(root, past.main, [path]);
  const reader = new ObjectReader(root);
  try {
    for (const { blob } of versions.toReversed()) {
      const bytes = blob === null ? void 0 : (await reader.read([blob])).get(blob);
      if (!bytes) continue;
      const entry = { path, mode: "100644", blob, size: bytes.length };
      const found = read(load({ entries: /* @__PURE__ */ new Map([[path, entry]]) }, /* @__PURE__ */ new Map([[path, bytes]])).book);
      if (found !== null) return found;
    }
    return null;
  } finally {
    reader.close();
  }
}

export {
  judgeTree
};
