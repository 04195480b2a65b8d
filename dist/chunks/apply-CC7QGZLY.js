import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  applyCommand,
  command,
  runApply,
  staleAttempt
} from "./chunk-2GQUJNEM.js";
import "./chunk-YWZBUZIM.js";
import "./chunk-ZZTT73ZC.js";
import "./chunk-DXTCXS2S.js";
import "./chunk-IPRXK743.js";
import "./chunk-VDOOFRF6.js";
import "./chunk-HCKRBB3T.js";
import "./chunk-OPR2KZZV.js";
import "./chunk-ENFMYFWI.js";
import "./chunk-JY62ZOVQ.js";
import "./chunk-CBNFUGEK.js";
import "./chunk-FYYQMQIA.js";
import "./chunk-EH36S6JX.js";
import "./chunk-BP4UKYJ6.js";
import "./chunk-CCCYZAQ4.js";
import "./chunk-5VMUYZCL.js";
import "./chunk-YTWK55SV.js";
import "./chunk-JLVSUKSV.js";
import "./chunk-O2KB6QBL.js";
import "./chunk-5ABX4AZM.js";
import "./chunk-YU2D7C36.js";
import "./chunk-RRPQNT5T.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-EJFO3KLW.js";
import "./chunk-YKKTXZ7K.js";
import "./chunk-N5IHUUGP.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-QYB4MXV6.js";
import "./chunk-YLT66HJE.js";
import "./chunk-K27PPCGJ.js";
import "./chunk-XOQACSSO.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-DC62R65Y.js";
import "./chunk-XJ3N3HV6.js";
import "./chunk-BLCINO24.js";
import "./chunk-JNKSRDXZ.js";
import "./chunk-PAQVOTRO.js";
import "./chunk-OZMHDLSL.js";
import "./chunk-5W4AJTQR.js";
import "./chunk-36TRDHQL.js";
import "./chunk-VMXOJ7C2.js";
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
