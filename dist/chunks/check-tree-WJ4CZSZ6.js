import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  changeHistory,
  checkContext,
  checkTree,
  contextOf
} from "./chunk-5PURNHAL.js";
import "./chunk-KB2KD3LN.js";
import "./chunk-AKT3ZMPV.js";
import "./chunk-HJ6IELQH.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-FG3KPXFI.js";
import "./chunk-CFROFL6B.js";
import "./chunk-Y53XJQH7.js";
import "./chunk-5W4AJTQR.js";
import "./chunk-EYX6XNZS.js";
import "./chunk-JH6GHN2B.js";
import "./chunk-6NH42UTN.js";
import "./chunk-BBVGU6PE.js";
import "./chunk-3PMDYGTO.js";
import "./chunk-KCC7W5OC.js";
import "./chunk-APARWUT7.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-EZMMBTZM.js";
import "./chunk-XCNTR6TK.js";
export {
  changeHistory,
  checkContext,
  checkTree,
  contextOf
};
