import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  append
} from "./chunk-LZOWS2TE.js";
import {
  DAY,
  readDuration
} from "./chunk-7FEDJEB3.js";
import {
  readInstant,
  writeInstant
} from "./chunk-3ZSDZPIB.js";

// src/nightly/outside.ts
import { createHash } from "node:crypto";
function outsidePath(system, { kind, name, principal }) {
  const last = name.slice(name.lastIndexOf("/") + 1).toLowerCase();
  const slug = last.replaceAll(/[^a-z0-9]+/gu, "-").replaceAll(/^-+|-+$/gu, "");
  const hash = createHash("sha256").update(principal).digest("hex").slice(0, 8);
  return `grants/out-of-band/${system}/${kind}.${slug === "" ? "x" : slug.slice(0, 40)}-${hash}.yaml`;
}
function worthDeciding(principal, hasFile, keyAge, now) {
  const items = principal.items.filter(({ id, since }) => {
    if (!hasFile) return true;
    if (id === "login") return false;
    return !id.startsWith("key:") || since === null || now - since > keyAge;
  });
  return items.length === 0 ? null : { ...principal, items };
}
function sight(system, principal, { before, elsewhere }, now) {
  const seen = [];
  const fresh = [];
  for (const item of principal.items) {
    const exact = before.find(({ id, digest }) => id === item.id && digest === item.digest);
    const earlier = [...before, ...elsewhere].filter(
      ({ id, digest }) => id === item.id || digest === item.digest
    );
    const firstSeen = Math.min(now, ...earlier.map((one2) => one2.firstSeen));
    const one = exact ? { ...exact, firstSeen } : seenNow(item, firstSeen);
    seen.push(one);
    if (!exact) fresh.push(one);
  }
  return { path: outsidePath(system, principal), principal, seen, fresh };
}
function sightAll(system, found, ledger, now) {
  const paths = pathsByPrincipal(ledger);
  const there = new Set(found.map((principal) => outsidePath(system, principal)));
  return found.map((principal) => {
    const path = outsidePath(system, principal);
    const others = principal.principalId === null ? vanished(system, principal, there, ledger) : paths.get(principal.principalId) ?? [];
    const elsewhere = others.flatMap((other) => other === path ? [] : ledger.discovered.get(other) ?? []);
    return sight(system, principal, { before: ledger.discovered.get(path) ?? [], elsewhere }, now);
  });
}
function pathsByPrincipal({ outside }) {
  const paths = /* @__PURE__ */ new Map();
  for (const [path, { principals }] of outside) for (const id of principals) append(paths, id, path);
  return paths;
}
function vanished(system, { kind }, there, { discovered }) {
  const start = `grants/out-of-band/${system}/${kind}.`;
  return [...discovered.keys()].filter((path) => path.startsWith(start) && !there.has(path));
}
function seenNow({ id, what, by, lastUsed, digest }, firstSeen) {
  return { id, what, firstSeen, by: by ?? "unknown", lastUsed, digest };
}
function withoutItems(sighting, gone) {
  const { principal, seen, fresh } = sighting;
  const stays = ({ id }) => !gone.has(id);
  const items = gone.has("principal") ? [] : principal.items.filter(stays);
  if (items.length === 0) return null;
  return {
    ...sighting,
    principal: { ...principal, items },
    seen: seen.filter(stays),
    fresh: fresh.filter(stays)
  };
}
function endOfDay(at) {
  return Math.ceil(at / DAY) * DAY;
}
function outsideFile({ principal, seen }, file, expiresAfter) {
  const same = file !== null && file.data.items.length === seen.length && seen.every(({ id, digest }) => file.data.items.some((one) => one.id === id && one.digest === digest));
  const due = endOfDay(
    Math.min(...seen.map(({ firstSeen }) => firstSeen)) + (readDuration(expiresAfter) ?? 0)
  );
  const decided = same ? file.data : null;
  const lines = [
    "# yaml-language-server: $schema=../../../schemas/out-of-band.schema.json",
    '# Written by Grantbook. Decide with "decision", "owner", "reason" and, to tolerate it, "expires".',
    `principal: ${quoted(principal.principal)}`,
    "items:",
    ...seen.map((one, index) => itemText(one, principal.items[index]?.gives ?? null)),
    `expires: ${decided?.expires ?? writeInstant(due - DAY).slice(0, 10)}`,
    `decision: ${decided?.decision ?? "undecided"}`,
    ...decided?.owner === void 0 ? [] : [`owner: ${decided.owner}`],
    ...decided?.reason === void 0 ? [] : [`reason: ${quoted(decided.reason)}`]
  ];
  return `${lines.join("\n")}
`;
}
function itemText({ id, what, firstSeen, by, lastUsed, digest }, gives) {
  const target = gives === null ? "" : JSON.stringify(gives);
  const lines = [
    `id: ${quoted(id)}`,
    `what: ${quoted(what)}`,
    `firstSeen: ${writeInstant(firstSeen)}`,
    `by: ${quoted(by)}`,
    `lastUsed: ${lastUsed === null ? "null" : writeInstant(lastUsed)}`,
    `digest: ${quoted(digest)}`,
    ...target === "" || target.length > LONGEST_TARGET ? [] : [`gives: ${quoted(target)}`]
  ];
  return `  - ${lines.join("\n    ")}`;
}
var LONGEST_TARGET = 8e3;
function quoted(text) {
  return JSON.stringify(text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, "�"));
}
function settled({ book, ledger, now }, system, sightings) {
  const there = new Set(sightings.map(({ path }) => path));
  return [...book.outOfBand.values()].flatMap((entry) => {
    const { path, data } = entry;
    if (entry.system !== system || there.has(path)) return [];
    const until = data.decision === "tolerate" ? readInstant(data.expires, "end") ?? 0 : 0;
    return until > now && isAwaited(data, path, ledger) ? [] : [path];
  });
}
function isAwaited({ items }, path, { outside, moved }) {
  const taken = outside.get(path)?.taken;
  const approved = moved.get(path)?.approved ?? -Infinity;
  return items.some(({ id }) => (taken?.get(id) ?? Infinity) <= approved);
}
function goneSince(system, found, { outside }) {
  const there = new Set(
    found.flatMap(
      (each) => each.items.flatMap(({ id }) => [
        `${outsidePath(system, each)} ${id}`,
        `${each.principalId ?? ""} ${id}`
      ])
    )
  );
  const folder = `grants/out-of-band/${system}/`;
  return [...outside].flatMap(
    ([path, { pending, principals }]) => path.startsWith(folder) ? [...pending].flatMap(
      ([item, principal]) => [path, ...principals].some((name) => there.has(`${name} ${item}`)) ? [] : [{ path, principal, item }]
    ) : []
  );
}

