import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  applyCommand,
  command,
  runApply,
  staleAttempt
} from "./chunk-ZTOLNZHT.js";
import "./chunk-PTTL3DUO.js";
import "./chunk-UPTIW44R.js";
import "./chunk-VRSKQCIS.js";
import "./chunk-U57N7DGH.js";
import "./chunk-OO52PG56.js";
import "./chunk-Y6VAFDMO.js";
import "./chunk-NOZTA7KU.js";
import "./chunk-CUUIHGJU.js";
import "./chunk-JF27TZTI.js";
import "./chunk-YFURJRRZ.js";
import "./chunk-64M4SRNQ.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-SEXDL3AM.js";
import "./chunk-BK6YCULT.js";
import "./chunk-VW3UFXEU.js";
import "./chunk-PD6QVBPY.js";
import "./chunk-VSPFLVEY.js";
import "./chunk-TVBIECPQ.js";
import "./chunk-O2KB6QBL.js";
import "./chunk-GYZD7PAV.js";
import "./chunk-Q4BK4VJN.js";
import "./chunk-UPUU6Z32.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-5U5XWXWV.js";
import "./chunk-YKKTXZ7K.js";
import "./chunk-GBJIQH5F.js";
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
import "./chunk-JASTRSAK.js";
import "./chunk-P2IRS2QU.js";
import "./chunk-6VDFKSJZ.js";
import "./chunk-Y3RZF364.js";
import "./chunk-U42XUNFW.js";
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
