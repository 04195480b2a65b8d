import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  setField
} from "./chunk-B5DX4CDY.js";
import {
  endOption,
  tellFindings,
  tellOpened,
  tellRefused
} from "./chunk-5T463CTR.js";
import {
  hint,
  judgeProposed,
  openOne,
  openStand
} from "./chunk-YHZX6YIS.js";
import {
  quotation,
  table,
  untilInWords
} from "./chunk-O4KV4J2N.js";
import "./chunk-SZUHBQIL.js";
import "./chunk-WWNEGDND.js";
import "./chunk-UPGECDCS.js";
import "./chunk-UEGRDEXS.js";
import "./chunk-ZJTLCVAT.js";
import "./chunk-ZLLOPNKY.js";
import "./chunk-XJ4HLJBJ.js";
import "./chunk-ZLZM33HV.js";
import "./chunk-CJA7XS7B.js";
import "./chunk-UDABQ4SU.js";
import "./chunk-VGKDHAX2.js";
import "./chunk-UTIOKGHL.js";
import {
  pathHistory
} from "./chunk-MOWSXLX6.js";
import "./chunk-OWDDWZZW.js";
import "./chunk-HVO6QHIW.js";
import "./chunk-XKCUPVRV.js";
import "./chunk-WGKYODML.js";
import "./chunk-4G226GOF.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-EQGGY4A3.js";
import "./chunk-QLY2WBM4.js";
import "./chunk-VXUZRDRM.js";
import "./chunk-ATBUJPQL.js";
import "./chunk-CKDMHZA2.js";
import "./chunk-MRCGSTBN.js";
import "./chunk-V2MVFSIR.js";
import "./chunk-4I27XLSR.js";
import "./chunk-KDOAQTRO.js";
import "./chunk-CHKKS3WZ.js";
import "./chunk-L7NH4GOQ.js";
import "./chunk-UYUGPXMW.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-DQVEY6UO.js";
import "./chunk-YBGLZ7MM.js";
import "./chunk-G7TC7AGN.js";
import "./chunk-DXUKNOPP.js";
import "./chunk-Q4FKR2PC.js";
import "./chunk-4BJFMHG2.js";
import "./chunk-YKKTXZ7K.js";
import "./chunk-23ZMF667.js";
import "./chunk-34YZDTZY.js";
import "./chunk-DL6CM3PP.js";
import "./chunk-XRAEV7O6.js";
import "./chunk-V2GJZSBU.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import "./chunk-IZB2QP2V.js";
import "./chunk-ZI2VCF7Z.js";
import "./chunk-ZV34UCH5.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-ZCONMND2.js";
import "./chunk-VSTNN46Q.js";
import {
  ObjectReader,
  readYaml,
  sizeLimit
} from "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import {
  plural
} from "./chunk-WYQIDMMK.js";
import "./chunk-E3WPCVQO.js";
import "./chunk-XJ3N3HV6.js";
import {
  logLine,
  markdownCode,
  markdownText
} from "./chunk-BLCINO24.js";
import "./chunk-4OYDZ6UL.js";
import "./chunk-P5QKHU73.js";
import "./chunk-JOLQCLIX.js";
import "./chunk-33ENI5OL.js";
import "./chunk-MVCWI7NH.js";
import "./chunk-TLWJT3BQ.js";
import "./chunk-L4AA6WMQ.js";
import {
  identify
} from "./chunk-LZOWS2TE.js";
import "./chunk-S46JKJER.js";
import "./chunk-5GLOGQVA.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-7ETONKNL.js";
import "./chunk-3PMDYGTO.js";
import {
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-CMJORN74.js";
import "./chunk-XW4OEFHM.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-UI4DGNQ4.js";
import {
  quote
} from "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import {
  readInstant,
  writeInstant
} from "./chunk-3ZSDZPIB.js";
import "./chunk-XCNTR6TK.js";

// src/commands/renew.ts
import { createHash } from "node:crypto";

