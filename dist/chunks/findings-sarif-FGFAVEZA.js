import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import {
  plainLine
} from "./chunk-BLCINO24.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-XCNTR6TK.js";

// src/render/findings-sarif.ts
function renderFindingsSarif({ findings }, catalogue, version) {
  const codes = [...new Set(findings.map((finding) => finding.code))].toSorted();
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "grantbook", version, rules: codes.map((code) => rule(code, catalogue.get(code))) }
        },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => result(finding, codes.indexOf(finding.code)))
      }
    ]
  };
  return renderJson(log);
}
function rule(code, entry) {
  if (!entry) return { id: code };
  return {
    id: code,
    shortDescription: { text: entry.doc },
    fullDescription: { text: entry.doc },
    help: { text: entry.fix },
    defaultConfiguration: { level: entry.severity }
  };
}
function result(finding, ruleIndex) {
  const { code, severity, message, fix, related } = finding;
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: `${sarifText(message)} ${sarifText(fix)}` },
    locations: [location(finding)],
    ...related.length > 0 ? {
      relatedLocations: related.map((other) => ({
        ...location(other),
        message: { text: sarifText(other.message) }
      }))
    } : {}
  };
}
function location({
  file,
  line,
  column
}) {
  const uri = file.split("/").map(encode).join("/");
  return {
    physicalLocation: {
      artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
      region: { startLine: line, startColumn: column }
    }
  };
}
function encode(part) {
  return encodeURIComponent(part.replace(new RegExp("\\p{Cs}", "gu"), "�"));
}
function sarifText(text) {
  return plainLine(text).replace(/[[\]\\]/gu, (c) => `\\${c}`).replaceAll("{", "{{").replaceAll("}", "}}");
}
export {
  renderFindingsSarif
};
