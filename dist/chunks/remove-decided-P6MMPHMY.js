import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  Glances,
  look,
  lookOutside,
  recorderOf
} from "./chunk-BJ5CZVYH.js";
import "./chunk-3EDF7MQ5.js";
import {
  PREFIX
} from "./chunk-LDABVF5O.js";
import "./chunk-4XQLYXHY.js";
import {
  standpoint
} from "./chunk-OWAI3YAX.js";
import "./chunk-HT2GRQTU.js";
import "./chunk-U57N7DGH.js";
import {
  isAuthor,
  readPullsFrom
} from "./chunk-EHF5HEYR.js";
import {
  told
} from "./chunk-V7YGBPTU.js";
import "./chunk-32ZYK5RU.js";
import "./chunk-NMJLW7IG.js";
import "./chunk-MY4OJ724.js";
import "./chunk-VV4JTHFM.js";
import "./chunk-XOH2UY3A.js";
import "./chunk-N7LHMLAM.js";
import "./chunk-OKNLK55L.js";
import "./chunk-KOCS4SLR.js";
import "./chunk-4U6ZGMHD.js";
import "./chunk-CUUIHGJU.js";
import "./chunk-PVVDPSYK.js";
import "./chunk-4AOHC3CY.js";
import "./chunk-XAEBCYEO.js";
import "./chunk-H432MTBJ.js";
import {
  requestName
} from "./chunk-W57GDCOW.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-SEXDL3AM.js";
import "./chunk-BK6YCULT.js";
import "./chunk-VW3UFXEU.js";
import "./chunk-O2PVQDMQ.js";
import "./chunk-TLC5DWXC.js";
import "./chunk-M7PZKGIZ.js";
import "./chunk-KXFQMRLI.js";
import "./chunk-JWGGIRKI.js";
import "./chunk-ELUFEPNH.js";
import "./chunk-N6QUBWR3.js";
import "./chunk-UPUU6Z32.js";
import "./chunk-L7NH4GOQ.js";
import "./chunk-KCVQVTMV.js";
import "./chunk-IQWVEBTV.js";
import "./chunk-NA3LUGXU.js";
import "./chunk-AOHJEWO5.js";
import "./chunk-5U5XWXWV.js";
import "./chunk-2SZSATT4.js";
import "./chunk-PSIILMLC.js";
import "./chunk-DL6CM3PP.js";
import "./chunk-XRAEV7O6.js";
import "./chunk-V2GJZSBU.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import "./chunk-S7TTC72M.js";
import "./chunk-4QLI7RQO.js";
import "./chunk-VLEOGBEH.js";
import "./chunk-HUIKJYO4.js";
import "./chunk-DHKQ3SNW.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-WYQIDMMK.js";
import "./chunk-DC62R65Y.js";
import "./chunk-XJ3N3HV6.js";
import "./chunk-BLCINO24.js";
import "./chunk-N7MDUWUR.js";
import "./chunk-P5QKHU73.js";
import "./chunk-A2FAGO6F.js";
import "./chunk-YK4FXBXL.js";
import "./chunk-XW4OEFHM.js";
import "./chunk-Y3RZF364.js";
import "./chunk-7AHV4CPX.js";
import "./chunk-KTVGWLMF.js";
import "./chunk-B3S4NB5D.js";
import "./chunk-S46JKJER.js";
import "./chunk-MXYZTAMI.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-5Q56Z4KL.js";
import "./chunk-3PMDYGTO.js";
import "./chunk-KCC7W5OC.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-FZVK7XJA.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-I4WDIHKY.js";
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
