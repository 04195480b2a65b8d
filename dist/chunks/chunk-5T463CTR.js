import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  readEnd
} from "./chunk-YHZX6YIS.js";
import {
  renderFindingsText
} from "./chunk-UYUGPXMW.js";
import {
  mayColour
} from "./chunk-YKKTXZ7K.js";
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import {
  logLine
} from "./chunk-BLCINO24.js";
import {
  UsageError
} from "./chunk-KCC7W5OC.js";
import {
  quote
} from "./chunk-F7BA4QXU.js";
import {
  readInstant,
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/commands/steps/propose/dates.ts
function endOption(option, given, from, now) {
  const fault = endFault(given, from, now);
  const end = readEnd(given.trim(), from);
  if (fault === null && end) return end;
  throw new UsageError(`${option} ${quote(given)}: ${fault ?? FORMS}`);
}
function endFault(given, from, now) {
  const end = readEnd(given.trim(), from);
  if (!end) return FORMS;
  return end.at > now ? null : `that is over already (${writeInstant(end.at)}).`;
}
var FORMS = "it must be a day that exists (2026-12-14: to its end in UTC), an instant (2026-12-14T18:00:00Z) or a duration (8h, 14d).";
function startOption(option, given) {
  const at = readInstant(given, "start");
  if (at !== null) return at;
  throw new UsageError(
    `${option} ${quote(given)}: it must be a day that exists (2026-12-01: from 00:00 UTC) or an instant (2026-12-01T08:00:00Z).`
  );
}
function lastDayOption(option, given) {
  const at = readInstant(given, "end");
  if (at !== null) return { text: given, at };
  throw new UsageError(
    `${option} ${quote(given)}: it must be a day that exists (2027-03-31: to its end in UTC) or an instant (2027-03-31T18:00:00Z).`
  );
}

// src/commands/steps/propose/tell.ts
function tellOpened(opened, { repository }, common, io, document) {
  const { pull, branch, why } = opened;
  const link = `${repository}/pull/${pull}`;
  if (why !== null) io.err(`error: ${logLine(`No pull request was opened: ${why}. See ${link}`)}
`);
  if (common.format === "json") io.out(renderJson(document({ format: 1, ok: why === null, branch, pull })));
  else if (why === null) io.out(`Opened #${pull}: ${logLine(link)}
`);
  return why === null ? 0 : 1;
}
function tellRefused(why, { format }, io, document) {
  io.err(`error: ${logLine(why)}
`);
  if (format === "json") io.out(renderJson(document({ format: 1, ok: false, branch: null, pull: null })));
  return 1;
}
function tellFindings(report, { format, quiet }, io) {
  const bad = report.counts.errors > 0;
  if (report.findings.length === 0 || quiet && !bad) return bad;
  const text = renderFindingsText(report, mayColour(io));
  if (format === "json") io.err(text);
  else io.out(text);
  return bad;
}
function showFile(path, text, { quiet }, io) {
  if (quiet) return;
  io.err(`
${logLine(path)}
`);
  for (const line of text.replace(/\n$/u, "").split("\n")) io.err(`  ${logLine(line)}
`);
  io.err("\n");
}

export {
  endOption,
  endFault,
  startOption,
  lastDayOption,
  tellOpened,
  tellRefused,
  tellFindings,
  showFile
};
