import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  outsidePath,
  partsOf,
  worthDeciding
} from "./chunk-PBHI5NIA.js";
import {
  grantFile,
  grantPath
} from "./chunk-BQZRFPVX.js";
import {
  yamlText
} from "./chunk-2RLOWWC5.js";
import {
  hint,
  judgeProposed,
  openOne,
  openStand,
  writeEnd
} from "./chunk-YHZX6YIS.js";
import {
  table
} from "./chunk-O4KV4J2N.js";
import "./chunk-SZUHBQIL.js";
import "./chunk-WWNEGDND.js";
import "./chunk-UPGECDCS.js";
import {
  contentsOf
} from "./chunk-UEGRDEXS.js";
import "./chunk-ZJTLCVAT.js";
import "./chunk-ZLLOPNKY.js";
import "./chunk-XJ4HLJBJ.js";
import {
  readOpenPulls
} from "./chunk-ZLZM33HV.js";
import "./chunk-CJA7XS7B.js";
import "./chunk-UDABQ4SU.js";
import "./chunk-VGKDHAX2.js";
import {
  treeDifferences
} from "./chunk-UTIOKGHL.js";
import {
  EVIDENCE_REF
} from "./chunk-KIY4GTEX.js";
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
import "./chunk-DQVEY6UO.js";
import "./chunk-YBGLZ7MM.js";
import "./chunk-G7TC7AGN.js";
import "./chunk-DXUKNOPP.js";
import "./chunk-Q4FKR2PC.js";
import "./chunk-4BJFMHG2.js";
import "./chunk-23ZMF667.js";
import "./chunk-34YZDTZY.js";
import "./chunk-DL6CM3PP.js";
import "./chunk-XRAEV7O6.js";
import "./chunk-V2GJZSBU.js";
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import "./chunk-HFY5HYQX.js";
import {
  CODEOWNERS_PATH,
  generateCodeowners
} from "./chunk-D2SZ5IZ2.js";
import "./chunk-IZB2QP2V.js";
import "./chunk-ZI2VCF7Z.js";
import {
  fetchObjects,
  fetchRef
} from "./chunk-ZV34UCH5.js";
import {
  isLoopback
} from "./chunk-BW4OCBV7.js";
import "./chunk-ZCONMND2.js";
import "./chunk-VSTNN46Q.js";
import {
  readYaml
} from "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import {
  plural
} from "./chunk-WYQIDMMK.js";
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
import "./chunk-JOLQCLIX.js";
import "./chunk-33ENI5OL.js";
import "./chunk-MVCWI7NH.js";
import "./chunk-TLWJT3BQ.js";
import {
  resolveEntitlement
} from "./chunk-L4AA6WMQ.js";
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
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-CMJORN74.js";
import "./chunk-XW4OEFHM.js";
import {
  DAY,
  readDuration
} from "./chunk-7FEDJEB3.js";
import {
  entitlementName,
  isId
} from "./chunk-UI4DGNQ4.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import {
  readInstant
} from "./chunk-3ZSDZPIB.js";
import "./chunk-XCNTR6TK.js";

// src/render/import/summary.ts
var RISK_WORDS = [
  ["administrator", "may give themselves anything (administrators)"],
  ["other-account", "let in other accounts, or anybody"],
  ["no-mfa", "sign in to the console without a second factor"],
  ["old-key", "have access keys older than the settings allow"],
  ["unused", "were used by nobody for 90 days"]
];
function riskLines(risks) {
  return RISK_WORDS.flatMap(([risk, words]) => {
    const count = new Set(risks.filter((one2) => one2.risk === risk).map(({ principal }) => principal)).size;
    return count === 0 ? [] : [`${plural(count, "principal")} ${words}`];
  });
}

// src/render/import/text.ts
function renderImportText({ found, pulls }) {
  const left2 = found.filter(({ state, what }) => state === "left" && what !== "outside");
  const lines = [
    ...pulls.map(({ pull, branch, state, files, why }) => {
      const number = pull === null ? "" : ` #${pull}`;
      return `${state}${number} ${logLine(branch)}, ${plural(files, "file")}${why === null ? "" : `: ${logLine(why)}`}`;
    }),
    ...left2.slice(0, MOST).map(({ what, name, why }) => `left: ${what} ${logLine(name)}: ${logLine(why.join("; "))}`),
    ...left2.length > MOST ? [`… and ${left2.length - MOST} more: --format json tells all`] : [],
    ...STATES.flatMap((state) => countsOf(found, state)),
    ...pulls.length === 0 ? ["Nothing new to ask for."] : []
  ];
  return `${lines.join("\n")}
`;
}
var MOST = 40;
var STATES = ["proposed", "open", "waiting", "there", "left"];
var KINDS = [
  ["person", "people"],
  ["workload", "workloads"],
  ["entitlement", "entitlements"],
  ["grant", "grants"],
  ["outside", "things outside"]
];
function countsOf(found, state) {
  const counts = KINDS.flatMap(([kind, many]) => {
    const count = found.filter((one2) => one2.what === kind && one2.state === state).length;
    return count === 0 ? [] : [plural(count, kind === "outside" ? "thing outside" : kind, many)];
  });
  return counts.length === 0 ? [] : [`${state}: ${counts.join(", ")}`];
}

