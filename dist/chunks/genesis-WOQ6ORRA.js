import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  signerOf
} from "./chunk-24ZRBY5J.js";
import {
  openRemoteEvidence
} from "./chunk-5LUH6NHC.js";
import {
  knownHeads,
  recordedSettings,
  writeAnchor
} from "./chunk-OFNMFRSA.js";
import "./chunk-SZUHBQIL.js";
import {
  readDefaultTip
} from "./chunk-ZJTLCVAT.js";
import {
  inactiveAt
} from "./chunk-XJ4HLJBJ.js";
import "./chunk-CJA7XS7B.js";
import "./chunk-UDABQ4SU.js";
import {
  EVIDENCE_REF
} from "./chunk-KIY4GTEX.js";
import "./chunk-6L56ASJN.js";
import {
  KEPT_MAIN,
  keep
} from "./chunk-HVO6QHIW.js";
import "./chunk-WGKYODML.js";
import "./chunk-4G226GOF.js";
import {
  readPublicKey
} from "./chunk-B3U7XVIC.js";
import "./chunk-EQGGY4A3.js";
import "./chunk-QLY2WBM4.js";
import "./chunk-VXUZRDRM.js";
import "./chunk-V2MVFSIR.js";
import "./chunk-4I27XLSR.js";
import {
  judgeState
} from "./chunk-37V46RIC.js";
import "./chunk-DQVEY6UO.js";
import "./chunk-YBGLZ7MM.js";
import "./chunk-G7TC7AGN.js";
import "./chunk-MFL4AUVF.js";
import "./chunk-DXUKNOPP.js";
import "./chunk-Q4FKR2PC.js";
import "./chunk-23ZMF667.js";
import "./chunk-34YZDTZY.js";
import "./chunk-DL6CM3PP.js";
import "./chunk-XRAEV7O6.js";
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import {
  isLocalGitHub,
  openGitHub
} from "./chunk-ZI2VCF7Z.js";
import {
  fetchObjects,
  fetchRef,
  pushRef
} from "./chunk-ZV34UCH5.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-ZCONMND2.js";
import "./chunk-VSTNN46Q.js";
import {
  isShallow
} from "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-E3WPCVQO.js";
import "./chunk-XJ3N3HV6.js";
import {
  logLine
} from "./chunk-BLCINO24.js";
import "./chunk-JOLQCLIX.js";
import "./chunk-33ENI5OL.js";
import "./chunk-MVCWI7NH.js";
import "./chunk-TLWJT3BQ.js";
import "./chunk-L4AA6WMQ.js";
import "./chunk-LZOWS2TE.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-7ETONKNL.js";
import "./chunk-3PMDYGTO.js";
import {
  EvidenceError,
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-XW4OEFHM.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-UI4DGNQ4.js";
import {
  plain,
  quote
} from "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";
import "./chunk-XCNTR6TK.js";

// src/evidence/genesis.ts
function begin({ commit, tree, by, signer, at, run, recovered }) {
  const moves = [];
  for (const { path, mode, blob } of tree.entries.values())
    if (path.startsWith("grants/") && blob !== null) moves.push({ path, to: { mode, blob } });
  const event = {
    at: writeInstant(at),
    grant: null,
    blob: null,
    commit,
    by,
    run,
    event: "genesis",
    files: moves.length,
    signer,
    recovered: recovered === null ? null : { ...recovered }
  };
  return { events: [event], moves };
}

// src/commands/genesis.ts
var command = {
  formats: ["text", "json"],
  example: "npx grantbook genesis --by carol",
  describe: (c) => {
    c.option("--by <person>", "id of the person who begins the record").option(
      "--recover <why>",
      "begin again although there was a record: why it is given up"
    );
  },
  run: async (args, options, common, io) => {
    if (args.length > 0) throw new UsageError(`genesis takes no arguments, but was given "${args[0] ?? ""}".`);
    const by = options["by"];
    if (typeof by !== "string" || by === "")
      throw new UsageError("genesis needs --by PERSON: the id of the person who begins the record.");
    const why = reasonFrom(options["recover"]);
    if (common.nowGiven && !isLocalGitHub(io.environment))
      throw new UsageError(
        "--now is for a GitHub on this machine: GITHUB_API_URL and GITHUB_SERVER_URL are not."
      );
    const signer = signerOf(required(io, "GRANTBOOK_SIGNING_KEY"));
    const done = await genesis({ by, why, signer, common, io });
    if (done === null) return 1;
    const { commit, files, head } = done;
    const document = { format: 1, ok: true, commit, files };
    io.out(
      common.format === "json" ? renderJson(document) : `The record begins: ${files} files of ${commit} are approved as adopted at genesis.
The branch "evidence" stands at ${head}.
`
    );
    return 0;
  }
};
async function genesis({ by, why, signer, common, io }) {
  const { root, now } = common;
  const github = openGitHub(io.environment, {
    clock: io.clock,
    sleep: io.sleep,
    random: io.random,
    signal: io.signal,
    log: (line) => common.quiet || io.err(`${logLine(line)}
`)
  });
  const tip = await tipOf(github, root);
  const { source, problems } = await judgeState(root, { kind: "commit", revision: tip }, now);
  try {
    const errors = problems.filter(({ severity }) => severity === "error");
    if (errors.length > 0) {
      for (const { file, message } of errors.slice(0, MOST_TOLD))
        io.err(`error: ${logLine(`${plain(file)}: ${message}`)}
`);
      io.err(
        `error: ${tip} has ${errors.length} errors. Nothing was begun. See grantbook validate --head ${tip}.
`
      );
      return null;
    }
    const { book } = await source.load();
    const app = requirePeople(book, by, signer, common);
    const lost = await lostHead(github, root, tip, signer.publicKey);
    if (lost !== null && why === null) throw standing(lost);
    const kept = lost?.branch ?? null;
    if (kept !== null) await keepAside(github, root, kept);
    const recovered = why === null ? null : { why, head: lost?.newest?.id ?? kept };
    const entry = begin({
      commit: tip,
      tree: source.tree,
      by,
      signer: signer.publicKey,
      at: now,
      run: null,
      recovered
    });
    const store = openRemoteEvidence(
      { root, main: tip, anchor: null, trusted: null, signer, replaces: kept },
      github.remote
    );
    const subject = `${why === null ? "Begin" : "Begin again"} with ${entry.moves.length} files`;
    const appended = await store.append(null, [{ subject, ...entry }], now);
    if (appended.state === "raced")
      throw new EvidenceError(
        'Somebody else began the branch "evidence" at the same time. Nothing was begun here.'
      );
    await anchor(github, tip, appended.head, app, why, common);
    return { commit: tip, files: entry.moves.length, head: appended.head };
  } finally {
    source.close();
  }
}
var MOST_TOLD = 20;
async function tipOf(github, root) {
  const read = await readDefaultTip(github);
  if (!read.ok)
    throw new UnableError(
      `GitHub doesn’t say where the default branch stands (${read.gap.what}: ${read.gap.why}).`
    );
  if (await isShallow(root))
    throw new UnableError(
      'The history here is cut off. Set "fetch-depth: 0" for actions/checkout, or run: git fetch --unshallow.'
    );
  const { tip } = read.value;
  if ((await fetchObjects(root, github.remote, [tip])).size > 0)
    throw new UnableError(
      `The remote doesn’t give ${tip}, at which GitHub says that the default branch stands.`
    );
  await keep(root, KEPT_MAIN, tip);
  return tip;
}
function requirePeople(book, by, { publicKey }, { now }) {
  const settings = book.settings?.data;
  if (!settings) throw new UnableError("There is no grants/grantbook.yaml on the default branch.");
  if (!settings.evidence.signers.some((line) => readPublicKey(line) === publicKey))
    throw new UsageError(
      `GRANTBOOK_SIGNING_KEY is the private half of ${publicKey}, which grants/grantbook.yaml doesn’t name in evidence.signers.`
    );
  if (!book.people.has(by)) throw new UsageError(`--by ${quote(by)} is not in grants/people/.`);
  const reason = inactiveAt(book, by, now);
  if (reason !== null)
    throw new UsageError(`--by ${quote(by)} ${reason}: an active person begins the record.`);
  return settings.app;
}
async function lostHead(github, root, tip, own) {
  const branch = await fetchRef(root, github.remote, EVIDENCE_REF);
  const recorded = branch === null ? null : await recordedSettings(root, branch);
  const [newest] = await knownHeads(github, root, { tip, recorded, own });
  return branch === null && newest === void 0 ? null : { branch, newest: newest ?? null };
}
function standing({ branch, newest }) {
  const what = branch === null ? `The branch "evidence" once stood at ${newest?.id ?? ""}, ${newest?.source ?? ""}` : `The branch "evidence" exists and stands at ${branch}`;
  return new EvidenceError(
    `${what}. Nothing was begun. If that record is lost for good, say why with --recover; it will head every report.`
  );
}
async function keepAside(github, root, head) {
  const ref = `refs/heads/evidence-given-up-${head.slice(0, 12)}`;
  if (await fetchRef(root, github.remote, ref) === head) return;
  if (await pushRef(root, github.remote, head, ref, null) === "done") return;
  throw new UnableError(`The old record can’t be kept: ${ref} stands at something else. Nothing was begun.`);
}
async function anchor(github, tip, head, app, why, { now }) {
  const gap = await writeAnchor(github, tip, head, app, now);
  if (gap === null) return;
  const repair = why === null ? "The next apply writes it." : "Until it is written, the old one counts: mend this and run genesis --recover again.";
  throw new EvidenceError(
    `The record was begun at ${head}, but the check run that anchors it could not be written (${gap.what}: ${gap.why}). ${repair}`
  );
}
function reasonFrom(value) {
  if (typeof value !== "string") return null;
  const why = value.trim();
  if (why.length >= 10 && why.length <= 1e3) return why;
  throw new UsageError("--recover needs the reason in 10 to 1,000 characters: it will head every report.");
}
function required({ environment }, name) {
  const value = environment[name];
  if (value !== void 0 && value.trim() !== "") return value;
  throw new UsageError(
    `${name} is not set: it must hold the private key that signs evidence. See grantbook keygen.`
  );
}
export {
  command
};
