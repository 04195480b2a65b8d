import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  CHANGE_ME,
  NO_COMMIT,
  SCHEMAS,
  feedbackWorkflows,
  ownWorkflows,
  runnerWorkflows
} from "./chunk-QAW5DVL7.js";
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import {
  CODEOWNERS_PATH,
  generateCodeowners
} from "./chunk-D2SZ5IZ2.js";
import {
  openWorkingTree
} from "./chunk-ZCONMND2.js";
import "./chunk-VSTNN46Q.js";
import "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import {
  VERSION
} from "./chunk-E3WPCVQO.js";
import "./chunk-XJ3N3HV6.js";
import {
  logLine
} from "./chunk-BLCINO24.js";
import "./chunk-LZOWS2TE.js";
import "./chunk-3OOSBJ24.js";
import "./chunk-7ETONKNL.js";
import "./chunk-3PMDYGTO.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import "./chunk-UI4DGNQ4.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-3ZSDZPIB.js";
import "./chunk-XCNTR6TK.js";

// src/commands/init.ts
import { join as join2, relative, resolve } from "node:path";

// src/init/book-files.ts
function bookFiles(answers, placeholderKey2) {
  const [organization = ""] = answers.repository.split("/");
  return /* @__PURE__ */ new Map([
    ["grants/grantbook.yaml", settings(answers, organization, placeholderKey2)],
    ["grants/people/first-person.yaml", person("First Person", "first.person", 1)],
    ["grants/people/second-person.yaml", person("Second Person", "second.person", 2)]
  ]);
}
function settings({ repository, app, signer }, organization, placeholder) {
  const key = signer === null ? `    # ${CHANGE_ME}: the line that "npx grantbook keygen" prints. Nobody holds this one's private half.
    - "${placeholder}"` : `    - "${signer}"`;
  return `# yaml-language-server: $schema=../schemas/settings.schema.json
organization: ${organization}
repository: ${repository}
governance: "@${organization}/access-governance" # owns everything that has no nearer owner
security: "@${organization}/security" # owns suspensions
app: ${app} # slug of the GitHub App
evidence:
  signers:
${key}
ticket:
  pattern: "[A-Z]{2,10}-[0-9]+"
  url: "https://tickets.example.com/{ticket}" # ${CHANGE_ME}

# What each risk demands. An entitlement may ask for less time than its tier, never for more.
risk:
  low: { maxDuration: 365d, approvals: 1, ticket: optional }
  medium: { maxDuration: 180d, approvals: 1, ticket: optional }
  high: { maxDuration: 30d, maxTotal: 180d, approvals: 1, ticket: required }
  critical: { maxDuration: 8h, maxTotal: 30d, approvals: 2, ticket: required }

approvals: { maxAge: 14d }
emergency: { maxDuration: 4h, renewals: 1, reviewWithin: 3d }
outOfBand: { expiresAfter: 7d, tolerateFor: 180d }
guard: { share: 0.1, floor: 5 }
notice: 7d
keys: { maxAge: 90d }
orphans: { grace: 7d }
heartbeat: { staleAfter: 26h }
`;
}
var NOBODY = 9e12;
function person(name, login, n) {
  return `# yaml-language-server: $schema=../../schemas/person.schema.json
# ${CHANGE_ME}: name the file after the person, and set everything below. "gh api users/LOGIN --jq .id" gives the number.
name: ${name}
email: ${login}@example.com
github: ${login.replace(".", "-")}
githubId: ${NOBODY + n}
`;
}

// src/init/editor-files.ts
var SCHEMAS2 = [
  ["settings", "grants/grantbook.yaml"],
  ["person", "grants/people/**/*.yaml"],
  ["workload", "grants/workloads/**/*.yaml"],
  ["rule", "grants/rules/**/*.yaml"],
  ["exception", "grants/exceptions/**/*.yaml"],
  ["system", "grants/systems/*/system.yaml"],
  ["entitlement", "grants/systems/**/entitlement.yaml"],
  ["grant", "grants/systems/*/**/!(system|entitlement).yaml"],
  ["emergency", "grants/emergency/**/*.yaml"],
  ["suspension", "grants/suspensions/*.yaml"],
  ["out-of-band", "grants/out-of-band/**/*.yaml"],
  ["retrospective", "grants/retrospectives/**/*.yaml"]
];
function editorFiles() {
  const schemas = Object.fromEntries(SCHEMAS2.map(([kind, glob]) => [`./schemas/${kind}.schema.json`, glob]));
  return /* @__PURE__ */ new Map([
    [".vscode/extensions.json", json({ recommendations: ["redhat.vscode-yaml"] })],
    [".vscode/settings.json", json({ "yaml.schemas": schemas, "files.eol": "\n" })],
    [".gitattributes", "* text=auto eol=lf\n"]
  ]);
}
function json(value) {
  return `${JSON.stringify(value, null, 2)}
`;
}

