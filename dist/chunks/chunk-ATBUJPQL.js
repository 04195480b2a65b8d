import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  PULL_REQUEST_CODES
} from "./chunk-L7NH4GOQ.js";
import {
  list,
  permissionFindings
} from "./chunk-4OYDZ6UL.js";

// src/duties/unread.ts
function unreadPermissions(context) {
  const { unread } = permissionFindings(context);
  return [...unread].flatMap(([rule, unknown]) => {
    const entry = context.book.rules.get(rule);
    return entry ? [problem(entry.id, entry.path, unknown)] : [];
  });
}
function problem(rule, file, unknown) {
  const why = [...new Set(unknown.map((one) => one.why))].toSorted();
  const grants = [...new Set(unknown.flatMap((one) => one.grants))].toSorted();
  return {
    code: "permissions-unread",
    severity: "note",
    message: `The rule "${rule}" can’t be judged for what is reached through these: ${list(why, "; ")}.`,
    fix: PULL_REQUEST_CODES["permissions-unread"].fix,
    file,
    pointer: [],
    related: grants.slice(0, 50).map((grant) => ({ file: grant, pointer: [], message: "leads there" }))
  };
}

export {
  unreadPermissions
};
