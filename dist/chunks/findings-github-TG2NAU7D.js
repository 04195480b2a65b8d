import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  renderFindingsGithub
} from "./chunk-F4PTEHRB.js";
import "./chunk-WYQIDMMK.js";
import "./chunk-BLCINO24.js";
import "./chunk-XCNTR6TK.js";
export {
  renderFindingsGithub
};
