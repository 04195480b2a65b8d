import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  genesisCommit,
  judgeGenesis
} from "./chunk-QLY2WBM4.js";
import "./chunk-VXUZRDRM.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-XCNTR6TK.js";
export {
  genesisCommit,
  judgeGenesis
};
