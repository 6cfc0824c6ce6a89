import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  checkedKey,
  judgedHead,
  post,
  reviewExitCode,
  reviewOptions
} from "./chunks/chunk-KB62WAXM.js";
import {
  assessKept,
  openEntries
} from "./chunks/chunk-S2E65SNW.js";
import {
  FILE,
  outputsOf,
  renderReport,
  writeOutputs
} from "./chunks/chunk-MIYSPBJQ.js";
import {
  linksTo
} from "./chunks/chunk-M6XGBZDC.js";
import {
  assess
} from "./chunks/chunk-7RUVDNVV.js";
import "./chunks/chunk-ZTKXYXQ3.js";
import "./chunks/chunk-AKMH7RRN.js";
import "./chunks/chunk-TH74OZMV.js";
import "./chunks/chunk-EGGL2WH3.js";
import "./chunks/chunk-QPXKJXTH.js";
import {
  findRepository,
  headCommit
} from "./chunks/chunk-MHGYMCE7.js";
import "./chunks/chunk-LNRJCTV5.js";
import "./chunks/chunk-YMVXRNGJ.js";
import "./chunks/chunk-6Y64S4YC.js";
import "./chunks/chunk-MLKXGJZY.js";
import "./chunks/chunk-OJJX3HFX.js";
import "./chunks/chunk-LSU2MSLR.js";
import "./chunks/chunk-QSTZLZP3.js";
import "./chunks/chunk-GDWKSRR2.js";
import {
  CONFIG_FILE
} from "./chunks/chunk-3YKUXYV7.js";
import "./chunks/chunk-CJ6PAGJZ.js";
import "./chunks/chunk-DAUYLU22.js";
import "./chunks/chunk-CDVY7C5S.js";
import "./chunks/chunk-4RU4S2AD.js";
import {
  RULES
} from "./chunks/chunk-LFRTUEE6.js";
import "./chunks/chunk-ZMUQFV5H.js";
import "./chunks/chunk-4CJ7H7KI.js";
import "./chunks/chunk-J5IKYRYD.js";
import {
  kindOfPath,
  lstat,
  makeFolders,
  readFile,
  readText,
  readdir,
  readlink,
  realpath,
  withTemporaryFolder,
  writeWhole
} from "./chunks/chunk-AULO6AMP.js";
import {
  require_tunnel,
  require_undici
} from "./chunks/chunk-DIJLDY4C.js";
import {
  forRunnerLog
} from "./chunks/chunk-FCVLHSBP.js";
import {
  checkedValue,
  optionsOf
} from "./chunks/chunk-ZOM3MCPH.js";
import {
  TOOL
} from "./chunks/chunk-PCHSCMJA.js";
import "./chunks/chunk-PM53SSX3.js";
import "./chunks/chunk-A7FEJFYO.js";
import "./chunks/chunk-OZ35NTFX.js";
import "./chunks/chunk-DGQTWVVE.js";
import "./chunks/chunk-CWRY77ID.js";
import "./chunks/chunk-JQZSCLZR.js";
import "./chunks/chunk-2MQSEN5P.js";
import "./chunks/chunk-YADDKBRE.js";
import {
  asMapping,
  asText,
  valueAt
} from "./chunks/chunk-NNHQXPSF.js";
import "./chunks/chunk-QDCK3X2K.js";
import {
  UserError
} from "./chunks/chunk-VHWWGLDX.js";
import {
  jobSummary
} from "./chunks/chunk-Y6UHICPN.js";
import "./chunks/chunk-6K4TBG3G.js";
import {
  escapeText
} from "./chunks/chunk-V5WNMZFE.js";
import {
  clip
} from "./chunks/chunk-E6P33G6U.js";
import {
  cacheText,
  count,
  countBySeverity,
  counting,
  exitCode,
  keyText,
  open,
  ruleUrl
} from "./chunks/chunk-GW7OXMLF.js";
import {
  SEVERITIES,
  nameOf
} from "./chunks/chunk-4AX3HMK5.js";
import {
  printable
} from "./chunks/chunk-2ULQKFID.js";
import {
  __toESM
} from "./chunks/chunk-YSH2IDXS.js";

