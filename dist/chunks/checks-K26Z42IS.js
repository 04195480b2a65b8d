import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  CHECKS
} from "./chunk-JASTRSAK.js";
import "./chunk-P2IRS2QU.js";
import "./chunk-6VDFKSJZ.js";
import "./chunk-Y3RZF364.js";
import "./chunk-U42XUNFW.js";
import "./chunk-B3S4NB5D.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-FZVK7XJA.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-I4WDIHKY.js";
import "./chunk-XCNTR6TK.js";
export {
  CHECKS
};