// src/init/readme.ts
function bookReadme({ repository }, runner) {
  const prover = runner ? "A separate runner repository, which nobody who requests or approves here can write to, proves and applies what is merged." : "The workflows in `.github/workflows/` prove and apply what is merged.";
  return `# Access of ${repository.split("/")[0] ?? ""}

Who may do what, why, and until when: a file each under \`grants/\`. Adding a file in a pull request is the request, the
review of its code owners is the approval, and merging it makes it so. ${prover}
The branch \`evidence\` holds the signed record.

| to | do |
|---|---|
| ask for access | add \`grants/systems/SYSTEM/ENTITLEMENT/YOU.yaml\` in a pull request: a reason and a date |
| see what is wrong with a file | \`npx grantbook validate\` |
| see who must approve a path | \`npx grantbook owners PATH\` |
| see what is set up wrongly | \`npx grantbook doctor\` |

## Setting up
1. Replace everything that is marked CHANGE ME, then run \`npx grantbook codeowners\` and \`npx grantbook validate\`.
2. Follow *Setting up* in Grantbook's documentation: the GitHub App, environments, secrets, the ruleset.
3. Run \`npx grantbook doctor\` until nothing is left, and then the workflow *Genesis*, once.
`;
}
function runnerReadme({ repository }) {
  return `# Runner for ${repository}

Proves and applies what is merged in \`${repository}\`. It is a repository of its own so that whoever can change that one,
its administrators included, can't change what judges it. Give write access to nobody who requests or approves access.

The environments \`grantbook-verdict\`, \`grantbook-apply\` and \`grantbook-genesis\` and their secrets belong here, and
nothing of them there. The workflows run by schedule; a \`repository_dispatch\` of type \`grantbook\` makes them run at once.
`;
}

// src/init/files.ts
function newBook(answers, { placeholderKey: placeholderKey2, version, runner }) {
  const tool = { uses: answers.uses, version };
  return new Map([
    ...bookFiles(answers, placeholderKey2),
    ...Object.entries(SCHEMAS),
    ...editorFiles(),
    ...runner ? feedbackWorkflows(tool) : ownWorkflows(tool),
    ["README.md", bookReadme(answers, runner)]
  ]);
}
function newRunner(answers, version) {
  return new Map([
    ...runnerWorkflows({ uses: answers.uses, version }, answers.repository),
    ["README.md", runnerReadme(answers)]
  ]);
}

// src/commands/init/ask.ts
import { generateKeyPairSync } from "node:crypto";
import { createInterface } from "node:readline/promises";
var QUESTIONS = {
  repository: {
    option: "repository",
    ask: "Repository that will hold the files, owner/name",
    shape: /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/u,
    example: "acme/access",
    otherwise: "acme/access"
  },
  app: {
    option: "app",
    ask: "Slug of the GitHub App",
    shape: /^[a-z0-9][a-z0-9-]{0,99}$/u,
    example: "grantbook-acme",
    otherwise: "grantbook-acme"
  },
  uses: {
    option: "uses",
    ask: "Grantbook action that the workflows use, owner/name@commit",
    shape: /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}@[0-9a-f]{40}$/u,
    example: "acme/grantbook@0123456789abcdef0123456789abcdef01234567",
    otherwise: `acme/grantbook@${NO_COMMIT}`
  },
  signer: {
    option: "signer",
    ask: 'Public key that "grantbook keygen" printed (empty: later)',
    shape: /^(?:ssh-ed25519 [A-Za-z0-9+/]{68}(?: [A-Za-z0-9@._-]{1,100})?)?$/u,
    example: "ssh-ed25519 AAAA… apply-2026",
    otherwise: ""
  }
};
async function answersOf(options, io, asks) {
  const lines = asks ? createInterface({ input: process.stdin, output: process.stderr }) : null;
  const answer = async (question) => {
    const given = options[question.option];
    if (typeof given === "string") return fitting(question, given);
    if (!lines) return question.otherwise;
    for (; ; ) {
      const said = (await lines.question(`${question.ask} [${question.otherwise}]: `, { signal: io.signal })).trim();
      if (said === "" || question.shape.test(said)) return said === "" ? question.otherwise : said;
      io.err(`It looks like ${question.example}.
`);
    }
  };
  try {
    const repository = await answer(QUESTIONS.repository);
    const app = await answer(QUESTIONS.app);
    const uses = await answer(QUESTIONS.uses);
    const signer = await answer(QUESTIONS.signer);
    return { repository, app, uses, signer: signer === "" ? null : signer };
  } finally {
    lines?.close();
  }
}
function fitting({ option, shape, example }, given) {
  if (given !== "" && shape.test(given)) return given;
  throw new UsageError(`--${option} must look like ${example}, not "${given}".`);
}
function placeholderKey() {
  const { publicKey } = generateKeyPairSync("ed25519");
  const raw = publicKey.export({ format: "der", type: "spki" }).subarray(-32);
  const blob = Buffer.concat([Buffer.from("\0\0\0\vssh-ed25519\0\0\0 ", "latin1"), raw]);
  return `ssh-ed25519 ${blob.toString("base64")} placeholder`;
}

