import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  assess,
  findRepository,
  isGuardNote
} from "./chunks/chunk-WX35HWSE.js";
import "./chunks/chunk-R2VQRN2M.js";
import "./chunks/chunk-W6K67UTN.js";
import "./chunks/chunk-EWVS3DKP.js";
import "./chunks/chunk-SNQ5EZAE.js";
import "./chunks/chunk-YKCONPR3.js";
import "./chunks/chunk-IB5RCV34.js";
import "./chunks/chunk-KXWQXNP4.js";
import "./chunks/chunk-FKMFZ37B.js";
import {
  pathItems
} from "./chunks/chunk-QTP3K7PU.js";
import {
  clip,
  code,
  escapeText,
  fence,
  linked,
  row,
  tableHead
} from "./chunks/chunk-AYXG5A4C.js";
import {
  renderReport
} from "./chunks/chunk-XLJHKUVJ.js";
import "./chunks/chunk-KIQCGLMN.js";
import "./chunks/chunk-B5WALKWH.js";
import "./chunks/chunk-GDWKSRR2.js";
import {
  forRunnerLog
} from "./chunks/chunk-7G34M4BR.js";
import {
  checkedValue,
  optionsOf
} from "./chunks/chunk-WKGPLU4X.js";
import {
  listFolder,
  readText,
  writeWhole
} from "./chunks/chunk-5PI36ETP.js";
import {
  GUARD_CHANGED,
  HOMEPAGE,
  comparisonText,
  count,
  countBySeverity,
  counting,
  exitCode,
  keyText,
  open,
  placeText,
  ruleUrl,
  suppressedText,
  worldsText
} from "./chunks/chunk-R2HGR3M6.js";
import {
  printable
} from "./chunks/chunk-2ULQKFID.js";
import {
  LostAnswer,
  failureOf,
  isInline,
  limitOf,
  permissionOf,
  require_tunnel,
  require_undici
} from "./chunks/chunk-CE3JFFRX.js";
import {
  TOOL
} from "./chunks/chunk-2UMNUZ72.js";
import {
  RULES
} from "./chunks/chunk-223HM5U2.js";
import "./chunks/chunk-ADORSGTV.js";
import "./chunks/chunk-AWA26XTS.js";
import "./chunks/chunk-TB7EOTYM.js";
import "./chunks/chunk-JOTSHFWZ.js";
import "./chunks/chunk-YADDKBRE.js";
import "./chunks/chunk-CWRY77ID.js";
import {
  SEVERITIES,
  nameOf
} from "./chunks/chunk-I26VFL33.js";
import {
  asMapping,
  asText,
  valueAt
} from "./chunks/chunk-MWLKK7FC.js";
import {
  UserError
} from "./chunks/chunk-VHWWGLDX.js";
import {
  __toESM
} from "./chunks/chunk-YSH2IDXS.js";

// src/main.ts
import { join as join4, resolve } from "node:path";

