import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  UsageError
} from "./chunk-KCC7W5OC.js";

// src/commands/steps/propose/option-text.ts
function optionText(options, name) {
  const value = options[name];
  if (typeof value !== "string") return null;
  if (value.trim() === "") throw new UsageError(`--${name} is empty. Say what it is, or leave it out.`);
  return value;
}

export {
  optionText
};
