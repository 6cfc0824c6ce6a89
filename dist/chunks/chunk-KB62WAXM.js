import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  linksTo
} from "./chunk-M6XGBZDC.js";
import {
  isGuardNote
} from "./chunk-EGGL2WH3.js";
import {
  findRepository
} from "./chunk-MHGYMCE7.js";
import {
  readText
} from "./chunk-AULO6AMP.js";
import {
  LostAnswer,
  failureOf,
  graphqlKinds,
  isInline,
  limitOf,
  permissionOf,
  resolveThreads
} from "./chunk-DIJLDY4C.js";
import {
  asList,
  asMapping,
  asText,
  valueAt
} from "./chunk-NNHQXPSF.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";
import {
  code,
  escapeText,
  fence,
  linked,
  row,
  tableHead
} from "./chunk-V5WNMZFE.js";
import {
  clip
} from "./chunk-E6P33G6U.js";
import {
  GUARD_CHANGED,
  HOMEPAGE,
  count,
  countBySeverity,
  counting,
  open,
  ruleUrl,
  suppressedText,
  worldsText
} from "./chunk-GW7OXMLF.js";
import {
  SEVERITIES,
  nameOf
} from "./chunk-4AX3HMK5.js";
import {
  printable
} from "./chunk-2ULQKFID.js";

// src/github/judged-head.ts
import { join as join2 } from "node:path";

// src/github/head-lines.ts
import { createHash } from "node:crypto";
import { join } from "node:path";

// src/github/moved-lines.ts
var MOST_DEPTH = 64;
function movedLines(from, to) {
  const [a, b] = [from.split("\n"), to.split("\n")];
  const partners = /* @__PURE__ */ new Map();
  const stack = [{ from: [0, a.length], to: [0, b.length], depth: 0 }];
  for (let stretch = stack.pop(); stretch; stretch = stack.pop()) stack.push(...compare(a, b, stretch, partners));
  return (line) => {
    const partner = partners.get(line - 1);
    return partner === void 0 ? void 0 : partner + 1;
  };
}
function compare(a, b, stretch, partners) {
  let [[i, iEnd], [j, jEnd]] = [stretch.from, stretch.to];
  for (; i < iEnd && j < jEnd && a[i] === b[j]; i += 1, j += 1) partners.set(i, j);
  for (; i < iEnd && j < jEnd && a[iEnd - 1] === b[jEnd - 1]; iEnd -= 1, jEnd -= 1) partners.set(iEnd - 1, jEnd - 1);
  if (i === iEnd || j === jEnd || stretch.depth === MOST_DEPTH) return [];
  const anchors = longestRising(sharedOnce(a, b, [i, iEnd], [j, jEnd]));
  const gaps = [];
  for (const [x, y] of anchors) {
    partners.set(x, y);
    gaps.push({ from: [i, x], to: [j, y], depth: stretch.depth + 1 });
    i = x + 1;
    j = y + 1;
  }
  if (anchors.length > 0) gaps.push({ from: [i, iEnd], to: [j, jEnd], depth: stretch.depth + 1 });
  return gaps;
}
function sharedOnce(a, b, inA, inB) {
  const theirs = linesOnce(b, inB);
  return [...linesOnce(a, inA)].flatMap(([text, i]) => {
    const j = theirs.get(text);
    return i === void 0 || j === void 0 ? [] : [[i, j]];
  });
}
function linesOnce(lines, [start, end]) {
  const seen = /* @__PURE__ */ new Map();
  for (let i = start; i < end; i += 1) {
    const text = lines[i] ?? "";
    seen.set(text, seen.has(text) ? void 0 : i);
  }
  return seen;
}
function longestRising(pairs) {
  const tops = [];
  for (const pair of pairs) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = low + high >> 1;
      if ((tops[middle]?.pair[1] ?? 0) < pair[1]) low = middle + 1;
      else high = middle;
    }
    tops[low] = { pair, before: tops[low - 1] };
  }
  const chosen = [];
  for (let card = tops.at(-1); card; card = card.before) chosen.push(card.pair);
  return chosen.reverse();
}

// src/github/head-lines.ts
var MOST_FETCHED = 20;
async function headLines(findings, source) {
  const { root, repository, head } = source;
  const isHead = await repository?.commitOf("HEAD") === head;
  const listed = new Map(source.files.map((file) => [file.path, file]));
  const maps = /* @__PURE__ */ new Map();
  let fetched = 0;
  for (const file of isHead ? [] : filesOf(findings)) {
    const judged = await readText(join(root, file)).catch(() => void 0);
    if (judged === void 0) continue;
    const { sha, patch } = listed.get(file) ?? {};
    const isSame = sha !== void 0 && sha === blobName(judged, sha);
    if (isSame) maps.set(file, (line) => line);
    else {
      let text = await repository?.textAt(head, file);
      if (text === void 0 && sha && patch !== void 0 && fetched < MOST_FETCHED) {
        fetched += 1;
        text = await source.fetchText(sha);
      }
      if (text !== void 0) maps.set(file, movedLines(unix(judged), unix(text)));
    }
  }
  return isHead ? (_, line) => line : (file, line) => maps.get(file)?.(line);
}
var filesOf = (findings) => new Set(
  findings.flatMap(
    ({ location, places, related }) => [location, ...places, ...related.map((entry) => entry.location)].flatMap((place) => place ? [place.file] : [])
  )
);
function blobName(text, like) {
  return createHash(like !== null && like.length > 40 ? "sha256" : "sha1").update(`blob ${Buffer.byteLength(text)}\0`).update(text).digest("hex");
}
var unix = (text) => text.replaceAll("\r\n", "\n");

// src/github/judged-head.ts
async function judgedHead(findings, tree) {
  const files = [];
  for (const file of [...filesOf(findings)].sort()) {
    const judged = await readText(join2(tree.root, file)).catch(() => void 0);
    if (judged === void 0) continue;
    const text = await tree.repository?.textAt(tree.head, file);
    const blob = blobName(judged, tree.head);
    files.push({ file, blob, ...text !== void 0 && { stretches: stretchesOf(unix(judged), unix(text)) } });
  }
  return { commit: tree.head, files };
}
function stretchesOf(from, to) {
  const partner = movedLines(from, to);
  const stretches = [];
  for (let line = 1; line <= from.split("\n").length; line += 1) {
    const headLine = partner(line);
    const last = stretches.at(-1);
    if (headLine === void 0) continue;
    if (last && last.line + last.count === line && last.headLine + last.count === headLine) last.count += 1;
    else stretches.push({ line, headLine, count: 1 });
  }
  return stretches;
}
function reportedLines({ files }, listed) {
  const judged = new Map(files.map((entry) => [entry.file, entry]));
  const blobs = new Map(listed.map(({ path, sha }) => [path, sha]));
  return (file, line) => {
    const entry = judged.get(file);
    if (!entry) return void 0;
    if (entry.blob === blobs.get(file)) return line;
    const stretch = entry.stretches?.find((it) => it.line <= line && line < it.line + it.count);
    return stretch && stretch.headLine + line - stretch.line;
  };
}

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

