import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  filesNamed,
  readYaml,
  sizeLimit,
  tooLarge
} from "./chunk-XOQACSSO.js";
import {
  findSecrets
} from "./chunk-XJ3N3HV6.js";
import {
  append,
  identify
} from "./chunk-VMXOJ7C2.js";
import {
  blobId,
  checkShape,
  placeAt
} from "./chunk-BBVGU6PE.js";
import {
  READING_CODES
} from "./chunk-3PMDYGTO.js";
import {
  RESERVED_IDS,
  entitlementName,
  isId
} from "./chunk-APARWUT7.js";
import {
  quote
} from "./chunk-F7BA4QXU.js";
import {
  nearest
} from "./chunk-MRFNKC6V.js";
import {
  readInstant
} from "./chunk-EZMMBTZM.js";

// src/book/builder.ts
var BookBuilder = class {
  #tree;
  #settings = null;
  #people = /* @__PURE__ */ new Map();
  #workloads = /* @__PURE__ */ new Map();
  #systems = /* @__PURE__ */ new Map();
  #entitlements = /* @__PURE__ */ new Map();
  #grants = /* @__PURE__ */ new Map();
  #ofSubject = /* @__PURE__ */ new Map();
  #ofEntitlement = /* @__PURE__ */ new Map();
  #rules = /* @__PURE__ */ new Map();
  #exceptions = /* @__PURE__ */ new Map();
  #suspensions = /* @__PURE__ */ new Map();
  #outOfBand = /* @__PURE__ */ new Map();
  #retrospectives = /* @__PURE__ */ new Map();
  #invalid = /* @__PURE__ */ new Map();
  constructor(tree) {
    this.#tree = tree;
  }
  /** Names a path that exists but does not count. */
  refuse(path, identity) {
    this.#invalid.set(path, identity);
  }
  /** Adds one file whose data has the shape of its kind. */
  add(entry, identity, bytes, data) {
    const { path } = entry;
    const blob = entry.blob ?? blobId(bytes);
    const made = (id) => ({
      id,
      path,
      blob,
      data: shaped(data)
    });
    switch (identity.kind) {
      case "settings":
        this.#settings = made("grantbook");
        return;
      case "person":
        this.#people.set(identity.id, made(identity.id));
        return;
      case "workload":
        this.#workloads.set(identity.id, made(identity.id));
        return;
      case "rule":
        this.#rules.set(identity.id, made(identity.id));
        return;
      case "exception":
        this.#exceptions.set(identity.id, made(identity.id));
        return;
      case "system":
        this.#systems.set(identity.id, made(identity.id));
        return;
      case "suspension":
        this.#suspensions.set(identity.id, made(identity.id));
        return;
      case "entitlement": {
        const name = entitlementName(identity.system, identity.id);
        this.#entitlements.set(name, { ...made(identity.id), system: identity.system, name });
        return;
      }
      case "out-of-band":
        this.#outOfBand.set(path, { ...made(identity.name), system: identity.system });
        return;
      case "retrospective": {
        const { system, entitlement, subject, start } = identity;
        this.#retrospectives.set(path, {
          ...made(`${subject}.${start}`),
          system,
          entitlement,
          subject,
          start
        });
        return;
      }
      case "grant":
      case "emergency":
        this.#addGrant(path, blob, identity, shaped(data));
    }
  }
  #addGrant(path, blob, identity, data) {
    const grant = {
      kind: identity.kind,
      path,
      blob,
      system: identity.system,
      entitlement: identity.entitlement,
      name: entitlementName(identity.system, identity.entitlement),
      subject: identity.subject,
      reason: data.reason,
      expires: readInstant(data.expires, "end"),
      starts: data.starts === void 0 ? null : readInstant(data.starts, "start"),
      hasStarts: data.starts !== void 0,
      ticket: data.ticket ?? null,
      requester: data.requester ?? null,
      task: data.task ?? null,
      incident: data.incident ?? null
    };
    this.#grants.set(path, grant);
    append(this.#ofSubject, grant.subject, grant);
    append(this.#ofEntitlement, grant.name, grant);
  }
  /** The book of everything added so far. */
  finish() {
    return {
      tree: this.#tree,
      settings: this.#settings,
      people: this.#people,
      workloads: this.#workloads,
      systems: this.#systems,
      entitlements: this.#entitlements,
      grants: this.#grants,
      grantsOfSubject: this.#ofSubject,
      grantsOfEntitlement: this.#ofEntitlement,
      rules: this.#rules,
      exceptions: this.#exceptions,
      suspensions: this.#suspensions,
      outOfBand: this.#outOfBand,
      retrospectives: this.#retrospectives,
      invalid: this.#invalid
    };
  }
};
function shaped(data) {
  return data;
}