// src/compose/import/baseline.ts
function byTarget({ book, context, core }, guess) {
  const found = /* @__PURE__ */ new Map();
  for (const entry of [...book.entitlements.values()].toSorted((a, b) => a.name < b.name ? -1 : 1)) {
    const { target } = entry.data;
    if (entry.system !== context.id || target === void 0 || core.checkTarget(target, context).length > 0)
      continue;
    const key = guess.keyOf(target);
    if (!found.has(key)) found.set(key, entry);
  }
  return found;
}
function holdersIn({ book, context, core }) {
  const found = /* @__PURE__ */ new Map();
  const take = (holder, accounts) => {
    const account = accounts && Object.hasOwn(accounts, context.id) ? accounts[context.id] : void 0;
    if (account !== void 0 && core.checkAccount(account, context).length === 0)
      found.set(core.principalOf(account), holder);
  };
  for (const { id, path, data } of book.people.values())
    take({ id, kind: "person", path, runs: null }, data.accounts);
  for (const { id, path, data } of book.workloads.values())
    take({ id, kind: "workload", path, runs: data.runs }, data.accounts);
  return found;
}
function explainedNow(standing) {
  const { book, context, core } = standing;
  const accounts = [...holdersIn(standing)].map(([principal, { runs }]) => [principal, { runs }]);
  const targets = [...book.entitlements.values()].flatMap(
    ({ system, data: { target } }) => system === context.id && target !== void 0 && core.checkTarget(target, context).length === 0 ? [target] : []
  );
  return { accounts: new Map(accounts), targets, owned: /* @__PURE__ */ new Map(), onFile: () => true };
}

