import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  ObjectReader,
  tryGit
} from "./chunk-LUKRZIK5.js";
import {
  UnableError
} from "./chunk-KCC7W5OC.js";
import {
  plain
} from "./chunk-F7BA4QXU.js";

// src/io/git/remote.ts
var OBJECT_ID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u;
var PATIENCE = "60";
var OVERRULED = [
  "protocol.allow=never",
  "protocol.http.allow=always",
  "protocol.https.allow=always",
  "credential.helper=",
  "http.followRedirects=false",
  "http.lowSpeedLimit=1",
  `http.lowSpeedTime=${PATIENCE}`,
  "fetch.recurseSubmodules=false",
  "push.recurseSubmodules=no",
  "push.gpgSign=false",
  "push.pushOption=",
  "maintenance.auto=false",
  "gc.auto=0"
].flatMap((setting) => ["-c", setting]);
function remoteSecrets({ url, token }) {
  const asking = { GIT_ASKPASS: "" };
  if (token === null) return asking;
  const key = `http.${url}.extraHeader`;
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  return {
    ...asking,
    GIT_CONFIG_COUNT: "2",
    GIT_CONFIG_KEY_0: key,
    GIT_CONFIG_VALUE_0: "",
    GIT_CONFIG_KEY_1: key,
    GIT_CONFIG_VALUE_1: `Authorization: Basic ${basic}`
  };
}
async function remoteRefs(root, remote, refs) {
  const done = await atRemote(root, remote, ["ls-remote", "--quiet", "--refs", "--", remote.url, ...refs]);
  if (done.status !== 0) throw failure("read the branches of", remote, done);
  const found = /* @__PURE__ */ new Map();
  for (const line of done.stdout.toString("utf8").split("\n")) {
    const [id = "", ref = ""] = line.split("	");
    if (refs.includes(ref) && OBJECT_ID.test(id)) found.set(ref, id);
  }
  return found;
}
async function fetchObjects(root, remote, wanted) {
  const missing = /* @__PURE__ */ new Set();
  let left = await absent(root, [...new Set(wanted)]);
  while (left.length > 0) {
    const args = [
      "fetch",
      "--quiet",
      "--no-tags",
      "--no-write-fetch-head",
      "--no-auto-gc",
      "--stdin",
      remote.url
    ];
    const done = await atRemote(root, remote, args, `${left.join("\n")}
`);
    if (done.status === 0) return missing;
    const refused = left.filter((one) => isMissing(one, done.stderr));
    if (refused.length === 0) throw failure("fetch from", remote, done);
    for (const one of refused) missing.add(one);
    left = left.filter((one) => !missing.has(one));
  }
  return missing;
}
async function absent(root, wanted) {
  const reader = new ObjectReader(root, "commit");
  try {
    const known = await reader.read(wanted.filter((one) => OBJECT_ID.test(one)));
    return wanted.filter((one) => !known.has(one));
  } finally {
    reader.close();
  }
}
function isMissing(wanted, stderr) {
  return stderr.split("\n").some(
    (line) => line.endsWith(`couldn't find remote ref ${wanted}`) || line.endsWith(`not our ref ${wanted}`) || line.endsWith(`Server does not allow request for unadvertised object ${wanted}`)
  );
}
async function fetchRef(root, remote, ref) {
  const id = (await remoteRefs(root, remote, [ref])).get(ref);
  if (id === void 0) return null;
  const missing = await fetchObjects(root, remote, [id]);
  if (missing.size > 0)
    throw new UnableError(`${told(remote)} doesn’t give the commit ${id} that its ${plain(ref)} stands at.`);
  return id;
}
async function pushRef(root, remote, id, ref, expected) {
  const args = [
    "push",
    "--quiet",
    "--porcelain",
    "--no-verify",
    "--atomic",
    `--force-with-lease=${ref}:${expected ?? ""}`,
    remote.url,
    `${id}:${ref}`
  ];
  const done = await atRemote(root, remote, args);
  if (done.status === 0) return "done";
  const stands = (await remoteRefs(root, remote, [ref])).get(ref) ?? null;
  if (stands === id) return "done";
  if (stands === expected) throw failure("push to", remote, done);
  return stands !== null && await holds(root, remote, stands, id) ? "done" : "raced";
}
async function holds(root, remote, stands, ours) {
  if ((await fetchObjects(root, remote, [stands])).size > 0)
    throw new UnableError(`${told(remote)} doesn’t give the commit ${stands} that it says it has.`);
  const { status } = await tryGit(root, ["merge-base", "--is-ancestor", ours, stands]);
  if (status === 0 || status === 1) return status === 0;
  throw new UnableError(`git can’t tell whether ${stands} contains ${ours}.`);
}
function atRemote(root, remote, args, input) {
  if (!/^https?:\/\//u.test(remote.url))
    throw new UnableError("The repository is reached over http or https alone. Correct GITHUB_SERVER_URL.");
  return tryGit(root, [...OVERRULED, ...args], input, remoteSecrets(remote));
}
function told({ url }) {
  return URL.canParse(url) ? plain(new URL(url).origin + new URL(url).pathname) : "The remote";
}
function failure(what, remote, { stdout, stderr }) {
  const lines = `${stdout.toString("utf8")}
${stderr}`.split("\n").map((line) => line.trim());
  const reason = lines.find((line) => /^(?:!|fatal:|error:|remote: error)/u.test(line)) ?? lines.find((line) => line !== "") ?? "it gave no reason";
  return new UnableError(`git can’t ${what} ${told(remote)}: ${shown(reason, remote)}`);
}
function shown(reason, { url }) {
  const words = reason.replaceAll("	", " ").replace(`unable to access '${url.replace(/\/?$/u, "/")}': `, "");
  return (words.slice(0, 300).match(/.{1,80}/gu) ?? []).map(plain).join("");
}

export {
  fetchObjects,
  fetchRef,
  pushRef
};
