import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  applyCommand,
  command,
  runApply,
  staleAttempt
} from "./chunk-Z7WGUXCC.js";
import "./chunk-U3CIBKNI.js";
import "./chunk-YCJEVXSU.js";
import "./chunk-4JLV3EUT.js";
import "./chunk-N452FIO7.js";
import "./chunk-EG2KTEMH.js";
import "./chunk-HCKRBB3T.js";
import "./chunk-PATBZ5DX.js";
import "./chunk-GQ4EG76Y.js";
import "./chunk-JY62ZOVQ.js";
import "./chunk-CBNFUGEK.js";
import "./chunk-FYYQMQIA.js";
import "./chunk-3EGUJE5V.js";
import "./chunk-KUENYSIR.js";
import "./chunk-2GOWTLX5.js";
import "./chunk-ULNJZPXZ.js";
import "./chunk-BS5HSAXB.js";
import "./chunk-ELOZUUSQ.js";
import "./chunk-O2KB6QBL.js";
import "./chunk-QVWYGHUT.js";
import "./chunk-3LWKQOL3.js";
import "./chunk-VC5CUTTP.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-GX4AJBI4.js";
import "./chunk-YKKTXZ7K.js";
import "./chunk-2HRHERGH.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-JE2QZES6.js";
import "./chunk-PFAARSQN.js";
import "./chunk-3QQMBOKV.js";
import "./chunk-QCEPDKW5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-DC62R65Y.js";
import "./chunk-XJ3N3HV6.js";
import "./chunk-BLCINO24.js";
import "./chunk-XGYI4QER.js";
import "./chunk-H2UURO2K.js";
import "./chunk-D6PJLTIN.js";
import "./chunk-5W4AJTQR.js";
import "./chunk-DWXQNZTB.js";
import "./chunk-JH6GHN2B.js";
import "./chunk-6NH42UTN.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-BBVGU6PE.js";
import "./chunk-3PMDYGTO.js";
import "./chunk-KCC7W5OC.js";
import "./chunk-APARWUT7.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-EZMMBTZM.js";
import "./chunk-XCNTR6TK.js";
export {
  applyCommand,
  command,
  runApply,
  staleAttempt
};
