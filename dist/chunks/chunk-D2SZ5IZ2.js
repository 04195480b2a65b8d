import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);

// src/approval/codeowners/generate.ts
var CODEOWNERS_PATH = ".github/CODEOWNERS";
var HEAD = `# Generated from the files under grants/ by "npx grantbook codeowners". Don't edit: change those and run it again.
# The last line that matches a path wins.
`;
function generateCodeowners(book) {
  const settings = book.settings?.data;
  if (!settings) return null;
  const { governance, security } = settings;
  const lines = [line("*", [governance])];
  const systems = [...book.systems.values()].toSorted(byId);
  const entitlements = [...book.entitlements.values()].toSorted((a, b) => a.name < b.name ? -1 : 1);
  for (const { data, name } of entitlements)
    lines.push(line(`/grants/systems/${name}/`, everyone(data.approvers)));
  for (const { name } of entitlements)
    lines.push(line(`/grants/systems/${name}/entitlement.yaml`, [governance]));
  for (const { id } of systems) lines.push(line(`/grants/systems/${id}/system.yaml`, [governance]));
  for (const { data, name } of entitlements) {
    if (data.emergency) lines.push(line(`/grants/emergency/${name}/`, data.emergency.approvers));
  }
  lines.push(line("/grants/suspensions/", [security]));
  for (const { data, id } of systems)
    lines.push(line(`/grants/out-of-band/${id}/`, [...loginOf(book, data.owner), governance]));
  for (const { data, name } of entitlements)
    lines.push(line(`/grants/retrospectives/${name}/`, [...loginOf(book, data.owner), governance]));
  return HEAD + lines.join("");
}
function everyone(approvers) {
  return [...new Set(approvers.flat())];
}
function loginOf(book, person) {
  const login = book.people.get(person)?.data.github;
  return login === void 0 ? [] : [`@${login}`];
}
function line(pattern, owners) {
  return `${[pattern, ...new Set(owners)].join(" ")}
`;
}
function byId(a, b) {
  return a.id < b.id ? -1 : 1;
}

export {
  CODEOWNERS_PATH,
  generateCodeowners
};
