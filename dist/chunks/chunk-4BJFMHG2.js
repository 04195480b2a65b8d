import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  compose
} from "./chunk-LUKRZIK5.js";
import {
  require_dist
} from "./chunk-IGNZ6A6A.js";
import {
  withoutSecrets
} from "./chunk-XJ3N3HV6.js";
import {
  placeAt
} from "./chunk-7ETONKNL.js";
import {
  compare
} from "./chunk-XW4OEFHM.js";
import {
  __toESM
} from "./chunk-XCNTR6TK.js";

// src/book/yaml/locate.ts
var import_yaml = __toESM(require_dist(), 1);
var Locator = class {
  #text;
  #root;
  constructor(text) {
    this.#text = text;
  }
  /**
   * Where a pointer leads: line and column of the value, or of its key with `atKey`. A value that isn't there is where
   * its nearest parent is; a text that can't be read strictly has only its beginning. The root's own place is 1:1.
   */
  locate(pointer, atKey = false) {
    if (pointer.length === 0) return { line: 1, column: 1 };
    if (this.#root === void 0) this.#root = compose(this.#text).document?.contents ?? null;
    let node = this.#root;
    let offset = 0;
    for (const [index, step] of pointer.entries()) {
      const last = index === pointer.length - 1;
      if ((0, import_yaml.isMap)(node)) {
        const pair = findPair(node.items, String(step));
        if (!pair) break;
        const key = pair.key.range[0];
        node = pair.value;
        offset = last && atKey ? key : startOf(node, key);
      } else if ((0, import_yaml.isSeq)(node)) {
        const item = node.items[Number(step)];
        if (item === void 0) break;
        node = item;
        offset = startOf(node, offset);
      } else break;
    }
    return placeAt(this.#text, offset);
  }
};
function findPair(pairs, key) {
  return pairs.find((pair) => (0, import_yaml.isScalar)(pair.key) && pair.key.value === key);
}
function startOf(node, key) {
  if (node === null || (0, import_yaml.isScalar)(node) && node.range[0] === node.range[1]) return key;
  return node.range[0];
}

// src/findings/locate.ts
function locate(problems, sources) {
  const find = finder(sources);
  const findings = problems.map((problem) => place(problem, find)).toSorted(byPlace);
  return findings.filter((finding, index) => {
    const before = findings[index - 1];
    return before === void 0 || byPlace(before, finding) !== 0;
  });
}
function place(problem, find) {
  const { code, severity, message, fix, file, pointer, atKey, at, related } = problem;
  return {
    code,
    severity,
    message: withoutSecrets(message),
    fix: withoutSecrets(fix),
    file,
    ...at ?? find(file, pointer, atKey === true),
    related: (related ?? []).map((other) => ({
      file: other.file,
      ...find(other.file, other.pointer, false),
      message: withoutSecrets(other.message)
    }))
  };
}
function finder(sources) {
  const locators = /* @__PURE__ */ new Map();
  return (file, pointer, atKey) => {
    if (pointer.length === 0) return { line: 1, column: 1 };
    let locator = locators.get(file);
    if (locator === void 0) {
      const text = sources(file);
      locator = text === null ? null : new Locator(text);
      locators.set(file, locator);
    }
    return locator?.locate(pointer, atKey) ?? { line: 1, column: 1 };
  };
}
function byPlace(a, b) {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code) || compare(a.message, b.message);
}

// src/commands/placed.ts
async function placed(source, problems) {
  const texts = /* @__PURE__ */ new Map();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  for (const file of new Set(
    problems.flatMap((told) => [told.file, ...(told.related ?? []).map((other) => other.file)])
  )) {
    const bytes = await source.bytes(file);
    if (bytes) texts.set(file, decoder.decode(bytes));
  }
  const sources = (file) => texts.get(file) ?? null;
  return { findings: locate(problems, sources), sources };
}

export {
  locate,
  placed
};
