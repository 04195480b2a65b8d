import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  readAlone
} from "./chunk-KIZ5VNST.js";
import {
  NOTHING_KEPT
} from "./chunk-VFEV3JNZ.js";
import {
  evidenceHead,
  mainTip
} from "./chunk-HVO6QHIW.js";
import {
  LARGEST_EVENTS,
  foldFile,
  foldOutside
} from "./chunk-4G226GOF.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-EQGGY4A3.js";
import "./chunk-QLY2WBM4.js";
import {
  eventsPath,
  fileOfEvents,
  readLines
} from "./chunk-VXUZRDRM.js";
import "./chunk-4I27XLSR.js";
import "./chunk-Q4FKR2PC.js";
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import {
  Listing,
  treeListing
} from "./chunk-VSTNN46Q.js";
import {
  ObjectReader,
  requireRepository,
  runGit
} from "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-XJ3N3HV6.js";
import {
  logLine
} from "./chunk-BLCINO24.js";
import "./chunk-33ENI5OL.js";
import {
  SETTINGS_PATH,
  identify
} from "./chunk-LZOWS2TE.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-7ETONKNL.js";
import "./chunk-3PMDYGTO.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import {
  few
} from "./chunk-CMJORN74.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-UI4DGNQ4.js";
import {
  plain,
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

// src/evidence/explain/outside-story.ts
function outsideStory({ grant, text }) {
  const { events, bad } = readLines(text ?? "");
  const record = foldOutside(events);
  const found = new Set(
    events.flatMap((one) => one.event === "discovered" ? one.items.map(({ id }) => id) : [])
  );
  const taken = [...found].filter((id) => record?.taken.has(id) === true).length;
  const left = found.size - taken;
  const state = left > 0 ? "active" : "ended";
  const summary = found.size === 0 ? "Nothing was recorded as found here." : `Found outside: ${found.size} in all, ${taken} taken away by Grantbook. What the system shows is told by the nightly.`;
  return { grant, state, until: null, events, adopted: false, bad, uses: [], summary };
}

// src/evidence/explain/story.ts
function storyOf({ grant, text, genesis, approved: approved2, main }, now) {
  const { events, bad } = readLines(text ?? "");
  const { standing, uses } = foldFile(grant, text ?? "");
  const given2 = events.findLast(
    ({ event }) => event === "issued" || event === "extended" || event === "shortened" || event === "updated"
  );
  const untils = standing.map((one) => one.until);
  const last = given2 && "until" in given2 ? readInstant(given2.until, "end") : null;
  const until = untils.length > 0 ? Math.max(...untils) : last;
  const active = standing.some((one) => one.until > now && (one.from === null || one.from <= now));
  const begins = standing.some((one) => one.until > now);
  const state = active ? "active" : begins ? "waiting" : stateWithout(events, approved2, main);
  return { grant, state, until, events, adopted: genesis !== null, uses, bad };
}
function stateWithout(events, approved2, main) {
  for (const { event, blob } of events.toReversed()) {
    if (event === "approved" || event === "reduced") {
      if (blob !== null && blob !== "") return main !== null && main !== approved2 ? "unjudged" : "waiting";
      return main === null ? "ended" : "unjudged";
    }
    if (event === "refused" || event === "held") return event;
    if (event === "revoked" || event === "ended") return "ended";
    if (event === "issued" || event === "extended" || event === "shortened" || event === "updated")
      return "ended";
  }
  if (approved2 !== null) return "waiting";
  return main === null ? "ended" : "unjudged";
}

// src/evidence/explain/words.ts
function tell(event, links) {
  return { at: event.at, event: event.event, text: sentence(event), links: linksOf(event, links) };
}
function tellAdopted({ at, by, commit, recovered }, links) {
  const again = recovered === null ? "" : ` An earlier record was given up then: ${recovered.why}.`;
  const text = `Adopted at genesis, begun by ${by}, as it stood on main. No approval of it is recorded here.${again}`;
  return { at, event: "adopted at genesis", text, links: commitLink(commit, links) };
}
function sentence(event) {
  switch (event.event) {
    case "requested":
      return event.requester === null ? `Requested in ${event.pull}.` : `Requested by ${event.requester} in ${event.pull}.`;
    case "approved":
      return approved(event);
    case "reduced":
      return `Reduced${event.pull === null ? " by a push to main, without a pull request" : ` in ${event.pull}`}: ${ended(event.what)} That only takes access away, so it needed no approval.`;
    case "issued":
    case "extended":
    case "shortened":
    case "updated":
      return given(event);
    case "failed":
      return `Could not be done (${event.action} in ${event.system}): ${ended(event.why)}`;
    case "held":
    case "refused": {
      const what = event.event === "held" ? "Held back" : "Refused";
      const which = event.pull === null ? `in ${event.system}` : `as ${event.pull} brought it`;
      return `${what} ${which} (${event.code}): ${ended(event.why)}`;
    }
    case "ended":
      return `Ended early: ${ended(event.why)}`;
    case "revoked":
      return `${event.observed ? "Found revoked" : "Revoked"} from ${event.principal} in ${event.system}: ${ended(event.why)} A session that was open then may have lasted until ${event.sessionsUntil}.`;
    case "saved":
      if (event.saved === NOTHING_KEPT)
        return `To be taken away from ${event.principal} in ${event.system}, and can’t be put back: ${ended(event.item)}`;
      return `Saved as ${event.id}, to be taken away from ${event.principal} in ${event.system}: ${ended(event.item)}`;
    case "discovered":
      return `Found outside on ${event.principal}: ${list(event.items.map(({ what, firstSeen, by }) => `${what} (first seen ${firstSeen}, made by ${by})`))}.`;
    case "adopted":
      return `Adopted: ${event.into} gives just ${things(event.items)}, so the foreign form may go.`;
    case "tolerated":
      return `Tolerated until ${event.until}, and ${event.owner} answers for it: ${things(event.items)}.`;
    case "declined":
      return `Declined: ${event.person} (${event.login}) closed ${event.pull} as ${event.as} at ${event.closed}, which decides to take away ${things(event.items)}.`;
    case "restored":
      return `Stands again, as its approved file allows: ${things(event.items)}.`;
    case "suspended":
    case "reinstated":
      return `${upper(event.event)}: ${ended(event.why)}`;
    case "transferred":
      return transferred(event);
    case "reviewed":
      return `Reviewed by ${event.review} in ${event.pull}: ${event.verdict}. That covers what began from ${event.from} until ${event.until}.`;
    case "used":
      return used(event);
    case "genesis":
    case "sealed":
    case "started":
    case "finished":
    case "heartbeat":
    default:
      return `${upper(event.event)}.`;
  }
}
function approved({ approvals, pull, blob }) {
  const what = blob === null || blob === "" ? "The deletion was approved" : "Approved";
  const people = approvals.map(
    ({ person, login, as, at, commit, review }) => `${person} (${login}) said yes ${as === "consent" ? "as the other side" : `as ${as}`} at ${at} on commit ${commit.slice(0, 12)}, review ${review}`
  );
  return people.length === 0 ? `${what} in ${pull}, and nobody is named.` : `${what} in ${pull}: ${people.join("; ")}.`;
}
function transferred({ from, to, consents }) {
  const agreed = consents.map(
    ({ person, by }) => `${person} ${by === "review" ? "by a review" : "by opening the request or pushing to it"}`
  );
  const who = agreed.length > 0 ? `Agreed to by ${agreed.join(", ")}` : "Governance alone decided";
  return `The workload went from ${from} to ${to}. ${who}.`;
}
function used(event) {
  const { system, principal, from, until, uses, changes, cut, unread } = event;
  const [first, last] = [uses[0], uses.at(-1)];
  const often = first && last ? `${count(uses.length, "time")}, first at ${first.at}, last at ${last.at}` : "not once";
  const more = cut ? " There was more than is told." : "";
  const gaps = unread.length === 0 ? "" : ` Could not be read: ${ended(unread.join("; "))}`;
  return `What ${system} tells of ${principal} from ${from} until ${until}: taken up ${often}; ${count(changes.length, "change")}.${more}${gaps}`;
}
function count(number, what) {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
var GIVEN = {
  issued: "Issued to",
  extended: "Extended for",
  shortened: "Shortened for",
  updated: "Updated for"
};
function given(event) {
  const { principal, system, account, from, until, enforcement, observed, drift } = event;
  const what = observed ? "Found issued already to" : GIVEN[event.event];
  const real = account === "" || account === system ? "" : ` (account ${account})`;
  const start = from === null ? "" : ` from ${from}`;
  const end = readInstant(until, "end");
  const who = enforcement === "target" ? "The system’s own policy ends it then." : "Only a run of Grantbook ends it then.";
  const again = drift === void 0 ? "" : ` It was put back: ${ended(drift)}`;
  return `${what} ${principal} in ${system}${real}${start} until ${end === null ? until : writeInstant(end)}. ${who}${again}`;
}
function linksOf(event, links) {
  const pull = "pull" in event && event.pull !== null ? pullLink(event.pull, links) : [];
  const landed = event.event === "approved" || event.event === "reduced" || event.event === "refused" || event.event === "held";
  return [...pull, ...landed ? commitLink(event.commit, links) : []];
}
function pullLink(pull, { server }) {
  const match = /^([A-Za-z0-9-]+\/[A-Za-z0-9._-]+)#([1-9]\d*)$/u.exec(pull);
  return match ? [`${server}/${match[1]}/pull/${match[2]}`] : [];
}
function commitLink(commit, { server, repository }) {
  return commit === null || repository === null ? [] : [`${server}/${repository}/commit/${commit}`];
}
function things(items) {
  return list(items.map(({ id }) => id));
}
function list(texts) {
  return few(texts, FEW, { between: "; " });
}
var FEW = 10;
function ended(text) {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}
function upper(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

// src/io/git/audit-grants.ts
async function listRecord(root, head, main) {
  const firsts = await runGit(root, ["rev-list", "--max-parents=0", "--first-parent", head, "--"]);
  const first = firsts.toString("latin1").split("\n")[0] ?? head;
  const [now, then, tip] = await Promise.all([
    wholeTree(root, head),
    wholeTree(root, first),
    main === null ? new Listing(Buffer.alloc(0)) : treeListing(root, main)
  ]);
  return { head: now, first: then, main: tip };
}
function grantsOf({ head, main }, subject) {
  const paths = /* @__PURE__ */ new Set();
  for (const path of [...head.entries.keys(), ...main.entries.keys()]) {
    const file = governedPath(path);
    const identity = file === null ? null : identify(file);
    const ours = identity?.kind === "grant" || identity?.kind === "emergency";
    if (file !== null && ours && identity.subject === subject) paths.add(file);
  }
  return [...paths].toSorted();
}
async function readWorkloadEvents(root, { head }, workload) {
  const paths = [...head.entries.keys()].filter((path) => {
    const identity = identify(fileOfEvents(path) ?? "");
    return identity?.kind === "workload" && identity.id === workload;
  });
  return [...(await readTexts(root, head, paths)).values()];
}
function namesIn({ head, main }) {
  const subjects = /* @__PURE__ */ new Set();
  const entitlements = /* @__PURE__ */ new Set();
  for (const path of [...head.entries.keys(), ...main.entries.keys()]) {
    const file = governedPath(path);
    const identity = file === null ? null : identify(file);
    if (identity?.kind === "person" || identity?.kind === "workload") subjects.add(identity.id);
    if (identity?.kind === "entitlement") entitlements.add(`${identity.system}/${identity.id}`);
    if (identity?.kind === "grant" || identity?.kind === "emergency") {
      subjects.add(identity.subject);
      entitlements.add(`${identity.system}/${identity.entitlement}`);
    }
  }
  return { subjects, entitlements };
}
async function readGrants(root, { head, first, main }, paths) {
  const texts = await readTexts(
    root,
    head,
    paths.map((path) => `events/${path}.jsonl`)
  );
  return paths.map((grant) => ({
    grant,
    text: texts.get(`events/${grant}.jsonl`) ?? null,
    genesis: first.entries.get(`approved/${grant}`)?.blob ?? null,
    approved: head.entries.get(`approved/${grant}`)?.blob ?? null,
    main: main.entries.get(grant)?.blob ?? null
  }));
}
async function readTexts(root, tree, paths) {
  const reader = new ObjectReader(root, "blob", LARGEST_EVENTS);
  try {
    const wanted = paths.flatMap((path) => {
      const blob = tree.entries.get(path)?.blob;
      return blob ? [[path, blob]] : [];
    });
    const bytes = await reader.read(wanted.map(([, blob]) => blob));
    return new Map(wanted.map(([path, blob]) => [path, bytes.get(blob)?.toString("utf8") ?? "?"]));
  } finally {
    reader.close();
  }
}
function governedPath(path) {
  if (path.startsWith("approved/")) return path.slice("approved/".length);
  return path.startsWith("events/") ? fileOfEvents(path) : path;
}
async function wholeTree(root, commit) {
  return new Listing(await runGit(root, ["ls-tree", "-r", "-z", "--full-tree", commit]));
}

// src/render/explain-json.ts
function renderExplainJson({ grants }) {
  const document = {
    format: 1,
    ok: true,
    grants: grants.map(({ grant, state, events }) => ({
      grant,
      state,
      events: events.map(({ at, event, text, links }) => ({
        at: at === "" ? null : at,
        event,
        text,
        links: [...links]
      }))
    }))
  };
  return renderJson(document);
}

// src/render/explain-text.ts
function renderExplainText({ subject, entitlement, grants }) {
  if (grants.length === 0) {
    const what = entitlement === null ? "any grant" : entitlement;
    return `${logLine(`${subject} never asked for ${what}, as far as main and the record tell.`)}
`;
  }
  const blocks = grants.map(({ grant, summary, events }) => [
    logLine(grant),
    `  ${logLine(summary)}`,
    ...events.flatMap(({ at, text, links }) => [
      "",
      `  ${logLine(at)}  ${logLine(text)}`,
      ...links.map((link) => `${" ".repeat(24)}${logLine(link)}`)
    ])
  ]);
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}
`;
}

// src/commands/explain.ts
var command = {
  formats: ["text", "json"],
  example: "npx grantbook explain alice aws-prod/billing-read",
  describe: (c) => {
    c.argument("<subject>", "id of a person or workload; or the file of access found outside").argument("[entitlement]", "system and entitlement: aws-prod/billing-read").option("--evidence <ref>", "the branch to read; otherwise the fetched one, else this repository’s own");
  },
  run: async (args, options, common, io) => {
    const [subject, entitlement, ...more] = args;
    if (subject === void 0 || more.length > 0)
      throw new UsageError(
        "explain takes a subject and, if wanted, a system and entitlement: alice aws-prod/billing-read."
      );
    const named = options["evidence"];
    const view = await explain(
      subject,
      entitlement ?? null,
      typeof named === "string" ? named : null,
      common,
      io
    );
    io.out(common.format === "json" ? renderExplainJson(view) : renderExplainText(view));
    return 0;
  }
};
async function explain(subject, entitlement, named, { root, now }, io) {
  await requireRepository(root);
  const head = await evidenceHead(root, named);
  if (head === null)
    throw new UnableError(
      'There is no branch "evidence" here, so nothing can be explained. Fetch it: git fetch origin evidence:refs/remotes/origin/evidence.'
    );
  const record = await listRecord(root, head, await mainTip(root));
  const isFile = identify(subject)?.kind === "out-of-band";
  if (isFile) demandFile(record, subject);
  else demandNames(record, subject, entitlement);
  const all = isFile ? [subject] : grantsOf(record, subject);
  const paths = entitlement === null ? all : all.filter((path) => path.includes(`/${entitlement}/`));
  const [grants, handed, genesis, repository] = await Promise.all([
    readGrants(root, record, paths),
    readHandovers(root, record, subject),
    readGenesis(root, record),
    readRepository(root, record)
  ]);
  const links = { server: serverOf(io), repository };
  return {
    subject,
    entitlement,
    grants: grants.map((grant) => {
      const found = isFile ? outsideStory(grant) : null;
      if (found) return shown(found, found.summary, null, links);
      return shownGrant(withHandovers(storyOf(grant, now), handed), genesis, links, now);
    })
  };
}
function demandNames(record, subject, entitlement) {
  const { subjects, entitlements } = namesIn(record);
  if (!subjects.has(subject)) throw unknown("person or workload", subject, subjects);
  if (entitlement !== null && !entitlements.has(entitlement))
    throw unknown("entitlement", entitlement, entitlements);
}
function unknown(what, name, known) {
  const near = nearest(name, known);
  const hint = near === null ? "" : ` Did you mean ${quote(near)}?`;
  return new UsageError(`${quote(plain(name))} is no ${what} that main or the record knows.${hint}`);
}
function demandFile({ head, main }, path) {
  if (head.entries.has(eventsPath(path)) || main.entries.has(path)) return;
  throw new UsageError(`Neither main nor the record knows ${quote(plain(path))}.`);
}
function shownGrant(story, genesis, links, now) {
  return shown(story, `${summaryOf(story, now)}${reviewState(story, now)}`, genesis, links);
}
function shown(story, summary, genesis, links) {
  const { grant, state, events, adopted, bad } = story;
  const told = [
    ...adopted && genesis ? [tellAdopted(genesis, links)] : [],
    ...events.map((event) => tell(event, links))
  ];
  if (state === "unjudged")
    told.push({
      at: "",
      event: "not judged yet",
      text: "It stands on main in a form that no run has judged.",
      links: []
    });
  const damaged = bad === null ? "" : ` Line ${bad} of its events can’t be read: run grantbook audit.`;
  return { grant, state, summary: `${summary}${damaged}`, events: told };
}
function reviewState({ uses }, now) {
  const last = uses.at(-1);
  if (!last || last.until > now) return "";
  return last.review === null ? " It has not been reviewed yet." : ` Reviewed: ${last.review.verdict}.`;
}
function summaryOf({ state, until, events }, now) {
  const end = until === null ? null : writeInstant(until);
  const last = events.findLast(
    ({ event }) => event === "revoked" || event === "issued" || event === "extended"
  );
  switch (state) {
    case "active":
      return `Active until ${end ?? "an unknown end"}.`;
    case "ended":
      if (end === null) return "Ended; nothing was ever issued for it.";
      return last?.event === "revoked" || until !== null && until > now ? `Ended: revoked at ${events.findLast(({ event }) => event === "revoked")?.at ?? "an unknown instant"}.` : `Ended at ${end}; its removal is not recorded yet.`;
    case "waiting":
      return end === null ? "Approved; nothing has been issued yet." : "Approved; nothing stands now.";
    case "refused":
    case "held": {
      const why = events.findLast(({ event }) => event === state);
      const reason = why && "why" in why ? why.why : "";
      return `${state === "refused" ? "Refused" : "Held back"}, so nothing stands: ${reason}`;
    }
    case "unjudged":
    default:
      return "It stands on main, and no run has judged it yet: nothing was issued for that form.";
  }
}
async function readHandovers(root, record, subject) {
  const texts = await readWorkloadEvents(root, record, subject);
  return texts.flatMap((text) => readLines(text).events.filter(({ event }) => event === "transferred"));
}
function withHandovers(story, handed) {
  const { events, adopted } = story;
  const start = adopted ? "" : events[0]?.at;
  const own = start === void 0 ? [] : handed.filter(({ at }) => at >= start);
  return {
    ...story,
    events: [...events, ...own].toSorted((a, b) => a.at < b.at ? -1 : a.at > b.at ? 1 : 0)
  };
}
async function readGenesis(root, { first }) {
  const runs = [...first.entries.keys()].filter((path) => path.startsWith("runs/"));
  for (const text of (await readTexts(root, first, runs)).values()) {
    const found = readLines(text).events.find((one) => one.event === "genesis");
    if (found) return found;
  }
  return null;
}
async function readRepository(root, { head }) {
  const path = `approved/${SETTINGS_PATH}`;
  const text = (await readTexts(root, head, [path])).get(path);
  const book = text === void 0 ? null : readAlone(SETTINGS_PATH, "0".repeat(40), Buffer.from(text));
  return book?.settings?.data.repository ?? null;
}
function serverOf({ environment }) {
  const given2 = environment["GITHUB_SERVER_URL"] ?? "";
  return /^https?:\/\/[^\s"'<>]+$/u.test(given2) ? given2.replace(/\/+$/u, "") : "https://github.com";
}
export {
  command
};