// src/commands/init/write.ts
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
async function writeNew(folder, files) {
  const written = [];
  const kept = [];
  for (const [path, text] of files) {
    const target = join(folder, path);
    try {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text, { flag: "wx" });
      written.push(path);
    } catch (error) {
      if (codeOf(error) !== "EEXIST")
        throw new UnableError(`${target} can’t be written (${codeOf(error)}).`, { cause: error });
      kept.push(path);
    }
  }
  return { written: written.toSorted(), kept: kept.toSorted() };
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}

// src/commands/init.ts
var command = {
  formats: ["text", "json"],
  example: "npx grantbook init access --repository acme/access --app grantbook-acme",
  describe: (c) => {
    c.argument("<dir>", "folder of the new repository; files that are there already stay as they are").option("--runner <dir>", "write the hardened form: what proves and applies goes into this repository").option("--repository <owner/name>", "the repository on GitHub").option("--app <slug>", "the GitHub App").option("--uses <owner/name@commit>", "the Grantbook action that the workflows use").option("--signer <key>", "SSH public key that signs the evidence");
  },
  run: async ([dir = "", ...more], options, common, io) => {
    if (more.length > 0) throw new UsageError(`init takes one folder, but was also given "${more[0] ?? ""}".`);
    const folder = resolve(io.cwd, dir);
    const runner = typeof options["runner"] === "string" ? resolve(io.cwd, options["runner"]) : null;
    if (runner === folder)
      throw new UsageError("--runner must be another folder: the point is that they are apart.");
    const asks = io.terminal.out && io.terminal.err && process.stdin.isTTY && common.format === "text";
    const answers = await answersOf(options, io, asks);
    const book = newBook(answers, {
      placeholderKey: placeholderKey(),
      version: VERSION,
      runner: runner !== null
    });
    const written = [await writeNew(folder, book), await writeCodeowners(folder)];
    if (runner !== null) {
      const there = await writeNew(runner, newRunner(answers, VERSION));
      const named = (path) => relative(folder, join2(runner, path));
      written.push({ written: there.written.map(named), kept: there.kept.map(named) });
    }
    tell(written, folder, common, io);
    return 0;
  }
};
async function writeCodeowners(folder) {
  const source = openWorkingTree(folder);
  try {
    const text = generateCodeowners((await source.load()).book);
    return await writeNew(folder, new Map(text === null ? [] : [[CODEOWNERS_PATH, text]]));
  } finally {
    source.close();
  }
}
function tell(all, folder, { format, quiet }, io) {
  const files = all.flatMap(({ written }) => written).toSorted();
  if (!quiet) {
    for (const path of all.flatMap(({ kept }) => kept).toSorted())
      io.err(`${logLine(path)} is there already and was left as it is.
`);
  }
  if (format === "json") {
    io.out(renderJson({ format: 1, ok: true, files }));
    return;
  }
  for (const path of files) io.out(`${logLine(path)}
`);
  io.out(
    `${files.length} files written to ${logLine(folder)}. Replace what is marked CHANGE ME; README.md says what is next.
`
  );
}
export {
  command
};
