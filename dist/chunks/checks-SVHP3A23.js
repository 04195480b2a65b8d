import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  CHECKS
} from "./chunk-FNPC3R24.js";
import "./chunk-P5QKHU73.js";
import "./chunk-L5GRK2XX.js";
import "./chunk-FYMRNSEV.js";
import "./chunk-XW4OEFHM.js";
import "./chunk-K4EOYPQS.js";
import "./chunk-7AHV4CPX.js";
import "./chunk-KTVGWLMF.js";
import "./chunk-B3S4NB5D.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-FZVK7XJA.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-RMTBQHKY.js";
import "./chunk-XCNTR6TK.js";
export {
  CHECKS
};
