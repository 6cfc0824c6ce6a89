import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  count
} from "./chunk-UHBYMYAH.js";
import {
  printable
} from "./chunk-2ULQKFID.js";
import {
  failureOf,
  limitOf,
  permissionOf
} from "./chunk-GOME74WI.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";

// src/github/posted.ts
var reviewExitCode = ({ level, isDone }) => level === "warning" && !isDone ? 2 : 0;
var ELSEWHERE = "What was found is in the annotations, the summary of the job and the report.";
var unneeded = (reason) => ({
  level: "info",
  message: printable(`No review: ${reason}.`),
  isDone: true
});
var notPosted = (level, reason) => ({
  level,
  message: printable(`No review: ${reason}. ${ELSEWHERE}`),
  isDone: false
});
var eventText = (event) => event === "pull_request_target" ? "`pull_request_target` checks out the default branch, so nothing of the pull request was judged; run it for `pull_request`" : `this run is for \`${event ?? "no event"}\`, not for a pull request`;
var movedText = (head) => `the pull request has a newer commit (${head.slice(0, 7)}), and the run for that one will speak`;
function postedBy(outcome) {
  if (outcome.kind === "moved") {
    return notPosted("notice", movedText(outcome.head));
  }
  const { created, updated, removed, kept, summary, leftovers, unresolved } = outcome;
  const said = { created: "made", updated: "edited", kept: "as it should be", none: "not needed" }[summary];
  const rest = leftovers.length > 0 ? ` It holds ${count(leftovers.length, "finding")} without a comment.` : "";
  const message = `Review: ${count(created, "comment")} made, ${updated} edited, ${removed} removed, ${kept} kept; summary ${said}.${rest}`;
  if (unresolved === 0) return { level: "info", message, isDone: true };
  return { level: "warning", message: `${message} ${unresolvedText(unresolved)}`, isDone: true };
}
var unresolvedText = (threads) => `${count(threads, "thread")} of findings that are gone ${threads === 1 ? "stays" : "stay"} open: the token may not resolve them. GitHub asks for \`contents: write\` beside \`pull-requests: write\`; without it, leave \`resolve-threads\` out.`;
function refusedBy(error, env, pullRequest) {
  const failure = failureOf(error) ?? (error instanceof Error ? failureOf(error.cause) : void 0);
  if (failure) return notPosted(...reasonOf(failure, env, pullRequest));
  if (error instanceof UserError) return notPosted("warning", error.message);
  const words = error instanceof Error ? error.stack ?? error.message : String(error);
  return notPosted("warning", `something went wrong that should not (please report it): ${words}`);
}
function reasonOf(failure, { GITHUB_ACTOR: actor }, { isFromFork }) {
  const { status, message } = failure;
  const words = `GitHub says ${status}: ${message}`;
  if (limitOf(failure, Date.now())) return ["warning", `GitHub asks to wait for longer than a job should (${words})`];
  if (status === 401) return ["warning", `GitHub does not know the token of \`github-token\` (${words})`];
  if (status >= 500) return ["warning", `GitHub does not answer (${message})`];
  if (status !== 403 && status !== 404) return ["warning", words];
  if (isFromFork)
    return ["notice", `the pull request comes from a fork, whose runs have a token that cannot write (${words})`];
  const whose = actor === "dependabot[bot]" ? " (Dependabot’s runs can write only what is named there)" : "";
  const permission = permissionOf(failure) ?? "pull-requests: write";
  return ["warning", `the token may not do that (${words}): add \`${permission}\` to the job’s \`permissions\`${whose}`];
}

export {
  reviewExitCode,
  unneeded,
  notPosted,
  eventText,
  movedText,
  postedBy,
  refusedBy
};
