import { createRequire as grantbookCreateRequire } from 'node:module'; const require = grantbookCreateRequire(import.meta.url);
import {
  CHANGE_ME,
  NO_COMMIT,
  PRIVILEGED,
  WORKFLOWS,
  WORKFLOW_NAMES,
  asOwn,
  asShipped,
  pathOf
} from "./chunk-QAW5DVL7.js";
import {
  readHeartbeat,
  staleBeat
} from "./chunk-5B2ZJQQU.js";
import {
  inventoryIn
} from "./chunk-3EDF7MQ5.js";
import {
  readMayPush,
  readMembers
} from "./chunk-ZLLOPNKY.js";
import {
  inactiveAt,
  peopleOf,
  personOf
} from "./chunk-XJ4HLJBJ.js";
import {
  ask,
  one,
  pages,
  parsed
} from "./chunk-UDABQ4SU.js";
import {
  EVIDENCE_REF
} from "./chunk-KIY4GTEX.js";
import "./chunk-WGKYODML.js";
import "./chunk-4G226GOF.js";
import "./chunk-B3U7XVIC.js";
import "./chunk-EQGGY4A3.js";
import "./chunk-QLY2WBM4.js";
import "./chunk-VXUZRDRM.js";
import "./chunk-V2MVFSIR.js";
import "./chunk-4I27XLSR.js";
import {
  CONNECTORS
} from "./chunk-CHKKS3WZ.js";
import {
  require_picocolors
} from "./chunk-ZC4BBDXY.js";
import "./chunk-Q4FKR2PC.js";
import {
  mayColour
} from "./chunk-YKKTXZ7K.js";
import {
  renderJson
} from "./chunk-GPQ7KDIR.js";
import {
  parseCodeowners
} from "./chunk-HFY5HYQX.js";
import {
  generateCodeowners
} from "./chunk-D2SZ5IZ2.js";
import {
  openGitHub
} from "./chunk-ZI2VCF7Z.js";
import {
  fetchRef
} from "./chunk-ZV34UCH5.js";
import "./chunk-BW4OCBV7.js";
import {
  renderFindingsGithub
} from "./chunk-F4PTEHRB.js";
import {
  openResolved
} from "./chunk-ZCONMND2.js";
import "./chunk-VSTNN46Q.js";
import {
  resolveCommit,
  runGit,
  tryGit
} from "./chunk-LUKRZIK5.js";
import "./chunk-IGNZ6A6A.js";
import "./chunk-PFXTJSIF.js";
import {
  countFindings,
  plural
} from "./chunk-WYQIDMMK.js";
import "./chunk-E3WPCVQO.js";
import "./chunk-XJ3N3HV6.js";
import {
  logLine
} from "./chunk-BLCINO24.js";
import "./chunk-JOLQCLIX.js";
import "./chunk-33ENI5OL.js";
import {
  SETTINGS_PATH
} from "./chunk-LZOWS2TE.js";
import "./chunk-5GLOGQVA.js";
import "./chunk-3OOSBJ24.js";
import {
  external_exports
} from "./chunk-UWQLCXPR.js";
import "./chunk-7ETONKNL.js";
import "./chunk-3PMDYGTO.js";
import {
  UnableError,
  UsageError
} from "./chunk-KCC7W5OC.js";
import {
  few
} from "./chunk-CMJORN74.js";
import {
  compare
} from "./chunk-XW4OEFHM.js";
import "./chunk-7FEDJEB3.js";
import "./chunk-UI4DGNQ4.js";
import "./chunk-F7BA4QXU.js";
import "./chunk-MRFNKC6V.js";
import "./chunk-3ZSDZPIB.js";
import {
  __toESM
} from "./chunk-XCNTR6TK.js";

// src/doctor/checks/actions.ts
var ACTIONS = "Settings › Actions › General › Workflow permissions";
var ACTIONS_CHECKS = [
  {
    code: "actions-may-approve",
    severity: "error",
    where: "github",
    doc: "Workflows may approve pull requests: an approval could come from a machine that anybody with write can start.",
    *run({ actions }) {
      if (actions.ok && actions.value.mayApprove)
        yield {
          message: this.doc,
          fix: `${ACTIONS} › Allow GitHub Actions to create and approve pull requests: off.`
        };
    }
  },
  {
    code: "actions-write-by-default",
    severity: "error",
    where: "github",
    doc: "Workflows get a token that may write unless they say otherwise.",
    *run({ actions }) {
      if (actions.ok && actions.value.defaultWrite)
        yield { message: this.doc, fix: `${ACTIONS} › Read repository contents and packages permissions.` };
    }
  },
  {
    code: "teams-by-members",
    severity: "warning",
    where: "github",
    doc: "Every member of the organisation may create teams, and could take the name of one that is gone but still owns a path.",
    *run({ teamsByMembers }) {
      if (teamsByMembers.ok && teamsByMembers.value) {
        yield {
          message: this.doc,
          fix: "Organisation settings › Member privileges › Team creation rules › Allow members to create teams: off."
        };
      }
    }
  }
];

// src/doctor/demands.ts
function demandsOf({ rulesets, classic }) {
  return [
    ...rulesets.ok ? rulesets.value : [],
    ...classic.ok && classic.value !== null ? [classic.value] : []
  ];
}
function demandedOn(branch, what) {
  if (demandsOf(branch).some(what)) return true;
  return branch.rulesets.ok && branch.classic.ok ? false : null;
}
function demanded({ main }, what) {
  return demandedOn(main, what);
}
function gapOf(known) {
  return known.ok ? [] : [known.gap];
}

