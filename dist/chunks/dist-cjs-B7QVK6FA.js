import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  require_dist_cjs4 as require_dist_cjs
} from "./chunk-KWSPZQRS.js";
import "./chunk-MI5BASAL.js";
import "./chunk-XCNTR6TK.js";
export default require_dist_cjs();
