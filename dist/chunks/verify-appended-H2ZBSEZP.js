import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  judgeAppended
} from "./chunk-BQZSVBER.js";
import "./chunk-HCPGGYUJ.js";
import "./chunk-HUIKJYO4.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-XCNTR6TK.js";
export {
  judgeAppended
};
