import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  Glances,
  look,
  lookOutside,
  recorderOf
} from "./chunk-CYGKELWY.js";
import "./chunk-3EDF7MQ5.js";
import {
  PREFIX
} from "./chunk-R665VXCJ.js";
import "./chunk-PBHI5NIA.js";
import {
  standpoint
} from "./chunk-RPS7CKLM.js";
import "./chunk-VFEV3JNZ.js";
import {
  isAuthor,
  readPullsFrom
} from "./chunk-WWNEGDND.js";
import {
  told
} from "./chunk-UPGECDCS.js";
import "./chunk-UEGRDEXS.js";
import "./chunk-ZJTLCVAT.js";
import "./chunk-ZLLOPNKY.js";
import "./chunk-XJ4HLJBJ.js";
import "./chunk-ZLZM33HV.js";
import "./chunk-CJA7XS7B.js";
import "./chunk-UDABQ4SU.js";
import "./chunk-VGKDHAX2.js";
import "./chunk-UTIOKGHL.js";
import "./chunk-FSD4UATT.js";
import "./chunk-MOWSXLX6.js";
import "./chunk-6L56ASJN.js";
import "./chunk-OWDDWZZW.js";
import "./chunk-HVO6QHIW.js";
import "./chunk-XKCUPVRV.js";
import "./chunk-WGKYODML.js";
import {
  requestName
} from "./chunk-4G226GOF.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-EQGGY4A3.js";
import "./chunk-QLY2WBM4.js";
import "./chunk-VXUZRDRM.js";
import "./chunk-ATBUJPQL.js";
import "./chunk-4AFJNL43.js";
import "./chunk-JUKMMDG5.js";
import "./chunk-CKDMHZA2.js";
import "./chunk-MRCGSTBN.js";
import "./chunk-V2MVFSIR.js";
import "./chunk-4I27XLSR.js";
import "./chunk-KDOAQTRO.js";
import "./chunk-CHKKS3WZ.js";
import "./chunk-L7NH4GOQ.js";
import "./chunk-DQVEY6UO.js";
import "./chunk-YBGLZ7MM.js";
import "./chunk-G7TC7AGN.js";
import "./chunk-DXUKNOPP.js";
import "./chunk-Q4FKR2PC.js";
import "./chunk-4BJFMHG2.js";
import "./chunk-34YZDTZY.js";
import "./chunk-DL6CM3PP.js";
import "./chunk-XRAEV7O6.js";
import "./chunk-V2GJZSBU.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import "./chunk-ZV34UCH5.js";
import "./chunk-ZCONMND2.js";
import "./chunk-VSTNN46Q.js";
import "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-WYQIDMMK.js";
import "./chunk-DC62R65Y.js";
import "./chunk-XJ3N3HV6.js";
import "./chunk-BLCINO24.js";
import "./chunk-4OYDZ6UL.js";
import "./chunk-P5QKHU73.js";
import "./chunk-JOLQCLIX.js";
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
import "./chunk-3ZSDZPIB.js";
import "./chunk-XCNTR6TK.js";

// src/commands/steps/nightly/remove-decided.ts
async function removeDecided(ports, options, tip, common, io) {
  const chosen = options["system"];
  const only = Array.isArray(chosen) && chosen.length > 0 ? new Set(chosen.map(String)) : null;
  const here = await standpoint(ports.store, common.root, common.now);
  if (!here) return [];
  const { desired, tree, evidence } = here;
  const { ledger } = evidence;
  const systems = [];
  for (const [system, { context }] of desired.systems) {
    if (context.entry.data.outOfBand !== "revoke" || only !== null && !only.has(system)) continue;
    if (saysRevoke(system, tree.book, ledger) || await isClosed(ports, system, ledger)) systems.push(system);
  }
  if (systems.length === 0) return [];
  const sight = await look(ports, { system: systems }, tip, common);
  try {
    const recorder = () => recorderOf(ports, options, sight, common);
    const forge = { github: ports.github, app: ports.app };
    const glances = new Glances(common, io);
    const { outcomes } = await lookOutside({ sight, recorder, forge, onlyDecided: true, common, io, glances });
    const { head } = await ports.store.read();
    if (head !== null && head !== sight.evidence) await ports.anchor(tip, head);
    return outcomes;
  } finally {
    sight.approved.close();
  }
}
function saysRevoke(system, { outOfBand }, { outside }) {
  return [...outOfBand.values()].some(
    ({ path, system: of, data }) => of === system && data.decision === "revoke" && data.items.some(({ id }) => outside.get(path)?.taken.has(id) !== true)
  );
}
async function isClosed({ github, app }, system, ledger) {
  const start = `grants/out-of-band/${system}/`;
  const open = [...ledger.discovered].some(
    ([path, seen]) => path.startsWith(start) && seen.some(({ id }) => ledger.outside.get(path)?.taken.has(id) !== true)
  );
  if (!open) return false;
  const pulls = told(await readPullsFrom(github, `${PREFIX}outside/${system}`));
  const last = pulls.find(({ author }) => isAuthor(author, { kind: "app", slug: app }));
  if (!last || last.open || last.merged) return false;
  const name = requestName(last.number, { repository: `${github.owner}/${github.repo}` });
  return ![...ledger.outside.values()].some(({ declined }) => declined.some(({ pull }) => pull === name));
}
export {
  removeDecided
};
