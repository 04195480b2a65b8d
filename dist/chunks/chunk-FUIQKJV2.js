import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  optionText
} from "./chunk-DDYLC3KM.js";
import {
  endFault,
  endOption,
  showFile,
  startOption,
  tellFindings,
  tellOpened,
  tellRefused
} from "./chunk-5T463CTR.js";
import {
  grantFile,
  grantPath
} from "./chunk-BQZRFPVX.js";
import {
  judgeProposed,
  openOne,
  requireEntitlement,
  requirePerson,
  requireSubject,
  withGrantsOf,
  writeEnd
} from "./chunk-YHZX6YIS.js";
import {
  heldThrough
} from "./chunk-GC4JV3BB.js";
import {
  approversInWords,
  quotation,
  table,
  ticketInMarkdown
} from "./chunk-O4KV4J2N.js";
import {
  keepersOf
} from "./chunk-XJ4HLJBJ.js";
import {
  filesNamed
} from "./chunk-LUKRZIK5.js";
import {
  plural
} from "./chunk-WYQIDMMK.js";
import {
  logLine,
  markdownCode,
  markdownText,
  plainLine
} from "./chunk-BLCINO24.js";
import {
  lastDay
} from "./chunk-4OYDZ6UL.js";
import {
  effectiveWindow
} from "./chunk-33ENI5OL.js";
import {
  resolveEntitlement
} from "./chunk-L4AA6WMQ.js";
import {
  identify
} from "./chunk-LZOWS2TE.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import {
  readDuration,
  writeDuration
} from "./chunk-7FEDJEB3.js";
import {
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/render/propose/request.ts
function requestTitle({ asked, until }) {
  const { subject, entitlement, incident } = asked;
  const glass = incident === null ? "" : `Break-glass ${incident}: `;
  return `${glass}${entitlement} for ${subject} until ${writeInstant(until)}`;
}
function requestBody(view) {
  const { asked, entitlement, me } = view;
  const whom = asked.subject === me ? "" : ` for **${markdownText(asked.subject)}**`;
  return [
    `**${markdownText(me)}** asks for **${markdownText(asked.entitlement)}** (${markdownText(entitlement.data.title)})${whom}:`,
    quotation(asked.reason),
    ...table(["", ""], facts(view)),
    approvalSentence(view),
    "- **Approve and merge:** access is given by the next apply, and ends by itself.\n- **Close:** nothing changes."
  ].join("\n\n");
}
function facts({
  book,
  asked,
  entitlement,
  subject,
  from,
  until
}) {
  const { ticket, task, requester, incident } = asked;
  const named = subject.kind === "person" ? subject.entry.data.name : `workload: ${subject.entry.data.title}`;
  const risk = resolveEntitlement(book, entitlement.name)?.terms?.risk ?? entitlement.data.risk;
  return [
    ["who", `${markdownText(asked.subject)} (${markdownText(named)})`],
    ["what it allows", markdownText(entitlement.data.description.replaceAll(/\s+/gu, " "))],
    ["risk", risk],
    ["from", from === null ? "the next apply after the merge" : writeInstant(from)],
    ["until", writeInstant(until)],
    ...row("incident", incident === null ? null : markdownText(incident)),
    ...row("ticket", ticket === null ? null : ticketInMarkdown(ticket, book)),
    ...row("task", task === null ? null : markdownCode(task)),
    ...row("asked for by", requester === null ? null : markdownText(requester)),
    ["file", markdownCode(grantPath(asked))]
  ];
}
function row(key, value) {
  return value === null ? [] : [[key, value]];
}
function approvalSentence({ book, asked, entitlement }) {
  const { approvers, emergency } = entitlement.data;
  if (asked.incident !== null)
    return `One approval by somebody on call: ${approversInWords(emergency?.approvers ?? [])}. It is reviewed afterwards.`;
  const count = resolveEntitlement(book, entitlement.name)?.terms?.approvals ?? 1;
  return `It takes ${plural(count, "approval")}: ${approversInWords(approvers)}. The check on this pull request says who exactly.`;
}

// src/compose/limits.ts
function longest(book, entitlement, emergency) {
  if (!emergency) return resolveEntitlement(book, entitlement.name)?.terms?.maxDuration ?? null;
  const limits = [book.settings?.data.emergency.maxDuration, entitlement.data.emergency?.maxDuration];
  const known = limits.flatMap((text) => readDuration(text ?? "") ?? []);
  return known.length > 0 ? Math.min(...known) : null;
}

// src/commands/steps/propose/complete.ts
async function complete({ book, now, me }, wish, prompts) {
  const ask = new Asking(book, prompts);
  const subject = requireSubject(book, wish.subject ?? await ask.subject(me));
  const emergency = wish.emergency !== null;
  const entitlement = requireEntitlement(
    book,
    wish.entitlement ?? await ask.entitlement(subject, emergency)
  );
  const from = wish.starts === null ? null : startOption("--starts", wish.starts);
  const count = Math.max(from ?? now, now);
  const reason = wish.reason ?? await ask.reason();
  const end = await endOf(wish, ask, { book, entitlement, count, now });
  const { id } = subject.entry;
  const terms = resolveEntitlement(book, entitlement.name)?.terms;
  const ticket = wish.ticket ?? (!emergency && terms?.ticket === "required" ? await ask.ticket() : null);
  const task = wish.task ?? (subject.kind === "workload" ? await ask.task(id) : null);
  const requester = wish.requester === null ? null : requirePerson(book, wish.requester, "--requester ");
  return {
    asked: {
      subject: id,
      entitlement: entitlement.name,
      reason,
      starts: wish.starts,
      expires: end.text,
      ticket,
      requester: requester ?? (needsRequester(book, subject, me) ? me : null),
      task,
      incident: wish.emergency
    },
    entitlement,
    subject,
    from,
    end
  };
}
function needsRequester(book, { kind, entry }, me) {
  return kind === "person" ? entry.id !== me : !keepersOf(book, entry.id).includes(me);
}
async function endOf(wish, ask, { book, entitlement, count, now }) {
  if (wish.expires !== null) return endOption("--expires", wish.expires, count, now);
  const emergency = wish.emergency !== null;
  const limit = longest(book, entitlement, emergency);
  if (emergency && limit !== null) return { text: writeEnd(count + limit), at: count + limit };
  const latest = limit === null ? null : lastDay(count + limit, count);
  const about = limit === null ? "" : ` (at most ${writeDuration(limit)})`;
  const given = await ask.expires(about, latest, (answer) => endFault(answer, count, now));
  return endOption("--expires", given, count, now);
}
var Asking = class {
  #book;
  #prompts;
  constructor(book, prompts) {
    this.#book = book;
    this.#prompts = prompts;
  }
  subject(me) {
    const people = [...this.#book.people.values()].map(({ id, data }) => choice(id, data.name));
    const workloads = [...this.#book.workloads.values()].map(({ id, data }) => choice(id, data.title));
    return this.#must("subject").choose("For whom?", [...people, ...workloads].toSorted(byValue), me);
  }
  entitlement({ kind }, emergency) {
    const fit = [...this.#book.entitlements.values()].filter(
      ({ name, data }) => (!emergency || data.emergency !== void 0) && (resolveEntitlement(this.#book, name)?.terms?.subjects.has(kind) ?? true)
    );
    const choices = fit.map(
      ({ name, data }) => choice(name, `${data.title} · risk ${this.#risk(name) ?? data.risk}`)
    );
    const prompts = this.#must("entitlement");
    if (choices.length > 0) return prompts.choose("What?", choices.toSorted(byValue), null);
    throw new UsageError(
      emergency ? "No entitlement allows break-glass access." : `There is no entitlement that a ${kind} may hold.`
    );
  }
  #risk(name) {
    return resolveEntitlement(this.#book, name)?.terms?.risk;
  }
  reason() {
    return this.#must("reason").text("Why, in words that are understood a year from now?", null, longEnough);
  }
  expires(about, latest, check) {
    const judged = (answer) => answer === "" && latest !== null ? null : check(answer);
    return this.#must("expires").text(`Until when${about}? A day, or how long: 8h, 14d`, latest, judged);
  }
  async ticket() {
    if (!this.#prompts) return null;
    const pattern = this.#book.settings?.data.ticket.pattern ?? "";
    return this.#prompts.text(`In which ticket was it agreed (${plainLine(pattern)})?`, null, notEmpty);
  }
  async task(workload) {
    if (!this.#prompts) return null;
    return this.#prompts.text(
      `For which task of ${workload} (the link of its issue, pipeline or change)?`,
      null,
      notEmpty
    );
  }
  #must(option) {
    if (this.#prompts) return this.#prompts;
    throw new UsageError(
      `--${option} is missing, and there is no terminal to ask on. See grantbook request --help.`
    );
  }
};
var LEAST = 10;
function longEnough(answer) {
  const long = answer.replaceAll(/\s/gu, "").length >= LEAST;
  return long ? null : `At least ${LEAST} characters that aren’t blank.`;
}
function notEmpty(answer) {
  return answer.trim() === "" ? "It is needed here." : null;
}
function choice(value, about) {
  return { value, label: plainLine(`${value} · ${about}`) };
}
function byValue(a, b) {
  return a.value < b.value ? -1 : 1;
}

// src/commands/steps/propose/already-held.ts
function alreadyHeld({ book, source, now }, asked) {
  const path = grantPath(asked);
  if (book.invalid.has(path))
    return `${path} is there already, and can’t be read as it stands on the default branch. Have it mended first: grantbook validate says what is wrong.`;
  const kind = asked.incident === null ? "grant" : "emergency";
  for (const grant of book.grantsOfSubject.get(asked.subject) ?? []) {
    if (grant.kind !== kind || grant.name !== asked.entitlement) continue;
    const { window } = effectiveWindow(book, grant);
    if (window && window.until <= now && grant.path === path) continue;
    const what = `${asked.subject} ${(window?.from ?? now) > now ? "will hold" : "holds"} ${asked.entitlement} already`;
    const until = window ? `, until ${writeInstant(window.until)}` : "";
    return `${what}${until} (${grant.path}). To renew it: npx grantbook renew ${grant.path} --expires ${asked.expires}`;
  }
  const other = filesNamed(source.tree, `${asked.subject}.yaml`).find((file) => {
    const identity = identify(file.path);
    return file.path !== path && identity?.kind === kind && `${identity.system}/${identity.entitlement}` === asked.entitlement;
  });
  return other ? `${asked.subject} has a file for ${asked.entitlement} already: ${other.path}.` : null;
}

// src/commands/steps/propose/open-request.ts
async function openRequest(given, wanted, { branch, title: titleOf, body, document }, prompts, common, io) {
  const { asked, entitlement, subject, from, end } = wanted;
  const stand = await withGrantsOf(given, [asked.subject]);
  const { path, text } = grantFile(asked);
  const held = alreadyHeld(stand, asked);
  if (held !== null) return tellRefused(held, common, io, document);
  const { report } = await judgeProposed(stand, [{ path, text }], null);
  if (tellFindings(report, common, io))
    return tellRefused("No pull request was opened: see the errors.", common, io, document);
  noteBundle(stand, wanted, common, io);
  showFile(path, text, common, io);
  if (prompts && !await prompts.confirm("Open the pull request?"))
    return tellRefused("No pull request was opened.", common, io, document);
  const { book, me } = stand;
  const view = { book, asked, entitlement, subject, from, until: end.at, me };
  const title = titleOf(view);
  const opened = await openOne(stand, {
    branch,
    title,
    body: body(view),
    // Nobody's words: a commit's message can tell GitHub what to do.
    message: title,
    files: [{ path, text }]
  });
  return tellOpened(opened, stand, common, io, document);
}
function noteBundle({ book, now }, { asked }, { quiet }, io) {
  const bundle = heldThrough(book, asked.subject, asked.entitlement, now);
  if (!bundle || quiet) return;
  const until = bundle.until === null ? "" : ` until ${writeInstant(bundle.until)}`;
  io.err(
    `note: ${logLine(`${asked.subject} holds ${asked.entitlement} already, through ${bundle.grant.name}${until}.`)}
`
  );
}

// src/commands/steps/propose/terminal-prompts.ts
var SHOWN = 10;
var openTerminal = async ({ format }, io) => {
  const { out, err } = io.terminal;
  if (!out || !err || !process.stdin.isTTY || format !== "text") return null;
  return bind(await import("./dist-WJW5XBAS.js"), io);
};
function bind(clack, io) {
  const streams = { input: process.stdin, output: process.stderr, signal: io.signal };
  const answered = (answer) => {
    io.signal.throwIfAborted();
    if (clack.isCancel(answer)) throw new UnableError("Stopped. Nothing was opened.");
    return answer;
  };
  return {
    text: async (message, standard, check) => answered(
      await clack.text({
        ...streams,
        message,
        ...standard === null ? {} : { placeholder: standard, defaultValue: standard },
        validate: (answer) => check(answer ?? "") ?? void 0
      })
    ).trim(),
    choose: async (message, choices, standard) => answered(
      await clack.autocomplete({
        ...streams,
        message,
        options: [...choices],
        maxItems: SHOWN,
        completeOnTab: true,
        ...standard === null ? {} : { initialValue: standard }
      })
    ),
    confirm: async (message) => answered(await clack.confirm({ ...streams, message }))
  };
}

// src/commands/steps/propose/wish.ts
function wishOf(options) {
  const text = (name) => optionText(options, name);
  return {
    subject: text("subject"),
    entitlement: text("entitlement"),
    expires: text("expires"),
    reason: text("reason"),
    ticket: text("ticket"),
    starts: text("starts"),
    requester: text("requester"),
    task: text("task"),
    emergency: text("emergency"),
    yes: options["yes"] === true
  };
}

export {
  requestTitle,
  requestBody,
  complete,
  openRequest,
  openTerminal,
  wishOf
};
