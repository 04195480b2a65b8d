import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  setField
} from "./chunk-HAEKB3Z2.js";
import {
  keptWorkloads,
  lastDayOf,
  leavingOf
} from "./chunk-G4SRKTXJ.js";
import "./chunk-QN7TQA4A.js";
import {
  HELD_HEAD,
  heldRows,
  judgeProposed,
  lastDayOption,
  openOne,
  openStand,
  requirePerson,
  table,
  tellFindings,
  tellOpened,
  tellRefused,
  untilInWords
} from "./chunk-GHHY6YFJ.js";
import "./chunk-CYZ3JUGJ.js";
import {
  contentsOf
} from "./chunk-KUJFMKPZ.js";
import "./chunk-NRQEAVVL.js";
import "./chunk-6VL5Y7EN.js";
import {
  readOpenPulls
} from "./chunk-AJZL523J.js";
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
import {
  fetchObjects
} from "./chunk-YHUW3AAH.js";
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
  markdownCode,
  markdownText
} from "./chunk-BLCINO24.js";
import "./chunk-JNKSRDXZ.js";
import "./chunk-PAQVOTRO.js";
import "./chunk-OZMHDLSL.js";
import "./chunk-5W4AJTQR.js";
import {
  DAY
} from "./chunk-36TRDHQL.js";
import {
  identify
} from "./chunk-VMXOJ7C2.js";
import "./chunk-S46JKJER.js";
import "./chunk-6NH42UTN.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-BBVGU6PE.js";
import "./chunk-3PMDYGTO.js";
import "./chunk-KCC7W5OC.js";
import "./chunk-APARWUT7.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import {
  writeInstant
} from "./chunk-EZMMBTZM.js";
import "./chunk-XCNTR6TK.js";

// src/render/propose/offboard.ts
function offboardTitle({ person, at }) {
  return `${person} leaves: everything ends by ${writeInstant(at)}`;
}
function offboardBody({ leaving, requests, unread, me, now }) {
  const { person, at, holds, workloads, decides, exceptions, managerOf } = leaving;
  const orphans = workloads.filter(({ successor }) => successor === null);
  const when = at > now ? `At ${writeInstant(at)}` : "With the next apply";
  return [
    `**${markdownText(me)}** says that **${markdownText(person)}** leaves. ${when} everything that ${markdownText(person)} holds ends, and no approval of theirs counts any more.`,
    ...orphans.length > 0 ? [newOwners(orphans)] : [],
    ...section(`What ${markdownText(person)} holds`, table(HELD_HEAD, heldRows(holds)), "Nothing."),
    ...section(
      "Workloads",
      table(["workload", "as", "answers then", "ends", "holds"], workloads.map(keptRow)),
      null
    ),
    ...section("Approvals and ownership", list(decides), null),
    ...section("Exceptions from separation of duties", list(exceptions), null),
    ...section("Open requests", requests.map(requestItem), null),
    ...section("Manager of", managerOf.length > 0 ? [managerOf.map(markdownText).join(", ")] : [], null),
    `Whom teams name stands in GitHub, not in files: take ${markdownText(person)} out of every team that approves, and out of the organisation.`,
    ...unread.map((what) => `_Could not be read: ${markdownText(what)}._`),
    "- **Merge:** the last day stands, and what it ends is taken by the target itself or by the next apply.\n- **Close:** nothing changes."
  ].join("\n\n");
}
function newOwners(orphans) {
  const items = orphans.map(
    ({ workload, path, orphaned }) => `- [ ] **${markdownText(workload)}**: write a new \`owner\` into ${markdownCode(path)}, by a pull request of its own that the new owner approves.${orphaned === null ? "" : ` Otherwise what it holds ends, when the grace of the settings has passed since ${writeInstant(orphaned)}.`}`
  );
  return [`**${plural(orphans.length, "workload")} would have nobody who answers for it:**`, ...items].join(
    "\n"
  );
}
function keptRow({ workload, title, as, successor, holds, orphaned }) {
  return [
    `${markdownText(workload)} (${markdownText(title)})`,
    as,
    successor === null ? "**nobody**" : markdownText(successor),
    orphaned === null ? "no change" : `after ${untilInWords(orphaned)}`,
    holds.map(({ grant, until }) => `${markdownText(grant.name)} until ${untilInWords(until)}`).join(", ") || "nothing"
  ];
}
function list(named) {
  return named.map(({ path, what }) => `- ${markdownText(what)} (${markdownCode(path)})`);
}
function requestItem({ number, title, part }) {
  return `- #${number} ${markdownText(title)}: ${part}`;
}
function section(heading, body, otherwise) {
  const lines = body.length > 0 ? body : otherwise === null ? [] : [otherwise];
  return lines.length > 0 ? [`#### ${heading}

${lines.join("\n")}`] : [];
}

