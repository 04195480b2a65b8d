import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  applyCommand,
  command,
  runApply,
  staleAttempt
} from "./chunk-KCRPDIY6.js";
import "./chunk-7T3PPB3D.js";
import "./chunk-4EMUAEMK.js";
import "./chunk-C26TNE52.js";
import "./chunk-56S5NDTB.js";
import "./chunk-XTTAZ3Y5.js";
import "./chunk-UDGI7NFB.js";
import "./chunk-GFWDB43X.js";
import "./chunk-VMRNWMMC.js";
import "./chunk-W73PGBKW.js";
import "./chunk-5N5MLVPT.js";
import "./chunk-HYOAOP6Z.js";
import "./chunk-WAI3DG5O.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-BQZSVBER.js";
import "./chunk-X5IO7OCQ.js";
import "./chunk-HCPGGYUJ.js";
import "./chunk-E3UEIJ7V.js";
import "./chunk-II455ZIK.js";
import "./chunk-EWLHEIWD.js";
import "./chunk-7VYSTWYN.js";
import "./chunk-CGZNJULA.js";
import "./chunk-V2MVFSIR.js";
import "./chunk-4I27XLSR.js";
import "./chunk-VWE7I2AW.js";
import "./chunk-GZRFSNG4.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-QDJPFAEU.js";
import "./chunk-YKKTXZ7K.js";
import "./chunk-YIE56AH7.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-5OFMEFR4.js";
import "./chunk-CCCBQGIF.js";
import "./chunk-HUIKJYO4.js";
import "./chunk-ED7RNZH6.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-DC62R65Y.js";
import "./chunk-XJ3N3HV6.js";
import "./chunk-BLCINO24.js";
import "./chunk-CKD54GPM.js";
import "./chunk-P5QKHU73.js";
import "./chunk-JOLQCLIX.js";
import "./chunk-33ENI5OL.js";
import "./chunk-XW4OEFHM.js";
import "./chunk-MVCWI7NH.js";
import "./chunk-TLWJT3BQ.js";
import "./chunk-L4AA6WMQ.js";
import "./chunk-LZOWS2TE.js";
import "./chunk-ERKLZQ3E.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-24PYRXC3.js";
import "./chunk-3PMDYGTO.js";
import "./chunk-KCC7W5OC.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-UI4DGNQ4.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-3ZSDZPIB.js";
import "./chunk-XCNTR6TK.js";
export {
  applyCommand,
  command,
  runApply,
  staleAttempt
};
