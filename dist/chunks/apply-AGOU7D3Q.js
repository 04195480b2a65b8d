import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  applyCommand,
  command,
  runApply,
  staleAttempt
} from "./chunk-C5W423VI.js";
import "./chunk-7T3PPB3D.js";
import "./chunk-ZU3UZZJI.js";
import "./chunk-BRGSCAPK.js";
import "./chunk-AHNIIKHY.js";
import "./chunk-7XGIB63Q.js";
import "./chunk-YH5RATYA.js";
import "./chunk-2CEH2RG6.js";
import "./chunk-OCCO5TMW.js";
import "./chunk-QRMZJSMS.js";
import "./chunk-XKCUPVRV.js";
import "./chunk-LNRWMNH6.js";
import "./chunk-3UVPYS3X.js";
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
import "./chunk-4335MXSR.js";
import "./chunk-CHKKS3WZ.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-2MAHSTTO.js";
import "./chunk-YKKTXZ7K.js";
import "./chunk-V3PV2L5X.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-J3P7DD5I.js";
import "./chunk-ICZ5KQPF.js";
import "./chunk-V3NBNWO6.js";
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
