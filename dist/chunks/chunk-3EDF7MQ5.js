import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  DAY,
  readDuration
} from "./chunk-7FEDJEB3.js";

// src/nightly/inventory.ts
function holdersOf(book, system, principalOf) {
  const found = /* @__PURE__ */ new Map();
  const take = (kind, id, accounts) => {
    const account = accounts && Object.hasOwn(accounts, system) ? accounts[system] : void 0;
    const principal = account === void 0 ? null : principalOf(account);
    if (principal !== null) found.set(principal, { kind, id });
  };
  for (const [id, { data }] of book.people) take("person", id, data.accounts);
  for (const [id, { data }] of book.workloads) take("workload", id, data.accounts);
  return found;
}
function inventoryOf(found, holders, keyAge, now) {
  const all = found.flatMap(({ name, items }) => {
    const holder = holders.get(name) ?? null;
    const keys = items.filter(({ id }) => id.startsWith("key:"));
    const noFactor = items.some(({ id }) => id === "mfa-missing");
    return items.flatMap(({ id, what, since, lastUsed }) => {
      if (!id.startsWith("key:") && id !== "login") return [];
      const fault = id === "login" ? noFactor && "no second factor" : keyFault({ since, what, used: lastUsed, keys: keys.length, keyAge, now });
      const faults = [holder ? null : "nobody’s", fault].filter((one) => typeof one === "string");
      return [
        {
          name,
          holder,
          what,
          since,
          used: usedAt(lastUsed, now),
          fault: faults.length > 0 ? faults.join(", ") : null
        }
      ];
    });
  });
  return all.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
function keyFault({ since, what, used, keys, keyAge, now }) {
  if (since === null) return "of unknown age";
  if (now - since > keyAge) return "too old";
  if (what.includes(", inactive")) return "inactive: delete it";
  if (used === null && now - since > MONTH) return "never used";
  return keys > 1 && now - since > MONTH ? "one of two for more than a month" : null;
}
var MONTH = 30 * DAY;
function usedAt(lastUsed, now) {
  if (lastUsed === null) return "never, or not told";
  return now - lastUsed > 3 * MONTH ? "months ago" : "lately";
}
function rank({ fault, holder }) {
  return (fault === null ? 2 : 0) + (holder?.kind === "workload" ? 0 : 1);
}

// src/commands/steps/nightly/inventory-in.ts
function inventoryIn(system, { core, context }, { book, settings, now }, found) {
  const holders = holdersOf(
    book,
    system,
    (account) => core.checkAccount(account, context).length > 0 ? null : core.principalOf(account)
  );
  const credentials = inventoryOf(found, holders, readDuration(settings.keys.maxAge) ?? 0, now);
  const workloads = new Set(
    credentials.flatMap(({ holder }) => holder?.kind === "workload" ? [holder.id] : [])
  );
  const ways = [...workloads].toSorted().flatMap((id) => {
    const runs = book.workloads.get(id)?.data.runs;
    return runs && core.shortLived ? [[id, core.shortLived(runs, context)]] : [];
  });
  return { credentials, ways: new Map(ways) };
}

export {
  inventoryIn
};
