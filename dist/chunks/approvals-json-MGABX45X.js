import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  approvalsDocument,
  renderApprovalsJson
} from "./chunk-UDG72EER.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-3ZSDZPIB.js";
import "./chunk-XCNTR6TK.js";
export {
  approvalsDocument,
  renderApprovalsJson
};
