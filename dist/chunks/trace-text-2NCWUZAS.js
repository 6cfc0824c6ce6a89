import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  dotted
} from "./chunk-JESOICSD.js";
import "./chunk-2MQSEN5P.js";
import "./chunk-YADDKBRE.js";
import {
  nameOf
} from "./chunk-4AX3HMK5.js";
import {
  printableData,
  wrapBehind
} from "./chunk-2ULQKFID.js";
import "./chunk-MWLKK7FC.js";
import "./chunk-YSH2IDXS.js";

// src/report/trace-text.ts
function traceText(foreign, options) {
  const answer = printableData(foreign);
  const sections = answer.releases.map((release) => new Section(options).of(release, answer));
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}
`;
}
var traceJson = (answer) => `${JSON.stringify({ schemaVersion: 1, ...answer }, null, 2)}
`;
var LABEL = 12;
var MOST_EFFECTS = 8;
var Section = class {
  #width;
  #paint;
  constructor({ width, palette }) {
    this.#width = width;
    this.#paint = palette;
  }
  of(release, { about, file, line, key }) {
    const paint = this.#paint;
    const subject = key ?? `${file}:${line}`;
    const variant = release.variant === "default" ? "" : `, variant ${release.variant}`;
    return [
      `${paint.bold(subject)}  in release ${release.release} of ${release.chart}${variant}`,
      ...release.nodes.flatMap((node) => ["", ...this.#node(node, about !== "rendered")]),
      ...release.moreNodes > 0 ? ["", `  and ${release.moreNodes} more`] : [],
      // Where the line printed something, its nodes have them.
      ...release.nodes.length === 0 && release.around.length > 0 ? ["", ...this.#conditions(release.around)] : [],
      ...release.keys.length > 0 ? ["", paint.bold("keys")] : [],
      ...release.keys.flatMap((entry, i) => [...i > 0 ? [""] : [], ...this.#key(entry)]),
      ...release.moreKeys.length > 0 ? ["", ...this.#labelled("others", release.moreKeys.join(", "))] : [],
      ...release.notes.length > 0 ? [""] : [],
      ...release.notes.flatMap((note) => this.#labelled("note", note))
    ];
  }
  #node(node, hasRole) {
    const { object, path, role, renderedLine, text, from, fromValues, through } = node;
    const { values, objects, conditions } = node;
    const keys = (is) => values.flatMap((value) => value.is === is ? value.key : []);
    return [
      `  ${this.#paint.bold(subjectText(object, path))}${hasRole ? `  (${ROLES[role]})` : ""}`,
      ...text === "" ? [] : [`    ${this.#paint.dim(`${renderedLine} |`)} ${text}`],
      ...from ? [`    ${this.#paint.cyan("-->")} ${spotText(from)}`] : [],
      ...fromValues ? [`    ${this.#paint.cyan("-->")} ${textSpot(fromValues)}`] : [],
      ...through.flatMap((call, i) => this.#labelled(i === 0 ? "through" : "", `${spotText(call)} calls ${call.name}`)),
      ...this.#labelled("set by", keys(true).join(", ")),
      ...this.#labelled("made with", [...keys(false), ...objects].join(", ")),
      ...this.#conditions(conditions)
    ];
  }
  /** What a template's own words decide, such as a range over a list in it, is left out. */
  #conditions(conditions) {
    const decided = conditions.filter(({ keys, objects }) => keys.length + objects.length > 0);
    return decided.flatMap((condition, i) => {
      const data = [...condition.keys, ...condition.objects].join(", ");
      return this.#labelled(i === 0 ? "gated by" : "", `${data} (${condition.isTrue}), ${spotText(condition)}`);
    });
  }
  #key({ key, layers, change }) {
    const paint = this.#paint;
    const isMany = layers.length > 1;
    const more = Math.max(0, change.effects.length - MOST_EFFECTS) + change.moreEffects;
    return [
      `  ${paint.bold(key)}`,
      ...layers.length === 0 ? ["    nothing sets it"] : [],
      ...layers.map(
        (layer) => `    ${paint.cyan("-->")} ${this.#layer(layer)}${isMany ? paint.dim(winning(layer)) : ""}`
      ),
      ...this.#labelled("tried", changeText(change)),
      ...change.effects.slice(0, MOST_EFFECTS).flatMap(({ what, object, path }) => this.#labelled(EFFECTS[what], subjectText(object, path))),
      ...more > 0 ? this.#labelled("", `and ${more} more`) : []
    ];
  }
  #layer({ file, line, text }) {
    if (file === null) return "--set, or set in the config";
    return `${file}${line === null ? "" : `:${line}`}${text === "" ? "" : ` ${this.#paint.dim("|")} ${text}`}`;
  }
  /** Nothing for an empty text. */
  #labelled(label, text) {
    return text === "" ? [] : wrapBehind(`    ${label.padEnd(LABEL)}`, text, this.#width);
  }
};
var ROLES = { made: "its text is from there", used: "made with it", gated: "there because of it" };
var EFFECTS = { changed: "changes", removed: "removes", appears: "adds" };
var winning = ({ wins }) => wins ? "  (wins)" : "  (loses)";
function changeText({ tried, fails, effects }) {
  if (fails) return `${tried}: the chart does not render then`;
  return effects.length > 0 ? tried : `${tried}: nothing changes in what is rendered`;
}
var subjectText = (object, path) => `${object ? nameOf(object) : "(no object)"}${path.length > 0 ? ` ${dotted(path)}` : ""}`;
var spotText = ({ file, template, line }) => `${file ?? template}:${line}`;
var textSpot = ({ key, file, line }) => file === null ? `the text of ${key}` : `${file}:${line}, in the text of ${key}`;
export {
  traceJson,
  traceText
};
