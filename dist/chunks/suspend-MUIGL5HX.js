import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  keptWorkloads
} from "./chunk-2Q2TPQIC.js";
import {
  fileText
} from "./chunk-MVPIRAFH.js";
import {
  heldBy
} from "./chunk-6TYLIKQE.js";
import {
  HELD_HEAD,
  approversInWords,
  endOption,
  heldRows,
  judgeProposed,
  openOne,
  openStand,
  quotation,
  requireSubject,
  showFile,
  table,
  tellFindings,
  tellOpened,
  tellRefused,
  withGrantsOf
} from "./chunk-NRUE3S4I.js";
import "./chunk-ZVOFH3WY.js";
import "./chunk-EKBBL7CP.js";
import "./chunk-ZPI73N7U.js";
import "./chunk-FDIJ5CZN.js";
import "./chunk-GWI2PHNP.js";
import "./chunk-W2BW4TMO.js";
import "./chunk-MTT4FZHL.js";
import "./chunk-X6YWUOCS.js";
import "./chunk-HH2J27EH.js";
import "./chunk-EIYZ7UKJ.js";
import "./chunk-RK2DYS7O.js";
import "./chunk-TETICXOH.js";
import "./chunk-PNPFCUQS.js";
import "./chunk-MLR6LPOQ.js";
import "./chunk-FYYQMQIA.js";
import "./chunk-R7MLB6RV.js";
import "./chunk-7BZUOH5I.js";
import "./chunk-4OLIAJZ7.js";
import "./chunk-O2KB6QBL.js";
import "./chunk-Q7ZYG7VF.js";
import "./chunk-5PURNHAL.js";
import "./chunk-KB2KD3LN.js";
import "./chunk-L7NH4GOQ.js";
import "./chunk-WYA6MGNA.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-JIDQQQOH.js";
import "./chunk-RCJAGAZR.js";
import "./chunk-77ERIPQ4.js";
import "./chunk-L6L5JSW7.js";
import "./chunk-HVPIQKLF.js";
import "./chunk-UIISG44A.js";
import "./chunk-YKKTXZ7K.js";
import "./chunk-C3ZNY6FJ.js";
import "./chunk-AKT3ZMPV.js";
import "./chunk-DL6CM3PP.js";
import "./chunk-XRAEV7O6.js";
import "./chunk-V2GJZSBU.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import "./chunk-QAZZPMKI.js";
import "./chunk-B4RPKMBE.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-2TKRMVDW.js";
import "./chunk-ZUKAQVWU.js";
import "./chunk-522RK2JE.js";
import "./chunk-HJ6IELQH.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-WYQIDMMK.js";
import "./chunk-E3WPCVQO.js";
import "./chunk-IIO7YGNV.js";
import {
  markdownCode,
  markdownText
} from "./chunk-BLCINO24.js";
import "./chunk-FG3KPXFI.js";
import {
  isSuspended
} from "./chunk-CFROFL6B.js";
import "./chunk-Y53XJQH7.js";
import "./chunk-5W4AJTQR.js";
import "./chunk-EYX6XNZS.js";
import "./chunk-JH6GHN2B.js";
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
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import {
  readInstant,
  writeInstant
} from "./chunk-EZMMBTZM.js";
import "./chunk-XCNTR6TK.js";

// src/compose/suspension-file.ts
function suspensionFile(subject, reason, until) {
  const path = suspensionPath(subject);
  const text = fileText("suspension", path, [
    ["reason", reason],
    ["until", until ?? void 0]
  ]);
  return { path, text };
}
function suspensionPath(subject) {
  return `grants/suspensions/${subject}.yaml`;
}

// src/render/propose/suspend.ts
function suspendTitle({ subject, until }) {
  return `Suspend ${subject}${until === null ? "" : ` until ${writeInstant(until)}`}`;
}
function suspendBody(view) {
  const { subject, reason, until, holds, workloads, security, me } = view;
  const end = until === null ? "until the file is removed" : `until ${writeInstant(until)}`;
  const name = markdownText(subject);
  return [
    `**${markdownText(me)}** asks that **${name}** is suspended ${end}:`,
    quotation(reason),
    holds.length > 0 ? `With the next apply after the merge all of this is taken from ${name}:` : `${name} holds nothing now. Nothing is given while the suspension stands.`,
    ...table(HELD_HEAD, heldRows(holds)),
    ...workloads.length > 0 ? [
      `Not taken: what these workloads of ${name} hold. Suspend each by its own id if it may be in wrong hands: ${workloads.map(markdownCode).join(", ")}.`
    ] : [],
    ...security === null ? [] : [`It takes an approval: ${approversInWords([security])}.`],
    "- **Approve and merge:** everything above is gone with the next apply; a live session may last a little longer.\n- **Close:** nothing changes."
  ].join("\n\n");
}

// src/commands/suspend.ts
var command = {
  formats: ["text", "json"],
  example: 'npx grantbook suspend alice --reason "Laptop stolen" --until 2026-12-01',
  describe: (c) => {
    c.argument("<subject>", "person or workload").option("--reason <text>", "why").option(
      "--until <end>",
      "a day, an instant, or how long from now: 8h, 14d (default: until its file is removed)"
    );
  },
  run: async ([subject = ""], options, common, io) => {
    const [reason, until] = [textOf(options, "reason"), textOf(options, "until")];
    const stand = await openStand(common, io);
    try {
      const { id } = requireSubject(stand.book, subject).entry;
      return await suspend(await withGrantsOf(stand, [id]), id, { reason, until }, common, io);
    } finally {
      stand.source.close();
    }
  }
};
function textOf(options, name) {
  const value = options[name];
  if (typeof value !== "string") return null;
  if (value.trim() === "") throw new UsageError(`--${name} is empty. Say what it is, or leave it out.`);
  return value;
}
function document(told) {
  return told;
}
async function suspend(stand, subject, given, common, io) {
  const { book, now, me } = stand;
  const standing = book.suspensions.get(subject);
  if (standing && isSuspended(standing.data, now)) {
    const end = readInstant(standing.data.until ?? "", "end");
    const until2 = end === null ? "until its file is removed" : `until ${writeInstant(end)}`;
    return tellRefused(`${subject} is suspended already, ${until2} (${standing.path}).`, common, io, document);
  }
  const until = given.until === null ? null : endOption("--until", given.until, now, now);
  const reason = given.reason ?? `Asked for by ${me}, who gave no reason yet`;
  const file = suspensionFile(subject, reason, until?.text ?? null);
  const { report } = await judgeProposed(stand, [file], null);
  if (tellFindings(report, common, io))
    return tellRefused("No pull request was opened: see the errors.", common, io, document);
  showFile(file.path, file.text, common, io);
  const view = {
    subject,
    reason,
    until: until?.at ?? null,
    holds: heldBy(book, subject, now),
    workloads: keptWorkloads(book, subject),
    security: book.settings?.data.security ?? null,
    me
  };
  const title = suspendTitle(view);
  const opened = await openOne(stand, {
    branch: `suspend/${subject}`,
    title,
    body: suspendBody(view),
    message: title,
    files: [file]
  });
  return tellOpened(opened, stand, common, io, document);
}
export {
  command
};
