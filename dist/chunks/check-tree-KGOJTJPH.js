import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  changeHistory,
  checkContext,
  checkTree,
  contextOf
} from "./chunk-4UI3TRME.js";
import "./chunk-ZQK4LGU3.js";
import "./chunk-7XRJYF7G.js";
import "./chunk-6RU3TQIU.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-FNPC3R24.js";
import "./chunk-P5QKHU73.js";
import "./chunk-L5GRK2XX.js";
import "./chunk-FYMRNSEV.js";
import "./chunk-XW4OEFHM.js";
import "./chunk-K4EOYPQS.js";
import "./chunk-7AHV4CPX.js";
import "./chunk-KTVGWLMF.js";
import "./chunk-B3S4NB5D.js";
import "./chunk-4SW2IF5P.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-5Q56Z4KL.js";
import "./chunk-3PMDYGTO.js";
import "./chunk-KCC7W5OC.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-FZVK7XJA.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-RMTBQHKY.js";
import "./chunk-XCNTR6TK.js";
export {
  changeHistory,
  checkContext,
  checkTree,
  contextOf
};
