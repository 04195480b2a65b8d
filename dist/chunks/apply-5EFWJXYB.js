import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  applyCommand,
  command,
  runApply,
  staleAttempt
} from "./chunk-LPKUC3B3.js";
import "./chunk-P6VMLZJN.js";
import "./chunk-NCFE7GGO.js";
import "./chunk-5V7K55M5.js";
import "./chunk-XVIFDA45.js";
import "./chunk-X43Z5ZFM.js";
import "./chunk-MO6E6X3T.js";
import "./chunk-VCFSICSN.js";
import "./chunk-OZU6P2TC.js";
import "./chunk-X36BED6H.js";
import "./chunk-ELIC6EQZ.js";
import "./chunk-2SAFUITJ.js";
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
import "./chunk-4UI3TRME.js";
import "./chunk-ZQK4LGU3.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-CALYPHPC.js";
import "./chunk-YKKTXZ7K.js";
import "./chunk-7XRJYF7G.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-PANL2VIX.js";
import "./chunk-KOO4YV45.js";
import "./chunk-HUIKJYO4.js";
import "./chunk-6RU3TQIU.js";
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