// src/doctor/checks/branch.ts
var RULESET = "Settings › Rules › Rulesets › the one for the default branch";
var BRANCH_CHECKS = [
  {
    code: "force-push-allowed",
    severity: "error",
    where: "github",
    doc: "The default branch may be force-pushed: its history can be rewritten.",
    *run(facts) {
      if (demanded(facts, ({ noForcePush }) => noForcePush) === false)
        yield { message: this.doc, fix: `${RULESET} › Block force pushes.` };
    }
  },
  {
    code: "deletion-allowed",
    severity: "error",
    where: "github",
    doc: "The default branch may be deleted.",
    *run(facts) {
      if (demanded(facts, ({ noDeletion }) => noDeletion) === false)
        yield { message: this.doc, fix: `${RULESET} › Restrict deletions.` };
    }
  },
  {
    code: "merge-queue",
    severity: "error",
    where: "github",
    doc: "The default branch has a merge queue, which Grantbook does not support yet: its checks would never be given.",
    *run(facts) {
      if (demanded(facts, ({ mergeQueue }) => mergeQueue) === true)
        yield { message: this.doc, fix: `${RULESET} › Require merge queue: off.` };
    }
  },
  {
    code: "rebase-merging",
    severity: "warning",
    where: "github",
    doc: "Pull requests may be merged by rebase, which spreads one over several commits and is harder to follow later.",
    *run({ repository: repository2, main }) {
      if (!repository2.ok || !repository2.value.merge.rebase) return;
      const forbidden = demandsOf(main).some(
        ({ pullRequest }) => pullRequest?.methods?.includes("rebase") === false
      );
      if (!forbidden)
        yield { message: this.doc, fix: "Settings › General › Pull Requests › Allow rebase merging: off." };
    }
  },
  {
    code: "default-branch",
    severity: "error",
    where: "github",
    doc: 'The default branch is not called "main", but the shipped workflows read that one.',
    *run({ repository: repository2 }) {
      if (repository2.ok && repository2.value.defaultBranch !== "main") {
        yield {
          message: `The default branch is "${repository2.value.defaultBranch}", but the shipped workflows read "main".`,
          fix: 'Settings › General › Default branch: rename it to "main".'
        };
      }
    }
  },
  {
    code: "repository-name",
    severity: "error",
    where: "repository",
    doc: "The settings name another repository than this one; its name is part of what Grantbook owns in every system.",
    *run({ repository: repository2, settings }) {
      if (!repository2.ok || !settings) return;
      if (repository2.value.name.toLowerCase() === settings.repository.toLowerCase()) return;
      yield {
        message: `grants/grantbook.yaml names the repository "${settings.repository}", but this is "${repository2.value.name}".`,
        fix: 'Set "repository" to the name of the repository that is governed.'
      };
    }
  }
];

// src/doctor/checks/bypass.ts
var BYPASS_CHECKS = [
  {
    code: "bypass-exempt",
    severity: "error",
    where: "github",
    doc: "Somebody is exempt from the rules of the default branch, which leaves no trace in any log.",
    *run({ main }) {
      for (const { from, bypass } of demandsOf(main)) {
        for (const actor2 of (bypass.ok ? bypass.value : []).filter(({ mode }) => mode === "exempt"))
          yield { message: `${named(actor2)} is exempt from ${from}, without a trace.`, fix: remove(from) };
      }
    }
  },
  {
    code: "bypass-allowed",
    severity: "error",
    where: "github",
    doc: "Somebody may bypass the rules of the default branch. Nothing that comes so is issued, but it reaches the branch.",
    *run({ main }) {
      for (const { from, bypass } of demandsOf(main)) {
        for (const actor2 of (bypass.ok ? bypass.value : []).filter(({ mode }) => mode !== "exempt"))
          yield { message: `${named(actor2)} may bypass ${from} (${actor2.mode}).`, fix: remove(from) };
      }
    }
  }
];
function remove(from) {
  return from === "branch protection" ? "Settings › Branches › the rule for the default branch › Do not allow bypassing the above settings." : "Settings › Rules › Rulesets › Bypass list: remove it.";
}
function named({ kind, id }) {
  return id === null ? kind : `${kind} ${id}`;
}

// src/doctor/checks/evidence.ts
var EVIDENCE_CHECKS = [
  {
    code: "nightly-stale",
    severity: "warning",
    where: "github",
    doc: "The nightly job has not come to its end for longer than the settings allow. What has a date in AWS ends all the same; what only a run of ours ends does not.",
    *run({ nightly }) {
      if (nightly.ok && nightly.value !== null)
        yield {
          message: nightly.value,
          fix: 'Look at the runs of the workflow "Nightly", and start it by hand: Actions › Nightly › Run workflow. GitHub stops schedules after 60 days without activity in public repositories.'
        };
    }
  },
  {
    code: "evidence-unprotected",
    severity: "error",
    where: "github",
    doc: 'The branch "evidence" can be rewritten, deleted or pushed to by others than the GitHub App. Every run would notice, and stop.',
    *run({ evidence, app }) {
      const open = [
        demandedOn(evidence, ({ noForcePush }) => noForcePush) !== false ? null : "force-pushed",
        demandedOn(evidence, ({ noDeletion }) => noDeletion) !== false ? null : "deleted",
        demandedOn(evidence, ({ noUpdate }) => noUpdate) !== false ? null : "pushed to by anybody with write access"
      ].filter((each) => each !== null);
      const fix = 'Settings › Rules › Rulesets › New branch ruleset for "evidence": Restrict creations, updates and deletions, Block force pushes; Bypass list: the GitHub App alone.';
      if (open.length > 0) yield { message: `The branch "evidence" may be ${open.join(", ")}.`, fix };
      for (const { from, noUpdate, bypass } of demandsOf(evidence)) {
        if (!noUpdate || !bypass.ok || !app.ok) continue;
        for (const { kind, id } of bypass.value) {
          if (kind === "Integration" && id === app.value) continue;
          yield {
            message: `${kind}${id === null ? "" : ` ${id}`} may change the branch "evidence" by ${from}.`,
            fix
          };
        }
      }
    }
  }
];

// src/doctor/checks/files.ts
var FILE_CHECKS = [
  {
    code: "workflow-missing",
    severity: "error",
    where: "repository",
    doc: "A workflow that this version ships is not there.",
    *run({ workflows }) {
      for (const [file, text] of workflows) {
        if (text.ok && text.value === null)
          yield {
            message: `${file} is missing.`,
            fix: 'Run "npx grantbook init ." in the repository: it adds what is missing.',
            file
          };
      }
    }
  },
  {
    code: "workflow-altered",
    severity: "error",
    where: "repository",
    doc: "A workflow is not as this version ships it. What protects its secrets may be gone.",
    *run({ workflows }) {
      for (const [file, text] of workflows) {
        if (!text.ok || text.value === null || isShipped(file, text.value)) continue;
        yield {
          message: `${file} is not as this version of Grantbook ships it.`,
          fix: 'Compare it with what "npx grantbook init" writes into an empty folder, and take that, or update the action and the file together.',
          file
        };
      }
    }
  },
  {
    code: "workflow-placeholder",
    severity: "error",
    where: "repository",
    doc: "A workflow uses the action at a commit that does not exist: nobody has said yet which one it is.",
    *run({ workflows }) {
      for (const [file, text] of workflows) {
        if (text.ok && text.value?.includes(`@${NO_COMMIT}`) === true)
          yield {
            message: `${file} names no commit of the action.`,
            fix: "Put the full commit of the version that you use there.",
            file
          };
      }
    }
  },
  {
    code: "placeholder-left",
    severity: "error",
    where: "repository",
    doc: 'A value that "init" wrote in place of yours is still there.',
    *run({ placeholders: placeholders2 }) {
      for (const [file, lines] of placeholders2) {
        for (const line of lines)
          yield {
            message: `"${CHANGE_ME}" stands here.`,
            fix: "Set the value, and remove the remark.",
            file,
            line
          };
      }
    }
  },
  {
    code: "file-mode",
    severity: "error",
    where: "repository",
    doc: "A governed file is executable, a link or a submodule. Only plain files are read.",
    *run({ odd }) {
      for (const { path, mode } of odd) {
        yield {
          message: `The mode of this file is ${mode}, not 100644.`,
          fix: mode === "100755" ? `git update-index --chmod=-x ${path}` : "Replace it by a plain file.",
          file: path
        };
      }
    }
  }
];
function isShipped(file, text) {
  const name = WORKFLOW_NAMES.find((each) => file.endsWith(`/${each}`));
  return name !== void 0 && asShipped(text) === WORKFLOWS[name];
}

