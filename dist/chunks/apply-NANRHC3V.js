import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  applyCommand,
  command,
  runApply,
  staleAttempt
} from "./chunk-HS5J2NMU.js";
import "./chunk-PTTL3DUO.js";
import "./chunk-OWAI3YAX.js";
import "./chunk-HT2GRQTU.js";
import "./chunk-U57N7DGH.js";
import "./chunk-KOCS4SLR.js";
import "./chunk-7ZKMOZQP.js";
import "./chunk-4U6ZGMHD.js";
import "./chunk-CUUIHGJU.js";
import "./chunk-PVVDPSYK.js";
import "./chunk-H432MTBJ.js";
import "./chunk-W57GDCOW.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-SEXDL3AM.js";
import "./chunk-BK6YCULT.js";
import "./chunk-VW3UFXEU.js";
import "./chunk-PD6QVBPY.js";
import "./chunk-TLC5DWXC.js";
import "./chunk-M7PZKGIZ.js";
import "./chunk-KXFQMRLI.js";
import "./chunk-JWGGIRKI.js";
import "./chunk-ELUFEPNH.js";
import "./chunk-N6QUBWR3.js";
import "./chunk-UPUU6Z32.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-5U5XWXWV.js";
import "./chunk-YKKTXZ7K.js";
import "./chunk-PSIILMLC.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-4QLI7RQO.js";
import "./chunk-VLEOGBEH.js";
import "./chunk-HUIKJYO4.js";
import "./chunk-DHKQ3SNW.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-DC62R65Y.js";
import "./chunk-XJ3N3HV6.js";
import "./chunk-BLCINO24.js";
import "./chunk-N7MDUWUR.js";
import "./chunk-P5QKHU73.js";
import "./chunk-A2FAGO6F.js";
import "./chunk-YK4FXBXL.js";
import "./chunk-XW4OEFHM.js";
import "./chunk-Y3RZF364.js";
import "./chunk-7AHV4CPX.js";
import "./chunk-KTVGWLMF.js";
import "./chunk-B3S4NB5D.js";
import "./chunk-MXYZTAMI.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-5Q56Z4KL.js";
import "./chunk-3PMDYGTO.js";
import "./chunk-KCC7W5OC.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-FZVK7XJA.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-I4WDIHKY.js";
import "./chunk-XCNTR6TK.js";
export {
  applyCommand,
  command,
  runApply,
  staleAttempt
};
