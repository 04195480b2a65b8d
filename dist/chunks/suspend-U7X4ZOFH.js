import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  keptWorkloads
} from "./chunk-NVRXPWFU.js";
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
  fileText
} from "./chunk-2RLOWWC5.js";
import {
  judgeProposed,
  openOne,
  openStand,
  requireSubject,
  withGrantsOf
} from "./chunk-YHZX6YIS.js";
import {
  heldBy
} from "./chunk-GC4JV3BB.js";
import {
  HELD_HEAD,
  approversInWords,
  heldRows,
  quotation,
  table
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
import "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-WYQIDMMK.js";
import "./chunk-E3WPCVQO.js";
import "./chunk-XJ3N3HV6.js";
import {
  markdownCode,
  markdownText
} from "./chunk-BLCINO24.js";
import "./chunk-4OYDZ6UL.js";
import "./chunk-P5QKHU73.js";
import {
  isSuspended
} from "./chunk-JOLQCLIX.js";
import "./chunk-33ENI5OL.js";
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
import "./chunk-KCC7W5OC.js";
import "./chunk-CMJORN74.js";
import "./chunk-XW4OEFHM.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-UI4DGNQ4.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import {
  readInstant,
  writeInstant
} from "./chunk-3ZSDZPIB.js";
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
    const [reason, until] = [optionText(options, "reason"), optionText(options, "until")];
    const stand = await openStand(common, io);
    try {
      const { id } = requireSubject(stand.book, subject).entry;
      return await suspend(await withGrantsOf(stand, [id]), id, { reason, until }, common, io);
    } finally {
      stand.source.close();
    }
  }
};
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