// src/doctor/checks/owners.ts
var OWNER_CHECKS = [
  {
    code: "codeowners-error",
    severity: "error",
    where: "repository",
    doc: "GitHub finds a mistake in CODEOWNERS and skips the line: its paths fall to the line before.",
    *run({ codeownersErrors }) {
      for (const { path, line, message } of codeownersErrors.ok ? codeownersErrors.value : []) {
        const [first = ""] = message.split("\n");
        yield {
          message: `GitHub skips this line: ${first}`,
          fix: 'Correct the owner in the file under grants/ that names it, then run "npx grantbook codeowners".',
          file: path,
          line
        };
      }
    }
  },
  {
    code: "owner-without-access",
    severity: "error",
    where: "github",
    doc: "An owner may not write to the repository: GitHub asks nobody for review, and no approval of theirs counts.",
    *run({ owners }) {
      for (const { owner, mayPush } of owners) {
        if (mayPush.ok && !mayPush.value) {
          yield {
            message: `${owner} owns paths but may not write to the repository.`,
            fix: `Settings › Collaborators and teams: give ${owner} the role Write.`
          };
        }
      }
    }
  },
  {
    code: "owner-too-few",
    severity: "warning",
    where: "github",
    doc: "An owner has fewer active people of the files than the approvals that may be needed and one more: a request of one of them can’t be approved.",
    *run({ owners }) {
      for (const { owner, members, needed } of owners) {
        if (!members.ok || members.value > needed) continue;
        yield {
          message: `${owner} has ${members.value} who could approve, but ${needed} approvals may be needed, and nobody approves their own request.`,
          fix: owner.includes("/") ? `Add people to ${owner}, so that it has ${needed + 1} or more.` : `Name a team of ${needed + 1} or more instead of ${owner}.`
        };
      }
    }
  }
];

// src/doctor/checks/pull-requests.ts
function rule(code, severity, doc, setting, holds) {
  return {
    code,
    severity,
    where: "github",
    doc,
    *run(facts) {
      if (demanded(facts, ({ pullRequest }) => pullRequest !== null && holds(pullRequest)) !== false) return;
      yield { message: doc, fix: `Settings › Rules › Rulesets › the one for the default branch › ${setting}` };
    }
  };
}
var PULL_REQUEST_CHECKS = [
  rule(
    "pull-request-not-required",
    "error",
    "The default branch takes direct pushes. Nothing they bring is issued, but they reach it unreviewed.",
    "Require a pull request before merging.",
    () => true
  ),
  rule(
    "review-not-required",
    "error",
    "A pull request into the default branch needs no approving review.",
    "Require a pull request before merging › Required approvals: 1.",
    ({ approvals }) => approvals >= 1
  ),
  rule(
    "code-owners-not-required",
    "error",
    "A pull request into the default branch needs no review by code owners.",
    "Require a pull request before merging › Require review from Code Owners.",
    ({ codeOwners }) => codeOwners
  ),
  rule(
    "stale-reviews-kept",
    "error",
    "An approval outlives pushes that follow it.",
    "Require a pull request before merging › Dismiss stale pull request approvals when new commits are pushed.",
    ({ dismissStale }) => dismissStale
  ),
  rule(
    "last-push-unapproved",
    "error",
    "Whoever pushed last may be the only one who approved.",
    "Require a pull request before merging › Require approval of the most recent reviewable push.",
    ({ lastPush }) => lastPush
  ),
  rule(
    "dismissal-unrestricted",
    "warning",
    "Everybody with write access may dismiss a review, an objection too.",
    "Require a pull request before merging › Restrict who can dismiss reviews: nobody, or the governance team.",
    ({ dismissalRestricted }) => dismissalRestricted
  )
];

// src/doctor/checks/secrets.ts
var SECRETS = ["GRANTBOOK_SIGNING_KEY", "GRANTBOOK_APP_KEY"];
var ENVIRONMENTS = {
  "grantbook-verdict": ["GRANTBOOK_APP_KEY"],
  "grantbook-apply": ["GRANTBOOK_APP_KEY", "GRANTBOOK_SIGNING_KEY"],
  "grantbook-genesis": []
};
var SECRET_CHECKS = [
  {
    code: "secret-exposed",
    severity: "error",
    where: "github",
    doc: "A key is a secret of the repository or the organisation: a workflow on any branch can read it.",
    *run({ secrets }) {
      const names = SECRETS;
      for (const name of (secrets.ok ? secrets.value : []).filter(
        (each) => names.includes(each.toUpperCase())
      )) {
        yield {
          message: `${name} is a secret of the repository or the organisation: a workflow on any branch can read it.`,
          fix: "Settings › Secrets and variables › Actions: remove it, replace the key, and set the new one in the environment alone."
        };
      }
    }
  },
  {
    code: "environment-missing",
    severity: "error",
    where: "github",
    doc: "An environment that the workflows use does not exist. The first run would make it, open to every branch.",
    *run({ environments }) {
      for (const [name, environment2] of environments) {
        if (environment2.ok && environment2.value === null)
          yield {
            message: `There is no environment "${name}".`,
            fix: `Settings › Environments › New environment: ${name}.`
          };
      }
    }
  },
  {
    code: "environment-any-branch",
    severity: "error",
    where: "github",
    doc: "A workflow on another branch than the default one may use an environment, and read its secrets.",
    *run({ environments, repository: repository2 }) {
      if (!repository2.ok) return;
      for (const [name, environment2] of environments) {
        if (!environment2.ok || environment2.value === null) continue;
        const { branches } = environment2.value;
        if (branches?.length === 1 && branches[0] === repository2.value.defaultBranch) continue;
        const open = branches === null ? "any branch" : branches.length === 0 ? "no branch" : branches.join(", ");
        yield {
          message: `The environment "${name}" admits ${open}, not the default branch alone.`,
          fix: `Settings › Environments › ${name} › Deployment branches and tags: Selected branches, with "${repository2.value.defaultBranch}" only.`
        };
      }
    }
  },
  {
    code: "environment-without-key",
    severity: "error",
    where: "github",
    doc: "An environment lacks a secret that its workflow needs, or holds one that it does not.",
    *run({ environments }) {
      for (const [name, environment2] of environments) {
        if (!environment2.ok || environment2.value === null || !environment2.value.secrets.ok) continue;
        const has = environment2.value.secrets.value;
        const needs = ENVIRONMENTS[name] ?? [];
        const fix = `Settings › Environments › ${name} › Environment secrets.`;
        for (const key of needs.filter((each) => !has.includes(each)))
          yield { message: `The environment "${name}" has no secret ${key}.`, fix };
        for (const key of SECRETS.filter((each) => has.includes(each) && !needs.includes(each)))
          yield { message: `The environment "${name}" holds ${key}, which nothing in it needs.`, fix };
      }
    }
  },
  {
    code: "genesis-without-consent",
    severity: "error",
    where: "github",
    doc: 'Whoever starts a genesis may do so alone: "grantbook-genesis" needs a reviewer, who is somebody else.',
    *run({ environments }) {
      const genesis = environments.get("grantbook-genesis");
      if (!genesis?.ok || genesis.value === null) return;
      if (genesis.value.reviewers > 0 && !genesis.value.selfReview) return;
      yield {
        message: this.doc,
        fix: "Settings › Environments › grantbook-genesis › Required reviewers: the governance team; Prevent self-review: on."
      };
    }
  }
];

