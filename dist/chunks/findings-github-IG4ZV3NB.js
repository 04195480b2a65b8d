import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  renderFindingsGithub
} from "./chunk-BN54ONYB.js";
import "./chunk-HFVXZZQ6.js";
import "./chunk-BLCINO24.js";
import "./chunk-XCNTR6TK.js";
export {
  renderFindingsGithub
};
