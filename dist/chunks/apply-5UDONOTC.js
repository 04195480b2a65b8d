import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  applyCommand,
  command,
  runApply,
  staleAttempt
} from "./chunk-VGPLKU7R.js";
import "./chunk-7T3PPB3D.js";
import "./chunk-NM3FDICM.js";
import "./chunk-IIL4IAOW.js";
import "./chunk-6U535SRB.js";
import "./chunk-TKUQN7QF.js";
import "./chunk-3ISKPHU4.js";
import "./chunk-H4P7VARF.js";
import "./chunk-PJPHPR7H.js";
import "./chunk-I4TBY2BQ.js";
import "./chunk-24CETC3W.js";
import "./chunk-ULVNJY2L.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-BQZSVBER.js";
import "./chunk-X5IO7OCQ.js";
import "./chunk-HCPGGYUJ.js";
import "./chunk-E3UEIJ7V.js";
import "./chunk-DPR6TAGZ.js";
import "./chunk-EWLHEIWD.js";
import "./chunk-7LWUNFDX.js";
import "./chunk-CGZNJULA.js";
import "./chunk-66FFD7CI.js";
import "./chunk-FY64EGAN.js";
import "./chunk-GZRFSNG4.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-AHUUU335.js";
import "./chunk-YKKTXZ7K.js";
import "./chunk-FEIYVWV5.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-FSLL4RWB.js";
import "./chunk-GBMXRILE.js";
import "./chunk-HUIKJYO4.js";
import "./chunk-5LZ7Q5VU.js";
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
