import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  adoptables,
  subjectsOf
} from "./chunk-XVL45AJA.js";
import {
  PREFIX
} from "./chunk-R665VXCJ.js";
import {
  complete,
  openRequest,
  openTerminal,
  requestBody,
  requestTitle,
  wishOf
} from "./chunk-FUIQKJV2.js";
import "./chunk-DDYLC3KM.js";
import {
  tellRefused
} from "./chunk-5T463CTR.js";
import "./chunk-BQZRFPVX.js";
import "./chunk-2RLOWWC5.js";
import {
  hint,
  openStand,
  requireEntitlement
} from "./chunk-YHZX6YIS.js";
import "./chunk-GC4JV3BB.js";
import {
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
import "./chunk-GPQ7KDIR.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import "./chunk-IZB2QP2V.js";
import "./chunk-ZI2VCF7Z.js";
import {
  fetchRef
} from "./chunk-ZV34UCH5.js";
import "./chunk-BW4OCBV7.js";
import {
  openResolved
} from "./chunk-ZCONMND2.js";
import "./chunk-VSTNN46Q.js";
import "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-WYQIDMMK.js";
import "./chunk-E3WPCVQO.js";
import "./chunk-XJ3N3HV6.js";
import {
  markdownCode,
  markdownText,
  plainLine
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
import {
  few
} from "./chunk-CMJORN74.js";
import "./chunk-XW4OEFHM.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-UI4DGNQ4.js";
import {
  quote
} from "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-3ZSDZPIB.js";
import "./chunk-XCNTR6TK.js";

// src/render/propose/adopt.ts
function adoptTitle(view) {
  return `Adopt ${requestTitle(view)}`;
}
function adoptBody(view, { path, principal, items, rest, policy }) {
  const then = policy === "revoke" ? "Once the grant is issued, the next night records that it gives just this, saves the foreign form and takes it away; a membership of a group is taken over as it is, and ends with the grant." : "Once the grant is issued, the next night records that it gives just this. In this system nothing is taken away by a machine: the foreign form is told until somebody has removed it.";
  const left = rest.length === 0 ? [] : [
    `Not adopted by this, and to be decided on in ${markdownCode(path)}:`,
    ...table(
      ["also found", "first seen"],
      rest.map(({ what, firstSeen }) => [markdownText(what), markdownText(firstSeen)])
    )
  ];
  return [
    requestBody(view),
    `It adopts what was found outside on ${markdownText(principal)}:`,
    ...table(
      ["has", "first seen", "made by", "last used"],
      items.map(({ what, firstSeen, by, lastUsed }) => [
        markdownText(what),
        markdownText(firstSeen),
        markdownText(by),
        markdownText(lastUsed ?? "not known")
      ])
    ),
    then,
    ...left
  ].join("\n\n");
}

// src/commands/steps/propose/found-file.ts
import { relative, resolve, sep, posix } from "node:path";
async function foundFile(given, stand, cwd) {
  const { root, book } = stand;
  for (const from of [root, cwd]) {
    const path = relative(root, resolve(from, given)).split(sep).join(posix.sep);
    const identity = identify(path);
    if (identity?.kind !== "out-of-band") continue;
    const { system } = identity;
    const entry = book.outOfBand.get(path) ?? await asked(path, system, stand);
    if (entry) return { entry, system };
    throw new UsageError(
      `${path} is neither on the default branch nor on ${PREFIX}outside/${system}, or can’t be read there.${hint(path, book.outOfBand.keys())}`
    );
  }
  throw new UsageError(
    `${quote(given)} is not the file of access found outside. Those lie in grants/out-of-band/, below a system.`
  );
}
async function asked(path, system, { root, github }) {
  const head = await fetchRef(root, github.remote, `refs/heads/${PREFIX}outside/${system}`);
  if (head === null) return null;
  const source = await openResolved(root, head);
  try {
    const { book } = await source.load(/* @__PURE__ */ new Set([path]));
    return book.outOfBand.get(path) ?? null;
  } finally {
    source.close();
  }
}

// src/commands/adopt.ts
var command = adoptCommand(openTerminal);
function adoptCommand(openPrompts) {
  return {
    formats: ["text", "json"],
    example: 'npx grantbook adopt grants/out-of-band/aws-prod/user.alice-1a2b3c4d.yaml --expires 14d --reason "Audit of the second half year"',
    describe: (c) => {
      c.argument("<file>", "file about access found outside, on the default branch or asked for by our App").option("--entitlement <system/id>", "which entitlement, if several give just something of it").option("--expires <end>", "a day, an instant, or how long from now: 8h, 14d").option("--reason <text>", "why").option("--ticket <ticket>", "where it was agreed, if the risk asks for it").option("--requester <person>", "who asks (default: whose token this is)").option("--task <url>", "for a workload: what it is needed for");
    },
    run: async ([file = ""], options, common, io) => {
      const wish = wishOf(options);
      const prompts = await openPrompts(common, io);
      const stand = await openStand(common, io);
      try {
        const { entry, system } = await foundFile(file, stand, io.cwd);
        return await adopt(stand, { entry, system, wish, prompts }, common, io);
      } finally {
        stand.source.close();
      }
    }
  };
}
function document(told) {
  return told;
}
async function adopt(stand, { entry, system, wish, prompts }, common, io) {
  const { book } = stand;
  const at = book.systems.get(system);
  const core = at && CONNECTORS.get(at.data.connector)?.core;
  if (!at || !core || core.checkSettings(at.data.settings).length > 0)
    return tellRefused(`System "${system}" has no file that can be followed.`, common, io, document);
  const context = { id: system, entry: at, repository: book.settings?.data.repository ?? "" };
  const { principal } = entry.data;
  const subjects = subjectsOf(principal, book, { core, context });
  const [subject, ...others] = subjects;
  if (subject === void 0 || others.length > 0)
    return tellRefused(whyNobody(principal, system, subjects), common, io, document);
  const all = adoptables(entry.data, book, { core, context });
  const name = await entitlementOf(stand, all, wish, prompts);
  const fits = all.filter(({ entitlements }) => entitlements.some((one) => one.name === name));
  if (name === null || fits.length === 0)
    return tellRefused(whyNothing(all, system, name), common, io, document);
  const wanted = await complete(stand, { ...wish, subject, entitlement: name }, prompts);
  const rest = all.filter((one) => !fits.includes(one)).map(({ item }) => item);
  const items = fits.map(({ item }) => item);
  const policy = at.data.outOfBand;
  const words = {
    branch: `adopt/${name}/${subject}`,
    title: adoptTitle,
    body: (view) => adoptBody(view, { path: entry.path, principal, items, rest, policy }),
    document
  };
  return openRequest(stand, wanted, words, null, common, io);
}
async function entitlementOf({ book }, all, { entitlement }, prompts) {
  if (entitlement !== null) return requireEntitlement(book, entitlement).name;
  const names = [...new Set(all.flatMap(({ entitlements }) => entitlements.map(({ name }) => name)))];
  const [only, ...more] = names;
  if (only === void 0) return null;
  if (more.length === 0) return only;
  if (prompts)
    return prompts.choose(
      "Several entitlements give just something of it. Which one?",
      names.map((value) => ({ value, label: plainLine(value) })),
      null
    );
  throw new UsageError(
    `Several entitlements give just something of what was found: ${names.join(", ")}. Say which by --entitlement, and adopt one after the other.`
  );
}
function whyNobody(principal, system, subjects) {
  if (subjects.length > 1)
    return `${principal} is the account of several: ${subjects.join(", ")}. Mend their files first.`;
  return `No file says whose account ${principal} is, so nobody can be granted anything there. Add it to "accounts" of a person or workload (below "${system}"), have that approved, and adopt then; or decide to revoke it.`;
}
function whyNothing(all, system, name) {
  const which = name === null ? `No entitlement of "${system}" gives` : `"${name}" doesn’t give`;
  const lines = all.map(({ item, target }) => {
    if (target === null) return `${item.id}: no entitlement can say this; decide to tolerate or to revoke it`;
    return `${item.id}: it would take the target ${JSON.stringify(target)}`;
  });
  return `${which} just what was found, not less and not more. ${few(lines, MOST, { between: "; " })}. Write an entitlement with such a target first (grants/systems/${system}/ID/entitlement.yaml), have it approved, and adopt then.`;
}
var MOST = 10;
export {
  adoptCommand,
  command
};
