import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  subjectsOf
} from "./chunk-XVL45AJA.js";
import {
  openApprovedSource
} from "./chunk-AP2WZJZA.js";
import "./chunk-5LUH6NHC.js";
import "./chunk-OFNMFRSA.js";
import {
  NOTHING_KEPT
} from "./chunk-VFEV3JNZ.js";
import {
  optionText
} from "./chunk-DDYLC3KM.js";
import {
  endOption,
  showFile,
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
import {
  quotation,
  table
} from "./chunk-O4KV4J2N.js";
import "./chunk-SZUHBQIL.js";
import "./chunk-WWNEGDND.js";
import "./chunk-UPGECDCS.js";
import {
  eventsAt,
  foundAs
} from "./chunk-UEGRDEXS.js";
import "./chunk-ZJTLCVAT.js";
import "./chunk-ZLLOPNKY.js";
import "./chunk-XJ4HLJBJ.js";
import "./chunk-ZLZM33HV.js";
import "./chunk-CJA7XS7B.js";
import "./chunk-UDABQ4SU.js";
import "./chunk-VGKDHAX2.js";
import "./chunk-UTIOKGHL.js";
import "./chunk-KIY4GTEX.js";
import "./chunk-6L56ASJN.js";
import "./chunk-OWDDWZZW.js";
import "./chunk-HVO6QHIW.js";
import "./chunk-XKCUPVRV.js";
import "./chunk-WGKYODML.js";
import "./chunk-4G226GOF.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-EQGGY4A3.js";
import "./chunk-QLY2WBM4.js";
import {
  fileOfEvents
} from "./chunk-VXUZRDRM.js";
import {
  requireLocal
} from "./chunk-DYAO3MJQ.js";
import "./chunk-ATBUJPQL.js";
import {
  portsOf
} from "./chunk-4AFJNL43.js";
import "./chunk-JUKMMDG5.js";
import "./chunk-CKDMHZA2.js";
import "./chunk-MRCGSTBN.js";
import "./chunk-V2MVFSIR.js";
import "./chunk-4I27XLSR.js";
import "./chunk-KDOAQTRO.js";
import {
  CONNECTORS
} from "./chunk-CHKKS3WZ.js";
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
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import "./chunk-IZB2QP2V.js";
import "./chunk-ZI2VCF7Z.js";
import "./chunk-ZV34UCH5.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-ZCONMND2.js";
import "./chunk-VSTNN46Q.js";
import {
  tryGit
} from "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-WYQIDMMK.js";
import "./chunk-DC62R65Y.js";
import "./chunk-E3WPCVQO.js";
import "./chunk-XJ3N3HV6.js";
import {
  logLine,
  markdownCode,
  markdownText
} from "./chunk-BLCINO24.js";
import "./chunk-4OYDZ6UL.js";
import "./chunk-P5QKHU73.js";
import {
  isSuspended
} from "./chunk-JOLQCLIX.js";
import {
  personEnd
} from "./chunk-33ENI5OL.js";
import "./chunk-MVCWI7NH.js";
import "./chunk-TLWJT3BQ.js";
import "./chunk-L4AA6WMQ.js";
import "./chunk-LZOWS2TE.js";
import "./chunk-S46JKJER.js";
import "./chunk-5GLOGQVA.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-7ETONKNL.js";
import "./chunk-3PMDYGTO.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-CMJORN74.js";
import "./chunk-XW4OEFHM.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-UI4DGNQ4.js";
import {
  quote
} from "./chunk-F7BA4QXU.js";
import {
  nearest
} from "./chunk-MRFNKC6V.js";
import {
  readInstant,
  writeInstant
} from "./chunk-3ZSDZPIB.js";
import "./chunk-XCNTR6TK.js";

// src/compose/restored-file.ts
function restoredFile({ path, principal, item, owner, reason, expires }) {
  const up = "../".repeat(path.split("/").length - 1);
  const lines = [
    `# yaml-language-server: $schema=${up}schemas/out-of-band.schema.json`,
    `principal: ${JSON.stringify(principal)}`,
    "items:",
    `  - id: ${JSON.stringify(item.id)}`,
    `    what: ${JSON.stringify(item.what)}`,
    `    firstSeen: ${item.firstSeen}`,
    `    by: ${JSON.stringify(item.by)}`,
    `    lastUsed: ${item.lastUsed ?? "null"}`,
    `    digest: ${JSON.stringify(item.digest)}`,
    `expires: ${expires}`,
    "decision: tolerate",
    `owner: ${owner}`,
    `reason: ${JSON.stringify(reason)}`,
    ""
  ];
  return { path, text: lines.join("\n") };
}

// src/io/git/found-events.ts
var FOLDER = "events/grants/out-of-band/";
async function savedUnder(root, evidence, id) {
  if (!/^[0-9a-f]{12}$/u.test(id)) return null;
  const found = await tryGit(root, ["grep", "-l", "-z", "-F", "-e", `"id":"${id}"`, evidence, "--", FOLDER]);
  for (const name of found.stdout.toString("utf8").split("\0").filter(Boolean)) {
    const path = fileOfEvents(name.slice(name.indexOf(":") + 1));
    if (path === null) continue;
    const events = await eventsAt(root, evidence, path);
    const saved = events.find((one) => one.event === "saved" && one.id === id && one.grant === path);
    if (saved?.event === "saved") return { saved, events };
  }
  return null;
}
async function savedIds(root, evidence) {
  const args = ["grep", "-h", "-o", "-E", "-e", '"id":"[0-9a-f]{12}"', evidence, "--", FOLDER];
  const { status, stdout } = await tryGit(root, args);
  if (status !== 0) return [];
  return stdout.toString("utf8").split("\n").flatMap((line) => /"id":"([0-9a-f]{12})"/u.exec(line)?.[1] ?? []);
}

// src/render/propose/restore.ts
function restoreTitle({ id, system, until }) {
  return `Restore ${id} in ${system} until ${writeInstant(until)}`;
}
function restoreBody(view) {
  const { id, system, principal, what, by, firstSeen, savedAt, owner, reason, until, path, me } = view;
  return [
    `**${markdownText(me)}** wants back what was taken away from ${markdownText(principal)} in **${markdownText(system)}**:`,
    quotation(reason),
    ...table(
      ["", ""],
      [
        ["has had", markdownText(what)],
        ["made by", markdownText(by)],
        ["first seen", firstSeen],
        ["taken away", savedAt],
        ["answers for it", markdownText(owner)],
        ["until", writeInstant(until)],
        ["file", markdownCode(path)]
      ]
    ),
    "It stays access that no grant explains: the owners of the file approve it as they would to let it stand. Whoever has the access, made it or answers for it can’t approve.",
    `- **Approve and merge:** it may stand again until then. No role of Grantbook’s gives it back: somebody who may do so in the account runs ${markdownCode(`npx grantbook restore ${id} --put-back`)}, which gives exactly what was taken, to exactly whom it was taken from, or nothing.
- **Close:** nothing changes.`
  ].join("\n\n");
}

// src/commands/steps/propose/put-back.ts
async function putBack(saved, book, common, io) {
  const refused = whyNot(saved, book, common.now);
  if (refused !== null) return { done: false, why: refused };
  const system = book.systems.get(saved.system);
  const connector = system && CONNECTORS.get(system.data.connector);
  if (!system || !connector || connector.core.checkSettings(system.data.settings).length > 0)
    return { done: false, why: `System "${saved.system}" has no approved file that can be followed.` };
  const { core } = connector;
  const context = { id: system.id, entry: system, repository: book.settings?.data.repository ?? "" };
  const away = subjectsOf(saved.principal, book, { core, context }).find((id) => isAway(id, book, common.now));
  if (away !== void 0)
    return { done: false, why: `"${away}", whose account it is, has left or is suspended.` };
  if (common.nowGiven) requireLocal(system.id, connector, context, io.environment);
  const session = await connector.open(context, portsOf("restore", common, io));
  const value = JSON.parse(saved.saved);
  const { state, why } = await session.restore(saved.principal, value);
  return state === "restored" ? { done: true } : { done: false, why: why ?? "The system didn’t say why." };
}
function whyNot({ grant, item, digest, principal }, book, now) {
  const file = book.outOfBand.get(grant ?? "")?.data;
  const until = file?.decision === "tolerate" ? readInstant(file.expires, "end") : null;
  const isMeant = file?.principal === principal && file.items.some((one) => one.id === item && one.digest === digest);
  if (until === null || !isMeant)
    return `Nobody has approved that ${item} stands again on ${principal}: the approved ${grant ?? "file"} doesn’t say so. Run the command without --put-back, have its pull request approved and merged, and wait for the next apply.`;
  return until > now ? null : `It was approved until ${writeInstant(until)} only.`;
}
function isAway(id, book, now) {
  const suspension = book.suspensions.get(id);
  if (suspension && isSuspended(suspension.data, now)) return true;
  const person = book.people.get(id);
  const end = person ? personEnd(person) : Infinity;
  return end === null || end <= now;
}

// src/commands/restore.ts
var command = {
  formats: ["text", "json"],
  example: 'npx grantbook restore 1a2b3c4d5e6f --owner bob --expires 30d --reason "The migration still needs it"',
  describe: (c) => {
    c.argument(
      "<id>",
      'id under which it was saved: "saved" in its file of events, told by grantbook explain'
    ).option("--owner <person>", "who answers for it from now on (default: whose token this is)").option("--reason <text>", "why it may stand").option("--expires <end>", "a day, an instant, or how long from now: 8h, 14d").option(
      "--put-back",
      "once that is approved: give it back in the system, with your own credentials there"
    );
  },
  run: async ([id = ""], options, common, io) => {
    const stand = await openStand(common, io);
    try {
      return await withRecord(stand, id, options, common, io);
    } finally {
      stand.source.close();
    }
  }
};
function document(told) {
  return { ...told, restored: false };
}
async function withRecord(stand, id, options, common, io) {
  const approved = await openApprovedSource(stand.github, stand.root, stand.base.tip, null);
  try {
    const found = await requireSaved(stand, approved, id);
    return options["putBack"] === true ? await giveBack(found.saved, approved, common, io) : await ask(stand, found, options, common, io);
  } finally {
    approved.source.close();
  }
}
async function requireSaved({ root }, { evidence }, id) {
  if (evidence === null)
    throw new UnableError('There is no branch "evidence", so nothing is known to have been taken away.');
  const found = await savedUnder(root, evidence, id);
  if (found) return found;
  const near = nearest(id, await savedIds(root, evidence));
  const hint = near === null ? "" : ` The nearest is "${near}".`;
  throw new UsageError(
    `Nothing was saved under ${quote(id)}.${hint} The id stands in the event "saved" of what was taken away: grantbook explain FILE tells it.`
  );
}
async function giveBack(saved, { source }, common, io) {
  const { book } = await source.load();
  const done = await putBack(saved, book, common, io);
  if (!done.done) return tellRefused(`Nothing was given back: ${done.why}`, common, io, document);
  const told = { format: 1, ok: true, branch: null, pull: null, restored: true };
  if (common.format === "json") io.out(renderJson(told));
  else io.out(`${logLine(`${saved.item} stands again on ${saved.principal}.`)}
`);
  return 0;
}
async function ask(stand, { saved, events }, options, common, io) {
  const { book, now, me } = stand;
  const [reason, expires] = [optionText(options, "reason"), optionText(options, "expires")];
  if (reason === null || expires === null)
    throw new UsageError(
      `--${reason === null ? "reason" : "expires"} is missing: say why it may stand, and until when.`
    );
  const owner = requirePerson(book, optionText(options, "owner") ?? me, "--owner ");
  const end = endOption("--expires", expires, now, now);
  const item = foundAs(saved, events);
  const path = saved.grant ?? "";
  if (saved.saved === NOTHING_KEPT)
    return tellRefused(`${saved.item} can’t be put back: nothing of it was kept.`, common, io, document);
  if (item === null)
    return tellRefused(`The record doesn’t say as what ${saved.item} was found.`, common, io, document);
  const { principal, system, id } = saved;
  const file = restoredFile({ path, principal, item, owner, reason, expires: end.text });
  const { report } = await judgeProposed(stand, [file], null);
  if (tellFindings(report, common, io))
    return tellRefused("No pull request was opened: see the errors.", common, io, document);
  showFile(file.path, file.text, common, io);
  const { what, by, firstSeen } = item;
  const view = {
    id,
    system,
    principal,
    what,
    by,
    firstSeen,
    savedAt: saved.at,
    owner,
    reason,
    until: end.at,
    path,
    me
  };
  const title = restoreTitle(view);
  const opened = await openOne(stand, {
    branch: `restore/${id}`,
    title,
    body: restoreBody(view),
    message: title,
    files: [file]
  });
  return tellOpened(opened, stand, common, io, document);
}
export {
  command
};