// src/commands/steps/propose/open-requests.ts
async function openRequestsOf({ github, root, base, book }, person) {
  const listed = await readOpenPulls(github, base.branch);
  if (!listed.ok) return { requests: [], unread: [`${listed.gap.what}: ${listed.gap.why}`] };
  const own = listed.value.filter(({ from, intoRepository }) => from === intoRepository);
  const heads = [...new Set(own.map(({ head }) => head))];
  const missing = await fetchObjects(root, github.remote, heads);
  const contents = await contentsOf(root, base.tip, heads, missing);
  const number = book.people.get(person)?.data.githubId;
  const reader = new ObjectReader(root);
  try {
    const requests = [];
    const unread = [];
    for (const pull of listed.value) {
      const parts = number !== void 0 && pull.author?.id === number ? ["opened it"] : [];
      const differences = contents.get(pull.head)?.differences ?? null;
      if (differences === null && own.includes(pull)) unread.push(`the files of #${pull.number}`);
      for (const { path, after } of differences ?? [])
        parts.push(...after ? await partIn(reader, path, after.blob, person) : []);
      if (parts.length > 0) requests.push(requestOf(pull, parts));
    }
    return { requests, unread };
  } finally {
    reader.close();
  }
}
function requestOf({ number, title }, parts) {
  return { number, title, part: [...new Set(parts)].join(", ") };
}
async function partIn(reader, path, blob, person) {
  const identity = identify(path);
  if (identity?.kind !== "grant" && identity?.kind !== "emergency") return [];
  const bytes = (await reader.read([blob])).get(blob);
  const data = bytes ? readYaml(bytes, sizeLimit(identity.kind)).data : null;
  return [
    ...identity.subject === person ? ["is the subject"] : [],
    ...data?.["requester"] === person ? ["is the requester"] : []
  ];
}

// src/commands/offboard.ts
var command = {
  formats: ["text", "json"],
  example: "npx grantbook offboard alice --ends 2027-03-31",
  describe: (c) => {
    c.argument("<person>", "who leaves").option(
      "--ends <day>",
      "last day, in UTC (default: today), or an instant"
    );
  },
  run: async ([person = ""], options, common, io) => {
    const ends = options["ends"];
    const end = lastDayOption("--ends", typeof ends === "string" ? ends : today(common));
    const stand = await openStand(common, io);
    try {
      return await offboard(stand, requirePerson(stand.book, person, ""), end, common, io);
    } finally {
      stand.source.close();
    }
  }
};
function today({ now }) {
  return writeInstant(Math.floor(now / DAY) * DAY).slice(0, "YYYY-MM-DD".length);
}
function document(told) {
  return told;
}
async function offboard(stand, person, end, common, io) {
  const { book, source, me, now } = stand;
  const path = book.people.get(person)?.path ?? "";
  const known = lastDayOf(book, person);
  if (known !== null && known <= end.at) {
    const when = `${person} leaves by ${writeInstant(known)} already (${path})`;
    const later = known === end.at ? "" : `: offboarding never moves a last day back to ${writeInstant(end.at)}`;
    return tellRefused(`${when}${later}.`, common, io, document);
  }
  const bytes = await source.bytes(path);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes ?? new Uint8Array());
  const changed = setField(text, "ends", end.text, ["email", "github", "githubId", "manager"]);
  if (changed === null)
    return tellRefused(`"ends" can’t be written into ${path}: do it by hand.`, common, io, document);
  const files = [{ path, text: changed }];
  const subjects = [person, ...keptWorkloads(book, person)];
  const { report, after } = await judgeProposed(stand, files, subjects);
  if (tellFindings(report, common, io))
    return tellRefused("No pull request was opened: see the errors.", common, io, document);
  const leaving = leavingOf(after, person, end.at, now);
  const title = offboardTitle(leaving);
  const opened = await openOne(stand, {
    branch: `offboard/${person}`,
    title,
    body: offboardBody({ leaving, ...await openRequestsOf(stand, person), me, now }),
    message: title,
    files
  });
  return tellOpened(opened, stand, common, io, document);
}
export {
  command
};