// src/compose/import/parts.ts
import { createHash as createHash2 } from "node:crypto";
var MOST_FILES = 1e3;
function partsOf(all, isCritical, most = MOST_FILES) {
  const topics = /* @__PURE__ */ new Map();
  for (const { file, thing } of all) {
    if (file === null) continue;
    const topic = topicOf(thing, isCritical(thing));
    const known = topics.get(topic);
    if (known) known.push({ file, thing });
    else topics.set(topic, [{ file, thing }]);
  }
  return ORDER.flatMap((topic) => split(topic, topics.get(topic) ?? [], most));
}
var ORDER = ["subjects", "entitlements", "critical-entitlements", "grants"];
function topicOf({ what }, isCritical) {
  if (what === "grant") return "grants";
  if (what === "entitlement") return isCritical ? "critical-entitlements" : "entitlements";
  return "subjects";
}
function split(topic, all, most) {
  const sorted = all.toSorted((a, b) => a.file.path < b.file.path ? -1 : 1);
  const of = Math.ceil(sorted.length / most);
  return Array.from({ length: of }, (_, index) => {
    const chosen = sorted.slice(index * most, (index + 1) * most);
    const files = chosen.map(({ file }) => file);
    const things = chosen.map(({ thing }) => thing);
    return { topic, number: index + 1, of, files, things, mark: markOf(files) };
  });
}
function markOf(files) {
  return createHash2("sha256").update(files.map(({ path }) => path).join("\n")).digest("hex").slice(0, 8);
}

export {
  outsidePath,
  worthDeciding,
  sightAll,
  withoutItems,
  endOfDay,
  outsideFile,
  settled,
  goneSince,
  MOST_FILES,
  partsOf
};