// src/doctor/checks/status-check.ts
var CHECK = "grantbook";
function required({ main }) {
  const found = demandsOf(main).flatMap(({ checks }) => checks.filter(({ context }) => context === CHECK));
  return found.length > 0 || main.rulesets.ok && main.classic.ok ? found : null;
}
var STATUS_CHECK_CHECKS = [
  {
    code: "check-not-required",
    severity: "error",
    where: "github",
    doc: 'The check "grantbook" is not required, so a pull request merges whatever the verdict is.',
    *run(facts) {
      if (required(facts)?.length === 0) {
        yield {
          message: this.doc,
          fix: 'Settings › Rules › Rulesets › the one for the default branch › Require status checks to pass: "grantbook", source: the GitHub App.'
        };
      }
    }
  },
  {
    code: "check-not-pinned",
    severity: "error",
    where: "github",
    doc: 'The required check "grantbook" may be given by anybody who can write a workflow, not by the GitHub App alone.',
    *run(facts) {
      const checks = required(facts) ?? [];
      const { app } = facts;
      if (checks.length === 0 || !app.ok || checks.some((check) => check.app === app.value)) return;
      yield {
        message: `${this.doc} It must be pinned to App ${app.value}.`,
        fix: 'Settings › Rules › Rulesets › the one for the default branch › Require status checks to pass › "grantbook" › source: the GitHub App, not "any source".'
      };
    }
  }
];

// src/doctor/checks/systems.ts
var SYSTEM_CHECKS = [
  {
    code: "system-unreachable",
    severity: "error",
    where: "aws",
    doc: "A system can’t be read: its role can’t be used, or the account is another one.",
    *run({ systems }) {
      for (const { system, file, state, why } of systems) {
        if (state === "failed")
          yield {
            message: `System "${system}" can’t be read: ${why}`,
            fix: "Compare the role’s trust and policy with docs/aws/, and the account with the system’s file.",
            file
          };
      }
    }
  },
  {
    code: "system-remark",
    severity: "warning",
    where: "aws",
    doc: "A system was reached, but not in the way that its file says: its role was not the one used.",
    *run({ systems }) {
      for (const { system, file, state, remarks } of systems) {
        for (const remark of state === "reached" ? remarks : []) {
          yield {
            message: `System "${system}": ${remark}`,
            fix: "Let whoever runs plan and verdict assume the role (docs/aws/tool-role-trust.json), or run doctor as that.",
            file
          };
        }
      }
    }
  },
  {
    code: "static-credentials",
    severity: "warning",
    where: "aws",
    doc: "A system has keys or passwords with something to mend: too old, never used, nobody’s, without a second factor.",
    *run({ systems }) {
      for (const { system, file, credentials } of systems) {
        const { count = 0, faulty = [], unread = [] } = credentials ?? {};
        if (faulty.length > 0)
          yield {
            message: `System "${system}" has ${count} keys and passwords that don’t end by themselves; ${faulty.length} with something to mend: ${few(faulty, MOST, { between: "; " })}.`,
            fix: "The nightly’s pull request about access found outside lists them all, and how workloads do without.",
            file
          };
        if (unread.length > 0)
          yield {
            message: `Keys and passwords of system "${system}" can’t be read in full: ${unread.join("; ")}`,
            fix: "Let the read role do what docs/aws/read-role.json allows.",
            file
          };
      }
    }
  }
];
var MOST = 5;

// src/doctor/checks/unknown.ts
var UNKNOWN_CHECKS = [
  {
    code: "bypass-unknown",
    severity: "warning",
    where: "github",
    doc: "GitHub shows who may bypass a ruleset only to those who may change it. Not shown is not the same as nobody.",
    *run({ main, evidence }) {
      for (const { from, bypass } of [...demandsOf(main), ...demandsOf(evidence)]) {
        if (bypass.ok) continue;
        yield {
          message: `Cannot tell who may bypass ${from}: ${bypass.gap.why}.`,
          fix: "Run doctor with the token of an administrator, or look at Settings › Rules › Rulesets › Bypass list yourself."
        };
      }
    }
  },
  {
    code: "cannot-tell",
    severity: "warning",
    where: "github",
    doc: "A setting of GitHub could not be read, so nothing is said of it.",
    *run(facts) {
      const told = /* @__PURE__ */ new Set();
      for (const { what, why } of gaps(facts)) {
        const message = `Cannot tell: ${what} (${why}).`;
        if (told.has(message)) continue;
        told.add(message);
        yield {
          message,
          fix: "Run doctor with the token of an administrator of the repository and the organisation."
        };
      }
    }
  },
  {
    code: "runner-unknown",
    severity: "warning",
    where: "repository",
    doc: "The workflows that prove and apply are not in this repository, and nobody said in which other one they are.",
    *run({ runner }) {
      if (runner === null)
        yield {
          message: this.doc,
          fix: 'Run doctor with "--runner owner/name" of the runner repository, or "npx grantbook init ." if there is none.'
        };
    }
  },
  {
    code: "system-unasked",
    severity: "warning",
    where: "aws",
    doc: "A system was not looked at, because there are no credentials here.",
    *run({ systems }) {
      for (const { system, file, state, why } of systems) {
        if (state === "unasked")
          yield {
            message: `Cannot tell whether system "${system}" can be read: ${why}`,
            fix: "Run doctor where AWS credentials are.",
            file
          };
      }
    }
  },
  {
    code: "settings-unreadable",
    severity: "error",
    where: "repository",
    doc: "grants/grantbook.yaml can’t be read, so it is not known whose repository this is.",
    *run({ settings }) {
      if (settings === null) yield { message: this.doc, fix: 'Run "npx grantbook validate".' };
    }
  }
];
function* gaps(facts) {
  const { repository: repository2, main, evidence, app, actions, teamsByMembers, secrets, codeownersErrors } = facts;
  const branches = [main, evidence].flatMap(({ rulesets, classic }) => [rulesets, classic]);
  const single = [repository2, app, actions, teamsByMembers, secrets, codeownersErrors, facts.nightly];
  for (const known of [...branches, ...single]) yield* gapOf(known);
  for (const environment2 of facts.environments.values()) {
    yield* gapOf(environment2);
    if (environment2.ok && environment2.value !== null) yield* gapOf(environment2.value.secrets);
  }
  for (const { mayPush, members } of facts.owners) {
    yield* gapOf(mayPush);
    yield* gapOf(members);
  }
  for (const workflow2 of facts.workflows.values()) yield* gapOf(workflow2);
}

