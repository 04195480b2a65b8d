import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  fileText
} from "./chunk-2RLOWWC5.js";

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

export {
  grantPath,
  grantFile
};
