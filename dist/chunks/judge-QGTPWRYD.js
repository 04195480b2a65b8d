import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  judgeTree
} from "./chunk-3EGUJE5V.js";
import "./chunk-KUENYSIR.js";
import "./chunk-2GOWTLX5.js";
import "./chunk-O2KB6QBL.js";
import "./chunk-QVWYGHUT.js";
import "./chunk-3LWKQOL3.js";
import "./chunk-VC5CUTTP.js";
import "./chunk-2HRHERGH.js";
import "./chunk-3QQMBOKV.js";
import "./chunk-QCEPDKW5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-XJ3N3HV6.js";
import "./chunk-XGYI4QER.js";
import "./chunk-H2UURO2K.js";
import "./chunk-D6PJLTIN.js";
import "./chunk-5W4AJTQR.js";
import "./chunk-DWXQNZTB.js";
import "./chunk-JH6GHN2B.js";
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
  judgeTree
};
