import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  clip
} from "./chunk-SZUHBQIL.js";
import {
  pages,
  parsed,
  send
} from "./chunk-UDABQ4SU.js";
import {
  external_exports
} from "./chunk-UWQLCXPR.js";

// src/io/github/write-comment.ts
var comment = external_exports.object({
  id: external_exports.int().min(1),
  body: external_exports.string().nullish(),
  html_url: external_exports.string().nullish(),
  performed_via_github_app: external_exports.object({ slug: external_exports.string().nullish() }).nullish()
});
var LONGEST = 65e3;
async function writeComment(github, number, { app, marker, body }) {
  const what = `comment on #${number}`;
  const listed = await pages(github, {
    what: `comments on #${number}`,
    route: "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
    item: comment,
    parameters: { issue_number: number }
  });
  if (!listed.ok) return listed;
  const ours = listed.value.filter(
    (each) => each.performed_via_github_app?.slug === app && (each.body ?? "").includes(marker)
  );
  const [oldest] = ours.toSorted((a, b) => a.id - b.id);
  const text = clip(body, LONGEST);
  if (oldest && sameText(oldest.body ?? "", text))
    return { ok: true, value: { id: oldest.id, url: oldest.html_url ?? null, written: false } };
  const sent = oldest ? await send(github, what, "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
    comment_id: oldest.id,
    body: text
  }) : await send(github, what, "POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
    issue_number: number,
    body: text
  });
  if (!sent.ok) return sent;
  const stands = parsed(what, sent.value, comment);
  if (!stands.ok) return stands;
  return { ok: true, value: { id: stands.value.id, url: stands.value.html_url ?? null, written: true } };
}
function sameText(a, b) {
  return a.replaceAll("\r\n", "\n").trim() === b.replaceAll("\r\n", "\n").trim();
}

export {
  writeComment
};
