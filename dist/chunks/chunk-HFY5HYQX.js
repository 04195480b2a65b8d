import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/approval/codeowners/pattern.ts
function compilePathPattern(pattern) {
  const segments = segmentsOf(pattern);
  if (segments === null) return () => false;
  const last = segments.at(-1);
  const below = last !== "**" && last !== "*";
  const parts = segments.map(compileSegment);
  return (path) => matchSegments(parts, path, below);
}
function segmentsOf(pattern) {
  if (pattern === "" || pattern === "/") return null;
  const rooted = pattern.startsWith("/");
  const parts = (rooted ? pattern.slice(1) : pattern).split("/");
  const folder = parts.length > 1 && parts.at(-1) === "";
  const named = folder ? parts.slice(0, -1) : parts;
  const anywhere = !rooted && named.length === 1 && named[0] !== "**";
  const inside = named.at(-1) === "**" ? ["*", "**"] : ["**"];
  return [...anywhere ? ["**"] : [], ...named, ...folder ? inside : []];
}
function compileSegment(segment) {
  if (segment === "**") return "folders";
  const tokens = tokensOf(segment);
  return (name) => matchName(tokens, name);
}
var ANY = /* @__PURE__ */ Symbol("*");
var ONE = /* @__PURE__ */ Symbol("?");
function tokensOf(segment) {
  const tokens = [];
  let escaped = false;
  for (const character of segment) {
    if (escaped) tokens.push(character);
    else if (character === "*") {
      if (tokens.at(-1) !== ANY) tokens.push(ANY);
    } else if (character === "?") tokens.push(ONE);
    else if (character !== "\\") tokens.push(character);
    escaped = !escaped && character === "\\";
  }
  return tokens;
}
function matchName(tokens, name) {
  const characters = Array.from(name);
  if (characters.length === 0) return false;
  let [token, character, star, resume] = [0, 0, -1, 0];
  while (character < characters.length) {
    const wanted = tokens[token];
    if (wanted === ANY) {
      star = token++;
      resume = character;
    } else if (wanted !== void 0 && (wanted === ONE || wanted === characters[character])) {
      token++;
      character++;
    } else if (star === -1) return false;
    else {
      token = star + 1;
      character = ++resume;
    }
  }
  while (tokens[token] === ANY) token++;
  return token === tokens.length;
}
function matchSegments(parts, path, below) {
  let [part, at, star, resume] = [0, 0, -1, 0];
  for (; ; ) {
    const wanted = parts[part];
    if (wanted === void 0 && (at === path.length || below)) return true;
    if (wanted === "folders") {
      if (part === parts.length - 1) return at < path.length;
      star = part++;
      resume = at;
    } else if (wanted !== void 0 && at < path.length && wanted(path[at] ?? "")) {
      part++;
      at++;
    } else if (star === -1 || resume >= path.length) return false;
    else {
      part = star + 1;
      at = ++resume;
    }
  }
}

// src/approval/codeowners/parse.ts
var TOO_LARGE = 3e6;
var OWNER = /^@[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:\/[A-Za-z0-9][A-Za-z0-9_.-]{0,99})?$/u;
var EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;
function parseCodeowners(text) {
  if (new TextEncoder().encode(text).length >= TOO_LARGE) {
    const what = "The file is 3 MB or more: GitHub doesn’t load it at all, and nothing has an owner.";
    return { rules: [], faults: [{ line: 1, column: 1, what, fix: "Use fewer or shorter lines." }] };
  }
  const rules = [];
  const faults = [];
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    const read = readLine(line, index + 1);
    if (read === null) continue;
    faults.push(...read.faults);
    if (read.rule) rules.push(read.rule);
  }
  return { rules, faults };
}
function readLine(text, line) {
  const [pattern = "", ...owners] = wordsOf(text);
  if (pattern === "") return null;
  const at = (word) => text.indexOf(word) + 1;
  const fault = (word, what, fix) => ({
    line,
    column: at(word),
    what,
    fix
  });
  const skipped = patternFault(pattern);
  if (skipped) return { rule: null, faults: [fault(pattern, skipped.what, skipped.fix)] };
  const bad = owners.find((owner) => !OWNER.test(owner) && !EMAIL.test(owner));
  if (bad !== void 0) {
    const what = `"${bad}" is not an owner: GitHub skips the whole line.`;
    return {
      rule: null,
      faults: [fault(bad, what, "Write @organization/team or @login, separated by blanks.")]
    };
  }
  const faults = [];
  if (/[[\]]/u.test(pattern))
    faults.push(
      fault(
        pattern,
        `"${pattern}" has brackets, which GitHub takes literally.`,
        "Write one line for each path."
      )
    );
  for (const owner of owners) {
    if (EMAIL.test(owner) && !OWNER.test(owner))
      faults.push(
        fault(owner, `"${owner}" is an address: who that is can’t be told.`, "Name a team or a login.")
      );
  }
  return { rule: { line, pattern, owners, matches: compilePathPattern(pattern) }, faults };
}
function patternFault(pattern) {
  if (pattern.startsWith("!"))
    return {
      what: `"${pattern}" begins with "!", which CODEOWNERS doesn’t know: GitHub skips the line.`,
      fix: "Give the path owners of its own below."
    };
  if (pattern.startsWith("\\#"))
    return {
      what: `"${pattern}" begins with an escaped "#", which GitHub takes for a comment.`,
      fix: 'Rename the file, or match it with "*".'
    };
  if (pattern.includes("***"))
    return {
      what: `"${pattern}" has three stars in a row: GitHub skips the line.`,
      fix: 'Write "*" or "**".'
    };
  return null;
}
function wordsOf(line) {
  const words = line.match(/(?:\\.|[^ \t\\]|\\$)+/gu) ?? [];
  const comment = words.findIndex((word) => word.startsWith("#"));
  return comment === -1 ? words : words.slice(0, comment);
}

export {
  TOO_LARGE,
  parseCodeowners
};
