import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  fileText
} from "./chunk-MVPIRAFH.js";
import {
  heldThrough
} from "./chunk-QN7TQA4A.js";
import {
  approversInWords,
  endFault,
  endOption,
  judgeProposed,
  openOne,
  openStand,
  quotation,
  requireEntitlement,
  requirePerson,
  requireSubject,
  showFile,
  startOption,
  table,
  tellFindings,
  tellOpened,
  tellRefused,
  ticketInMarkdown,
  withGrantsOf,
  writeEnd
} from "./chunk-GHHY6YFJ.js";
import "./chunk-CYZ3JUGJ.js";
import "./chunk-KUJFMKPZ.js";
import {
  keepersOf
} from "./chunk-NRQEAVVL.js";
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
import {
  filesNamed
} from "./chunk-XOQACSSO.js";
import "./chunk-IGNZ6A6A.js";
import {
  plural
} from "./chunk-WYQIDMMK.js";
import "./chunk-E3WPCVQO.js";
import "./chunk-XJ3N3HV6.js";
import {
  logLine,
  markdownCode,
  markdownText,
  plainLine
} from "./chunk-BLCINO24.js";
import {
  lastDay
} from "./chunk-JNKSRDXZ.js";
import "./chunk-PAQVOTRO.js";
import {
  effectiveWindow
} from "./chunk-OZMHDLSL.js";
import "./chunk-5W4AJTQR.js";
import {
  readDuration,
  resolveEntitlement,
  writeDuration
} from "./chunk-36TRDHQL.js";
import {
  identify
} from "./chunk-VMXOJ7C2.js";
import "./chunk-S46JKJER.js";
import "./chunk-6NH42UTN.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-BBVGU6PE.js";
import "./chunk-3PMDYGTO.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-APARWUT7.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import {
  writeInstant
} from "./chunk-EZMMBTZM.js";
import "./chunk-XCNTR6TK.js";

// src/compose/grant-file.ts
function grantPath({
  entitlement,
  subject,
  incident
}) {
  return `grants/${incident === null ? "systems" : "emergency"}/${entitlement}/${subject}.yaml`;
}
function grantFile(asked) {
  const path = grantPath(asked);
  const text = fileText(asked.incident === null ? "grant" : "emergency", path, [
    ["reason", asked.reason],
    ["starts", asked.starts ?? void 0],
    ["expires", asked.expires],
    ["ticket", asked.ticket ?? void 0],
    ["requester", asked.requester ?? void 0],
    ["task", asked.task ?? void 0],
    ["incident", asked.incident ?? void 0]
  ]);
  return { path, text };
}

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
  const text = (name) => {
    const value = options[name];
    if (typeof value !== "string") return null;
    if (value.trim() === "") throw new UsageError(`--${name} is empty. Say what it is, or leave it out.`);
    return value;
  };
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

// src/commands/request.ts
var command = requestCommand(openTerminal);
function requestCommand(openPrompts) {
  return {
    formats: ["text", "json"],
    example: 'npx grantbook request --subject alice --entitlement aws-prod/billing-read --expires 14d --reason "Month-end reconciliation" --ticket OPS-4711',
    describe: (c) => {
      c.option("--subject <id>", "person or workload that shall hold it").option("--entitlement <system/id>", "what").option("--expires <end>", "a day, an instant, or how long from its start: 8h, 14d").option("--reason <text>", "why").option("--ticket <ticket>", "where it was agreed, if the risk asks for it").option("--starts <start>", "a day or an instant (default: at once)").option(
        "--requester <person>",
        "who asks (default: whose token this is, where the file must name somebody)"
      ).option("--task <url>", "for a workload: what it is needed for").option("--emergency <incident>", "break the glass: at once, short, reviewed afterwards").option("--yes", "open it without asking once more");
    },
    run: async (_, options, common, io) => {
      const wish = wishOf(options);
      const prompts = await openPrompts(common, io);
      if (prompts === null && !wish.yes)
        throw new UsageError(
          "There is no terminal to ask on whether to open the pull request. Give --yes to open it without asking."
        );
      const stand = await openStand(common, io);
      try {
        return await request(
          stand,
          await complete(stand, wish, prompts),
          wish.yes ? null : prompts,
          common,
          io
        );
      } finally {
        stand.source.close();
      }
    }
  };
}
async function request(given, wanted, prompts, common, io) {
  const { asked, entitlement, subject, from, end } = wanted;
  const stand = await withGrantsOf(given, [asked.subject]);
  const { path, text } = grantFile(asked);
  const document = (told) => ({ ...told, path });
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
  const title = requestTitle(view);
  const opened = await openOne(stand, {
    branch: branchOf(asked.entitlement, asked.subject, asked.incident !== null),
    title,
    body: requestBody(view),
    // Nobody's words: a commit's message can tell GitHub what to do.
    message: title,
    files: [{ path, text }]
  });
  return tellOpened(opened, stand, common, io, document);
}
function branchOf(entitlement, subject, emergency) {
  return `${emergency ? "emergency" : "request"}/${entitlement}/${subject}`;
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
export {
  command,
  requestCommand
};