// node_modules/@actions/core/lib/command.js
import * as os from "os";

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os.EOL);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first2 = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first2) {
              first2 = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
import * as crypto from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs.appendFileSync(filePath, `${toCommandValue(message)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os4 from "os";

// node_modules/@actions/http-client/lib/index.js
var tunnel = __toESM(require_tunnel(), 1);
var import_undici = __toESM(require_undici(), 1);
var HttpCodes;
(function(HttpCodes2) {
  HttpCodes2[HttpCodes2["OK"] = 200] = "OK";
  HttpCodes2[HttpCodes2["MultipleChoices"] = 300] = "MultipleChoices";
  HttpCodes2[HttpCodes2["MovedPermanently"] = 301] = "MovedPermanently";
  HttpCodes2[HttpCodes2["ResourceMoved"] = 302] = "ResourceMoved";
  HttpCodes2[HttpCodes2["SeeOther"] = 303] = "SeeOther";
  HttpCodes2[HttpCodes2["NotModified"] = 304] = "NotModified";
  HttpCodes2[HttpCodes2["UseProxy"] = 305] = "UseProxy";
  HttpCodes2[HttpCodes2["SwitchProxy"] = 306] = "SwitchProxy";
  HttpCodes2[HttpCodes2["TemporaryRedirect"] = 307] = "TemporaryRedirect";
  HttpCodes2[HttpCodes2["PermanentRedirect"] = 308] = "PermanentRedirect";
  HttpCodes2[HttpCodes2["BadRequest"] = 400] = "BadRequest";
  HttpCodes2[HttpCodes2["Unauthorized"] = 401] = "Unauthorized";
  HttpCodes2[HttpCodes2["PaymentRequired"] = 402] = "PaymentRequired";
  HttpCodes2[HttpCodes2["Forbidden"] = 403] = "Forbidden";
  HttpCodes2[HttpCodes2["NotFound"] = 404] = "NotFound";
  HttpCodes2[HttpCodes2["MethodNotAllowed"] = 405] = "MethodNotAllowed";
  HttpCodes2[HttpCodes2["NotAcceptable"] = 406] = "NotAcceptable";
  HttpCodes2[HttpCodes2["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
  HttpCodes2[HttpCodes2["RequestTimeout"] = 408] = "RequestTimeout";
  HttpCodes2[HttpCodes2["Conflict"] = 409] = "Conflict";
  HttpCodes2[HttpCodes2["Gone"] = 410] = "Gone";
  HttpCodes2[HttpCodes2["TooManyRequests"] = 429] = "TooManyRequests";
  HttpCodes2[HttpCodes2["InternalServerError"] = 500] = "InternalServerError";
  HttpCodes2[HttpCodes2["NotImplemented"] = 501] = "NotImplemented";
  HttpCodes2[HttpCodes2["BadGateway"] = 502] = "BadGateway";
  HttpCodes2[HttpCodes2["ServiceUnavailable"] = 503] = "ServiceUnavailable";
  HttpCodes2[HttpCodes2["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function(Headers2) {
  Headers2["Accept"] = "accept";
  Headers2["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes2) {
  MediaTypes2["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
var HttpRedirectCodes = [
  HttpCodes.MovedPermanently,
  HttpCodes.ResourceMoved,
  HttpCodes.SeeOther,
  HttpCodes.TemporaryRedirect,
  HttpCodes.PermanentRedirect
];
var HttpResponseRetryCodes = [
  HttpCodes.BadGateway,
  HttpCodes.ServiceUnavailable,
  HttpCodes.GatewayTimeout
];

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access, appendFile, writeFile } = promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text, addEOL = false) {
    this._buffer += text;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code2, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code2), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row2) => {
      const cells = row2.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text, href) {
    const element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();
var summary = _summary;

// node_modules/@actions/core/lib/platform.js
import os3 from "os";

// node_modules/@actions/io/lib/io-util.js
import * as fs2 from "fs";
var { chmod, copyFile, lstat, mkdir, open: open2, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;

// node_modules/@actions/exec/lib/toolrunner.js
var IS_WINDOWS2 = process.platform === "win32";

// node_modules/@actions/core/lib/platform.js
var platform = os3.platform();
var arch = os3.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function getInput(name, options) {
  const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val) {
    throw new Error(`Input required and not supplied: ${name}`);
  }
  if (options && options.trimWhitespace === false) {
    return val;
  }
  return val.trim();
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os4.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os4.EOL);
}

// src/github/links.ts
function linksTo({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository }, commit) {
  if (!server || !repository || !commit) return void 0;
  return (file, line) => {
    const path = file.split("/").map(encodeURIComponent).join("/");
    return `${server}/${repository}/blob/${commit}/${path}${line === void 0 ? "" : `#L${line}`}`;
  };
}

// src/github/post.ts
import { join as join2 } from "node:path";

// src/github/fixes.ts
function fixesOf(findings) {
  const fixes = /* @__PURE__ */ new Map();
  const taken = /* @__PURE__ */ new Set();
  for (const { fingerprint, fix } of findings) {
    if (!fix) continue;
    const lines = JSON.stringify([fix.file, fix.startLine, fix.endLine]);
    if (taken.has(lines)) continue;
    taken.add(lines);
    const { file, startLine, endLine, replacement } = fix;
    fixes.set(fingerprint, {
      ...{ file, startLine, endLine },
      replacement: replacement === "" ? "" : `${replacement}
`,
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

// src/github/posted.ts
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
function postedBy(outcome) {
  if (outcome.kind === "moved") {
    const head = outcome.head.slice(0, 7);
    return notPosted("notice", `the pull request has a newer commit (${head}), and the run for that one will speak`);
  }
  const { created, updated, removed, kept, summary: summary2, leftovers } = outcome;
  const said = { created: "made", updated: "edited", kept: "as it should be", none: "not needed" }[summary2];
  const rest = leftovers.length > 0 ? ` It holds ${count(leftovers.length, "finding")} without a comment.` : "";
  const message = `Review: ${count(created, "comment")} made, ${updated} edited, ${removed} removed, ${kept} kept; summary ${said}.${rest}`;
  return { level: "info", message, isDone: true };
}
function refusedBy(error2, env, pullRequest) {
  const failure = failureOf(error2) ?? (error2 instanceof Error ? failureOf(error2.cause) : void 0);
  if (failure) return notPosted(...reasonOf(failure, env, pullRequest));
  if (error2 instanceof UserError) return notPosted("warning", error2.message);
  const words = error2 instanceof Error ? error2.stack ?? error2.message : String(error2);
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

// src/github/fit.ts
function fitted(sections, maxBytes) {
  const texts = /* @__PURE__ */ new Map();
  let room = maxBytes - sections.reduce((sum, section2) => sum + bytes(restOf(section2)), 0);
  for (const section2 of sections.toSorted((a, b) => a.rank - b.rank)) {
    const own = bytes(restOf(section2));
    const text = textOf(section2, Math.min(room, section2.most ?? Number.POSITIVE_INFINITY) + own);
    room -= bytes(text) - own;
    texts.set(section2, text);
  }
  return sections.map((section2) => texts.get(section2)).join("");
}
var restOf = ({ items, rest }) => items.length > 0 ? rest?.(items.length) ?? "" : "";
function textOf(section2, room) {
  const { head = "", tail = "", items, rest } = section2;
  const whole = items.length > 0 ? head + items.join("") + tail : "";
  if (bytes(whole) <= room) return whole;
  let used = bytes(head) + bytes(tail) + bytes(restOf(section2));
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
  const block = placement?.at === "fix" && fix ? suggestion(fix.replacement) : void 0;
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
${TRIED}${questionText(fix)}

`] },
    {
      rank: 0,
      items: [`<sub>${ruleLink(id, context)} · ${linked("meant to be so?", IGNORING)}</sub>

`]
    },
    { rank: 0, items: [printMarker({ kind: "finding", key: context.key, fingerprint, isResolved: false })] }
  ];
  return fitted(sections, MOST_BYTES2);
}
var TRIED = "This edit was tried on a copy: the finding goes away, and no new one comes.";
var questionText = (fix) => fix?.question === void 0 ? "" : ` Before you take it: ${prose(fix.question)}`;
function whereText(finding, placement, context) {
  const { location } = finding;
  const isHere = location !== null && placement !== void 0 && isAt(placement, location, context);
  if (location === null) return [NOWHERE];
  const place2 = isHere ? "" : `The place to change is ${placeLink(location, context)}.`;
  return [place2, keyText2(location), isHere ? "" : askText(location.file, context)].filter(Boolean);
}
var ruleLink = (id, { rules }) => rules.some((rule) => rule.id === id) ? linked(id, ruleUrl(id)) : code(id);
var storyText = ({ object, message }) => `You read this here because a line of this change plays a part (${code(nameOf(object))}: ${prose(message)}).

`;
var NOWHERE = "No line of this repository stands for it.";
function isAt({ path, line, startLine = line, at }, place2, { headLine }) {
  if (at === "fix") return true;
  if (path !== place2.file || place2.startLine === void 0 || line === void 0 || startLine === void 0)
    return false;
  const decisive = headLine(place2.file, place2.startLine);
  return decisive !== void 0 && decisive >= startLine && decisive <= line;
}
function keyText2({ key, confidence = "set-by" }) {
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
function suggestion(replacement) {
  if (replacement.includes("\r") || printable(replacement) !== replacement) return void 0;
  const lines = replacement === "" || replacement.endsWith("\n") ? replacement : `${replacement}
`;
  let longest = 2;
  for (const [run] of replacement.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  const ticks = "`".repeat(longest + 1);
  return `${ticks}suggestion
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
    return { isUnwanted: true, refused: [], hasLost: false };
  const single = way.isOneByOne ? create : create.filter((draft) => !isInline(draft));
  const refused = await postEach(client, single, way);
  let hasLost = false;
  for (const { id, body } of update) hasLost = !await unlessGone(client.updateComment(id, body)) || hasLost;
  for (const { id } of remove) await unlessGone(client.deleteComment(id));
  for (const { id, nodeId, body } of markFixed) {
    await folded(client, nodeId);
    await unlessGone(client.updateComment(id, body));
  }
  return { isUnwanted: false, refused, hasLost };
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
  } catch (error2) {
    const isRefused = error2 instanceof Error && error2.name === "GraphqlResponseError";
    if (!isRefused && failureOf(error2)?.status !== FORBIDDEN) throw error2;
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
  } catch (error2) {
    if (failureOf(error2)?.status !== status) throw error2;
    return false;
  }
}

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
    ({ location, places, related }) => [location, ...places, ...related.map((entry) => entry.location)].flatMap((place2) => place2 ? [place2.file] : [])
  )
);
function blobName(text, like) {
  return createHash(like !== null && like.length > 40 ? "sha256" : "sha1").update(`blob ${Buffer.byteLength(text)}\0`).update(text).digest("hex");
}
var unix = (text) => text.replaceAll("\r\n", "\n");

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
  const issue2 = await client.issueComments();
  const marked = (comment, kind) => {
    const marker = parseMarker(comment.body);
    return marker?.kind === kind && marker.key === key;
  };
  const comments = all.filter((comment) => comment.inReplyTo === void 0 && marked(comment, "finding"));
  const summaries = issue2.filter((comment) => marked(comment, "summary")).toSorted((a, b) => a.id - b.id);
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
  const own = (fix && fixPlacement(finding, fix, diff)) ?? first(places, (place2) => onLines(finding, place2, diff, "place"));
  if (own || finding.isNew !== true) return own;
  const { related } = finding;
  return first(related, (object) => {
    const placement = object.location && onLines(finding, object.location, diff, "related");
    return placement ? { ...placement, related: object } : void 0;
  }) ?? first(places, ({ file }) => diff.hunks.has(file) ? onFile(file) : void 0);
}
var onFile = (path) => ({ path, line: void 0, startLine: void 0, at: "file" });
function first(items, place2) {
  for (const item of items) {
    const placement = place2(item);
    if (placement) return placement;
  }
  return void 0;
}
function fixPlacement(finding, fix, diff) {
  const hunks = diff.hunks.get(fix.file) ?? [];
  const range = rangeInHead(fix.file, fix.startLine, fix.endLine, diff);
  if (!range || !isInOneHunk(hunks, range) || !counts(finding, hunks, range)) return void 0;
  for (let line = fix.startLine; line <= fix.endLine; line += 1)
    if (diff.headLine(fix.file, line) !== range.startLine + line - fix.startLine) return void 0;
  return placed(fix.file, range, "fix");
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
  const { assessment, head } = input;
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
    `Judged at ${code(head.slice(0, 7))}.`
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
  const place2 = location ? `${placeLink(location, context)}${others}. ${keyText2(location)}`.trim() : origin;
  return row(`${SIGN[severity]} ${severity}`, text, place2);
}
var fixedItem = (context) => ({ rule, object }) => `- ${ruleLink(rule, context)}${object ? ` ${code(nameOf(object))}` : ""}
`;
var MOST_WORDS = 1500;
function failureItem({ release, message, location, accepted }) {
  const subject = release === null ? "" : `release ${code(release)}`;
  const pardon = accepted === void 0 ? "" : `
Accepted: ${escapeText(accepted)}
`;
  const place2 = location ? code(location.file) : "";
  return `${[subject, place2].filter(Boolean).join(", ")}

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
var contextOf = ({ assessment, rules, key, link, ownersOf: ownersOf2 }, { hunks, headLine }) => ({
  ...{ rules, key, link, ownersOf: ownersOf2, headLine },
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
  const done = { created: 0, updated: 0, removed: 0 };
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
      const result = await carryOut(client, planned, { head: request.head, key: request.key, isOneByOne });
      isOneByOne ||= result.isUnwanted;
      for (const fingerprint of result.refused) refused.add(fingerprint);
      if (!result.isUnwanted) add(done, planned, result.refused.length);
      if (!isLast && (result.isUnwanted || result.hasLost || result.refused.length > 0)) continue;
      const final = result.refused.length > 0 ? plan(input) : planned;
      const summary2 = await putSummary(client, final, seen.own);
      return { kind: "posted", ...done, kept: planned.keep, summary: summary2, leftovers: final.leftovers };
    } catch (error2) {
      if (!(error2 instanceof LostAnswer) || isLast || !await client.wait(WAIT_MS)) throw error2;
    }
  }
}
async function look(client, { mode, key }) {
  const files = mode === "inline" ? await client.files() : [];
  const own = await ownOf(client, key);
  return { files, own, head: await client.head() };
}
var linesOfHead = (client, { assessment, root, repository, head }, files) => headLines(assessment.findings, { root, repository, head, files, fetchText: (sha) => client.text(sha) });
var planInput = ({ assessment, rules, key, link, ownersOf: ownersOf2, fixes, head, maxComments }, { files, own }, known) => ({
  ...{ assessment, rules, key, link, ownersOf: ownersOf2, files, head, ...known },
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
async function putSummary(client, { summary: summary2 }, { summaries }) {
  const [first2, ...others] = summaries;
  for (const { id } of others) await client.deleteSummary(id);
  if (summary2 === null) return "none";
  if (!first2) await client.createSummary(summary2);
  else if (isSameText(first2.body, summary2)) return "kept";
  else await client.updateSummary(first2.id, summary2);
  return first2 ? "updated" : "created";
}

// src/github/post.ts
async function post(request) {
  const { env, pullRequest, mode, token, root, clock } = request;
  if (mode === "off") return unneeded("`review` is off");
  if (!pullRequest) return unneeded(eventText(env.GITHUB_EVENT_NAME));
  const { number, head } = pullRequest;
  const [owner, repository] = (env.GITHUB_REPOSITORY ?? "").split("/");
  if (number === void 0 || !owner || !repository) return notPosted("notice", NO_NUMBER);
  if (token === void 0) return notPosted("notice", `${NO_TOKEN}; pull request ${number} was not read`);
  try {
    const { connect } = await import("./chunks/client-RKFQ4JLV.js");
    const url = env.GITHUB_API_URL || "https://api.github.com";
    const client = connect({ url, token, ...clock && { clock } }, { owner, repository, number });
    const clone = await findRepository(root).catch(() => void 0);
    const known = {
      ...request,
      mode,
      head,
      repository: clone,
      link: linksTo(env, head),
      ownersOf: await ownersOf(root),
      fixes: request.fixes ?? fixesOf(request.assessment.findings)
    };
    return postedBy(await review(client, known));
  } catch (error2) {
    return refusedBy(error2, env, pullRequest);
  }
}
var NO_NUMBER = "the event names no pull request by its number";
var NO_TOKEN = "there is no token, as it is with act without `-s GITHUB_TOKEN`";
function checkedKey(key) {
  if (key.length <= MOST_KEY) return key;
  throw new UserError(`input key has more than ${MOST_KEY} characters`, "give a short name, such as that of the chart");
}
var MOST_KEY = 100;
var CODEOWNERS = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];
async function ownersOf(root) {
  for (const path of CODEOWNERS) {
    const text = await readText(join2(root, path)).catch(() => void 0);
    if (text !== void 0) return ownersIn(text);
  }
  return void 0;
}

// src/github/pull-request.ts
var EVENTS = ["pull_request", "pull_request_target"];
async function pullRequestOf(env, holdsProposal2 = false) {
  if (!EVENTS.includes(env.GITHUB_EVENT_NAME ?? "") || !env.GITHUB_EVENT_PATH) return void 0;
  if (env.GITHUB_EVENT_NAME === "pull_request_target" && !holdsProposal2) return void 0;
  const event = asMapping(parsed(await readText(env.GITHUB_EVENT_PATH)));
  const pull = valueAt(event, ["pull_request"]);
  const base = asText(valueAt(pull, ["base", "sha"]));
  const head = asText(valueAt(pull, ["head", "sha"]));
  if (base === void 0 || head === void 0)
    throw new UserError("the event of this workflow names no pull request", "name the commit to compare with as `base`");
  const number = valueAt(pull, ["number"]) ?? valueAt(event, ["number"]);
  const [from, into] = ["head", "base"].map((side) => asText(valueAt(pull, [side, "repo", "full_name"])));
  return {
    base,
    head,
    number: typeof number === "number" ? number : void 0,
    isFromFork: into !== void 0 && from !== into
  };
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
async function baseOf({ base, head }, folder) {
  const repository = await findRepository(folder).catch(() => void 0);
  return await repository?.commitOf("HEAD^2") === head ? "HEAD^1" : base;
}

// src/github/unsafe-target.ts
import { join as join3 } from "node:path";
async function holdsProposal(env, folders) {
  if (env.GITHUB_EVENT_NAME !== "pull_request_target") return false;
  const [root = ""] = folders;
  const below = (await listFolder(root).catch(() => [])).filter((entry) => entry.isDirectory());
  const clones = await Promise.all(
    below.map(async ({ name }) => await hasGit(join3(root, name)) ? [join3(root, name)] : [])
  );
  for (const folder of [...folders, ...clones.flat()]) {
    const repository = await findRepository(folder).catch(() => void 0);
    if (await repository?.commitOf("HEAD") !== env.GITHUB_SHA) return true;
  }
  return false;
}
var hasGit = async (folder) => (await listFolder(folder).catch(() => [])).some(({ name }) => name === ".git");
function refuseProposal(isAllowed) {
  if (isAllowed) return;
  throw new UserError(
    "this workflow runs for `pull_request_target`, with a token and secrets of the repository, and has checked out something else than the default branch",
    "run it for `pull_request` instead; docs/review.md says what works in forks. If you know that nobody else can propose changes, set `allow-unsafe-target: true`"
  );
}

// src/report/annotations.ts
var MAX_PER_LEVEL = 10;
var MAX_MESSAGE = 4096;
var LEVEL = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "notice",
  info: "notice"
};
function annotations({ findings, failures, warnings }) {
  const ranked2 = [...SEVERITIES].reverse().map((severity) => withLinesFirst(counting(findings).filter((finding) => finding.severity === severity)));
  const [critical = [], ...others] = ranked2;
  const all = [
    ...critical.map(ofFinding),
    ...open(failures).map(ofFailure),
    ...warnings.map(ofWarning),
    ...others.flat().map(ofFinding)
  ];
  const levels = Map.groupBy(all, ({ level }) => level);
  const shown = ["error", "warning", "notice"].flatMap(
    (level) => (levels.get(level) ?? []).slice(0, MAX_PER_LEVEL)
  );
  const left = all.length - shown.length;
  const omitted = `${count(left, "more annotation")} left out: GitHub shows ${MAX_PER_LEVEL} of a level; the report has them all`;
  return { shown, omitted: left > 0 ? omitted : void 0 };
}
var withLinesFirst = (findings) => findings.toSorted((a, b) => Number(b.location?.startLine !== void 0) - Number(a.location?.startLine !== void 0));
function ofFinding(finding) {
  const { rule, severity, object, message, remedy, location } = finding;
  const subject = object ? `${nameOf(object)}: ` : "";
  return {
    level: LEVEL[severity],
    title: `${rule} (${severity})`,
    message: clip(
      printable([`${subject}${message}`, keyText(finding) ?? [], remedy, ruleUrl(rule)].flat().join("\n")),
      MAX_MESSAGE
    ),
    ...place(location)
  };
}
var ofFailure = ({ release, message, location }) => ({
  level: "error",
  title: "could not be checked",
  message: clip(printable(`${release === null ? "" : `release ${release}: `}${message}`), MAX_MESSAGE),
  ...place(location)
});
var ofWarning = ({ message, location }) => ({
  level: "warning",
  title: "ignores nothing",
  message: clip(printable(message), MAX_MESSAGE),
  ...place(location)
});
var place = (location) => location ? { file: location.file, ...location.startLine !== void 0 && { startLine: location.startLine } } : {};

// src/report/job-summary.ts
var MAX_BYTES = 1024 * 1024;
function jobSummary(assessment, { link, maxBytes = MAX_BYTES } = {}) {
  const { findings, failures, warnings, notes, threats } = assessment;
  const head = verdictText(assessment) + severityTable2(assessment) + threatTable(threats);
  const room = maxBytes - bytes2(head);
  const failureText = section("\n### Not checked\n", failures.map(failureItem2), room / 4);
  const warningText = section("\n### Ignores to repair\n\n", warnings.map(warningItem2), room / 8);
  const noteText = section("\n### Notes\n\n", notes.map(noteItem2), room / 8);
  const fixedText = section("\n### Fixed\n\n", assessment.fixed.map(fixedItem2), room / 8);
  const pathText = section("\n### Attack paths\n\n", pathItems(assessment, link), room / 8);
  const findingText = section(
    `
### Findings

${tableHead("Severity", "Rule", "Object", "What is wrong", "Place")}`,
    counting(findings).map((finding) => findingItem(finding, assessment, link)),
    room - bytes2(pathText) - bytes2(fixedText) - bytes2(failureText) - bytes2(warningText) - bytes2(noteText)
  );
  return head + pathText + findingText + fixedText + failureText + warningText + noteText;
}
var bytes2 = (text) => Buffer.byteLength(text);
function section(heading, items, room) {
  const rest = (number) => `
… and ${number} more, in the JSON report.
`;
  let used = bytes2(heading) + bytes2(rest(items.length));
  if (items.length === 0 || used > room) return "";
  let fitting = 0;
  for (const item of items) {
    used += bytes2(item);
    if (used > room) break;
    fitting += 1;
  }
  const left = items.length - fitting;
  return heading + items.slice(0, fitting).join("") + (left > 0 ? rest(left) : "");
}
var SIGN2 = { success: "✅", failure: "❌", incomplete: "⚠️" };
function verdictText(assessment) {
  const { conclusion, failOn, failures, releases, plainManifests } = assessment;
  const manifests = releases.reduce((sum, release) => sum + release.manifests, 0);
  const missed = open(failures).length;
  const word = assessment.base?.commit ? "new finding" : "finding";
  const comparison2 = comparisonText(assessment);
  const reason = failOn === "never" ? "No finding fails this run" : `No ${word} is ${failOn} or above`;
  const sentences = [
    assessment.hasChangedGuard ? GUARD_CHANGED : conclusion === "failure" ? `A ${word} is ${failOn} or above` : reason,
    ...missed > 0 ? [`**${count(missed, "thing")} could not be checked**, so nothing passes`] : [],
    ...comparison2 === void 0 ? [] : [`Compared ${escapeText(comparison2)}`],
    `Checked ${count(manifests, "manifest")} of ${count(releases.length, "release")}, and ${plainManifests} outside charts`
  ];
  return `## ${SIGN2[conclusion]} eso-hardener: ${conclusion}

${sentences.join(". ")}.
`;
}
function severityTable2({ findings, hidden, minSeverity, suppressed }) {
  const counts2 = Object.entries(countBySeverity(findings));
  const cells = counts2.map(([, number]) => String(number));
  const note = hidden > 0 ? `
${count(hidden, "finding")} below ${minSeverity} not listed.
` : "";
  const ignored = suppressed.length > 0 ? `
Ignored: ${suppressedText(suppressed)}.
` : "";
  return `
${tableHead(...counts2.map(([severity]) => severity))}${row(...cells)}${note}${ignored}`;
}
function threatTable(threats) {
  if (threats.length === 0) return "";
  const rows = threats.map(({ id, says, status, evidence }) => {
    const because = status === "not-assessed" ? evidence.map(escapeText) : evidence.map(ruleLink2);
    return row(id, escapeText(says), status === "exposed" ? "**exposed**" : status, because.join(", "));
  });
  return `
### Threats

${tableHead("Threat", "Guidance", "State", "Because")}${rows.join("")}`;
}
function findingItem(finding, assessment, link) {
  const { severity, rule, object, message, location, places } = finding;
  const place2 = location ? code(placeText(finding)) : "none in the repository";
  const notes = [keyText(finding), worldsText(finding, assessment)].filter((note) => note !== void 0);
  const others = places.length > 1 ? ` and ${count(places.length - 1, "other place")}` : "";
  return row(
    severity,
    ruleLink2(rule),
    object ? code(nameOf(object)) : "",
    escapeText([message, ...notes.length > 0 ? [`(${notes.join("; ")})`] : []].join(" ")),
    (location && link ? linked(place2, link(location.file, location.startLine)) : place2) + others
  );
}
var fixedItem2 = ({ rule, object }) => `- ${ruleLink2(rule)}${object ? ` ${code(nameOf(object))}` : ""}
`;
var ruleLink2 = (rule) => linked(escapeText(rule), ruleUrl(rule));
function failureItem2({ release, message, location, accepted }) {
  const subject = release === null ? "" : `release ${code(release)}`;
  const place2 = location ? code(placeText({ location })) : "";
  const pardon = accepted === void 0 ? "" : `
Accepted: ${escapeText(accepted)}
`;
  return `
${[subject, place2].filter(Boolean).join(", ")}

${fence(message, "text")}${pardon}`;
}
var warningItem2 = ({ message, location }) => `- ${location ? `${code(placeText({ location }))}: ` : ""}${escapeText(message)}
`;
var noteItem2 = (note) => `- ${escapeText(note)}
`;

// src/main.ts
async function main() {
  info(`${TOOL.name} ${TOOL.version}, Node ${process.version}`);
  const inputs = readInputs();
  const folder = resolve(inputs.root, inputs.text("working-directory") ?? ".");
  const options = runOptions(inputs, folder);
  const pullRequest = await proposedPullRequest(inputs, options);
  const compared = await comparison(inputs, pullRequest);
  const assessment = await assess({
    ...{ ...options, ...compared },
    archive: archiveSource(inputs),
    proveFixes: offersFixes(inputs, pullRequest)
  });
  const report = resolve(
    folder,
    inputs.text("report") ?? join4(process.env.RUNNER_TEMP ?? ".", "eso-hardener-report.json")
  );
  const sarif = inputs.text("sarif-file");
  await writeWhole(report, await renderReport("json", assessment));
  if (sarif !== void 0) await writeWhole(resolve(folder, sarif), await renderReport("sarif", assessment));
  await log(assessment);
  if (isAnnotating(inputs)) annotate(assessment);
  await summarize(assessment);
  setOutputs(assessment, report, sarif === void 0 ? "" : resolve(folder, sarif));
  process.exitCode = exitCode(assessment.conclusion);
  await speak(inputs, assessment, pullRequest);
}
function readInputs() {
  const values = /* @__PURE__ */ new Map();
  for (const option of optionsOf("action")) {
    const value = getInput(option.name);
    if (value !== "") values.set(option.name, checkedValue(option, value, `input ${option.name}`));
  }
  checkedKey(values.get("key") ?? "");
  return {
    root: process.env.GITHUB_WORKSPACE ?? process.cwd(),
    text: (name) => values.get(name),
    flag: (name) => values.get(name)?.toLowerCase() === "true"
  };
}
function runOptions({ root, text, flag }, folder) {
  return {
    root,
    folder,
    paths: linesOf(text("paths") ?? "."),
    config: text("config"),
    // An input that was left out has its default, which must not outweigh the config file.
    failOn: text("fail-on"),
    minSeverity: text("min-severity"),
    helm: text("helm"),
    helmVersion: text("helm-version"),
    offline: text("offline")?.toLowerCase() === "true",
    fetchDependencies: text("fetch-dependencies")?.toLowerCase() === "true",
    jobs: text("jobs") === void 0 ? void 0 : Number(text("jobs")),
    timeoutMs: text("timeout") === void 0 ? void 0 : Number(text("timeout")) * 1e3,
    noInlineIgnores: flag("no-inline-ignores"),
    failOnGuardChange: flag("fail-on-guard-change"),
    baseline: text("baseline"),
    today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
    release: { kubeVersion: text("kube-version"), apiVersions: linesOf(text("api-versions") ?? "") }
  };
}
async function proposedPullRequest({ root, text, flag }, { folder, paths }) {
  const folders = [root, folder, ...paths.map((path) => resolve(folder, path))];
  const isProposal = await holdsProposal(process.env, folders);
  if (isProposal) refuseProposal(flag("allow-unsafe-target"));
  const pullRequest = pullRequestOf(process.env, isProposal);
  return text("base") === void 0 ? pullRequest : pullRequest.catch(() => void 0);
}
async function comparison({ root, text }, pullRequest) {
  const named = text("base");
  if (named === "none") return { base: void 0, isGuarded: false };
  return { base: named ?? (pullRequest && await baseOf(pullRequest, root)), isGuarded: pullRequest !== void 0 };
}
function archiveSource({ text }) {
  const { GITHUB_API_URL: apiUrl, GITHUB_REPOSITORY: repository } = process.env;
  const token = text("github-token");
  return apiUrl && repository && token !== void 0 ? { apiUrl, repository, token } : void 0;
}
var offersFixes = ({ text }, pullRequest) => pullRequest !== void 0 && text("github-token") !== void 0 && (text("review") ?? "inline") === "inline";
async function speak(inputs, assessment, pullRequest) {
  const { root, text } = inputs;
  const posted = await post({
    ...{ assessment, rules: RULES, root, env: process.env, pullRequest },
    mode: text("review") ?? "inline",
    token: text("github-token"),
    maxComments: Number(text("max-comments") ?? 20),
    key: text("key") ?? ""
  });
  if (!posted.isDone && !isAnnotating(inputs)) annotate(assessment);
  SAY[posted.level](posted.message);
  if (posted.level !== "info") await addToSummary(`
${escapeText(posted.message)}
`);
}
var SAY = {
  info,
  notice: (message) => notice(message, { title: "no review" }),
  warning: (message) => warning(message, { title: "no review" })
};
var linesOf = (text) => text.split(/[\n,]/).map((line) => line.trim()).filter(Boolean);
async function log(assessment) {
  process.stdout.write(forRunnerLog(await renderReport("text", assessment), "text"));
}
var isAnnotating = ({ text }) => text("annotations")?.toLowerCase() !== "false";
function annotate(assessment) {
  const { shown, omitted } = annotations(assessment);
  for (const { level, message, ...properties } of shown) EMIT[level](message, properties);
  if (omitted !== void 0) info(omitted);
}
var EMIT = { error, warning, notice };
async function summarize(assessment) {
  await addToSummary(jobSummary(assessment, { link: linksTo(process.env, process.env.GITHUB_SHA) }));
}
async function addToSummary(markdown) {
  if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(markdown).write();
}
function setOutputs(assessment, report, sarif) {
  const { critical, high, medium, low } = countBySeverity(assessment.findings);
  const fresh = assessment.base?.commit ? counting(assessment.findings).length : "";
  const outputs = { conclusion: assessment.conclusion, critical, high, medium, low, new: fresh, report, sarif };
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
try {
  await main();
} catch (error2) {
  if (!(error2 instanceof UserError)) throw error2;
  setOutput("conclusion", "incomplete");
  error(printable(`${error2.message}${error2.hint ? `
${error2.hint}` : ""}`), {
    title: "eso-hardener could not run"
  });
  process.exitCode = 2;
}
