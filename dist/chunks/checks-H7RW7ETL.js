import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  CHECKS
} from "./chunk-JNKSRDXZ.js";
import "./chunk-PAQVOTRO.js";
import "./chunk-OZMHDLSL.js";
import "./chunk-5W4AJTQR.js";
import "./chunk-36TRDHQL.js";
import "./chunk-VMXOJ7C2.js";
import "./chunk-APARWUT7.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-EZMMBTZM.js";
import "./chunk-XCNTR6TK.js";
export {
  CHECKS
};
