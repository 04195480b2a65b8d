import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  CHECKS
} from "./chunk-TG63SHSF.js";
import "./chunk-B2GJ3BED.js";
import "./chunk-GGIVQ2LZ.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-EZMMBTZM.js";
import "./chunk-XCNTR6TK.js";
export {
  CHECKS
};
