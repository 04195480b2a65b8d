import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  Glances,
  look,
  lookOutside,
  recorderOf
} from "./chunk-M3L4GMM4.js";
import "./chunk-3EDF7MQ5.js";
import {
  PREFIX
} from "./chunk-E7E4B5RO.js";
import "./chunk-UDCACQZ7.js";
import {
  standpoint
} from "./chunk-NCFE7GGO.js";
import "./chunk-5V7K55M5.js";
import "./chunk-XVIFDA45.js";
import {
  isAuthor,
  readPullsFrom
} from "./chunk-RBT3MAGC.js";
import {
  told
} from "./chunk-Z4VSESUS.js";
import "./chunk-HPYKOUXV.js";
import "./chunk-JOL4DWKS.js";
import "./chunk-JXYNV7OB.js";
import "./chunk-O4VJTRWU.js";
import "./chunk-LG4PQA6J.js";
import "./chunk-O4FDHV32.js";
import "./chunk-MSC5FRPV.js";
import "./chunk-X43Z5ZFM.js";
import "./chunk-VCFSICSN.js";
import "./chunk-OZU6P2TC.js";
import "./chunk-X36BED6H.js";
import "./chunk-CIA44E4B.js";
import "./chunk-OXVDT4DK.js";
import "./chunk-ELIC6EQZ.js";
import {
  requestName
} from "./chunk-2SAFUITJ.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-BQZSVBER.js";
import "./chunk-X5IO7OCQ.js";
import "./chunk-HCPGGYUJ.js";
import "./chunk-SMOF5P36.js";
import "./chunk-4CBEPZWC.js";
import "./chunk-M7PZKGIZ.js";
import "./chunk-WUAOCG23.js";
import "./chunk-JWGGIRKI.js";
import "./chunk-Y5BZTUHD.js";
import "./chunk-4UI3TRME.js";
import "./chunk-ZQK4LGU3.js";
import "./chunk-L7NH4GOQ.js";
import "./chunk-K7AVM3VB.js";
import "./chunk-5SR2HTRU.js";
import "./chunk-BT23Q6QY.js";
import "./chunk-CE3NBDMW.js";
import "./chunk-CALYPHPC.js";
import "./chunk-QEVQP4TU.js";
import "./chunk-7XRJYF7G.js";
import "./chunk-DL6CM3PP.js";
import "./chunk-XRAEV7O6.js";
import "./chunk-V2GJZSBU.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import "./chunk-2WRSRZRF.js";
import "./chunk-PANL2VIX.js";
import "./chunk-KOO4YV45.js";
import "./chunk-HUIKJYO4.js";
import "./chunk-6RU3TQIU.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-WYQIDMMK.js";
import "./chunk-DC62R65Y.js";
import "./chunk-XJ3N3HV6.js";
import "./chunk-BLCINO24.js";
import "./chunk-FNPC3R24.js";
import "./chunk-P5QKHU73.js";
import "./chunk-L5GRK2XX.js";
import "./chunk-FYMRNSEV.js";
import "./chunk-XW4OEFHM.js";
import "./chunk-K4EOYPQS.js";
import "./chunk-7AHV4CPX.js";
import "./chunk-KTVGWLMF.js";
import "./chunk-B3S4NB5D.js";
import "./chunk-S46JKJER.js";
import "./chunk-4SW2IF5P.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-5Q56Z4KL.js";
import "./chunk-3PMDYGTO.js";
import "./chunk-KCC7W5OC.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-FZVK7XJA.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-RMTBQHKY.js";
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