// src/github/post.ts
import { join as join3 } from "node:path";

// src/github/fixes.ts
function fixesOf(findings) {
  const fixes = /* @__PURE__ */ new Map();
  const taken = /* @__PURE__ */ new Set();
  for (const { fingerprint, fix } of findings) {
    if (!fix || fix.generates.length > 0) continue;
    const lines = fix.edits.map(({ file, startLine, endLine }) => JSON.stringify([file, startLine, endLine]));
    if (lines.some((key) => taken.has(key))) continue;
    for (const key of lines) taken.add(key);
    fixes.set(fingerprint, {
      edits: fix.edits.map(({ file, startLine, endLine, replacement, isCrlf = false }) => ({
        ...{ file, startLine, endLine },
        replacement: replacement === "" ? "" : `${replacement}
`,
        ...isCrlf && { isCrlf }
      })),
      ...fix.safety === "unsafe" && { question: fix.question }
    });
  }
  return fixes;
}

// src/github/owners.ts
var MOST_BYTES = 3 * 1024 * 1024;
function ownersIn(text) {
  if (Buffer.byteLength(text) > MOST_BYTES) return () => [];
  const entries = text.split("\n").flatMap((line) => entryOf(line) ?? []);
  return (file) => entries.findLast((entry) => takes(entry, file.split("/")))?.owners ?? [];
}
function entryOf(line) {
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? [];
  const comment = words.findIndex((word) => word.startsWith("#"));
  const [pattern, ...owners] = comment < 0 ? words : words.slice(0, comment);
  if (pattern === void 0 || /^!|[[\]]/.test(pattern)) return void 0;
  const path = pattern.replace(/\\(.)/g, "$1");
  const segments = path.split("/").filter(Boolean);
  const isTied = path.slice(0, -1).includes("/");
  return { segments: isTied ? segments : ["**", ...segments], isFolder: path.endsWith("/"), owners };
}
function takes({ segments, isFolder }, path) {
  let reached = [true, ...path.map(() => false)];
  for (const segment of segments) {
    const before = reached;
    let isPast = false;
    reached = before.map((is, i) => {
      isPast ||= is;
      return segment === "**" ? isPast : before[i - 1] === true && isLike(segment, path[i - 1] ?? "");
    });
  }
  const takesFolders = isFolder || segments.at(-1) !== "*";
  return reached.some((is, i) => is && i > 0 && (i === path.length ? !isFolder : takesFolders));
}
function isLike(pattern, name) {
  let [at, star, from] = [0, -1, 0];
  for (let i = 0; i < name.length; ) {
    if (pattern[at] === "*") {
      star = at;
      from = i;
      at += 1;
    } else if (pattern[at] === "?" || pattern[at] === name[i]) {
      at += 1;
      i += 1;
    } else if (star >= 0) {
      from += 1;
      i = from;
      at = star + 1;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(at));
}

// src/github/fit.ts
function fitted(sections, maxBytes) {
  const texts = /* @__PURE__ */ new Map();
  let room = maxBytes - sections.reduce((sum, section) => sum + bytes(restOf(section)), 0);
  for (const section of sections.toSorted((a, b) => a.rank - b.rank)) {
    const own = bytes(restOf(section));
    const text = textOf(section, Math.min(room, section.most ?? Number.POSITIVE_INFINITY) + own);
    room -= bytes(text) - own;
    texts.set(section, text);
  }
  return sections.map((section) => texts.get(section)).join("");
}
var restOf = ({ items, rest }) => items.length > 0 ? rest?.(items.length) ?? "" : "";
function textOf(section, room) {
  const { head = "", tail = "", items, rest } = section;
  const whole = items.length > 0 ? head + items.join("") + tail : "";
  if (bytes(whole) <= room) return whole;
  let used = bytes(head) + bytes(tail) + bytes(restOf(section));
  let fitting = 0;
  for (const item of items) {
    used += bytes(item);
    if (used > room) break;
    fitting += 1;
  }
  const left = rest?.(items.length - fitting) ?? "";
  return fitting === 0 ? left : head + items.slice(0, fitting).join("") + tail + left;
}
var bytes = (text) => Buffer.byteLength(text);

// src/github/marker.ts
var NAME = "eso-hardener:1";
function printMarker(marker) {
  const what = marker.kind === "finding" ? `fingerprint=${encode(marker.fingerprint)}${marker.isResolved ? " resolved" : ""}` : marker.kind;
  return `<!-- ${NAME} key=${encode(marker.key)} ${what} -->`;
}
var MARKER = /^<!-- eso-hardener:1 key=([\w.%]*) (?:fingerprint=([\w.%]+)( resolved)?|(summary|review)) -->$/;
function parseMarker(body) {
  const text = body.trimEnd();
  const [line, encodedKey = "", fingerprint, resolved, kind] = MARKER.exec(text.slice(text.lastIndexOf("\n") + 1)) ?? [];
  const key = decode(encodedKey);
  if (line === void 0 || key === void 0) return void 0;
  if (kind !== void 0) return { kind: kind === "summary" ? "summary" : "review", key };
  const decoded = decode(fingerprint ?? "");
  return decoded === void 0 ? void 0 : { kind: "finding", key, fingerprint: decoded, isResolved: resolved !== void 0 };
}
var encode = (text) => encodeURIComponent(text.toWellFormed()).replace(
  /[-!'()*~]/g,
  (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
);
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return void 0;
  }
}

// src/github/comment.ts
var MOST_BYTES2 = 65536;
var reporterLink = ({ url }) => url === void 0 ? "the run of this pull request" : linked("the run of this pull request", url);
var SIGN = {
  critical: "🔴",
  high: "🟠",
  medium: "🟡",
  low: "🔵",
  info: "⚪"
};
var IGNORING = `${HOMEPAGE}/blob/main/docs/adoption.md`;
var MOST_RELATED = 5;
function commentBody(finding, placement, fix, context) {
  const { rule: id, severity, message, remedy, fingerprint } = finding;
  const rule = context.rules.find((rule2) => rule2.id === id);
  const [edit] = fix?.edits ?? [];
  const block = placement?.at === "fix" ? edit && suggestion(edit) : fix && patchText(fix, context);
  const worlds = worldsText(finding, context);
  const subject = finding.object ? `${code(nameOf(finding.object))}: ` : "";
  const what = `${subject}${prose(message)}${worlds === void 0 ? "" : ` (${escapeText(worlds)})`}.`;
  const where = whereText(finding, placement, context).join(" ");
  const related = finding.related.filter((entry) => entry !== placement?.related);
  const sections = [
    { rank: 0, items: [`${SIGN[severity]} **${prose(rule?.title ?? id)}** (${severity})

`] },
    { rank: 0, items: [`${what}${where && ` ${where}`}

`] },
    { rank: 1, items: placement?.related ? [storyText(placement.related)] : [] },
    { rank: 4, items: rule ? [`**Why it matters.** ${prose(rule.why)}

`] : [] },
    {
      rank: 5,
      head: `${placement?.related ? "Also part of it" : "How it comes about"}:

`,
      items: related.slice(0, MOST_RELATED).map((entry) => relatedItem(entry, context)),
      tail: related.length > MOST_RELATED ? `- and ${related.length - MOST_RELATED} more, in the report

` : "\n"
    },
    { rank: 2, items: [`**What to do.** ${prose(remedy)}

`] },
    { rank: 3, items: block === void 0 ? [] : [`${block}
${triedText(context)}${questionText(fix)}

`] },
    {
      rank: 0,
      items: [`<sub>${footer(id, context).join(" · ")}</sub>

`]
    },
    { rank: 0, items: [printMarker({ kind: "finding", key: context.key, fingerprint, isResolved: false })] }
  ];
  return fitted(sections, MOST_BYTES2);
}
var MOST_EDITS = 5;
function patchText({ edits }, context) {
  const parts = edits.map((edit) => editText(edit, context));
  if (edits.length > MOST_EDITS || parts.includes(void 0)) return void 0;
  return parts.join("\n");
}
function editText(edit, context) {
  const { file, startLine, endLine, replacement } = edit;
  const [first2, last] = [context.headLine(file, startLine), context.headLine(file, endLine)];
  const block = fenced("yaml", edit);
  if (first2 === void 0 || last === void 0 || block === void 0) return void 0;
  const lines = first2 === last ? `${first2}` : `${first2} to ${last}`;
  const link = placeLink({ file, startLine, via: "manifest" }, context);
  return replacement === "" ? `At ${link}, without line ${lines}.
` : `At ${link}, in place of line ${lines}:

${block}`;
}
var footer = (id, context) => [
  ruleLink(id, context),
  linked("meant to be so?", IGNORING),
  ...context.reporter ? [`reported by ${reporterLink(context.reporter)}`] : []
];
var triedText = ({ reporter }) => reporter ? "As the run of this pull request says, this edit was tried on a copy: the finding goes away, and no new one comes. Read it before you take it." : "This edit was tried on a copy: the finding goes away, and no new one comes.";
var questionText = (fix) => fix?.question === void 0 ? "" : ` Before you take it: ${prose(fix.question)}`;
function whereText(finding, placement, context) {
  const { location } = finding;
  const isHere = location !== null && placement !== void 0 && isAt(placement, location, context);
  if (location === null) return [NOWHERE];
  const place = isHere ? "" : `The place to change is ${placeLink(location, context)}.`;
  return [place, keyText(location), isHere ? "" : askText(location.file, context)].filter(Boolean);
}
var ruleLink = (id, { rules }) => rules.some((rule) => rule.id === id) ? linked(id, ruleUrl(id)) : code(id);
var storyText = ({ object, message }) => `You read this here because a line of this change plays a part (${code(nameOf(object))}: ${prose(message)}).

`;
var NOWHERE = "No line of this repository stands for it.";
function isAt({ path, line, startLine = line, at }, place, { headLine }) {
  if (at === "fix") return true;
  if (path !== place.file || place.startLine === void 0 || line === void 0 || startLine === void 0)
    return false;
  const decisive = headLine(place.file, place.startLine);
  return decisive !== void 0 && decisive >= startLine && decisive <= line;
}
function keyText({ key, confidence = "set-by" }) {
  if (key === void 0) return "";
  return { "set-by": "It is set by", "gated-by": "It is there because of", probably: "It is probably decided by" }[confidence].concat(` ${code(key)}.`);
}
function askText(file, { isInChange, ownersOf: ownersOf2 }) {
  if (isInChange(file)) return "";
  const owners = ownersOf2?.(file).slice(0, MOST_RELATED).map(code).join(", ");
  return `This pull request does not touch that file: if it is not yours, ask ${owners || "those who look after it"}.`;
}
function placeLink({ file, startLine }, { headLine, link }) {
  const line = startLine === void 0 ? void 0 : headLine(file, startLine);
  const label = code(line === void 0 ? file : `${file}:${line}`);
  return link ? linked(label, link(file, line)) : label;
}
var relatedItem = ({ object, message, location }, context) => `- ${code(nameOf(object))}: ${prose(message)}${location ? ` (${placeLink(location, context)})` : ""}
`;
var suggestion = (edit) => fenced("suggestion", edit);
function fenced(word, { replacement, isCrlf = false }) {
  if (printable(replacement) !== replacement) return void 0;
  const unix2 = replacement === "" || replacement.endsWith("\n") ? replacement : `${replacement}
`;
  const lines = isCrlf ? unix2.replaceAll("\n", "\r\n") : unix2;
  let longest = 2;
  for (const [run] of replacement.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const ticks = "`".repeat(longest + 1);
  return `${ticks}${word}
${lines}${ticks}
`;
}
function resolvedBody(body, head, marker) {
  const [first2 = ""] = body.replace(/\r\n?/g, "\n").trimStart().split("\n");
  const title = TITLE.exec(first2)?.[1];
  const paragraphs = [
    `✅ **Resolved** at ${code(head.slice(0, 7))}: this is not reported any more.`,
    ...title === void 0 ? [] : [`> ${title}`],
    "The comment stays because somebody answered it.",
    printMarker({ ...marker, isResolved: true })
  ];
  return paragraphs.join("\n\n");
}
var TITLE = /^\S{1,4} (\*\*[^*<>`@[\]]{1,2000}\*\* \([a-z]+\))$/u;
var reviewBody = (comments, key) => `eso-hardener has ${count(comments, "comment")} on the lines of this change. The summary is in a comment of its own.

${printMarker({ kind: "review", key })}`;
var MOST_PROSE = 2e3;
function prose(text) {
  const parts = clip(text, MOST_PROSE).split("`");
  const isOpen = parts.length % 2 === 0;
  return parts.map((part, i) => {
    if (i % 2 === 1 && !(isOpen && i === parts.length - 1)) return code(part);
    const isLiteral = isOpen && i === parts.length - 1;
    return spaced(isLiteral ? `\`${part}` : part);
  }).join("");
}
function spaced(text) {
  const inner = escapeText(text);
  if (inner === "") return text === "" ? "" : " ";
  return `${/^\s/.test(text) ? " " : ""}${inner}${/\s$/.test(text) ? " " : ""}`;
}

// src/github/carry-out.ts
var MOST_TOGETHER = 60;
async function carryOut(client, plan2, way) {
  const { create, update, remove, markFixed } = plan2;
  const inline = create.filter(isInline);
  if (!way.isOneByOne && !await postTogether(client, inline, way))
    return { isUnwanted: true, refused: [], hasLost: false, unresolved: 0 };
  const single = way.isOneByOne ? create : create.filter((draft) => !isInline(draft));
  const refused = await postEach(client, single, way);
  let hasLost = false;
  for (const { id, body } of update) hasLost = !await unlessGone(client.updateComment(id, body)) || hasLost;
  for (const { id } of remove) await unlessGone(client.deleteComment(id));
  const isResolving = way.isResolving === true && markFixed.length > 0;
  const unresolved = isResolving ? await resolveThreads(
    client,
    markFixed.map(({ nodeId }) => nodeId)
  ) : 0;
  for (const { id, nodeId, body } of markFixed) {
    await folded(client, nodeId);
    await unlessGone(client.updateComment(id, body));
  }
  return { isUnwanted: false, refused, hasLost, unresolved };
}
async function postTogether(client, drafts, { head, key }) {
  for (let at = 0; at < drafts.length; at += MOST_TOGETHER) {
    const some = drafts.slice(at, at + MOST_TOGETHER);
    if (!await unless(UNPROCESSABLE, client.createReview(head, reviewBody(some.length, key), some))) return false;
  }
  return true;
}
async function postEach(client, drafts, { head }) {
  const refused = [];
  for (const draft of drafts)
    if (!await unless(UNPROCESSABLE, client.createComment(head, draft))) refused.push(draft.fingerprint);
  return refused;
}
async function folded(client, nodeId) {
  try {
    await client.minimize(nodeId);
  } catch (error) {
    if (graphqlKinds(error) === void 0 && failureOf(error)?.status !== FORBIDDEN) throw error;
  }
}
var FORBIDDEN = 403;
var GONE = 404;
var UNPROCESSABLE = 422;
var unlessGone = (request) => unless(GONE, request);
async function unless(status, request) {
  try {
    await request;
    return true;
  } catch (error) {
    if (failureOf(error)?.status !== status) throw error;
    return false;
  }
}

// src/github/live.ts
function liveComments(existing2, key) {
  const live = existing2.flatMap((comment) => {
    const marker = parseMarker(comment.body);
    return marker?.kind === "finding" && marker.key === key && !marker.isResolved ? [{ ...comment, marker }] : [];
  });
  return Map.groupBy(live, ({ marker }) => marker.fingerprint);
}
function bestOf(comments, placement) {
  const isRight = (comment) => placement !== void 0 && standsAt(comment, placement);
  const [best] = comments.toSorted(
    (a, b) => Number(b.hasReply) - Number(a.hasReply) || Number(isRight(b)) - Number(isRight(a)) || a.id - b.id
  );
  return best;
}
function surplusOf(live, cards) {
  const claimed = new Set(cards.map(({ comment }) => comment));
  return [...live.values()].flat().filter((comment) => !claimed.has(comment));
}
function standsAt(comment, { path, line, startLine, at }) {
  if (comment.path !== path) return false;
  if (line === void 0 || comment.isFileLevel) return line === void 0 && comment.isFileLevel;
  return comment.line === line && (at !== "fix" || (comment.startLine ?? line) === (startLine ?? line));
}
var isSameText = (a, b) => plain(a) === plain(b);
var plain = (body) => body.replace(/\r\n?/g, "\n").trimEnd();

// src/github/own.ts
async function ownOf(client, key) {
  const all = await client.reviewComments();
  const issue = await client.issueComments();
  const marked = (comment, kind) => {
    const marker = parseMarker(comment.body);
    return marker?.kind === kind && marker.key === key;
  };
  const comments = all.filter((comment) => comment.inReplyTo === void 0 && marked(comment, "finding"));
  const summaries = issue.filter((comment) => marked(comment, "summary")).toSorted((a, b) => a.id - b.id);
  if (comments.length + summaries.length === 0) return { comments: [], summaries: [] };
  const isOwn = byAuthor(await client.viewer());
  const answered = new Set(all.flatMap((comment) => isOwn(comment) ? [] : comment.inReplyTo ?? []));
  return {
    comments: comments.filter(isOwn).map((comment) => existing(comment, answered)),
    summaries: summaries.filter(isOwn)
  };
}
var byAuthor = (viewer) => ({ author }) => author !== "" && [viewer, `${viewer}[bot]`].includes(author);
var existing = ({ id, nodeId, body, path, line, startLine, isFileLevel }, answered) => ({ id, nodeId, body, path, line, startLine, isFileLevel, hasReply: answered.has(id) });

// src/github/choice.ts
function choose(cards, { comments, onFiles }) {
  const chosen = new Set(cards.filter(({ comment }) => comment?.hasReply));
  let files = 0;
  for (const card of cards.toSorted(byClaim)) {
    if (!card.placement || chosen.has(card)) continue;
    if (chosen.size >= comments) break;
    if (card.placement.line === void 0) {
      if (files >= onFiles) continue;
      files += 1;
    }
    chosen.add(card);
  }
  return chosen;
}
function byClaim(a, b) {
  return SEVERITIES.indexOf(b.finding.severity) - SEVERITIES.indexOf(a.finding.severity) || Number(b.comment !== void 0) - Number(a.comment !== void 0) || Number(b.placement?.line !== void 0) - Number(a.placement?.line !== void 0);
}

// src/github/diff.ts
var HEADER = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/;
function hunksOf(patch) {
  const lines = patch?.split("\n") ?? [];
  return lines.flatMap((header, i) => {
    const start = HEADER.exec(header)?.[1];
    const hunk = start === void 0 ? void 0 : readHunk(lines, i + 1, Number(start));
    return hunk && hunk.endLine >= hunk.startLine ? [hunk] : [];
  });
}
function readHunk(lines, from, startLine) {
  const added = /* @__PURE__ */ new Set();
  let line = startLine;
  for (let at = from; at < lines.length; at += 1) {
    const sign = lines[at]?.[0];
    if (sign === "+") added.add(line);
    if (sign === "+" || sign === " ") line += 1;
    else if (sign !== "-" && sign !== "\\") break;
  }
  return { startLine, endLine: line - 1, added };
}
var MOST_LINES = 10;
function commentableRange(hunks, { startLine, endLine }) {
  const meeting = hunks.filter((hunk2) => hunk2.startLine <= endLine && hunk2.endLine >= startLine);
  const hunk = meeting.find((hunk2) => hunk2.startLine <= startLine) ?? meeting[0];
  if (!hunk) return void 0;
  const range = { startLine: Math.max(startLine, hunk.startLine), endLine: Math.min(endLine, hunk.endLine) };
  return range.endLine - range.startLine < MOST_LINES ? range : { ...range, endLine: range.startLine };
}
var isInOneHunk = (hunks, { startLine, endLine }) => startLine <= endLine && hunks.some((hunk) => hunk.startLine <= startLine && hunk.endLine >= endLine);
var isTouched = (hunks, { startLine, endLine }) => hunks.some(({ added }) => added.values().some((line) => line >= startLine && line <= endLine));

// src/github/placement.ts
function placementOf(finding, fix, diff) {
  const places = finding.places.length > 0 ? finding.places : finding.location ? [finding.location] : [];
  const own = (fix && fixPlacement(finding, fix, diff)) ?? first(places, (place) => onLines(finding, place, diff, "place"));
  if (own || finding.isNew !== true) return own;
  const { related } = finding;
  return first(related, (object) => {
    const placement = object.location && onLines(finding, object.location, diff, "related");
    return placement ? { ...placement, related: object } : void 0;
  }) ?? first(places, ({ file }) => diff.hunks.has(file) ? onFile(file) : void 0);
}
var onFile = (path) => ({ path, line: void 0, startLine: void 0, at: "file" });
function first(items, place) {
  for (const item of items) {
    const placement = place(item);
    if (placement) return placement;
  }
  return void 0;
}
function fixPlacement(finding, { edits }, diff) {
  const [edit, ...others] = edits;
  if (!edit || others.length > 0) return void 0;
  const { file, startLine, endLine } = edit;
  const hunks = diff.hunks.get(file) ?? [];
  const range = rangeInHead(file, startLine, endLine, diff);
  if (!range || !isInOneHunk(hunks, range) || !counts(finding, hunks, range)) return void 0;
  for (let line = startLine; line <= endLine; line += 1)
    if (diff.headLine(file, line) !== range.startLine + line - startLine) return void 0;
  return placed(file, range, "fix");
}
function onLines(finding, { file, startLine, endLine = startLine }, diff, at) {
  const hunks = diff.hunks.get(file) ?? [];
  if (startLine === void 0 || endLine === void 0) return void 0;
  const whole = rangeInHead(file, startLine, endLine, diff);
  const range = whole && commentableRange(hunks, whole);
  return range && counts(finding, hunks, range) ? placed(file, range, at) : void 0;
}
var counts = ({ isNew }, hunks, range) => isNew === true || isTouched(hunks, range);
function rangeInHead(file, first2, last, { headLine }) {
  const [startLine, endLine] = [headLine(file, first2), headLine(file, last)];
  return startLine === void 0 || endLine === void 0 || endLine < startLine ? void 0 : { startLine, endLine };
}
var placed = (path, { startLine, endLine }, at) => ({
  path,
  line: endLine,
  startLine: startLine === endLine ? void 0 : startLine,
  at
});

// src/github/summary.ts
var isQuiet = ({ conclusion, findings, failures, warnings, fixed, notes }) => conclusion === "success" && ![counting(findings), open(failures), warnings, fixed, notes.filter(isGuardNote)].some((list2) => list2.length > 0);
function summaryBody(input) {
  const { assessment, context, leftovers } = input;
  const { failures, warnings, notes, fixed, threats } = assessment;
  const [guard, others] = [notes.filter(isGuardNote), notes.filter((note) => !isGuardNote(note))];
  const sections = [
    { rank: 0, items: [headText(input)] },
    { rank: 0, items: [severityTable(assessment)] },
    {
      rank: 3,
      head: `
### ${input.commented > 0 ? "Also found, without a comment of its own" : "Found"}

${tableHead("Severity", "What", "Where")}`,
      items: leftovers.map((finding) => leftoverItem(finding, context)),
      rest: more("finding")
    },
    { rank: 1, most: MOST_BYTES2 / 4, ...list("Not checked", failures, failureItem, "failure") },
    { rank: 5, most: MOST_BYTES2 / 8, ...list("What got better", fixed, fixedItem(context), "fixed finding") },
    {
      rank: 2,
      most: MOST_BYTES2 / 8,
      ...list("What this change edits without effect on itself", guard, noteItem, "edit")
    },
    { rank: 2, most: MOST_BYTES2 / 8, ...list("Ignores to repair", warnings, warningItem(context), "warning") },
    { rank: 4, most: MOST_BYTES2 / 8, ...list("Good to know", others, noteItem, "note") },
    threatSection(threats, assessment, context),
    { rank: 0, items: [FOOTER, printMarker({ kind: "summary", key: context.key })] }
  ];
  return fitted(sections, MOST_BYTES2);
}
var more = (word) => (number) => number > 0 ? `
… and ${count(number, `more ${word}`)}, in the report of the job.
` : "";
function list(heading, entries, item, word) {
  return { head: `
### ${heading}

`, items: entries.map(item), rest: more(word) };
}
var FOOTER = `
<sub>${[linked("What this is", HOMEPAGE), linked("when a finding is meant to be so", IGNORING)].join(" · ")}</sub>

`;
var SIGNS = { success: "✅", failure: "❌", incomplete: "⚠️" };
function headText(input) {
  const { assessment, head, context } = input;
  const { conclusion, failOn, failures, hasChangedGuard, base } = assessment;
  const [fresh, missed] = [counting(assessment.findings).length, open(failures).length];
  const kind = base?.commit ? "new finding" : "finding";
  const title = conclusion === "failure" ? "something here needs a look" : conclusion === "incomplete" ? "not everything could be checked" : fresh > 0 ? "nothing that holds this up" : "nothing new to worry about";
  const reason = hasChangedGuard ? `${GUARD_CHANGED}.` : `It fails because a ${kind} is ${failOn} or above.`;
  const sentences = [
    countText(assessment),
    ...conclusion === "failure" ? [reason] : [],
    ...missed > 0 ? [`**${count(missed, "thing")} could not be checked**, so this cannot pass.`] : [],
    ...commentTexts(input),
    `Judged at ${code(head.slice(0, 7))}${context.reporter ? ` by ${reporterLink(context.reporter)}, whose workflow its author may have changed` : ""}.`
  ];
  return `## ${SIGNS[conclusion]} eso-hardener: ${title}

${sentences.join(" ")}
`;
}
function countText({ base, findings, fixed }) {
  const fresh = counting(findings).length;
  if (!base?.commit)
    return `There ${fresh === 1 ? "is" : "are"} **${count(fresh, "finding")}**; nobody could say which are new.`;
  const old = findings.length - fresh;
  const gone = fixed.length > 0 ? ` and fixes **${fixed.length}**` : "";
  const kept = old > 0 ? ` ${old} ${old === 1 ? "was" : "were"} there before and ${old === 1 ? "does" : "do"} not count.` : "";
  return `This pull request brings **${count(fresh, "new finding")}**${gone}.${kept}`;
}
function commentTexts({ commented, capped, unsure, assessment: { suppressed } }) {
  return [
    ...commented > 0 ? [`${count(commented, "finding")} ${commented === 1 ? "has" : "have"} a comment in the changed files.`] : [],
    ...capped > 0 ? [`${capped} more could have one; only the most severe do.`] : [],
    ...unsure > 0 ? [`${count(unsure, "older comment")} ${unsure === 1 ? "stays" : "stay"} until everything can be checked again.`] : [],
    ...suppressed.length > 0 ? [`Ignored: ${suppressedText(suppressed)}.`] : []
  ];
}
function severityTable({ findings, fixed, hidden, minSeverity, base }) {
  const fresh = countBySeverity(counting(findings));
  const old = countBySeverity(findings.filter(({ isNew }) => isNew === false));
  const gone = countBySeverity(fixed);
  const rows = [...SEVERITIES].reverse().filter((severity) => fresh[severity] + old[severity] + gone[severity] > 0);
  const note = hidden > 0 ? `
${count(hidden, "finding")} below ${minSeverity} not counted here.
` : "";
  if (rows.length === 0) return note;
  const table = base?.commit ? tableHead("Severity", "New", "Fixed", "Were there before") + rows.map((it) => row(`${SIGN[it]} ${it}`, ...[fresh[it], gone[it], old[it]].map(String))).join("") : tableHead("Severity", "Found") + rows.map((it) => row(`${SIGN[it]} ${it}`, String(fresh[it]))).join("");
  return `
${table}${note}`;
}
function leftoverItem(finding, context) {
  const { severity, rule, object, message, location, rendered, places } = finding;
  const worlds = worldsText(finding, context);
  const subject = object ? ` ${code(nameOf(object))}:` : ":";
  const text = `${ruleLink(rule, context)}${subject} ${escapeText(worlds === void 0 ? message : `${message} (${worlds})`)}`;
  const origin = rendered ? `rendered by release ${code(rendered.release)}` : "nowhere in the repository";
  const others = places.length > 1 ? ` and ${count(places.length - 1, "other place")}` : "";
  const place = location ? `${placeLink(location, context)}${others}. ${keyText(location)}`.trim() : origin;
  return row(`${SIGN[severity]} ${severity}`, text, place);
}
var fixedItem = (context) => ({ rule, object }) => `- ${ruleLink(rule, context)}${object ? ` ${code(nameOf(object))}` : ""}
`;
var MOST_WORDS = 1500;
function failureItem({ release, message, location, accepted }) {
  const subject = release === null ? "" : `release ${code(release)}`;
  const pardon = accepted === void 0 ? "" : `
Accepted: ${escapeText(accepted)}
`;
  const place = location ? code(location.file) : "";
  return `${[subject, place].filter(Boolean).join(", ")}

${fence(clip(message, MOST_WORDS), "text")}${pardon}
`;
}
var warningItem = (context) => ({ message, location }) => `- ${location ? `${placeLink({ ...location, via: "manifest" }, context)}: ` : ""}${escapeText(message)}
`;
var noteItem = (note) => `- ${escapeText(note)}
`;
function threatSection(threats, { findings }, context) {
  const brought = new Set(
    findings.filter(({ isNew }) => isNew === true).flatMap((finding) => finding.threats)
  );
  const exposed = threats.filter(({ status }) => status === "exposed").length;
  const items = threats.map(({ id, says, status, evidence }) => {
    const because = evidence.map((entry) => status === "not-assessed" ? escapeText(entry) : ruleLink(entry, context));
    const state = status === "exposed" ? `**exposed**${brought.has(id) ? ", new here" : ""}` : status;
    return row(escapeText(id), escapeText(says), state, because.join(", "));
  });
  return {
    rank: 6,
    head: `
<details><summary>Threats: ${exposed} of ${threats.length} exposed in all that was checked</summary>

${tableHead("Threat", "Guidance", "State", "Because")}`,
    tail: "\n</details>\n",
    items,
    rest: more("threat")
  };
}

// src/github/plan.ts
function plan(input) {
  const { assessment, existing: existing2, head } = input;
  const diff = diffOf(input);
  const context = contextOf(input, diff);
  const live = liveComments(existing2, input.key);
  const cards = cardsOf(input, diff, live);
  const chosen = choose(cards, input.limits);
  const leftovers = leftoversOf(assessment, chosen);
  const { unsure, ...changes } = joined([
    ...cards.map((card) => changeFor(card, chosen.has(card), context)),
    ...surplusOf(live, cards).map((comment) => farewell(comment, input))
  ]);
  const capped = cards.filter((card) => card.placement && !chosen.has(card)).length;
  const isSilent = !input.hasSummary && isQuiet(assessment);
  return {
    ...changes,
    keep: existing2.length - changes.update.length - changes.remove.length - changes.markFixed.length,
    summary: isSilent ? null : summaryBody({ assessment, context, head, leftovers, commented: chosen.size, capped, unsure }),
    leftovers
  };
}
function diffOf({ files, headLine = (_, line) => line }) {
  const present = files.filter(({ status }) => status !== "removed");
  return { hunks: new Map(present.map(({ path, patch }) => [path, hunksOf(patch)])), headLine };
}
var contextOf = ({ assessment, rules, key, link, ownersOf: ownersOf2, reporter }, { hunks, headLine }) => ({
  ...{ rules, key, link, ownersOf: ownersOf2, reporter, headLine },
  worlds: assessment.worlds,
  isInChange: (file) => hunks.has(file)
});
function cardsOf(input, diff, live) {
  const { assessment, fixes, refused } = input;
  const unique = /* @__PURE__ */ new Map();
  for (const finding of ranked(assessment)) {
    if (!unique.has(finding.fingerprint)) unique.set(finding.fingerprint, finding);
  }
  return [...unique].map(([fingerprint, finding]) => {
    const fix = fixes?.get(fingerprint);
    const placement = refused?.has(fingerprint) ? void 0 : placementOf(finding, fix, diff);
    return { finding, fix, placement, comment: bestOf(live.get(fingerprint) ?? [], placement) };
  });
}
var ranked = ({ findings }) => counting(findings).toSorted((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity));
function leftoversOf(assessment, chosen) {
  const commented = new Set([...chosen].map(({ finding }) => finding));
  return ranked(assessment).filter((finding) => !commented.has(finding));
}
var joined = (parts) => ({
  create: parts.flatMap(({ create = [] }) => create),
  update: parts.flatMap(({ update = [] }) => update),
  remove: parts.flatMap(({ remove = [] }) => remove),
  markFixed: parts.flatMap(({ markFixed = [] }) => markFixed),
  unsure: parts.reduce((sum, { unsure = 0 }) => sum + unsure, 0)
});
function changeFor(card, isChosen, context) {
  const { finding, fix, placement, comment } = card;
  const isRight = comment !== void 0 && placement !== void 0 && standsAt(comment, placement);
  if (comment && (comment.hasReply || isRight && isChosen)) {
    const body2 = commentBody(finding, isRight ? placement : void 0, fix, context);
    return isSameText(comment.body, body2) ? {} : { update: [{ id: comment.id, body: body2 }] };
  }
  const remove = comment ? [{ id: comment.id }] : [];
  if (!placement || !isChosen) return { remove };
  const { path, line, startLine } = placement;
  const body = commentBody(finding, placement, fix, context);
  return { remove, create: [{ fingerprint: finding.fingerprint, path, body, line, startLine }] };
}
function farewell(comment, { assessment, head }) {
  const { id, nodeId, body, hasReply, marker } = comment;
  const isKnown = assessment.findings.some(({ fingerprint }) => fingerprint === marker.fingerprint);
  if (!isKnown && open(assessment.failures).length > 0) return { unsure: 1 };
  if (!hasReply) return { remove: [{ id }] };
  return isKnown ? {} : { markFixed: [{ id, nodeId, body: resolvedBody(body, head, marker) }] };
}

// src/github/review.ts
var MOST_ON_FILES = 10;
var MOST_ROUNDS = 6;
var WAIT_MS = 2e3;
async function review(client, request) {
  const refused = /* @__PURE__ */ new Set();
  const done = { created: 0, updated: 0, removed: 0, unresolved: 0 };
  let isOneByOne = false;
  let headLine;
  for (let round = 1; ; round += 1) {
    const isLast = round === MOST_ROUNDS;
    const seen = await look(client, request);
    if (seen.head !== request.head) return { kind: "moved", head: seen.head };
    headLine ??= await linesOfHead(client, request, seen.files);
    const input = planInput(request, seen, { headLine, refused });
    const planned = plan(input);
    try {
      const { head, key, resolvesThreads: isResolving } = request;
      const result = await carryOut(client, planned, { head, key, isOneByOne, isResolving });
      isOneByOne ||= result.isUnwanted;
      for (const fingerprint of result.refused) refused.add(fingerprint);
      done.unresolved += result.unresolved;
      if (!result.isUnwanted) add(done, planned, result.refused.length);
      if (!isLast && (result.isUnwanted || result.hasLost || result.refused.length > 0)) continue;
      const final = result.refused.length > 0 ? plan(input) : planned;
      const summary = await putSummary(client, final, seen.own);
      return { kind: "posted", ...done, kept: planned.keep, summary, leftovers: final.leftovers };
    } catch (error) {
      if (!(error instanceof LostAnswer) || isLast || !await client.wait(WAIT_MS)) throw error;
    }
  }
}
async function look(client, { mode, key }) {
  const files = mode === "inline" ? await client.files() : [];
  const own = await ownOf(client, key);
  return { files, own, head: await client.head() };
}
var linesOfHead = (client, { assessment, reporter, root, repository, head }, files) => (
  // What another run judged is not in this one's tree.
  reporter ? reportedLines(assessment.head ?? { commit: head, files: [] }, files) : headLines(assessment.findings, { root, repository, head, files, fetchText: (sha) => client.text(sha) })
);
var planInput = ({ assessment, rules, key, link, ownersOf: ownersOf2, fixes, reporter, head, maxComments }, { files, own }, known) => ({
  ...{ assessment, rules, key, link, ownersOf: ownersOf2, reporter, files, head, ...known },
  ...fixes && { fixes },
  existing: own.comments,
  hasSummary: own.summaries.length > 0,
  limits: { comments: maxComments, onFiles: MOST_ON_FILES }
});
function add(done, planned, refused) {
  done.created += planned.create.length - refused;
  done.updated += planned.update.length + planned.markFixed.length;
  done.removed += planned.remove.length;
}
async function putSummary(client, { summary }, { summaries }) {
  const [first2, ...others] = summaries;
  for (const { id } of others) await client.deleteSummary(id);
  if (summary === null) return "none";
  if (!first2) await client.createSummary(summary);
  else if (isSameText(first2.body, summary)) return "kept";
  else await client.updateSummary(first2.id, summary);
  return first2 ? "updated" : "created";
}

// src/github/trigger.ts
async function triggerOf(env) {
  if (!env.GITHUB_EVENT_PATH) throw new UserError("GITHUB_EVENT_PATH names no event", "run it in a workflow");
  const event = parsed(await readText(env.GITHUB_EVENT_PATH));
  const run = asMapping(valueAt(event, ["workflow_run"]));
  if (run) return ofRun(run, env);
  const pull = valueAt(event, ["pull_request"]);
  const [head, number] = [asText(valueAt(pull, ["head", "sha"])), valueAt(pull, ["number"])];
  if (head === void 0 || typeof number !== "number") return eventText(env.GITHUB_EVENT_NAME);
  const [from, into] = ["head", "base"].map((side) => valueAt(pull, [side, "repo", "full_name"]));
  const isFromFork = into !== void 0 && from !== into;
  return { head, isFromFork, url: pageOf(env, env.GITHUB_RUN_ID), find: async () => ({ number }) };
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError("the event of this workflow is not JSON", "see GITHUB_EVENT_PATH");
  }
}
function ofRun(run, env) {
  const [event, head] = [asText(run.event), asText(run.head_sha)];
  if (event !== "pull_request")
    return `the run before this one was for \`${event ?? "no event"}\`, not for a pull request`;
  if (head === void 0) throw new UserError("the event of this workflow names no commit");
  const [from, branch] = [asText(valueAt(run.head_repository, ["full_name"])), asText(run.head_branch)];
  const named = asList(run.pull_requests).map((pull) => valueAt(pull, ["number"]));
  return {
    ...{ head, isFromFork: false },
    url: pageOf(env, String(run.id)),
    async find(repository) {
      if (from === void 0 || branch === void 0) return { reason: "the repository that it comes from is gone" };
      const pulls = await repository.pullsFrom(`${from.split("/")[0]}:${branch}`);
      return choose2(
        pulls.filter((pull) => pull.from === from),
        head,
        named
      );
    }
  };
}
function choose2(pulls, head, named) {
  const exact = pulls.filter((pull) => pull.head === head);
  const [first2, ...others] = exact.length > 1 ? exact.filter(({ number }) => named.includes(number)) : exact;
  if (first2 && others.length === 0) return { number: first2.number };
  if (exact.length > 1)
    return { reason: `several pull requests have this head: ${exact.map(({ number }) => number).join(", ")}` };
  const [moved] = pulls;
  return { reason: moved ? movedText(moved.head) : "no open pull request has this head" };
}
function pageOf({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository }, id = "") {
  return server && repository && /^\d+$/.test(id) ? `${server}/${repository}/actions/runs/${id}` : void 0;
}

// src/github/post.ts
async function post(request) {
  const { env, pullRequest, mode, token } = request;
  if (mode === "off") return unneeded("`review` is off");
  if (!pullRequest) return unneeded(eventText(env.GITHUB_EVENT_NAME));
  const { number, head } = pullRequest;
  if (number === void 0) return notPosted("notice", NO_NUMBER);
  if (token === void 0) return notPosted("notice", `${NO_TOKEN}; pull request ${number} was not read`);
  try {
    const repository = await opened(request, token);
    return await say({ ...request, mode }, head, repository.pull(number));
  } catch (error) {
    return refusedBy(error, env, pullRequest);
  }
}
async function postReport(request) {
  const { env, mode, token, read } = request;
  const trigger = await triggerOf(env);
  if (mode === "off") return unneeded("`review` is off");
  if (typeof trigger === "string") return unneeded(trigger);
  const assessment = await read();
  const { head } = trigger;
  if (assessment.head.commit !== head)
    throw new UserError(
      `the report is of ${assessment.head.commit.slice(0, 7)}, and the run that is to have written it was for ${head.slice(0, 7)}`,
      "take the report out of the artifact of the very run"
    );
  if (token === void 0) return notPosted("warning", NO_TOKEN);
  try {
    const repository = await opened(request, token);
    const found = await trigger.find(repository);
    if ("reason" in found) return notPosted("notice", found.reason);
    const reporter = { url: trigger.url };
    return await say({ ...request, mode, assessment, reporter }, head, repository.pull(found.number));
  } catch (error) {
    return refusedBy(error, env, trigger);
  }
}
async function opened({ env, clock }, token) {
  const { openRepository } = await import("./client-4OHFOAZM.js");
  const [owner, repository] = (env.GITHUB_REPOSITORY ?? "").split("/");
  if (!owner || !repository) throw new UserError("GITHUB_REPOSITORY does not say which repository it is (`owner/name`)");
  const url = env.GITHUB_API_URL || "https://api.github.com";
  return openRepository({ url, token, ...clock && { clock } }, { owner, repository });
}
async function say(request, head, client) {
  const { root, env, assessment, fixes } = request;
  const known = {
    ...{ repository: await findRepository(root).catch(() => void 0), ownersOf: await ownersOf(root) },
    ...{ head, link: linksTo(env, head), fixes: fixes ?? fixesOf(assessment.findings) }
  };
  return postedBy(await review(client, { ...request, ...known }));
}
var NO_NUMBER = "the event names no pull request by its number";
var NO_TOKEN = "there is no token, as it is with act without `-s GITHUB_TOKEN`";
var reviewOptions = (text, shownBefore) => ({
  mode: text("review") ?? "inline",
  maxComments: Number(text("max-comments") ?? 20),
  key: checkedKey(text("key") ?? "", `${shownBefore}key`)
});
function checkedKey(key, shownAs) {
  if (key.length <= MOST_KEY) return key;
  throw new UserError(`${shownAs} has more than ${MOST_KEY} characters`, "give a short name, such as that of the chart");
}
var MOST_KEY = 100;
var CODEOWNERS = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
async function ownersOf(root) {
  for (const path of CODEOWNERS) {
    const text = await readText(join3(root, path)).catch(() => void 0);
    if (text !== void 0) return ownersIn(text);
  }
  return void 0;
}

export {
  judgedHead,
  reviewExitCode,
  post,
  postReport,
  reviewOptions,
  checkedKey
};
