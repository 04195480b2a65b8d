import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  renderFindingsText
} from "./chunk-WYA6MGNA.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-WYQIDMMK.js";
import "./chunk-IIO7YGNV.js";
import "./chunk-BLCINO24.js";
import "./chunk-XCNTR6TK.js";
export {
  renderFindingsText
};
