import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  load
} from "./chunk-VSTNN46Q.js";
import {
  identify
} from "./chunk-LZOWS2TE.js";

// src/evidence/audit/approved-book.ts
function readAlone(path, blob, bytes) {
  const entry = { path, mode: "100644", blob, size: bytes.byteLength };
  return load({ entries: /* @__PURE__ */ new Map([[path, entry]]) }, /* @__PURE__ */ new Map([[path, bytes]])).book;
}
var ApprovedBook = class {
  #people = /* @__PURE__ */ new Map();
  #workloads = /* @__PURE__ */ new Map();
  #systems = /* @__PURE__ */ new Map();
  #entitlements = /* @__PURE__ */ new Map();
  #suspensions = /* @__PURE__ */ new Map();
  #invalid = /* @__PURE__ */ new Map();
  #provedPeople = /* @__PURE__ */ new Map();
  #provedSuspensions = /* @__PURE__ */ new Map();
  #numbers = /* @__PURE__ */ new Map();
  #changed = /* @__PURE__ */ new Map();
  #settings = null;
  #book = null;
  /** As a book: grants, rules and what else an audit doesn't ask for are left out. */
  get book() {
    return this.#book ??= {
      tree: { entries: /* @__PURE__ */ new Map() },
      settings: this.#settings,
      people: this.#people,
      workloads: this.#workloads,
      systems: this.#systems,
      entitlements: this.#entitlements,
      grants: /* @__PURE__ */ new Map(),
      grantsOfSubject: /* @__PURE__ */ new Map(),
      grantsOfEntitlement: /* @__PURE__ */ new Map(),
      rules: /* @__PURE__ */ new Map(),
      exceptions: /* @__PURE__ */ new Map(),
      suspensions: this.#suspensions,
      outOfBand: /* @__PURE__ */ new Map(),
      retrospectives: /* @__PURE__ */ new Map(),
      invalid: this.#invalid
    };
  }
  /** People by their last proved file: who may approve is never decided by what nobody approved. */
  get proved() {
    return { people: this.#provedPeople, suspensions: this.#provedSuspensions };
  }
  /** Ids of people whose proved file names an account by this number. */
  peopleOf(number) {
    return this.#numbers.get(number) ?? NOBODY;
  }
  /** When a file last changed, by the event that says so; `-Infinity` if it hasn't since genesis. */
  changedAt(path) {
    return this.#changed.get(path) ?? -Infinity;
  }
  /** Follows one file to its next form; `bytes` undefined: it is gone, or can't be read. */
  move(path, blob, bytes, at, proved) {
    const identity = identify(path);
    if (!identity || identity.kind === "grant" || identity.kind === "emergency") return;
    this.#book = null;
    this.#changed.set(path, at);
    const alone = blob !== null && bytes ? readAlone(path, blob, bytes) : null;
    this.#invalid.delete(path);
    if (blob !== null && (!alone || alone.invalid.has(path))) this.#invalid.set(path, identity);
    switch (identity.kind) {
      case "settings":
        this.#settings = alone?.settings ?? null;
        return;
      case "person":
        this.#movePerson(identity.id, alone?.people.get(identity.id), proved);
        return;
      case "workload":
        put(this.#workloads, identity.id, alone?.workloads.get(identity.id));
        return;
      case "system":
        put(this.#systems, identity.id, alone?.systems.get(identity.id));
        return;
      case "entitlement": {
        const name = `${identity.system}/${identity.id}`;
        put(this.#entitlements, name, alone?.entitlements.get(name));
        return;
      }
      case "suspension":
        put(this.#suspensions, identity.id, alone?.suspensions.get(identity.id));
        if (proved) put(this.#provedSuspensions, identity.id, alone?.suspensions.get(identity.id));
        return;
      case "rule":
      case "exception":
      case "out-of-band":
      case "retrospective":
    }
  }
  /** A file's present form, to which it was only reduced, is proved from now on. */
  prove(path) {
    const identity = identify(path);
    this.#book = null;
    if (identity?.kind === "person") this.#provePerson(identity.id, this.#people.get(identity.id));
    if (identity?.kind === "suspension")
      put(this.#provedSuspensions, identity.id, this.#suspensions.get(identity.id));
  }
  #movePerson(id, person, proved) {
    put(this.#people, id, person);
    if (proved) this.#provePerson(id, person);
  }
  #provePerson(id, person) {
    const before = this.#provedPeople.get(id)?.data.githubId;
    if (before !== void 0) this.#numbers.get(before)?.delete(id);
    put(this.#provedPeople, id, person);
    const number = person?.data.githubId;
    if (number === void 0) return;
    const known = this.#numbers.get(number) ?? /* @__PURE__ */ new Set();
    this.#numbers.set(number, known.add(id));
  }
};
var NOBODY = /* @__PURE__ */ new Set();
function put(map, key, value) {
  if (value === void 0) map.delete(key);
  else map.set(key, value);
}

export {
  readAlone,
  ApprovedBook
};