// src/render/propose/renew.ts
function renewTitle(renewed) {
  const [first] = renewed;
  if (!first) return "Renew nothing";
  const until = writeInstant(first.after);
  const noun = renewed.every(({ kind }) => kind === "grant") ? "grant" : "file";
  if (renewed.length > 1) return `Renew ${plural(renewed.length, noun)} until ${until}`;
  if (first.kind === "workload") return `Re-attest ${first.who} until ${until}`;
  return `Renew ${first.what} for ${first.who} until ${until}`;
}
function renewBody(renewed, me, now) {
  const rows = renewed.map(({ path, who, what, before, after }) => [
    markdownText(who),
    markdownText(what),
    untilInWords(before) + (before !== null && before <= now ? " (over)" : ""),
    writeInstant(after),
    markdownCode(path)
  ]);
  const attested = renewed.filter(({ kind }) => kind === "workload");
  const restored = renewed.filter(({ removedBy }) => removedBy !== null);
  return [
    `**${markdownText(me)}** asks that this access lasts longer. Only \`expires\` is changed; what it was given for stands in the files as before:`,
    ...reasons(renewed),
    ...table(["who", "what", "until now", "then", "file"], rows),
    ...attested.length > 0 ? [
      `Whoever approves says with it that ${attested.map(({ who }) => markdownText(who)).join(", ")} ${attested.length === 1 ? "is" : "are"} still needed and still what the file says.`
    ] : [],
    ...restored.map(
      ({ path, removedBy }) => `${markdownCode(path)} was removed from the default branch by ${removedBy?.slice(0, 12) ?? ""}; it is put back as it was, with the new end.`
    ),
    "It takes the same approvals as a new request. The check on this pull request says whose.",
    "- **Approve and merge:** the access goes on, or is given again.\n- **Close:** it ends as it stands."
  ].join("\n\n");
}
var SHOWN = 20;
function reasons(renewed) {
  const all = [...new Set(renewed.map(({ reason }) => reason))];
  return all.slice(0, SHOWN).map(quotation);
}

// src/commands/steps/propose/renewal.ts
import { posix, relative, resolve, sep } from "node:path";
function subjectIn({ identity }) {
  return identity.kind === "workload" ? identity.id : identity.subject;
}
function dated(path) {
  const identity = identify(path);
  if (identity?.kind === "grant" || identity?.kind === "emergency") return identity;
  return identity?.kind === "workload" ? { kind: "workload", id: identity.id } : null;
}
function namedFiles(args, { root, source }, cwd) {
  const files = args.map((given) => {
    for (const from of [root, cwd]) {
      const path = relative(root, resolve(from, given)).split(sep).join(posix.sep);
      const identity = dated(path);
      if (identity) return { path, identity };
    }
    throw new UsageError(
      `${quote(given)} is not the file of a grant or a workload.${hint(given, similar(given, source.tree.entries.keys()))} Only what lies in grants/systems/ or grants/emergency/, below an entitlement, or in grants/workloads/ can be renewed.`
    );
  });
  return [...new Map(files.map((file) => [file.path, file])).values()];
}
function similar(given, paths) {
  const [folder, name] = [posix.dirname(given), posix.basename(given)];
  return [...paths].filter((path) => {
    return dated(path) !== null && (posix.dirname(path) === folder || posix.basename(path) === name);
  });
}
async function renewalOf(stand, { path, identity }, expires) {
  const { now, source } = stand;
  const standing = source.tree.entries.has(path);
  const past = standing ? null : await lastForm(stand, path);
  const bytes = standing ? await source.bytes(path) : past?.bytes;
  const text = bytes ? decoded(bytes) : null;
  const data = bytes ? readYaml(bytes, sizeLimit(identity.kind)).data : null;
  if (text === null || !data)
    return {
      refused: `${path} can’t be read as it ${standing ? "stands on the default branch" : "stood last"}. Mend it by hand: grantbook validate says what is wrong.`
    };
  const starts = dateOf(data["starts"], "start");
  const end = endOption("--expires", expires, Math.max(starts ?? now, now), now);
  const before = dateOf(data["expires"], "end");
  if (standing && before !== null && before >= end.at) {
    const when = writeInstant(before);
    return {
      refused: before === end.at ? `${path} ends at ${when} already.` : `${path} ends at ${when}, which is later than ${writeInstant(end.at)}: renewing never shortens. Edit "expires" in a pull request for that.`
    };
  }
  const changed = setField(text, "expires", end.text);
  if (changed === null) return { refused: `${path} has no "expires" that can be changed. Mend it by hand.` };
  return { path, text: changed, before, after: end.at, removedBy: past?.commit ?? null };
}
function dateOf(value, edge) {
  return typeof value === "string" ? readInstant(value, edge) : null;
}
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
async function lastForm({ root, base, source }, path) {
  const versions = await pathHistory(root, base.tip, [path]);
  const last = versions.findLast(({ blob }) => blob !== null);
  const removed = versions.at(-1);
  if (!last?.blob || !removed)
    throw new UsageError(
      `${path} is not on ${base.branch} and never was.${hint(path, similar(path, source.tree.entries.keys()))} To ask for something new: grantbook request.`
    );
  const reader = new ObjectReader(root);
  try {
    return { bytes: (await reader.read([last.blob])).get(last.blob) ?? null, commit: removed.commit };
  } finally {
    reader.close();
  }
}

