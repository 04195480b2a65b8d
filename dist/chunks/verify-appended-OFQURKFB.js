import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  judgeAppended
} from "./chunk-JY62ZOVQ.js";
import "./chunk-FYYQMQIA.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-XCNTR6TK.js";
export {
  judgeAppended
};
