import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/book/secrets.ts
var BEGINS = /(?:(?<![A-Za-z0-9])|(?<=\\(?:[A-Za-z0-9]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})))/u;
function begins({ source }) {
  return new RegExp(`${BEGINS.source}(?:${source})`, "gu");
}
var PATTERNS = [
  {
    what: "an AWS access key id",
    pattern: begins(/A(?:KIA|SIA|BIA|CCA)[A-Z2-7]{16}(?![A-Za-z0-9])/u)
  },
  {
    what: "a private key",
    pattern: /-----BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)?-----[A-Za-z0-9+/=\s]{0,10000}/gu
  },
  { what: "a PuTTY private key", pattern: /PuTTY-User-Key-File-\d/gu },
  { what: "a GitHub token", pattern: begins(/gh[pousr]_[A-Za-z0-9]{36,255}/u) },
  { what: "a GitHub token", pattern: begins(/github_pat_[A-Za-z0-9_]{22,255}/u) },
  { what: "a GitLab token", pattern: begins(/glpat-[A-Za-z0-9_-]{20,64}/u) },
  { what: "a Slack token", pattern: begins(/xox[abeoprs]-[A-Za-z0-9-]{10,250}/u) },
  { what: "a Google API key", pattern: begins(/AIza[A-Za-z0-9_-]{35}/u) },
  { what: "a Stripe key", pattern: begins(/[rs]k_live_[A-Za-z0-9]{20,250}/u) },
  { what: "an npm token", pattern: begins(/npm_[A-Za-z0-9]{36}/u) },
  { what: "an API key", pattern: begins(/sk-(?:ant-|proj-)[A-Za-z0-9_-]{20,250}/u) },
  {
    what: "a JSON web token",
    pattern: begins(/eyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{8,2000}\.[A-Za-z0-9_-]{0,2000}/u)
  },
  { what: "a password in a link", pattern: /[a-z]{2,10}:\/\/[^\s/:@"']{1,100}:([^\s/:@"']{3,100})@/gu },
  {
    what: "a secret value",
    pattern: /(?:secret|passw(?:or)?d|passphrase|token|api[_-]?key|access[_-]?key|credential)[A-Za-z_-]{0,20}["']?\s{0,3}[:=]\s{0,3}["']?([A-Za-z0-9+/=_.~!@#$%^&*-]{16,256})/giu,
    random: true
  },
  {
    what: "an AWS secret access key",
    pattern: /(?:(?<![A-Za-z0-9+/=])|(?<=\\[A-Za-z0-9]))([A-Za-z0-9+/]{40})(?![A-Za-z0-9+/=])/gu,
    random: true
  }
];
var HINT = /A[KSBC][IC]A|PRIVATE KEY|PuTTY|gh[pousr]_|_pat_|pat-|xox|AIza|k_live_|npm_|sk-|eyJ|[a-z]:\/\/[^\s/@]{1,200}@|[sS][eE][cC][rR]|[pP][aA][sS][sS][wWpP]|[tT][oO][kK][eE][nN]|[kK][eE][yY]|[cC][rR][eE][dD]/u;
var SECRET_KEY_LENGTH = 40;
function findSecrets(text) {
  if (!HINT.test(text) && !hasLongRun(text)) return [];
  const hits = /* @__PURE__ */ new Map();
  for (const { what, pattern, random } of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const index = match[1] === void 0 ? match.index : match.index + match[0].indexOf(match[1]);
      if (random && !looksRandom(match[1] ?? "")) continue;
      if (!hits.has(index)) hits.set(index, { index, what });
    }
  }
  return [...hits.values()].toSorted((a, b) => a.index - b.index);
}
function withoutSecrets(text) {
  if (findSecrets(text).length === 0) return text;
  return PATTERNS.reduce(
    (left, { pattern, random }) => left.replace(pattern, (whole, group) => {
      const secret = typeof group === "string" ? group : whole;
      return random && !looksRandom(secret) ? whole : whole.replace(secret, "[secret]");
    }),
    text
  );
}
function looksRandom(text) {
  const mixed = /[a-z]/u.test(text) && /[A-Z]/u.test(text) && /\d/u.test(text);
  return mixed && entropy(text) >= 3.5;
}
function entropy(text) {
  const counts = /* @__PURE__ */ new Map();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= count / text.length * Math.log2(count / text.length);
  return bits;
}
function hasLongRun(text) {
  for (let at = SECRET_KEY_LENGTH - 1; at < text.length; ) {
    let back = at;
    while (back > at - SECRET_KEY_LENGTH && isBase64(text.charCodeAt(back))) back--;
    if (back === at - SECRET_KEY_LENGTH) return true;
    at = back + SECRET_KEY_LENGTH;
  }
  return false;
}
function isBase64(code) {
  const letter = code >= 97 && code <= 122 || code >= 65 && code <= 90;
  return letter || code >= 47 && code <= 57 || code === 43;
}

export {
  findSecrets,
  withoutSecrets
};
