import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  applyCommand,
  command,
  runApply,
  staleAttempt
} from "./chunk-OA3R7OOJ.js";
import "./chunk-P6VMLZJN.js";
import "./chunk-ZCWFYNBO.js";
import "./chunk-KYFRLMD5.js";
import "./chunk-HHWFPXGG.js";
import "./chunk-RCXPICXJ.js";
import "./chunk-NDZ2GWBF.js";
import "./chunk-M5ITF5MQ.js";
import "./chunk-MUFRGXPU.js";
import "./chunk-LGUSOJIT.js";
import "./chunk-ELIC6EQZ.js";
import "./chunk-KFVDRMGU.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-BQZSVBER.js";
import "./chunk-X5IO7OCQ.js";
import "./chunk-HCPGGYUJ.js";
import "./chunk-CU3Z46QI.js";
import "./chunk-4CBEPZWC.js";
import "./chunk-M7PZKGIZ.js";
import "./chunk-WUAOCG23.js";
import "./chunk-JWGGIRKI.js";
import "./chunk-Y5BZTUHD.js";
import "./chunk-WZKPEVN2.js";
import "./chunk-ZQK4LGU3.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-FA6RPF64.js";
import "./chunk-YKKTXZ7K.js";
import "./chunk-SD3CFPXQ.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-C4FSPKCI.js";
import "./chunk-DSK5GMHZ.js";
import "./chunk-HUIKJYO4.js";
import "./chunk-EHE5O74Q.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-DC62R65Y.js";
import "./chunk-XJ3N3HV6.js";
import "./chunk-BLCINO24.js";
import "./chunk-FNPC3R24.js";
import "./chunk-P5QKHU73.js";
import "./chunk-L5GRK2XX.js";
import "./chunk-FYMRNSEV.js";
import "./chunk-XW4OEFHM.js";
import "./chunk-K4EOYPQS.js";
import "./chunk-7AHV4CPX.js";
import "./chunk-KTVGWLMF.js";
import "./chunk-B3S4NB5D.js";
import "./chunk-4SW2IF5P.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-5Q56Z4KL.js";
import "./chunk-3PMDYGTO.js";
import "./chunk-KCC7W5OC.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-FZVK7XJA.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-RMTBQHKY.js";
import "./chunk-XCNTR6TK.js";
export {
  applyCommand,
  command,
  runApply,
  staleAttempt
};
