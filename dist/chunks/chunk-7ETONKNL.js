import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  READING_CODES
} from "./chunk-3PMDYGTO.js";
import {
  ID_PATTERN,
  isId
} from "./chunk-UI4DGNQ4.js";
import {
  plain,
  quote
} from "./chunk-F7BA4QXU.js";
import {
  nearest
} from "./chunk-MRFNKC6V.js";

// src/book/grant-key.ts
import { hash } from "node:crypto";
function grantKey(path) {
  return hash("sha256", path, "buffer").toString("hex", 0, 8);
}
var ENCODER = new TextEncoder();
function blobId(content) {
  const header = ENCODER.encode(`blob ${content.byteLength}\0`);
  const whole = new Uint8Array(header.length + content.length);
  whole.set(header);
  whole.set(content, header.length);
  return hash("sha1", whole);
}

// src/book/yaml/position.ts
function placeAt(text, offset) {
  const end = Math.max(0, Math.min(offset, text.length));
  let line = 1;
  let start = 0;
  for (let next = text.indexOf("\n"); next !== -1 && next < end; next = text.indexOf("\n", start)) {
    line++;
    start = next + 1;
  }
  return { line, column: end - start + 1 };
}

// src/book/yaml/problem.ts
var MOST_PROBLEMS = 50;
function textProblem(code, message, text, offset, more = {}) {
  return {
    code,
    message,
    fix: more.fix ?? READING_CODES[code].fix,
    pointer: more.pointer ?? [],
    at: placeAt(text, offset)
  };
}
var SECOND = "A second document begins here.";
var TOO_DEEP = "Mappings and lists are nested more than 8 deep.";
function sentence(message) {
  const line = plain(message.split("\n")[0] ?? "");
  return /[.!?]$/u.test(line) ? line : `${line}.`;
}

// src/book/code-points.ts
function codePoints(text) {
  let count2 = 0;
  for (const _ of text) count2++;
  return count2;
}

