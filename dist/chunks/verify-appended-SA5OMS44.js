import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  judgeAppended
} from "./chunk-EQGGY4A3.js";
import "./chunk-VXUZRDRM.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-XCNTR6TK.js";
export {
  judgeAppended
};
