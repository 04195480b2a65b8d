import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  keptWorkloads
} from "./chunk-G4SRKTXJ.js";
import {
  fileText
} from "./chunk-MVPIRAFH.js";
import {
  heldBy
} from "./chunk-QN7TQA4A.js";
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
import "./chunk-XOQACSSO.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-WYQIDMMK.js";
import "./chunk-E3WPCVQO.js";
import "./chunk-XJ3N3HV6.js";
import {
  markdownCode,
  markdownText
} from "./chunk-BLCINO24.js";
import "./chunk-JNKSRDXZ.js";
import {
  isSuspended
} from "./chunk-PAQVOTRO.js";
import "./chunk-OZMHDLSL.js";
import "./chunk-5W4AJTQR.js";
import "./chunk-36TRDHQL.js";
import "./chunk-VMXOJ7C2.js";
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
