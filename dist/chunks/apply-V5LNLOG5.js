import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  applyCommand,
  command,
  runApply,
  staleAttempt
} from "./chunk-CXYENAUJ.js";
import "./chunk-7T3PPB3D.js";
import "./chunk-RPS7CKLM.js";
import "./chunk-VFEV3JNZ.js";
import "./chunk-VGKDHAX2.js";
import "./chunk-UTIOKGHL.js";
import "./chunk-PXTJ3YFR.js";
import "./chunk-FSD4UATT.js";
import "./chunk-MOWSXLX6.js";
import "./chunk-6L56ASJN.js";
import "./chunk-XKCUPVRV.js";
import "./chunk-WGKYODML.js";
import "./chunk-4G226GOF.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-EQGGY4A3.js";
import "./chunk-QLY2WBM4.js";
import "./chunk-VXUZRDRM.js";
import "./chunk-DYAO3MJQ.js";
import "./chunk-4AFJNL43.js";
import "./chunk-JUKMMDG5.js";
import "./chunk-CKDMHZA2.js";
import "./chunk-MRCGSTBN.js";
import "./chunk-V2MVFSIR.js";
import "./chunk-4I27XLSR.js";
import "./chunk-KDOAQTRO.js";
import "./chunk-CHKKS3WZ.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-Q4FKR2PC.js";
import "./chunk-YKKTXZ7K.js";
import "./chunk-34YZDTZY.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-ZCONMND2.js";
import "./chunk-VSTNN46Q.js";
import "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-DC62R65Y.js";
import "./chunk-XJ3N3HV6.js";
import "./chunk-BLCINO24.js";
import "./chunk-4OYDZ6UL.js";
import "./chunk-P5QKHU73.js";
import "./chunk-JOLQCLIX.js";
import "./chunk-33ENI5OL.js";
import "./chunk-MVCWI7NH.js";
import "./chunk-TLWJT3BQ.js";
import "./chunk-L4AA6WMQ.js";
import "./chunk-LZOWS2TE.js";
import "./chunk-5GLOGQVA.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-7ETONKNL.js";
import "./chunk-3PMDYGTO.js";
import "./chunk-KCC7W5OC.js";
import "./chunk-CMJORN74.js";
import "./chunk-XW4OEFHM.js";
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
