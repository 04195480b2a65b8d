import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  complete,
  openRequest,
  openTerminal,
  requestBody,
  requestTitle,
  wishOf
} from "./chunk-W24MBQKG.js";
import "./chunk-DDYLC3KM.js";
import "./chunk-HEBIE33L.js";
import {
  grantPath
} from "./chunk-BQZRFPVX.js";
import "./chunk-2RLOWWC5.js";
import {
  openStand
} from "./chunk-4QAY5UX7.js";
import "./chunk-6DMHNNLW.js";
import "./chunk-GU7U6N7G.js";
import "./chunk-SZUHBQIL.js";
import "./chunk-RBT3MAGC.js";
import "./chunk-Z4VSESUS.js";
import "./chunk-HPYKOUXV.js";
import "./chunk-JOL4DWKS.js";
import "./chunk-JXYNV7OB.js";
import "./chunk-O4VJTRWU.js";
import "./chunk-LG4PQA6J.js";
import "./chunk-O4FDHV32.js";
import "./chunk-MSC5FRPV.js";
import "./chunk-X43Z5ZFM.js";
import "./chunk-CIA44E4B.js";
import "./chunk-OXVDT4DK.js";
import "./chunk-ELIC6EQZ.js";
import "./chunk-2SAFUITJ.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-BQZSVBER.js";
import "./chunk-X5IO7OCQ.js";
import "./chunk-HCPGGYUJ.js";
import "./chunk-SMOF5P36.js";
import "./chunk-WUAOCG23.js";
import "./chunk-JWGGIRKI.js";
import "./chunk-Y5BZTUHD.js";
import "./chunk-4UI3TRME.js";
import "./chunk-ZQK4LGU3.js";
import "./chunk-L7NH4GOQ.js";
import "./chunk-UYUGPXMW.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-K7AVM3VB.js";
import "./chunk-5SR2HTRU.js";
import "./chunk-BT23Q6QY.js";
import "./chunk-CE3NBDMW.js";
import "./chunk-CALYPHPC.js";
import "./chunk-QEVQP4TU.js";
import "./chunk-YKKTXZ7K.js";
import "./chunk-J3ZQPS35.js";
import "./chunk-7XRJYF7G.js";
import "./chunk-DL6CM3PP.js";
import "./chunk-XRAEV7O6.js";
import "./chunk-V2GJZSBU.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import "./chunk-IZB2QP2V.js";
import "./chunk-ZI2VCF7Z.js";
import "./chunk-2WRSRZRF.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-PANL2VIX.js";
import "./chunk-KOO4YV45.js";
import "./chunk-HUIKJYO4.js";
import "./chunk-6RU3TQIU.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-WYQIDMMK.js";
import "./chunk-E3WPCVQO.js";
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
import "./chunk-S46JKJER.js";
import "./chunk-4SW2IF5P.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-5Q56Z4KL.js";
import "./chunk-3PMDYGTO.js";
import {
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-FZVK7XJA.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-RMTBQHKY.js";
import "./chunk-XCNTR6TK.js";

// src/commands/request.ts
var command = requestCommand(openTerminal);
function requestCommand(openPrompts) {
  return {
    formats: ["text", "json"],
    example: 'npx grantbook request --subject alice --entitlement aws-prod/billing-read --expires 14d --reason "Month-end reconciliation" --ticket OPS-4711',
    describe: (c) => {
      c.option("--subject <id>", "person or workload that shall hold it").option("--entitlement <system/id>", "what").option("--expires <end>", "a day, an instant, or how long from its start: 8h, 14d").option("--reason <text>", "why").option("--ticket <ticket>", "where it was agreed, if the risk asks for it").option("--starts <start>", "a day or an instant (default: at once)").option(
        "--requester <person>",
        "who asks (default: whose token this is, where the file must name somebody)"
      ).option("--task <url>", "for a workload: what it is needed for").option("--emergency <incident>", "break the glass: at once, short, reviewed afterwards").option("--yes", "open it without asking once more");
    },
    run: async (_, options, common, io) => {
      const wish = wishOf(options);
      const prompts = await openPrompts(common, io);
      if (prompts === null && !wish.yes)
        throw new UsageError(
          "There is no terminal to ask on whether to open the pull request. Give --yes to open it without asking."
        );
      const stand = await openStand(common, io);
      try {
        const wanted = await complete(stand, wish, prompts);
        const { asked } = wanted;
        const document = (told) => ({ ...told, path: grantPath(asked) });
        const branch = branchOf(asked.entitlement, asked.subject, asked.incident !== null);
        const words = { branch, title: requestTitle, body: requestBody, document };
        return await openRequest(stand, wanted, words, wish.yes ? null : prompts, common, io);
      } finally {
        stand.source.close();
      }
    }
  };
}
function branchOf(entitlement, subject, emergency) {
  return `${emergency ? "emergency" : "request"}/${entitlement}/${subject}`;
}
export {
  command,
  requestCommand
};
