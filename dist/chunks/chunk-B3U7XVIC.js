import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  bytesOf,
  fromBase64,
  join,
  latin1,
  toBase64
} from "./chunk-PFXTJSIF.js";

// src/evidence/sshsig.ts
import { createHash, createPublicKey, verify } from "node:crypto";
var MAGIC = "SSHSIG";
var VERSION = 1;
var NAMESPACE = "git";
var HASH = "sha512";
var KEY_TYPE = "ssh-ed25519";
var KEY_BYTES = 32;
var SIGNATURE_BYTES = 64;
var BEGIN = "-----BEGIN SSH SIGNATURE-----";
var END = "-----END SSH SIGNATURE-----";
var LINE = 70;
function writeSignature(message, rawKey, signRaw) {
  const signature = join(field(KEY_TYPE), field(signRaw(signedData(message))));
  const blob = join(
    bytesOf(MAGIC),
    uint32(VERSION),
    field(publicKeyBlob(rawKey)),
    field(NAMESPACE),
    field(""),
    field(HASH),
    field(signature)
  );
  const lines = toBase64(blob).match(new RegExp(`.{1,${LINE}}`, "gu")) ?? [];
  return [BEGIN, ...lines, END, ""].join("\n");
}
function checkSignature(message, armored, allowed) {
  const read = readSignature(armored);
  if (typeof read === "string") return { valid: false, foreign: null, why: read };
  const key = writePublicKey(read.rawKey);
  if (!verify(null, signedData(message), keyObject(key, read.rawKey), read.signature))
    return {
      valid: false,
      foreign: null,
      why: "it was made over something else, or not by the key that it names"
    };
  return allowed.has(key) ? { valid: true, key } : { valid: false, foreign: key, why: `the key ${key} is no signer` };
}
function readPublicKey(line) {
  const match = /^ssh-ed25519 ([A-Za-z0-9+/]+={0,2})(?: .*)?$/u.exec(line);
  const blob = match ? fromBase64(match[1] ?? "") : null;
  const rawKey = blob && readKeyBlob(blob);
  return rawKey ? writePublicKey(rawKey) : null;
}
function writePublicKey(rawKey) {
  return `${KEY_TYPE} ${toBase64(publicKeyBlob(rawKey))}`;
}
function readSignature(armored) {
  const lines = armored.replace(/\n$/u, "").split("\n");
  if (lines.length < 3 || lines[0] !== BEGIN || lines.at(-1) !== END) return "it is no SSH signature";
  const body = lines.slice(1, -1);
  const blob = isWrapped(body) ? fromBase64(body.join("")) : null;
  if (!blob) return "its armor is damaged";
  const fields = new Fields(blob);
  if (fields.ascii(MAGIC.length) !== MAGIC) return "it is no SSH signature";
  if (fields.uint32() !== VERSION) return "its version is unknown";
  const rawKey = readKeyBlob(fields.field());
  const namespace = fields.text();
  const reserved = fields.field();
  const hash = fields.text();
  const inner = fields.field();
  if (!rawKey) return "its key is no Ed25519 key";
  if (namespace !== NAMESPACE) return 'its namespace is not "git"';
  if (reserved?.length !== 0) return "its reserved field is not empty";
  if (hash !== HASH) return "its hash is not SHA-512";
  const signature = inner && readInner(inner);
  if (!signature || !fields.atEnd) return "it is damaged";
  return { rawKey, signature };
}
function isWrapped(lines) {
  const width = lines[0]?.length ?? 0;
  const last = lines.at(-1)?.length ?? 0;
  return last > 0 && last <= width && lines.slice(0, -1).every(({ length }) => length === width);
}
function readInner(bytes) {
  const fields = new Fields(bytes);
  const type = fields.text();
  const signature = fields.field();
  return type === KEY_TYPE && signature?.length === SIGNATURE_BYTES && fields.atEnd ? signature : null;
}
function readKeyBlob(bytes) {
  if (!bytes) return null;
  const fields = new Fields(bytes);
  const type = fields.text();
  const key = fields.field();
  return type === KEY_TYPE && key?.length === KEY_BYTES && fields.atEnd ? key : null;
}
function signedData(message) {
  const digest = createHash(HASH).update(message).digest();
  return join(bytesOf(MAGIC), field(NAMESPACE), field(""), field(HASH), field(digest));
}
function publicKeyBlob(rawKey) {
  return join(field(KEY_TYPE), field(rawKey));
}
var keyObjects = /* @__PURE__ */ new Map();
function keyObject(key, rawKey) {
  let known = keyObjects.get(key);
  if (!known) {
    known = createPublicKey({
      key: {
        kty: "OKP",
        crv: "Ed25519",
        x: toBase64(rawKey).replaceAll("+", "-").replaceAll("/", "_").replace("=", "")
      },
      format: "jwk"
    });
    if (keyObjects.size < 100) keyObjects.set(key, known);
  }
  return known;
}
function uint32(value) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
function field(content) {
  const bytes = typeof content === "string" ? bytesOf(content) : content;
  return join(uint32(bytes.length), bytes);
}
var Fields = class {
  #bytes;
  #at = 0;
  constructor(bytes) {
    this.#bytes = bytes;
  }
  get atEnd() {
    return this.#at === this.#bytes.length;
  }
  #take(length) {
    if (this.#at + length > this.#bytes.length) return null;
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
  uint32() {
    const bytes = this.#take(4);
    return bytes && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  }
  field() {
    const length = this.uint32();
    return length === null ? null : this.#take(length);
  }
  text() {
    const bytes = this.field();
    return bytes && latin1(bytes);
  }
  /** So many bytes without a length before them. */
  ascii(length) {
    const bytes = this.#take(length);
    return bytes && latin1(bytes);
  }
};

export {
  writeSignature,
  checkSignature,
  readPublicKey,
  writePublicKey
};