// src/book/unknown-path.ts
var FOLDERS = [
  "people",
  "workloads",
  "rules",
  "exceptions",
  "systems",
  "emergency",
  "suspensions",
  "out-of-band",
  "retrospectives"
];
var ID_RULE = 'Ids are small letters, digits and "-", at most 63, beginning with a letter or digit.';
function explainUnknownPath(path) {
  const parts = path.split("/").slice(1);
  const name = parts.at(-1) ?? "";
  const folder = parts.length > 1 ? parts[0] ?? "" : "";
  if (folder === "") {
    return {
      message: `${quote(name)} is not a file that belongs directly into "grants/".`,
      fix: "Only grantbook.yaml stands there. Move it to the folder of its kind, or remove it."
    };
  }
  if (!FOLDERS.includes(folder)) {
    const meant = nearest(folder, FOLDERS);
    return {
      message: `There is no folder "grants/${plainFolder(folder)}".`,
      fix: meant === null ? `The folders are: ${FOLDERS.join(", ")}.` : `Did you mean "grants/${meant}/"?`
    };
  }
  if (!name.endsWith(".yaml")) {
    const yml = name.endsWith(".yml");
    return {
      message: `${quote(name)} does not end with ".yaml".`,
      fix: yml ? `Rename it to ${quote(`${name.slice(0, -4)}.yaml`)}.` : 'Only ".yaml" files belong under "grants/". Move it elsewhere, or remove it.'
    };
  }
  return explainName(folder, parts.slice(1, -1), name.slice(0, -".yaml".length));
}
function plainFolder(folder) {
  return quote(folder).slice(1, -1);
}
function explainName(folder, between, name) {
  const bad = between.find((part) => !isId(part));
  if (bad !== void 0) return { message: `The folder ${quote(bad)} is not an id.`, fix: ID_RULE };
  const simple = !["out-of-band", "retrospectives"].includes(folder);
  if (simple && RESERVED_IDS.has(name) && !(folder === "systems" && between.length > 0)) {
    return { message: `${quote(name)} is a reserved name and can't be an id.`, fix: "Choose another id." };
  }
  if (simple && !isId(name) && !RESERVED_IDS.has(name))
    return { message: `${quote(name)} is not an id.`, fix: ID_RULE };
  return {
    message: `No kind of file has this path.`,
    fix: SHAPES[folder] ?? "Move it to where its kind belongs, or remove it."
  };
}
var SHAPES = {
  systems: "Files here are <system>/system.yaml, <system>/<entitlement>/entitlement.yaml and <system>/<entitlement>/<subject>.yaml.",
  emergency: "Files here are <system>/<entitlement>/<subject>.yaml.",
  suspensions: "Files here are <subject>.yaml, without subfolders.",
  "out-of-band": "Files here are <system>/<type>.<principal>-<8 hex digits>.yaml, and are written by Grantbook.",
  retrospectives: "Files here are <system>/<entitlement>/<subject>.<start as 20261121T0310Z>.yaml."
};

// src/book/file-problems.ts
var LONGEST_PATH = 400;
var ENCODER = new TextEncoder();
function fileProblem(code, file, message, fix = READING_CODES[code].fix) {
  return { code, severity: "error", message, fix, file, pointer: [], at: { line: 1, column: 1 } };
}
function judgeEntry(entry, identity) {
  const { path, mode, size } = entry;
  if (path.length > LONGEST_PATH / 3 && ENCODER.encode(path).length > LONGEST_PATH) {
    return fileProblem("path-too-long", path, `The path is longer than ${LONGEST_PATH} bytes.`);
  }
  if (mode === "120000") return fileProblem("file-symlink", path, "This is a symbolic link.");
  if (mode === "160000") return fileProblem("file-submodule", path, "This is a submodule.");
  if (mode !== "100644" && mode !== "100755")
    return fileProblem("file-special", path, "This is not a regular file.");
  if (!identity) {
    const { message, fix } = explainUnknownPath(path);
    return fileProblem("file-unknown", path, message, fix);
  }
  const limit = sizeLimit(identity.kind);
  if (size !== null && size > limit) return fileProblem("file-too-large", path, tooLarge(limit));
  return null;
}