// src/generated/validators.js
var validate_settings = validate20;
var schema31 = { "type": "object", "properties": { "organization": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9-]{0,38}$", "title": "Organization", "description": "The GitHub organisation.", "examples": ["acme"] }, "repository": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9-]{0,38}\\/[A-Za-z0-9._-]{1,100}$", "title": "Repository", "description": "This repository, owner and name. It also names the policies that Grantbook owns in each system.", "examples": ["acme/access"] }, "governance": { "type": "string", "pattern": "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$", "title": "Governance", "description": "Owns everything that has no nearer owner.", "examples": ["@acme/access-governance"] }, "security": { "type": "string", "pattern": "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$", "title": "Security", "description": "Owns suspensions.", "examples": ["@acme/security"] }, "app": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,99}$", "title": "App", "description": "Slug of the GitHub App: the only accepted author of our pull requests and checks.", "examples": ["grantbook-acme"] }, "evidence": { "type": "object", "properties": { "signers": { "minItems": 1, "maxItems": 20, "type": "array", "items": { "type": "string", "pattern": "^ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[A-P][A-Za-z0-9+/]{42}( [^\\r\\n]{1,100})?$" }, "title": "Signers", "description": "SSH public keys that may sign commits on the evidence branch." } }, "required": ["signers"], "additionalProperties": false, "title": "Evidence" }, "ticket": { "type": "object", "properties": { "pattern": { "type": "string", "minLength": 1, "maxLength": 200, "title": "Pattern", "description": "Regular expression (RE2, linear time) that a whole ticket must match.", "examples": ["(OPS|SEC)-[0-9]+"] }, "url": { "type": "string", "pattern": `^https:\\/\\/[^\\s"'<>]{1,300}$`, "title": "Link", "description": "Where a ticket is found; `{ticket}` stands for its name.", "examples": ["https://tickets.acme.example/{ticket}"] } }, "required": ["pattern", "url"], "additionalProperties": false, "title": "Tickets" }, "risk": { "type": "object", "properties": { "low": { "type": "object", "properties": { "maxDuration": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Longest grant", "description": "The longest time that one grant of this tier may last.", "examples": ["30d"] }, "maxTotal": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Longest total", "description": "The longest time that one subject may hold one entitlement of this tier, all its grants together, gaps under 24 hours counted in.", "examples": ["180d"] }, "approvals": { "type": "integer", "minimum": 1, "maximum": 10, "title": "Approvals", "description": "How many distinct people must approve.", "examples": [1] }, "ticket": { "type": "string", "enum": ["optional", "required"], "title": "Ticket", "description": "Whether a grant of this tier must name a ticket." } }, "required": ["maxDuration", "approvals", "ticket"], "additionalProperties": false, "title": "Risk tier low" }, "medium": { "type": "object", "properties": { "maxDuration": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Longest grant", "description": "The longest time that one grant of this tier may last.", "examples": ["30d"] }, "maxTotal": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Longest total", "description": "The longest time that one subject may hold one entitlement of this tier, all its grants together, gaps under 24 hours counted in.", "examples": ["180d"] }, "approvals": { "type": "integer", "minimum": 1, "maximum": 10, "title": "Approvals", "description": "How many distinct people must approve.", "examples": [1] }, "ticket": { "type": "string", "enum": ["optional", "required"], "title": "Ticket", "description": "Whether a grant of this tier must name a ticket." } }, "required": ["maxDuration", "approvals", "ticket"], "additionalProperties": false, "title": "Risk tier medium" }, "high": { "type": "object", "properties": { "maxDuration": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Longest grant", "description": "The longest time that one grant of this tier may last.", "examples": ["30d"] }, "maxTotal": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Longest total", "description": "The longest time that one subject may hold one entitlement of this tier, all its grants together, gaps under 24 hours counted in.", "examples": ["180d"] }, "approvals": { "type": "integer", "minimum": 1, "maximum": 10, "title": "Approvals", "description": "How many distinct people must approve.", "examples": [1] }, "ticket": { "type": "string", "enum": ["optional", "required"], "title": "Ticket", "description": "Whether a grant of this tier must name a ticket." } }, "required": ["maxDuration", "approvals", "ticket"], "additionalProperties": false, "title": "Risk tier high" }, "critical": { "type": "object", "properties": { "maxDuration": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Longest grant", "description": "The longest time that one grant of this tier may last.", "examples": ["30d"] }, "maxTotal": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Longest total", "description": "The longest time that one subject may hold one entitlement of this tier, all its grants together, gaps under 24 hours counted in.", "examples": ["180d"] }, "approvals": { "type": "integer", "minimum": 1, "maximum": 10, "title": "Approvals", "description": "How many distinct people must approve.", "examples": [1] }, "ticket": { "type": "string", "enum": ["optional", "required"], "title": "Ticket", "description": "Whether a grant of this tier must name a ticket." } }, "required": ["maxDuration", "approvals", "ticket"], "additionalProperties": false, "title": "Risk tier critical" } }, "required": ["low", "medium", "high", "critical"], "additionalProperties": false, "title": "Risk tiers", "description": "What each risk demands. All four are required." }, "approvals": { "type": "object", "properties": { "maxAge": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Oldest approval", "description": "An approval older than this at the merge doesn't count.", "examples": ["14d"] } }, "required": ["maxAge"], "additionalProperties": false, "title": "Approvals" }, "emergency": { "type": "object", "properties": { "maxDuration": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Longest emergency", "description": "The longest time that one break-glass grant may last.", "examples": ["4h"] }, "renewals": { "type": "integer", "minimum": 0, "maximum": 10, "title": "Renewals", "description": "How often it may be renewed for one subject and entitlement before its retrospective is merged.", "examples": [1] }, "reviewWithin": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Review within", "description": "How soon after its end the retrospective must be merged.", "examples": ["3d"] } }, "required": ["maxDuration", "renewals", "reviewWithin"], "additionalProperties": false, "title": "Emergency (break-glass)" }, "outOfBand": { "type": "object", "properties": { "expiresAfter": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Decide within", "description": "How long access found outside the workflow may stand undecided.", "examples": ["7d"] }, "tolerateFor": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Longest toleration", "description": "How far ahead a decision to tolerate may put its end.", "examples": ["180d"] } }, "required": ["expiresAfter", "tolerateFor"], "additionalProperties": false, "title": "Access found outside" }, "guard": { "type": "object", "properties": { "share": { "type": "number", "minimum": 0, "maximum": 1, "title": "Share", "description": "Share of a system’s standing grants whose unexplained removal within 24 hours is withheld.", "examples": [0.1] }, "floor": { "type": "integer", "minimum": 0, "maximum": 1e5, "title": "Floor", "description": "So many unexplained removals pass in any case.", "examples": [5] } }, "required": ["share", "floor"], "additionalProperties": false, "title": "Guard against mass removal" }, "notice": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Notice", "description": "How long before its end requester and subject of a grant are told.", "examples": ["7d"] }, "keys": { "type": "object", "properties": { "maxAge": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Oldest key", "description": "The age at which a static access key is a finding.", "examples": ["90d"] } }, "required": ["maxAge"], "additionalProperties": false, "title": "Static keys" }, "orphans": { "type": "object", "properties": { "grace": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Grace", "description": "How long grants of a workload last after its last active owner or backup has ended.", "examples": ["7d"] } }, "required": ["grace"], "additionalProperties": false, "title": "Orphaned workloads" }, "heartbeat": { "type": "object", "properties": { "staleAfter": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Stale after", "description": "The age at which the nightly’s last sign of life is a warning.", "examples": ["26h"] } }, "required": ["staleAfter"], "additionalProperties": false, "title": "Heartbeat" } }, "required": ["organization", "repository", "governance", "security", "app", "evidence", "ticket", "risk", "approvals", "emergency", "outOfBand", "guard", "notice", "keys", "orphans", "heartbeat"], "additionalProperties": false, "title": "Grantbook settings", "description": "grants/grantbook.yaml: what holds for the whole repository." };
var func0 = Object.prototype.hasOwnProperty;
var pattern4 = new RegExp("^[A-Za-z0-9][A-Za-z0-9-]{0,38}$", "u");
var pattern5 = new RegExp("^[A-Za-z0-9][A-Za-z0-9-]{0,38}\\/[A-Za-z0-9._-]{1,100}$", "u");
var pattern6 = new RegExp("^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$", "u");
var pattern8 = new RegExp("^[a-z0-9][a-z0-9-]{0,99}$", "u");
var pattern9 = new RegExp("^ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[A-P][A-Za-z0-9+/]{42}( [^\\r\\n]{1,100})?$", "u");
var pattern10 = new RegExp(`^https:\\/\\/[^\\s"'<>]{1,300}$`, "u");
var pattern11 = new RegExp("^[1-9]\\d{0,5}[mhd]$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.organization === void 0 || !func0.call(data, "organization")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "organization" }, message: "must have required property 'organization'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.repository === void 0 || !func0.call(data, "repository")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "repository" }, message: "must have required property 'repository'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.governance === void 0 || !func0.call(data, "governance")) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "governance" }, message: "must have required property 'governance'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.security === void 0 || !func0.call(data, "security")) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "security" }, message: "must have required property 'security'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.app === void 0 || !func0.call(data, "app")) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "app" }, message: "must have required property 'app'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.evidence === void 0 || !func0.call(data, "evidence")) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "evidence" }, message: "must have required property 'evidence'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    if (data.ticket === void 0 || !func0.call(data, "ticket")) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "ticket" }, message: "must have required property 'ticket'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    if (data.risk === void 0 || !func0.call(data, "risk")) {
      const err7 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "risk" }, message: "must have required property 'risk'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    if (data.approvals === void 0 || !func0.call(data, "approvals")) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "approvals" }, message: "must have required property 'approvals'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (data.emergency === void 0 || !func0.call(data, "emergency")) {
      const err9 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "emergency" }, message: "must have required property 'emergency'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err9];
      } else {
        vErrors.push(err9);
      }
      errors++;
    }
    if (data.outOfBand === void 0 || !func0.call(data, "outOfBand")) {
      const err10 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "outOfBand" }, message: "must have required property 'outOfBand'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    if (data.guard === void 0 || !func0.call(data, "guard")) {
      const err11 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "guard" }, message: "must have required property 'guard'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    }
    if (data.notice === void 0 || !func0.call(data, "notice")) {
      const err12 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "notice" }, message: "must have required property 'notice'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
    if (data.keys === void 0 || !func0.call(data, "keys")) {
      const err13 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "keys" }, message: "must have required property 'keys'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err13];
      } else {
        vErrors.push(err13);
      }
      errors++;
    }
    if (data.orphans === void 0 || !func0.call(data, "orphans")) {
      const err14 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "orphans" }, message: "must have required property 'orphans'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err14];
      } else {
        vErrors.push(err14);
      }
      errors++;
    }
    if (data.heartbeat === void 0 || !func0.call(data, "heartbeat")) {
      const err15 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "heartbeat" }, message: "must have required property 'heartbeat'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err15];
      } else {
        vErrors.push(err15);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema31.properties, key0)) {
        const err16 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31, data };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.organization !== void 0 && func0.call(data, "organization")) {
      let data0 = data.organization;
      if (typeof data0 === "string") {
        if (!pattern4.test(data0)) {
          const err17 = { instancePath: instancePath + "/organization", schemaPath: "#/properties/organization/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9-]{0,38}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9-]{0,38}$"', schema: "^[A-Za-z0-9][A-Za-z0-9-]{0,38}$", parentSchema: schema31.properties.organization, data: data0 };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      } else {
        const err18 = { instancePath: instancePath + "/organization", schemaPath: "#/properties/organization/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.organization.type, parentSchema: schema31.properties.organization, data: data0 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.repository !== void 0 && func0.call(data, "repository")) {
      let data1 = data.repository;
      if (typeof data1 === "string") {
        if (!pattern5.test(data1)) {
          const err19 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9-]{0,38}\\/[A-Za-z0-9._-]{1,100}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9-]{0,38}\\/[A-Za-z0-9._-]{1,100}$"', schema: "^[A-Za-z0-9][A-Za-z0-9-]{0,38}\\/[A-Za-z0-9._-]{1,100}$", parentSchema: schema31.properties.repository, data: data1 };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      } else {
        const err20 = { instancePath: instancePath + "/repository", schemaPath: "#/properties/repository/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.repository.type, parentSchema: schema31.properties.repository, data: data1 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.governance !== void 0 && func0.call(data, "governance")) {
      let data2 = data.governance;
      if (typeof data2 === "string") {
        if (!pattern6.test(data2)) {
          const err21 = { instancePath: instancePath + "/governance", schemaPath: "#/properties/governance/pattern", keyword: "pattern", params: { pattern: "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$" }, message: 'must match pattern "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$"', schema: "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$", parentSchema: schema31.properties.governance, data: data2 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
      } else {
        const err22 = { instancePath: instancePath + "/governance", schemaPath: "#/properties/governance/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.governance.type, parentSchema: schema31.properties.governance, data: data2 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    if (data.security !== void 0 && func0.call(data, "security")) {
      let data3 = data.security;
      if (typeof data3 === "string") {
        if (!pattern6.test(data3)) {
          const err23 = { instancePath: instancePath + "/security", schemaPath: "#/properties/security/pattern", keyword: "pattern", params: { pattern: "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$" }, message: 'must match pattern "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$"', schema: "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$", parentSchema: schema31.properties.security, data: data3 };
          if (vErrors === null) {
            vErrors = [err23];
          } else {
            vErrors.push(err23);
          }
          errors++;
        }
      } else {
        const err24 = { instancePath: instancePath + "/security", schemaPath: "#/properties/security/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.security.type, parentSchema: schema31.properties.security, data: data3 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.app !== void 0 && func0.call(data, "app")) {
      let data4 = data.app;
      if (typeof data4 === "string") {
        if (!pattern8.test(data4)) {
          const err25 = { instancePath: instancePath + "/app", schemaPath: "#/properties/app/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,99}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,99}$"', schema: "^[a-z0-9][a-z0-9-]{0,99}$", parentSchema: schema31.properties.app, data: data4 };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      } else {
        const err26 = { instancePath: instancePath + "/app", schemaPath: "#/properties/app/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.app.type, parentSchema: schema31.properties.app, data: data4 };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.evidence !== void 0 && func0.call(data, "evidence")) {
      let data5 = data.evidence;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (data5.signers === void 0 || !func0.call(data5, "signers")) {
          const err27 = { instancePath: instancePath + "/evidence", schemaPath: "#/properties/evidence/required", keyword: "required", params: { missingProperty: "signers" }, message: "must have required property 'signers'", schema: schema31.properties.evidence.required, parentSchema: schema31.properties.evidence, data: data5 };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
        for (const key1 of Object.keys(data5)) {
          if (!(key1 === "signers")) {
            const err28 = { instancePath: instancePath + "/evidence", schemaPath: "#/properties/evidence/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.evidence, data: data5 };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
        if (data5.signers !== void 0 && func0.call(data5, "signers")) {
          let data6 = data5.signers;
          if (Array.isArray(data6)) {
            if (data6.length > 20) {
              const err29 = { instancePath: instancePath + "/evidence/signers", schemaPath: "#/properties/evidence/properties/signers/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items", schema: 20, parentSchema: schema31.properties.evidence.properties.signers, data: data6 };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
            if (data6.length < 1) {
              const err30 = { instancePath: instancePath + "/evidence/signers", schemaPath: "#/properties/evidence/properties/signers/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema31.properties.evidence.properties.signers, data: data6 };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
            const len0 = data6.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data7 = data6[i0];
              if (typeof data7 === "string") {
                if (!pattern9.test(data7)) {
                  const err31 = { instancePath: instancePath + "/evidence/signers/" + i0, schemaPath: "#/properties/evidence/properties/signers/items/pattern", keyword: "pattern", params: { pattern: "^ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[A-P][A-Za-z0-9+/]{42}( [^\\r\\n]{1,100})?$" }, message: 'must match pattern "^ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[A-P][A-Za-z0-9+/]{42}( [^\\r\\n]{1,100})?$"', schema: "^ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[A-P][A-Za-z0-9+/]{42}( [^\\r\\n]{1,100})?$", parentSchema: schema31.properties.evidence.properties.signers.items, data: data7 };
                  if (vErrors === null) {
                    vErrors = [err31];
                  } else {
                    vErrors.push(err31);
                  }
                  errors++;
                }
              } else {
                const err32 = { instancePath: instancePath + "/evidence/signers/" + i0, schemaPath: "#/properties/evidence/properties/signers/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.evidence.properties.signers.items.type, parentSchema: schema31.properties.evidence.properties.signers.items, data: data7 };
                if (vErrors === null) {
                  vErrors = [err32];
                } else {
                  vErrors.push(err32);
                }
                errors++;
              }
            }
          } else {
            const err33 = { instancePath: instancePath + "/evidence/signers", schemaPath: "#/properties/evidence/properties/signers/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema31.properties.evidence.properties.signers.type, parentSchema: schema31.properties.evidence.properties.signers, data: data6 };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
      } else {
        const err34 = { instancePath: instancePath + "/evidence", schemaPath: "#/properties/evidence/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.evidence.type, parentSchema: schema31.properties.evidence, data: data5 };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
    if (data.ticket !== void 0 && func0.call(data, "ticket")) {
      let data8 = data.ticket;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        if (data8.pattern === void 0 || !func0.call(data8, "pattern")) {
          const err35 = { instancePath: instancePath + "/ticket", schemaPath: "#/properties/ticket/required", keyword: "required", params: { missingProperty: "pattern" }, message: "must have required property 'pattern'", schema: schema31.properties.ticket.required, parentSchema: schema31.properties.ticket, data: data8 };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
        if (data8.url === void 0 || !func0.call(data8, "url")) {
          const err36 = { instancePath: instancePath + "/ticket", schemaPath: "#/properties/ticket/required", keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'", schema: schema31.properties.ticket.required, parentSchema: schema31.properties.ticket, data: data8 };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
        for (const key2 of Object.keys(data8)) {
          if (!(key2 === "pattern" || key2 === "url")) {
            const err37 = { instancePath: instancePath + "/ticket", schemaPath: "#/properties/ticket/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.ticket, data: data8 };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
        if (data8.pattern !== void 0 && func0.call(data8, "pattern")) {
          let data9 = data8.pattern;
          if (typeof data9 === "string") {
            if (codePoints(data9) > 200) {
              const err38 = { instancePath: instancePath + "/ticket/pattern", schemaPath: "#/properties/ticket/properties/pattern/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema31.properties.ticket.properties.pattern, data: data9 };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
            if (codePoints(data9) < 1) {
              const err39 = { instancePath: instancePath + "/ticket/pattern", schemaPath: "#/properties/ticket/properties/pattern/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema31.properties.ticket.properties.pattern, data: data9 };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
          } else {
            const err40 = { instancePath: instancePath + "/ticket/pattern", schemaPath: "#/properties/ticket/properties/pattern/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.ticket.properties.pattern.type, parentSchema: schema31.properties.ticket.properties.pattern, data: data9 };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
        }
        if (data8.url !== void 0 && func0.call(data8, "url")) {
          let data10 = data8.url;
          if (typeof data10 === "string") {
            if (!pattern10.test(data10)) {
              const err41 = { instancePath: instancePath + "/ticket/url", schemaPath: "#/properties/ticket/properties/url/pattern", keyword: "pattern", params: { pattern: `^https:\\/\\/[^\\s"'<>]{1,300}$` }, message: `must match pattern "^https:\\/\\/[^\\s"'<>]{1,300}$"`, schema: `^https:\\/\\/[^\\s"'<>]{1,300}$`, parentSchema: schema31.properties.ticket.properties.url, data: data10 };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
          } else {
            const err42 = { instancePath: instancePath + "/ticket/url", schemaPath: "#/properties/ticket/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.ticket.properties.url.type, parentSchema: schema31.properties.ticket.properties.url, data: data10 };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
        }
      } else {
        const err43 = { instancePath: instancePath + "/ticket", schemaPath: "#/properties/ticket/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.ticket.type, parentSchema: schema31.properties.ticket, data: data8 };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
    }
    if (data.risk !== void 0 && func0.call(data, "risk")) {
      let data11 = data.risk;
      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
        if (data11.low === void 0 || !func0.call(data11, "low")) {
          const err44 = { instancePath: instancePath + "/risk", schemaPath: "#/properties/risk/required", keyword: "required", params: { missingProperty: "low" }, message: "must have required property 'low'", schema: schema31.properties.risk.required, parentSchema: schema31.properties.risk, data: data11 };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
        if (data11.medium === void 0 || !func0.call(data11, "medium")) {
          const err45 = { instancePath: instancePath + "/risk", schemaPath: "#/properties/risk/required", keyword: "required", params: { missingProperty: "medium" }, message: "must have required property 'medium'", schema: schema31.properties.risk.required, parentSchema: schema31.properties.risk, data: data11 };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        }
        if (data11.high === void 0 || !func0.call(data11, "high")) {
          const err46 = { instancePath: instancePath + "/risk", schemaPath: "#/properties/risk/required", keyword: "required", params: { missingProperty: "high" }, message: "must have required property 'high'", schema: schema31.properties.risk.required, parentSchema: schema31.properties.risk, data: data11 };
          if (vErrors === null) {
            vErrors = [err46];
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
        if (data11.critical === void 0 || !func0.call(data11, "critical")) {
          const err47 = { instancePath: instancePath + "/risk", schemaPath: "#/properties/risk/required", keyword: "required", params: { missingProperty: "critical" }, message: "must have required property 'critical'", schema: schema31.properties.risk.required, parentSchema: schema31.properties.risk, data: data11 };
          if (vErrors === null) {
            vErrors = [err47];
          } else {
            vErrors.push(err47);
          }
          errors++;
        }
        for (const key3 of Object.keys(data11)) {
          if (!(key3 === "low" || key3 === "medium" || key3 === "high" || key3 === "critical")) {
            const err48 = { instancePath: instancePath + "/risk", schemaPath: "#/properties/risk/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.risk, data: data11 };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
        }
        if (data11.low !== void 0 && func0.call(data11, "low")) {
          let data12 = data11.low;
          if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
            if (data12.maxDuration === void 0 || !func0.call(data12, "maxDuration")) {
              const err49 = { instancePath: instancePath + "/risk/low", schemaPath: "#/properties/risk/properties/low/required", keyword: "required", params: { missingProperty: "maxDuration" }, message: "must have required property 'maxDuration'", schema: schema31.properties.risk.properties.low.required, parentSchema: schema31.properties.risk.properties.low, data: data12 };
              if (vErrors === null) {
                vErrors = [err49];
              } else {
                vErrors.push(err49);
              }
              errors++;
            }
            if (data12.approvals === void 0 || !func0.call(data12, "approvals")) {
              const err50 = { instancePath: instancePath + "/risk/low", schemaPath: "#/properties/risk/properties/low/required", keyword: "required", params: { missingProperty: "approvals" }, message: "must have required property 'approvals'", schema: schema31.properties.risk.properties.low.required, parentSchema: schema31.properties.risk.properties.low, data: data12 };
              if (vErrors === null) {
                vErrors = [err50];
              } else {
                vErrors.push(err50);
              }
              errors++;
            }
            if (data12.ticket === void 0 || !func0.call(data12, "ticket")) {
              const err51 = { instancePath: instancePath + "/risk/low", schemaPath: "#/properties/risk/properties/low/required", keyword: "required", params: { missingProperty: "ticket" }, message: "must have required property 'ticket'", schema: schema31.properties.risk.properties.low.required, parentSchema: schema31.properties.risk.properties.low, data: data12 };
              if (vErrors === null) {
                vErrors = [err51];
              } else {
                vErrors.push(err51);
              }
              errors++;
            }
            for (const key4 of Object.keys(data12)) {
              if (!(key4 === "maxDuration" || key4 === "maxTotal" || key4 === "approvals" || key4 === "ticket")) {
                const err52 = { instancePath: instancePath + "/risk/low", schemaPath: "#/properties/risk/properties/low/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.risk.properties.low, data: data12 };
                if (vErrors === null) {
                  vErrors = [err52];
                } else {
                  vErrors.push(err52);
                }
                errors++;
              }
            }
            if (data12.maxDuration !== void 0 && func0.call(data12, "maxDuration")) {
              let data13 = data12.maxDuration;
              if (typeof data13 === "string") {
                if (!pattern11.test(data13)) {
                  const err53 = { instancePath: instancePath + "/risk/low/maxDuration", schemaPath: "#/properties/risk/properties/low/properties/maxDuration/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema31.properties.risk.properties.low.properties.maxDuration, data: data13 };
                  if (vErrors === null) {
                    vErrors = [err53];
                  } else {
                    vErrors.push(err53);
                  }
                  errors++;
                }
              } else {
                const err54 = { instancePath: instancePath + "/risk/low/maxDuration", schemaPath: "#/properties/risk/properties/low/properties/maxDuration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.risk.properties.low.properties.maxDuration.type, parentSchema: schema31.properties.risk.properties.low.properties.maxDuration, data: data13 };
                if (vErrors === null) {
                  vErrors = [err54];
                } else {
                  vErrors.push(err54);
                }
                errors++;
              }
            }
            if (data12.maxTotal !== void 0 && func0.call(data12, "maxTotal")) {
              let data14 = data12.maxTotal;
              if (typeof data14 === "string") {
                if (!pattern11.test(data14)) {
                  const err55 = { instancePath: instancePath + "/risk/low/maxTotal", schemaPath: "#/properties/risk/properties/low/properties/maxTotal/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema31.properties.risk.properties.low.properties.maxTotal, data: data14 };
                  if (vErrors === null) {
                    vErrors = [err55];
                  } else {
                    vErrors.push(err55);
                  }
                  errors++;
                }
              } else {
                const err56 = { instancePath: instancePath + "/risk/low/maxTotal", schemaPath: "#/properties/risk/properties/low/properties/maxTotal/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.risk.properties.low.properties.maxTotal.type, parentSchema: schema31.properties.risk.properties.low.properties.maxTotal, data: data14 };
                if (vErrors === null) {
                  vErrors = [err56];
                } else {
                  vErrors.push(err56);
                }
                errors++;
              }
            }
            if (data12.approvals !== void 0 && func0.call(data12, "approvals")) {
              let data15 = data12.approvals;
              if (!(typeof data15 == "number" && (!(data15 % 1) && !isNaN(data15)) && isFinite(data15))) {
                const err57 = { instancePath: instancePath + "/risk/low/approvals", schemaPath: "#/properties/risk/properties/low/properties/approvals/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.risk.properties.low.properties.approvals.type, parentSchema: schema31.properties.risk.properties.low.properties.approvals, data: data15 };
                if (vErrors === null) {
                  vErrors = [err57];
                } else {
                  vErrors.push(err57);
                }
                errors++;
              }
              if (typeof data15 == "number" && isFinite(data15)) {
                if (data15 > 10 || isNaN(data15)) {
                  const err58 = { instancePath: instancePath + "/risk/low/approvals", schemaPath: "#/properties/risk/properties/low/properties/approvals/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, message: "must be <= 10", schema: 10, parentSchema: schema31.properties.risk.properties.low.properties.approvals, data: data15 };
                  if (vErrors === null) {
                    vErrors = [err58];
                  } else {
                    vErrors.push(err58);
                  }
                  errors++;
                }
                if (data15 < 1 || isNaN(data15)) {
                  const err59 = { instancePath: instancePath + "/risk/low/approvals", schemaPath: "#/properties/risk/properties/low/properties/approvals/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema31.properties.risk.properties.low.properties.approvals, data: data15 };
                  if (vErrors === null) {
                    vErrors = [err59];
                  } else {
                    vErrors.push(err59);
                  }
                  errors++;
                }
              }
            }
            if (data12.ticket !== void 0 && func0.call(data12, "ticket")) {
              let data16 = data12.ticket;
              if (typeof data16 !== "string") {
                const err60 = { instancePath: instancePath + "/risk/low/ticket", schemaPath: "#/properties/risk/properties/low/properties/ticket/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.risk.properties.low.properties.ticket.type, parentSchema: schema31.properties.risk.properties.low.properties.ticket, data: data16 };
                if (vErrors === null) {
                  vErrors = [err60];
                } else {
                  vErrors.push(err60);
                }
                errors++;
              }
              if (!(data16 === "optional" || data16 === "required")) {
                const err61 = { instancePath: instancePath + "/risk/low/ticket", schemaPath: "#/properties/risk/properties/low/properties/ticket/enum", keyword: "enum", params: { allowedValues: schema31.properties.risk.properties.low.properties.ticket.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.risk.properties.low.properties.ticket.enum, parentSchema: schema31.properties.risk.properties.low.properties.ticket, data: data16 };
                if (vErrors === null) {
                  vErrors = [err61];
                } else {
                  vErrors.push(err61);
                }
                errors++;
              }
            }
          } else {
            const err62 = { instancePath: instancePath + "/risk/low", schemaPath: "#/properties/risk/properties/low/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.risk.properties.low.type, parentSchema: schema31.properties.risk.properties.low, data: data12 };
            if (vErrors === null) {
              vErrors = [err62];
            } else {
              vErrors.push(err62);
            }
            errors++;
          }
        }
        if (data11.medium !== void 0 && func0.call(data11, "medium")) {
          let data17 = data11.medium;
          if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
            if (data17.maxDuration === void 0 || !func0.call(data17, "maxDuration")) {
              const err63 = { instancePath: instancePath + "/risk/medium", schemaPath: "#/properties/risk/properties/medium/required", keyword: "required", params: { missingProperty: "maxDuration" }, message: "must have required property 'maxDuration'", schema: schema31.properties.risk.properties.medium.required, parentSchema: schema31.properties.risk.properties.medium, data: data17 };
              if (vErrors === null) {
                vErrors = [err63];
              } else {
                vErrors.push(err63);
              }
              errors++;
            }
            if (data17.approvals === void 0 || !func0.call(data17, "approvals")) {
              const err64 = { instancePath: instancePath + "/risk/medium", schemaPath: "#/properties/risk/properties/medium/required", keyword: "required", params: { missingProperty: "approvals" }, message: "must have required property 'approvals'", schema: schema31.properties.risk.properties.medium.required, parentSchema: schema31.properties.risk.properties.medium, data: data17 };
              if (vErrors === null) {
                vErrors = [err64];
              } else {
                vErrors.push(err64);
              }
              errors++;
            }
            if (data17.ticket === void 0 || !func0.call(data17, "ticket")) {
              const err65 = { instancePath: instancePath + "/risk/medium", schemaPath: "#/properties/risk/properties/medium/required", keyword: "required", params: { missingProperty: "ticket" }, message: "must have required property 'ticket'", schema: schema31.properties.risk.properties.medium.required, parentSchema: schema31.properties.risk.properties.medium, data: data17 };
              if (vErrors === null) {
                vErrors = [err65];
              } else {
                vErrors.push(err65);
              }
              errors++;
            }
            for (const key5 of Object.keys(data17)) {
              if (!(key5 === "maxDuration" || key5 === "maxTotal" || key5 === "approvals" || key5 === "ticket")) {
                const err66 = { instancePath: instancePath + "/risk/medium", schemaPath: "#/properties/risk/properties/medium/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.risk.properties.medium, data: data17 };
                if (vErrors === null) {
                  vErrors = [err66];
                } else {
                  vErrors.push(err66);
                }
                errors++;
              }
            }
            if (data17.maxDuration !== void 0 && func0.call(data17, "maxDuration")) {
              let data18 = data17.maxDuration;
              if (typeof data18 === "string") {
                if (!pattern11.test(data18)) {
                  const err67 = { instancePath: instancePath + "/risk/medium/maxDuration", schemaPath: "#/properties/risk/properties/medium/properties/maxDuration/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema31.properties.risk.properties.medium.properties.maxDuration, data: data18 };
                  if (vErrors === null) {
                    vErrors = [err67];
                  } else {
                    vErrors.push(err67);
                  }
                  errors++;
                }
              } else {
                const err68 = { instancePath: instancePath + "/risk/medium/maxDuration", schemaPath: "#/properties/risk/properties/medium/properties/maxDuration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.risk.properties.medium.properties.maxDuration.type, parentSchema: schema31.properties.risk.properties.medium.properties.maxDuration, data: data18 };
                if (vErrors === null) {
                  vErrors = [err68];
                } else {
                  vErrors.push(err68);
                }
                errors++;
              }
            }
            if (data17.maxTotal !== void 0 && func0.call(data17, "maxTotal")) {
              let data19 = data17.maxTotal;
              if (typeof data19 === "string") {
                if (!pattern11.test(data19)) {
                  const err69 = { instancePath: instancePath + "/risk/medium/maxTotal", schemaPath: "#/properties/risk/properties/medium/properties/maxTotal/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema31.properties.risk.properties.medium.properties.maxTotal, data: data19 };
                  if (vErrors === null) {
                    vErrors = [err69];
                  } else {
                    vErrors.push(err69);
                  }
                  errors++;
                }
              } else {
                const err70 = { instancePath: instancePath + "/risk/medium/maxTotal", schemaPath: "#/properties/risk/properties/medium/properties/maxTotal/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.risk.properties.medium.properties.maxTotal.type, parentSchema: schema31.properties.risk.properties.medium.properties.maxTotal, data: data19 };
                if (vErrors === null) {
                  vErrors = [err70];
                } else {
                  vErrors.push(err70);
                }
                errors++;
              }
            }
            if (data17.approvals !== void 0 && func0.call(data17, "approvals")) {
              let data20 = data17.approvals;
              if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
                const err71 = { instancePath: instancePath + "/risk/medium/approvals", schemaPath: "#/properties/risk/properties/medium/properties/approvals/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.risk.properties.medium.properties.approvals.type, parentSchema: schema31.properties.risk.properties.medium.properties.approvals, data: data20 };
                if (vErrors === null) {
                  vErrors = [err71];
                } else {
                  vErrors.push(err71);
                }
                errors++;
              }
              if (typeof data20 == "number" && isFinite(data20)) {
                if (data20 > 10 || isNaN(data20)) {
                  const err72 = { instancePath: instancePath + "/risk/medium/approvals", schemaPath: "#/properties/risk/properties/medium/properties/approvals/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, message: "must be <= 10", schema: 10, parentSchema: schema31.properties.risk.properties.medium.properties.approvals, data: data20 };
                  if (vErrors === null) {
                    vErrors = [err72];
                  } else {
                    vErrors.push(err72);
                  }
                  errors++;
                }
                if (data20 < 1 || isNaN(data20)) {
                  const err73 = { instancePath: instancePath + "/risk/medium/approvals", schemaPath: "#/properties/risk/properties/medium/properties/approvals/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema31.properties.risk.properties.medium.properties.approvals, data: data20 };
                  if (vErrors === null) {
                    vErrors = [err73];
                  } else {
                    vErrors.push(err73);
                  }
                  errors++;
                }
              }
            }
            if (data17.ticket !== void 0 && func0.call(data17, "ticket")) {
              let data21 = data17.ticket;
              if (typeof data21 !== "string") {
                const err74 = { instancePath: instancePath + "/risk/medium/ticket", schemaPath: "#/properties/risk/properties/medium/properties/ticket/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.risk.properties.medium.properties.ticket.type, parentSchema: schema31.properties.risk.properties.medium.properties.ticket, data: data21 };
                if (vErrors === null) {
                  vErrors = [err74];
                } else {
                  vErrors.push(err74);
                }
                errors++;
              }
              if (!(data21 === "optional" || data21 === "required")) {
                const err75 = { instancePath: instancePath + "/risk/medium/ticket", schemaPath: "#/properties/risk/properties/medium/properties/ticket/enum", keyword: "enum", params: { allowedValues: schema31.properties.risk.properties.medium.properties.ticket.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.risk.properties.medium.properties.ticket.enum, parentSchema: schema31.properties.risk.properties.medium.properties.ticket, data: data21 };
                if (vErrors === null) {
                  vErrors = [err75];
                } else {
                  vErrors.push(err75);
                }
                errors++;
              }
            }
          } else {
            const err76 = { instancePath: instancePath + "/risk/medium", schemaPath: "#/properties/risk/properties/medium/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.risk.properties.medium.type, parentSchema: schema31.properties.risk.properties.medium, data: data17 };
            if (vErrors === null) {
              vErrors = [err76];
            } else {
              vErrors.push(err76);
            }
            errors++;
          }
        }
        if (data11.high !== void 0 && func0.call(data11, "high")) {
          let data22 = data11.high;
          if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
            if (data22.maxDuration === void 0 || !func0.call(data22, "maxDuration")) {
              const err77 = { instancePath: instancePath + "/risk/high", schemaPath: "#/properties/risk/properties/high/required", keyword: "required", params: { missingProperty: "maxDuration" }, message: "must have required property 'maxDuration'", schema: schema31.properties.risk.properties.high.required, parentSchema: schema31.properties.risk.properties.high, data: data22 };
              if (vErrors === null) {
                vErrors = [err77];
              } else {
                vErrors.push(err77);
              }
              errors++;
            }
            if (data22.approvals === void 0 || !func0.call(data22, "approvals")) {
              const err78 = { instancePath: instancePath + "/risk/high", schemaPath: "#/properties/risk/properties/high/required", keyword: "required", params: { missingProperty: "approvals" }, message: "must have required property 'approvals'", schema: schema31.properties.risk.properties.high.required, parentSchema: schema31.properties.risk.properties.high, data: data22 };
              if (vErrors === null) {
                vErrors = [err78];
              } else {
                vErrors.push(err78);
              }
              errors++;
            }
            if (data22.ticket === void 0 || !func0.call(data22, "ticket")) {
              const err79 = { instancePath: instancePath + "/risk/high", schemaPath: "#/properties/risk/properties/high/required", keyword: "required", params: { missingProperty: "ticket" }, message: "must have required property 'ticket'", schema: schema31.properties.risk.properties.high.required, parentSchema: schema31.properties.risk.properties.high, data: data22 };
              if (vErrors === null) {
                vErrors = [err79];
              } else {
                vErrors.push(err79);
              }
              errors++;
            }
            for (const key6 of Object.keys(data22)) {
              if (!(key6 === "maxDuration" || key6 === "maxTotal" || key6 === "approvals" || key6 === "ticket")) {
                const err80 = { instancePath: instancePath + "/risk/high", schemaPath: "#/properties/risk/properties/high/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.risk.properties.high, data: data22 };
                if (vErrors === null) {
                  vErrors = [err80];
                } else {
                  vErrors.push(err80);
                }
                errors++;
              }
            }
            if (data22.maxDuration !== void 0 && func0.call(data22, "maxDuration")) {
              let data23 = data22.maxDuration;
              if (typeof data23 === "string") {
                if (!pattern11.test(data23)) {
                  const err81 = { instancePath: instancePath + "/risk/high/maxDuration", schemaPath: "#/properties/risk/properties/high/properties/maxDuration/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema31.properties.risk.properties.high.properties.maxDuration, data: data23 };
                  if (vErrors === null) {
                    vErrors = [err81];
                  } else {
                    vErrors.push(err81);
                  }
                  errors++;
                }
              } else {
                const err82 = { instancePath: instancePath + "/risk/high/maxDuration", schemaPath: "#/properties/risk/properties/high/properties/maxDuration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.risk.properties.high.properties.maxDuration.type, parentSchema: schema31.properties.risk.properties.high.properties.maxDuration, data: data23 };
                if (vErrors === null) {
                  vErrors = [err82];
                } else {
                  vErrors.push(err82);
                }
                errors++;
              }
            }
            if (data22.maxTotal !== void 0 && func0.call(data22, "maxTotal")) {
              let data24 = data22.maxTotal;
              if (typeof data24 === "string") {
                if (!pattern11.test(data24)) {
                  const err83 = { instancePath: instancePath + "/risk/high/maxTotal", schemaPath: "#/properties/risk/properties/high/properties/maxTotal/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema31.properties.risk.properties.high.properties.maxTotal, data: data24 };
                  if (vErrors === null) {
                    vErrors = [err83];
                  } else {
                    vErrors.push(err83);
                  }
                  errors++;
                }
              } else {
                const err84 = { instancePath: instancePath + "/risk/high/maxTotal", schemaPath: "#/properties/risk/properties/high/properties/maxTotal/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.risk.properties.high.properties.maxTotal.type, parentSchema: schema31.properties.risk.properties.high.properties.maxTotal, data: data24 };
                if (vErrors === null) {
                  vErrors = [err84];
                } else {
                  vErrors.push(err84);
                }
                errors++;
              }
            }
            if (data22.approvals !== void 0 && func0.call(data22, "approvals")) {
              let data25 = data22.approvals;
              if (!(typeof data25 == "number" && (!(data25 % 1) && !isNaN(data25)) && isFinite(data25))) {
                const err85 = { instancePath: instancePath + "/risk/high/approvals", schemaPath: "#/properties/risk/properties/high/properties/approvals/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.risk.properties.high.properties.approvals.type, parentSchema: schema31.properties.risk.properties.high.properties.approvals, data: data25 };
                if (vErrors === null) {
                  vErrors = [err85];
                } else {
                  vErrors.push(err85);
                }
                errors++;
              }
              if (typeof data25 == "number" && isFinite(data25)) {
                if (data25 > 10 || isNaN(data25)) {
                  const err86 = { instancePath: instancePath + "/risk/high/approvals", schemaPath: "#/properties/risk/properties/high/properties/approvals/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, message: "must be <= 10", schema: 10, parentSchema: schema31.properties.risk.properties.high.properties.approvals, data: data25 };
                  if (vErrors === null) {
                    vErrors = [err86];
                  } else {
                    vErrors.push(err86);
                  }
                  errors++;
                }
                if (data25 < 1 || isNaN(data25)) {
                  const err87 = { instancePath: instancePath + "/risk/high/approvals", schemaPath: "#/properties/risk/properties/high/properties/approvals/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema31.properties.risk.properties.high.properties.approvals, data: data25 };
                  if (vErrors === null) {
                    vErrors = [err87];
                  } else {
                    vErrors.push(err87);
                  }
                  errors++;
                }
              }
            }
            if (data22.ticket !== void 0 && func0.call(data22, "ticket")) {
              let data26 = data22.ticket;
              if (typeof data26 !== "string") {
                const err88 = { instancePath: instancePath + "/risk/high/ticket", schemaPath: "#/properties/risk/properties/high/properties/ticket/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.risk.properties.high.properties.ticket.type, parentSchema: schema31.properties.risk.properties.high.properties.ticket, data: data26 };
                if (vErrors === null) {
                  vErrors = [err88];
                } else {
                  vErrors.push(err88);
                }
                errors++;
              }
              if (!(data26 === "optional" || data26 === "required")) {
                const err89 = { instancePath: instancePath + "/risk/high/ticket", schemaPath: "#/properties/risk/properties/high/properties/ticket/enum", keyword: "enum", params: { allowedValues: schema31.properties.risk.properties.high.properties.ticket.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.risk.properties.high.properties.ticket.enum, parentSchema: schema31.properties.risk.properties.high.properties.ticket, data: data26 };
                if (vErrors === null) {
                  vErrors = [err89];
                } else {
                  vErrors.push(err89);
                }
                errors++;
              }
            }
          } else {
            const err90 = { instancePath: instancePath + "/risk/high", schemaPath: "#/properties/risk/properties/high/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.risk.properties.high.type, parentSchema: schema31.properties.risk.properties.high, data: data22 };
            if (vErrors === null) {
              vErrors = [err90];
            } else {
              vErrors.push(err90);
            }
            errors++;
          }
        }
        if (data11.critical !== void 0 && func0.call(data11, "critical")) {
          let data27 = data11.critical;
          if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
            if (data27.maxDuration === void 0 || !func0.call(data27, "maxDuration")) {
              const err91 = { instancePath: instancePath + "/risk/critical", schemaPath: "#/properties/risk/properties/critical/required", keyword: "required", params: { missingProperty: "maxDuration" }, message: "must have required property 'maxDuration'", schema: schema31.properties.risk.properties.critical.required, parentSchema: schema31.properties.risk.properties.critical, data: data27 };
              if (vErrors === null) {
                vErrors = [err91];
              } else {
                vErrors.push(err91);
              }
              errors++;
            }
            if (data27.approvals === void 0 || !func0.call(data27, "approvals")) {
              const err92 = { instancePath: instancePath + "/risk/critical", schemaPath: "#/properties/risk/properties/critical/required", keyword: "required", params: { missingProperty: "approvals" }, message: "must have required property 'approvals'", schema: schema31.properties.risk.properties.critical.required, parentSchema: schema31.properties.risk.properties.critical, data: data27 };
              if (vErrors === null) {
                vErrors = [err92];
              } else {
                vErrors.push(err92);
              }
              errors++;
            }
            if (data27.ticket === void 0 || !func0.call(data27, "ticket")) {
              const err93 = { instancePath: instancePath + "/risk/critical", schemaPath: "#/properties/risk/properties/critical/required", keyword: "required", params: { missingProperty: "ticket" }, message: "must have required property 'ticket'", schema: schema31.properties.risk.properties.critical.required, parentSchema: schema31.properties.risk.properties.critical, data: data27 };
              if (vErrors === null) {
                vErrors = [err93];
              } else {
                vErrors.push(err93);
              }
              errors++;
            }
            for (const key7 of Object.keys(data27)) {
              if (!(key7 === "maxDuration" || key7 === "maxTotal" || key7 === "approvals" || key7 === "ticket")) {
                const err94 = { instancePath: instancePath + "/risk/critical", schemaPath: "#/properties/risk/properties/critical/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.risk.properties.critical, data: data27 };
                if (vErrors === null) {
                  vErrors = [err94];
                } else {
                  vErrors.push(err94);
                }
                errors++;
              }
            }
            if (data27.maxDuration !== void 0 && func0.call(data27, "maxDuration")) {
              let data28 = data27.maxDuration;
              if (typeof data28 === "string") {
                if (!pattern11.test(data28)) {
                  const err95 = { instancePath: instancePath + "/risk/critical/maxDuration", schemaPath: "#/properties/risk/properties/critical/properties/maxDuration/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema31.properties.risk.properties.critical.properties.maxDuration, data: data28 };
                  if (vErrors === null) {
                    vErrors = [err95];
                  } else {
                    vErrors.push(err95);
                  }
                  errors++;
                }
              } else {
                const err96 = { instancePath: instancePath + "/risk/critical/maxDuration", schemaPath: "#/properties/risk/properties/critical/properties/maxDuration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.risk.properties.critical.properties.maxDuration.type, parentSchema: schema31.properties.risk.properties.critical.properties.maxDuration, data: data28 };
                if (vErrors === null) {
                  vErrors = [err96];
                } else {
                  vErrors.push(err96);
                }
                errors++;
              }
            }
            if (data27.maxTotal !== void 0 && func0.call(data27, "maxTotal")) {
              let data29 = data27.maxTotal;
              if (typeof data29 === "string") {
                if (!pattern11.test(data29)) {
                  const err97 = { instancePath: instancePath + "/risk/critical/maxTotal", schemaPath: "#/properties/risk/properties/critical/properties/maxTotal/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema31.properties.risk.properties.critical.properties.maxTotal, data: data29 };
                  if (vErrors === null) {
                    vErrors = [err97];
                  } else {
                    vErrors.push(err97);
                  }
                  errors++;
                }
              } else {
                const err98 = { instancePath: instancePath + "/risk/critical/maxTotal", schemaPath: "#/properties/risk/properties/critical/properties/maxTotal/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.risk.properties.critical.properties.maxTotal.type, parentSchema: schema31.properties.risk.properties.critical.properties.maxTotal, data: data29 };
                if (vErrors === null) {
                  vErrors = [err98];
                } else {
                  vErrors.push(err98);
                }
                errors++;
              }
            }
            if (data27.approvals !== void 0 && func0.call(data27, "approvals")) {
              let data30 = data27.approvals;
              if (!(typeof data30 == "number" && (!(data30 % 1) && !isNaN(data30)) && isFinite(data30))) {
                const err99 = { instancePath: instancePath + "/risk/critical/approvals", schemaPath: "#/properties/risk/properties/critical/properties/approvals/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.risk.properties.critical.properties.approvals.type, parentSchema: schema31.properties.risk.properties.critical.properties.approvals, data: data30 };
                if (vErrors === null) {
                  vErrors = [err99];
                } else {
                  vErrors.push(err99);
                }
                errors++;
              }
              if (typeof data30 == "number" && isFinite(data30)) {
                if (data30 > 10 || isNaN(data30)) {
                  const err100 = { instancePath: instancePath + "/risk/critical/approvals", schemaPath: "#/properties/risk/properties/critical/properties/approvals/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, message: "must be <= 10", schema: 10, parentSchema: schema31.properties.risk.properties.critical.properties.approvals, data: data30 };
                  if (vErrors === null) {
                    vErrors = [err100];
                  } else {
                    vErrors.push(err100);
                  }
                  errors++;
                }
                if (data30 < 1 || isNaN(data30)) {
                  const err101 = { instancePath: instancePath + "/risk/critical/approvals", schemaPath: "#/properties/risk/properties/critical/properties/approvals/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema31.properties.risk.properties.critical.properties.approvals, data: data30 };
                  if (vErrors === null) {
                    vErrors = [err101];
                  } else {
                    vErrors.push(err101);
                  }
                  errors++;
                }
              }
            }
            if (data27.ticket !== void 0 && func0.call(data27, "ticket")) {
              let data31 = data27.ticket;
              if (typeof data31 !== "string") {
                const err102 = { instancePath: instancePath + "/risk/critical/ticket", schemaPath: "#/properties/risk/properties/critical/properties/ticket/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.risk.properties.critical.properties.ticket.type, parentSchema: schema31.properties.risk.properties.critical.properties.ticket, data: data31 };
                if (vErrors === null) {
                  vErrors = [err102];
                } else {
                  vErrors.push(err102);
                }
                errors++;
              }
              if (!(data31 === "optional" || data31 === "required")) {
                const err103 = { instancePath: instancePath + "/risk/critical/ticket", schemaPath: "#/properties/risk/properties/critical/properties/ticket/enum", keyword: "enum", params: { allowedValues: schema31.properties.risk.properties.critical.properties.ticket.enum }, message: "must be equal to one of the allowed values", schema: schema31.properties.risk.properties.critical.properties.ticket.enum, parentSchema: schema31.properties.risk.properties.critical.properties.ticket, data: data31 };
                if (vErrors === null) {
                  vErrors = [err103];
                } else {
                  vErrors.push(err103);
                }
                errors++;
              }
            }
          } else {
            const err104 = { instancePath: instancePath + "/risk/critical", schemaPath: "#/properties/risk/properties/critical/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.risk.properties.critical.type, parentSchema: schema31.properties.risk.properties.critical, data: data27 };
            if (vErrors === null) {
              vErrors = [err104];
            } else {
              vErrors.push(err104);
            }
            errors++;
          }
        }
      } else {
        const err105 = { instancePath: instancePath + "/risk", schemaPath: "#/properties/risk/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.risk.type, parentSchema: schema31.properties.risk, data: data11 };
        if (vErrors === null) {
          vErrors = [err105];
        } else {
          vErrors.push(err105);
        }
        errors++;
      }
    }
    if (data.approvals !== void 0 && func0.call(data, "approvals")) {
      let data32 = data.approvals;
      if (data32 && typeof data32 == "object" && !Array.isArray(data32)) {
        if (data32.maxAge === void 0 || !func0.call(data32, "maxAge")) {
          const err106 = { instancePath: instancePath + "/approvals", schemaPath: "#/properties/approvals/required", keyword: "required", params: { missingProperty: "maxAge" }, message: "must have required property 'maxAge'", schema: schema31.properties.approvals.required, parentSchema: schema31.properties.approvals, data: data32 };
          if (vErrors === null) {
            vErrors = [err106];
          } else {
            vErrors.push(err106);
          }
          errors++;
        }
        for (const key8 of Object.keys(data32)) {
          if (!(key8 === "maxAge")) {
            const err107 = { instancePath: instancePath + "/approvals", schemaPath: "#/properties/approvals/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.approvals, data: data32 };
            if (vErrors === null) {
              vErrors = [err107];
            } else {
              vErrors.push(err107);
            }
            errors++;
          }
        }
        if (data32.maxAge !== void 0 && func0.call(data32, "maxAge")) {
          let data33 = data32.maxAge;
          if (typeof data33 === "string") {
            if (!pattern11.test(data33)) {
              const err108 = { instancePath: instancePath + "/approvals/maxAge", schemaPath: "#/properties/approvals/properties/maxAge/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema31.properties.approvals.properties.maxAge, data: data33 };
              if (vErrors === null) {
                vErrors = [err108];
              } else {
                vErrors.push(err108);
              }
              errors++;
            }
          } else {
            const err109 = { instancePath: instancePath + "/approvals/maxAge", schemaPath: "#/properties/approvals/properties/maxAge/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.approvals.properties.maxAge.type, parentSchema: schema31.properties.approvals.properties.maxAge, data: data33 };
            if (vErrors === null) {
              vErrors = [err109];
            } else {
              vErrors.push(err109);
            }
            errors++;
          }
        }
      } else {
        const err110 = { instancePath: instancePath + "/approvals", schemaPath: "#/properties/approvals/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.approvals.type, parentSchema: schema31.properties.approvals, data: data32 };
        if (vErrors === null) {
          vErrors = [err110];
        } else {
          vErrors.push(err110);
        }
        errors++;
      }
    }
    if (data.emergency !== void 0 && func0.call(data, "emergency")) {
      let data34 = data.emergency;
      if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
        if (data34.maxDuration === void 0 || !func0.call(data34, "maxDuration")) {
          const err111 = { instancePath: instancePath + "/emergency", schemaPath: "#/properties/emergency/required", keyword: "required", params: { missingProperty: "maxDuration" }, message: "must have required property 'maxDuration'", schema: schema31.properties.emergency.required, parentSchema: schema31.properties.emergency, data: data34 };
          if (vErrors === null) {
            vErrors = [err111];
          } else {
            vErrors.push(err111);
          }
          errors++;
        }
        if (data34.renewals === void 0 || !func0.call(data34, "renewals")) {
          const err112 = { instancePath: instancePath + "/emergency", schemaPath: "#/properties/emergency/required", keyword: "required", params: { missingProperty: "renewals" }, message: "must have required property 'renewals'", schema: schema31.properties.emergency.required, parentSchema: schema31.properties.emergency, data: data34 };
          if (vErrors === null) {
            vErrors = [err112];
          } else {
            vErrors.push(err112);
          }
          errors++;
        }
        if (data34.reviewWithin === void 0 || !func0.call(data34, "reviewWithin")) {
          const err113 = { instancePath: instancePath + "/emergency", schemaPath: "#/properties/emergency/required", keyword: "required", params: { missingProperty: "reviewWithin" }, message: "must have required property 'reviewWithin'", schema: schema31.properties.emergency.required, parentSchema: schema31.properties.emergency, data: data34 };
          if (vErrors === null) {
            vErrors = [err113];
          } else {
            vErrors.push(err113);
          }
          errors++;
        }
        for (const key9 of Object.keys(data34)) {
          if (!(key9 === "maxDuration" || key9 === "renewals" || key9 === "reviewWithin")) {
            const err114 = { instancePath: instancePath + "/emergency", schemaPath: "#/properties/emergency/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.emergency, data: data34 };
            if (vErrors === null) {
              vErrors = [err114];
            } else {
              vErrors.push(err114);
            }
            errors++;
          }
        }
        if (data34.maxDuration !== void 0 && func0.call(data34, "maxDuration")) {
          let data35 = data34.maxDuration;
          if (typeof data35 === "string") {
            if (!pattern11.test(data35)) {
              const err115 = { instancePath: instancePath + "/emergency/maxDuration", schemaPath: "#/properties/emergency/properties/maxDuration/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema31.properties.emergency.properties.maxDuration, data: data35 };
              if (vErrors === null) {
                vErrors = [err115];
              } else {
                vErrors.push(err115);
              }
              errors++;
            }
          } else {
            const err116 = { instancePath: instancePath + "/emergency/maxDuration", schemaPath: "#/properties/emergency/properties/maxDuration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.emergency.properties.maxDuration.type, parentSchema: schema31.properties.emergency.properties.maxDuration, data: data35 };
            if (vErrors === null) {
              vErrors = [err116];
            } else {
              vErrors.push(err116);
            }
            errors++;
          }
        }
        if (data34.renewals !== void 0 && func0.call(data34, "renewals")) {
          let data36 = data34.renewals;
          if (!(typeof data36 == "number" && (!(data36 % 1) && !isNaN(data36)) && isFinite(data36))) {
            const err117 = { instancePath: instancePath + "/emergency/renewals", schemaPath: "#/properties/emergency/properties/renewals/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.emergency.properties.renewals.type, parentSchema: schema31.properties.emergency.properties.renewals, data: data36 };
            if (vErrors === null) {
              vErrors = [err117];
            } else {
              vErrors.push(err117);
            }
            errors++;
          }
          if (typeof data36 == "number" && isFinite(data36)) {
            if (data36 > 10 || isNaN(data36)) {
              const err118 = { instancePath: instancePath + "/emergency/renewals", schemaPath: "#/properties/emergency/properties/renewals/maximum", keyword: "maximum", params: { comparison: "<=", limit: 10 }, message: "must be <= 10", schema: 10, parentSchema: schema31.properties.emergency.properties.renewals, data: data36 };
              if (vErrors === null) {
                vErrors = [err118];
              } else {
                vErrors.push(err118);
              }
              errors++;
            }
            if (data36 < 0 || isNaN(data36)) {
              const err119 = { instancePath: instancePath + "/emergency/renewals", schemaPath: "#/properties/emergency/properties/renewals/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema31.properties.emergency.properties.renewals, data: data36 };
              if (vErrors === null) {
                vErrors = [err119];
              } else {
                vErrors.push(err119);
              }
              errors++;
            }
          }
        }
        if (data34.reviewWithin !== void 0 && func0.call(data34, "reviewWithin")) {
          let data37 = data34.reviewWithin;
          if (typeof data37 === "string") {
            if (!pattern11.test(data37)) {
              const err120 = { instancePath: instancePath + "/emergency/reviewWithin", schemaPath: "#/properties/emergency/properties/reviewWithin/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema31.properties.emergency.properties.reviewWithin, data: data37 };
              if (vErrors === null) {
                vErrors = [err120];
              } else {
                vErrors.push(err120);
              }
              errors++;
            }
          } else {
            const err121 = { instancePath: instancePath + "/emergency/reviewWithin", schemaPath: "#/properties/emergency/properties/reviewWithin/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.emergency.properties.reviewWithin.type, parentSchema: schema31.properties.emergency.properties.reviewWithin, data: data37 };
            if (vErrors === null) {
              vErrors = [err121];
            } else {
              vErrors.push(err121);
            }
            errors++;
          }
        }
      } else {
        const err122 = { instancePath: instancePath + "/emergency", schemaPath: "#/properties/emergency/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.emergency.type, parentSchema: schema31.properties.emergency, data: data34 };
        if (vErrors === null) {
          vErrors = [err122];
        } else {
          vErrors.push(err122);
        }
        errors++;
      }
    }
    if (data.outOfBand !== void 0 && func0.call(data, "outOfBand")) {
      let data38 = data.outOfBand;
      if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
        if (data38.expiresAfter === void 0 || !func0.call(data38, "expiresAfter")) {
          const err123 = { instancePath: instancePath + "/outOfBand", schemaPath: "#/properties/outOfBand/required", keyword: "required", params: { missingProperty: "expiresAfter" }, message: "must have required property 'expiresAfter'", schema: schema31.properties.outOfBand.required, parentSchema: schema31.properties.outOfBand, data: data38 };
          if (vErrors === null) {
            vErrors = [err123];
          } else {
            vErrors.push(err123);
          }
          errors++;
        }
        if (data38.tolerateFor === void 0 || !func0.call(data38, "tolerateFor")) {
          const err124 = { instancePath: instancePath + "/outOfBand", schemaPath: "#/properties/outOfBand/required", keyword: "required", params: { missingProperty: "tolerateFor" }, message: "must have required property 'tolerateFor'", schema: schema31.properties.outOfBand.required, parentSchema: schema31.properties.outOfBand, data: data38 };
          if (vErrors === null) {
            vErrors = [err124];
          } else {
            vErrors.push(err124);
          }
          errors++;
        }
        for (const key10 of Object.keys(data38)) {
          if (!(key10 === "expiresAfter" || key10 === "tolerateFor")) {
            const err125 = { instancePath: instancePath + "/outOfBand", schemaPath: "#/properties/outOfBand/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.outOfBand, data: data38 };
            if (vErrors === null) {
              vErrors = [err125];
            } else {
              vErrors.push(err125);
            }
            errors++;
          }
        }
        if (data38.expiresAfter !== void 0 && func0.call(data38, "expiresAfter")) {
          let data39 = data38.expiresAfter;
          if (typeof data39 === "string") {
            if (!pattern11.test(data39)) {
              const err126 = { instancePath: instancePath + "/outOfBand/expiresAfter", schemaPath: "#/properties/outOfBand/properties/expiresAfter/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema31.properties.outOfBand.properties.expiresAfter, data: data39 };
              if (vErrors === null) {
                vErrors = [err126];
              } else {
                vErrors.push(err126);
              }
              errors++;
            }
          } else {
            const err127 = { instancePath: instancePath + "/outOfBand/expiresAfter", schemaPath: "#/properties/outOfBand/properties/expiresAfter/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.outOfBand.properties.expiresAfter.type, parentSchema: schema31.properties.outOfBand.properties.expiresAfter, data: data39 };
            if (vErrors === null) {
              vErrors = [err127];
            } else {
              vErrors.push(err127);
            }
            errors++;
          }
        }
        if (data38.tolerateFor !== void 0 && func0.call(data38, "tolerateFor")) {
          let data40 = data38.tolerateFor;
          if (typeof data40 === "string") {
            if (!pattern11.test(data40)) {
              const err128 = { instancePath: instancePath + "/outOfBand/tolerateFor", schemaPath: "#/properties/outOfBand/properties/tolerateFor/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema31.properties.outOfBand.properties.tolerateFor, data: data40 };
              if (vErrors === null) {
                vErrors = [err128];
              } else {
                vErrors.push(err128);
              }
              errors++;
            }
          } else {
            const err129 = { instancePath: instancePath + "/outOfBand/tolerateFor", schemaPath: "#/properties/outOfBand/properties/tolerateFor/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.outOfBand.properties.tolerateFor.type, parentSchema: schema31.properties.outOfBand.properties.tolerateFor, data: data40 };
            if (vErrors === null) {
              vErrors = [err129];
            } else {
              vErrors.push(err129);
            }
            errors++;
          }
        }
      } else {
        const err130 = { instancePath: instancePath + "/outOfBand", schemaPath: "#/properties/outOfBand/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.outOfBand.type, parentSchema: schema31.properties.outOfBand, data: data38 };
        if (vErrors === null) {
          vErrors = [err130];
        } else {
          vErrors.push(err130);
        }
        errors++;
      }
    }
    if (data.guard !== void 0 && func0.call(data, "guard")) {
      let data41 = data.guard;
      if (data41 && typeof data41 == "object" && !Array.isArray(data41)) {
        if (data41.share === void 0 || !func0.call(data41, "share")) {
          const err131 = { instancePath: instancePath + "/guard", schemaPath: "#/properties/guard/required", keyword: "required", params: { missingProperty: "share" }, message: "must have required property 'share'", schema: schema31.properties.guard.required, parentSchema: schema31.properties.guard, data: data41 };
          if (vErrors === null) {
            vErrors = [err131];
          } else {
            vErrors.push(err131);
          }
          errors++;
        }
        if (data41.floor === void 0 || !func0.call(data41, "floor")) {
          const err132 = { instancePath: instancePath + "/guard", schemaPath: "#/properties/guard/required", keyword: "required", params: { missingProperty: "floor" }, message: "must have required property 'floor'", schema: schema31.properties.guard.required, parentSchema: schema31.properties.guard, data: data41 };
          if (vErrors === null) {
            vErrors = [err132];
          } else {
            vErrors.push(err132);
          }
          errors++;
        }
        for (const key11 of Object.keys(data41)) {
          if (!(key11 === "share" || key11 === "floor")) {
            const err133 = { instancePath: instancePath + "/guard", schemaPath: "#/properties/guard/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.guard, data: data41 };
            if (vErrors === null) {
              vErrors = [err133];
            } else {
              vErrors.push(err133);
            }
            errors++;
          }
        }
        if (data41.share !== void 0 && func0.call(data41, "share")) {
          let data42 = data41.share;
          if (typeof data42 == "number" && isFinite(data42)) {
            if (data42 > 1 || isNaN(data42)) {
              const err134 = { instancePath: instancePath + "/guard/share", schemaPath: "#/properties/guard/properties/share/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1 }, message: "must be <= 1", schema: 1, parentSchema: schema31.properties.guard.properties.share, data: data42 };
              if (vErrors === null) {
                vErrors = [err134];
              } else {
                vErrors.push(err134);
              }
              errors++;
            }
            if (data42 < 0 || isNaN(data42)) {
              const err135 = { instancePath: instancePath + "/guard/share", schemaPath: "#/properties/guard/properties/share/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema31.properties.guard.properties.share, data: data42 };
              if (vErrors === null) {
                vErrors = [err135];
              } else {
                vErrors.push(err135);
              }
              errors++;
            }
          } else {
            const err136 = { instancePath: instancePath + "/guard/share", schemaPath: "#/properties/guard/properties/share/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema31.properties.guard.properties.share.type, parentSchema: schema31.properties.guard.properties.share, data: data42 };
            if (vErrors === null) {
              vErrors = [err136];
            } else {
              vErrors.push(err136);
            }
            errors++;
          }
        }
        if (data41.floor !== void 0 && func0.call(data41, "floor")) {
          let data43 = data41.floor;
          if (!(typeof data43 == "number" && (!(data43 % 1) && !isNaN(data43)) && isFinite(data43))) {
            const err137 = { instancePath: instancePath + "/guard/floor", schemaPath: "#/properties/guard/properties/floor/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema31.properties.guard.properties.floor.type, parentSchema: schema31.properties.guard.properties.floor, data: data43 };
            if (vErrors === null) {
              vErrors = [err137];
            } else {
              vErrors.push(err137);
            }
            errors++;
          }
          if (typeof data43 == "number" && isFinite(data43)) {
            if (data43 > 1e5 || isNaN(data43)) {
              const err138 = { instancePath: instancePath + "/guard/floor", schemaPath: "#/properties/guard/properties/floor/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000", schema: 1e5, parentSchema: schema31.properties.guard.properties.floor, data: data43 };
              if (vErrors === null) {
                vErrors = [err138];
              } else {
                vErrors.push(err138);
              }
              errors++;
            }
            if (data43 < 0 || isNaN(data43)) {
              const err139 = { instancePath: instancePath + "/guard/floor", schemaPath: "#/properties/guard/properties/floor/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema31.properties.guard.properties.floor, data: data43 };
              if (vErrors === null) {
                vErrors = [err139];
              } else {
                vErrors.push(err139);
              }
              errors++;
            }
          }
        }
      } else {
        const err140 = { instancePath: instancePath + "/guard", schemaPath: "#/properties/guard/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.guard.type, parentSchema: schema31.properties.guard, data: data41 };
        if (vErrors === null) {
          vErrors = [err140];
        } else {
          vErrors.push(err140);
        }
        errors++;
      }
    }
    if (data.notice !== void 0 && func0.call(data, "notice")) {
      let data44 = data.notice;
      if (typeof data44 === "string") {
        if (!pattern11.test(data44)) {
          const err141 = { instancePath: instancePath + "/notice", schemaPath: "#/properties/notice/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema31.properties.notice, data: data44 };
          if (vErrors === null) {
            vErrors = [err141];
          } else {
            vErrors.push(err141);
          }
          errors++;
        }
      } else {
        const err142 = { instancePath: instancePath + "/notice", schemaPath: "#/properties/notice/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.notice.type, parentSchema: schema31.properties.notice, data: data44 };
        if (vErrors === null) {
          vErrors = [err142];
        } else {
          vErrors.push(err142);
        }
        errors++;
      }
    }
    if (data.keys !== void 0 && func0.call(data, "keys")) {
      let data45 = data.keys;
      if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
        if (data45.maxAge === void 0 || !func0.call(data45, "maxAge")) {
          const err143 = { instancePath: instancePath + "/keys", schemaPath: "#/properties/keys/required", keyword: "required", params: { missingProperty: "maxAge" }, message: "must have required property 'maxAge'", schema: schema31.properties.keys.required, parentSchema: schema31.properties.keys, data: data45 };
          if (vErrors === null) {
            vErrors = [err143];
          } else {
            vErrors.push(err143);
          }
          errors++;
        }
        for (const key12 of Object.keys(data45)) {
          if (!(key12 === "maxAge")) {
            const err144 = { instancePath: instancePath + "/keys", schemaPath: "#/properties/keys/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.keys, data: data45 };
            if (vErrors === null) {
              vErrors = [err144];
            } else {
              vErrors.push(err144);
            }
            errors++;
          }
        }
        if (data45.maxAge !== void 0 && func0.call(data45, "maxAge")) {
          let data46 = data45.maxAge;
          if (typeof data46 === "string") {
            if (!pattern11.test(data46)) {
              const err145 = { instancePath: instancePath + "/keys/maxAge", schemaPath: "#/properties/keys/properties/maxAge/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema31.properties.keys.properties.maxAge, data: data46 };
              if (vErrors === null) {
                vErrors = [err145];
              } else {
                vErrors.push(err145);
              }
              errors++;
            }
          } else {
            const err146 = { instancePath: instancePath + "/keys/maxAge", schemaPath: "#/properties/keys/properties/maxAge/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.keys.properties.maxAge.type, parentSchema: schema31.properties.keys.properties.maxAge, data: data46 };
            if (vErrors === null) {
              vErrors = [err146];
            } else {
              vErrors.push(err146);
            }
            errors++;
          }
        }
      } else {
        const err147 = { instancePath: instancePath + "/keys", schemaPath: "#/properties/keys/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.keys.type, parentSchema: schema31.properties.keys, data: data45 };
        if (vErrors === null) {
          vErrors = [err147];
        } else {
          vErrors.push(err147);
        }
        errors++;
      }
    }
    if (data.orphans !== void 0 && func0.call(data, "orphans")) {
      let data47 = data.orphans;
      if (data47 && typeof data47 == "object" && !Array.isArray(data47)) {
        if (data47.grace === void 0 || !func0.call(data47, "grace")) {
          const err148 = { instancePath: instancePath + "/orphans", schemaPath: "#/properties/orphans/required", keyword: "required", params: { missingProperty: "grace" }, message: "must have required property 'grace'", schema: schema31.properties.orphans.required, parentSchema: schema31.properties.orphans, data: data47 };
          if (vErrors === null) {
            vErrors = [err148];
          } else {
            vErrors.push(err148);
          }
          errors++;
        }
        for (const key13 of Object.keys(data47)) {
          if (!(key13 === "grace")) {
            const err149 = { instancePath: instancePath + "/orphans", schemaPath: "#/properties/orphans/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.orphans, data: data47 };
            if (vErrors === null) {
              vErrors = [err149];
            } else {
              vErrors.push(err149);
            }
            errors++;
          }
        }
        if (data47.grace !== void 0 && func0.call(data47, "grace")) {
          let data48 = data47.grace;
          if (typeof data48 === "string") {
            if (!pattern11.test(data48)) {
              const err150 = { instancePath: instancePath + "/orphans/grace", schemaPath: "#/properties/orphans/properties/grace/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema31.properties.orphans.properties.grace, data: data48 };
              if (vErrors === null) {
                vErrors = [err150];
              } else {
                vErrors.push(err150);
              }
              errors++;
            }
          } else {
            const err151 = { instancePath: instancePath + "/orphans/grace", schemaPath: "#/properties/orphans/properties/grace/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.orphans.properties.grace.type, parentSchema: schema31.properties.orphans.properties.grace, data: data48 };
            if (vErrors === null) {
              vErrors = [err151];
            } else {
              vErrors.push(err151);
            }
            errors++;
          }
        }
      } else {
        const err152 = { instancePath: instancePath + "/orphans", schemaPath: "#/properties/orphans/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.orphans.type, parentSchema: schema31.properties.orphans, data: data47 };
        if (vErrors === null) {
          vErrors = [err152];
        } else {
          vErrors.push(err152);
        }
        errors++;
      }
    }
    if (data.heartbeat !== void 0 && func0.call(data, "heartbeat")) {
      let data49 = data.heartbeat;
      if (data49 && typeof data49 == "object" && !Array.isArray(data49)) {
        if (data49.staleAfter === void 0 || !func0.call(data49, "staleAfter")) {
          const err153 = { instancePath: instancePath + "/heartbeat", schemaPath: "#/properties/heartbeat/required", keyword: "required", params: { missingProperty: "staleAfter" }, message: "must have required property 'staleAfter'", schema: schema31.properties.heartbeat.required, parentSchema: schema31.properties.heartbeat, data: data49 };
          if (vErrors === null) {
            vErrors = [err153];
          } else {
            vErrors.push(err153);
          }
          errors++;
        }
        for (const key14 of Object.keys(data49)) {
          if (!(key14 === "staleAfter")) {
            const err154 = { instancePath: instancePath + "/heartbeat", schemaPath: "#/properties/heartbeat/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key14 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31.properties.heartbeat, data: data49 };
            if (vErrors === null) {
              vErrors = [err154];
            } else {
              vErrors.push(err154);
            }
            errors++;
          }
        }
        if (data49.staleAfter !== void 0 && func0.call(data49, "staleAfter")) {
          let data50 = data49.staleAfter;
          if (typeof data50 === "string") {
            if (!pattern11.test(data50)) {
              const err155 = { instancePath: instancePath + "/heartbeat/staleAfter", schemaPath: "#/properties/heartbeat/properties/staleAfter/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema31.properties.heartbeat.properties.staleAfter, data: data50 };
              if (vErrors === null) {
                vErrors = [err155];
              } else {
                vErrors.push(err155);
              }
              errors++;
            }
          } else {
            const err156 = { instancePath: instancePath + "/heartbeat/staleAfter", schemaPath: "#/properties/heartbeat/properties/staleAfter/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema31.properties.heartbeat.properties.staleAfter.type, parentSchema: schema31.properties.heartbeat.properties.staleAfter, data: data50 };
            if (vErrors === null) {
              vErrors = [err156];
            } else {
              vErrors.push(err156);
            }
            errors++;
          }
        }
      } else {
        const err157 = { instancePath: instancePath + "/heartbeat", schemaPath: "#/properties/heartbeat/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.heartbeat.type, parentSchema: schema31.properties.heartbeat, data: data49 };
        if (vErrors === null) {
          vErrors = [err157];
        } else {
          vErrors.push(err157);
        }
        errors++;
      }
    }
  } else {
    const err158 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.type, parentSchema: schema31, data };
    if (vErrors === null) {
      vErrors = [err158];
    } else {
      vErrors.push(err158);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validate_person = validate21;
var schema32 = { "type": "object", "properties": { "name": { "type": "string", "minLength": 1, "maxLength": 200, "title": "Name", "description": "Full name.", "examples": ["Alice Example"] }, "email": { "type": "string", "pattern": '^[^\\s@<>"]{1,64}@[^\\s@<>"]{1,190}$', "title": "E-mail", "description": "Work e-mail address.", "examples": ["alice@acme.example"] }, "github": { "type": "string", "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$", "title": "GitHub login", "description": "Login of this person’s GitHub account. Always beside `githubId`.", "examples": ["alice-acme"] }, "githubId": { "type": "integer", "minimum": 1, "maximum": 9007199254740991, "title": "GitHub number", "description": "Number of that account. Logins can be renamed and taken over; the number decides.", "examples": [583231] }, "manager": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$", "description": "Id of the person this one reports to.", "title": "Manager", "examples": ["bob"] }, "ends": { "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", "title": "Last day", "description": "The last day at the company (that whole day in UTC), or an exact instant. Everything the person holds ends with it.", "examples": ["2027-03-31"] }, "accounts": { "type": "object", "propertyNames": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$", "description": "System" }, "additionalProperties": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": {}, "title": "Account", "description": "Who this is in that system, in its connector’s own terms.", "examples": [{ "user": "alice" }] }, "title": "Accounts", "description": "Who this is in each system, by system id.", "examples": [{ "aws-prod": { "user": "alice" } }] } }, "required": ["name", "email"], "additionalProperties": false, "title": "Person", "description": "grants/people/<id>.yaml: a human being who requests, holds, owns or approves access." };
var pattern28 = new RegExp('^[^\\s@<>"]{1,64}@[^\\s@<>"]{1,190}$', "u");
var pattern29 = new RegExp("^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$", "u");
var pattern30 = new RegExp("^[a-z0-9][a-z0-9-]{0,62}$", "u");
var pattern31 = new RegExp("^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", "u");
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.name === void 0 || !func0.call(data, "name")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'", schema: schema32.required, parentSchema: schema32, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.email === void 0 || !func0.call(data, "email")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "email" }, message: "must have required property 'email'", schema: schema32.required, parentSchema: schema32, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "name" || key0 === "email" || key0 === "github" || key0 === "githubId" || key0 === "manager" || key0 === "ends" || key0 === "accounts")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema32, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.name !== void 0 && func0.call(data, "name")) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (codePoints(data0) > 200) {
          const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema32.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (codePoints(data0) < 1) {
          const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema32.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.properties.name.type, parentSchema: schema32.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.email !== void 0 && func0.call(data, "email")) {
      let data1 = data.email;
      if (typeof data1 === "string") {
        if (!pattern28.test(data1)) {
          const err6 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/pattern", keyword: "pattern", params: { pattern: '^[^\\s@<>"]{1,64}@[^\\s@<>"]{1,190}$' }, message: 'must match pattern "^[^\\s@<>"]{1,64}@[^\\s@<>"]{1,190}$"', schema: '^[^\\s@<>"]{1,64}@[^\\s@<>"]{1,190}$', parentSchema: schema32.properties.email, data: data1 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.properties.email.type, parentSchema: schema32.properties.email, data: data1 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.github !== void 0 && func0.call(data, "github")) {
      let data2 = data.github;
      if (typeof data2 === "string") {
        if (!pattern29.test(data2)) {
          const err8 = { instancePath: instancePath + "/github", schemaPath: "#/properties/github/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$" }, message: 'must match pattern "^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$"', schema: "^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$", parentSchema: schema32.properties.github, data: data2 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/github", schemaPath: "#/properties/github/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.properties.github.type, parentSchema: schema32.properties.github, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.githubId !== void 0 && func0.call(data, "githubId")) {
      let data3 = data.githubId;
      if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
        const err10 = { instancePath: instancePath + "/githubId", schemaPath: "#/properties/githubId/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema32.properties.githubId.type, parentSchema: schema32.properties.githubId, data: data3 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (typeof data3 == "number" && isFinite(data3)) {
        if (data3 > 9007199254740991 || isNaN(data3)) {
          const err11 = { instancePath: instancePath + "/githubId", schemaPath: "#/properties/githubId/maximum", keyword: "maximum", params: { comparison: "<=", limit: 9007199254740991 }, message: "must be <= 9007199254740991", schema: 9007199254740991, parentSchema: schema32.properties.githubId, data: data3 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (data3 < 1 || isNaN(data3)) {
          const err12 = { instancePath: instancePath + "/githubId", schemaPath: "#/properties/githubId/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1", schema: 1, parentSchema: schema32.properties.githubId, data: data3 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      }
    }
    if (data.manager !== void 0 && func0.call(data, "manager")) {
      let data4 = data.manager;
      if (typeof data4 === "string") {
        if (!pattern30.test(data4)) {
          const err13 = { instancePath: instancePath + "/manager", schemaPath: "#/properties/manager/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema32.properties.manager, data: data4 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/manager", schemaPath: "#/properties/manager/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.properties.manager.type, parentSchema: schema32.properties.manager, data: data4 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.ends !== void 0 && func0.call(data, "ends")) {
      let data5 = data.ends;
      if (typeof data5 === "string") {
        if (!pattern31.test(data5)) {
          const err15 = { instancePath: instancePath + "/ends", schemaPath: "#/properties/ends/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$" }, message: 'must match pattern "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$"', schema: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", parentSchema: schema32.properties.ends, data: data5 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = { instancePath: instancePath + "/ends", schemaPath: "#/properties/ends/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.properties.ends.type, parentSchema: schema32.properties.ends, data: data5 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.accounts !== void 0 && func0.call(data, "accounts")) {
      let data6 = data.accounts;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (const key1 of Object.keys(data6)) {
          const _errs16 = errors;
          if (typeof key1 === "string") {
            if (!pattern30.test(key1)) {
              const err17 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema32.properties.accounts.propertyNames, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/propertyNames/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.properties.accounts.propertyNames.type, parentSchema: schema32.properties.accounts.propertyNames, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
          var valid1 = _errs16 === errors;
          if (!valid1) {
            const err19 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema32.properties.accounts.propertyNames, parentSchema: schema32.properties.accounts, data: data6 };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        for (const key2 of Object.keys(data6)) {
          let data7 = data6[key2];
          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
            for (const key3 of Object.keys(data7)) {
              const _errs21 = errors;
              if (typeof key3 !== "string") {
                const err20 = { instancePath: instancePath + "/accounts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accounts/additionalProperties/propertyNames/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.properties.accounts.additionalProperties.propertyNames.type, parentSchema: schema32.properties.accounts.additionalProperties.propertyNames, data: key3, propertyName: key3 };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
              var valid3 = _errs21 === errors;
              if (!valid3) {
                const err21 = { instancePath: instancePath + "/accounts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accounts/additionalProperties/propertyNames", keyword: "propertyNames", params: { propertyName: key3 }, message: "property name must be valid", schema: schema32.properties.accounts.additionalProperties.propertyNames, parentSchema: schema32.properties.accounts.additionalProperties, data: data7 };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
            }
          } else {
            const err22 = { instancePath: instancePath + "/accounts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accounts/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema32.properties.accounts.additionalProperties.type, parentSchema: schema32.properties.accounts.additionalProperties, data: data7 };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema32.properties.accounts.type, parentSchema: schema32.properties.accounts, data: data6 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
  } else {
    const err24 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema32.type, parentSchema: schema32, data };
    if (vErrors === null) {
      vErrors = [err24];
    } else {
      vErrors.push(err24);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validate_workload = validate22;
var schema33 = { "type": "object", "properties": { "title": { "type": "string", "minLength": 1, "maxLength": 200, "title": "Title", "description": "What people call it.", "examples": ["Nightly billing export"] }, "kind": { "type": "string", "enum": ["pipeline", "service", "agent", "machine"], "title": "Kind", "description": "What it is. The owner of an agent is its sponsor." }, "owner": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$", "description": "Id of the active person who answers for it.", "title": "Owner", "examples": ["alice"] }, "backup": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$", "description": "Id of the person who answers for it when the owner is gone.", "title": "Backup", "examples": ["bob"] }, "purpose": { "type": "string", "minLength": 1, "maxLength": 2e3, "title": "Purpose", "description": "What it does and for whom.", "examples": ["Exports invoices to the data lake"] }, "expires": { "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", "title": "Re-attest by", "description": "By when its owner must say again that it is still needed; its grants end with it.", "examples": ["2027-05-31"] }, "runs": { "minItems": 1, "maxItems": 20, "type": "array", "items": { "type": "object", "properties": { "kind": { "type": "string", "enum": ["github-actions", "aws-role", "kubernetes", "other"], "title": "Kind", "description": "What runs it." }, "ref": { "type": "string", "minLength": 1, "maxLength": 500, "title": "Reference", "description": "Which one exactly: a GitHub OIDC subject, a role’s ARN, a service account.", "examples": ["repo:acme/billing:environment:prod"] } }, "required": ["kind", "ref"], "additionalProperties": false, "title": "Place of execution" }, "title": "Runs", "description": "Where it runs; compared with what its role trusts." }, "canRun": { "minItems": 1, "maxItems": 50, "type": "array", "items": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$", "description": "Workload" }, "title": "Can run", "description": "Other workloads that this one can start; counted through by separation of duties.", "examples": [["other-workload"]] }, "accounts": { "type": "object", "propertyNames": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$", "description": "System" }, "additionalProperties": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": {}, "title": "Account", "description": "Who this is in that system, in its connector’s own terms.", "examples": [{ "user": "alice" }] }, "title": "Accounts", "description": "Who this is in each system, by system id.", "examples": [{ "aws-prod": { "user": "alice" } }] } }, "required": ["title", "kind", "owner", "purpose", "expires", "runs"], "additionalProperties": false, "title": "Workload", "description": "grants/workloads/<id>.yaml: a non-human identity (machine, pipeline, service, agent)." };
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.title === void 0 || !func0.call(data, "title")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'", schema: schema33.required, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.kind === void 0 || !func0.call(data, "kind")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'", schema: schema33.required, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.owner === void 0 || !func0.call(data, "owner")) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "owner" }, message: "must have required property 'owner'", schema: schema33.required, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.purpose === void 0 || !func0.call(data, "purpose")) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "purpose" }, message: "must have required property 'purpose'", schema: schema33.required, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.expires === void 0 || !func0.call(data, "expires")) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "expires" }, message: "must have required property 'expires'", schema: schema33.required, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.runs === void 0 || !func0.call(data, "runs")) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "runs" }, message: "must have required property 'runs'", schema: schema33.required, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema33.properties, key0)) {
        const err6 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema33, data };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.title !== void 0 && func0.call(data, "title")) {
      let data0 = data.title;
      if (typeof data0 === "string") {
        if (codePoints(data0) > 200) {
          const err7 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema33.properties.title, data: data0 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (codePoints(data0) < 1) {
          const err8 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33.properties.title, data: data0 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties.title.type, parentSchema: schema33.properties.title, data: data0 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.kind !== void 0 && func0.call(data, "kind")) {
      let data1 = data.kind;
      if (typeof data1 !== "string") {
        const err10 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties.kind.type, parentSchema: schema33.properties.kind, data: data1 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      if (!(data1 === "pipeline" || data1 === "service" || data1 === "agent" || data1 === "machine")) {
        const err11 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema33.properties.kind.enum }, message: "must be equal to one of the allowed values", schema: schema33.properties.kind.enum, parentSchema: schema33.properties.kind, data: data1 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.owner !== void 0 && func0.call(data, "owner")) {
      let data2 = data.owner;
      if (typeof data2 === "string") {
        if (!pattern30.test(data2)) {
          const err12 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema33.properties.owner, data: data2 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties.owner.type, parentSchema: schema33.properties.owner, data: data2 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.backup !== void 0 && func0.call(data, "backup")) {
      let data3 = data.backup;
      if (typeof data3 === "string") {
        if (!pattern30.test(data3)) {
          const err14 = { instancePath: instancePath + "/backup", schemaPath: "#/properties/backup/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema33.properties.backup, data: data3 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/backup", schemaPath: "#/properties/backup/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties.backup.type, parentSchema: schema33.properties.backup, data: data3 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.purpose !== void 0 && func0.call(data, "purpose")) {
      let data4 = data.purpose;
      if (typeof data4 === "string") {
        if (codePoints(data4) > 2e3) {
          const err16 = { instancePath: instancePath + "/purpose", schemaPath: "#/properties/purpose/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema33.properties.purpose, data: data4 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        if (codePoints(data4) < 1) {
          const err17 = { instancePath: instancePath + "/purpose", schemaPath: "#/properties/purpose/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33.properties.purpose, data: data4 };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      } else {
        const err18 = { instancePath: instancePath + "/purpose", schemaPath: "#/properties/purpose/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties.purpose.type, parentSchema: schema33.properties.purpose, data: data4 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.expires !== void 0 && func0.call(data, "expires")) {
      let data5 = data.expires;
      if (typeof data5 === "string") {
        if (!pattern31.test(data5)) {
          const err19 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$" }, message: 'must match pattern "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$"', schema: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", parentSchema: schema33.properties.expires, data: data5 };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      } else {
        const err20 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties.expires.type, parentSchema: schema33.properties.expires, data: data5 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.runs !== void 0 && func0.call(data, "runs")) {
      let data6 = data.runs;
      if (Array.isArray(data6)) {
        if (data6.length > 20) {
          const err21 = { instancePath: instancePath + "/runs", schemaPath: "#/properties/runs/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items", schema: 20, parentSchema: schema33.properties.runs, data: data6 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (data6.length < 1) {
          const err22 = { instancePath: instancePath + "/runs", schemaPath: "#/properties/runs/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema33.properties.runs, data: data6 };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        const len0 = data6.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data7 = data6[i0];
          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
            if (data7.kind === void 0 || !func0.call(data7, "kind")) {
              const err23 = { instancePath: instancePath + "/runs/" + i0, schemaPath: "#/properties/runs/items/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'", schema: schema33.properties.runs.items.required, parentSchema: schema33.properties.runs.items, data: data7 };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (data7.ref === void 0 || !func0.call(data7, "ref")) {
              const err24 = { instancePath: instancePath + "/runs/" + i0, schemaPath: "#/properties/runs/items/required", keyword: "required", params: { missingProperty: "ref" }, message: "must have required property 'ref'", schema: schema33.properties.runs.items.required, parentSchema: schema33.properties.runs.items, data: data7 };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            for (const key1 of Object.keys(data7)) {
              if (!(key1 === "kind" || key1 === "ref")) {
                const err25 = { instancePath: instancePath + "/runs/" + i0, schemaPath: "#/properties/runs/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema33.properties.runs.items, data: data7 };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
            if (data7.kind !== void 0 && func0.call(data7, "kind")) {
              let data8 = data7.kind;
              if (typeof data8 !== "string") {
                const err26 = { instancePath: instancePath + "/runs/" + i0 + "/kind", schemaPath: "#/properties/runs/items/properties/kind/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties.runs.items.properties.kind.type, parentSchema: schema33.properties.runs.items.properties.kind, data: data8 };
                if (vErrors === null) {
                  vErrors = [err26];
                } else {
                  vErrors.push(err26);
                }
                errors++;
              }
              if (!(data8 === "github-actions" || data8 === "aws-role" || data8 === "kubernetes" || data8 === "other")) {
                const err27 = { instancePath: instancePath + "/runs/" + i0 + "/kind", schemaPath: "#/properties/runs/items/properties/kind/enum", keyword: "enum", params: { allowedValues: schema33.properties.runs.items.properties.kind.enum }, message: "must be equal to one of the allowed values", schema: schema33.properties.runs.items.properties.kind.enum, parentSchema: schema33.properties.runs.items.properties.kind, data: data8 };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
            if (data7.ref !== void 0 && func0.call(data7, "ref")) {
              let data9 = data7.ref;
              if (typeof data9 === "string") {
                if (codePoints(data9) > 500) {
                  const err28 = { instancePath: instancePath + "/runs/" + i0 + "/ref", schemaPath: "#/properties/runs/items/properties/ref/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters", schema: 500, parentSchema: schema33.properties.runs.items.properties.ref, data: data9 };
                  if (vErrors === null) {
                    vErrors = [err28];
                  } else {
                    vErrors.push(err28);
                  }
                  errors++;
                }
                if (codePoints(data9) < 1) {
                  const err29 = { instancePath: instancePath + "/runs/" + i0 + "/ref", schemaPath: "#/properties/runs/items/properties/ref/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema33.properties.runs.items.properties.ref, data: data9 };
                  if (vErrors === null) {
                    vErrors = [err29];
                  } else {
                    vErrors.push(err29);
                  }
                  errors++;
                }
              } else {
                const err30 = { instancePath: instancePath + "/runs/" + i0 + "/ref", schemaPath: "#/properties/runs/items/properties/ref/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties.runs.items.properties.ref.type, parentSchema: schema33.properties.runs.items.properties.ref, data: data9 };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
          } else {
            const err31 = { instancePath: instancePath + "/runs/" + i0, schemaPath: "#/properties/runs/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema33.properties.runs.items.type, parentSchema: schema33.properties.runs.items, data: data7 };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
      } else {
        const err32 = { instancePath: instancePath + "/runs", schemaPath: "#/properties/runs/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema33.properties.runs.type, parentSchema: schema33.properties.runs, data: data6 };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.canRun !== void 0 && func0.call(data, "canRun")) {
      let data10 = data.canRun;
      if (Array.isArray(data10)) {
        if (data10.length > 50) {
          const err33 = { instancePath: instancePath + "/canRun", schemaPath: "#/properties/canRun/maxItems", keyword: "maxItems", params: { limit: 50 }, message: "must NOT have more than 50 items", schema: 50, parentSchema: schema33.properties.canRun, data: data10 };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        if (data10.length < 1) {
          const err34 = { instancePath: instancePath + "/canRun", schemaPath: "#/properties/canRun/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema33.properties.canRun, data: data10 };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
        const len1 = data10.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data11 = data10[i1];
          if (typeof data11 === "string") {
            if (!pattern30.test(data11)) {
              const err35 = { instancePath: instancePath + "/canRun/" + i1, schemaPath: "#/properties/canRun/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema33.properties.canRun.items, data: data11 };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
          } else {
            const err36 = { instancePath: instancePath + "/canRun/" + i1, schemaPath: "#/properties/canRun/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties.canRun.items.type, parentSchema: schema33.properties.canRun.items, data: data11 };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
      } else {
        const err37 = { instancePath: instancePath + "/canRun", schemaPath: "#/properties/canRun/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema33.properties.canRun.type, parentSchema: schema33.properties.canRun, data: data10 };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.accounts !== void 0 && func0.call(data, "accounts")) {
      let data12 = data.accounts;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
        for (const key2 of Object.keys(data12)) {
          const _errs29 = errors;
          if (typeof key2 === "string") {
            if (!pattern30.test(key2)) {
              const err38 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema33.properties.accounts.propertyNames, data: key2, propertyName: key2 };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
          } else {
            const err39 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/propertyNames/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties.accounts.propertyNames.type, parentSchema: schema33.properties.accounts.propertyNames, data: key2, propertyName: key2 };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
          var valid6 = _errs29 === errors;
          if (!valid6) {
            const err40 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/propertyNames", keyword: "propertyNames", params: { propertyName: key2 }, message: "property name must be valid", schema: schema33.properties.accounts.propertyNames, parentSchema: schema33.properties.accounts, data: data12 };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
        }
        for (const key3 of Object.keys(data12)) {
          let data13 = data12[key3];
          if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
            for (const key4 of Object.keys(data13)) {
              const _errs34 = errors;
              if (typeof key4 !== "string") {
                const err41 = { instancePath: instancePath + "/accounts/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accounts/additionalProperties/propertyNames/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema33.properties.accounts.additionalProperties.propertyNames.type, parentSchema: schema33.properties.accounts.additionalProperties.propertyNames, data: key4, propertyName: key4 };
                if (vErrors === null) {
                  vErrors = [err41];
                } else {
                  vErrors.push(err41);
                }
                errors++;
              }
              var valid8 = _errs34 === errors;
              if (!valid8) {
                const err42 = { instancePath: instancePath + "/accounts/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accounts/additionalProperties/propertyNames", keyword: "propertyNames", params: { propertyName: key4 }, message: "property name must be valid", schema: schema33.properties.accounts.additionalProperties.propertyNames, parentSchema: schema33.properties.accounts.additionalProperties, data: data13 };
                if (vErrors === null) {
                  vErrors = [err42];
                } else {
                  vErrors.push(err42);
                }
                errors++;
              }
            }
          } else {
            const err43 = { instancePath: instancePath + "/accounts/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/accounts/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema33.properties.accounts.additionalProperties.type, parentSchema: schema33.properties.accounts.additionalProperties, data: data13 };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
        }
      } else {
        const err44 = { instancePath: instancePath + "/accounts", schemaPath: "#/properties/accounts/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema33.properties.accounts.type, parentSchema: schema33.properties.accounts, data: data12 };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
  } else {
    const err45 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema33.type, parentSchema: schema33, data };
    if (vErrors === null) {
      vErrors = [err45];
    } else {
      vErrors.push(err45);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validate_rule = validate23;
var schema34 = { "anyOf": [{ "type": "object", "properties": { "title": { "type": "string", "minLength": 1, "maxLength": 200, "title": "Title", "description": "The rule in one sentence.", "examples": ["Nobody both creates and approves payments"] }, "severity": { "type": "string", "enum": ["error", "warning"], "title": "Severity", "description": "`error` (default) blocks; `warning` only tells.", "default": "error" }, "through": { "minItems": 1, "maxItems": 4, "type": "array", "items": { "type": "string", "enum": ["self", "owned", "backup", "canRun"] }, "title": "Through", "description": "What counts as held: own grants, those of workloads owned or backed up, those of workloads that can be run. Default: all." }, "systems": { "minItems": 1, "maxItems": 100, "type": "array", "items": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$", "description": "System" }, "title": "Systems", "description": "Only these systems.", "examples": [["aws-prod"]] }, "hold": { "minItems": 1, "maxItems": 1e3, "type": "array", "items": { "type": "string", "pattern": "^(duty:[a-z0-9*][a-z0-9.*-]{0,99}|[a-z0-9*][a-z0-9*-]{0,62}\\/[a-z0-9*][a-z0-9*-]{0,62})$", "title": "Held", "description": "An entitlement (`system/entitlement`), a duty (`duty:payments.create`), or a glob with `*`.", "examples": ["duty:payments.create"] }, "title": "Hold", "description": "What must not be held together." }, "atMost": { "type": "integer", "minimum": 0, "maximum": 1e3, "title": "At most", "description": "How many of them one subject may hold at any instant.", "examples": [1] } }, "required": ["title", "hold", "atMost"], "additionalProperties": false, "title": "Rule" }, { "type": "object", "properties": { "title": { "type": "string", "minLength": 1, "maxLength": 200, "title": "Title", "description": "The rule in one sentence.", "examples": ["Nobody both creates and approves payments"] }, "severity": { "type": "string", "enum": ["error", "warning"], "title": "Severity", "description": "`error` (default) blocks; `warning` only tells.", "default": "error" }, "through": { "minItems": 1, "maxItems": 4, "type": "array", "items": { "type": "string", "enum": ["self", "owned", "backup", "canRun"] }, "title": "Through", "description": "What counts as held: own grants, those of workloads owned or backed up, those of workloads that can be run. Default: all." }, "systems": { "minItems": 1, "maxItems": 100, "type": "array", "items": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$", "description": "System" }, "title": "Systems", "description": "Only these systems.", "examples": [["aws-prod"]] }, "permissions": { "minItems": 1, "maxItems": 100, "type": "array", "items": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$", "description": "Action set" }, "title": "Permissions", "description": "Action sets that are toxic together.", "examples": [["privilege-escalation"]] }, "sets": { "type": "object", "propertyNames": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$" }, "additionalProperties": { "minItems": 1, "maxItems": 50, "type": "array", "items": { "minItems": 1, "maxItems": 20, "type": "array", "items": { "type": "string", "pattern": "^[a-z0-9-]{1,60}:[A-Za-z0-9*?]{1,128}$", "title": "Action", "description": "Service and operation as AWS writes them; `*` and `?` stand for letters.", "examples": ["s3:GetObject"] } } }, "title": "Sets", "description": "Action sets of your own, by id: each a list of ways, each way the actions that it takes together.", "examples": [{ "copy-out": [["s3:GetObject", "s3:PutBucketPolicy"]] }] } }, "required": ["title", "permissions"], "additionalProperties": false, "title": "Rule" }], "title": "Separation-of-duties rule", "description": "grants/rules/<id>.yaml: what nobody may hold together." };
var pattern39 = new RegExp("^(duty:[a-z0-9*][a-z0-9.*-]{0,99}|[a-z0-9*][a-z0-9*-]{0,62}\\/[a-z0-9*][a-z0-9*-]{0,62})$", "u");
var pattern43 = new RegExp("^[a-z0-9-]{1,60}:[A-Za-z0-9*?]{1,128}$", "u");
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate23.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.title === void 0 || !func0.call(data, "title")) {
      const err0 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'", schema: schema34.anyOf[0].required, parentSchema: schema34.anyOf[0], data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.hold === void 0 || !func0.call(data, "hold")) {
      const err1 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: "hold" }, message: "must have required property 'hold'", schema: schema34.anyOf[0].required, parentSchema: schema34.anyOf[0], data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.atMost === void 0 || !func0.call(data, "atMost")) {
      const err2 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: "atMost" }, message: "must have required property 'atMost'", schema: schema34.anyOf[0].required, parentSchema: schema34.anyOf[0], data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "title" || key0 === "severity" || key0 === "through" || key0 === "systems" || key0 === "hold" || key0 === "atMost")) {
        const err3 = { instancePath, schemaPath: "#/anyOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema34.anyOf[0], data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.title !== void 0 && func0.call(data, "title")) {
      let data0 = data.title;
      if (typeof data0 === "string") {
        if (codePoints(data0) > 200) {
          const err4 = { instancePath: instancePath + "/title", schemaPath: "#/anyOf/0/properties/title/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema34.anyOf[0].properties.title, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (codePoints(data0) < 1) {
          const err5 = { instancePath: instancePath + "/title", schemaPath: "#/anyOf/0/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema34.anyOf[0].properties.title, data: data0 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/title", schemaPath: "#/anyOf/0/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.anyOf[0].properties.title.type, parentSchema: schema34.anyOf[0].properties.title, data: data0 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.severity !== void 0 && func0.call(data, "severity")) {
      let data1 = data.severity;
      if (typeof data1 !== "string") {
        const err7 = { instancePath: instancePath + "/severity", schemaPath: "#/anyOf/0/properties/severity/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.anyOf[0].properties.severity.type, parentSchema: schema34.anyOf[0].properties.severity, data: data1 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (!(data1 === "error" || data1 === "warning")) {
        const err8 = { instancePath: instancePath + "/severity", schemaPath: "#/anyOf/0/properties/severity/enum", keyword: "enum", params: { allowedValues: schema34.anyOf[0].properties.severity.enum }, message: "must be equal to one of the allowed values", schema: schema34.anyOf[0].properties.severity.enum, parentSchema: schema34.anyOf[0].properties.severity, data: data1 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.through !== void 0 && func0.call(data, "through")) {
      let data2 = data.through;
      if (Array.isArray(data2)) {
        if (data2.length > 4) {
          const err9 = { instancePath: instancePath + "/through", schemaPath: "#/anyOf/0/properties/through/maxItems", keyword: "maxItems", params: { limit: 4 }, message: "must NOT have more than 4 items", schema: 4, parentSchema: schema34.anyOf[0].properties.through, data: data2 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (data2.length < 1) {
          const err10 = { instancePath: instancePath + "/through", schemaPath: "#/anyOf/0/properties/through/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema34.anyOf[0].properties.through, data: data2 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (typeof data3 !== "string") {
            const err11 = { instancePath: instancePath + "/through/" + i0, schemaPath: "#/anyOf/0/properties/through/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.anyOf[0].properties.through.items.type, parentSchema: schema34.anyOf[0].properties.through.items, data: data3 };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
          if (!(data3 === "self" || data3 === "owned" || data3 === "backup" || data3 === "canRun")) {
            const err12 = { instancePath: instancePath + "/through/" + i0, schemaPath: "#/anyOf/0/properties/through/items/enum", keyword: "enum", params: { allowedValues: schema34.anyOf[0].properties.through.items.enum }, message: "must be equal to one of the allowed values", schema: schema34.anyOf[0].properties.through.items.enum, parentSchema: schema34.anyOf[0].properties.through.items, data: data3 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/through", schemaPath: "#/anyOf/0/properties/through/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema34.anyOf[0].properties.through.type, parentSchema: schema34.anyOf[0].properties.through, data: data2 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.systems !== void 0 && func0.call(data, "systems")) {
      let data4 = data.systems;
      if (Array.isArray(data4)) {
        if (data4.length > 100) {
          const err14 = { instancePath: instancePath + "/systems", schemaPath: "#/anyOf/0/properties/systems/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items", schema: 100, parentSchema: schema34.anyOf[0].properties.systems, data: data4 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (data4.length < 1) {
          const err15 = { instancePath: instancePath + "/systems", schemaPath: "#/anyOf/0/properties/systems/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema34.anyOf[0].properties.systems, data: data4 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        const len1 = data4.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data5 = data4[i1];
          if (typeof data5 === "string") {
            if (!pattern30.test(data5)) {
              const err16 = { instancePath: instancePath + "/systems/" + i1, schemaPath: "#/anyOf/0/properties/systems/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema34.anyOf[0].properties.systems.items, data: data5 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          } else {
            const err17 = { instancePath: instancePath + "/systems/" + i1, schemaPath: "#/anyOf/0/properties/systems/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.anyOf[0].properties.systems.items.type, parentSchema: schema34.anyOf[0].properties.systems.items, data: data5 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/systems", schemaPath: "#/anyOf/0/properties/systems/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema34.anyOf[0].properties.systems.type, parentSchema: schema34.anyOf[0].properties.systems, data: data4 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.hold !== void 0 && func0.call(data, "hold")) {
      let data6 = data.hold;
      if (Array.isArray(data6)) {
        if (data6.length > 1e3) {
          const err19 = { instancePath: instancePath + "/hold", schemaPath: "#/anyOf/0/properties/hold/maxItems", keyword: "maxItems", params: { limit: 1e3 }, message: "must NOT have more than 1000 items", schema: 1e3, parentSchema: schema34.anyOf[0].properties.hold, data: data6 };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
        if (data6.length < 1) {
          const err20 = { instancePath: instancePath + "/hold", schemaPath: "#/anyOf/0/properties/hold/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema34.anyOf[0].properties.hold, data: data6 };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        const len2 = data6.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data7 = data6[i2];
          if (typeof data7 === "string") {
            if (!pattern39.test(data7)) {
              const err21 = { instancePath: instancePath + "/hold/" + i2, schemaPath: "#/anyOf/0/properties/hold/items/pattern", keyword: "pattern", params: { pattern: "^(duty:[a-z0-9*][a-z0-9.*-]{0,99}|[a-z0-9*][a-z0-9*-]{0,62}\\/[a-z0-9*][a-z0-9*-]{0,62})$" }, message: 'must match pattern "^(duty:[a-z0-9*][a-z0-9.*-]{0,99}|[a-z0-9*][a-z0-9*-]{0,62}\\/[a-z0-9*][a-z0-9*-]{0,62})$"', schema: "^(duty:[a-z0-9*][a-z0-9.*-]{0,99}|[a-z0-9*][a-z0-9*-]{0,62}\\/[a-z0-9*][a-z0-9*-]{0,62})$", parentSchema: schema34.anyOf[0].properties.hold.items, data: data7 };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/hold/" + i2, schemaPath: "#/anyOf/0/properties/hold/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.anyOf[0].properties.hold.items.type, parentSchema: schema34.anyOf[0].properties.hold.items, data: data7 };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/hold", schemaPath: "#/anyOf/0/properties/hold/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema34.anyOf[0].properties.hold.type, parentSchema: schema34.anyOf[0].properties.hold, data: data6 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.atMost !== void 0 && func0.call(data, "atMost")) {
      let data8 = data.atMost;
      if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
        const err24 = { instancePath: instancePath + "/atMost", schemaPath: "#/anyOf/0/properties/atMost/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema34.anyOf[0].properties.atMost.type, parentSchema: schema34.anyOf[0].properties.atMost, data: data8 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
      if (typeof data8 == "number" && isFinite(data8)) {
        if (data8 > 1e3 || isNaN(data8)) {
          const err25 = { instancePath: instancePath + "/atMost", schemaPath: "#/anyOf/0/properties/atMost/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000", schema: 1e3, parentSchema: schema34.anyOf[0].properties.atMost, data: data8 };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
        if (data8 < 0 || isNaN(data8)) {
          const err26 = { instancePath: instancePath + "/atMost", schemaPath: "#/anyOf/0/properties/atMost/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema34.anyOf[0].properties.atMost, data: data8 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      }
    }
  } else {
    const err27 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema34.anyOf[0].type, parentSchema: schema34.anyOf[0], data };
    if (vErrors === null) {
      vErrors = [err27];
    } else {
      vErrors.push(err27);
    }
    errors++;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs22 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.title === void 0 || !func0.call(data, "title")) {
      const err28 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'", schema: schema34.anyOf[1].required, parentSchema: schema34.anyOf[1], data };
      if (vErrors === null) {
        vErrors = [err28];
      } else {
        vErrors.push(err28);
      }
      errors++;
    }
    if (data.permissions === void 0 || !func0.call(data, "permissions")) {
      const err29 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "permissions" }, message: "must have required property 'permissions'", schema: schema34.anyOf[1].required, parentSchema: schema34.anyOf[1], data };
      if (vErrors === null) {
        vErrors = [err29];
      } else {
        vErrors.push(err29);
      }
      errors++;
    }
    for (const key1 of Object.keys(data)) {
      if (!(key1 === "title" || key1 === "severity" || key1 === "through" || key1 === "systems" || key1 === "permissions" || key1 === "sets")) {
        const err30 = { instancePath, schemaPath: "#/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema34.anyOf[1], data };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.title !== void 0 && func0.call(data, "title")) {
      let data9 = data.title;
      if (typeof data9 === "string") {
        if (codePoints(data9) > 200) {
          const err31 = { instancePath: instancePath + "/title", schemaPath: "#/anyOf/1/properties/title/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema34.anyOf[1].properties.title, data: data9 };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        if (codePoints(data9) < 1) {
          const err32 = { instancePath: instancePath + "/title", schemaPath: "#/anyOf/1/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema34.anyOf[1].properties.title, data: data9 };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
      } else {
        const err33 = { instancePath: instancePath + "/title", schemaPath: "#/anyOf/1/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.anyOf[1].properties.title.type, parentSchema: schema34.anyOf[1].properties.title, data: data9 };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.severity !== void 0 && func0.call(data, "severity")) {
      let data10 = data.severity;
      if (typeof data10 !== "string") {
        const err34 = { instancePath: instancePath + "/severity", schemaPath: "#/anyOf/1/properties/severity/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.anyOf[1].properties.severity.type, parentSchema: schema34.anyOf[1].properties.severity, data: data10 };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
      if (!(data10 === "error" || data10 === "warning")) {
        const err35 = { instancePath: instancePath + "/severity", schemaPath: "#/anyOf/1/properties/severity/enum", keyword: "enum", params: { allowedValues: schema34.anyOf[1].properties.severity.enum }, message: "must be equal to one of the allowed values", schema: schema34.anyOf[1].properties.severity.enum, parentSchema: schema34.anyOf[1].properties.severity, data: data10 };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.through !== void 0 && func0.call(data, "through")) {
      let data11 = data.through;
      if (Array.isArray(data11)) {
        if (data11.length > 4) {
          const err36 = { instancePath: instancePath + "/through", schemaPath: "#/anyOf/1/properties/through/maxItems", keyword: "maxItems", params: { limit: 4 }, message: "must NOT have more than 4 items", schema: 4, parentSchema: schema34.anyOf[1].properties.through, data: data11 };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
        if (data11.length < 1) {
          const err37 = { instancePath: instancePath + "/through", schemaPath: "#/anyOf/1/properties/through/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema34.anyOf[1].properties.through, data: data11 };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
        const len3 = data11.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data12 = data11[i3];
          if (typeof data12 !== "string") {
            const err38 = { instancePath: instancePath + "/through/" + i3, schemaPath: "#/anyOf/1/properties/through/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.anyOf[1].properties.through.items.type, parentSchema: schema34.anyOf[1].properties.through.items, data: data12 };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
          if (!(data12 === "self" || data12 === "owned" || data12 === "backup" || data12 === "canRun")) {
            const err39 = { instancePath: instancePath + "/through/" + i3, schemaPath: "#/anyOf/1/properties/through/items/enum", keyword: "enum", params: { allowedValues: schema34.anyOf[1].properties.through.items.enum }, message: "must be equal to one of the allowed values", schema: schema34.anyOf[1].properties.through.items.enum, parentSchema: schema34.anyOf[1].properties.through.items, data: data12 };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
      } else {
        const err40 = { instancePath: instancePath + "/through", schemaPath: "#/anyOf/1/properties/through/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema34.anyOf[1].properties.through.type, parentSchema: schema34.anyOf[1].properties.through, data: data11 };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
    if (data.systems !== void 0 && func0.call(data, "systems")) {
      let data13 = data.systems;
      if (Array.isArray(data13)) {
        if (data13.length > 100) {
          const err41 = { instancePath: instancePath + "/systems", schemaPath: "#/anyOf/1/properties/systems/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items", schema: 100, parentSchema: schema34.anyOf[1].properties.systems, data: data13 };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
        if (data13.length < 1) {
          const err42 = { instancePath: instancePath + "/systems", schemaPath: "#/anyOf/1/properties/systems/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema34.anyOf[1].properties.systems, data: data13 };
          if (vErrors === null) {
            vErrors = [err42];
          } else {
            vErrors.push(err42);
          }
          errors++;
        }
        const len4 = data13.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data14 = data13[i4];
          if (typeof data14 === "string") {
            if (!pattern30.test(data14)) {
              const err43 = { instancePath: instancePath + "/systems/" + i4, schemaPath: "#/anyOf/1/properties/systems/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema34.anyOf[1].properties.systems.items, data: data14 };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
          } else {
            const err44 = { instancePath: instancePath + "/systems/" + i4, schemaPath: "#/anyOf/1/properties/systems/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.anyOf[1].properties.systems.items.type, parentSchema: schema34.anyOf[1].properties.systems.items, data: data14 };
            if (vErrors === null) {
              vErrors = [err44];
            } else {
              vErrors.push(err44);
            }
            errors++;
          }
        }
      } else {
        const err45 = { instancePath: instancePath + "/systems", schemaPath: "#/anyOf/1/properties/systems/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema34.anyOf[1].properties.systems.type, parentSchema: schema34.anyOf[1].properties.systems, data: data13 };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
    }
    if (data.permissions !== void 0 && func0.call(data, "permissions")) {
      let data15 = data.permissions;
      if (Array.isArray(data15)) {
        if (data15.length > 100) {
          const err46 = { instancePath: instancePath + "/permissions", schemaPath: "#/anyOf/1/properties/permissions/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items", schema: 100, parentSchema: schema34.anyOf[1].properties.permissions, data: data15 };
          if (vErrors === null) {
            vErrors = [err46];
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
        if (data15.length < 1) {
          const err47 = { instancePath: instancePath + "/permissions", schemaPath: "#/anyOf/1/properties/permissions/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema34.anyOf[1].properties.permissions, data: data15 };
          if (vErrors === null) {
            vErrors = [err47];
          } else {
            vErrors.push(err47);
          }
          errors++;
        }
        const len5 = data15.length;
        for (let i5 = 0; i5 < len5; i5++) {
          let data16 = data15[i5];
          if (typeof data16 === "string") {
            if (!pattern30.test(data16)) {
              const err48 = { instancePath: instancePath + "/permissions/" + i5, schemaPath: "#/anyOf/1/properties/permissions/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema34.anyOf[1].properties.permissions.items, data: data16 };
              if (vErrors === null) {
                vErrors = [err48];
              } else {
                vErrors.push(err48);
              }
              errors++;
            }
          } else {
            const err49 = { instancePath: instancePath + "/permissions/" + i5, schemaPath: "#/anyOf/1/properties/permissions/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.anyOf[1].properties.permissions.items.type, parentSchema: schema34.anyOf[1].properties.permissions.items, data: data16 };
            if (vErrors === null) {
              vErrors = [err49];
            } else {
              vErrors.push(err49);
            }
            errors++;
          }
        }
      } else {
        const err50 = { instancePath: instancePath + "/permissions", schemaPath: "#/anyOf/1/properties/permissions/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema34.anyOf[1].properties.permissions.type, parentSchema: schema34.anyOf[1].properties.permissions, data: data15 };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
    }
    if (data.sets !== void 0 && func0.call(data, "sets")) {
      let data17 = data.sets;
      if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
        for (const key2 of Object.keys(data17)) {
          const _errs43 = errors;
          if (typeof key2 === "string") {
            if (!pattern30.test(key2)) {
              const err51 = { instancePath: instancePath + "/sets", schemaPath: "#/anyOf/1/properties/sets/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema34.anyOf[1].properties.sets.propertyNames, data: key2, propertyName: key2 };
              if (vErrors === null) {
                vErrors = [err51];
              } else {
                vErrors.push(err51);
              }
              errors++;
            }
          } else {
            const err52 = { instancePath: instancePath + "/sets", schemaPath: "#/anyOf/1/properties/sets/propertyNames/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.anyOf[1].properties.sets.propertyNames.type, parentSchema: schema34.anyOf[1].properties.sets.propertyNames, data: key2, propertyName: key2 };
            if (vErrors === null) {
              vErrors = [err52];
            } else {
              vErrors.push(err52);
            }
            errors++;
          }
          var valid15 = _errs43 === errors;
          if (!valid15) {
            const err53 = { instancePath: instancePath + "/sets", schemaPath: "#/anyOf/1/properties/sets/propertyNames", keyword: "propertyNames", params: { propertyName: key2 }, message: "property name must be valid", schema: schema34.anyOf[1].properties.sets.propertyNames, parentSchema: schema34.anyOf[1].properties.sets, data: data17 };
            if (vErrors === null) {
              vErrors = [err53];
            } else {
              vErrors.push(err53);
            }
            errors++;
          }
        }
        for (const key3 of Object.keys(data17)) {
          let data18 = data17[key3];
          if (Array.isArray(data18)) {
            if (data18.length > 50) {
              const err54 = { instancePath: instancePath + "/sets/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/anyOf/1/properties/sets/additionalProperties/maxItems", keyword: "maxItems", params: { limit: 50 }, message: "must NOT have more than 50 items", schema: 50, parentSchema: schema34.anyOf[1].properties.sets.additionalProperties, data: data18 };
              if (vErrors === null) {
                vErrors = [err54];
              } else {
                vErrors.push(err54);
              }
              errors++;
            }
            if (data18.length < 1) {
              const err55 = { instancePath: instancePath + "/sets/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/anyOf/1/properties/sets/additionalProperties/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema34.anyOf[1].properties.sets.additionalProperties, data: data18 };
              if (vErrors === null) {
                vErrors = [err55];
              } else {
                vErrors.push(err55);
              }
              errors++;
            }
            const len6 = data18.length;
            for (let i6 = 0; i6 < len6; i6++) {
              let data19 = data18[i6];
              if (Array.isArray(data19)) {
                if (data19.length > 20) {
                  const err56 = { instancePath: instancePath + "/sets/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i6, schemaPath: "#/anyOf/1/properties/sets/additionalProperties/items/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items", schema: 20, parentSchema: schema34.anyOf[1].properties.sets.additionalProperties.items, data: data19 };
                  if (vErrors === null) {
                    vErrors = [err56];
                  } else {
                    vErrors.push(err56);
                  }
                  errors++;
                }
                if (data19.length < 1) {
                  const err57 = { instancePath: instancePath + "/sets/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i6, schemaPath: "#/anyOf/1/properties/sets/additionalProperties/items/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema34.anyOf[1].properties.sets.additionalProperties.items, data: data19 };
                  if (vErrors === null) {
                    vErrors = [err57];
                  } else {
                    vErrors.push(err57);
                  }
                  errors++;
                }
                const len7 = data19.length;
                for (let i7 = 0; i7 < len7; i7++) {
                  let data20 = data19[i7];
                  if (typeof data20 === "string") {
                    if (!pattern43.test(data20)) {
                      const err58 = { instancePath: instancePath + "/sets/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i6 + "/" + i7, schemaPath: "#/anyOf/1/properties/sets/additionalProperties/items/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9-]{1,60}:[A-Za-z0-9*?]{1,128}$" }, message: 'must match pattern "^[a-z0-9-]{1,60}:[A-Za-z0-9*?]{1,128}$"', schema: "^[a-z0-9-]{1,60}:[A-Za-z0-9*?]{1,128}$", parentSchema: schema34.anyOf[1].properties.sets.additionalProperties.items.items, data: data20 };
                      if (vErrors === null) {
                        vErrors = [err58];
                      } else {
                        vErrors.push(err58);
                      }
                      errors++;
                    }
                  } else {
                    const err59 = { instancePath: instancePath + "/sets/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i6 + "/" + i7, schemaPath: "#/anyOf/1/properties/sets/additionalProperties/items/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.anyOf[1].properties.sets.additionalProperties.items.items.type, parentSchema: schema34.anyOf[1].properties.sets.additionalProperties.items.items, data: data20 };
                    if (vErrors === null) {
                      vErrors = [err59];
                    } else {
                      vErrors.push(err59);
                    }
                    errors++;
                  }
                }
              } else {
                const err60 = { instancePath: instancePath + "/sets/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i6, schemaPath: "#/anyOf/1/properties/sets/additionalProperties/items/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema34.anyOf[1].properties.sets.additionalProperties.items.type, parentSchema: schema34.anyOf[1].properties.sets.additionalProperties.items, data: data19 };
                if (vErrors === null) {
                  vErrors = [err60];
                } else {
                  vErrors.push(err60);
                }
                errors++;
              }
            }
          } else {
            const err61 = { instancePath: instancePath + "/sets/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/anyOf/1/properties/sets/additionalProperties/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema34.anyOf[1].properties.sets.additionalProperties.type, parentSchema: schema34.anyOf[1].properties.sets.additionalProperties, data: data18 };
            if (vErrors === null) {
              vErrors = [err61];
            } else {
              vErrors.push(err61);
            }
            errors++;
          }
        }
      } else {
        const err62 = { instancePath: instancePath + "/sets", schemaPath: "#/anyOf/1/properties/sets/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema34.anyOf[1].properties.sets.type, parentSchema: schema34.anyOf[1].properties.sets, data: data17 };
        if (vErrors === null) {
          vErrors = [err62];
        } else {
          vErrors.push(err62);
        }
        errors++;
      }
    }
  } else {
    const err63 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema34.anyOf[1].type, parentSchema: schema34.anyOf[1], data };
    if (vErrors === null) {
      vErrors = [err63];
    } else {
      vErrors.push(err63);
    }
    errors++;
  }
  var _valid0 = _errs22 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  if (!valid0) {
    const err64 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf", schema: schema34.anyOf, parentSchema: schema34, data };
    if (vErrors === null) {
      vErrors = [err64];
    } else {
      vErrors.push(err64);
    }
    errors++;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate23.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate23.evaluated = { "dynamicProps": true, "dynamicItems": false };
var validate_exception = validate24;
var schema35 = { "type": "object", "properties": { "rule": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$", "description": "Id of the rule.", "title": "Rule", "examples": ["create-and-approve-payments"] }, "subject": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$", "description": "Id of the person or workload.", "title": "Subject", "examples": ["alice"] }, "reason": { "type": "string", "minLength": 10, "maxLength": 2e3, "title": "Reason", "description": "Why this access is needed, in words an auditor understands a year later. At least 10 characters that are not blank.", "examples": ["Month-end reconciliation for the finance close"] }, "control": { "type": "string", "minLength": 10, "maxLength": 2e3, "title": "Compensating control", "description": "What is done instead, by whom and how often.", "examples": ["Monthly review of her payments by internal audit"] }, "expires": { "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", "title": "Expires", "description": "When it ends; the last approved of the grants that need it ends with it.", "examples": ["2027-01-31"] } }, "required": ["rule", "subject", "reason", "control", "expires"], "additionalProperties": false, "title": "Exception", "description": "grants/exceptions/<id>.yaml: an exception to a separation-of-duties rule, with a control and an end." };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.rule === void 0 || !func0.call(data, "rule")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "rule" }, message: "must have required property 'rule'", schema: schema35.required, parentSchema: schema35, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.subject === void 0 || !func0.call(data, "subject")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subject" }, message: "must have required property 'subject'", schema: schema35.required, parentSchema: schema35, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.reason === void 0 || !func0.call(data, "reason")) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'", schema: schema35.required, parentSchema: schema35, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.control === void 0 || !func0.call(data, "control")) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "control" }, message: "must have required property 'control'", schema: schema35.required, parentSchema: schema35, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.expires === void 0 || !func0.call(data, "expires")) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "expires" }, message: "must have required property 'expires'", schema: schema35.required, parentSchema: schema35, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "rule" || key0 === "subject" || key0 === "reason" || key0 === "control" || key0 === "expires")) {
        const err5 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema35, data };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.rule !== void 0 && func0.call(data, "rule")) {
      let data0 = data.rule;
      if (typeof data0 === "string") {
        if (!pattern30.test(data0)) {
          const err6 = { instancePath: instancePath + "/rule", schemaPath: "#/properties/rule/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema35.properties.rule, data: data0 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/rule", schemaPath: "#/properties/rule/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.rule.type, parentSchema: schema35.properties.rule, data: data0 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.subject !== void 0 && func0.call(data, "subject")) {
      let data1 = data.subject;
      if (typeof data1 === "string") {
        if (!pattern30.test(data1)) {
          const err8 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema35.properties.subject, data: data1 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/subject", schemaPath: "#/properties/subject/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.subject.type, parentSchema: schema35.properties.subject, data: data1 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.reason !== void 0 && func0.call(data, "reason")) {
      let data2 = data.reason;
      if (typeof data2 === "string") {
        if (codePoints(data2) > 2e3) {
          const err10 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema35.properties.reason, data: data2 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (codePoints(data2) < 10) {
          const err11 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/minLength", keyword: "minLength", params: { limit: 10 }, message: "must NOT have fewer than 10 characters", schema: 10, parentSchema: schema35.properties.reason, data: data2 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.reason.type, parentSchema: schema35.properties.reason, data: data2 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.control !== void 0 && func0.call(data, "control")) {
      let data3 = data.control;
      if (typeof data3 === "string") {
        if (codePoints(data3) > 2e3) {
          const err13 = { instancePath: instancePath + "/control", schemaPath: "#/properties/control/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema35.properties.control, data: data3 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        if (codePoints(data3) < 10) {
          const err14 = { instancePath: instancePath + "/control", schemaPath: "#/properties/control/minLength", keyword: "minLength", params: { limit: 10 }, message: "must NOT have fewer than 10 characters", schema: 10, parentSchema: schema35.properties.control, data: data3 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/control", schemaPath: "#/properties/control/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.control.type, parentSchema: schema35.properties.control, data: data3 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.expires !== void 0 && func0.call(data, "expires")) {
      let data4 = data.expires;
      if (typeof data4 === "string") {
        if (!pattern31.test(data4)) {
          const err16 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$" }, message: 'must match pattern "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$"', schema: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", parentSchema: schema35.properties.expires, data: data4 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.expires.type, parentSchema: schema35.properties.expires, data: data4 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema35.type, parentSchema: schema35, data };
    if (vErrors === null) {
      vErrors = [err18];
    } else {
      vErrors.push(err18);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
validate24.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validate_system = validate25;
var schema36 = { "type": "object", "properties": { "title": { "type": "string", "minLength": 1, "maxLength": 200, "title": "Title", "description": "What people call it.", "examples": ["AWS production"] }, "connector": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$", "description": "Which connector speaks to it.", "title": "Connector", "examples": ["aws-iam"] }, "owner": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$", "description": "Id of the person who answers for it.", "title": "Owner", "examples": ["carol"] }, "outOfBand": { "type": "string", "enum": ["report", "revoke"], "title": "Access found outside", "description": "`report`: found access is escalated and never removed; `revoke`: it is removed at its end." }, "known": { "minItems": 1, "maxItems": 200, "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": 300, "title": "Principal", "description": "Exact name.", "examples": ["role/terraform"] }, "title": "Known", "description": "Principals whose access outside Grantbook is nobody’s finding.", "examples": [["role/terraform"]] }, "settings": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": {}, "title": "Settings", "description": "The connector’s own settings.", "examples": [{ "account": "123456789012", "region": "eu-central-1" }] } }, "required": ["title", "connector", "owner", "outOfBand", "settings"], "additionalProperties": false, "title": "System", "description": "grants/systems/<id>/system.yaml: one AWS account, one GitHub organisation, … reached through a connector." };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate25.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.title === void 0 || !func0.call(data, "title")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'", schema: schema36.required, parentSchema: schema36, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.connector === void 0 || !func0.call(data, "connector")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "connector" }, message: "must have required property 'connector'", schema: schema36.required, parentSchema: schema36, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.owner === void 0 || !func0.call(data, "owner")) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "owner" }, message: "must have required property 'owner'", schema: schema36.required, parentSchema: schema36, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.outOfBand === void 0 || !func0.call(data, "outOfBand")) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "outOfBand" }, message: "must have required property 'outOfBand'", schema: schema36.required, parentSchema: schema36, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.settings === void 0 || !func0.call(data, "settings")) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "settings" }, message: "must have required property 'settings'", schema: schema36.required, parentSchema: schema36, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "title" || key0 === "connector" || key0 === "owner" || key0 === "outOfBand" || key0 === "known" || key0 === "settings")) {
        const err5 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema36, data };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.title !== void 0 && func0.call(data, "title")) {
      let data0 = data.title;
      if (typeof data0 === "string") {
        if (codePoints(data0) > 200) {
          const err6 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema36.properties.title, data: data0 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (codePoints(data0) < 1) {
          const err7 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema36.properties.title, data: data0 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.properties.title.type, parentSchema: schema36.properties.title, data: data0 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.connector !== void 0 && func0.call(data, "connector")) {
      let data1 = data.connector;
      if (typeof data1 === "string") {
        if (!pattern30.test(data1)) {
          const err9 = { instancePath: instancePath + "/connector", schemaPath: "#/properties/connector/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema36.properties.connector, data: data1 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/connector", schemaPath: "#/properties/connector/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.properties.connector.type, parentSchema: schema36.properties.connector, data: data1 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.owner !== void 0 && func0.call(data, "owner")) {
      let data2 = data.owner;
      if (typeof data2 === "string") {
        if (!pattern30.test(data2)) {
          const err11 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema36.properties.owner, data: data2 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.properties.owner.type, parentSchema: schema36.properties.owner, data: data2 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.outOfBand !== void 0 && func0.call(data, "outOfBand")) {
      let data3 = data.outOfBand;
      if (typeof data3 !== "string") {
        const err13 = { instancePath: instancePath + "/outOfBand", schemaPath: "#/properties/outOfBand/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.properties.outOfBand.type, parentSchema: schema36.properties.outOfBand, data: data3 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (!(data3 === "report" || data3 === "revoke")) {
        const err14 = { instancePath: instancePath + "/outOfBand", schemaPath: "#/properties/outOfBand/enum", keyword: "enum", params: { allowedValues: schema36.properties.outOfBand.enum }, message: "must be equal to one of the allowed values", schema: schema36.properties.outOfBand.enum, parentSchema: schema36.properties.outOfBand, data: data3 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.known !== void 0 && func0.call(data, "known")) {
      let data4 = data.known;
      if (Array.isArray(data4)) {
        if (data4.length > 200) {
          const err15 = { instancePath: instancePath + "/known", schemaPath: "#/properties/known/maxItems", keyword: "maxItems", params: { limit: 200 }, message: "must NOT have more than 200 items", schema: 200, parentSchema: schema36.properties.known, data: data4 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (data4.length < 1) {
          const err16 = { instancePath: instancePath + "/known", schemaPath: "#/properties/known/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema36.properties.known, data: data4 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        const len0 = data4.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data5 = data4[i0];
          if (typeof data5 === "string") {
            if (codePoints(data5) > 300) {
              const err17 = { instancePath: instancePath + "/known/" + i0, schemaPath: "#/properties/known/items/maxLength", keyword: "maxLength", params: { limit: 300 }, message: "must NOT have more than 300 characters", schema: 300, parentSchema: schema36.properties.known.items, data: data5 };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
            if (codePoints(data5) < 1) {
              const err18 = { instancePath: instancePath + "/known/" + i0, schemaPath: "#/properties/known/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema36.properties.known.items, data: data5 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/known/" + i0, schemaPath: "#/properties/known/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.properties.known.items.type, parentSchema: schema36.properties.known.items, data: data5 };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
      } else {
        const err20 = { instancePath: instancePath + "/known", schemaPath: "#/properties/known/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema36.properties.known.type, parentSchema: schema36.properties.known, data: data4 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.settings !== void 0 && func0.call(data, "settings")) {
      let data6 = data.settings;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (const key1 of Object.keys(data6)) {
          const _errs16 = errors;
          if (typeof key1 !== "string") {
            const err21 = { instancePath: instancePath + "/settings", schemaPath: "#/properties/settings/propertyNames/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.properties.settings.propertyNames.type, parentSchema: schema36.properties.settings.propertyNames, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
          var valid3 = _errs16 === errors;
          if (!valid3) {
            const err22 = { instancePath: instancePath + "/settings", schemaPath: "#/properties/settings/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema36.properties.settings.propertyNames, parentSchema: schema36.properties.settings, data: data6 };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/settings", schemaPath: "#/properties/settings/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema36.properties.settings.type, parentSchema: schema36.properties.settings, data: data6 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
  } else {
    const err24 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema36.type, parentSchema: schema36, data };
    if (vErrors === null) {
      vErrors = [err24];
    } else {
      vErrors.push(err24);
    }
    errors++;
  }
  validate25.errors = vErrors;
  return errors === 0;
}
validate25.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validate_entitlement = validate26;
var schema37 = { "type": "object", "properties": { "title": { "type": "string", "minLength": 1, "maxLength": 200, "title": "Title", "description": "What people call it.", "examples": ["Read billing data"] }, "description": { "type": "string", "minLength": 1, "maxLength": 2e3, "title": "Description", "description": "What holding it lets one do, in words a reviewer understands.", "examples": ["Read invoices and exports in the billing bucket."] }, "owner": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$", "description": "Id of the person who answers for it.", "title": "Owner", "examples": ["carol"] }, "approvers": { "anyOf": [{ "minItems": 1, "maxItems": 20, "type": "array", "items": { "type": "string", "pattern": "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$", "title": "Approver", "description": "A GitHub team (`@org/team`) or account (`@login`).", "examples": ["@acme/billing"] } }, { "minItems": 2, "maxItems": 5, "type": "array", "items": { "minItems": 1, "maxItems": 20, "type": "array", "items": { "type": "string", "pattern": "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$", "title": "Approver", "description": "A GitHub team (`@org/team`) or account (`@login`).", "examples": ["@acme/billing"] } } }], "title": "Approvers", "description": "Any one of a list; or a list of lists: one from each. The two are never mixed.", "examples": [["@acme/billing"], [["@acme/billing"], ["@acme/security"]]] }, "risk": { "type": "string", "enum": ["low", "medium", "high", "critical"], "title": "Risk", "description": "Tier in the settings: decides longest duration, approvals and ticket." }, "maxDuration": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Longest grant", "description": "Shorter than the tier’s own limit, never longer.", "examples": ["14d"] }, "subjects": { "minItems": 1, "maxItems": 2, "type": "array", "items": { "type": "string", "enum": ["person", "workload"] }, "title": "Subjects", "description": "Who may hold it." }, "duties": { "minItems": 1, "maxItems": 50, "type": "array", "items": { "type": "string", "pattern": "^[a-z0-9][a-z0-9.-]{0,99}$" }, "title": "Duties", "description": "Duties it confers, for separation of duties.", "examples": [["payments.read"]] }, "emergency": { "type": "object", "properties": { "approvers": { "minItems": 1, "maxItems": 20, "type": "array", "items": { "type": "string", "pattern": "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$", "title": "Approver", "description": "A GitHub team (`@org/team`) or account (`@login`).", "examples": ["@acme/billing"] }, "title": "On call", "description": "Any one of them approves a break-glass grant." }, "maxDuration": { "type": "string", "pattern": "^[1-9]\\d{0,5}[mhd]$", "title": "Longest emergency", "description": "The shorter of this and the settings’ limit holds.", "examples": ["2h"] } }, "required": ["approvers", "maxDuration"], "additionalProperties": false, "title": "Emergency", "description": "Present: break-glass is allowed." }, "includes": { "minItems": 1, "maxItems": 100, "type": "array", "items": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}\\/[a-z0-9][a-z0-9-]{0,62}$", "title": "Entitlement", "description": "Full name of an entitlement: system, slash, entitlement.", "examples": ["aws-prod/logs-read"] }, "title": "Includes", "description": "Makes it a bundle: whoever holds it holds these too." }, "target": { "type": "object", "propertyNames": { "type": "string" }, "additionalProperties": {}, "title": "Target", "description": "What it is in its system, in the connector’s own terms. Optional only beside `includes`.", "examples": [{ "assumeRole": "arn:aws:iam::123456789012:role/entitlements/billing-read" }] }, "task": { "type": "string", "enum": ["ongoing"], "title": "Task", "description": "`ongoing`: grants to workloads don’t end with their task." } }, "required": ["title", "description", "owner", "approvers", "risk", "subjects"], "additionalProperties": false, "title": "Entitlement", "description": "grants/systems/<system>/<id>/entitlement.yaml: something in a system that can be held." };
var pattern53 = new RegExp("^[a-z0-9][a-z0-9.-]{0,99}$", "u");
var pattern56 = new RegExp("^[a-z0-9][a-z0-9-]{0,62}\\/[a-z0-9][a-z0-9-]{0,62}$", "u");
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate26.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.title === void 0 || !func0.call(data, "title")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "title" }, message: "must have required property 'title'", schema: schema37.required, parentSchema: schema37, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.description === void 0 || !func0.call(data, "description")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "description" }, message: "must have required property 'description'", schema: schema37.required, parentSchema: schema37, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.owner === void 0 || !func0.call(data, "owner")) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "owner" }, message: "must have required property 'owner'", schema: schema37.required, parentSchema: schema37, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.approvers === void 0 || !func0.call(data, "approvers")) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "approvers" }, message: "must have required property 'approvers'", schema: schema37.required, parentSchema: schema37, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    if (data.risk === void 0 || !func0.call(data, "risk")) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "risk" }, message: "must have required property 'risk'", schema: schema37.required, parentSchema: schema37, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    if (data.subjects === void 0 || !func0.call(data, "subjects")) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "subjects" }, message: "must have required property 'subjects'", schema: schema37.required, parentSchema: schema37, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!func0.call(schema37.properties, key0)) {
        const err6 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema37, data };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.title !== void 0 && func0.call(data, "title")) {
      let data0 = data.title;
      if (typeof data0 === "string") {
        if (codePoints(data0) > 200) {
          const err7 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema37.properties.title, data: data0 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (codePoints(data0) < 1) {
          const err8 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema37.properties.title, data: data0 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/title", schemaPath: "#/properties/title/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema37.properties.title.type, parentSchema: schema37.properties.title, data: data0 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.description !== void 0 && func0.call(data, "description")) {
      let data1 = data.description;
      if (typeof data1 === "string") {
        if (codePoints(data1) > 2e3) {
          const err10 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema37.properties.description, data: data1 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (codePoints(data1) < 1) {
          const err11 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema37.properties.description, data: data1 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema37.properties.description.type, parentSchema: schema37.properties.description, data: data1 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.owner !== void 0 && func0.call(data, "owner")) {
      let data2 = data.owner;
      if (typeof data2 === "string") {
        if (!pattern30.test(data2)) {
          const err13 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema37.properties.owner, data: data2 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema37.properties.owner.type, parentSchema: schema37.properties.owner, data: data2 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.approvers !== void 0 && func0.call(data, "approvers")) {
      let data3 = data.approvers;
      const _errs9 = errors;
      let valid1 = false;
      const _errs10 = errors;
      if (Array.isArray(data3)) {
        if (data3.length > 20) {
          const err15 = { instancePath: instancePath + "/approvers", schemaPath: "#/properties/approvers/anyOf/0/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items", schema: 20, parentSchema: schema37.properties.approvers.anyOf[0], data: data3 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        if (data3.length < 1) {
          const err16 = { instancePath: instancePath + "/approvers", schemaPath: "#/properties/approvers/anyOf/0/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema37.properties.approvers.anyOf[0], data: data3 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 === "string") {
            if (!pattern6.test(data4)) {
              const err17 = { instancePath: instancePath + "/approvers/" + i0, schemaPath: "#/properties/approvers/anyOf/0/items/pattern", keyword: "pattern", params: { pattern: "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$" }, message: 'must match pattern "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$"', schema: "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$", parentSchema: schema37.properties.approvers.anyOf[0].items, data: data4 };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/approvers/" + i0, schemaPath: "#/properties/approvers/anyOf/0/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema37.properties.approvers.anyOf[0].items.type, parentSchema: schema37.properties.approvers.anyOf[0].items, data: data4 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/approvers", schemaPath: "#/properties/approvers/anyOf/0/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema37.properties.approvers.anyOf[0].type, parentSchema: schema37.properties.approvers.anyOf[0], data: data3 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
      var _valid0 = _errs10 === errors;
      valid1 = valid1 || _valid0;
      if (_valid0) {
        var items0 = true;
      }
      const _errs14 = errors;
      if (Array.isArray(data3)) {
        if (data3.length > 5) {
          const err20 = { instancePath: instancePath + "/approvers", schemaPath: "#/properties/approvers/anyOf/1/maxItems", keyword: "maxItems", params: { limit: 5 }, message: "must NOT have more than 5 items", schema: 5, parentSchema: schema37.properties.approvers.anyOf[1], data: data3 };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        if (data3.length < 2) {
          const err21 = { instancePath: instancePath + "/approvers", schemaPath: "#/properties/approvers/anyOf/1/minItems", keyword: "minItems", params: { limit: 2 }, message: "must NOT have fewer than 2 items", schema: 2, parentSchema: schema37.properties.approvers.anyOf[1], data: data3 };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        const len1 = data3.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data5 = data3[i1];
          if (Array.isArray(data5)) {
            if (data5.length > 20) {
              const err22 = { instancePath: instancePath + "/approvers/" + i1, schemaPath: "#/properties/approvers/anyOf/1/items/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items", schema: 20, parentSchema: schema37.properties.approvers.anyOf[1].items, data: data5 };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            if (data5.length < 1) {
              const err23 = { instancePath: instancePath + "/approvers/" + i1, schemaPath: "#/properties/approvers/anyOf/1/items/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema37.properties.approvers.anyOf[1].items, data: data5 };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            const len2 = data5.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data6 = data5[i2];
              if (typeof data6 === "string") {
                if (!pattern6.test(data6)) {
                  const err24 = { instancePath: instancePath + "/approvers/" + i1 + "/" + i2, schemaPath: "#/properties/approvers/anyOf/1/items/items/pattern", keyword: "pattern", params: { pattern: "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$" }, message: 'must match pattern "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$"', schema: "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$", parentSchema: schema37.properties.approvers.anyOf[1].items.items, data: data6 };
                  if (vErrors === null) {
                    vErrors = [err24];
                  } else {
                    vErrors.push(err24);
                  }
                  errors++;
                }
              } else {
                const err25 = { instancePath: instancePath + "/approvers/" + i1 + "/" + i2, schemaPath: "#/properties/approvers/anyOf/1/items/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema37.properties.approvers.anyOf[1].items.items.type, parentSchema: schema37.properties.approvers.anyOf[1].items.items, data: data6 };
                if (vErrors === null) {
                  vErrors = [err25];
                } else {
                  vErrors.push(err25);
                }
                errors++;
              }
            }
          } else {
            const err26 = { instancePath: instancePath + "/approvers/" + i1, schemaPath: "#/properties/approvers/anyOf/1/items/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema37.properties.approvers.anyOf[1].items.type, parentSchema: schema37.properties.approvers.anyOf[1].items, data: data5 };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
      } else {
        const err27 = { instancePath: instancePath + "/approvers", schemaPath: "#/properties/approvers/anyOf/1/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema37.properties.approvers.anyOf[1].type, parentSchema: schema37.properties.approvers.anyOf[1], data: data3 };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
      var _valid0 = _errs14 === errors;
      valid1 = valid1 || _valid0;
      if (_valid0) {
        if (items0 !== true) {
          items0 = true;
        }
      }
      if (!valid1) {
        const err28 = { instancePath: instancePath + "/approvers", schemaPath: "#/properties/approvers/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf", schema: schema37.properties.approvers.anyOf, parentSchema: schema37.properties.approvers, data: data3 };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      } else {
        errors = _errs9;
        if (vErrors !== null) {
          if (_errs9) {
            vErrors.length = _errs9;
          } else {
            vErrors = null;
          }
        }
      }
    }
    if (data.risk !== void 0 && func0.call(data, "risk")) {
      let data7 = data.risk;
      if (typeof data7 !== "string") {
        const err29 = { instancePath: instancePath + "/risk", schemaPath: "#/properties/risk/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema37.properties.risk.type, parentSchema: schema37.properties.risk, data: data7 };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
      if (!(data7 === "low" || data7 === "medium" || data7 === "high" || data7 === "critical")) {
        const err30 = { instancePath: instancePath + "/risk", schemaPath: "#/properties/risk/enum", keyword: "enum", params: { allowedValues: schema37.properties.risk.enum }, message: "must be equal to one of the allowed values", schema: schema37.properties.risk.enum, parentSchema: schema37.properties.risk, data: data7 };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.maxDuration !== void 0 && func0.call(data, "maxDuration")) {
      let data8 = data.maxDuration;
      if (typeof data8 === "string") {
        if (!pattern11.test(data8)) {
          const err31 = { instancePath: instancePath + "/maxDuration", schemaPath: "#/properties/maxDuration/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema37.properties.maxDuration, data: data8 };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
      } else {
        const err32 = { instancePath: instancePath + "/maxDuration", schemaPath: "#/properties/maxDuration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema37.properties.maxDuration.type, parentSchema: schema37.properties.maxDuration, data: data8 };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.subjects !== void 0 && func0.call(data, "subjects")) {
      let data9 = data.subjects;
      if (Array.isArray(data9)) {
        if (data9.length > 2) {
          const err33 = { instancePath: instancePath + "/subjects", schemaPath: "#/properties/subjects/maxItems", keyword: "maxItems", params: { limit: 2 }, message: "must NOT have more than 2 items", schema: 2, parentSchema: schema37.properties.subjects, data: data9 };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
        if (data9.length < 1) {
          const err34 = { instancePath: instancePath + "/subjects", schemaPath: "#/properties/subjects/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema37.properties.subjects, data: data9 };
          if (vErrors === null) {
            vErrors = [err34];
          } else {
            vErrors.push(err34);
          }
          errors++;
        }
        const len3 = data9.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data10 = data9[i3];
          if (typeof data10 !== "string") {
            const err35 = { instancePath: instancePath + "/subjects/" + i3, schemaPath: "#/properties/subjects/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema37.properties.subjects.items.type, parentSchema: schema37.properties.subjects.items, data: data10 };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
          if (!(data10 === "person" || data10 === "workload")) {
            const err36 = { instancePath: instancePath + "/subjects/" + i3, schemaPath: "#/properties/subjects/items/enum", keyword: "enum", params: { allowedValues: schema37.properties.subjects.items.enum }, message: "must be equal to one of the allowed values", schema: schema37.properties.subjects.items.enum, parentSchema: schema37.properties.subjects.items, data: data10 };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
      } else {
        const err37 = { instancePath: instancePath + "/subjects", schemaPath: "#/properties/subjects/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema37.properties.subjects.type, parentSchema: schema37.properties.subjects, data: data9 };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.duties !== void 0 && func0.call(data, "duties")) {
      let data11 = data.duties;
      if (Array.isArray(data11)) {
        if (data11.length > 50) {
          const err38 = { instancePath: instancePath + "/duties", schemaPath: "#/properties/duties/maxItems", keyword: "maxItems", params: { limit: 50 }, message: "must NOT have more than 50 items", schema: 50, parentSchema: schema37.properties.duties, data: data11 };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
        if (data11.length < 1) {
          const err39 = { instancePath: instancePath + "/duties", schemaPath: "#/properties/duties/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema37.properties.duties, data: data11 };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
        const len4 = data11.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data12 = data11[i4];
          if (typeof data12 === "string") {
            if (!pattern53.test(data12)) {
              const err40 = { instancePath: instancePath + "/duties/" + i4, schemaPath: "#/properties/duties/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9.-]{0,99}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9.-]{0,99}$"', schema: "^[a-z0-9][a-z0-9.-]{0,99}$", parentSchema: schema37.properties.duties.items, data: data12 };
              if (vErrors === null) {
                vErrors = [err40];
              } else {
                vErrors.push(err40);
              }
              errors++;
            }
          } else {
            const err41 = { instancePath: instancePath + "/duties/" + i4, schemaPath: "#/properties/duties/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema37.properties.duties.items.type, parentSchema: schema37.properties.duties.items, data: data12 };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
      } else {
        const err42 = { instancePath: instancePath + "/duties", schemaPath: "#/properties/duties/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema37.properties.duties.type, parentSchema: schema37.properties.duties, data: data11 };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.emergency !== void 0 && func0.call(data, "emergency")) {
      let data13 = data.emergency;
      if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
        if (data13.approvers === void 0 || !func0.call(data13, "approvers")) {
          const err43 = { instancePath: instancePath + "/emergency", schemaPath: "#/properties/emergency/required", keyword: "required", params: { missingProperty: "approvers" }, message: "must have required property 'approvers'", schema: schema37.properties.emergency.required, parentSchema: schema37.properties.emergency, data: data13 };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
        if (data13.maxDuration === void 0 || !func0.call(data13, "maxDuration")) {
          const err44 = { instancePath: instancePath + "/emergency", schemaPath: "#/properties/emergency/required", keyword: "required", params: { missingProperty: "maxDuration" }, message: "must have required property 'maxDuration'", schema: schema37.properties.emergency.required, parentSchema: schema37.properties.emergency, data: data13 };
          if (vErrors === null) {
            vErrors = [err44];
          } else {
            vErrors.push(err44);
          }
          errors++;
        }
        for (const key1 of Object.keys(data13)) {
          if (!(key1 === "approvers" || key1 === "maxDuration")) {
            const err45 = { instancePath: instancePath + "/emergency", schemaPath: "#/properties/emergency/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema37.properties.emergency, data: data13 };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
        }
        if (data13.approvers !== void 0 && func0.call(data13, "approvers")) {
          let data14 = data13.approvers;
          if (Array.isArray(data14)) {
            if (data14.length > 20) {
              const err46 = { instancePath: instancePath + "/emergency/approvers", schemaPath: "#/properties/emergency/properties/approvers/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items", schema: 20, parentSchema: schema37.properties.emergency.properties.approvers, data: data14 };
              if (vErrors === null) {
                vErrors = [err46];
              } else {
                vErrors.push(err46);
              }
              errors++;
            }
            if (data14.length < 1) {
              const err47 = { instancePath: instancePath + "/emergency/approvers", schemaPath: "#/properties/emergency/properties/approvers/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema37.properties.emergency.properties.approvers, data: data14 };
              if (vErrors === null) {
                vErrors = [err47];
              } else {
                vErrors.push(err47);
              }
              errors++;
            }
            const len5 = data14.length;
            for (let i5 = 0; i5 < len5; i5++) {
              let data15 = data14[i5];
              if (typeof data15 === "string") {
                if (!pattern6.test(data15)) {
                  const err48 = { instancePath: instancePath + "/emergency/approvers/" + i5, schemaPath: "#/properties/emergency/properties/approvers/items/pattern", keyword: "pattern", params: { pattern: "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$" }, message: 'must match pattern "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$"', schema: "^@[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})(?:\\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$", parentSchema: schema37.properties.emergency.properties.approvers.items, data: data15 };
                  if (vErrors === null) {
                    vErrors = [err48];
                  } else {
                    vErrors.push(err48);
                  }
                  errors++;
                }
              } else {
                const err49 = { instancePath: instancePath + "/emergency/approvers/" + i5, schemaPath: "#/properties/emergency/properties/approvers/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema37.properties.emergency.properties.approvers.items.type, parentSchema: schema37.properties.emergency.properties.approvers.items, data: data15 };
                if (vErrors === null) {
                  vErrors = [err49];
                } else {
                  vErrors.push(err49);
                }
                errors++;
              }
            }
          } else {
            const err50 = { instancePath: instancePath + "/emergency/approvers", schemaPath: "#/properties/emergency/properties/approvers/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema37.properties.emergency.properties.approvers.type, parentSchema: schema37.properties.emergency.properties.approvers, data: data14 };
            if (vErrors === null) {
              vErrors = [err50];
            } else {
              vErrors.push(err50);
            }
            errors++;
          }
        }
        if (data13.maxDuration !== void 0 && func0.call(data13, "maxDuration")) {
          let data16 = data13.maxDuration;
          if (typeof data16 === "string") {
            if (!pattern11.test(data16)) {
              const err51 = { instancePath: instancePath + "/emergency/maxDuration", schemaPath: "#/properties/emergency/properties/maxDuration/pattern", keyword: "pattern", params: { pattern: "^[1-9]\\d{0,5}[mhd]$" }, message: 'must match pattern "^[1-9]\\d{0,5}[mhd]$"', schema: "^[1-9]\\d{0,5}[mhd]$", parentSchema: schema37.properties.emergency.properties.maxDuration, data: data16 };
              if (vErrors === null) {
                vErrors = [err51];
              } else {
                vErrors.push(err51);
              }
              errors++;
            }
          } else {
            const err52 = { instancePath: instancePath + "/emergency/maxDuration", schemaPath: "#/properties/emergency/properties/maxDuration/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema37.properties.emergency.properties.maxDuration.type, parentSchema: schema37.properties.emergency.properties.maxDuration, data: data16 };
            if (vErrors === null) {
              vErrors = [err52];
            } else {
              vErrors.push(err52);
            }
            errors++;
          }
        }
      } else {
        const err53 = { instancePath: instancePath + "/emergency", schemaPath: "#/properties/emergency/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema37.properties.emergency.type, parentSchema: schema37.properties.emergency, data: data13 };
        if (vErrors === null) {
          vErrors = [err53];
        } else {
          vErrors.push(err53);
        }
        errors++;
      }
    }
    if (data.includes !== void 0 && func0.call(data, "includes")) {
      let data17 = data.includes;
      if (Array.isArray(data17)) {
        if (data17.length > 100) {
          const err54 = { instancePath: instancePath + "/includes", schemaPath: "#/properties/includes/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items", schema: 100, parentSchema: schema37.properties.includes, data: data17 };
          if (vErrors === null) {
            vErrors = [err54];
          } else {
            vErrors.push(err54);
          }
          errors++;
        }
        if (data17.length < 1) {
          const err55 = { instancePath: instancePath + "/includes", schemaPath: "#/properties/includes/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema37.properties.includes, data: data17 };
          if (vErrors === null) {
            vErrors = [err55];
          } else {
            vErrors.push(err55);
          }
          errors++;
        }
        const len6 = data17.length;
        for (let i6 = 0; i6 < len6; i6++) {
          let data18 = data17[i6];
          if (typeof data18 === "string") {
            if (!pattern56.test(data18)) {
              const err56 = { instancePath: instancePath + "/includes/" + i6, schemaPath: "#/properties/includes/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}\\/[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}\\/[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}\\/[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema37.properties.includes.items, data: data18 };
              if (vErrors === null) {
                vErrors = [err56];
              } else {
                vErrors.push(err56);
              }
              errors++;
            }
          } else {
            const err57 = { instancePath: instancePath + "/includes/" + i6, schemaPath: "#/properties/includes/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema37.properties.includes.items.type, parentSchema: schema37.properties.includes.items, data: data18 };
            if (vErrors === null) {
              vErrors = [err57];
            } else {
              vErrors.push(err57);
            }
            errors++;
          }
        }
      } else {
        const err58 = { instancePath: instancePath + "/includes", schemaPath: "#/properties/includes/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema37.properties.includes.type, parentSchema: schema37.properties.includes, data: data17 };
        if (vErrors === null) {
          vErrors = [err58];
        } else {
          vErrors.push(err58);
        }
        errors++;
      }
    }
    if (data.target !== void 0 && func0.call(data, "target")) {
      let data19 = data.target;
      if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
        for (const key2 of Object.keys(data19)) {
          const _errs47 = errors;
          if (typeof key2 !== "string") {
            const err59 = { instancePath: instancePath + "/target", schemaPath: "#/properties/target/propertyNames/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema37.properties.target.propertyNames.type, parentSchema: schema37.properties.target.propertyNames, data: key2, propertyName: key2 };
            if (vErrors === null) {
              vErrors = [err59];
            } else {
              vErrors.push(err59);
            }
            errors++;
          }
          var valid17 = _errs47 === errors;
          if (!valid17) {
            const err60 = { instancePath: instancePath + "/target", schemaPath: "#/properties/target/propertyNames", keyword: "propertyNames", params: { propertyName: key2 }, message: "property name must be valid", schema: schema37.properties.target.propertyNames, parentSchema: schema37.properties.target, data: data19 };
            if (vErrors === null) {
              vErrors = [err60];
            } else {
              vErrors.push(err60);
            }
            errors++;
          }
        }
      } else {
        const err61 = { instancePath: instancePath + "/target", schemaPath: "#/properties/target/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema37.properties.target.type, parentSchema: schema37.properties.target, data: data19 };
        if (vErrors === null) {
          vErrors = [err61];
        } else {
          vErrors.push(err61);
        }
        errors++;
      }
    }
    if (data.task !== void 0 && func0.call(data, "task")) {
      let data20 = data.task;
      if (typeof data20 !== "string") {
        const err62 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema37.properties.task.type, parentSchema: schema37.properties.task, data: data20 };
        if (vErrors === null) {
          vErrors = [err62];
        } else {
          vErrors.push(err62);
        }
        errors++;
      }
      if (!(data20 === "ongoing")) {
        const err63 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/enum", keyword: "enum", params: { allowedValues: schema37.properties.task.enum }, message: "must be equal to one of the allowed values", schema: schema37.properties.task.enum, parentSchema: schema37.properties.task, data: data20 };
        if (vErrors === null) {
          vErrors = [err63];
        } else {
          vErrors.push(err63);
        }
        errors++;
      }
    }
  } else {
    const err64 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema37.type, parentSchema: schema37, data };
    if (vErrors === null) {
      vErrors = [err64];
    } else {
      vErrors.push(err64);
    }
    errors++;
  }
  validate26.errors = vErrors;
  return errors === 0;
}
validate26.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validate_grant = validate27;
var schema38 = { "type": "object", "properties": { "reason": { "type": "string", "minLength": 10, "maxLength": 2e3, "title": "Reason", "description": "Why this access is needed, in words an auditor understands a year later. At least 10 characters that are not blank.", "examples": ["Month-end reconciliation for the finance close"] }, "expires": { "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", "title": "Expires", "description": "When it ends: a plain date includes that whole UTC day.", "examples": ["2026-12-14"] }, "starts": { "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", "title": "Starts", "description": "When it begins; from issuance if absent. A plain date begins at 00:00 UTC.", "examples": ["2026-12-01"] }, "ticket": { "type": "string", "minLength": 1, "maxLength": 200, "title": "Ticket", "description": "Ticket, as the risk tier asks; its form is in the settings.", "examples": ["OPS-4711"] }, "requester": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$", "description": "Id of the person who asks. Required if the pull request’s author is not the subject (for a workload: its owner or backup).", "title": "Requester", "examples": ["bob"] }, "task": { "type": "string", "pattern": "^https:\\/\\/[^\\s\"'<>`]{1,500}$", "title": "Task", "description": "Required for workloads: the deployment, pipeline or change that justifies it.", "examples": ["https://github.com/acme/billing/issues/12"] } }, "required": ["reason", "expires"], "additionalProperties": false, "title": "Grant", "description": "grants/systems/<system>/<entitlement>/<subject>.yaml: this subject holds this entitlement for a time, for a reason." };
var pattern60 = new RegExp("^https:\\/\\/[^\\s\"'<>`]{1,500}$", "u");
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate27.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.reason === void 0 || !func0.call(data, "reason")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'", schema: schema38.required, parentSchema: schema38, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.expires === void 0 || !func0.call(data, "expires")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "expires" }, message: "must have required property 'expires'", schema: schema38.required, parentSchema: schema38, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "reason" || key0 === "expires" || key0 === "starts" || key0 === "ticket" || key0 === "requester" || key0 === "task")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema38, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.reason !== void 0 && func0.call(data, "reason")) {
      let data0 = data.reason;
      if (typeof data0 === "string") {
        if (codePoints(data0) > 2e3) {
          const err3 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema38.properties.reason, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (codePoints(data0) < 10) {
          const err4 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/minLength", keyword: "minLength", params: { limit: 10 }, message: "must NOT have fewer than 10 characters", schema: 10, parentSchema: schema38.properties.reason, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema38.properties.reason.type, parentSchema: schema38.properties.reason, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.expires !== void 0 && func0.call(data, "expires")) {
      let data1 = data.expires;
      if (typeof data1 === "string") {
        if (!pattern31.test(data1)) {
          const err6 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$" }, message: 'must match pattern "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$"', schema: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", parentSchema: schema38.properties.expires, data: data1 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema38.properties.expires.type, parentSchema: schema38.properties.expires, data: data1 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.starts !== void 0 && func0.call(data, "starts")) {
      let data2 = data.starts;
      if (typeof data2 === "string") {
        if (!pattern31.test(data2)) {
          const err8 = { instancePath: instancePath + "/starts", schemaPath: "#/properties/starts/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$" }, message: 'must match pattern "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$"', schema: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", parentSchema: schema38.properties.starts, data: data2 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/starts", schemaPath: "#/properties/starts/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema38.properties.starts.type, parentSchema: schema38.properties.starts, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.ticket !== void 0 && func0.call(data, "ticket")) {
      let data3 = data.ticket;
      if (typeof data3 === "string") {
        if (codePoints(data3) > 200) {
          const err10 = { instancePath: instancePath + "/ticket", schemaPath: "#/properties/ticket/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema38.properties.ticket, data: data3 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (codePoints(data3) < 1) {
          const err11 = { instancePath: instancePath + "/ticket", schemaPath: "#/properties/ticket/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema38.properties.ticket, data: data3 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/ticket", schemaPath: "#/properties/ticket/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema38.properties.ticket.type, parentSchema: schema38.properties.ticket, data: data3 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.requester !== void 0 && func0.call(data, "requester")) {
      let data4 = data.requester;
      if (typeof data4 === "string") {
        if (!pattern30.test(data4)) {
          const err13 = { instancePath: instancePath + "/requester", schemaPath: "#/properties/requester/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema38.properties.requester, data: data4 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/requester", schemaPath: "#/properties/requester/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema38.properties.requester.type, parentSchema: schema38.properties.requester, data: data4 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.task !== void 0 && func0.call(data, "task")) {
      let data5 = data.task;
      if (typeof data5 === "string") {
        if (!pattern60.test(data5)) {
          const err15 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/pattern", keyword: "pattern", params: { pattern: "^https:\\/\\/[^\\s\"'<>`]{1,500}$" }, message: 'must match pattern "^https:\\/\\/[^\\s"\'<>`]{1,500}$"', schema: "^https:\\/\\/[^\\s\"'<>`]{1,500}$", parentSchema: schema38.properties.task, data: data5 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
      } else {
        const err16 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema38.properties.task.type, parentSchema: schema38.properties.task, data: data5 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
  } else {
    const err17 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema38.type, parentSchema: schema38, data };
    if (vErrors === null) {
      vErrors = [err17];
    } else {
      vErrors.push(err17);
    }
    errors++;
  }
  validate27.errors = vErrors;
  return errors === 0;
}
validate27.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validate_emergency = validate28;
var schema39 = { "type": "object", "properties": { "reason": { "type": "string", "minLength": 10, "maxLength": 2e3, "title": "Reason", "description": "Why this access is needed, in words an auditor understands a year later. At least 10 characters that are not blank.", "examples": ["Month-end reconciliation for the finance close"] }, "expires": { "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", "title": "Expires", "description": "When it ends: a plain date includes that whole UTC day.", "examples": ["2026-12-14"] }, "starts": { "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", "title": "Starts", "description": "When it begins; from issuance if absent. A plain date begins at 00:00 UTC.", "examples": ["2026-12-01"] }, "ticket": { "type": "string", "minLength": 1, "maxLength": 200, "title": "Ticket", "description": "Ticket, as the risk tier asks; its form is in the settings.", "examples": ["OPS-4711"] }, "requester": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$", "description": "Id of the person who asks. Required if the pull request’s author is not the subject (for a workload: its owner or backup).", "title": "Requester", "examples": ["bob"] }, "task": { "type": "string", "pattern": "^https:\\/\\/[^\\s\"'<>`]{1,500}$", "title": "Task", "description": "Required for workloads: the deployment, pipeline or change that justifies it.", "examples": ["https://github.com/acme/billing/issues/12"] }, "incident": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", "title": "Incident", "description": "The incident that breaks the glass; stands for the ticket.", "examples": ["INC-4711"] } }, "required": ["reason", "expires", "incident"], "additionalProperties": false, "title": "Emergency grant", "description": "grants/emergency/<system>/<entitlement>/<subject>.yaml: break-glass; short, named and reviewed afterwards." };
var pattern65 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", "u");
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate28.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.reason === void 0 || !func0.call(data, "reason")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'", schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.expires === void 0 || !func0.call(data, "expires")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "expires" }, message: "must have required property 'expires'", schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.incident === void 0 || !func0.call(data, "incident")) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "incident" }, message: "must have required property 'incident'", schema: schema39.required, parentSchema: schema39, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "reason" || key0 === "expires" || key0 === "starts" || key0 === "ticket" || key0 === "requester" || key0 === "task" || key0 === "incident")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema39, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.reason !== void 0 && func0.call(data, "reason")) {
      let data0 = data.reason;
      if (typeof data0 === "string") {
        if (codePoints(data0) > 2e3) {
          const err4 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema39.properties.reason, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (codePoints(data0) < 10) {
          const err5 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/minLength", keyword: "minLength", params: { limit: 10 }, message: "must NOT have fewer than 10 characters", schema: 10, parentSchema: schema39.properties.reason, data: data0 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.properties.reason.type, parentSchema: schema39.properties.reason, data: data0 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.expires !== void 0 && func0.call(data, "expires")) {
      let data1 = data.expires;
      if (typeof data1 === "string") {
        if (!pattern31.test(data1)) {
          const err7 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$" }, message: 'must match pattern "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$"', schema: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", parentSchema: schema39.properties.expires, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.properties.expires.type, parentSchema: schema39.properties.expires, data: data1 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.starts !== void 0 && func0.call(data, "starts")) {
      let data2 = data.starts;
      if (typeof data2 === "string") {
        if (!pattern31.test(data2)) {
          const err9 = { instancePath: instancePath + "/starts", schemaPath: "#/properties/starts/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$" }, message: 'must match pattern "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$"', schema: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", parentSchema: schema39.properties.starts, data: data2 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/starts", schemaPath: "#/properties/starts/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.properties.starts.type, parentSchema: schema39.properties.starts, data: data2 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.ticket !== void 0 && func0.call(data, "ticket")) {
      let data3 = data.ticket;
      if (typeof data3 === "string") {
        if (codePoints(data3) > 200) {
          const err11 = { instancePath: instancePath + "/ticket", schemaPath: "#/properties/ticket/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema39.properties.ticket, data: data3 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
        if (codePoints(data3) < 1) {
          const err12 = { instancePath: instancePath + "/ticket", schemaPath: "#/properties/ticket/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema39.properties.ticket, data: data3 };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/ticket", schemaPath: "#/properties/ticket/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.properties.ticket.type, parentSchema: schema39.properties.ticket, data: data3 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.requester !== void 0 && func0.call(data, "requester")) {
      let data4 = data.requester;
      if (typeof data4 === "string") {
        if (!pattern30.test(data4)) {
          const err14 = { instancePath: instancePath + "/requester", schemaPath: "#/properties/requester/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema39.properties.requester, data: data4 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/requester", schemaPath: "#/properties/requester/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.properties.requester.type, parentSchema: schema39.properties.requester, data: data4 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.task !== void 0 && func0.call(data, "task")) {
      let data5 = data.task;
      if (typeof data5 === "string") {
        if (!pattern60.test(data5)) {
          const err16 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/pattern", keyword: "pattern", params: { pattern: "^https:\\/\\/[^\\s\"'<>`]{1,500}$" }, message: 'must match pattern "^https:\\/\\/[^\\s"\'<>`]{1,500}$"', schema: "^https:\\/\\/[^\\s\"'<>`]{1,500}$", parentSchema: schema39.properties.task, data: data5 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/task", schemaPath: "#/properties/task/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.properties.task.type, parentSchema: schema39.properties.task, data: data5 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.incident !== void 0 && func0.call(data, "incident")) {
      let data6 = data.incident;
      if (typeof data6 === "string") {
        if (!pattern65.test(data6)) {
          const err18 = { instancePath: instancePath + "/incident", schemaPath: "#/properties/incident/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"', schema: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", parentSchema: schema39.properties.incident, data: data6 };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = { instancePath: instancePath + "/incident", schemaPath: "#/properties/incident/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema39.properties.incident.type, parentSchema: schema39.properties.incident, data: data6 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
  } else {
    const err20 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema39.type, parentSchema: schema39, data };
    if (vErrors === null) {
      vErrors = [err20];
    } else {
      vErrors.push(err20);
    }
    errors++;
  }
  validate28.errors = vErrors;
  return errors === 0;
}
validate28.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validate_suspension = validate29;
var schema40 = { "type": "object", "properties": { "reason": { "type": "string", "minLength": 1, "maxLength": 2e3, "title": "Reason", "description": "Why everything is taken from this subject.", "examples": ["Laptop stolen"] }, "until": { "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", "title": "Until", "description": "The last day of the suspension (that whole UTC day); without it until the file is removed.", "examples": ["2026-12-01"] } }, "required": ["reason"], "additionalProperties": false, "title": "Suspension", "description": "grants/suspensions/<subject>.yaml: everything this person or workload holds is taken at once." };
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate29.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.reason === void 0 || !func0.call(data, "reason")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "reason" }, message: "must have required property 'reason'", schema: schema40.required, parentSchema: schema40, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "reason" || key0 === "until")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema40, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.reason !== void 0 && func0.call(data, "reason")) {
      let data0 = data.reason;
      if (typeof data0 === "string") {
        if (codePoints(data0) > 2e3) {
          const err2 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema40.properties.reason, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        if (codePoints(data0) < 1) {
          const err3 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema40.properties.reason, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema40.properties.reason.type, parentSchema: schema40.properties.reason, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.until !== void 0 && func0.call(data, "until")) {
      let data1 = data.until;
      if (typeof data1 === "string") {
        if (!pattern31.test(data1)) {
          const err5 = { instancePath: instancePath + "/until", schemaPath: "#/properties/until/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$" }, message: 'must match pattern "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$"', schema: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", parentSchema: schema40.properties.until, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/until", schemaPath: "#/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema40.properties.until.type, parentSchema: schema40.properties.until, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema40.type, parentSchema: schema40, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate29.errors = vErrors;
  return errors === 0;
}
validate29.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validate_out_of_band = validate30;
var schema41 = { "type": "object", "properties": { "principal": { "type": "string", "minLength": 1, "maxLength": 2100, "title": "Principal", "description": "Who has it.", "examples": ["arn:aws:iam::123456789012:user/mallory"] }, "items": { "minItems": 1, "maxItems": 1e3, "type": "array", "items": { "type": "object", "properties": { "id": { "type": "string", "minLength": 1, "maxLength": 1e3, "title": "Id", "description": "What it is, in the system’s own terms; stable.", "examples": ["attached:arn:aws:iam::aws:policy/AdministratorAccess"] }, "what": { "type": "string", "minLength": 1, "maxLength": 2e3, "title": "What", "description": "The same in words.", "examples": ["AdministratorAccess attached directly"] }, "firstSeen": { "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", "title": "First seen", "description": "When Grantbook first saw it.", "examples": ["2026-11-21T02:13:00Z"] }, "by": { "type": "string", "minLength": 1, "maxLength": 500, "title": "By", "description": "Who made it, if the system tells; else `unknown`.", "examples": ["unknown"] }, "lastUsed": { "anyOf": [{ "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", "title": "Last used", "description": "When it was last used, if the system tells.", "examples": ["2026-11-20T10:00:00Z"] }, { "type": "null" }], "title": "Last used", "description": "When it was last used, if the system tells; else null.", "examples": ["2026-11-20T10:00:00Z", null] }, "digest": { "type": "string", "pattern": "^sha256:[0-9a-f]{64}$", "title": "Digest", "description": "SHA-256 of the exact thing found." }, "gives": { "type": "string", "minLength": 1, "maxLength": 8e3, "title": "Gives", "description": "What the `target` of an entitlement would have to say to give just this, as JSON; absent: none can. For `grantbook adopt`.", "examples": ['{"group":"auditors"}'] } }, "required": ["id", "what", "firstSeen", "by", "lastUsed", "digest"], "additionalProperties": false, "title": "Item" }, "title": "Items", "description": "What was found. Written by Grantbook alone." }, "expires": { "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", "title": "Expires", "description": "When it must be decided; moved only by a decision to tolerate.", "examples": ["2026-11-28"] }, "decision": { "type": "string", "enum": ["undecided", "tolerate", "revoke"], "title": "Decision" }, "owner": { "type": "string", "pattern": "^[a-z0-9][a-z0-9-]{0,62}$", "description": "Id of the person who owns it from now on; needed to tolerate.", "title": "Owner", "examples": ["bob"] }, "reason": { "type": "string", "minLength": 1, "maxLength": 2e3, "title": "Reason", "description": "Why it may stand; needed to tolerate.", "examples": ["Vendor migration until the new connector is live"] } }, "required": ["principal", "items", "expires", "decision"], "additionalProperties": false, "title": "Access found outside", "description": "grants/out-of-band/<system>/<principal>-<hash>.yaml: access that no grant explains. Written by Grantbook." };
var pattern69 = new RegExp("^sha256:[0-9a-f]{64}$", "u");
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate30.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.principal === void 0 || !func0.call(data, "principal")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "principal" }, message: "must have required property 'principal'", schema: schema41.required, parentSchema: schema41, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.items === void 0 || !func0.call(data, "items")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "items" }, message: "must have required property 'items'", schema: schema41.required, parentSchema: schema41, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.expires === void 0 || !func0.call(data, "expires")) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "expires" }, message: "must have required property 'expires'", schema: schema41.required, parentSchema: schema41, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.decision === void 0 || !func0.call(data, "decision")) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "decision" }, message: "must have required property 'decision'", schema: schema41.required, parentSchema: schema41, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "principal" || key0 === "items" || key0 === "expires" || key0 === "decision" || key0 === "owner" || key0 === "reason")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema41, data };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.principal !== void 0 && func0.call(data, "principal")) {
      let data0 = data.principal;
      if (typeof data0 === "string") {
        if (codePoints(data0) > 2100) {
          const err5 = { instancePath: instancePath + "/principal", schemaPath: "#/properties/principal/maxLength", keyword: "maxLength", params: { limit: 2100 }, message: "must NOT have more than 2100 characters", schema: 2100, parentSchema: schema41.properties.principal, data: data0 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (codePoints(data0) < 1) {
          const err6 = { instancePath: instancePath + "/principal", schemaPath: "#/properties/principal/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema41.properties.principal, data: data0 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/principal", schemaPath: "#/properties/principal/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema41.properties.principal.type, parentSchema: schema41.properties.principal, data: data0 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.items !== void 0 && func0.call(data, "items")) {
      let data1 = data.items;
      if (Array.isArray(data1)) {
        if (data1.length > 1e3) {
          const err8 = { instancePath: instancePath + "/items", schemaPath: "#/properties/items/maxItems", keyword: "maxItems", params: { limit: 1e3 }, message: "must NOT have more than 1000 items", schema: 1e3, parentSchema: schema41.properties.items, data: data1 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data1.length < 1) {
          const err9 = { instancePath: instancePath + "/items", schemaPath: "#/properties/items/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema41.properties.items, data: data1 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
            if (data2.id === void 0 || !func0.call(data2, "id")) {
              const err10 = { instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'", schema: schema41.properties.items.items.required, parentSchema: schema41.properties.items.items, data: data2 };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
            if (data2.what === void 0 || !func0.call(data2, "what")) {
              const err11 = { instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/required", keyword: "required", params: { missingProperty: "what" }, message: "must have required property 'what'", schema: schema41.properties.items.items.required, parentSchema: schema41.properties.items.items, data: data2 };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            if (data2.firstSeen === void 0 || !func0.call(data2, "firstSeen")) {
              const err12 = { instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/required", keyword: "required", params: { missingProperty: "firstSeen" }, message: "must have required property 'firstSeen'", schema: schema41.properties.items.items.required, parentSchema: schema41.properties.items.items, data: data2 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
            if (data2.by === void 0 || !func0.call(data2, "by")) {
              const err13 = { instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/required", keyword: "required", params: { missingProperty: "by" }, message: "must have required property 'by'", schema: schema41.properties.items.items.required, parentSchema: schema41.properties.items.items, data: data2 };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            if (data2.lastUsed === void 0 || !func0.call(data2, "lastUsed")) {
              const err14 = { instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/required", keyword: "required", params: { missingProperty: "lastUsed" }, message: "must have required property 'lastUsed'", schema: schema41.properties.items.items.required, parentSchema: schema41.properties.items.items, data: data2 };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
            if (data2.digest === void 0 || !func0.call(data2, "digest")) {
              const err15 = { instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/required", keyword: "required", params: { missingProperty: "digest" }, message: "must have required property 'digest'", schema: schema41.properties.items.items.required, parentSchema: schema41.properties.items.items, data: data2 };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
            for (const key1 of Object.keys(data2)) {
              if (!(key1 === "id" || key1 === "what" || key1 === "firstSeen" || key1 === "by" || key1 === "lastUsed" || key1 === "digest" || key1 === "gives")) {
                const err16 = { instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema41.properties.items.items, data: data2 };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
            }
            if (data2.id !== void 0 && func0.call(data2, "id")) {
              let data3 = data2.id;
              if (typeof data3 === "string") {
                if (codePoints(data3) > 1e3) {
                  const err17 = { instancePath: instancePath + "/items/" + i0 + "/id", schemaPath: "#/properties/items/items/properties/id/maxLength", keyword: "maxLength", params: { limit: 1e3 }, message: "must NOT have more than 1000 characters", schema: 1e3, parentSchema: schema41.properties.items.items.properties.id, data: data3 };
                  if (vErrors === null) {
                    vErrors = [err17];
                  } else {
                    vErrors.push(err17);
                  }
                  errors++;
                }
                if (codePoints(data3) < 1) {
                  const err18 = { instancePath: instancePath + "/items/" + i0 + "/id", schemaPath: "#/properties/items/items/properties/id/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema41.properties.items.items.properties.id, data: data3 };
                  if (vErrors === null) {
                    vErrors = [err18];
                  } else {
                    vErrors.push(err18);
                  }
                  errors++;
                }
              } else {
                const err19 = { instancePath: instancePath + "/items/" + i0 + "/id", schemaPath: "#/properties/items/items/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema41.properties.items.items.properties.id.type, parentSchema: schema41.properties.items.items.properties.id, data: data3 };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
            }
            if (data2.what !== void 0 && func0.call(data2, "what")) {
              let data4 = data2.what;
              if (typeof data4 === "string") {
                if (codePoints(data4) > 2e3) {
                  const err20 = { instancePath: instancePath + "/items/" + i0 + "/what", schemaPath: "#/properties/items/items/properties/what/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema41.properties.items.items.properties.what, data: data4 };
                  if (vErrors === null) {
                    vErrors = [err20];
                  } else {
                    vErrors.push(err20);
                  }
                  errors++;
                }
                if (codePoints(data4) < 1) {
                  const err21 = { instancePath: instancePath + "/items/" + i0 + "/what", schemaPath: "#/properties/items/items/properties/what/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema41.properties.items.items.properties.what, data: data4 };
                  if (vErrors === null) {
                    vErrors = [err21];
                  } else {
                    vErrors.push(err21);
                  }
                  errors++;
                }
              } else {
                const err22 = { instancePath: instancePath + "/items/" + i0 + "/what", schemaPath: "#/properties/items/items/properties/what/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema41.properties.items.items.properties.what.type, parentSchema: schema41.properties.items.items.properties.what, data: data4 };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
            if (data2.firstSeen !== void 0 && func0.call(data2, "firstSeen")) {
              let data5 = data2.firstSeen;
              if (typeof data5 === "string") {
                if (!pattern31.test(data5)) {
                  const err23 = { instancePath: instancePath + "/items/" + i0 + "/firstSeen", schemaPath: "#/properties/items/items/properties/firstSeen/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$" }, message: 'must match pattern "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$"', schema: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", parentSchema: schema41.properties.items.items.properties.firstSeen, data: data5 };
                  if (vErrors === null) {
                    vErrors = [err23];
                  } else {
                    vErrors.push(err23);
                  }
                  errors++;
                }
              } else {
                const err24 = { instancePath: instancePath + "/items/" + i0 + "/firstSeen", schemaPath: "#/properties/items/items/properties/firstSeen/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema41.properties.items.items.properties.firstSeen.type, parentSchema: schema41.properties.items.items.properties.firstSeen, data: data5 };
                if (vErrors === null) {
                  vErrors = [err24];
                } else {
                  vErrors.push(err24);
                }
                errors++;
              }
            }
            if (data2.by !== void 0 && func0.call(data2, "by")) {
              let data6 = data2.by;
              if (typeof data6 === "string") {
                if (codePoints(data6) > 500) {
                  const err25 = { instancePath: instancePath + "/items/" + i0 + "/by", schemaPath: "#/properties/items/items/properties/by/maxLength", keyword: "maxLength", params: { limit: 500 }, message: "must NOT have more than 500 characters", schema: 500, parentSchema: schema41.properties.items.items.properties.by, data: data6 };
                  if (vErrors === null) {
                    vErrors = [err25];
                  } else {
                    vErrors.push(err25);
                  }
                  errors++;
                }
                if (codePoints(data6) < 1) {
                  const err26 = { instancePath: instancePath + "/items/" + i0 + "/by", schemaPath: "#/properties/items/items/properties/by/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema41.properties.items.items.properties.by, data: data6 };
                  if (vErrors === null) {
                    vErrors = [err26];
                  } else {
                    vErrors.push(err26);
                  }
                  errors++;
                }
              } else {
                const err27 = { instancePath: instancePath + "/items/" + i0 + "/by", schemaPath: "#/properties/items/items/properties/by/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema41.properties.items.items.properties.by.type, parentSchema: schema41.properties.items.items.properties.by, data: data6 };
                if (vErrors === null) {
                  vErrors = [err27];
                } else {
                  vErrors.push(err27);
                }
                errors++;
              }
            }
            if (data2.lastUsed !== void 0 && func0.call(data2, "lastUsed")) {
              let data7 = data2.lastUsed;
              const _errs18 = errors;
              let valid4 = false;
              const _errs19 = errors;
              if (typeof data7 === "string") {
                if (!pattern31.test(data7)) {
                  const err28 = { instancePath: instancePath + "/items/" + i0 + "/lastUsed", schemaPath: "#/properties/items/items/properties/lastUsed/anyOf/0/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$" }, message: 'must match pattern "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$"', schema: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", parentSchema: schema41.properties.items.items.properties.lastUsed.anyOf[0], data: data7 };
                  if (vErrors === null) {
                    vErrors = [err28];
                  } else {
                    vErrors.push(err28);
                  }
                  errors++;
                }
              } else {
                const err29 = { instancePath: instancePath + "/items/" + i0 + "/lastUsed", schemaPath: "#/properties/items/items/properties/lastUsed/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema41.properties.items.items.properties.lastUsed.anyOf[0].type, parentSchema: schema41.properties.items.items.properties.lastUsed.anyOf[0], data: data7 };
                if (vErrors === null) {
                  vErrors = [err29];
                } else {
                  vErrors.push(err29);
                }
                errors++;
              }
              var _valid0 = _errs19 === errors;
              valid4 = valid4 || _valid0;
              const _errs21 = errors;
              if (data7 !== null) {
                const err30 = { instancePath: instancePath + "/items/" + i0 + "/lastUsed", schemaPath: "#/properties/items/items/properties/lastUsed/anyOf/1/type", keyword: "type", params: { type: "null" }, message: "must be null", schema: schema41.properties.items.items.properties.lastUsed.anyOf[1].type, parentSchema: schema41.properties.items.items.properties.lastUsed.anyOf[1], data: data7 };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
              var _valid0 = _errs21 === errors;
              valid4 = valid4 || _valid0;
              if (!valid4) {
                const err31 = { instancePath: instancePath + "/items/" + i0 + "/lastUsed", schemaPath: "#/properties/items/items/properties/lastUsed/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf", schema: schema41.properties.items.items.properties.lastUsed.anyOf, parentSchema: schema41.properties.items.items.properties.lastUsed, data: data7 };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              } else {
                errors = _errs18;
                if (vErrors !== null) {
                  if (_errs18) {
                    vErrors.length = _errs18;
                  } else {
                    vErrors = null;
                  }
                }
              }
            }
            if (data2.digest !== void 0 && func0.call(data2, "digest")) {
              let data8 = data2.digest;
              if (typeof data8 === "string") {
                if (!pattern69.test(data8)) {
                  const err32 = { instancePath: instancePath + "/items/" + i0 + "/digest", schemaPath: "#/properties/items/items/properties/digest/pattern", keyword: "pattern", params: { pattern: "^sha256:[0-9a-f]{64}$" }, message: 'must match pattern "^sha256:[0-9a-f]{64}$"', schema: "^sha256:[0-9a-f]{64}$", parentSchema: schema41.properties.items.items.properties.digest, data: data8 };
                  if (vErrors === null) {
                    vErrors = [err32];
                  } else {
                    vErrors.push(err32);
                  }
                  errors++;
                }
              } else {
                const err33 = { instancePath: instancePath + "/items/" + i0 + "/digest", schemaPath: "#/properties/items/items/properties/digest/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema41.properties.items.items.properties.digest.type, parentSchema: schema41.properties.items.items.properties.digest, data: data8 };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
            if (data2.gives !== void 0 && func0.call(data2, "gives")) {
              let data9 = data2.gives;
              if (typeof data9 === "string") {
                if (codePoints(data9) > 8e3) {
                  const err34 = { instancePath: instancePath + "/items/" + i0 + "/gives", schemaPath: "#/properties/items/items/properties/gives/maxLength", keyword: "maxLength", params: { limit: 8e3 }, message: "must NOT have more than 8000 characters", schema: 8e3, parentSchema: schema41.properties.items.items.properties.gives, data: data9 };
                  if (vErrors === null) {
                    vErrors = [err34];
                  } else {
                    vErrors.push(err34);
                  }
                  errors++;
                }
                if (codePoints(data9) < 1) {
                  const err35 = { instancePath: instancePath + "/items/" + i0 + "/gives", schemaPath: "#/properties/items/items/properties/gives/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema41.properties.items.items.properties.gives, data: data9 };
                  if (vErrors === null) {
                    vErrors = [err35];
                  } else {
                    vErrors.push(err35);
                  }
                  errors++;
                }
              } else {
                const err36 = { instancePath: instancePath + "/items/" + i0 + "/gives", schemaPath: "#/properties/items/items/properties/gives/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema41.properties.items.items.properties.gives.type, parentSchema: schema41.properties.items.items.properties.gives, data: data9 };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
          } else {
            const err37 = { instancePath: instancePath + "/items/" + i0, schemaPath: "#/properties/items/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema41.properties.items.items.type, parentSchema: schema41.properties.items.items, data: data2 };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
      } else {
        const err38 = { instancePath: instancePath + "/items", schemaPath: "#/properties/items/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema41.properties.items.type, parentSchema: schema41.properties.items, data: data1 };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.expires !== void 0 && func0.call(data, "expires")) {
      let data10 = data.expires;
      if (typeof data10 === "string") {
        if (!pattern31.test(data10)) {
          const err39 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$" }, message: 'must match pattern "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$"', schema: "^\\d{4}-\\d{2}-\\d{2}([Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2}))?$", parentSchema: schema41.properties.expires, data: data10 };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
      } else {
        const err40 = { instancePath: instancePath + "/expires", schemaPath: "#/properties/expires/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema41.properties.expires.type, parentSchema: schema41.properties.expires, data: data10 };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
    if (data.decision !== void 0 && func0.call(data, "decision")) {
      let data11 = data.decision;
      if (typeof data11 !== "string") {
        const err41 = { instancePath: instancePath + "/decision", schemaPath: "#/properties/decision/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema41.properties.decision.type, parentSchema: schema41.properties.decision, data: data11 };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
      if (!(data11 === "undecided" || data11 === "tolerate" || data11 === "revoke")) {
        const err42 = { instancePath: instancePath + "/decision", schemaPath: "#/properties/decision/enum", keyword: "enum", params: { allowedValues: schema41.properties.decision.enum }, message: "must be equal to one of the allowed values", schema: schema41.properties.decision.enum, parentSchema: schema41.properties.decision, data: data11 };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.owner !== void 0 && func0.call(data, "owner")) {
      let data12 = data.owner;
      if (typeof data12 === "string") {
        if (!pattern30.test(data12)) {
          const err43 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9][a-z0-9-]{0,62}$" }, message: 'must match pattern "^[a-z0-9][a-z0-9-]{0,62}$"', schema: "^[a-z0-9][a-z0-9-]{0,62}$", parentSchema: schema41.properties.owner, data: data12 };
          if (vErrors === null) {
            vErrors = [err43];
          } else {
            vErrors.push(err43);
          }
          errors++;
        }
      } else {
        const err44 = { instancePath: instancePath + "/owner", schemaPath: "#/properties/owner/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema41.properties.owner.type, parentSchema: schema41.properties.owner, data: data12 };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
    if (data.reason !== void 0 && func0.call(data, "reason")) {
      let data13 = data.reason;
      if (typeof data13 === "string") {
        if (codePoints(data13) > 2e3) {
          const err45 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters", schema: 2e3, parentSchema: schema41.properties.reason, data: data13 };
          if (vErrors === null) {
            vErrors = [err45];
          } else {
            vErrors.push(err45);
          }
          errors++;
        }
        if (codePoints(data13) < 1) {
          const err46 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema41.properties.reason, data: data13 };
          if (vErrors === null) {
            vErrors = [err46];
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
      } else {
        const err47 = { instancePath: instancePath + "/reason", schemaPath: "#/properties/reason/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema41.properties.reason.type, parentSchema: schema41.properties.reason, data: data13 };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
  } else {
    const err48 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema41.type, parentSchema: schema41, data };
    if (vErrors === null) {
      vErrors = [err48];
    } else {
      vErrors.push(err48);
    }
    errors++;
  }
  validate30.errors = vErrors;
  return errors === 0;
}
validate30.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validate_retrospective = validate31;
var schema42 = { "type": "object", "properties": { "incident": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", "title": "Incident", "description": "The incident that breaks the glass; stands for the ticket.", "examples": ["INC-4711"] }, "happened": { "type": "string", "minLength": 1, "maxLength": 1e4, "title": "What happened", "description": "Why the glass was broken.", "examples": ["The payment gateway rejected all refunds"] }, "done": { "type": "string", "minLength": 1, "maxLength": 1e4, "title": "What was done", "description": "What the access was used for.", "examples": ["Restarted the refund worker and replayed its queue"] }, "verdict": { "type": "string", "enum": ["accepted", "contested"], "title": "Verdict", "description": "Whether the entitlement’s owner accepts it." } }, "required": ["incident", "happened", "done", "verdict"], "additionalProperties": false, "title": "Retrospective", "description": "grants/retrospectives/<system>/<entitlement>/<subject>.<start>.yaml: the review of one break-glass grant, named after its start." };
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate31.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.incident === void 0 || !func0.call(data, "incident")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "incident" }, message: "must have required property 'incident'", schema: schema42.required, parentSchema: schema42, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.happened === void 0 || !func0.call(data, "happened")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "happened" }, message: "must have required property 'happened'", schema: schema42.required, parentSchema: schema42, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.done === void 0 || !func0.call(data, "done")) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "done" }, message: "must have required property 'done'", schema: schema42.required, parentSchema: schema42, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.verdict === void 0 || !func0.call(data, "verdict")) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "verdict" }, message: "must have required property 'verdict'", schema: schema42.required, parentSchema: schema42, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "incident" || key0 === "happened" || key0 === "done" || key0 === "verdict")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema42, data };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.incident !== void 0 && func0.call(data, "incident")) {
      let data0 = data.incident;
      if (typeof data0 === "string") {
        if (!pattern65.test(data0)) {
          const err5 = { instancePath: instancePath + "/incident", schemaPath: "#/properties/incident/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"', schema: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", parentSchema: schema42.properties.incident, data: data0 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/incident", schemaPath: "#/properties/incident/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema42.properties.incident.type, parentSchema: schema42.properties.incident, data: data0 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.happened !== void 0 && func0.call(data, "happened")) {
      let data1 = data.happened;
      if (typeof data1 === "string") {
        if (codePoints(data1) > 1e4) {
          const err7 = { instancePath: instancePath + "/happened", schemaPath: "#/properties/happened/maxLength", keyword: "maxLength", params: { limit: 1e4 }, message: "must NOT have more than 10000 characters", schema: 1e4, parentSchema: schema42.properties.happened, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (codePoints(data1) < 1) {
          const err8 = { instancePath: instancePath + "/happened", schemaPath: "#/properties/happened/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema42.properties.happened, data: data1 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/happened", schemaPath: "#/properties/happened/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema42.properties.happened.type, parentSchema: schema42.properties.happened, data: data1 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.done !== void 0 && func0.call(data, "done")) {
      let data2 = data.done;
      if (typeof data2 === "string") {
        if (codePoints(data2) > 1e4) {
          const err10 = { instancePath: instancePath + "/done", schemaPath: "#/properties/done/maxLength", keyword: "maxLength", params: { limit: 1e4 }, message: "must NOT have more than 10000 characters", schema: 1e4, parentSchema: schema42.properties.done, data: data2 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (codePoints(data2) < 1) {
          const err11 = { instancePath: instancePath + "/done", schemaPath: "#/properties/done/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema42.properties.done, data: data2 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/done", schemaPath: "#/properties/done/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema42.properties.done.type, parentSchema: schema42.properties.done, data: data2 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.verdict !== void 0 && func0.call(data, "verdict")) {
      let data3 = data.verdict;
      if (typeof data3 !== "string") {
        const err13 = { instancePath: instancePath + "/verdict", schemaPath: "#/properties/verdict/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema42.properties.verdict.type, parentSchema: schema42.properties.verdict, data: data3 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (!(data3 === "accepted" || data3 === "contested")) {
        const err14 = { instancePath: instancePath + "/verdict", schemaPath: "#/properties/verdict/enum", keyword: "enum", params: { allowedValues: schema42.properties.verdict.enum }, message: "must be equal to one of the allowed values", schema: schema42.properties.verdict.enum, parentSchema: schema42.properties.verdict, data: data3 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema42.type, parentSchema: schema42, data };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate31.errors = vErrors;
  return errors === 0;
}
validate31.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validate_aws_iam_settings = validate32;
var schema43 = { "type": "object", "properties": { "account": { "type": "string", "pattern": "^\\d{12}$", "title": "Account", "description": "Number of the AWS account, in quotes. One account belongs to one system only.", "examples": ["123456789012"] }, "region": { "type": "string", "pattern": "^[a-z]{2}(?:-[a-z]+){1,2}-\\d$", "title": "Region", "description": "Where STS is called. IAM itself is global.", "examples": ["eu-central-1"] }, "readRole": { "type": "string", "pattern": "^arn:aws(?:-cn|-us-gov)?:iam::\\d{12}:role\\/(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$", "title": "Read role", "description": "Assumed by plans and verdicts.", "examples": ["arn:aws:iam::123456789012:role/grantbook/read"] }, "writeRole": { "type": "string", "pattern": "^arn:aws(?:-cn|-us-gov)?:iam::\\d{12}:role\\/(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$", "title": "Write role", "description": "Assumed by apply, on main only.", "examples": ["arn:aws:iam::123456789012:role/grantbook/write"] }, "remediateRole": { "type": "string", "pattern": "^arn:aws(?:-cn|-us-gov)?:iam::\\d{12}:role\\/(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$", "title": "Remediate role", "description": "Assumed where access found outside is to be removed. Never creates anything.", "examples": ["arn:aws:iam::123456789012:role/grantbook/remediate"] }, "instance": { "type": "string", "pattern": "^[a-z][a-z0-9-]{2,39}$", "title": "Instance", "description": "Name of the policies that Grantbook owns in this account. Default: `grantbook-` and 8 hex digits of SHA-256 of the repository’s name.", "examples": ["grantbook-acme"] } }, "required": ["account", "region"], "additionalProperties": false, "title": "Settings of an AWS account", "description": "`settings` of a system whose connector is aws-iam." };
var pattern73 = new RegExp("^\\d{12}$", "u");
var pattern74 = new RegExp("^[a-z]{2}(?:-[a-z]+){1,2}-\\d$", "u");
var pattern75 = new RegExp("^arn:aws(?:-cn|-us-gov)?:iam::\\d{12}:role\\/(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$", "u");
var pattern78 = new RegExp("^[a-z][a-z0-9-]{2,39}$", "u");
function validate32(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate32.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.account === void 0 || !func0.call(data, "account")) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "account" }, message: "must have required property 'account'", schema: schema43.required, parentSchema: schema43, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.region === void 0 || !func0.call(data, "region")) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "region" }, message: "must have required property 'region'", schema: schema43.required, parentSchema: schema43, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "account" || key0 === "region" || key0 === "readRole" || key0 === "writeRole" || key0 === "remediateRole" || key0 === "instance")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema43, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.account !== void 0 && func0.call(data, "account")) {
      let data0 = data.account;
      if (typeof data0 === "string") {
        if (!pattern73.test(data0)) {
          const err3 = { instancePath: instancePath + "/account", schemaPath: "#/properties/account/pattern", keyword: "pattern", params: { pattern: "^\\d{12}$" }, message: 'must match pattern "^\\d{12}$"', schema: "^\\d{12}$", parentSchema: schema43.properties.account, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/account", schemaPath: "#/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema43.properties.account.type, parentSchema: schema43.properties.account, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.region !== void 0 && func0.call(data, "region")) {
      let data1 = data.region;
      if (typeof data1 === "string") {
        if (!pattern74.test(data1)) {
          const err5 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/pattern", keyword: "pattern", params: { pattern: "^[a-z]{2}(?:-[a-z]+){1,2}-\\d$" }, message: 'must match pattern "^[a-z]{2}(?:-[a-z]+){1,2}-\\d$"', schema: "^[a-z]{2}(?:-[a-z]+){1,2}-\\d$", parentSchema: schema43.properties.region, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/region", schemaPath: "#/properties/region/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema43.properties.region.type, parentSchema: schema43.properties.region, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.readRole !== void 0 && func0.call(data, "readRole")) {
      let data2 = data.readRole;
      if (typeof data2 === "string") {
        if (!pattern75.test(data2)) {
          const err7 = { instancePath: instancePath + "/readRole", schemaPath: "#/properties/readRole/pattern", keyword: "pattern", params: { pattern: "^arn:aws(?:-cn|-us-gov)?:iam::\\d{12}:role\\/(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$" }, message: 'must match pattern "^arn:aws(?:-cn|-us-gov)?:iam::\\d{12}:role\\/(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$"', schema: "^arn:aws(?:-cn|-us-gov)?:iam::\\d{12}:role\\/(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$", parentSchema: schema43.properties.readRole, data: data2 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/readRole", schemaPath: "#/properties/readRole/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema43.properties.readRole.type, parentSchema: schema43.properties.readRole, data: data2 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.writeRole !== void 0 && func0.call(data, "writeRole")) {
      let data3 = data.writeRole;
      if (typeof data3 === "string") {
        if (!pattern75.test(data3)) {
          const err9 = { instancePath: instancePath + "/writeRole", schemaPath: "#/properties/writeRole/pattern", keyword: "pattern", params: { pattern: "^arn:aws(?:-cn|-us-gov)?:iam::\\d{12}:role\\/(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$" }, message: 'must match pattern "^arn:aws(?:-cn|-us-gov)?:iam::\\d{12}:role\\/(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$"', schema: "^arn:aws(?:-cn|-us-gov)?:iam::\\d{12}:role\\/(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$", parentSchema: schema43.properties.writeRole, data: data3 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/writeRole", schemaPath: "#/properties/writeRole/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema43.properties.writeRole.type, parentSchema: schema43.properties.writeRole, data: data3 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.remediateRole !== void 0 && func0.call(data, "remediateRole")) {
      let data4 = data.remediateRole;
      if (typeof data4 === "string") {
        if (!pattern75.test(data4)) {
          const err11 = { instancePath: instancePath + "/remediateRole", schemaPath: "#/properties/remediateRole/pattern", keyword: "pattern", params: { pattern: "^arn:aws(?:-cn|-us-gov)?:iam::\\d{12}:role\\/(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$" }, message: 'must match pattern "^arn:aws(?:-cn|-us-gov)?:iam::\\d{12}:role\\/(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$"', schema: "^arn:aws(?:-cn|-us-gov)?:iam::\\d{12}:role\\/(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$", parentSchema: schema43.properties.remediateRole, data: data4 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/remediateRole", schemaPath: "#/properties/remediateRole/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema43.properties.remediateRole.type, parentSchema: schema43.properties.remediateRole, data: data4 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.instance !== void 0 && func0.call(data, "instance")) {
      let data5 = data.instance;
      if (typeof data5 === "string") {
        if (!pattern78.test(data5)) {
          const err13 = { instancePath: instancePath + "/instance", schemaPath: "#/properties/instance/pattern", keyword: "pattern", params: { pattern: "^[a-z][a-z0-9-]{2,39}$" }, message: 'must match pattern "^[a-z][a-z0-9-]{2,39}$"', schema: "^[a-z][a-z0-9-]{2,39}$", parentSchema: schema43.properties.instance, data: data5 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/instance", schemaPath: "#/properties/instance/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema43.properties.instance.type, parentSchema: schema43.properties.instance, data: data5 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema43.type, parentSchema: schema43, data };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate32.errors = vErrors;
  return errors === 0;
}
validate32.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validate_aws_iam_target = validate33;
var schema44 = { "anyOf": [{ "type": "object", "properties": { "assumeRole": { "type": "string", "pattern": "^arn:aws(?:-cn|-us-gov)?:iam::\\d{12}:role\\/(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$", "title": "Role to assume", "description": "Exact ARN of an entitlement role of this account. The normal form.", "examples": ["arn:aws:iam::123456789012:role/entitlements/billing-read"] } }, "required": ["assumeRole"], "additionalProperties": false, "title": "Permission to assume a role" }, { "type": "object", "properties": { "statements": { "minItems": 1, "maxItems": 20, "type": "array", "items": { "type": "object", "properties": { "actions": { "minItems": 1, "maxItems": 100, "type": "array", "items": { "type": "string", "pattern": "^[A-Za-z0-9-]{1,60}:[A-Za-z0-9*?]{1,120}$", "title": "Action", "description": "Service and operation; `*` and `?` only in the operation.", "examples": ["s3:GetObject"] }, "title": "Actions", "description": "What is allowed." }, "resources": { "minItems": 1, "maxItems": 100, "type": "array", "items": { "type": "string", "maxLength": 1600, "allOf": [{ "pattern": "^[\\x20-\\x7e]+$" }, { "pattern": "^(?:\\*$|arn:)" }], "title": "Resource", "description": "An ARN, wildcards and policy variables allowed, or `*`.", "examples": ["arn:aws:s3:::billing/*"] }, "title": "Resources", "description": "On what." }, "conditions": { "type": "object", "propertyNames": { "type": "string", "pattern": "^[A-Za-z:]{1,60}$" }, "additionalProperties": { "type": "object", "propertyNames": { "type": "string", "pattern": "^[A-Za-z0-9-]{1,60}:[\\x20-\\x7e]{1,200}$" }, "additionalProperties": { "anyOf": [{ "type": "string", "maxLength": 1600, "pattern": "^[\\x20-\\x7e]+$", "title": "Value", "description": 'Always text: write `"true"`, not `true`.', "examples": ["true"] }, { "minItems": 1, "maxItems": 100, "type": "array", "items": { "type": "string", "maxLength": 1600, "pattern": "^[\\x20-\\x7e]+$", "title": "Value", "description": 'Always text: write `"true"`, not `true`.', "examples": ["true"] } }] } }, "title": "Conditions", "description": "Operator, key, value or list of values, as in IAM. No dates: the grant’s own window is the only one.", "examples": [{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }] } }, "required": ["actions", "resources"], "additionalProperties": false, "title": "Statement", "description": "Always Allow. Each grant gets its own copy with its own dates." }, "title": "Statements", "description": "Direct permissions." } }, "required": ["statements"], "additionalProperties": false, "title": "Direct permissions" }, { "type": "object", "properties": { "group": { "type": "string", "pattern": "^[A-Za-z0-9_+=,.@-]{1,128}$", "title": "Group", "description": "Name of an IAM group. Users only. Membership can’t carry a date: only a run of ours ends it.", "examples": ["auditors"] } }, "required": ["group"], "additionalProperties": false, "title": "Membership of a group" }], "title": "Target in an AWS account", "description": "A role to assume (the normal form), direct statements, or a group." };
var pattern80 = new RegExp("^[A-Za-z0-9-]{1,60}:[A-Za-z0-9*?]{1,120}$", "u");
var pattern81 = new RegExp("^[\\x20-\\x7e]+$", "u");
var pattern82 = new RegExp("^(?:\\*$|arn:)", "u");
var pattern83 = new RegExp("^[A-Za-z:]{1,60}$", "u");
var pattern84 = new RegExp("^[A-Za-z0-9-]{1,60}:[\\x20-\\x7e]{1,200}$", "u");
var pattern87 = new RegExp("^[A-Za-z0-9_+=,.@-]{1,128}$", "u");
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate33.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.assumeRole === void 0 || !func0.call(data, "assumeRole")) {
      const err0 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: "assumeRole" }, message: "must have required property 'assumeRole'", schema: schema44.anyOf[0].required, parentSchema: schema44.anyOf[0], data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "assumeRole")) {
        const err1 = { instancePath, schemaPath: "#/anyOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema44.anyOf[0], data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.assumeRole !== void 0 && func0.call(data, "assumeRole")) {
      let data0 = data.assumeRole;
      if (typeof data0 === "string") {
        if (!pattern75.test(data0)) {
          const err2 = { instancePath: instancePath + "/assumeRole", schemaPath: "#/anyOf/0/properties/assumeRole/pattern", keyword: "pattern", params: { pattern: "^arn:aws(?:-cn|-us-gov)?:iam::\\d{12}:role\\/(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$" }, message: 'must match pattern "^arn:aws(?:-cn|-us-gov)?:iam::\\d{12}:role\\/(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$"', schema: "^arn:aws(?:-cn|-us-gov)?:iam::\\d{12}:role\\/(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$", parentSchema: schema44.anyOf[0].properties.assumeRole, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/assumeRole", schemaPath: "#/anyOf/0/properties/assumeRole/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema44.anyOf[0].properties.assumeRole.type, parentSchema: schema44.anyOf[0].properties.assumeRole, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema44.anyOf[0].type, parentSchema: schema44.anyOf[0], data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs6 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.statements === void 0 || !func0.call(data, "statements")) {
      const err5 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "statements" }, message: "must have required property 'statements'", schema: schema44.anyOf[1].required, parentSchema: schema44.anyOf[1], data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    for (const key1 of Object.keys(data)) {
      if (!(key1 === "statements")) {
        const err6 = { instancePath, schemaPath: "#/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema44.anyOf[1], data };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.statements !== void 0 && func0.call(data, "statements")) {
      let data1 = data.statements;
      if (Array.isArray(data1)) {
        if (data1.length > 20) {
          const err7 = { instancePath: instancePath + "/statements", schemaPath: "#/anyOf/1/properties/statements/maxItems", keyword: "maxItems", params: { limit: 20 }, message: "must NOT have more than 20 items", schema: 20, parentSchema: schema44.anyOf[1].properties.statements, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (data1.length < 1) {
          const err8 = { instancePath: instancePath + "/statements", schemaPath: "#/anyOf/1/properties/statements/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema44.anyOf[1].properties.statements, data: data1 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
            if (data2.actions === void 0 || !func0.call(data2, "actions")) {
              const err9 = { instancePath: instancePath + "/statements/" + i0, schemaPath: "#/anyOf/1/properties/statements/items/required", keyword: "required", params: { missingProperty: "actions" }, message: "must have required property 'actions'", schema: schema44.anyOf[1].properties.statements.items.required, parentSchema: schema44.anyOf[1].properties.statements.items, data: data2 };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            if (data2.resources === void 0 || !func0.call(data2, "resources")) {
              const err10 = { instancePath: instancePath + "/statements/" + i0, schemaPath: "#/anyOf/1/properties/statements/items/required", keyword: "required", params: { missingProperty: "resources" }, message: "must have required property 'resources'", schema: schema44.anyOf[1].properties.statements.items.required, parentSchema: schema44.anyOf[1].properties.statements.items, data: data2 };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
            for (const key2 of Object.keys(data2)) {
              if (!(key2 === "actions" || key2 === "resources" || key2 === "conditions")) {
                const err11 = { instancePath: instancePath + "/statements/" + i0, schemaPath: "#/anyOf/1/properties/statements/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties", schema: false, parentSchema: schema44.anyOf[1].properties.statements.items, data: data2 };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
            }
            if (data2.actions !== void 0 && func0.call(data2, "actions")) {
              let data3 = data2.actions;
              if (Array.isArray(data3)) {
                if (data3.length > 100) {
                  const err12 = { instancePath: instancePath + "/statements/" + i0 + "/actions", schemaPath: "#/anyOf/1/properties/statements/items/properties/actions/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items", schema: 100, parentSchema: schema44.anyOf[1].properties.statements.items.properties.actions, data: data3 };
                  if (vErrors === null) {
                    vErrors = [err12];
                  } else {
                    vErrors.push(err12);
                  }
                  errors++;
                }
                if (data3.length < 1) {
                  const err13 = { instancePath: instancePath + "/statements/" + i0 + "/actions", schemaPath: "#/anyOf/1/properties/statements/items/properties/actions/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema44.anyOf[1].properties.statements.items.properties.actions, data: data3 };
                  if (vErrors === null) {
                    vErrors = [err13];
                  } else {
                    vErrors.push(err13);
                  }
                  errors++;
                }
                const len1 = data3.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data4 = data3[i1];
                  if (typeof data4 === "string") {
                    if (!pattern80.test(data4)) {
                      const err14 = { instancePath: instancePath + "/statements/" + i0 + "/actions/" + i1, schemaPath: "#/anyOf/1/properties/statements/items/properties/actions/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9-]{1,60}:[A-Za-z0-9*?]{1,120}$" }, message: 'must match pattern "^[A-Za-z0-9-]{1,60}:[A-Za-z0-9*?]{1,120}$"', schema: "^[A-Za-z0-9-]{1,60}:[A-Za-z0-9*?]{1,120}$", parentSchema: schema44.anyOf[1].properties.statements.items.properties.actions.items, data: data4 };
                      if (vErrors === null) {
                        vErrors = [err14];
                      } else {
                        vErrors.push(err14);
                      }
                      errors++;
                    }
                  } else {
                    const err15 = { instancePath: instancePath + "/statements/" + i0 + "/actions/" + i1, schemaPath: "#/anyOf/1/properties/statements/items/properties/actions/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema44.anyOf[1].properties.statements.items.properties.actions.items.type, parentSchema: schema44.anyOf[1].properties.statements.items.properties.actions.items, data: data4 };
                    if (vErrors === null) {
                      vErrors = [err15];
                    } else {
                      vErrors.push(err15);
                    }
                    errors++;
                  }
                }
              } else {
                const err16 = { instancePath: instancePath + "/statements/" + i0 + "/actions", schemaPath: "#/anyOf/1/properties/statements/items/properties/actions/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema44.anyOf[1].properties.statements.items.properties.actions.type, parentSchema: schema44.anyOf[1].properties.statements.items.properties.actions, data: data3 };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
            }
            if (data2.resources !== void 0 && func0.call(data2, "resources")) {
              let data5 = data2.resources;
              if (Array.isArray(data5)) {
                if (data5.length > 100) {
                  const err17 = { instancePath: instancePath + "/statements/" + i0 + "/resources", schemaPath: "#/anyOf/1/properties/statements/items/properties/resources/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items", schema: 100, parentSchema: schema44.anyOf[1].properties.statements.items.properties.resources, data: data5 };
                  if (vErrors === null) {
                    vErrors = [err17];
                  } else {
                    vErrors.push(err17);
                  }
                  errors++;
                }
                if (data5.length < 1) {
                  const err18 = { instancePath: instancePath + "/statements/" + i0 + "/resources", schemaPath: "#/anyOf/1/properties/statements/items/properties/resources/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema44.anyOf[1].properties.statements.items.properties.resources, data: data5 };
                  if (vErrors === null) {
                    vErrors = [err18];
                  } else {
                    vErrors.push(err18);
                  }
                  errors++;
                }
                const len2 = data5.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  let data6 = data5[i2];
                  if (typeof data6 === "string") {
                    if (!pattern81.test(data6)) {
                      const err19 = { instancePath: instancePath + "/statements/" + i0 + "/resources/" + i2, schemaPath: "#/anyOf/1/properties/statements/items/properties/resources/items/allOf/0/pattern", keyword: "pattern", params: { pattern: "^[\\x20-\\x7e]+$" }, message: 'must match pattern "^[\\x20-\\x7e]+$"', schema: "^[\\x20-\\x7e]+$", parentSchema: schema44.anyOf[1].properties.statements.items.properties.resources.items.allOf[0], data: data6 };
                      if (vErrors === null) {
                        vErrors = [err19];
                      } else {
                        vErrors.push(err19);
                      }
                      errors++;
                    }
                  }
                  if (typeof data6 === "string") {
                    if (!pattern82.test(data6)) {
                      const err20 = { instancePath: instancePath + "/statements/" + i0 + "/resources/" + i2, schemaPath: "#/anyOf/1/properties/statements/items/properties/resources/items/allOf/1/pattern", keyword: "pattern", params: { pattern: "^(?:\\*$|arn:)" }, message: 'must match pattern "^(?:\\*$|arn:)"', schema: "^(?:\\*$|arn:)", parentSchema: schema44.anyOf[1].properties.statements.items.properties.resources.items.allOf[1], data: data6 };
                      if (vErrors === null) {
                        vErrors = [err20];
                      } else {
                        vErrors.push(err20);
                      }
                      errors++;
                    }
                  }
                  if (typeof data6 === "string") {
                    if (codePoints(data6) > 1600) {
                      const err21 = { instancePath: instancePath + "/statements/" + i0 + "/resources/" + i2, schemaPath: "#/anyOf/1/properties/statements/items/properties/resources/items/maxLength", keyword: "maxLength", params: { limit: 1600 }, message: "must NOT have more than 1600 characters", schema: 1600, parentSchema: schema44.anyOf[1].properties.statements.items.properties.resources.items, data: data6 };
                      if (vErrors === null) {
                        vErrors = [err21];
                      } else {
                        vErrors.push(err21);
                      }
                      errors++;
                    }
                  } else {
                    const err22 = { instancePath: instancePath + "/statements/" + i0 + "/resources/" + i2, schemaPath: "#/anyOf/1/properties/statements/items/properties/resources/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema44.anyOf[1].properties.statements.items.properties.resources.items.type, parentSchema: schema44.anyOf[1].properties.statements.items.properties.resources.items, data: data6 };
                    if (vErrors === null) {
                      vErrors = [err22];
                    } else {
                      vErrors.push(err22);
                    }
                    errors++;
                  }
                }
              } else {
                const err23 = { instancePath: instancePath + "/statements/" + i0 + "/resources", schemaPath: "#/anyOf/1/properties/statements/items/properties/resources/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema44.anyOf[1].properties.statements.items.properties.resources.type, parentSchema: schema44.anyOf[1].properties.statements.items.properties.resources, data: data5 };
                if (vErrors === null) {
                  vErrors = [err23];
                } else {
                  vErrors.push(err23);
                }
                errors++;
              }
            }
            if (data2.conditions !== void 0 && func0.call(data2, "conditions")) {
              let data7 = data2.conditions;
              if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                for (const key3 of Object.keys(data7)) {
                  const _errs26 = errors;
                  if (typeof key3 === "string") {
                    if (!pattern83.test(key3)) {
                      const err24 = { instancePath: instancePath + "/statements/" + i0 + "/conditions", schemaPath: "#/anyOf/1/properties/statements/items/properties/conditions/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z:]{1,60}$" }, message: 'must match pattern "^[A-Za-z:]{1,60}$"', schema: "^[A-Za-z:]{1,60}$", parentSchema: schema44.anyOf[1].properties.statements.items.properties.conditions.propertyNames, data: key3, propertyName: key3 };
                      if (vErrors === null) {
                        vErrors = [err24];
                      } else {
                        vErrors.push(err24);
                      }
                      errors++;
                    }
                  } else {
                    const err25 = { instancePath: instancePath + "/statements/" + i0 + "/conditions", schemaPath: "#/anyOf/1/properties/statements/items/properties/conditions/propertyNames/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema44.anyOf[1].properties.statements.items.properties.conditions.propertyNames.type, parentSchema: schema44.anyOf[1].properties.statements.items.properties.conditions.propertyNames, data: key3, propertyName: key3 };
                    if (vErrors === null) {
                      vErrors = [err25];
                    } else {
                      vErrors.push(err25);
                    }
                    errors++;
                  }
                  var valid11 = _errs26 === errors;
                  if (!valid11) {
                    const err26 = { instancePath: instancePath + "/statements/" + i0 + "/conditions", schemaPath: "#/anyOf/1/properties/statements/items/properties/conditions/propertyNames", keyword: "propertyNames", params: { propertyName: key3 }, message: "property name must be valid", schema: schema44.anyOf[1].properties.statements.items.properties.conditions.propertyNames, parentSchema: schema44.anyOf[1].properties.statements.items.properties.conditions, data: data7 };
                    if (vErrors === null) {
                      vErrors = [err26];
                    } else {
                      vErrors.push(err26);
                    }
                    errors++;
                  }
                }
                for (const key4 of Object.keys(data7)) {
                  let data8 = data7[key4];
                  if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
                    for (const key5 of Object.keys(data8)) {
                      const _errs31 = errors;
                      if (typeof key5 === "string") {
                        if (!pattern84.test(key5)) {
                          const err27 = { instancePath: instancePath + "/statements/" + i0 + "/conditions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/anyOf/1/properties/statements/items/properties/conditions/additionalProperties/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9-]{1,60}:[\\x20-\\x7e]{1,200}$" }, message: 'must match pattern "^[A-Za-z0-9-]{1,60}:[\\x20-\\x7e]{1,200}$"', schema: "^[A-Za-z0-9-]{1,60}:[\\x20-\\x7e]{1,200}$", parentSchema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.propertyNames, data: key5, propertyName: key5 };
                          if (vErrors === null) {
                            vErrors = [err27];
                          } else {
                            vErrors.push(err27);
                          }
                          errors++;
                        }
                      } else {
                        const err28 = { instancePath: instancePath + "/statements/" + i0 + "/conditions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/anyOf/1/properties/statements/items/properties/conditions/additionalProperties/propertyNames/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.propertyNames.type, parentSchema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.propertyNames, data: key5, propertyName: key5 };
                        if (vErrors === null) {
                          vErrors = [err28];
                        } else {
                          vErrors.push(err28);
                        }
                        errors++;
                      }
                      var valid13 = _errs31 === errors;
                      if (!valid13) {
                        const err29 = { instancePath: instancePath + "/statements/" + i0 + "/conditions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/anyOf/1/properties/statements/items/properties/conditions/additionalProperties/propertyNames", keyword: "propertyNames", params: { propertyName: key5 }, message: "property name must be valid", schema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.propertyNames, parentSchema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties, data: data8 };
                        if (vErrors === null) {
                          vErrors = [err29];
                        } else {
                          vErrors.push(err29);
                        }
                        errors++;
                      }
                    }
                    for (const key6 of Object.keys(data8)) {
                      let data9 = data8[key6];
                      const _errs35 = errors;
                      let valid15 = false;
                      const _errs36 = errors;
                      if (typeof data9 === "string") {
                        if (codePoints(data9) > 1600) {
                          const err30 = { instancePath: instancePath + "/statements/" + i0 + "/conditions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/anyOf/1/properties/statements/items/properties/conditions/additionalProperties/additionalProperties/anyOf/0/maxLength", keyword: "maxLength", params: { limit: 1600 }, message: "must NOT have more than 1600 characters", schema: 1600, parentSchema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.additionalProperties.anyOf[0], data: data9 };
                          if (vErrors === null) {
                            vErrors = [err30];
                          } else {
                            vErrors.push(err30);
                          }
                          errors++;
                        }
                        if (!pattern81.test(data9)) {
                          const err31 = { instancePath: instancePath + "/statements/" + i0 + "/conditions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/anyOf/1/properties/statements/items/properties/conditions/additionalProperties/additionalProperties/anyOf/0/pattern", keyword: "pattern", params: { pattern: "^[\\x20-\\x7e]+$" }, message: 'must match pattern "^[\\x20-\\x7e]+$"', schema: "^[\\x20-\\x7e]+$", parentSchema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.additionalProperties.anyOf[0], data: data9 };
                          if (vErrors === null) {
                            vErrors = [err31];
                          } else {
                            vErrors.push(err31);
                          }
                          errors++;
                        }
                      } else {
                        const err32 = { instancePath: instancePath + "/statements/" + i0 + "/conditions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/anyOf/1/properties/statements/items/properties/conditions/additionalProperties/additionalProperties/anyOf/0/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.additionalProperties.anyOf[0].type, parentSchema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.additionalProperties.anyOf[0], data: data9 };
                        if (vErrors === null) {
                          vErrors = [err32];
                        } else {
                          vErrors.push(err32);
                        }
                        errors++;
                      }
                      var _valid1 = _errs36 === errors;
                      valid15 = valid15 || _valid1;
                      const _errs38 = errors;
                      if (Array.isArray(data9)) {
                        if (data9.length > 100) {
                          const err33 = { instancePath: instancePath + "/statements/" + i0 + "/conditions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/anyOf/1/properties/statements/items/properties/conditions/additionalProperties/additionalProperties/anyOf/1/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items", schema: 100, parentSchema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.additionalProperties.anyOf[1], data: data9 };
                          if (vErrors === null) {
                            vErrors = [err33];
                          } else {
                            vErrors.push(err33);
                          }
                          errors++;
                        }
                        if (data9.length < 1) {
                          const err34 = { instancePath: instancePath + "/statements/" + i0 + "/conditions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/anyOf/1/properties/statements/items/properties/conditions/additionalProperties/additionalProperties/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.additionalProperties.anyOf[1], data: data9 };
                          if (vErrors === null) {
                            vErrors = [err34];
                          } else {
                            vErrors.push(err34);
                          }
                          errors++;
                        }
                        const len3 = data9.length;
                        for (let i3 = 0; i3 < len3; i3++) {
                          let data10 = data9[i3];
                          if (typeof data10 === "string") {
                            if (codePoints(data10) > 1600) {
                              const err35 = { instancePath: instancePath + "/statements/" + i0 + "/conditions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i3, schemaPath: "#/anyOf/1/properties/statements/items/properties/conditions/additionalProperties/additionalProperties/anyOf/1/items/maxLength", keyword: "maxLength", params: { limit: 1600 }, message: "must NOT have more than 1600 characters", schema: 1600, parentSchema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.additionalProperties.anyOf[1].items, data: data10 };
                              if (vErrors === null) {
                                vErrors = [err35];
                              } else {
                                vErrors.push(err35);
                              }
                              errors++;
                            }
                            if (!pattern81.test(data10)) {
                              const err36 = { instancePath: instancePath + "/statements/" + i0 + "/conditions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i3, schemaPath: "#/anyOf/1/properties/statements/items/properties/conditions/additionalProperties/additionalProperties/anyOf/1/items/pattern", keyword: "pattern", params: { pattern: "^[\\x20-\\x7e]+$" }, message: 'must match pattern "^[\\x20-\\x7e]+$"', schema: "^[\\x20-\\x7e]+$", parentSchema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.additionalProperties.anyOf[1].items, data: data10 };
                              if (vErrors === null) {
                                vErrors = [err36];
                              } else {
                                vErrors.push(err36);
                              }
                              errors++;
                            }
                          } else {
                            const err37 = { instancePath: instancePath + "/statements/" + i0 + "/conditions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key6.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i3, schemaPath: "#/anyOf/1/properties/statements/items/properties/conditions/additionalProperties/additionalProperties/anyOf/1/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.additionalProperties.anyOf[1].items.type, parentSchema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.additionalProperties.anyOf[1].items, data: data10 };
                            if (vErrors === null) {
                              vErrors = [err37];
                            } else {
                              vErrors.push(err37);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err38 = { instancePath: instancePath + "/statements/" + i0 + "/conditions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/anyOf/1/properties/statements/items/properties/conditions/additionalProperties/additionalProperties/anyOf/1/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.additionalProperties.anyOf[1].type, parentSchema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.additionalProperties.anyOf[1], data: data9 };
                        if (vErrors === null) {
                          vErrors = [err38];
                        } else {
                          vErrors.push(err38);
                        }
                        errors++;
                      }
                      var _valid1 = _errs38 === errors;
                      valid15 = valid15 || _valid1;
                      if (!valid15) {
                        const err39 = { instancePath: instancePath + "/statements/" + i0 + "/conditions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/anyOf/1/properties/statements/items/properties/conditions/additionalProperties/additionalProperties/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf", schema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.additionalProperties.anyOf, parentSchema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.additionalProperties, data: data9 };
                        if (vErrors === null) {
                          vErrors = [err39];
                        } else {
                          vErrors.push(err39);
                        }
                        errors++;
                      } else {
                        errors = _errs35;
                        if (vErrors !== null) {
                          if (_errs35) {
                            vErrors.length = _errs35;
                          } else {
                            vErrors = null;
                          }
                        }
                      }
                    }
                  } else {
                    const err40 = { instancePath: instancePath + "/statements/" + i0 + "/conditions/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/anyOf/1/properties/statements/items/properties/conditions/additionalProperties/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties.type, parentSchema: schema44.anyOf[1].properties.statements.items.properties.conditions.additionalProperties, data: data8 };
                    if (vErrors === null) {
                      vErrors = [err40];
                    } else {
                      vErrors.push(err40);
                    }
                    errors++;
                  }
                }
              } else {
                const err41 = { instancePath: instancePath + "/statements/" + i0 + "/conditions", schemaPath: "#/anyOf/1/properties/statements/items/properties/conditions/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema44.anyOf[1].properties.statements.items.properties.conditions.type, parentSchema: schema44.anyOf[1].properties.statements.items.properties.conditions, data: data7 };
                if (vErrors === null) {
                  vErrors = [err41];
                } else {
                  vErrors.push(err41);
                }
                errors++;
              }
            }
          } else {
            const err42 = { instancePath: instancePath + "/statements/" + i0, schemaPath: "#/anyOf/1/properties/statements/items/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema44.anyOf[1].properties.statements.items.type, parentSchema: schema44.anyOf[1].properties.statements.items, data: data2 };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
        }
      } else {
        const err43 = { instancePath: instancePath + "/statements", schemaPath: "#/anyOf/1/properties/statements/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema44.anyOf[1].properties.statements.type, parentSchema: schema44.anyOf[1].properties.statements, data: data1 };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
    }
  } else {
    const err44 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema44.anyOf[1].type, parentSchema: schema44.anyOf[1], data };
    if (vErrors === null) {
      vErrors = [err44];
    } else {
      vErrors.push(err44);
    }
    errors++;
  }
  var _valid0 = _errs6 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs42 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.group === void 0 || !func0.call(data, "group")) {
      const err45 = { instancePath, schemaPath: "#/anyOf/2/required", keyword: "required", params: { missingProperty: "group" }, message: "must have required property 'group'", schema: schema44.anyOf[2].required, parentSchema: schema44.anyOf[2], data };
      if (vErrors === null) {
        vErrors = [err45];
      } else {
        vErrors.push(err45);
      }
      errors++;
    }
    for (const key7 of Object.keys(data)) {
      if (!(key7 === "group")) {
        const err46 = { instancePath, schemaPath: "#/anyOf/2/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties", schema: false, parentSchema: schema44.anyOf[2], data };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
    }
    if (data.group !== void 0 && func0.call(data, "group")) {
      let data11 = data.group;
      if (typeof data11 === "string") {
        if (!pattern87.test(data11)) {
          const err47 = { instancePath: instancePath + "/group", schemaPath: "#/anyOf/2/properties/group/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_+=,.@-]{1,128}$" }, message: 'must match pattern "^[A-Za-z0-9_+=,.@-]{1,128}$"', schema: "^[A-Za-z0-9_+=,.@-]{1,128}$", parentSchema: schema44.anyOf[2].properties.group, data: data11 };
          if (vErrors === null) {
            vErrors = [err47];
          } else {
            vErrors.push(err47);
          }
          errors++;
        }
      } else {
        const err48 = { instancePath: instancePath + "/group", schemaPath: "#/anyOf/2/properties/group/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema44.anyOf[2].properties.group.type, parentSchema: schema44.anyOf[2].properties.group, data: data11 };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
    }
  } else {
    const err49 = { instancePath, schemaPath: "#/anyOf/2/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema44.anyOf[2].type, parentSchema: schema44.anyOf[2], data };
    if (vErrors === null) {
      vErrors = [err49];
    } else {
      vErrors.push(err49);
    }
    errors++;
  }
  var _valid0 = _errs42 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  if (!valid0) {
    const err50 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf", schema: schema44.anyOf, parentSchema: schema44, data };
    if (vErrors === null) {
      vErrors = [err50];
    } else {
      vErrors.push(err50);
    }
    errors++;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate33.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate33.evaluated = { "dynamicProps": true, "dynamicItems": false };
var validate_aws_iam_account = validate34;
var schema45 = { "anyOf": [{ "type": "object", "properties": { "user": { "type": "string", "pattern": "^(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$", "title": "User", "description": "Path and name of the IAM user, no leading slash.", "examples": ["alice"] } }, "required": ["user"], "additionalProperties": false, "title": "An IAM user" }, { "type": "object", "properties": { "role": { "type": "string", "pattern": "^(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$", "title": "Role", "description": "Path and name of the IAM role, no leading slash.", "examples": ["ci/billing-exporter"] } }, "required": ["role"], "additionalProperties": false, "title": "A workload’s role" }], "title": "Principal in an AWS account", "description": "Who this is: an IAM user, or the role a workload runs as." };
var pattern88 = new RegExp("^(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$", "u");
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate34.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.user === void 0 || !func0.call(data, "user")) {
      const err0 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: "user" }, message: "must have required property 'user'", schema: schema45.anyOf[0].required, parentSchema: schema45.anyOf[0], data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 of Object.keys(data)) {
      if (!(key0 === "user")) {
        const err1 = { instancePath, schemaPath: "#/anyOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema45.anyOf[0], data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.user !== void 0 && func0.call(data, "user")) {
      let data0 = data.user;
      if (typeof data0 === "string") {
        if (!pattern88.test(data0)) {
          const err2 = { instancePath: instancePath + "/user", schemaPath: "#/anyOf/0/properties/user/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$" }, message: 'must match pattern "^(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$"', schema: "^(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$", parentSchema: schema45.anyOf[0].properties.user, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/user", schemaPath: "#/anyOf/0/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema45.anyOf[0].properties.user.type, parentSchema: schema45.anyOf[0].properties.user, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema45.anyOf[0].type, parentSchema: schema45.anyOf[0], data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs6 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.role === void 0 || !func0.call(data, "role")) {
      const err5 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "role" }, message: "must have required property 'role'", schema: schema45.anyOf[1].required, parentSchema: schema45.anyOf[1], data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    for (const key1 of Object.keys(data)) {
      if (!(key1 === "role")) {
        const err6 = { instancePath, schemaPath: "#/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema45.anyOf[1], data };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.role !== void 0 && func0.call(data, "role")) {
      let data1 = data.role;
      if (typeof data1 === "string") {
        if (!pattern88.test(data1)) {
          const err7 = { instancePath: instancePath + "/role", schemaPath: "#/anyOf/1/properties/role/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$" }, message: 'must match pattern "^(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$"', schema: "^(?:[A-Za-z0-9_+=,.@-]{1,128}\\/){0,8}[A-Za-z0-9_+=,.@-]{1,64}$", parentSchema: schema45.anyOf[1].properties.role, data: data1 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/role", schemaPath: "#/anyOf/1/properties/role/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema45.anyOf[1].properties.role.type, parentSchema: schema45.anyOf[1].properties.role, data: data1 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema45.anyOf[1].type, parentSchema: schema45.anyOf[1], data };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  var _valid0 = _errs6 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  if (!valid0) {
    const err10 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf", schema: schema45.anyOf, parentSchema: schema45, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate34.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate34.evaluated = { "dynamicProps": true, "dynamicItems": false };
var VALIDATORS = {
  "settings": validate_settings,
  "person": validate_person,
  "workload": validate_workload,
  "rule": validate_rule,
  "exception": validate_exception,
  "system": validate_system,
  "entitlement": validate_entitlement,
  "grant": validate_grant,
  "emergency": validate_emergency,
  "suspension": validate_suspension,
  "out-of-band": validate_out_of_band,
  "retrospective": validate_retrospective,
  "aws-iam.settings": validate_aws_iam_settings,
  "aws-iam.target": validate_aws_iam_target,
  "aws-iam.account": validate_aws_iam_account
};

// src/book/shape-forms.ts
var FORMS = [
  [ID_PATTERN, 'an id (small letters, digits and "-", at most 63, beginning with a letter or digit)'],
  ["^\\d{4}-\\d{2}-\\d{2}(", "a date (2026-12-14, or 2026-12-14T18:00:00Z with an offset)"],
  ["^[1-9]\\d{0,5}[mhd]$", "a duration (a number with m, h or d: 90m, 8h, 30d)"],
  ["^[a-z0-9][a-z0-9-]{0,62}\\/", "the full name of an entitlement (system/entitlement)"],
  ["^@", "a GitHub team (@org/team) or account (@login)"],
  ["^https:\\/\\/", "an https:// address"],
  ['^[^\\s@<>"]', "an e-mail address"],
  ["^ssh-ed25519 ", "an ssh-ed25519 public key"],
  ["^sha256:", "a SHA-256 digest (sha256: and 64 hex digits)"],
  ["^(duty:", "an entitlement (system/entitlement), a duty (duty:name), or a glob of these"]
];
function formOf(pattern, text) {
  const what = FORMS.find(([start]) => pattern.startsWith(start))?.[1] ?? "in the form that is needed here";
  if (pattern === ID_PATTERN && isId(text.toLowerCase()))
    return { what, fix: `Write it in small letters: ${text.toLowerCase()}` };
  if (what.startsWith("a date")) return { what, fix: mendDate(text) };
  if (what.startsWith("a duration") && /^\d+$/u.test(text))
    return { what, fix: `Add the unit: ${text}d (days), ${text}h (hours) or ${text}m (minutes).` };
  if (what.startsWith("a GitHub team") && text.includes("@") && !text.startsWith("@")) {
    return { what, fix: "E-mail addresses can’t be resolved on GitHub; write @org/team or @login." };
  }
  if (what.startsWith("a GitHub team") && !text.startsWith("@"))
    return { what, fix: `Put @ in front: "@${text.slice(0, 60)}"` };
  return { what, fix: null };
}
function mendDate(text) {
  const short = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text);
  if (short)
    return `Write it like this: ${short[1]}-${short[2]?.padStart(2, "0")}-${short[3]?.padStart(2, "0")}`;
  const local = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2})(:\d{2})?$/u.exec(text);
  if (local) return `Add the offset: ${local[1]}T${local[2]}${local[3] ?? ":00"}Z`;
  return null;
}

// src/book/shape-messages.ts
var TYPES = {
  string: "text",
  number: "a number",
  integer: "a whole number",
  boolean: "true or false",
  object: "a mapping of fields to values",
  array: "a list",
  null: "null"
};
function describe(error, pointer, root) {
  const name = nameOf(pointer);
  const schema = annotated(error);
  const limit = Number(error.params["limit"]);
  switch (error.keyword) {
    case "additionalProperties":
      return unknownField(error, pointer, schema);
    case "required":
      return missingField(error, pointer, schema);
    case "type":
      return wrongType(error, pointer, schema);
    case "pattern": {
      const text = error.propertyName ?? String(error.data);
      const form = formOf(schema.pattern ?? "", text);
      const said = error.propertyName === void 0 ? `${name}: ${quote(text)}` : quote(text);
      const path = error.propertyName === void 0 ? pointer : [...pointer, text];
      return misfit(
        "field-value",
        path,
        `${said} is not ${form.what}.`,
        form.fix ?? like(schema),
        error.propertyName !== void 0
      );
    }
    case "enum":
    case "const":
      return notAllowed(error, pointer);
    case "minLength":
      return tooShort(name, error, pointer, limit, schema);
    case "maxLength":
      return misfit(
        "field-length",
        pointer,
        `${name} is longer than ${limit} characters.`,
        `Shorten it to at most ${limit} characters.`
      );
    case "minItems":
      return misfit(
        "field-length",
        pointer,
        `${name} has fewer than ${count(limit, "entry", "entries")}.`,
        `Add entries, or remove the field if it may be left out.`
      );
    case "maxItems":
      return misfit(
        "field-length",
        pointer,
        `${name} has more than ${count(limit, "entry", "entries")}.`,
        `Keep at most ${limit}.`
      );
    case "minimum":
      return misfit(
        "field-length",
        pointer,
        `${name} is ${String(error.data)}; the least allowed is ${limit}.`,
        `Write ${limit} or more.`
      );
    case "maximum":
      return misfit(
        "field-length",
        pointer,
        `${name} is ${String(error.data)}; the most allowed is ${limit}.`,
        `Write ${limit} or less.`
      );
    case "anyOf":
      return noBranch(error, pointer, root);
    default:
      return misfit(
        "field-value",
        pointer,
        `${name} ${error.message ?? "is not allowed"}.`,
        "Correct the value."
      );
  }
}
function annotated(error) {
  const { title, pattern, examples, properties } = error.parentSchema ?? {};
  return { title, pattern, examples, properties };
}
function misfit(code, pointer, message, fix, atKey = false) {
  return { code, pointer, atKey, message, fix };
}
function nameOf(pointer) {
  if (pointer.length === 0) return "The file";
  return quote(
    pointer.map((step, index) => typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`).join("")
  );
}
function unknownField(error, pointer, schema) {
  const key = String(error.params["additionalProperty"]);
  const fields = Object.keys(schema.properties ?? {});
  const present = typeof error.data === "object" && error.data !== null ? error.data : {};
  const meant = nearest(key, fields);
  const where = pointer.length === 0 ? `a ${(schema.title ?? "file").toLowerCase()}` : nameOf(pointer);
  const message = `${quote(key)} is not a field of ${where.replace(/^a (?=[aeiou])/u, "an ")}.`;
  const taken = meant !== null && Object.hasOwn(present, meant);
  const fix = meant === null ? `Remove it. The fields are: ${fields.join(", ")}.` : taken ? `Remove it: ${quote(meant)} stands in the file already.` : `Did you mean ${quote(meant)}? Rename it, or remove it.`;
  const told = misfit("field-unknown", [...pointer, key], message, fix, true);
  return meant === null || taken ? told : { ...told, meant };
}
function missingField(error, pointer, schema) {
  const key = String(error.params["missingProperty"]);
  const example = exampleOf(schema.properties?.[key]);
  const where = pointer.length === 0 ? "" : ` in ${nameOf(pointer)}`;
  const fix = example === null ? `Add ${quote(key)}.` : `Add it, for example: ${key}: ${example}`;
  return { ...misfit("field-missing", pointer, `${quote(key)} is missing${where}.`, fix), meant: key };
}
function wrongType(error, pointer, schema) {
  const params = error.params;
  const wanted = (typeof params.type === "string" ? [params.type] : params.type ?? []).map((type) => TYPES[type] ?? type).join(" or ");
  const name = nameOf(pointer);
  const { data } = error;
  if (data === null)
    return misfit("field-type", pointer, `${name} has no value; it must be ${wanted}.`, like(schema));
  const is = TYPES[Array.isArray(data) ? "array" : typeof data] ?? typeof data;
  const fix = wanted === "text" && typeof data !== "object" ? quoteIt(data, schema) : like(schema);
  return misfit("field-type", pointer, `${name} is ${is}; it must be ${wanted}.`, fix);
}
function quoteIt(data, schema) {
  const text = String(data);
  const fits = schema.pattern === void 0 || new RegExp(schema.pattern, "u").test(text);
  return fits ? `Put it in quotes: "${text}".` : like(schema);
}
function notAllowed(error, pointer) {
  const {
    allowedValues,
    allowedValue
  } = error.params;
  const values = (allowedValues ?? [allowedValue]).map(String);
  const { data } = error;
  const name = nameOf(pointer);
  if (typeof data !== "string") {
    const is = data === null ? "has no value" : `is ${TYPES[Array.isArray(data) ? "array" : typeof data] ?? "something else"}`;
    return misfit(
      "field-type",
      pointer,
      `${name} ${is}; it must be one of: ${values.join(", ")}.`,
      `Write one of: ${values.join(", ")}.`
    );
  }
  const meant = nearest(data, values);
  const fix = meant === null ? `Write one of: ${values.join(", ")}.` : `Did you mean ${quote(meant)}?`;
  return misfit("field-value", pointer, `${name}: ${quote(data)} is not one of: ${values.join(", ")}.`, fix);
}
function tooShort(name, error, pointer, limit, schema) {
  if (error.data === "") return misfit("field-length", pointer, `${name} is empty.`, like(schema));
  return misfit(
    "field-length",
    pointer,
    `${name} is shorter than ${count(limit, "character", "characters")}.`,
    like(schema)
  );
}
function noBranch(error, pointer, root) {
  const branches = Array.isArray(error.schema) ? error.schema : [];
  const own = branches.map((branch) => {
    const others = branches.filter((other) => other !== branch);
    const keys = Object.keys(branch.properties ?? {}).filter(
      (key) => !others.some((other) => Object.hasOwn(other.properties ?? {}, key))
    );
    const demanded = keys.filter((key) => branch.required?.includes(key));
    return demanded.length > 0 ? demanded : keys;
  });
  const name = root === error.data ? "The file" : nameOf(pointer);
  if (own.every((keys) => keys.length > 0)) {
    const forms = own.map((keys) => keys.map(quote).join(" with ")).join(", or ");
    return misfit(
      "field-choice",
      pointer,
      `${name} must have exactly one form: ${forms}.`,
      "Keep the fields of one form."
    );
  }
  return misfit("field-type", pointer, `${name} has none of the allowed forms.`, like(annotated(error)));
}
function like(schema) {
  const example = exampleOf(schema);
  return example === null ? "Correct the value." : `Write it like this: ${example}`;
}
function exampleOf(schema) {
  const example = schema?.examples?.[0];
  if (example === void 0) return null;
  if (typeof example !== "string") return JSON.stringify(example);
  return /^[A-Za-z0-9][A-Za-z0-9 ./_-]*$/u.test(example) && !/^[\d.]+$/u.test(example) ? example : JSON.stringify(example);
}
function count(number, one, many) {
  return `${number} ${number === 1 ? one : many}`;
}

// src/book/shape-unions.ts
function settleUnions(errors) {
  let rest = errors;
  const unions = errors.filter((e) => e.keyword === "anyOf").toSorted((a, b) => a.schemaPath.length - b.schemaPath.length);
  for (const union of unions) {
    if (!rest.includes(union)) continue;
    const branches = Array.isArray(union.schema) ? union.schema : [];
    const meant = branchMeant(branches, union.data);
    rest = rest.filter((error) => {
      if (error === union) return meant === null;
      const branch = branchOf(error, union);
      return branch === null || branch === meant;
    });
  }
  return rest.filter((error) => !(error.keyword === "propertyNames" && hasOwnReason(error, rest)));
}
function branchOf(error, union) {
  if (!error.instancePath.startsWith(union.instancePath)) return null;
  if (!error.schemaPath.startsWith(`${union.schemaPath}/`)) return null;
  return Number(error.schemaPath.slice(union.schemaPath.length + 1).split("/")[0]);
}
function hasOwnReason(error, all) {
  const name = error.params["propertyName"];
  return all.some(
    (other) => other !== error && other.propertyName === name && other.instancePath === error.instancePath
  );
}
function branchMeant(branches, data) {
  if (Array.isArray(data)) {
    const first = typeof data[0];
    const wanted = Array.isArray(data[0]) ? "array" : first;
    return only(branches.map((branch) => branch.type === "array" && branch.items?.type === wanted));
  }
  if (typeof data !== "object" || data === null)
    return only(branches.map((branch) => branch.type === typeof data));
  return only(
    branches.map(
      (branch) => branch.type === "object" && signs(branch, branches).some((key) => Object.hasOwn(data, key))
    )
  );
}
function signs(branch, branches) {
  const others = branches.filter((other) => other !== branch);
  return Object.keys(branch.properties ?? {}).filter(
    (key) => !others.some((other) => Object.hasOwn(other.properties ?? {}, key))
  );
}
function only(fits) {
  return fits.filter(Boolean).length === 1 ? fits.indexOf(true) : null;
}

// src/book/shape.ts
function checkShape(name, value) {
  const validate = VALIDATORS[name];
  if (validate(value)) return [];
  const errors = withoutTypesOfChoices(settleUnions(validate.errors ?? []));
  validate.errors = null;
  const misfits = errors.slice(0, MOST_PROBLEMS).map((error) => describe(error, pointerOf(error.instancePath, value), value));
  return withoutMisspelt(misfits);
}
function withoutTypesOfChoices(errors) {
  const choices = new Set(
    errors.filter((error) => error.keyword === "enum").map((error) => error.instancePath)
  );
  return errors.filter((error) => error.keyword !== "type" || !choices.has(error.instancePath));
}
function withoutMisspelt(misfits) {
  const told = misfits.filter((m) => m.code === "field-unknown" && m.meant !== void 0);
  return misfits.filter((m) => m.code !== "field-missing" || !told.some((unknown) => isMeant(m, unknown)));
}
function isMeant(missing, unknown) {
  return missing.meant === unknown.meant && samePath(missing.pointer, unknown.pointer.slice(0, -1));
}
function samePath(a, b) {
  return a.length === b.length && a.every((step, index) => step === b[index]);
}
function child(node, step) {
  return Object.getOwnPropertyDescriptor(node, step)?.value;
}
function pointerOf(path, root) {
  const pointer = [];
  let node = root;
  for (const raw of path.split("/").slice(1)) {
    const key = raw.replaceAll("~1", "/").replaceAll("~0", "~");
    const step = Array.isArray(node) ? Number(key) : key;
    pointer.push(step);
    node = typeof node === "object" && node !== null ? child(node, step) : void 0;
  }
  return pointer;
}

export {
  grantKey,
  blobId,
  placeAt,
  MOST_PROBLEMS,
  textProblem,
  SECOND,
  TOO_DEEP,
  sentence,
  checkShape
};
