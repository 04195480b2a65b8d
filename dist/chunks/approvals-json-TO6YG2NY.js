import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  approvalsDocument,
  renderApprovalsJson
} from "./chunk-5UPLMZPC.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-I4WDIHKY.js";
import "./chunk-XCNTR6TK.js";
export {
  approvalsDocument,
  renderApprovalsJson
};
