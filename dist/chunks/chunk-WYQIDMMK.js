import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/render/report.ts
function countFindings(findings, files, grants) {
  const count = (severity) => findings.filter((each) => each.severity === severity).length;
  return { files, grants, errors: count("error"), warnings: count("warning") };
}
function summary({ files, grants, errors, warnings }) {
  const looked = `${plural(grants, "grant")} in ${plural(files, "file")}`;
  if (errors + warnings === 0) return `${looked}: nothing wrong.`;
  return `${looked}: ${plural(errors, "error")}, ${plural(warnings, "warning")}.`;
}
function plural(count, noun, many = `${noun}s`) {
  return `${count} ${count === 1 ? noun : many}`;
}

export {
  countFindings,
  summary,
  plural
};
