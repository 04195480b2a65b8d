import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  complete,
  openRequest,
  openTerminal,
  requestBody,
  requestTitle,
  wishOf
} from "./chunk-FUIQKJV2.js";
import "./chunk-DDYLC3KM.js";
import "./chunk-5T463CTR.js";
import {
  grantPath
} from "./chunk-BQZRFPVX.js";
import "./chunk-2RLOWWC5.js";
import {
  openStand
} from "./chunk-YHZX6YIS.js";
import "./chunk-GC4JV3BB.js";
import "./chunk-O4KV4J2N.js";
import "./chunk-SZUHBQIL.js";
import "./chunk-WWNEGDND.js";
import "./chunk-UPGECDCS.js";
import "./chunk-UEGRDEXS.js";
import "./chunk-ZJTLCVAT.js";
import "./chunk-ZLLOPNKY.js";
import "./chunk-XJ4HLJBJ.js";
import "./chunk-ZLZM33HV.js";
import "./chunk-CJA7XS7B.js";
import "./chunk-UDABQ4SU.js";
import "./chunk-VGKDHAX2.js";
import "./chunk-UTIOKGHL.js";
import "./chunk-OWDDWZZW.js";
import "./chunk-HVO6QHIW.js";
import "./chunk-XKCUPVRV.js";
import "./chunk-WGKYODML.js";
import "./chunk-4G226GOF.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-EQGGY4A3.js";
import "./chunk-QLY2WBM4.js";
import "./chunk-VXUZRDRM.js";
import "./chunk-ATBUJPQL.js";
import "./chunk-CKDMHZA2.js";
import "./chunk-MRCGSTBN.js";
import "./chunk-V2MVFSIR.js";
import "./chunk-4I27XLSR.js";
import "./chunk-KDOAQTRO.js";
import "./chunk-CHKKS3WZ.js";
import "./chunk-L7NH4GOQ.js";
import "./chunk-UYUGPXMW.js";
import "./chunk-ZC4BBDXY.js";
import "./chunk-DQVEY6UO.js";
import "./chunk-YBGLZ7MM.js";
import "./chunk-G7TC7AGN.js";
import "./chunk-DXUKNOPP.js";
import "./chunk-Q4FKR2PC.js";
import "./chunk-4BJFMHG2.js";
import "./chunk-YKKTXZ7K.js";
import "./chunk-23ZMF667.js";
import "./chunk-34YZDTZY.js";
import "./chunk-DL6CM3PP.js";
import "./chunk-XRAEV7O6.js";
import "./chunk-V2GJZSBU.js";
import "./chunk-GPQ7KDIR.js";
import "./chunk-HFY5HYQX.js";
import "./chunk-D2SZ5IZ2.js";
import "./chunk-IZB2QP2V.js";
import "./chunk-ZI2VCF7Z.js";
import "./chunk-ZV34UCH5.js";
import "./chunk-BW4OCBV7.js";
import "./chunk-ZCONMND2.js";
import "./chunk-VSTNN46Q.js";
import "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import "./chunk-WYQIDMMK.js";
import "./chunk-E3WPCVQO.js";
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
import "./chunk-S46JKJER.js";
import "./chunk-5GLOGQVA.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-UWQLCXPR.js";
import "./chunk-7ETONKNL.js";
import "./chunk-3PMDYGTO.js";
import {
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-CMJORN74.js";
import "./chunk-XW4OEFHM.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-UI4DGNQ4.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-3ZSDZPIB.js";
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