// src/compose/import/block.ts
var LONGEST = 220;
function blockText(kind, path, comments, fields) {
  const up = "../".repeat(path.split("/").length - 1);
  const lines = fields.flatMap(([key, value]) => value === void 0 ? [] : field(key, value, ""));
  const head = [`yaml-language-server: $schema=${up}schemas/${kind}.schema.json`, ...comments];
  return [...head.map((text) => `# ${commentLine(text)}`), ...lines, ""].join("\n");
}
function commentLine(text) {
  const plain = text.replaceAll(/[^\u0020-\u007e\u00a1-\u024f\u2019]/gu, "?");
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain;
}
function field(key, value, indent) {
  const name = `${indent}${/^[A-Za-z][A-Za-z0-9-]*$/u.test(key) ? key : JSON.stringify(key)}:`;
  if (typeof value === "string") return [`${name} ${yamlText(value)}`];
  if (Array.isArray(value)) {
    const items = value;
    if (!items.every(isRecord)) return [`${name} ${JSON.stringify(items)}`];
    return [name, ...items.flatMap((item) => listed(item, `${indent}  `))];
  }
  if (!isRecord(value)) return [`${name} ${JSON.stringify(value)}`];
  return [name, ...Object.entries(value).flatMap(([inner, each]) => field(inner, each, `${indent}  `))];
}
function listed(item, indent) {
  const lines = Object.entries(item).flatMap(([key, value]) => field(key, value, `${indent}  `));
  return lines.map((line, index) => index === 0 ? `${indent}- ${line.slice(indent.length + 2)}` : line);
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/compose/import/files.ts
var BASELINE = 90 * DAY;
var NOWHERE = "unknown.invalid";
function personFile(subject, id, { system }) {
  const path = `grants/people/${id}.yaml`;
  const unknown = subject.email === null ? ["The system holds no e-mail address: write the real one."] : [];
  const text = blockText(
    "person",
    path,
    [...guessed(subject.principal, system, subject.confidence, subject.why), ...unknown],
    [
      ["name", short(subject.name, 200)],
      ["email", subject.email ?? `${id}@${NOWHERE}`],
      ["accounts", { [system]: subject.account }]
    ]
  );
  return { path, text };
}
function workloadFile(subject, id, setting) {
  const { system, owner, now } = setting;
  const path = `grants/workloads/${id}.yaml`;
  const text = blockText(
    "workload",
    path,
    guessed(subject.principal, system, subject.confidence, subject.why),
    [
      ["title", short(subject.name, 200)],
      ["kind", subject.work],
      ["owner", owner],
      ["purpose", `Not known yet: imported from ${short(subject.principal, 300)} of ${system}`],
      ["expires", writeEnd(Math.floor((now + BASELINE) / DAY) * DAY)],
      ["runs", subject.runs],
      ["accounts", { [system]: subject.account }]
    ]
  );
  return { path, text };
}
function entitlementFile(made, id, subjects, { system, owner, governance }) {
  const path = `grants/systems/${system}/${id}/entitlement.yaml`;
  const text = blockText(
    "entitlement",
    path,
    [
      `Made by grantbook import of ${system}; the risk is a guess, never a mild one:`,
      ...made.why.map((why) => `- ${why}`),
      "Before merging: name who really owns and approves it, and correct the risk."
    ],
    [
      ["title", short(made.name, 200)],
      ["description", short(made.description, 1e3)],
      ["owner", owner],
      ["approvers", [governance]],
      ["risk", made.risk],
      ["subjects", subjects],
      ["target", made.target],
      // Nobody knows the task of what was there before: its own end is all that ends it.
      ["task", subjects.includes("workload") ? "ongoing" : void 0]
    ]
  );
  return { path, text };
}
function guessed(principal, system, confidence, why) {
  return [
    `Guessed by grantbook import from ${principal} of ${system}, confidence ${confidence}:`,
    ...why.slice(0, 10).map((one2) => `- ${one2}`),
    "Before merging: make sure that it is who it seems to be."
  ];
}
function short(text, most) {
  const plain = commentLine(text);
  return plain.length > most ? plain.slice(0, most) : plain;
}

// src/compose/import/slugs.ts
import { createHash } from "node:crypto";
var LONGEST2 = 50;
var LIKE_A_HASH = /-[0-9a-f]{8}$/u;
function idsFor(all) {
  const count = /* @__PURE__ */ new Map();
  for (const { name } of all) {
    const slug = slugOf(name);
    count.set(slug, (count.get(slug) ?? 0) + 1);
  }
  return new Map(
    all.map(({ key, name }) => {
      const slug = slugOf(name);
      const isClear = isId(slug) && slug.length <= LONGEST2 && count.get(slug) === 1 && !LIKE_A_HASH.test(slug);
      return [key, isClear ? slug : `${short2(slug)}-${hashOf(key)}`];
    })
  );
}
function slugOf(name) {
  const [local = ""] = name.split("@");
  return local.toLowerCase().replaceAll(/[^a-z0-9]+/gu, "-").replaceAll(/^-+|-+$/gu, "");
}
function short2(slug) {
  return slug === "" ? "x" : slug.slice(0, LONGEST2).replace(/-+$/u, "");
}
function hashOf(key) {
  return createHash("sha256").update(key).digest("hex").slice(0, 8);
}

// src/compose/import/entitlements.ts
function considerEntitlements(guess, standing, terms) {
  const ids = idsFor(guess.entitlements);
  const known = byTarget(standing, guess);
  const kinds = kindsOf(guess, standing);
  return guess.entitlements.map((made) => {
    const base = { what: "entitlement", name: made.name, confidence: null, risks: [], pull: null };
    const entry = known.get(made.key);
    if (entry) {
      const isApproved = standing.isApproved(entry.path);
      const why = isApproved ? [] : ["it stands on the default branch and isn’t approved yet"];
      return {
        thing: { ...base, path: entry.path, state: isApproved ? "there" : "waiting", why },
        file: null
      };
    }
    const file = entitlementFile(made, ids.get(made.key) ?? "", kinds.get(made.key) ?? ["person"], terms);
    const bar = barOf(made, file.path, standing);
    if (bar !== null)
      return { thing: { ...base, path: null, state: "left", why: [...made.why, bar] }, file: null };
    const pull = standing.openIn(file.path);
    const thing = { ...base, path: file.path, why: made.why, pull };
    return pull === null ? { thing: { ...thing, state: "proposed" }, file } : { thing: { ...thing, state: "open" }, file: null };
  });
}
function barOf({ target }, path, { context, core, exists }) {
  const [problem] = core.checkTarget(target, context);
  if (problem) return problem.message;
  return exists(path) ? `${path} is in its place and says something else: nothing is overwritten` : null;
}
function kindsOf(guess, standing) {
  const holders = holdersIn(standing);
  const kinds = new Map(guess.subjects.map(({ principal, kind }) => [principal, kind]));
  const found = /* @__PURE__ */ new Map();
  for (const { principal, entitlement } of guess.holdings) {
    const kind = holders.get(principal)?.kind ?? kinds.get(principal);
    if (kind === void 0) continue;
    const known = found.get(entitlement);
    if (known) known.add(kind);
    else found.set(entitlement, /* @__PURE__ */ new Set([kind]));
  }
  return new Map([...found].map(([key, all]) => [key, [...all].toSorted()]));
}

// src/compose/import/grants.ts
function considerGrants(guess, governing, standing, terms) {
  const known = byTarget(standing, guess);
  const holders = holdersIn(standing);
  const names = new Map(guess.entitlements.map(({ key, name }) => [key, name]));
  const without = withoutFiles(guess, governing);
  return guess.holdings.map((holding) => {
    const name = `${holding.principal} ${names.get(holding.entitlement) ?? holding.entitlement}`;
    const [holder, entry] = [holders.get(holding.principal), known.get(holding.entitlement)];
    const base = { what: "grant", name, path: null, confidence: null, risks: [], pull: null };
    const none = [...without.get(holding.principal) ?? [], ...without.get(holding.entitlement) ?? []];
    if (none.length > 0) return { thing: { ...base, state: "left", why: none }, file: null };
    if (!holder || !entry || ![holder.path, entry.path].every(standing.isApproved)) {
      const missing = [holder ? [] : ["who holds it"], entry ? [] : ["what is held"]].flat();
      const why = missing.length === 0 ? "what stands on the default branch isn’t approved yet" : `first ${missing.join(" and ")} must have an approved file`;
      return { thing: { ...base, state: "waiting", why: [why] }, file: null };
    }
    return one(holding, holder, entry, base, standing, terms);
  });
}
function withoutFiles(guess, { subjects, entitlements }) {
  const found = /* @__PURE__ */ new Map();
  for (const [index, { principal }] of guess.subjects.entries())
    if (subjects[index]?.thing.state === "left")
      found.set(principal, ["who holds it has no file, and gets none here"]);
  for (const [index, { key }] of guess.entitlements.entries())
    if (entitlements[index]?.thing.state === "left")
      found.set(key, ["what is held has no file, and gets none here"]);
  return found;
}
function one({ how, principal }, { id, kind, path: holderPath }, entry, base, standing, terms) {
  const path = grantPath({ entitlement: entry.name, subject: id, incident: null });
  if (standing.exists(path)) return { thing: { ...base, path, state: "there", why: [] }, file: null };
  const pull = standing.openIn(path);
  if (pull !== null) return { thing: { ...base, path, state: "open", why: [], pull }, file: null };
  const limits = resolveEntitlement(standing.book, entry.name)?.terms ?? null;
  const bar = barOf2(entry, kind, limits, terms);
  const length = Math.min(BASELINE, limits?.maxDuration ?? 0);
  if (bar !== null) return { thing: { ...base, path: null, state: "left", why: [bar] }, file: null };
  const file = grantFile({
    subject: id,
    entitlement: entry.name,
    reason: commentLine(
      `Imported: ${principal} ${how} in ${terms.system} before there were grants; say what for, or let it end`
    ),
    starts: null,
    expires: writeEnd(Math.floor((terms.now + length) / DAY) * DAY),
    ticket: limits?.ticket === "required" ? terms.ticket : null,
    requester: terms.me,
    task: kind === "workload" ? `${terms.repository}/blob/HEAD/${holderPath}` : null,
    incident: null
  });
  return { thing: { ...base, path, state: "proposed", why: [] }, file };
}
function barOf2({ data, name }, kind, limits, { ticket }) {
  if (limits === null) return `what ${name} demands can’t be told`;
  if (!data.subjects.includes(kind)) return `${name} isn’t for a ${kind}`;
  if (limits.maxDuration < DAY)
    return `${name} is ${limits.risk}, which nobody may hold for as long as a day: standing access to it is a finding, and whoever needs it asks for it when it is needed`;
  if (limits.ticket === "required" && ticket === null)
    return `${name} is ${limits.risk}, which asks for a ticket: run it again with --ticket`;
  return null;
}

// src/compose/import/subjects.ts
function considerSubjects(guess, standing, terms) {
  const ids = idsFor(guess.subjects.map(({ principal, name }) => ({ key: principal, name })));
  const consider2 = new Subjects(guess, standing, terms);
  return guess.subjects.map((subject) => consider2.one(subject, ids.get(subject.principal) ?? ""));
}
function risksOf(guess) {
  const found = /* @__PURE__ */ new Map();
  for (const { principal, risk } of guess.risks) {
    const known = found.get(principal) ?? [];
    if (!known.includes(risk)) found.set(principal, [...known, risk]);
  }
  return found;
}
var Subjects = class {
  #standing;
  #terms;
  #holders;
  #risks;
  /** By address in lower case: the id of the person who has it, null for several guesses that share it. */
  #addresses = /* @__PURE__ */ new Map();
  constructor(guess, standing, terms) {
    this.#standing = standing;
    this.#terms = terms;
    this.#holders = holdersIn(standing);
    this.#risks = risksOf(guess);
    const seen = /* @__PURE__ */ new Set();
    for (const { email } of guess.subjects) {
      if (email !== null && seen.has(email)) this.#addresses.set(email, null);
      if (email !== null) seen.add(email);
    }
    for (const { id, data } of standing.book.people.values())
      this.#addresses.set(data.email.toLowerCase(), id);
  }
  one(subject, id) {
    const { principal, kind, confidence, why } = subject;
    const risks = this.#risks.get(principal) ?? [];
    const base = { what: kind, name: principal, confidence, why, risks, pull: null };
    const holder = this.#holders.get(principal);
    if (holder) {
      const isApproved = this.#standing.isApproved(holder.path);
      const told2 = isApproved ? [] : ["it stands on the default branch and isn’t approved yet"];
      const state = isApproved ? "there" : "waiting";
      return {
        thing: { ...base, what: holder.kind, path: holder.path, state, confidence: null, why: told2 },
        file: null
      };
    }
    const bar = this.#barOf(subject, id);
    if (bar !== null) return left(base, [...why, bar]);
    const file = (kind === "person" ? personFile : workloadFile)(subject, id, this.#terms);
    const pull = this.#standing.openIn(file.path);
    if (pull !== null) return { thing: { ...base, path: file.path, state: "open", pull }, file: null };
    return { thing: { ...base, path: file.path, state: "proposed" }, file };
  }
  /** Why nothing is made of a guess; null: nothing speaks against it. */
  #barOf({ principal, kind, confidence, email, account }, id) {
    const { book, context, core, exists } = this.#standing;
    if (confidence === "low") return "too little speaks for it: add a file by hand if it is right";
    if (confidence !== "high" && this.#risks.get(principal)?.includes("administrator") === true)
      return "it may give itself anything, and too little says who it is: add a file by hand if it is right";
    if (core.checkAccount(account, context).length > 0) return "no file can name it";
    const likely = email === null ? void 0 : this.#addresses.get(email);
    if (likely === null) return "another principal bears the same e-mail address: say by hand who is who";
    if (kind === "person" && likely !== void 0)
      return mayBe(`people/${likely}.yaml has its e-mail address`);
    const other = book.people.has(id) ? `people/${id}.yaml` : book.workloads.has(id) ? `workloads/${id}.yaml` : null;
    if (other !== null) return mayBe(`${other} bears its name`);
    const taken = [`grants/people/${id}.yaml`, `grants/workloads/${id}.yaml`].find(exists);
    return taken === void 0 ? null : `${taken} is in its place, and can’t be read`;
  }
};
function mayBe(what) {
  return `${what}: if they are the same, add the account to that file; else add one of another name`;
}
function left(base, why) {
  return { thing: { ...base, path: null, state: "left", why }, file: null };
}

// src/commands/steps/import/judge-import.ts
var ROUNDS = 5;
async function withoutErrors(stand, all) {
  let kept = all;
  for (let round = 1; round <= ROUNDS; round++) {
    const files = kept.flatMap(({ file }) => file === null ? [] : [file]);
    if (files.length === 0) return kept;
    const { report } = await judgeProposed(stand, files, null);
    const errors = report.findings.filter(({ severity }) => severity === "error");
    if (errors.length === 0) return kept;
    const byFile = /* @__PURE__ */ new Map();
    for (const { file, code, message } of errors)
      if (!byFile.has(file)) byFile.set(file, `${code}: ${message}`);
    const ours = files.filter(({ path }) => byFile.has(path));
    const whole = ours.length === 0 || round === ROUNDS ? errors[0]?.message ?? "" : null;
    kept = kept.map((one2) => {
      const why = one2.file === null ? null : byFile.get(one2.file.path) ?? whole;
      return why === null ? one2 : { thing: leave(one2.thing, why), file: null };
    });
  }
  return kept;
}
function leave(thing, why) {
  return { ...thing, state: "left", path: null, why: [...thing.why, why] };
}

// src/commands/steps/import/fit-grants.ts
async function withoutMisfits({ session, live, core, context }, { book }, grants, principals) {
  const holdings = /* @__PURE__ */ new Map();
  for (const [index, { file }] of grants.entries()) {
    const identity = file === null ? null : identify(file.path);
    if (file === null || identity?.kind !== "grant") continue;
    const name = entitlementName(identity.system, identity.entitlement);
    const target = book.entitlements.get(name)?.data.target;
    const until = readInstant(String(readYaml(ENCODER.encode(file.text), LARGEST).data?.["expires"]), "end");
    const principal = principals[index];
    if (target === void 0 || until === null || principal === void 0) continue;
    const list = holdings.get(principal) ?? [];
    holdings.set(principal, [...list, { grant: file.path, entitlement: name, target, from: null, until }]);
  }
  const goals = [...holdings].map(([principal, list]) => {
    const pieces = core.compile(list, context);
    return { principal, pieces, principalId: null, owned: /* @__PURE__ */ new Set() };
  });
  const refused = new Map((await session.judge(live, goals)).map(({ grant, why }) => [grant, why]));
  return grants.map((one2) => {
    const why = one2.file === null ? void 0 : refused.get(one2.file.path);
    return why === void 0 ? one2 : { thing: leave(one2.thing, why), file: null };
  });
}
var ENCODER = new TextEncoder();
var LARGEST = 1024 * 1024;

// src/render/import/body.ts
var NOUNS = {
  subjects: ["person or workload", "people and workloads"],
  entitlements: ["entitlement", "entitlements"],
  "critical-entitlements": ["critical entitlement", "critical entitlements"],
  grants: ["grant", "grants"]
};
function importTitle(system, { topic, number, of, files }) {
  const [one2, many] = NOUNS[topic];
  return `Import ${system}: ${plural(files.length, one2, many)}${of === 1 ? "" : ` (part ${number} of ${of})`}`;
}
function importBody(summary, part) {
  const { system, me, unread, outside } = summary;
  return [
    `**${markdownText(me)}** ran ${markdownCode("grantbook import")} on **${markdownText(system)}**. Everything here was guessed from what stands there; nothing there was changed, and nobody has confirmed any of it.`,
    ...risksPart(summary),
    `### What merging does

${EFFECTS[part.topic]}`,
    `### Before you approve

${CHECKS[part.topic].map((line) => `- ${line}`).join("\n")}`,
    ...guessesPart(part),
    ...outside === 0 ? [] : [
      `${plural(outside, "thing")} found there can’t be expressed by any of this. The nightly asks about them in its own pull request; until then they stand as they are.`
    ],
    ...unread.length === 0 ? [] : [`Could not be read, so guessed with less: ${unread.map(markdownText).join("; ")}`],
    "- **Close:** nothing changes. The next run of the import asks for it again."
  ].join("\n\n");
}
function risksPart({ risks, system }) {
  if (risks.length === 0)
    return [`### Risks in ${markdownText(system)}

None of those that are looked for.`];
  const lines = riskLines(risks).map((line) => `- ${line}`);
  const order = RISK_WORDS.map(([risk]) => risk);
  const rows = risks.toSorted((a, b) => order.indexOf(a.risk) - order.indexOf(b.risk)).slice(0, MOST_RISKS).map(({ principal, risk, says }) => [markdownText(principal), risk, markdownText(says)]);
  const more = risks.length > MOST_RISKS ? [`_and ${risks.length - MOST_RISKS} more._`] : [];
  return [
    `### Risks in ${markdownText(system)}, as it stands now

${lines.join("\n")}`,
    ...table(["who", "risk", "what"], rows),
    ...more
  ];
}
var MOST_RISKS = 60;
var MOST_GUESSES = 150;
var EFFECTS = {
  subjects: "These principals become people and workloads of yours: that they exist, sign in and hold young keys is no finding any more. It gives nobody any access, and nobody the right to approve anything: no file names a GitHub account.",
  entitlements: "These things can be asked for and granted, and governance approves each request until somebody else is named. It gives nobody any access.",
  "critical-entitlements": "These things can be asked for and granted for as short as the tier says; whoever holds one can give himself anything, or nobody can tell what it allows. It gives nobody any access, and takes the approvals of two people.",
  grants: "What these people and workloads hold already becomes theirs by an approved grant, with an end. Memberships of groups end with their grant from then on. Policies get a copy with a date; where the system’s file says `outOfBand: revoke`, the form that stands now goes in one of the next nights, where it says `report`, it stays and is nobody’s finding as long as the grant stands."
};
var CHECKS = {
  subjects: [
    "Whoever may create users and roles, or tag them, could have made any of these so that it looks right. Is each one **yours**, still there, and who it seems to be?",
    "Delete from this branch the file of anybody whom you don’t know: then it stays a finding.",
    "People: write the real name and address. Workloads: name who answers for it; the system’s owner does until then."
  ],
  entitlements: [
    "The risk is a guess: never `low`, and milder than `critical` only where the policy could be read. Correct it.",
    "Name the people who really approve it. Until then governance does.",
    "Group targets carry no date in AWS: only a run of Grantbook ends them."
  ],
  "critical-entitlements": [
    "Should this be held by anybody, ever? If not, delete its file from this branch and mend it in AWS."
  ],
  grants: [
    "That somebody holds it is no reason to hold it. Delete from this branch what isn’t needed: then it stays a finding, and is asked about.",
    "Look at those first whom the table of risks names."
  ]
};
function guessesPart({ things, files }) {
  const order = ["low", "medium", "high", null];
  const rows = things.toSorted((a, b) => rank(a) - rank(b) || order.indexOf(a.confidence) - order.indexOf(b.confidence)).slice(0, MOST_GUESSES).map(({ name, path, confidence, why, risks }) => [
    markdownText(name),
    markdownCode((path ?? "").replace(/^grants\//u, "")),
    confidence ?? "",
    risks.length === 0 ? "" : `**${risks.join(", ")}**`,
    markdownText(why.join("; "))
  ]);
  const more = files.length > MOST_GUESSES ? [`_and ${files.length - MOST_GUESSES} more: each file says the same of itself._`] : [];
  return [
    `### Every guess, the dangerous and the unsure first`,
    ...table(["in the system", "file", "confidence", "risks", "why"], rows),
    ...more
  ];
}
function rank({ risks }) {
  return -risks.length;
}

// src/commands/steps/import/open-parts.ts
async function openParts(stand, parts, summary, entitlementsIn) {
  const done = [];
  let before = entitlementsIn;
  for (const part of parts) {
    const changesOwners = part.topic === "entitlements" || part.topic === "critical-entitlements";
    const branch = `import/${summary.system}/${part.topic}-${part.mark}`;
    if (changesOwners && before !== null) {
      const why = `#${before} changes CODEOWNERS too: run it again once that is merged`;
      done.push({ part, pull: null, branch, state: "waiting", why });
      continue;
    }
    const title = importTitle(summary.system, part);
    const files = changesOwners ? [...part.files, ...await ownersFile(stand, part.files)] : part.files;
    const body = importBody(summary, part);
    const opened = await openOne(stand, { branch, title, body, message: title, files });
    if (changesOwners) before = opened.pull;
    const state = opened.why === null ? "opened" : "open";
    done.push({ part, pull: opened.pull, branch: opened.branch, state, why: opened.why });
  }
  return done;
}
async function ownersFile(stand, files) {
  const { after } = await judgeProposed(stand, files, []);
  const text = generateCodeowners(after);
  return text === null ? [] : [{ path: CODEOWNERS_PATH, text }];
}

// src/commands/steps/import/open-system.ts
async function openSystem(stand, id, common, io) {
  const { systems, settings } = stand.book;
  const entry = systems.get(id);
  if (!entry) throw new UsageError(`There is no system "${id}".${hint(id, systems.keys())}`);
  if (!settings)
    throw new UnableError("The settings (grants/grantbook.yaml) can’t be read: have them mended first.");
  const connector = CONNECTORS.get(entry.data.connector);
  const [problem] = connector?.core.checkSettings(entry.data.settings) ?? [];
  if (!connector || problem)
    throw new UnableError(
      `${entry.path}: ${problem?.message ?? "its connector is unknown"} Have it mended first.`
    );
  const context = { id, entry, repository: settings.data.repository };
  for (const endpoint of connector.endpoints(context, io.environment))
    if (common.nowGiven && (endpoint === null || !isLoopback(endpoint)))
      throw new UsageError(
        "--now is for a cloud on this machine: AWS_ENDPOINT_URL_IAM and AWS_ENDPOINT_URL_STS are not."
      );
  const session = await connector.open(context, portsOf("read", common, io));
  return { context, core: connector.core, session, live: await session.read() };
}

// src/compose/import/explained-after.ts
function explainedAfter(guess, standing, considered) {
  const now = explainedNow(standing);
  const accounts = new Map(now.accounts);
  for (const [index, subject] of guess.subjects.entries()) {
    const { state } = considered.subjects[index]?.thing ?? { state: "left" };
    if (state !== "left" && !accounts.has(subject.principal))
      accounts.set(subject.principal, { runs: subject.kind === "person" ? null : subject.runs });
  }
  const targets = guess.entitlements.flatMap(
    ({ target }, index) => considered.entitlements[index]?.thing.state === "left" ? [] : [target]
  );
  const byKey = new Map(guess.entitlements.map(({ key, target }) => [key, target]));
  const owned = /* @__PURE__ */ new Map();
  for (const [index, { principal, entitlement }] of guess.holdings.entries()) {
    const target = byKey.get(entitlement);
    if (target === void 0 || considered.grants[index]?.thing.state === "left") continue;
    const known = owned.get(principal) ?? /* @__PURE__ */ new Set();
    for (const id of jobPieces(standing, target)) known.add(id);
    owned.set(principal, known);
  }
  return { accounts, targets: [...now.targets, ...targets], owned, onFile: () => true };
}
function jobPieces({ core, context }, target) {
  if (core.checkTarget(target, context).length > 0 || core.enforcementOf(target) !== "job") return [];
  const holding = { grant: "grants/x", entitlement: "x/x", target, from: null, until: 0 };
  return core.compile([holding], context).map(({ id }) => id);
}

// src/commands/steps/import/outside-things.ts
function outsideThings(guess, standing, considered, { book, now }) {
  const explained = explainedAfter(guess, standing, considered);
  const keyAge = readDuration(book.settings?.data.keys.maxAge ?? "") ?? 0;
  const risks = risksOf(guess);
  const unsaid = new Map(guess.unsaid.map(({ principal, id, why }) => [`${principal} ${id}`, why]));
  const asked = askedFor(guess, considered);
  return guess.outside(explained).flatMap((principal) => {
    const worth = worthDeciding(principal, explained.accounts.has(principal.name), keyAge, now);
    const path = outsidePath(standing.context.id, principal);
    const state = book.outOfBand.has(path) ? "there" : "left";
    const items = (worth?.items ?? []).filter(
      ({ id, gives }) => gives === null || !asked.has(`${principal.name} ${id}`)
    );
    return items.map(({ id, what }) => {
      const reason = unsaid.get(`${principal.principal} ${id}`);
      const why = reason === void 0 ? [what] : [what, reason];
      const own = { confidence: null, pull: null, risks: risks.get(principal.name) ?? [] };
      return { what: "outside", name: `${principal.name} ${id}`, path, state, why, ...own };
    });
  });
}
function askedFor(guess, { grants }) {
  const found = /* @__PURE__ */ new Set();
  for (const [index, { principal, ids }] of guess.holdings.entries()) {
    const state = grants[index]?.thing.state;
    if (state !== void 0 && state !== "left") for (const id of ids) found.add(`${principal} ${id}`);
  }
  return found;
}

// src/commands/steps/import/standing.ts
async function standingOf(stand, { context, core }) {
  const [unapproved, open] = [await unapprovedPaths(stand), await openPaths(stand)];
  const { entries } = stand.source.tree;
  return {
    book: stand.book,
    context,
    core,
    exists: (path) => entries.has(path),
    isApproved: (path) => !unapproved.has(path),
    openIn: (path) => open.get(path) ?? null
  };
}
async function unapprovedPaths({ root, github, base }) {
  const head = await fetchRef(root, github.remote, EVIDENCE_REF);
  if (head === null) return /* @__PURE__ */ new Set();
  const differences = await treeDifferences(root, `${head}:approved`, base.tip);
  return new Set(differences.map(({ path }) => path));
}
async function openPaths({ root, github, base }) {
  const listed2 = await readOpenPulls(github, base.branch);
  if (!listed2.ok)
    throw new UnableError(`${listed2.gap.what} can’t be read: ${listed2.gap.why}. Nothing was opened.`);
  const own = listed2.value.filter(({ from, intoRepository }) => from === intoRepository);
  const heads = [...new Set(own.map(({ head }) => head))];
  const contents = await contentsOf(root, base.tip, heads, await fetchObjects(root, github.remote, heads));
  const found = /* @__PURE__ */ new Map();
  for (const { head, number } of own) {
    const differences = contents.get(head)?.differences;
    if (!differences)
      throw new UnableError(
        `The files of #${number} can’t be read, so what it asks for can’t be told. Nothing was opened.`
      );
    for (const { path, after } of differences) if (after !== null && !found.has(path)) found.set(path, number);
  }
  return found;
}

// src/commands/steps/import/run.ts
async function importSystem(stand, { system, ticket }, common, io) {
  const opened = await openSystem(stand, system, common, io);
  const standing = await standingOf(stand, opened);
  const guess = await guessAt(stand, opened, standing);
  const terms = termsOf(stand, opened, ticket);
  const considered = await consider(stand, opened, standing, guess, terms);
  const all = [...considered.subjects, ...considered.entitlements, ...considered.grants];
  const outside = outsideThings(guess, standing, considered, stand);
  const critical = new Set(guess.entitlements.filter(({ risk }) => risk === "critical").map(({ key }) => key));
  const isCritical = new Set(
    considered.entitlements.flatMap(
      ({ thing }, index) => critical.has(guess.entitlements[index]?.key ?? "") ? [thing] : []
    )
  );
  const { me, governance } = terms;
  const summary = {
    system,
    me,
    governance,
    risks: guess.risks,
    outside: outside.length,
    unread: guess.unread
  };
  const parts = partsOf(all, (thing) => isCritical.has(thing));
  const done = await openParts(stand, parts, summary, openEntitlements(considered.entitlements));
  return { document: documentOf(all, outside, done), risks: guess.risks, unread: guess.unread };
}
async function guessAt(stand, { session, live, core }, standing) {
  if (!session.guess) throw new UnableError(`Systems of connector "${core.name}" can’t be imported.`);
  const keyAge = readDuration(stand.book.settings?.data.keys.maxAge ?? "") ?? 0;
  return session.guess(live, explainedNow(standing), { now: stand.now, keyAge });
}
function termsOf({ book, now, me, repository }, { context }, ticket) {
  const governance = book.settings?.data.governance ?? "";
  const links = repository.startsWith("https://") ? repository : `https://github.com/${context.repository}`;
  return {
    system: context.id,
    owner: context.entry.data.owner,
    governance,
    now,
    me,
    ticket,
    repository: links
  };
}
async function consider(stand, opened, standing, guess, terms) {
  const first = considerSubjects(guess, standing, terms);
  const governing = await withoutErrors(stand, [...first, ...considerEntitlements(guess, standing, terms)]);
  const [subjects, entitlements] = [governing.slice(0, first.length), governing.slice(first.length)];
  const asked = considerGrants(guess, { subjects, entitlements }, standing, terms);
  const principals = guess.holdings.map(({ principal }) => principal);
  const grants = await withoutErrors(stand, await withoutMisfits(opened, standing, asked, principals));
  return { subjects, entitlements, grants };
}
function openEntitlements(all) {
  return all.find(({ thing }) => thing.state === "open")?.thing.pull ?? null;
}
function documentOf(all, outside, done) {
  const byPath = new Map(done.flatMap((one2) => one2.part.files.map(({ path }) => [path, one2])));
  const found = [...all.map(({ thing }) => told(thing, byPath)), ...outside];
  return {
    format: 1,
    ok: true,
    found: found.toSorted(
      (a, b) => compare(a.path ?? "", b.path ?? "") || compare(a.what, b.what) || compare(a.name, b.name)
    ).map((thing) => ({ ...thing, why: [...thing.why], risks: [...thing.risks] })),
    pulls: done.map(({ part, pull, branch, state, why }) => ({ pull, branch, state, files: part.files.length, why })).toSorted((a, b) => compare(a.branch, b.branch))
  };
}
function told(thing, byPath) {
  const part = thing.state === "proposed" && thing.path !== null ? byPath.get(thing.path) : void 0;
  if (!part) return thing;
  if (part.state === "waiting") return { ...thing, state: "waiting", why: [...thing.why, part.why ?? ""] };
  return { ...thing, pull: part.pull };
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/commands/import.ts
var command = {
  formats: ["text", "json"],
  example: "npx grantbook import --system aws-prod --ticket OPS-4711",
  describe: (c) => {
    c.option("--system <id>", "which system; only read, never written to").option(
      "--ticket <ticket>",
      "for grants whose tier asks for one: the ticket in which the import was agreed"
    );
  },
  run: async (args, options, common, io) => {
    if (args.length > 0) throw new UsageError(`import takes no arguments, but was given "${args[0] ?? ""}".`);
    const [system, ticket] = [textOf(options["system"]), textOf(options["ticket"])];
    if (system === null)
      throw new UsageError("--system is missing: which one is to be imported, such as --system aws-prod.");
    const stand = await openStand(common, io);
    try {
      return await tell(stand, { system, ticket }, common, io);
    } finally {
      stand.source.close();
    }
  }
};
function textOf(value) {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}
async function tell(stand, asked, common, io) {
  const { document, risks, unread } = await importSystem(stand, asked, common, io);
  for (const why of unread) io.err(`warning: ${logLine(why)}
`);
  const lines = [`Risks in ${asked.system}, as it stands now:`, ...shown(riskLines(risks))];
  const summary = lines.map((line) => `${logLine(line)}
`).join("");
  if (common.format === "json") {
    if (!common.quiet) io.err(summary);
    io.out(renderJson(document));
  } else io.out(`${summary}${renderImportText(document)}`);
  return 0;
}
function shown(lines) {
  return lines.length === 0 ? ["  none of those that are looked for"] : lines.map((line) => `  ${line}`);
}
export {
  command
};
