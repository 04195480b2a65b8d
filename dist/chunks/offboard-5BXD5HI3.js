import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  keptWorkloads,
  lastDayOf,
  leavingOf
} from "./chunk-NVRXPWFU.js";
import {
  setField
} from "./chunk-B5DX4CDY.js";
import {
  lastDayOption,
  tellFindings,
  tellOpened,
  tellRefused
} from "./chunk-5T463CTR.js";
import {
  judgeProposed,
  openOne,
  openStand,
  requirePerson
} from "./chunk-YHZX6YIS.js";
import "./chunk-GC4JV3BB.js";
import {
  HELD_HEAD,
  heldRows,
  table,
  untilInWords
} from "./chunk-O4KV4J2N.js";
import "./chunk-SZUHBQIL.js";
import "./chunk-WWNEGDND.js";
import "./chunk-UPGECDCS.js";
import {
  contentsOf
} from "./chunk-UEGRDEXS.js";
import "./chunk-ZJTLCVAT.js";
import {
  readMembership
} from "./chunk-ZLLOPNKY.js";
import "./chunk-XJ4HLJBJ.js";
import {
  readOpenPulls
} from "./chunk-ZLZM33HV.js";
import "./chunk-CJA7XS7B.js";
import "./chunk-UDABQ4SU.js";
import "./chunk-VGKDHAX2.js";
import "./chunk-UTIOKGHL.js";
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
import {
  fetchObjects
} from "./chunk-ZV34UCH5.js";
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
import "./chunk-KCC7W5OC.js";
import "./chunk-CMJORN74.js";
import "./chunk-XW4OEFHM.js";
import {
  DAY
} from "./chunk-7FEDJEB3.js";
import "./chunk-UI4DGNQ4.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";
import "./chunk-XCNTR6TK.js";

// src/render/propose/offboard.ts
function offboardTitle({ person, at }) {
  return `${person} leaves: everything ends by ${writeInstant(at)}`;
}
function offboardBody({ leaving, requests, teams, unread, me, now }) {
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
    ...section(
      "Teams on GitHub",
      teams.map((team) => `- [ ] take ${markdownText(person)} out of ${markdownCode(team)}`),
      null
    ),
    ...section("Manager of", managerOf.length > 0 ? [managerOf.map(markdownText).join(", ")] : [], null),
    `Who is in a team stands in GitHub, not in files. Access and approvals end by the last day all the same; take ${markdownText(person)} out of the teams and out of the organisation.`,
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

// src/commands/steps/propose/teams-of.ts
var MOST = 50;
async function teamsOf({ github, book }, person) {
  const login = book.people.get(person)?.data.github;
  if (login === void 0) return { teams: [], unread: [] };
  const all = teamsIn(book);
  const teams = [];
  const unread = [];
  for (const team of all.slice(0, MOST)) {
    const read = await readMembership(github, { team, login });
    if (!read.ok) unread.push(`${read.gap.what}: ${read.gap.why}`);
    else if (read.value) teams.push(team);
  }
  if (all.length > MOST)
    unread.push(`membership in ${all.length - MOST} more teams, which is for you to look at`);
  return { teams, unread };
}
function teamsIn({ settings, entitlements }) {
  const names = new Set(settings ? [settings.data.governance, settings.data.security] : []);
  for (const { data } of entitlements.values())
    for (const name of [...data.approvers.flat(), ...data.emergency?.approvers ?? []]) names.add(name);
  return [...names].filter((name) => name.includes("/")).toSorted();
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
  const open = await openRequestsOf(stand, person);
  const member = await teamsOf(stand, person);
  const opened = await openOne(stand, {
    branch: `offboard/${person}`,
    title,
    body: offboardBody({
      leaving,
      requests: open.requests,
      teams: member.teams,
      unread: [...open.unread, ...member.unread],
      me,
      now
    }),
    message: title,
    files
  });
  return tellOpened(opened, stand, common, io, document);
}
export {
  command
};
