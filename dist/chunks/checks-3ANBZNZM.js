import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  CHECKS
} from "./chunk-KERBPFKG.js";
import "./chunk-DOP7JSRS.js";
import "./chunk-O2DDFJZA.js";
import "./chunk-5W4AJTQR.js";
import "./chunk-4ZMIKOMJ.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-JH6GHN2B.js";
import "./chunk-APARWUT7.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-EZMMBTZM.js";
import "./chunk-XCNTR6TK.js";
export {
  CHECKS
};
