import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  setField
} from "./chunk-HAEKB3Z2.js";
import {
  endOption,
  hint,
  judgeProposed,
  openOne,
  openStand,
  quotation,
  table,
  tellFindings,
  tellOpened,
  tellRefused,
  untilInWords
} from "./chunk-GHHY6YFJ.js";
import "./chunk-CYZ3JUGJ.js";
import "./chunk-KUJFMKPZ.js";
import "./chunk-NRQEAVVL.js";
import "./chunk-6VL5Y7EN.js";
import "./chunk-AJZL523J.js";
import "./chunk-YEQSV7EF.js";
import "./chunk-UP7WPWE4.js";
import "./chunk-B6A6EI2H.js";
import "./chunk-MMHH2Z4C.js";
import "./chunk-ZZTT73ZC.js";
import "./chunk-3W427XKC.js";
import "./chunk-64XJKIQI.js";
import "./chunk-OPR2KZZV.js";
import "./chunk-ENFMYFWI.js";
import "./chunk-FYYQMQIA.js";
import {
  pathHistory
} from "./chunk-BP4UKYJ6.js";
import "./chunk-CCCYZAQ4.js";
import "./chunk-JXWH7XSJ.js";
import "./chunk-JLVSUKSV.js";
import "./chunk-O2KB6QBL.js";
import "./chunk-5ABX4AZM.js";
import "./chunk-YU2D7C36.js";
import "./chunk-RRPQNT5T.js";
import "./chunk-L7NH4GOQ.js";
import "./chunk-UYUGPXMW.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-C6EXX2RB.js";
import "./chunk-6OOO5WXO.js";
import "./chunk-S2FY7TVU.js";
import "./chunk-PTH53JVV.js";
import "./chunk-EJFO3KLW.js";
import "./chunk-4ADKUB2E.js";
import "./chunk-YKKTXZ7K.js";
import "./chunk-F4RWD6L4.js";
import "./chunk-N5IHUUGP.js";
import "./chunk-DL6CM3PP.js";
import "./chunk-XRAEV7O6.js";
import "./chunk-V2GJZSBU.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import "./chunk-LDGML6JP.js";
import "./chunk-YHUW3AAH.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-QYB4MXV6.js";
import "./chunk-YLT66HJE.js";
import "./chunk-K27PPCGJ.js";
import {
  ObjectReader,
  readYaml,
  sizeLimit
} from "./chunk-XOQACSSO.js";
import "./chunk-IGNZ6A6A.js";
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
import "./chunk-JNKSRDXZ.js";
import "./chunk-PAQVOTRO.js";
import "./chunk-OZMHDLSL.js";
import "./chunk-5W4AJTQR.js";
import "./chunk-36TRDHQL.js";
import {
  identify
} from "./chunk-VMXOJ7C2.js";
import "./chunk-S46JKJER.js";
import "./chunk-6NH42UTN.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-BBVGU6PE.js";
import "./chunk-3PMDYGTO.js";
import {
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-APARWUT7.js";
import {
  quote
} from "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import {
  readInstant,
  writeInstant
} from "./chunk-EZMMBTZM.js";
import "./chunk-XCNTR6TK.js";

// src/commands/renew.ts
import { createHash } from "node:crypto";

// src/render/propose/renew.ts
function renewTitle(renewed) {
  const [first] = renewed;
  if (!first) return "Renew nothing";
  const until = writeInstant(first.after);
  if (renewed.length > 1) return `Renew ${plural(renewed.length, "grant")} until ${until}`;
  return `Renew ${first.grant.name} for ${first.grant.subject} until ${until}`;
}
function renewBody(renewed, me, now) {
  const rows = renewed.map(({ grant, before, after }) => [
    markdownText(grant.subject),
    `${markdownText(grant.name)}${grant.kind === "emergency" ? " (break-glass)" : ""}`,
    untilInWords(before) + (before !== null && before <= now ? " (over)" : ""),
    writeInstant(after),
    markdownCode(grant.path)
  ]);
  const restored = renewed.filter(({ removedBy }) => removedBy !== null);
  return [
    `**${markdownText(me)}** asks that this access lasts longer. Only \`expires\` is changed; what it was given for stands in the files as before:`,
    ...reasons(renewed),
    ...table(["who", "what", "until now", "then", "file"], rows),
    ...restored.map(
      ({ grant, removedBy }) => `${markdownCode(grant.path)} was removed from the default branch by ${removedBy?.slice(0, 12) ?? ""}; it is put back as it was, with the new end.`
    ),
    "It takes the same approvals as a new request. The check on this pull request says whose.",
    "- **Approve and merge:** the access goes on, or is given again.\n- **Close:** it ends as it stands."
  ].join("\n\n");
}
var SHOWN = 20;
function reasons(renewed) {
  const all = [...new Set(renewed.map(({ grant }) => grant.reason))];
  return all.slice(0, SHOWN).map(quotation);
}

// src/commands/steps/propose/renewal.ts
import { posix, relative, resolve, sep } from "node:path";
function namedFiles(args, { root, source }, cwd) {
  const files = args.map((given) => {
    for (const from of [root, cwd]) {
      const path = relative(root, resolve(from, given)).split(sep).join(posix.sep);
      const identity = identify(path);
      if (identity?.kind === "grant" || identity?.kind === "emergency") return { path, identity };
    }
    throw new UsageError(
      `${quote(given)} is not the file of a grant.${hint(given, similar(given, source.tree.entries.keys()))} Only what lies in grants/systems/ or grants/emergency/, below an entitlement, can be renewed.`
    );
  });
  return [...new Map(files.map((file) => [file.path, file])).values()];
}
function similar(given, paths) {
  const [folder, name] = [posix.dirname(given), posix.basename(given)];
  return [...paths].filter((path) => {
    const kind = identify(path)?.kind;
    return (kind === "grant" || kind === "emergency") && (posix.dirname(path) === folder || posix.basename(path) === name);
  });
}
async function renewalOf(stand, { path }, expires) {
  const { now, source } = stand;
  const standing = source.tree.entries.has(path);
  const past = standing ? null : await lastForm(stand, path);
  const bytes = standing ? await source.bytes(path) : past?.bytes;
  const text = bytes ? decoded(bytes) : null;
  const data = bytes ? readYaml(bytes, sizeLimit("grant")).data : null;
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
    c.argument("<file...>", "files of grants, expired ones too").option(
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
  const subjects = [...new Set(files.map(({ identity }) => identity.subject))];
  const { report, after } = await judgeProposed(stand, renewals, subjects);
  if (tellFindings(report, common, io))
    return tellRefused("No pull request was opened: see the errors.", common, io, document);
  const renewed = [];
  for (const renewal of renewals) {
    const grant = after.grants.get(renewal.path);
    if (grant) renewed.push({ ...renewal, grant });
    else return tellRefused(`${renewal.path} is no valid grant: ${MEND}.`, common, io, document);
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
function branchOf(files) {
  const [only, ...others] = files;
  if (only && others.length === 0) {
    const { kind, system, entitlement, subject } = only.identity;
    return `renew/${kind === "emergency" ? "emergency/" : ""}${system}/${entitlement}/${subject}`;
  }
  const paths = files.map(({ path }) => path).toSorted();
  return `renew/several/${createHash("sha256").update(paths.join("\n")).digest("hex").slice(0, 12)}`;
}
export {
  command
};
