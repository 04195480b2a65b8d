import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  CHECKS
} from "./chunk-FG3KPXFI.js";
import "./chunk-CFROFL6B.js";
import "./chunk-Y53XJQH7.js";
import "./chunk-5W4AJTQR.js";
import "./chunk-EYX6XNZS.js";
import "./chunk-JH6GHN2B.js";
import "./chunk-APARWUT7.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-EZMMBTZM.js";
import "./chunk-XCNTR6TK.js";
export {
  CHECKS
};
