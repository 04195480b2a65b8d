import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  complete,
  openRequest,
  openTerminal,
  requestBody,
  requestTitle,
  wishOf
} from "./chunk-6XLBGSW6.js";
import "./chunk-DDYLC3KM.js";
import "./chunk-LINC74V4.js";
import {
  grantPath
} from "./chunk-BQZRFPVX.js";
import "./chunk-2RLOWWC5.js";
import {
  openStand
} from "./chunk-S3Z2H6Y5.js";
import "./chunk-RRPVTYD4.js";
import "./chunk-SDC3NQ47.js";
import "./chunk-SZUHBQIL.js";
import "./chunk-EHF5HEYR.js";
import "./chunk-V7YGBPTU.js";
import "./chunk-32ZYK5RU.js";
import "./chunk-NMJLW7IG.js";
import "./chunk-MY4OJ724.js";
import "./chunk-VV4JTHFM.js";
import "./chunk-XOH2UY3A.js";
import "./chunk-N7LHMLAM.js";
import "./chunk-OKNLK55L.js";
import "./chunk-KOCS4SLR.js";
import "./chunk-4AOHC3CY.js";
import "./chunk-XAEBCYEO.js";
import "./chunk-H432MTBJ.js";
import "./chunk-W57GDCOW.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-SEXDL3AM.js";
import "./chunk-BK6YCULT.js";
import "./chunk-VW3UFXEU.js";
import "./chunk-O2PVQDMQ.js";
import "./chunk-KXFQMRLI.js";
import "./chunk-JWGGIRKI.js";
import "./chunk-ELUFEPNH.js";
import "./chunk-N6QUBWR3.js";
import "./chunk-UPUU6Z32.js";
import "./chunk-L7NH4GOQ.js";
import "./chunk-UYUGPXMW.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-KCVQVTMV.js";
import "./chunk-IQWVEBTV.js";
import "./chunk-NA3LUGXU.js";
import "./chunk-AOHJEWO5.js";
import "./chunk-5U5XWXWV.js";
import "./chunk-2SZSATT4.js";
import "./chunk-YKKTXZ7K.js";
import "./chunk-EQB744Y3.js";
import "./chunk-PSIILMLC.js";
import "./chunk-DL6CM3PP.js";
import "./chunk-XRAEV7O6.js";
import "./chunk-V2GJZSBU.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import "./chunk-IZB2QP2V.js";
import "./chunk-ZI2VCF7Z.js";
import "./chunk-S7TTC72M.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-4QLI7RQO.js";
import "./chunk-VLEOGBEH.js";
import "./chunk-HUIKJYO4.js";
import "./chunk-DHKQ3SNW.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-WYQIDMMK.js";
import "./chunk-E3WPCVQO.js";
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
import "./chunk-S46JKJER.js";
import "./chunk-MXYZTAMI.js";
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
import "./chunk-I4WDIHKY.js";
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