// src/main.ts
import { join as join3, resolve } from "node:path";

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
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
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
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
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
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
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
var { chmod, copyFile, lstat: lstat2, mkdir, open: open2, readdir: readdir2, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises;
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

// src/github/cache-trust.ts
var OWN_EVENTS = /* @__PURE__ */ new Set(["push", "merge_group", "schedule", "workflow_dispatch"]);
function mayUseCache(env, pullRequest) {
  const event = env.GITHUB_EVENT_NAME ?? "";
  if (event === "") return true;
  return OWN_EVENTS.has(event) || event === "pull_request" && pullRequest?.isFromFork === false;
}

// src/github/pull-request.ts
var EVENTS = ["pull_request", "pull_request_target"];
async function pullRequestOf(env, holdsProposal = false) {
  if (!EVENTS.includes(env.GITHUB_EVENT_NAME ?? "") || !env.GITHUB_EVENT_PATH) return void 0;
  if (env.GITHUB_EVENT_NAME === "pull_request_target" && !holdsProposal) return void 0;
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
import { basename, dirname, join as join2, relative } from "node:path";

// src/io/compare-trees.ts
import { join } from "node:path";
async function strangerIn(path, original, skipped) {
  return find({ path, original }, { skipped, seen: /* @__PURE__ */ new Set() });
}
async function find({ path, original }, search) {
  const kind = await kindOf(path);
  if (kind === "missing" || path === search.skipped) return void 0;
  if (kind === "folder") {
    for (const name of (await readdir(path)).map((entry) => entry.name).sort()) {
      const found = await find({ path: join(path, name), original: join(original, name) }, search);
      if (found !== void 0) return found;
    }
    return void 0;
  }
  if (kind === "other" || kind !== await kindOf(original)) return path;
  return await (kind === "link" ? isSameLink(path, original, search) : isSameFile(path, original)) ? void 0 : path;
}
async function isSameFile(path, original) {
  const [here, there] = await Promise.all([lstat(path), lstat(original)]);
  return here.size === there.size && (await readFile(path)).equals(await readFile(original));
}
async function isSameLink(path, original, search) {
  if (await readlink(path) !== await readlink(original)) return false;
  const [here, there] = await Promise.all([target(path), target(original)]);
  if (here === void 0 || search.seen.has(here)) return true;
  search.seen.add(here);
  if (there === void 0 || there === here) return false;
  return await find({ path: here, original: there }, search) === void 0;
}
var target = (link) => realpath(link).catch(() => void 0);
async function kindOf(path) {
  const found = await lstat(path).catch(() => void 0);
  if (!found) return "missing";
  if (found.isSymbolicLink()) return "link";
  return found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
}

// src/github/unsafe-target.ts
async function proposalAmong(env, trees) {
  if (env.GITHUB_EVENT_NAME !== "pull_request_target") return void 0;
  return withTemporaryFolder(async (originals) => {
    for (const [number, tree] of trees.entries()) {
      const stranger = await strangerToCommit(tree, env.GITHUB_SHA ?? "", join2(originals, String(number)));
      if (stranger !== void 0) return stranger;
    }
    return void 0;
  });
}
async function strangerToCommit(tree, commit, into) {
  const kind = await kindOfPath(tree);
  if (kind === "missing") return void 0;
  const folder = kind === "folder" ? tree : dirname(tree);
  const repository = await findRepository(folder).catch(() => void 0);
  if (!repository || await repository.commitOf(commit) !== commit) return tree;
  try {
    await makeFolders([into]);
    await repository.extract(commit, into);
  } catch {
    return tree;
  }
  const original = join2(into, repository.prefix, kind === "folder" ? "" : basename(tree));
  return strangerIn(tree, original, repository.prefix === "" ? join2(folder, ".git") : void 0);
}
function refuseProposal(stranger, root, isAllowed) {
  if (isAllowed) return;
  throw new UserError(
    `this workflow runs for \`pull_request_target\`, with a token and secrets of the repository, and is to check what is not of the commit it runs for: ${relative(root, stranger) || "."}`,
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
  const ranked = [...SEVERITIES].reverse().map((severity) => withLinesFirst(counting(findings).filter((finding) => finding.severity === severity)));
  const [critical = [], ...others] = ranked;
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

// src/main.ts
async function main() {
  info(`${TOOL.name} ${TOOL.version}, Node ${process.version}`);
  const inputs = readInputs();
  const folder = resolve(inputs.root, inputs.text("working-directory") ?? ".");
  const saved = inputs.text("review-from");
  if (saved !== void 0) return reviewSaved(inputs, saved, folder);
  const options = runOptions(inputs, folder);
  const outputs = outputsOf(linesOf(inputs.text("output") ?? ""), "input output");
  const pullRequest = await proposedPullRequest(inputs, options);
  const compared = await comparison(inputs, pullRequest);
  const isForeign = pullRequest?.isFromFork === true && options.renderer === "traced";
  if (isForeign) notice("helm renders the charts of a pull request from a fork: `renderer: traced` is left out");
  const html = inputs.text("html-file");
  const asked = {
    ...{ ...options, ...compared, cache: await cacheFor(inputs, options, pullRequest) },
    renderer: isForeign ? "helm" : options.renderer,
    archive: archiveSource(inputs),
    proveFixes: inputs.flag("prove-fixes") || offersFixes(inputs, pullRequest)
  };
  const needsGraphs = html !== void 0 || outputs.some(({ format }) => format === "html");
  const checked = await assessKept(asked, async () => assess, needsGraphs);
  const assessment = {
    ...{ ...checked, commit: await headCommit(inputs.root) },
    head: pullRequest && await headOf(checked, inputs.root, pullRequest)
  };
  const report = resolve(
    folder,
    inputs.text("report") ?? join3(process.env.RUNNER_TEMP ?? ".", "eso-hardener-report.json")
  );
  const sarif = inputs.text("sarif-file");
  await writeWhole(report, await renderReport("json", assessment));
  if (sarif !== void 0) await writeWhole(resolve(folder, sarif), await renderReport("sarif", assessment));
  await writeOutputs(outputs, folder, assessment, linksHere());
  if (html !== void 0)
    await writeWhole(resolve(folder, html), await renderReport("html", assessment, { ...FILE, link: linksHere() }));
  const kept = cacheText(assessment);
  if (kept !== void 0) info(kept);
  await log(assessment);
  if (isAnnotating(inputs)) annotate(assessment);
  await summarize(assessment);
  const pathOf = (file) => file === void 0 ? "" : resolve(folder, file);
  setOutputs(assessment, { report, sarif: pathOf(sarif), html: pathOf(html) });
  process.exitCode = exitCode(assessment.conclusion);
  await speak(inputs, assessment, pullRequest);
}
async function cacheFor({ root, text }, { folder, paths }, pullRequest) {
  const cache = text("cache");
  if (cache === void 0) return void 0;
  if (mayUseCache(process.env, pullRequest))
    return openEntries(cache, folder, [root, ...paths.map((path) => resolve(folder, path))]);
  info("the cache is not used: this workflow may run for a change from another repository");
  return void 0;
}
function readInputs() {
  const values = /* @__PURE__ */ new Map();
  for (const option of optionsOf("action")) {
    const value = getInput(option.name);
    if (value !== "") values.set(option.name, checkedValue(option, value, `input ${option.name}`));
  }
  checkedKey(values.get("key") ?? "", "input key");
  return {
    root: process.env.GITHUB_WORKSPACE ?? process.cwd(),
    text: (name) => values.get(name),
    flag: (name) => values.get(name)?.toLowerCase() === "true"
  };
}
function runOptions({ root, text, flag }, folder) {
  const registryConfig = text("registry-config");
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
    renderer: text("renderer"),
    offline: text("offline")?.toLowerCase() === "true",
    fetchDependencies: text("fetch-dependencies")?.toLowerCase() === "true",
    registryConfig: registryConfig === void 0 ? void 0 : resolve(folder, registryConfig),
    jobs: text("jobs") === void 0 ? void 0 : Number(text("jobs")),
    timeoutMs: text("timeout") === void 0 ? void 0 : Number(text("timeout")) * 1e3,
    noInlineIgnores: flag("no-inline-ignores"),
    failOnGuardChange: flag("fail-on-guard-change"),
    baseline: text("baseline"),
    today: (/* @__PURE__ */ new Date()).toISOString().slice(0, 10),
    operatorChart: { chart: text("eso-chart"), version: text("eso-version"), folder },
    release: { kubeVersion: text("kube-version"), apiVersions: linesOf(text("api-versions") ?? "") }
  };
}
async function proposedPullRequest({ root, text, flag }, { folder, paths, config, baseline }) {
  const files = [config ?? CONFIG_FILE, ...baseline === void 0 ? [] : [baseline]];
  const trees = [...paths, ...files].map((path) => resolve(folder, path));
  const stranger = await proposalAmong(process.env, trees);
  if (stranger !== void 0) refuseProposal(stranger, root, flag("allow-unsafe-target"));
  const pullRequest = pullRequestOf(process.env, stranger !== void 0);
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
async function headOf({ findings }, root, { head }) {
  return judgedHead(counting(findings), { root, head, repository: await findRepository(root).catch(() => void 0) });
}
async function reviewSaved({ root, text, flag }, file, folder) {
  const { reviewReport } = await import("./chunks/review-report-TQYOYHOF.js");
  const options = { ...reviewOptions(text, "input "), resolvesThreads: flag("resolve-threads"), env: process.env };
  const posted = await reviewReport(root, file, { ...options, token: text("github-token") }, folder);
  await tell(posted);
  process.exitCode = reviewExitCode(posted);
}
async function speak(inputs, assessment, pullRequest) {
  const { root, text, flag } = inputs;
  const posted = await post({
    ...{ ...reviewOptions(text, "input "), resolvesThreads: flag("resolve-threads") },
    ...{ assessment, rules: RULES, root, env: process.env, pullRequest, token: text("github-token") }
  });
  if (!posted.isDone && !isAnnotating(inputs)) annotate(assessment);
  await tell(posted);
}
async function tell({ level, message, isDone }) {
  if (level === "info") return info(message);
  const annotate2 = level === "notice" ? notice : warning;
  annotate2(message, { title: isDone ? "review" : "no review" });
  await addToSummary(`
${escapeText(message)}
`);
}
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
  await addToSummary(jobSummary(assessment, { link: linksHere() }));
}
var linksHere = () => linksTo(process.env, process.env.GITHUB_SHA);
async function addToSummary(markdown) {
  if (process.env.GITHUB_STEP_SUMMARY) await summary.addRaw(markdown).write();
}
function setOutputs(assessment, files) {
  const { critical, high, medium, low } = countBySeverity(assessment.findings);
  const fresh = assessment.base?.commit ? counting(assessment.findings).length : "";
  const outputs = { conclusion: assessment.conclusion, critical, high, medium, low, new: fresh, ...files };
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