// src/book/duplicates.ts
function findDuplicates(files, has) {
  const claims = /* @__PURE__ */ new Map();
  for (const [path, identity] of files) {
    const key = claimOf(path, identity);
    if (key === null) continue;
    const others = claims.get(key);
    if (others) others.push(path);
    else claims.set(key, key !== path && has(key) ? [key, path] : [path]);
  }
  const problems = /* @__PURE__ */ new Map();
  for (const paths of claims.values()) {
    if (paths.length > 1) for (const path of paths) problems.set(path, duplicate(path, paths));
  }
  return problems;
}
function claimOf(path, identity) {
  switch (identity.kind) {
    case "person":
    case "workload":
      return `subject ${identity.id}`;
    case "rule":
    case "exception":
      return `${identity.kind} ${identity.id}`;
    case "grant":
    case "emergency": {
      const folder = identity.kind === "grant" ? "systems" : "emergency";
      const flat = `grants/${folder}/${identity.system}/${identity.entitlement}/${identity.subject}.yaml`;
      return flat === path ? null : flat;
    }
    case "settings":
    case "system":
    case "entitlement":
    case "suspension":
    case "out-of-band":
    case "retrospective":
      return null;
    default:
      return identity;
  }
}
function duplicate(path, paths) {
  const others = paths.filter((other) => other !== path);
  const shown = others.slice(0, 3).join(", ");
  const message = `This id is given by ${others.length === 1 ? "another file" : `${others.length} other files`} too: ${shown}. None of them counts.`;
  return {
    ...fileProblem("id-duplicate", path, message),
    related: others.slice(0, 10).map((file) => ({ file, pointer: [], message: "The same id." }))
  };
}

// src/book/secret-problems.ts
var DECODER = new TextDecoder("utf-8", { ignoreBOM: true });
var KEY_ID = "an AWS access key id";
function secretProblems(file, bytes) {
  const text = DECODER.decode(bytes);
  return findSecrets(text).filter(({ what }) => !(what === KEY_ID && file.startsWith("grants/out-of-band/"))).map(({ index, what }) => ({
    code: "secret-found",
    severity: "error",
    message: `This looks like ${what}. Nothing of this file is read.`,
    fix: READING_CODES["secret-found"].fix,
    file,
    pointer: [],
    at: placeAt(text, index)
  }));
}

// src/book/load.ts
function load(tree, contents, paths) {
  const loading = new Loading(tree, paths);
  for (const file of loading.wanted) loading.take(file, contents.get(file.entry.path));
  return loading.finish();
}
var Loading = class {
  /** Every file to give to {@link Loading.take}, sorted by path. The others are refused by their paths alone. */
  wanted;
  #builder;
  #problems = [];
  constructor(tree, paths) {
    this.#builder = new BookBuilder(tree);
    const files = paths ? chosen(tree, paths) : governed(tree);
    const duplicates = findDuplicates(
      identified(paths ? withNamesakes(tree, files) : files),
      (path) => tree.entries.has(path)
    );
    const wanted = [];
    for (const [entry, identity] of files) {
      const problem = judgeEntry(entry, identity) ?? duplicates.get(entry.path);
      if (problem || !identity) this.#refuse(entry, identity, problem ? [problem] : []);
      else wanted.push({ entry, identity });
    }
    this.wanted = wanted;
  }
  /** Takes the bytes of one file; undefined if it could not be read. They aren't kept. */
  take({ entry, identity }, bytes) {
    const problems = readInto(this.#builder, entry, identity, bytes);
    if (problems.length > 0) this.#refuse(entry, identity, problems);
  }
  finish() {
    const problems = this.#problems.toSorted((a, b) => a.file < b.file ? -1 : a.file > b.file ? 1 : 0);
    return { book: this.#builder.finish(), problems };
  }
  #refuse(entry, identity, problems) {
    this.#builder.refuse(entry.path, identity);
    this.#problems.push(...problems);
  }
};
function governed(tree) {
  const files = [];
  for (const entry of tree.entries.values())
    if (isGoverned(entry.path)) files.push([entry, identify(entry.path)]);
  return files;
}
function chosen(tree, paths) {
  const files = [];
  for (const path of [...paths].toSorted()) {
    const entry = tree.entries.get(path);
    if (entry && isGoverned(path)) files.push([entry, identify(path)]);
  }
  return files;
}
function* withNamesakes(tree, files) {
  const names = new Set(files.map(([entry]) => entry.path.slice(entry.path.lastIndexOf("/") + 1)));
  for (const name of names) {
    for (const entry of filesNamed(tree, name))
      if (isGoverned(entry.path)) yield [entry, identify(entry.path)];
  }
}
function isGoverned(path) {
  return path === "grants" || path.startsWith("grants/");
}
function* identified(files) {
  for (const [entry, identity] of files) if (identity) yield [entry.path, identity];
}
function readInto(builder, entry, identity, bytes) {
  const { path } = entry;
  if (!bytes) return [fileProblem("file-unreadable", path, "The file exists but could not be read.")];
  const secrets = secretProblems(path, bytes);
  if (secrets.length > 0) return secrets;
  const { data, problems } = readYaml(bytes, sizeLimit(identity.kind));
  if (!data) return problems.map((problem) => ({ ...problem, severity: "error", file: path }));
  const misfits = checkShape(identity.kind, data);
  if (misfits.length > 0) {
    return misfits.map(({ code, message, fix, pointer, atKey }) => ({
      code,
      severity: "error",
      message,
      fix,
      file: path,
      pointer,
      ...atKey ? { atKey } : {}
    }));
  }
  builder.add(entry, identity, bytes, data);
  return [];
}

export {
  secretProblems,
  load,
  Loading
};
