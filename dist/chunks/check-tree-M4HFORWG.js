import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  changeHistory,
  checkTree
} from "./chunk-X2QELRNK.js";
import "./chunk-BLRTIAR7.js";
import "./chunk-65E5I4Q4.js";
import "./chunk-IUQYEHY4.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-KERBPFKG.js";
import "./chunk-DOP7JSRS.js";
import "./chunk-O2DDFJZA.js";
import "./chunk-5W4AJTQR.js";
import "./chunk-4ZMIKOMJ.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-JH6GHN2B.js";
import "./chunk-LE4Z4PEO.js";
import "./chunk-4RQYNTZH.js";
import "./chunk-3PMDYGTO.js";
import "./chunk-KCC7W5OC.js";
import "./chunk-APARWUT7.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-EZMMBTZM.js";
import "./chunk-XCNTR6TK.js";
export {
  changeHistory,
  checkTree
};