// src/commands/renew.ts
var command = {
  formats: ["text", "json"],
  example: "npx grantbook renew grants/systems/aws-prod/billing-read/alice.yaml --expires 14d",
  describe: (c) => {
    c.argument("<file...>", "files of grants, expired ones too, and of workloads to be re-attested").option(
      "--expires <end>",
      "a day, an instant, or how long from now: 8h, 14d"
    );
  },
  run: async (args, options, common, io) => {
    const expires = options["expires"];
    if (typeof expires !== "string" || expires === "")
      throw new UsageError("--expires is missing: until when, such as --expires 14d or --expires 2026-12-14.");
    const stand = await openStand(common, io);
    try {
      return await renew(stand, namedFiles(args, stand, io.cwd), expires, common, io);
    } finally {
      stand.source.close();
    }
  }
};
function document(told) {
  return told;
}
async function renew(stand, files, expires, common, io) {
  const renewals = [];
  for (const file of files) {
    const renewal = await renewalOf(stand, file, expires);
    if ("refused" in renewal) return tellRefused(renewal.refused, common, io, document);
    renewals.push(renewal);
    if (renewal.removedBy !== null && !common.quiet)
      io.err(
        `note: ${logLine(`${renewal.path} was removed by ${renewal.removedBy.slice(0, 12)}; it is put back as it was, with the new end.`)}
`
      );
  }
  const subjects = [...new Set(files.map(subjectIn))];
  const { report, after } = await judgeProposed(stand, renewals, subjects);
  if (tellFindings(report, common, io))
    return tellRefused("No pull request was opened: see the errors.", common, io, document);
  const renewed = [];
  for (const renewal of renewals) {
    const words = wordsOf(after, renewal.path);
    if (words) renewed.push({ ...renewal, ...words });
    else return tellRefused(`${renewal.path} is not valid: ${MEND}.`, common, io, document);
  }
  const title = renewTitle(renewed);
  const opened = await openOne(stand, {
    branch: branchOf(files),
    title,
    body: renewBody(renewed, stand.me, stand.now),
    message: title,
    files: renewals.map(({ path, text }) => ({ path, text }))
  });
  return tellOpened(opened, stand, common, io, document);
}
var MEND = "have it mended first, grantbook validate says what is wrong";
function wordsOf(book, path) {
  const grant = book.grants.get(path);
  const glass = grant?.kind === "emergency" ? " (break-glass)" : "";
  if (grant) return { kind: "grant", who: grant.subject, what: `${grant.name}${glass}`, reason: grant.reason };
  const workload = [...book.workloads.values()].find((one) => one.path === path);
  return workload ? { kind: "workload", who: workload.id, what: "the workload itself", reason: workload.data.purpose } : null;
}
function branchOf(files) {
  const [only, ...others] = files;
  if (only && others.length === 0) {
    if (only.identity.kind === "workload") return `renew/workload/${only.identity.id}`;
    const { kind, system, entitlement, subject } = only.identity;
    return `renew/${kind === "emergency" ? "emergency/" : ""}${system}/${entitlement}/${subject}`;
  }
  const paths = files.map(({ path }) => path).toSorted();
  return `renew/several/${createHash("sha256").update(paths.join("\n")).digest("hex").slice(0, 12)}`;
}
export {
  command
};
