import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  genesisCommit,
  judgeGenesis
} from "./chunk-X5IO7OCQ.js";
import "./chunk-HCPGGYUJ.js";
import "./chunk-HUIKJYO4.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-XCNTR6TK.js";
export {
  genesisCommit,
  judgeGenesis
};
