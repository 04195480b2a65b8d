import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/compose/adoption.ts
function adoptables({ items }, book, { core, context }) {
  const own = [...book.entitlements.values()].filter(
    ({ system, data }) => system === context.id && data.includes === void 0 && data.target !== void 0 && core.checkTarget(data.target, context).length === 0
  );
  return items.map((item) => {
    const target = readTarget(item.gives, core, context);
    const fit = target === null ? [] : own.filter(({ data }) => core.sameTarget(data.target, target));
    return { item, target, entitlements: fit.toSorted((a, b) => a.name < b.name ? -1 : 1) };
  });
}
function subjectsOf(principal, book, { core, context }) {
  return [...book.people.values(), ...book.workloads.values()].filter(({ data: { accounts } }) => {
    const account = accounts && Object.hasOwn(accounts, context.id) ? accounts[context.id] : void 0;
    if (account === void 0 || core.checkAccount(account, context).length > 0) return false;
    return core.arnOf(account, context) === principal;
  }).map(({ id }) => id).toSorted();
}
function readTarget(gives, core, context) {
  if (gives === void 0) return null;
  try {
    const target = JSON.parse(gives);
    return core.checkTarget(target, context).length === 0 ? target : null;
  } catch {
    return null;
  }
}

export {
  adoptables,
  subjectsOf
};