// src/doctor/examine.ts
var DOCTOR_CHECKS = [
  ...PULL_REQUEST_CHECKS,
  ...BRANCH_CHECKS,
  ...BYPASS_CHECKS,
  ...STATUS_CHECK_CHECKS,
  ...ACTIONS_CHECKS,
  ...SECRET_CHECKS,
  ...OWNER_CHECKS,
  ...EVIDENCE_CHECKS,
  ...FILE_CHECKS,
  ...SYSTEM_CHECKS,
  ...UNKNOWN_CHECKS
];
function examine(facts) {
  const findings = DOCTOR_CHECKS.flatMap(
    (check) => [...check.run(facts)].map(({ message, fix, file = SETTINGS_PATH, line = 1 }) => ({
      code: check.code,
      severity: check.severity,
      where: check.where,
      message,
      fix,
      file,
      line,
      column: 1,
      related: []
    }))
  );
  return findings.toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.code, b.code) || compare(a.message, b.message)
  );
}

// src/render/doctor.ts
var import_picocolors = __toESM(require_picocolors(), 1);
function renderDoctorJson(findings) {
  const document = {
    format: 1,
    ok: isHealthy(findings),
    findings: findings.map((finding) => ({ ...finding, related: [] }))
  };
  return renderJson(document);
}
function renderDoctorText(findings, colour) {
  const paint = (0, import_picocolors.createColors)(colour);
  const tints = { error: paint.red, warning: paint.yellow, note: paint.cyan };
  const lines = findings.flatMap(({ where, severity, code, message, fix, file, line }) => {
    const at = where === "repository" ? `${logLine(file)}:${line}` : where;
    return [
      `${paint.bold(at)} ${tints[severity](severity)} ${paint.dim(code)} ${logLine(message)}`,
      `  fix: ${logLine(fix)}`,
      ""
    ];
  });
  return `${[...lines, summary(findings)].join("\n")}
`;
}
function renderDoctorGithub(findings) {
  const annotated = renderFindingsGithub({
    findings,
    counts: countFindings(findings, 0, 0),
    sources: () => null
  });
  const lines = annotated.split("\n").slice(0, -2);
  return `${[...lines, summary(findings)].join("\n")}
`;
}
function isHealthy(findings) {
  return findings.every(({ severity }) => severity !== "error");
}
function summary(findings) {
  const { errors: errors2, warnings } = countFindings(findings, 0, 0);
  return errors2 + warnings === 0 ? "Everything is set up as it should be." : `${plural(errors2, "error")}, ${plural(warnings, "warning")}.`;
}

// src/io/github/doctor-branch.ts
var parameters = external_exports.looseObject({
  required_approving_review_count: external_exports.int().optional(),
  require_code_owner_review: external_exports.boolean().optional(),
  dismiss_stale_reviews_on_push: external_exports.boolean().optional(),
  require_last_push_approval: external_exports.boolean().optional(),
  dismissal_restriction: external_exports.object({ enabled: external_exports.boolean().optional() }).nullish(),
  allowed_merge_methods: external_exports.array(external_exports.string()).nullish(),
  required_status_checks: external_exports.array(external_exports.object({ context: external_exports.string(), integration_id: external_exports.int().nullish() })).optional()
});
var rule2 = external_exports.object({
  type: external_exports.string(),
  ruleset_id: external_exports.int(),
  ruleset_source: external_exports.string().optional(),
  parameters: parameters.nullish()
});
var actor = external_exports.object({
  actor_id: external_exports.int().nullish(),
  actor_type: external_exports.string(),
  bypass_mode: external_exports.string().nullish()
});
var ruleset = external_exports.object({ name: external_exports.string(), bypass_actors: external_exports.array(actor).nullish() });
var enabled = external_exports.object({ enabled: external_exports.boolean() }).nullish();
var protection = external_exports.object({
  required_pull_request_reviews: external_exports.object({
    required_approving_review_count: external_exports.int().nullish(),
    require_code_owner_reviews: external_exports.boolean().nullish(),
    dismiss_stale_reviews: external_exports.boolean().nullish(),
    require_last_push_approval: external_exports.boolean().nullish(),
    dismissal_restrictions: external_exports.looseObject({}).nullish(),
    bypass_pull_request_allowances: external_exports.object({
      users: external_exports.array(external_exports.unknown()).nullish(),
      teams: external_exports.array(external_exports.unknown()).nullish(),
      apps: external_exports.array(external_exports.unknown()).nullish()
    }).nullish()
  }).nullish(),
  required_status_checks: external_exports.object({ checks: external_exports.array(external_exports.object({ context: external_exports.string(), app_id: external_exports.int().nullish() })).nullish() }).nullish(),
  restrictions: external_exports.looseObject({}).nullish(),
  enforce_admins: enabled,
  allow_force_pushes: enabled,
  allow_deletions: enabled
});
async function readBranchFacts(github, branch, administrator) {
  const [rulesets, classic] = await Promise.all([
    readRulesets(github, branch),
    readClassic(github, branch, administrator)
  ]);
  return { rulesets, classic };
}
async function readRulesets(github, branch) {
  const rules = await pages(github, {
    what: `rules of branch ${branch}`,
    route: "GET /repos/{owner}/{repo}/rules/branches/{branch}",
    item: rule2,
    parameters: { branch }
  });
  if (!rules.ok) return rules;
  const byRuleset = /* @__PURE__ */ new Map();
  for (const each of rules.value)
    byRuleset.set(each.ruleset_id, [...byRuleset.get(each.ruleset_id) ?? [], each]);
  const demands = [];
  for (const [id, own] of byRuleset) {
    const read = await one(
      github,
      `ruleset ${id}`,
      "GET /repos/{owner}/{repo}/rulesets/{ruleset_id}",
      ruleset,
      {
        ruleset_id: id
      }
    );
    demands.push(ofRules(id, own, read));
  }
  return { ok: true, value: demands };
}
function ofRules(id, rules, read) {
  const has = (type) => rules.some((each) => each.type === type);
  const pull = rules.find(({ type }) => type === "pull_request");
  const asked = pull?.parameters ?? {};
  return {
    from: read.ok ? `ruleset "${read.value.name}"` : `ruleset ${id}`,
    pullRequest: pull ? {
      approvals: asked.required_approving_review_count ?? 0,
      codeOwners: asked.require_code_owner_review === true,
      dismissStale: asked.dismiss_stale_reviews_on_push === true,
      lastPush: asked.require_last_push_approval === true,
      dismissalRestricted: asked.dismissal_restriction?.enabled === true,
      methods: asked.allowed_merge_methods ?? null
    } : null,
    noForcePush: has("non_fast_forward"),
    noDeletion: has("deletion"),
    noUpdate: has("update"),
    mergeQueue: has("merge_queue"),
    checks: rules.flatMap(
      ({ type, parameters: given }) => type === "required_status_checks" ? (given?.required_status_checks ?? []).map((each) => ({
        context: each.context,
        app: each.integration_id ?? null
      })) : []
    ),
    bypass: bypassOf(read)
  };
}
function bypassOf(read) {
  if (!read.ok) return read;
  const { name, bypass_actors: actors } = read.value;
  if (!actors) {
    const why = "GitHub does not show it to this token";
    return { ok: false, gap: { what: `bypass list of ruleset "${name}"`, why, passing: false } };
  }
  const value = actors.map(({ actor_id, actor_type, bypass_mode }) => ({
    kind: actor_type,
    id: actor_id ?? null,
    mode: bypass_mode ?? "always"
  }));
  return { ok: true, value };
}
async function readClassic(github, branch, administrator) {
  const what = `protection of branch ${branch}`;
  const asked = await ask(github, what, "GET /repos/{owner}/{repo}/branches/{branch}/protection", { branch });
  if (asked.kind === "gap") return { ok: false, gap: asked.gap };
  if (asked.kind === "absent") {
    if (administrator) return { ok: true, value: null };
    return { ok: false, gap: { what, why: "only an administrator may see it", passing: false } };
  }
  const read = parsed(what, asked.answer.data, protection);
  return read.ok ? { ok: true, value: ofProtection(read.value) } : read;
}
function ofProtection(read) {
  const reviews = read.required_pull_request_reviews;
  const allowances = reviews?.bypass_pull_request_allowances;
  const passing = [
    ...read.enforce_admins?.enabled === true ? [] : ["Administrators"],
    ...(allowances?.users ?? []).map(() => "User"),
    ...(allowances?.teams ?? []).map(() => "Team"),
    ...(allowances?.apps ?? []).map(() => "Integration")
  ];
  return {
    from: "branch protection",
    pullRequest: reviews ? {
      approvals: reviews.required_approving_review_count ?? 0,
      codeOwners: reviews.require_code_owner_reviews === true,
      dismissStale: reviews.dismiss_stale_reviews === true,
      lastPush: reviews.require_last_push_approval === true,
      dismissalRestricted: reviews.dismissal_restrictions !== null && reviews.dismissal_restrictions !== void 0,
      methods: null
    } : null,
    noForcePush: read.allow_force_pushes?.enabled !== true,
    noDeletion: read.allow_deletions?.enabled !== true,
    noUpdate: read.restrictions !== null && read.restrictions !== void 0,
    mergeQueue: false,
    checks: (read.required_status_checks?.checks ?? []).map(({ context, app_id: app }) => ({
      context,
      // GitHub writes "any source" as null or as -1.
      app: app === void 0 || app === -1 ? null : app
    })),
    bypass: { ok: true, value: passing.map((kind) => ({ kind, id: null, mode: "always" })) }
  };
}

