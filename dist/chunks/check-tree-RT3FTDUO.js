import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  changeHistory,
  checkContext,
  checkTree,
  contextOf
} from "./chunk-YU2D7C36.js";
import "./chunk-RRPQNT5T.js";
import "./chunk-N5IHUUGP.js";
import "./chunk-XOQACSSO.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-JNKSRDXZ.js";
import "./chunk-PAQVOTRO.js";
import "./chunk-OZMHDLSL.js";
import "./chunk-5W4AJTQR.js";
import "./chunk-36TRDHQL.js";
import "./chunk-VMXOJ7C2.js";
import "./chunk-6NH42UTN.js";
import "./chunk-BBVGU6PE.js";
import "./chunk-3PMDYGTO.js";
import "./chunk-KCC7W5OC.js";
import "./chunk-APARWUT7.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-EZMMBTZM.js";
import "./chunk-XCNTR6TK.js";
export {
  changeHistory,
  checkContext,
  checkTree,
  contextOf
};
