import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  applyCommand,
  command,
  runApply,
  staleAttempt
} from "./chunk-WAQIKCXG.js";
import "./chunk-VZEMWDDC.js";
import "./chunk-EIYZ7UKJ.js";
import "./chunk-D676AAXF.js";
import "./chunk-QOHICRZH.js";
import "./chunk-BETV4RB4.js";
import "./chunk-HCKRBB3T.js";
import "./chunk-PNPFCUQS.js";
import "./chunk-MLR6LPOQ.js";
import "./chunk-JY62ZOVQ.js";
import "./chunk-CBNFUGEK.js";
import "./chunk-FYYQMQIA.js";
import "./chunk-5OG4LQGB.js";
import "./chunk-IE7DKBJR.js";
import "./chunk-R7MLB6RV.js";
import "./chunk-NLKFKWUS.js";
import "./chunk-CW2QFCYH.js";
import "./chunk-4OLIAJZ7.js";
import "./chunk-O2KB6QBL.js";
import "./chunk-Q7ZYG7VF.js";
import "./chunk-5PURNHAL.js";
import "./chunk-KB2KD3LN.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-HVPIQKLF.js";
import "./chunk-YKKTXZ7K.js";
import "./chunk-AKT3ZMPV.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-2TKRMVDW.js";
import "./chunk-ZUKAQVWU.js";
import "./chunk-522RK2JE.js";
import "./chunk-HJ6IELQH.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-DC62R65Y.js";
import "./chunk-IIO7YGNV.js";
import "./chunk-BLCINO24.js";
import "./chunk-FG3KPXFI.js";
import "./chunk-CFROFL6B.js";
import "./chunk-Y53XJQH7.js";
import "./chunk-5W4AJTQR.js";
import "./chunk-EYX6XNZS.js";
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