// src/io/github/doctor-settings.ts
var repository = external_exports.object({
  full_name: external_exports.string(),
  default_branch: external_exports.string(),
  allow_merge_commit: external_exports.boolean().optional(),
  allow_squash_merge: external_exports.boolean().optional(),
  allow_rebase_merge: external_exports.boolean().optional(),
  permissions: external_exports.object({ admin: external_exports.boolean() }).optional()
});
async function readRepositoryFacts(github) {
  const read = await one(
    github,
    `repository ${github.owner}/${github.repo}`,
    "GET /repos/{owner}/{repo}",
    repository
  );
  if (!read.ok) return { facts: read, administrator: false };
  const { value } = read;
  const merge = {
    merge: value.allow_merge_commit !== false,
    squash: value.allow_squash_merge !== false,
    rebase: value.allow_rebase_merge !== false
  };
  const facts = { name: value.full_name, defaultBranch: value.default_branch, merge };
  return { facts: { ok: true, value: facts }, administrator: value.permissions?.admin === true };
}
async function readApp(github, slug) {
  const read = await one(github, `App ${slug}`, "GET /apps/{app_slug}", external_exports.object({ id: external_exports.int() }), {
    app_slug: slug
  });
  return read.ok ? { ok: true, value: read.value.id } : read;
}
var workflow = external_exports.object({
  default_workflow_permissions: external_exports.enum(["read", "write"]),
  can_approve_pull_request_reviews: external_exports.boolean()
});
async function readActions(github) {
  const route = "GET /repos/{owner}/{repo}/actions/permissions/workflow";
  const read = await one(github, "default permissions of workflows", route, workflow);
  if (!read.ok) return read;
  const { default_workflow_permissions: may, can_approve_pull_request_reviews: mayApprove } = read.value;
  return { ok: true, value: { mayApprove, defaultWrite: may === "write" } };
}
async function readTeamCreation(github) {
  const what = "who may create teams";
  const shape = external_exports.object({ members_can_create_teams: external_exports.boolean().optional() });
  const read = await one(github, what, "GET /orgs/{org}", shape, { org: github.owner });
  if (!read.ok) return read;
  const may = read.value.members_can_create_teams;
  if (may !== void 0) return { ok: true, value: may };
  return { ok: false, gap: { what, why: "GitHub does not show it to this token", passing: false } };
}
var named2 = external_exports.object({ name: external_exports.string() });
var secretsOf = (page) => typeof page === "object" && page !== null && "secrets" in page ? page.secrets : null;
async function readSecrets(github) {
  const names = [];
  for (const [what, route] of [
    ["secrets of the repository", "GET /repos/{owner}/{repo}/actions/secrets"],
    ["secrets of the organisation", "GET /repos/{owner}/{repo}/actions/organization-secrets"]
  ]) {
    const read = await pages(github, { what, route, item: named2, pick: secretsOf });
    if (!read.ok) return read;
    names.push(...read.value.map(({ name }) => name));
  }
  return { ok: true, value: names };
}
var environment = external_exports.object({
  deployment_branch_policy: external_exports.object({ protected_branches: external_exports.boolean(), custom_branch_policies: external_exports.boolean() }).nullish(),
  protection_rules: external_exports.array(
    external_exports.looseObject({
      type: external_exports.string(),
      prevent_self_review: external_exports.boolean().optional(),
      reviewers: external_exports.array(external_exports.unknown()).optional()
    })
  ).optional()
});
async function readEnvironment(github, name) {
  const what = `environment ${name}`;
  const base = "GET /repos/{owner}/{repo}/environments/{environment_name}";
  const at = { environment_name: name };
  const asked = await ask(github, what, base, at);
  if (asked.kind === "gap") return { ok: false, gap: asked.gap };
  if (asked.kind === "absent") return { ok: true, value: null };
  const read = parsed(what, asked.answer.data, environment);
  if (!read.ok) return read;
  const policy = read.value.deployment_branch_policy;
  const branches = policy?.custom_branch_policies === true ? await readBranches(github, name) : null;
  if (branches && !branches.ok) return branches;
  const review = read.value.protection_rules?.find(({ type }) => type === "required_reviewers");
  const secrets = await pages(github, {
    what: `secrets of environment ${name}`,
    route: `${base}/secrets`,
    item: named2,
    parameters: at,
    pick: secretsOf
  });
  return {
    ok: true,
    value: {
      // "Protected branches" is whatever has a rule today, which more than the default branch may have.
      branches: branches?.value ?? (policy?.protected_branches === true ? ["every protected branch"] : null),
      reviewers: review?.reviewers?.length ?? 0,
      selfReview: review?.prevent_self_review !== true,
      secrets: secrets.ok ? { ok: true, value: secrets.value.map((secret) => secret.name) } : secrets
    }
  };
}
async function readBranches(github, name) {
  const read = await pages(github, {
    what: `branches of environment ${name}`,
    route: "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies",
    item: external_exports.object({ name: external_exports.string(), type: external_exports.string().optional() }),
    parameters: { environment_name: name },
    pick: (page) => typeof page === "object" && page !== null && "branch_policies" in page ? page.branch_policies : null
  });
  if (!read.ok) return read;
  return {
    ok: true,
    value: read.value.map(({ name: branch, type }) => type === "tag" ? `tag ${branch}` : branch)
  };
}
var errors = external_exports.object({
  errors: external_exports.array(external_exports.object({ path: external_exports.string(), line: external_exports.int().min(1), message: external_exports.string() }))
});
async function readCodeownersErrors(github) {
  const read = await one(
    github,
    "errors of CODEOWNERS",
    "GET /repos/{owner}/{repo}/codeowners/errors",
    errors
  );
  return read.ok ? { ok: true, value: read.value.errors } : read;
}
var permission = external_exports.object({ permission: external_exports.string() });
async function readMayWrite(github, login) {
  const what = `access of @${login}`;
  const asked = await ask(github, what, "GET /repos/{owner}/{repo}/collaborators/{username}/permission", {
    username: login
  });
  if (asked.kind === "gap") return { ok: false, gap: asked.gap };
  if (asked.kind === "absent") return { ok: true, value: false };
  const read = parsed(what, asked.answer.data, permission);
  return read.ok ? { ok: true, value: ["write", "admin", "maintain"].includes(read.value.permission) } : read;
}
async function readText(github, path) {
  const what = `${path} in ${github.owner}/${github.repo}`;
  const asked = await ask(github, what, "GET /repos/{owner}/{repo}/contents/{+path}", { path });
  if (asked.kind === "gap") return { ok: false, gap: asked.gap };
  if (asked.kind === "absent") return { ok: true, value: null };
  const shape = external_exports.object({ encoding: external_exports.literal("base64"), content: external_exports.string() });
  const read = parsed(what, asked.answer.data, shape);
  return read.ok ? { ok: true, value: Buffer.from(read.value.content, "base64").toString("utf8") } : read;
}

