import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  renderFindingsText
} from "./chunk-UYUGPXMW.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-WYQIDMMK.js";
import "./chunk-XJ3N3HV6.js";
import "./chunk-BLCINO24.js";
import "./chunk-XCNTR6TK.js";
export {
  renderFindingsText
};
