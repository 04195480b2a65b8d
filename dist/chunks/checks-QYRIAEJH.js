import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  CHECKS
} from "./chunk-XGYI4QER.js";
import "./chunk-H2UURO2K.js";
import "./chunk-D6PJLTIN.js";
import "./chunk-5W4AJTQR.js";
import "./chunk-DWXQNZTB.js";
import "./chunk-JH6GHN2B.js";
import "./chunk-APARWUT7.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-EZMMBTZM.js";
import "./chunk-XCNTR6TK.js";
export {
  CHECKS
};
