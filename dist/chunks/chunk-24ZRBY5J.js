import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  writePublicKey,
  writeSignature
} from "./chunk-B3U7XVIC.js";
import {
  UsageError
} from "./chunk-KCC7W5OC.js";

// src/evidence/signer-key.ts
import { createPrivateKey, createPublicKey, sign } from "node:crypto";
var HOW = "GRANTBOOK_SIGNING_KEY must be an unencrypted Ed25519 private key in PKCS #8 PEM form, as grantbook keygen writes it.";
var KEY_BYTES = 32;
function signerOf(pem) {
  const key = readPrivateKey(pem);
  const rawKey = rawPublicKey(key);
  return {
    publicKey: writePublicKey(rawKey),
    sign: (commit) => writeSignature(commit, rawKey, (data) => sign(null, data, key))
  };
}
function publicKeyOf(key) {
  return writePublicKey(rawPublicKey(key));
}
function readPrivateKey(pem) {
  const text = pem.trim();
  const kind = /^-----BEGIN ([A-Z0-9 ]{1,40})-----/u.exec(text)?.[1];
  if (kind === "ENCRYPTED PRIVATE KEY") throw new UsageError(`The signing key is encrypted. ${HOW}`);
  if (kind === "OPENSSH PRIVATE KEY") throw new UsageError(`The signing key is in OpenSSH’s own form. ${HOW}`);
  if (kind !== "PRIVATE KEY" || !/^-----BEGIN PRIVATE KEY-----[\sA-Za-z0-9+/=]+-----END PRIVATE KEY-----$/u.test(text))
    throw new UsageError(`The signing key can’t be read. ${HOW}`);
  const key = parse(text);
  if (!key) throw new UsageError(`The signing key can’t be read. ${HOW}`);
  if (key.asymmetricKeyType !== "ed25519")
    throw new UsageError(`The signing key is of another type than Ed25519. ${HOW}`);
  return key;
}
function parse(pem) {
  try {
    return createPrivateKey({ key: pem, format: "pem" });
  } catch {
    return null;
  }
}
function rawPublicKey(key) {
  const half = key.type === "public" ? key : createPublicKey(key);
  return half.export({ format: "der", type: "spki" }).subarray(-KEY_BYTES);
}

export {
  signerOf,
  publicKeyOf
};