// src/commands/doctor/files.ts
async function hasPrivileged(root, commit) {
  const texts = await Promise.all(PRIVILEGED.map((name) => textAt(root, commit, pathOf(name))));
  return texts.some((text) => text !== null);
}
async function workflowTexts(root, commit, runner, restore) {
  const texts = /* @__PURE__ */ new Map();
  for (const name of WORKFLOW_NAMES) {
    const path = pathOf(name);
    const elsewhere = runner !== null && PRIVILEGED.includes(name);
    if (runner !== null && name === "review.yml") continue;
    if (!elsewhere) {
      texts.set(path, { ok: true, value: await textAt(root, commit, path) });
      continue;
    }
    const read = await readText(runner, path);
    const value = read.ok && read.value !== null ? restore(name, read.value) : null;
    texts.set(path, read.ok ? { ok: true, value } : read);
  }
  return texts;
}
async function textAt(root, commit, path) {
  const { status, stdout } = await tryGit(root, ["cat-file", "blob", `${commit}:${path}`]);
  return status === 0 ? stdout.toString("utf8") : null;
}
async function oddFiles(root, commit) {
  const listing = await runGit(root, [
    "ls-tree",
    "-r",
    "-z",
    "--full-tree",
    commit,
    "--",
    "grants",
    ".github"
  ]);
  return listing.toString("utf8").split("\0").flatMap((line) => {
    const [, mode, path] = /^(\d{6}) \S+ \S+\t(.*)$/su.exec(line) ?? [];
    return mode === void 0 || path === void 0 || mode === "100644" ? [] : [{ path, mode }];
  });
}
async function placeholders(root, commit) {
  const args = [
    "grep",
    "-n",
    "-z",
    "-I",
    "--fixed-strings",
    "--full-name",
    "-e",
    CHANGE_ME,
    commit,
    "--",
    "grants"
  ];
  const { status, stdout, stderr } = await tryGit(root, args);
  if (status !== 0 && status !== 1) throw new UnableError(`git grep failed: ${stderr.split("\n")[0] ?? ""}`);
  const found = /* @__PURE__ */ new Map();
  for (const line of stdout.toString("utf8").split("\n")) {
    const [place = "", number = ""] = line.split("\0");
    const path = place.slice(commit.length + 1);
    if (path !== "" && /^\d+$/u.test(number)) found.set(path, [...found.get(path) ?? [], Number(number)]);
  }
  return found;
}

