import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/book/reading-codes.ts
var READING_CODES = {
  "file-unknown": {
    doc: "A file under `grants/` has a path that no kind of file has.",
    fix: "Move it to where its kind belongs, or remove it."
  },
  "file-symlink": {
    doc: "A symbolic link under `grants/`: what it points to could change without a review.",
    fix: "Replace the link by the file itself."
  },
  "file-submodule": {
    doc: "A submodule under `grants/`: its content is reviewed elsewhere.",
    fix: "Remove the submodule."
  },
  "file-special": {
    doc: "Something under `grants/` that is no regular file.",
    fix: "Remove it."
  },
  "file-unreadable": {
    doc: "A file that exists could not be read, so nothing is known of what it says.",
    fix: "Make it readable, or fetch the missing objects."
  },
  "file-too-large": {
    doc: "A file is larger than its kind may be.",
    fix: "Split it, or shorten its texts."
  },
  "file-empty": {
    doc: "A file says nothing.",
    fix: "Fill it in, or remove it."
  },
  "path-too-long": {
    doc: "A path is longer than 400 bytes.",
    fix: "Shorten it."
  },
  "id-duplicate": {
    doc: "Two files give the same id (in two folders, or to a person and a workload). Neither counts.",
    fix: "Rename one of them, or remove it."
  },
  "secret-found": {
    doc: "A file holds something that looks like a key, token or password. It is refused, and the text is never repeated.",
    fix: "Remove it and revoke it where it was issued: history keeps what was ever committed."
  },
  "yaml-encoding": {
    doc: "The bytes are not UTF-8.",
    fix: "Save the file as UTF-8."
  },
  "yaml-bom": {
    doc: "The file begins with, or holds, a byte-order mark.",
    fix: "Save the file as UTF-8 without a byte-order mark."
  },
  "yaml-character": {
    doc: "NUL, another control character, a lone surrogate or an invisible character that turns the direction of text.",
    fix: "Remove the character."
  },
  "yaml-syntax": {
    doc: "The text is not YAML.",
    fix: "Correct the text at this place."
  },
  "yaml-directive": {
    doc: "A YAML directive (`%YAML`, `%TAG`).",
    fix: "Remove the line."
  },
  "yaml-documents": {
    doc: "A file holds more than one YAML document.",
    fix: "Keep one document a file."
  },
  "yaml-anchor": {
    doc: "A YAML anchor (`&name`).",
    fix: "Remove the anchor and write values out."
  },
  "yaml-alias": {
    doc: "A YAML alias (`*name`).",
    fix: "Write the value out."
  },
  "yaml-merge-key": {
    doc: "A YAML merge key (`<<`).",
    fix: "Write the fields out."
  },
  "yaml-tag": {
    doc: "A YAML tag (`!name`).",
    fix: "Remove the tag; put text in quotes."
  },
  "yaml-complex-key": {
    doc: "A key that is a mapping, a list, or marked with `?`.",
    fix: "Write the field as `name: value`."
  },
  "yaml-key-type": {
    doc: "A key that is not text (a number, `true`, `null`, nothing).",
    fix: "Put the key in quotes."
  },
  "yaml-key-unsafe": {
    doc: "A key that programs treat specially (`__proto__`).",
    fix: "Rename the key."
  },
  "yaml-duplicate-key": {
    doc: "The same key twice in one mapping.",
    fix: "Keep one of them."
  },
  "yaml-number": {
    doc: "A number that is read differently by different programs (leading zeros, `0x`, beyond 2^53, `.inf`).",
    fix: "Write a plain decimal number, or put it in quotes if it is a name."
  },
  "yaml-depth": {
    doc: "Mappings and lists nested more than 8 deep.",
    fix: "Write it flatter."
  },
  "yaml-root": {
    doc: "The file is not a mapping of fields to values.",
    fix: "Write `field: value` lines."
  },
  "field-unknown": {
    doc: "A field that this kind of file does not have.",
    fix: "Correct the name, or remove the field."
  },
  "field-missing": {
    doc: "A required field is missing.",
    fix: "Add it."
  },
  "field-type": {
    doc: "A value of the wrong type (a number where text belongs, nothing at all, …).",
    fix: "Write a value of the right type."
  },
  "field-value": {
    doc: "A value of the right type that is not one of those allowed, or not in their form.",
    fix: "Write one of the allowed values."
  },
  "field-length": {
    doc: "A text or list that is too short or too long, or a number out of range.",
    fix: "Keep to the limits."
  },
  "field-choice": {
    doc: "A mapping that must have exactly one of several forms has none or mixes them.",
    fix: "Keep the fields of one form."
  }
};

export {
  READING_CODES
};
