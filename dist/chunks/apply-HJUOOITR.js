import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  applyCommand,
  command,
  runApply,
  staleAttempt
} from "./chunk-WT52NS7I.js";
import "./chunk-7T3PPB3D.js";
import "./chunk-BXQ7XXPZ.js";
import "./chunk-COQ5UADG.js";
import "./chunk-FGDSQA27.js";
import "./chunk-RBCE5VB7.js";
import "./chunk-JU6GYDS5.js";
import "./chunk-ZTON2J3V.js";
import "./chunk-VMRNWMMC.js";
import "./chunk-VEXNI5YN.js";
import "./chunk-XKCUPVRV.js";
import "./chunk-UM2ZZECK.js";
import "./chunk-R4WHQPDZ.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-EQGGY4A3.js";
import "./chunk-QLY2WBM4.js";
import "./chunk-VXUZRDRM.js";
import "./chunk-L3TJTEYA.js";
import "./chunk-H7UX35QY.js";
import "./chunk-JUKMMDG5.js";
import "./chunk-CKDMHZA2.js";
import "./chunk-MRCGSTBN.js";
import "./chunk-V2MVFSIR.js";
import "./chunk-4I27XLSR.js";
import "./chunk-F7TDCT7K.js";
import "./chunk-6KDB3KZQ.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-GKBTC7L6.js";
import "./chunk-YKKTXZ7K.js";
import "./chunk-YIE56AH7.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-ZBKFMQ2E.js";
import "./chunk-KIMO5VR5.js";
import "./chunk-ED7RNZH6.js";
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
import "./chunk-6IHTEJUW.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-24PYRXC3.js";
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