// src/commands/doctor/owners.ts
async function ownerFacts(github, book, now) {
  const people = peopleOf(book);
  const isActive = (id) => id !== null && inactiveAt(book, id, now) === null;
  const needed = approvalsNeeded(book);
  const rules = parseCodeowners(generateCodeowners(book) ?? "").rules;
  const owners = /* @__PURE__ */ new Set([...rules.flatMap((rule3) => rule3.owners), ...needed.keys()]);
  const facts = [];
  for (const owner of [...owners].toSorted()) {
    if (owner.includes("/")) {
      const members = await readMembers(github, owner);
      facts.push({
        owner,
        mayPush: await readMayPush(github, owner),
        members: members.ok ? { ok: true, value: members.value.filter((one2) => isActive(personOf(people, one2))).length } : members,
        needed: needed.get(owner) ?? 0
      });
    } else {
      const mayPush = await readMayWrite(github, owner.slice(1));
      const own = people.byLogin.get(owner.slice(1).toLowerCase()) ?? [];
      const value = own.some(isActive) ? 1 : 0;
      facts.push({ owner, mayPush, members: { ok: true, value }, needed: needed.get(owner) ?? 0 });
    }
  }
  return facts;
}
function approvalsNeeded(book) {
  const needed = /* @__PURE__ */ new Map();
  const need = (owner, count) => {
    needed.set(owner, Math.max(count, needed.get(owner) ?? 0));
  };
  const settings = book.settings?.data;
  if (!settings) return needed;
  need(settings.governance, 1);
  need(settings.security, 1);
  for (const { data } of book.entitlements.values()) {
    const owners = [...new Set(data.approvers.flat())];
    const [only] = owners;
    if (only !== void 0 && owners.length === 1) need(only, settings.risk[data.risk].approvals);
    else if (data.approvers.every((each) => Array.isArray(each))) for (const owner of owners) need(owner, 1);
  }
  return needed;
}

// src/commands/doctor/systems.ts
var CREDENTIALS = [
  "AWS_ACCESS_KEY_ID",
  "AWS_PROFILE",
  "AWS_ROLE_ARN",
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI"
];
async function systemFacts(book, io) {
  const repository2 = book.settings?.data.repository ?? "";
  const has = CREDENTIALS.some((name) => (io.environment[name] ?? "") !== "");
  const facts = [];
  for (const entry of [...book.systems.values()].toSorted((a, b) => a.id < b.id ? -1 : 1)) {
    const { id: system, path: file, data } = entry;
    const connector = CONNECTORS.get(data.connector);
    if (!connector) continue;
    if (!has) {
      facts.push({ system, file, state: "unasked", why: "there are no credentials here.", remarks: [] });
      continue;
    }
    const remarks = [];
    const ports = {
      purpose: "read",
      environment: io.environment,
      sleep: io.sleep,
      random: io.random,
      signal: io.signal,
      log: (line) => void remarks.push(line)
    };
    try {
      const context = { id: system, entry, repository: repository2 };
      const session = await connector.open(context, ports);
      const credentials = await credentialFacts(session, { core: connector.core, context }, book, io.clock());
      facts.push({ system, file, state: "reached", why: "", remarks, credentials });
    } catch (error) {
      if (!(error instanceof UnableError)) throw error;
      facts.push({ system, file, state: "failed", why: error.message, remarks });
    }
  }
  return facts;
}
async function credentialFacts(session, { core, context }, book, now) {
  const settings = book.settings?.data;
  if (!settings) return null;
  try {
    const nothing = { accounts: /* @__PURE__ */ new Map(), targets: [], owned: /* @__PURE__ */ new Map(), onFile: () => true };
    const { found, unread } = await session.outside(await session.read(), nothing);
    const { credentials } = inventoryIn(context.id, { core, context }, { book, settings, now }, found);
    const faulty = credentials.flatMap(({ name, fault }) => fault === null ? [] : [`${name}: ${fault}`]);
    const gaps2 = unread.filter(({ ids }) => ids.some((id) => id === "login" || id.startsWith("key:")));
    return { count: credentials.length, faulty, unread: gaps2.map(({ why }) => why) };
  } catch (error) {
    if (!(error instanceof UnableError)) throw error;
    return { count: 0, faulty: [], unread: [error.message] };
  }
}

// src/commands/doctor/collect.ts
async function collectFacts({ root, commit, now, book, github, runner }, io) {
  const settings = book.settings?.data ?? null;
  const { facts: repository2, administrator } = await readRepositoryFacts(github);
  const branch = repository2.ok ? repository2.value.defaultBranch : "main";
  const holder = runner ?? (await hasPrivileged(root, commit) ? github : null);
  const environments = /* @__PURE__ */ new Map();
  if (holder)
    for (const name of Object.keys(ENVIRONMENTS)) environments.set(name, await readEnvironment(holder, name));
  return {
    settings: settings && { repository: settings.repository, app: settings.app },
    repository: repository2,
    main: await readBranchFacts(github, branch, administrator),
    evidence: await readBranchFacts(github, "evidence", administrator),
    nightly: settings ? await nightlyFact(root, github, settings, now) : { ok: true, value: null },
    app: settings ? await readApp(github, settings.app) : unknownApp,
    actions: await readActions(holder ?? github),
    teamsByMembers: await readTeamCreation(github),
    secrets: await readSecrets(holder ?? github),
    runner: holder && `${holder.owner}/${holder.repo}`,
    environments,
    codeownersErrors: await readCodeownersErrors(github),
    owners: await ownerFacts(github, book, now),
    workflows: await workflowTexts(
      root,
      commit,
      runner,
      (name, text) => asOwn(name, text, `${github.owner}/${github.repo}`)
    ),
    placeholders: await placeholders(root, commit),
    odd: await oddFiles(root, commit),
    systems: await systemFacts(book, io)
  };
}
var unknownApp = {
  ok: false,
  gap: { what: "number of the App", why: "grants/grantbook.yaml can’t be read", passing: false }
};
async function nightlyFact(root, { remote }, settings, now) {
  try {
    const head = await fetchRef(root, remote, EVIDENCE_REF);
    return {
      ok: true,
      value: head === null ? null : staleBeat(await readHeartbeat(root, head), settings, now)
    };
  } catch (error) {
    if (!(error instanceof UnableError)) throw error;
    return { ok: false, gap: { what: "the record", why: error.message, passing: true } };
  }
}

// src/commands/doctor.ts
var command = {
  formats: ["text", "json", "github"],
  example: "npx grantbook doctor",
  describe: (c) => {
    c.option("--runner <owner/name>", "the repository whose workflows prove and apply, if it is another one");
  },
  run: async (args, options, { root, format, quiet, now }, io) => {
    if (args.length > 0) throw new UsageError(`doctor takes no arguments, but was given "${args[0] ?? ""}".`);
    const { clock, sleep, random, signal } = io;
    const log = (line) => {
      if (!quiet) io.err(`${logLine(line)}
`);
    };
    const ports = { clock, sleep, random, signal, log };
    const github = openGitHub(io.environment, ports);
    const named3 = options["runner"];
    const runner = typeof named3 === "string" ? openGitHub({ ...io.environment, GITHUB_REPOSITORY: named3 }, ports) : null;
    const commit = await resolveCommit(root, "HEAD");
    const source = await openResolved(root, commit);
    try {
      const { book } = await source.load();
      const findings = examine(await collectFacts({ root, commit, now, book, github, runner }, io));
      io.out(
        format === "json" ? renderDoctorJson(findings) : format === "github" ? renderDoctorGithub(findings) : renderDoctorText(findings, mayColour(io))
      );
      return isHealthy(findings) ? 0 : 1;
    } finally {
      source.close();
    }
  }
};
export {
  command
};
