import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  changeHistory,
  checkTree
} from "./chunk-JVF3CHDU.js";
import "./chunk-JYR4RDOT.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-TG63SHSF.js";
import "./chunk-B2GJ3BED.js";
import "./chunk-6VUI355A.js";
import "./chunk-Z47NDYIS.js";
import "./chunk-3PMDYGTO.js";
import "./chunk-5SQON4IS.js";
import "./chunk-GGIVQ2LZ.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-EZMMBTZM.js";
import "./chunk-XCNTR6TK.js";
export {
  changeHistory,
  checkTree
};
