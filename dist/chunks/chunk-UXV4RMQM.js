import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/book/few.ts
function few(values, most = 3, between = ", ") {
  const rest = values.length - most;
  const more = `${between === ", " ? " " : between}and ${rest} more`;
  return `${values.slice(0, most).join(between)}${rest > 0 ? more : ""}`;
}

export {
  few
};
