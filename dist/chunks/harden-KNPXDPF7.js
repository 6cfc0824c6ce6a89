import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  GENERATORS,
  choiceOf,
  commentLines,
  generateAll
} from "./chunk-PLBTAWX5.js";
import "./chunk-XAQDTNU4.js";
import {
  COPY,
  NO_TIME,
  applyAll,
  assess,
  attemptsFor,
  copyTree,
  distinct,
  faultIn,
  holding,
  optionsAt,
  proveFixes,
  secretLines
} from "./chunk-7RUVDNVV.js";
import "./chunk-ZTKXYXQ3.js";
import "./chunk-AKMH7RRN.js";
import {
  chartsIn
} from "./chunk-TH74OZMV.js";
import "./chunk-EGGL2WH3.js";
import "./chunk-QPXKJXTH.js";
import {
  findRepository
} from "./chunk-MHGYMCE7.js";
import {
  stopwatch
} from "./chunk-LNRJCTV5.js";
import {
  gather
} from "./chunk-YMVXRNGJ.js";
import {
  releaseId
} from "./chunk-6Y64S4YC.js";
import {
  tracedChartOrReason
} from "./chunk-MLKXGJZY.js";
import "./chunk-OJJX3HFX.js";
import "./chunk-LSU2MSLR.js";
import "./chunk-QSTZLZP3.js";
import "./chunk-GDWKSRR2.js";
import {
  loadConfig
} from "./chunk-3YKUXYV7.js";
import {
  aside,
  note
} from "./chunk-CJ6PAGJZ.js";
import "./chunk-DAUYLU22.js";
import "./chunk-CDVY7C5S.js";
import "./chunk-4RU4S2AD.js";
import {
  RULES
} from "./chunk-LFRTUEE6.js";
import "./chunk-ZMUQFV5H.js";
import "./chunk-4CJ7H7KI.js";
import "./chunk-J5IKYRYD.js";
import {
  describeSystemError,
  lstat,
  makeFolders,
  readFile,
  readText,
  removeFolder,
  unfinished,
  withTemporaryFolder,
  writeWhole
} from "./chunk-AULO6AMP.js";
import "./chunk-ZOM3MCPH.js";
import {
  TOOL
} from "./chunk-PCHSCMJA.js";
import {
  isAssessable
} from "./chunk-PM53SSX3.js";
import "./chunk-A7FEJFYO.js";
import {
  ESO_GROUP,
  GENERATORS_GROUP,
  isGenerator,
  parseImage
} from "./chunk-OZ35NTFX.js";
import "./chunk-DGQTWVVE.js";
import "./chunk-CWRY77ID.js";
import "./chunk-JQZSCLZR.js";
import "./chunk-2MQSEN5P.js";
import {
  require_dist
} from "./chunk-YADDKBRE.js";
import {
  asList,
  asMapping,
  valueAt
} from "./chunk-NNHQXPSF.js";
import "./chunk-QDCK3X2K.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";
import {
  count,
  countBySeverity
} from "./chunk-GW7OXMLF.js";
import {
  SEVERITIES,
  groupOf,
  reaches
} from "./chunk-4AX3HMK5.js";
import {
  printable,
  wrapBehind
} from "./chunk-2ULQKFID.js";
import {
  __toESM
} from "./chunk-YSH2IDXS.js";

// src/commands/harden.ts
import { join as join3, resolve as resolve2 } from "node:path";

// src/harden/fixes.ts
import { resolve } from "node:path";

// src/harden/hardened-files.ts
async function hardenedFiles(findings, root) {
  const proven = findings.filter(({ fix }) => fix);
  const { attempts, texts } = await attemptsFor(proven, root, (what) => [{ file: what, text: "" }]);
  const changes = distinct(attempts.flatMap((attempt) => attempt.changes));
  return [...Map.groupBy(changes, ({ file }) => file)].map(([file, some]) => {
    const before = texts.get(file) ?? "";
    return { file, before, after: applyAll(before, some).text };
  }).sort((a, b) => a.file < b.file ? -1 : 1);
}

// src/harden/trial.ts
import { join, relative } from "node:path";

// src/harden/overlay.ts
var import_yaml = __toESM(require_dist(), 1);

// src/harden/measure.ts
import { isDeepStrictEqual } from "node:util";
var isDifferent = ({ target, key, value }) => !says(valueAt(target.values, key), value);
function says(now, wanted) {
  const keys = Object.entries(asMapping(wanted) ?? {});
  if (keys.length === 0) return isDeepStrictEqual(now, wanted);
  return keys.every(([key, value]) => says(valueAt(now, [key]), value));
}
function mayHave(values, key) {
  let at = values;
  for (const step of key) {
    const mapping = asMapping(at);
    if (!mapping || Object.keys(mapping).length === 0) return at === null || mapping !== void 0;
    if (!Object.hasOwn(mapping, step)) return false;
    at = mapping[step];
  }
  return true;
}
function contradicts(one, other) {
  if (one.target.id !== other.target.id) return false;
  const [outer, inner] = one.key.length <= other.key.length ? [one, other] : [other, one];
  if (!outer.key.every((step, i) => step === inner.key[i])) return false;
  const said = valueAt(outer.value, inner.key.slice(outer.key.length));
  if (said !== void 0) return !isDeepStrictEqual(said, inner.value);
  return asMapping(outer.value) === void 0;
}

// src/harden/overlay.ts
function overlayText(target, measures, command) {
  const root = newBranch();
  for (const measure of measures)
    for (const value of measure.values) if (value.target.id === target.id) plant(root, value, reasonsFor(measure));
  const header = [
    `Made by: ${command}`,
    `Values for the release ${target.release.name}, to be given after all its other values. Each was tried: what it answers is gone with it, and nothing new was found.`
  ];
  return commentLines(header) + printed(root, target.defaults, "").join("");
}
var newBranch = () => ({ below: /* @__PURE__ */ new Map(), leaf: void 0, reasons: /* @__PURE__ */ new Set() });
function plant(root, { target, key, value }, reasons) {
  if (says(valueAt(target.values, key), value)) return;
  let at = root;
  for (const step of key) {
    const next = at.below.get(String(step)) ?? newBranch();
    at.below.set(String(step), next);
    at = next;
  }
  for (const reason of reasons) at.reasons.add(reason);
  const entries = Object.entries(asMapping(value) ?? {});
  for (const [name, item] of entries) plant(root, { target, key: [...key, name], value: item }, []);
  if (entries.length === 0) at.leaf = { value };
}
function reasonsFor({ findings, reason, question }) {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort().join(", ");
  return [
    ...rules === "" ? [] : [`For ${rules}.`],
    ...reason === void 0 ? [] : [reason],
    ...question === void 0 ? [] : [`Decide first: ${question}`]
  ];
}
function printed({ below }, order, indent) {
  const known = Object.keys(asMapping(order) ?? {});
  const rank = (key) => known.includes(key) ? known.indexOf(key) : known.length;
  const keys = [...below].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return keys.flatMap(([key, branch]) => {
    const lines = commentLines([...branch.reasons], indent);
    const head = branch.leaf ? (0, import_yaml.stringify)({ [key]: branch.leaf.value }, { lineWidth: 0, aliasDuplicateObjects: false }).replace(
      /^(?=.)/gm,
      indent
    ) : `${indent}${(0, import_yaml.stringify)({ [key]: null }, { nullStr: "" }).trimEnd()}
`;
    return [lines + head, ...printed(branch, asMapping(order)?.[key], `${indent}  `)];
  });
}

// src/harden/trial.ts
var FOLDER = ".eso-hardener-trial";
async function tryMeasures(measures, ground) {
  const folder = join(ground.root, FOLDER);
  try {
    await removeFolder(folder);
    const { assessment, artefacts } = await outcomeOf(measures, ground, folder);
    const lesser = lesserFindings(measures, assessment, ground.before);
    return { ...judged(measures, assessment, ground.before, lesser), outcome: { assessment, artefacts, lesser } };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { left: /* @__PURE__ */ new Set(), fault: error.message.replaceAll(ground.root, ".") };
  } finally {
    await removeFolder(folder);
  }
}
async function outcomeOf(measures, ground, folder) {
  const moved = optionsAt(ground.root, { ...ground.options, loadedConfig: ground.config });
  const release = { ...moved.release, overlays: await writeOverlays(measures, folder) };
  const options = { ...moved, release };
  const config = options.loadedConfig ?? ground.config;
  const ids = new Set(measures.flatMap(({ generators }) => generators));
  if (ids.size === 0) return { assessment: await ground.assess(options), artefacts: { files: [], notes: [] } };
  const { worlds } = await gather(options, config, stopwatch());
  const mains = worlds.filter(({ isMain }) => isMain).map(({ world }) => world);
  const wanted = GENERATORS.filter(({ id }) => ids.has(id));
  const artefacts = generateAll(wanted, mains, ground.choice, ground.commandOf);
  const beside = join(folder, "manifests");
  await makeFolders([beside]);
  for (const { path, purpose, text } of artefacts.files)
    if (purpose === "manifests") await writeWhole(join(beside, path), text);
  const loadedConfig = mains.length > 1 ? claiming(config, mains, relative(config.folder, beside)) : config;
  return {
    assessment: await ground.assess({ ...options, loadedConfig, paths: [...options.paths, beside] }),
    artefacts
  };
}
async function writeOverlays(measures, folder) {
  const targets = measures.flatMap(({ values }) => values.map(({ target }) => [target.id, target]));
  const overlays2 = /* @__PURE__ */ new Map();
  for (const [id, target] of new Map(targets)) {
    const file = join(folder, `values-${overlays2.size}`);
    await writeWhole(file, overlayText(target, measures, ""));
    overlays2.set(id, file);
  }
  return overlays2;
}
function claiming(config, worlds, folder) {
  const claims = worlds.map(({ cluster }) => {
    const known = config.clusters?.[cluster];
    return [cluster, { ...known, paths: [...known?.paths ?? [], join(folder, cluster)] }];
  });
  return { ...config, clusters: { ...config.clusters, ...Object.fromEntries(claims) } };
}
var everyFinding = ({ findings, suppressed }) => [
  ...findings,
  ...suppressed.map(({ finding }) => finding)
];
function lesserFindings(measures, after, before) {
  const present = new Set(everyFinding(after).map(({ fingerprint }) => fingerprint));
  const answered = new Set(measures.flatMap(({ answers }) => answers));
  const gone = before.findings.filter(({ rule, fingerprint }) => answered.has(rule) && !present.has(fingerprint));
  return everyFinding(after).filter(
    ({ location, severity }) => location?.file.startsWith(`${FOLDER}/`) === true && gone.some((old) => !reaches(severity, old.severity))
  );
}
function judged(measures, after, before, lesser) {
  const now = everyFinding(after).filter((finding) => !lesser.includes(finding));
  const present = new Set(now.map(({ fingerprint }) => fingerprint));
  const gone = new Set(before.findings.flatMap(({ fingerprint, rule }) => present.has(fingerprint) ? [] : rule));
  const meant = measures.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint));
  return {
    left: new Set(
      measures.filter(
        ({ findings, answers }) => findings.some(({ fingerprint }) => present.has(fingerprint)) || answers.length > 0 && !answers.some((rule) => gone.has(rule))
      )
    ),
    fault: faultIn(now, after, before, new Set(meant))
  };
}

// src/harden/fixes.ts
async function fixFiles(given, isUnsafe, assess2) {
  const config = given.loadedConfig ?? await loadConfig(given.folder, given.config, given.paths);
  const least = given.minSeverity ?? config.minSeverity ?? "low";
  const options = {
    ...given,
    ...{ minSeverity: "info", base: void 0, loadedConfig: config, renders: /* @__PURE__ */ new Map() }
  };
  const assessment = await assess2(options);
  const { manifests } = await gather(options, config, stopwatch());
  const { failures, inventory } = assessment;
  const before = { findings: everyFinding(assessment), failures, installs: inventory.installs, manifests };
  const tried2 = assessment.findings.filter(
    ({ offer, severity }) => reaches(severity, least) && (isUnsafe || offer?.safety === "safe")
  );
  const { findings, refused, notes } = await proveFixes(tried2, before, options, assess2);
  return {
    ...{ assessment, least, refused, notes },
    files: await hardenedFiles(findings, options.root),
    removed: new Set(findings.flatMap(({ fix, fingerprint }) => fix ? fingerprint : []))
  };
}
var rewritesOf = (files, root) => files.map(({ file, before, after }) => ({ path: resolve(root, file), name: file, before, after }));

// src/harden/harden.ts
import { join as join2, relative as relative2 } from "node:path";

// src/harden/cert-manager.ts
var RULES2 = ["cert-controller-reads-all-secrets", "webhook-configuration-write-access"];
var ISSUER = "external-secrets-webhook";
function certManagerMeasure(target, findings) {
  const own = findings.filter(
    ({ rule, rendered, offer }) => offer === void 0 && RULES2.includes(rule) && rendered?.release === target.release.name
  );
  if (own.length === 0) return [];
  if (!runsCertManager(target.world)) return own.map((finding) => ({ finding, reason: ABSENT }));
  const key = (...steps) => [...target.below, ...steps];
  if (asList(valueAt(target.values, key("extraObjects"))).length > 0)
    return own.map((finding) => ({ finding, reason: OCCUPIED }));
  const issuer = {
    apiVersion: "cert-manager.io/v1",
    kind: "Issuer",
    metadata: { name: ISSUER, namespace: target.release.namespace },
    spec: { selfSigned: {} }
  };
  const certificate = ["webhook", "certManager", "cert", "issuerRef"];
  return {
    values: [
      { target, key: key("webhook", "certManager", "enabled"), value: true },
      { target, key: key(...certificate, "kind"), value: "Issuer" },
      { target, key: key(...certificate, "name"), value: ISSUER },
      { target, key: key("extraObjects"), value: [issuer] }
    ],
    generators: [],
    findings: own,
    answers: [],
    reason: void 0,
    question: "Is cert-manager there, with its CA injector, before the operator is installed?"
  };
}
var ABSENT = "cert-manager, which could make the certificate of the webhook in place of the cert-controller (webhook.certManager.enabled), is not among what is checked";
var OCCUPIED = "cert-manager could make the certificate of the webhook in place of the cert-controller (webhook.certManager.enabled), with an Issuer among the extraObjects, which hold others already";
var runsCertManager = (world) => ["Issuer", "ClusterIssuer"].some((kind) => world.of(`cert-manager.io/${kind}`).length > 0) || world.pods.some(
  ({ containers }) => containers.some(
    ({ image }) => image !== void 0 && parseImage(image).repository.split("/").at(-1) === "cert-manager-controller"
  )
);

// src/harden/knobs.ts
var KNOBS = [
  {
    values: [[["rbac", "servicebindings", "create"], false]],
    reason: "Nothing here binds Secrets by Service Binding, and its ClusterRole reads every ExternalSecret and PushSecret.",
    question: "Does a controller of Service Binding (servicebinding.io) run in the cluster?",
    suits: (target) => !names(target, "servicebinding.io")
  },
  {
    values: [[["openshiftFinalizers"], false]],
    reason: "Only OpenShift asks for the right to change finalizers, and nothing here is made for it.",
    question: "Is the cluster an OpenShift?",
    suits: (target) => !names(target, "openshift.io")
  },
  {
    values: [[["enableHTTP2"], false]],
    reason: "The servers of the operator need no HTTP/2, and its faults let others exhaust them.",
    question: void 0,
    suits: () => true
  },
  {
    values: [[["vault", "enableTokenCache"], false]],
    reason: "Tokens of Vault that are not kept cannot be read out of the memory of the controller.",
    question: "Does Vault bear a login for each store and refresh?",
    suits: () => true
  },
  {
    values: [[["hostUsers"], false]],
    reason: "In a user namespace, root of the container is nobody on the node.",
    question: "Do all nodes support user namespaces?",
    suits: () => true
  },
  ...[
    ["ClusterSecretStore", ["processClusterStore"], []],
    // Where no kind is named, a SecretStore is meant.
    ["SecretStore", ["processSecretStore"], ["ExternalSecret", "ClusterExternalSecret", "PushSecret"]],
    ["ClusterExternalSecret", ["processClusterExternalSecret"], []],
    ["ClusterPushSecret", ["processClusterPushSecret"], []],
    ["PushSecret", ["processPushSecret", "processClusterPushSecret"], ["ClusterPushSecret"]],
    ["ClusterGenerator", ["processClusterGenerator"], []]
  ].map(
    ([kind, keys, users]) => ({
      values: keys.map((key) => [[key], false]),
      reason: `Nothing here uses a ${kind}, so that the controller needs no right to them.`,
      question: `Does anything else in the cluster use a ${kind}?`,
      suits: ({ world }) => isInUse(world) && ![kind, ...users].some((word) => mentions(world, word))
    })
  )
];
var knobsFor = (target) => KNOBS.filter(({ suits }) => suits(target)).flatMap(({ values, reason, question }) => {
  const wanted = values.map(([key, value]) => ({ target, key: [...target.below, ...key], value })).filter(({ key }) => isKnown(target, key)).filter(isDifferent);
  if (wanted.length === 0) return [];
  const isCertain = question === void 0 || target.world.has("complete");
  const open = isCertain ? void 0 : question;
  return { values: wanted, generators: [], findings: [], answers: [], reason, question: open };
});
var isKnown = ({ values }, key) => valueAt(values, key) !== void 0;
var isInUse = (world) => ownObjects(world).length > 0;
var ownObjects = (world) => world.manifests.filter(
  (manifest) => isGenerator(manifest) || groupOf(manifest.apiVersion) === ESO_GROUP || groupOf(manifest.apiVersion) === GENERATORS_GROUP
);
var mentions = (world, kind) => {
  const word = new RegExp(`\\b${kind}\\b`);
  return ownObjects(world).some((manifest) => manifest.kind === kind || word.test(manifest.source.text));
};
var names = ({ world, release }, group) => release.apiVersions.some((version) => version.includes(group)) || world.manifests.some((manifest) => !world.eso.isOwnPart(manifest) && manifest.source.text.includes(group));

// src/harden/propose.ts
function propose(findings, targets, generators, rules) {
  const collection = new Collection();
  const refused = findings.flatMap((finding) => {
    const { offer } = finding;
    const changes = offer?.changes.filter(isValue) ?? [];
    if (!offer || changes.length === 0 || offer.changes.some(({ kind }) => kind === "field" || kind === "remove"))
      return [];
    const measure = measureFor(finding, offer, changes, targets);
    const reason = typeof measure === "string" ? measure : collection.add(measure);
    return reason === void 0 ? [] : { finding, reason };
  });
  for (const target of targets) {
    const measure = certManagerMeasure(target, findings);
    if (Array.isArray(measure)) refused.push(...measure);
    else collection.add(measure);
    for (const knob of knobsFor(target)) collection.add(knob);
  }
  const answering = generators.filter(({ answers }) => findings.some(({ rule }) => answers.includes(rule)));
  const silent = rules.filter((rule) => targets.some(({ world }) => world.has("install") && !isAssessable(rule, world)));
  for (const measure of answering.map((generator) => measureBy(generator, generators, silent))) collection.add(measure);
  return { measures: collection.measures, refused };
}
var Collection = class {
  #measures = /* @__PURE__ */ new Map();
  get measures() {
    return [...this.#measures.values()];
  }
  /** @returns why it cannot be among them; undefined where it is. */
  add(measure) {
    const { values, generators, findings } = measure;
    const taken = this.measures.flatMap((known2) => known2.values);
    const rival = values.find((value) => taken.some((other) => contradicts(value, other)));
    if (rival) return `another finding asks for another value of ${rival.key.join(".")}`;
    const key = JSON.stringify([values.map((value) => [value.target.id, value.key, value.value]), generators]);
    const known = this.#measures.get(key);
    this.#measures.set(key, known ? { ...known, findings: [...known.findings, ...findings] } : measure);
    return void 0;
  }
};
function measureBy({ id, answers }, generators, silent) {
  const raised = id === "admission" ? silent.filter(({ needs }) => needs?.includes("policies")) : [];
  const companions = raised.filter((rule) => !answers.includes(rule.id)).flatMap((rule) => generators.find((other) => other.answers.includes(rule.id))?.id ?? []);
  const ids = [.../* @__PURE__ */ new Set([id, ...companions])];
  return { values: [], generators: ids, findings: [], answers, reason: void 0, question: void 0 };
}
var isValue = (change) => change.kind === "value";
function measureFor(finding, offer, changes, targets) {
  const values = changes.flatMap(
    ({ release, charts, key, value }) => targets.filter((target) => target.release.name === release).map((target) => ({ target, key: [...charts, ...key], value }))
  );
  if (values.length === 0) return "no release that is rendered here installs the operator";
  const unknown = values.find(({ target, key }) => target.values && !mayHave(target.values, key));
  if (unknown) return `this version of the chart has no value ${unknown.key.join(".")}`;
  const differing = values.filter(isDifferent);
  if (differing.length === 0) return "the values say so already";
  return {
    values: differing,
    generators: [...new Set(offer.changes.flatMap((change) => change.kind === "generate" ? change.what : []))],
    findings: [finding],
    answers: [],
    reason: void 0,
    question: offer.safety === "unsafe" ? offer.question : void 0
  };
}

// src/harden/targets.ts
async function targetsOf({ worlds, capabilities }) {
  const found = /* @__PURE__ */ new Map();
  for (const { world, releases } of worlds.filter(({ isMain }) => isMain))
    for (const { release: name, components } of world.eso.installs)
      for (const component of components) {
        const part = releases.find(({ release }) => release.name === name);
        const below = chartsIn(component.pod.manifest.template ?? "");
        if (!part) continue;
        const key = JSON.stringify([releaseId(part.release), below]);
        const known = found.get(key);
        if (!known || component.role === "controller")
          found.set(key, { part, component, below, world: known?.world ?? world });
      }
  return Promise.all(
    [...found.values()].map(async ({ part: { release, files }, component, below, world }) => {
      const chart = capabilities && await tracedChartOrReason(release, capabilities, void 0, files);
      const values = chart === void 0 || typeof chart === "string" ? void 0 : chart.effectiveValues;
      return {
        ...{ id: releaseId(release), release, below, version: component.version, world },
        ...{ values: values?.given, defaults: values?.defaults ?? {} }
      };
    })
  );
}

// src/harden/harden.ts
var TRIES = 80;
var MOST_MS = 5 * 6e4;
async function hardenInstalls(request) {
  const { assess: assess2, commandOf: commandOf2, choice } = request;
  const config = await configFor(request);
  const options = {
    ...request.options,
    ...{ minSeverity: "info", base: void 0, loadedConfig: config, renders: /* @__PURE__ */ new Map() }
  };
  const assessment = await assess2(options);
  const gathered = await gather(options, config, stopwatch());
  const targets = await targetsOf(gathered);
  const { measures, refused } = propose(assessment.findings, targets, GENERATORS, RULES);
  const least = request.options.minSeverity ?? config.minSeverity ?? "low";
  const nothing = {
    least,
    files: [],
    kept: [],
    dropped: [],
    refused,
    removed: /* @__PURE__ */ new Set(),
    lesser: [],
    notes: []
  };
  if (measures.length === 0) return { assessment, ...nothing };
  const { failures, inventory } = assessment;
  const { manifests } = gathered;
  const before = { findings: everyFinding(assessment), failures, installs: inventory.installs, manifests };
  return withTemporaryFolder(async (folder) => {
    const root = join2(folder, "tree");
    await makeFolders([root]);
    if (!await copyTree(options.root, root, COPY)) throw new UserError(TOO_LARGE, "name the part of it that counts");
    const { held, outcome, reasons } = await tried(measures, {
      root,
      options,
      config,
      before,
      choice,
      assess: assess2,
      commandOf: commandOf2
    });
    if (!outcome) return { assessment, ...nothing, dropped: reasons };
    const left = new Set(everyFinding(outcome.assessment).map(({ fingerprint }) => fingerprint));
    return {
      ...{ assessment, least, refused, kept: held, dropped: reasons },
      files: [...overlays(targets, held, commandOf2()), ...outcome.artefacts.files],
      removed: new Set(assessment.findings.flatMap(({ fingerprint }) => left.has(fingerprint) ? [] : fingerprint)),
      lesser: outcome.lesser,
      notes: outcome.artefacts.notes
    };
  });
}
async function tried(measures, ground) {
  let outcome;
  const attempt = async (some) => {
    const trial = await tryMeasures(some, ground);
    if (trial.fault === void 0 && trial.left.size === 0) outcome = trial.outcome;
    return trial;
  };
  const mayTry = patience();
  const first = await holding(measures, attempt, mayTry);
  const again = [...first.refused.keys()];
  const second = await holding(again, (some) => attempt([...first.held, ...some]), mayTry);
  const reasons = [
    ...[...second.refused].map(([measure, reason]) => ({ measure, reason })),
    ...[...first.untried, ...second.untried].map((measure) => ({ measure, reason: NO_TIME }))
  ];
  return { held: [...first.held, ...second.held], outcome, reasons };
}
var TOO_LARGE = "the repository is too large to try anything on a copy of it";
async function configFor({ options, without }) {
  const config = options.loadedConfig ?? await loadConfig(options.folder, options.config, options.paths);
  if (without === void 0) return config;
  return { ...config, exclude: [...config.exclude ?? [], relative2(config.folder, without)] };
}
function patience() {
  const end = performance.now() + MOST_MS;
  let tries = 0;
  return () => ++tries < TRIES && performance.now() < end;
}
function overlays(targets, kept, command) {
  const ids = new Map(targets.map((target) => [target.id, target]));
  const wanted = [...ids.values()].filter(
    ({ id }) => kept.some(({ values }) => values.some(({ target }) => target.id === id))
  );
  return wanted.map((target) => ({
    path: ids.size === 1 ? "values.hardened.yaml" : `${folderOf(target, wanted)}/values.hardened.yaml`,
    purpose: "overlay",
    text: overlayText(target, kept, command)
  }));
}
function folderOf({ release: { name, claim } }, all) {
  const namesakes = all.filter(({ release }) => release.name === name);
  return namesakes.length === 1 ? name : `${claim?.join("+") ?? "shared"}/${name}`;
}

// node_modules/diff/libesm/diff/base.js
var Diff = class {
  diff(oldStr, newStr, options = {}) {
    let callback;
    if (typeof options === "function") {
      callback = options;
      options = {};
    } else if ("callback" in options) {
      callback = options.callback;
    }
    const oldString = this.castInput(oldStr, options);
    const newString = this.castInput(newStr, options);
    const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
    const newTokens = this.removeEmpty(this.tokenize(newString, options));
    return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
  }
  diffWithOptionsObj(oldTokens, newTokens, options, callback) {
    var _a;
    const done = (value) => {
      value = this.postProcess(value, options);
      if (callback) {
        setTimeout(function() {
          callback(value);
        }, 0);
        return void 0;
      } else {
        return value;
      }
    };
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let editLength = 1;
    let maxEditLength = newLen + oldLen;
    if (options.maxEditLength != null) {
      maxEditLength = Math.min(maxEditLength, options.maxEditLength);
    }
    const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
    const abortAfterTimestamp = Date.now() + maxExecutionTime;
    const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
    let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
    if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
      return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
    }
    let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
    const execEditLength = () => {
      for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
        let basePath;
        const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
        if (removePath) {
          bestPath[diagonalPath - 1] = void 0;
        }
        let canAdd = false;
        if (addPath) {
          const addPathNewPos = addPath.oldPos - diagonalPath;
          canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
        }
        const canRemove = removePath && removePath.oldPos + 1 < oldLen;
        if (!canAdd && !canRemove) {
          bestPath[diagonalPath] = void 0;
          continue;
        }
        if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
          basePath = this.addToPath(addPath, true, false, 0, options);
        } else {
          basePath = this.addToPath(removePath, false, true, 1, options);
        }
        newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
        if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
          return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
        } else {
          bestPath[diagonalPath] = basePath;
          if (basePath.oldPos + 1 >= oldLen) {
            maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
          }
          if (newPos + 1 >= newLen) {
            minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
          }
        }
      }
      editLength++;
    };
    if (callback) {
      (function exec() {
        setTimeout(function() {
          if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
            return callback(void 0);
          }
          if (!execEditLength()) {
            exec();
          }
        }, 0);
      })();
    } else {
      while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
        const ret = execEditLength();
        if (ret) {
          return ret;
        }
      }
    }
  }
  addToPath(path, added, removed, oldPosInc, options) {
    const last = path.lastComponent;
    if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
      };
    } else {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: 1, added, removed, previousComponent: last }
      };
    }
  }
  extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
    while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
      newPos++;
      oldPos++;
      commonCount++;
      if (options.oneChangePerToken) {
        basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
    }
    if (commonCount && !options.oneChangePerToken) {
      basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
    }
    basePath.oldPos = oldPos;
    return newPos;
  }
  equals(left, right, options) {
    if (options.comparator) {
      return options.comparator(left, right);
    } else {
      return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
    }
  }
  removeEmpty(array) {
    const ret = [];
    for (let i = 0; i < array.length; i++) {
      if (array[i]) {
        ret.push(array[i]);
      }
    }
    return ret;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  castInput(value, options) {
    return value;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  tokenize(value, options) {
    return Array.from(value);
  }
  join(chars) {
    return chars.join("");
  }
  postProcess(changeObjects, options) {
    return changeObjects;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(lastComponent, newTokens, oldTokens) {
    const components = [];
    let nextComponent;
    while (lastComponent) {
      components.push(lastComponent);
      nextComponent = lastComponent.previousComponent;
      delete lastComponent.previousComponent;
      lastComponent = nextComponent;
    }
    components.reverse();
    const componentLen = components.length;
    let componentPos = 0, newPos = 0, oldPos = 0;
    for (; componentPos < componentLen; componentPos++) {
      const component = components[componentPos];
      if (!component.removed) {
        if (!component.added && this.useLongestToken) {
          let value = newTokens.slice(newPos, newPos + component.count);
          value = value.map(function(value2, i) {
            const oldValue = oldTokens[oldPos + i];
            return oldValue.length > value2.length ? oldValue : value2;
          });
          component.value = this.join(value);
        } else {
          component.value = this.join(newTokens.slice(newPos, newPos + component.count));
        }
        newPos += component.count;
        if (!component.added) {
          oldPos += component.count;
        }
      } else {
        component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
        oldPos += component.count;
      }
    }
    return components;
  }
};

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
  constructor() {
    super(...arguments);
    this.tokenize = tokenize;
  }
  equals(left, right, options) {
    if (options.ignoreWhitespace) {
      if (!options.newlineIsToken || !left.includes("\n")) {
        left = left.trim();
      }
      if (!options.newlineIsToken || !right.includes("\n")) {
        right = right.trim();
      }
    } else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
      if (left.endsWith("\n")) {
        left = left.slice(0, -1);
      }
      if (right.endsWith("\n")) {
        right = right.slice(0, -1);
      }
    }
    return super.equals(left, right, options);
  }
};
var lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
  return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value, options) {
  if (options.stripTrailingCr) {
    value = value.replace(/\r\n/g, "\n");
  }
  const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
  if (!linesAndNewlines[linesAndNewlines.length - 1]) {
    linesAndNewlines.pop();
  }
  for (let i = 0; i < linesAndNewlines.length; i++) {
    const line = linesAndNewlines[i];
    if (i % 2 && !options.newlineIsToken) {
      retLines[retLines.length - 1] += line;
    } else {
      retLines.push(line);
    }
  }
  return retLines;
}

// node_modules/diff/libesm/patch/create.js
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  let optionsObj;
  if (!options) {
    optionsObj = {};
  } else if (typeof options === "function") {
    optionsObj = { callback: options };
  } else {
    optionsObj = options;
  }
  if (typeof optionsObj.context === "undefined") {
    optionsObj.context = 4;
  }
  const context = optionsObj.context;
  if (optionsObj.newlineIsToken) {
    throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
  }
  if (!optionsObj.callback) {
    return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
  } else {
    const { callback } = optionsObj;
    diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
      const patch = diffLinesResultToPatch(diff);
      callback(patch);
    } }));
  }
  function diffLinesResultToPatch(diff) {
    if (!diff) {
      return;
    }
    diff.push({ value: "", lines: [] });
    function contextLines(lines) {
      return lines.map(function(entry) {
        return " " + entry;
      });
    }
    const hunks = [];
    let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
    for (let i = 0; i < diff.length; i++) {
      const current = diff[i], lines = current.lines || splitLines(current.value);
      current.lines = lines;
      if (current.added || current.removed) {
        if (!oldRangeStart) {
          const prev = diff[i - 1];
          oldRangeStart = oldLine;
          newRangeStart = newLine;
          if (prev) {
            curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
            oldRangeStart -= curRange.length;
            newRangeStart -= curRange.length;
          }
        }
        for (const line of lines) {
          curRange.push((current.added ? "+" : "-") + line);
        }
        if (current.added) {
          newLine += lines.length;
        } else {
          oldLine += lines.length;
        }
      } else {
        if (oldRangeStart) {
          if (lines.length <= context * 2 && i < diff.length - 2) {
            for (const line of contextLines(lines)) {
              curRange.push(line);
            }
          } else {
            const contextSize = Math.min(lines.length, context);
            for (const line of contextLines(lines.slice(0, contextSize))) {
              curRange.push(line);
            }
            const hunk = {
              oldStart: oldRangeStart,
              oldLines: oldLine - oldRangeStart + contextSize,
              newStart: newRangeStart,
              newLines: newLine - newRangeStart + contextSize,
              lines: curRange
            };
            hunks.push(hunk);
            oldRangeStart = 0;
            newRangeStart = 0;
            curRange = [];
          }
        }
        oldLine += lines.length;
        newLine += lines.length;
      }
    }
    for (const hunk of hunks) {
      for (let i = 0; i < hunk.lines.length; i++) {
        if (hunk.lines[i].endsWith("\n")) {
          hunk.lines[i] = hunk.lines[i].slice(0, -1);
        } else {
          hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
          i++;
        }
      }
    }
    return {
      oldFileName,
      newFileName,
      oldHeader,
      newHeader,
      hunks
    };
  }
}
function splitLines(text) {
  const hasTrailingNl = text.endsWith("\n");
  const result = text.split("\n").map((line) => line + "\n");
  if (hasTrailingNl) {
    result.pop();
  } else {
    result.push(result.pop().slice(0, -1));
  }
  return result;
}

// src/harden/patch.ts
var CONTEXTS = [3, 2, 1];
var MOST_EDITS = 2e3;
function patchOf(files) {
  const hidden = [];
  const parts = files.flatMap((file) => {
    if (file.before === file.after) return [];
    const hunks = hunksOf(file.before ?? "", file.after);
    if (hunks === void 0) hidden.push(file.file);
    return hunks === void 0 ? [] : patchFor(file, hunks);
  });
  return { text: parts.join(""), hidden };
}
function patchFor({ file, before }, hunks) {
  const header = [`--- ${before === void 0 ? "/dev/null" : pathText(`a/${file}`)}`, `+++ ${pathText(`b/${file}`)}`];
  return [...header, ...hunks].map((line) => `${line}
`).join("");
}
function hunksOf(before, after) {
  const secret = secretLines(before);
  for (const context of CONTEXTS) {
    const patch = structuredPatch("", "", before, after, "", "", { context, maxEditLength: MOST_EDITS });
    if (!patch) return secret.size > 0 ? void 0 : wholeHunk(before, after);
    if (patch.hunks.every((hunk) => !shows(hunk, secret))) return patch.hunks.flatMap(hunkLines);
  }
  return void 0;
}
function shows({ oldStart, lines }, secret) {
  const old = lines.filter((line) => line.startsWith(" ") || line.startsWith("-"));
  return old.some((_, i) => secret.has(oldStart + i));
}
var hunkLines = ({ oldStart, oldLines, newStart, newLines, lines }) => [
  // A side without lines counts from the line before it.
  `@@ -${oldLines === 0 ? oldStart - 1 : oldStart},${oldLines} +${newLines === 0 ? newStart - 1 : newStart},${newLines} @@`,
  ...lines
];
function wholeHunk(before, after) {
  const side = (text, sign) => {
    const lines = text.split("\n");
    const isEnded = lines.at(-1) === "";
    const marked = (isEnded ? lines.slice(0, -1) : lines).map((line) => sign + line);
    return isEnded ? marked : [...marked, "\\ No newline at end of file"];
  };
  const [gone, come] = [side(before, "-"), side(after, "+")];
  const count2 = (lines) => lines.filter((line) => !line.startsWith("\\")).length;
  const range = (lines) => `${Math.min(1, count2(lines))},${count2(lines)}`;
  return [`@@ -${range(gone)} +${range(come)} @@`, ...gone, ...come];
}
function pathText(path) {
  if (!/["\\\p{Cc}]/u.test(path)) return path.includes(" ") ? `${path}	` : path;
  const escaped = path.replace(/["\\]/g, "\\$&").replace(new RegExp("\\p{Cc}", "gu"), octal);
  return `"${escaped}"`;
}
var octal = (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`;

// src/harden/summary.ts
function remainingOf(findings, removed, whyOf, least) {
  const left = findings.filter(({ fingerprint, severity }) => !removed.has(fingerprint) && reaches(severity, least));
  const groups = Map.groupBy(left, (finding) => JSON.stringify([finding.severity, finding.rule, whyOf(finding)]));
  return [...groups.values()].flatMap(
    ([first, ...more]) => first ? { severity: first.severity, rule: first.rule, number: more.length + 1, why: whyOf(first) } : []
  ).sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) || (a.rule < b.rule ? -1 : 1));
}
function whyInstallKeeps({ dropped, refused }) {
  const reasons = /* @__PURE__ */ new Map();
  for (const { finding, reason } of refused) reasons.set(finding.fingerprint, reason);
  for (const { measure, reason } of dropped)
    for (const { fingerprint } of measure.findings) reasons.set(fingerprint, `tried and dropped: ${reason}`);
  const unanswered = dropped.flatMap(({ measure, reason }) => measure.answers.map((rule) => [rule, reason]));
  return (finding) => {
    const made2 = unanswered.find(([rule]) => rule === finding.rule);
    return reasons.get(finding.fingerprint) ?? (made2 ? `generated, tried and dropped: ${made2[1]}` : offerText(finding));
  };
}
function whyFilesKeep({ refused }) {
  const reasons = new Map(refused.map(({ fingerprint, reason }) => [fingerprint, reason]));
  return (finding) => {
    const reason = reasons.get(finding.fingerprint);
    return reason === void 0 ? offerText(finding) : `not edited: ${reason}`;
  };
}
function offerText({ offer, rule }) {
  if (!offer) return `nothing is offered; see eso-hardener explain ${rule}`;
  const isMade = offer.changes.every(({ kind }) => kind === "generate");
  if (isMade) return "it takes manifests: eso-hardener harden --out FOLDER";
  return offer.safety === "safe" ? "an edit of your files: eso-hardener harden --diff" : `a decision first, then eso-hardener harden --diff --unsafe: ${offer.question}`;
}
function goneText(findings, removed, least) {
  const all = findings.filter(({ severity }) => reaches(severity, least));
  const gone = all.filter(({ fingerprint }) => removed.has(fingerprint));
  const counts = Object.entries(countBySeverity(gone)).flatMap(
    ([severity, number]) => number > 0 ? `${number} ${severity}` : []
  );
  const verb = gone.length === 1 ? "is" : "are";
  return `${gone.length} of ${count(all.length, "finding")} ${verb} gone with it${counts.length > 0 ? `: ${counts.join(", ")}` : ""}.
`;
}
function remainingText(remaining, width) {
  if (remaining.length === 0) return "";
  const lines = remaining.flatMap(({ severity, rule, number, why }) => [
    `  ${severity.padEnd(9)}${rule}${number > 1 ? ` (${number})` : ""}`,
    ...wrapBehind(" ".repeat(11), printable(why), width)
  ]);
  return `
What remains:
${lines.join("\n")}
`;
}
function questionsText({ kept }, width) {
  const asked = Map.groupBy(
    kept.filter(({ question }) => question !== void 0),
    ({ question = "" }) => question
  );
  const lines = [...asked].flatMap(([question, measures]) => {
    const keys = [...new Set(measures.flatMap(({ values }) => values.map(({ key }) => key.join("."))))];
    return [`  ${keys.join(", ")}`, ...wrapBehind("    ", printable(question), width)];
  });
  return lines.length === 0 ? "" : `
Decide before you use it:
${lines.join("\n")}
`;
}
var lesserText = ({ lesser }, width) => lesser.length === 0 ? "" : `
New, and less severe than what is gone:
${lesser.flatMap(({ severity, rule, message }) => [
  `  ${severity.padEnd(9)}${rule}`,
  ...wrapBehind(" ".repeat(11), printable(message), width)
]).join("\n")}
`;

// src/io/write-all.ts
import { randomBytes } from "node:crypto";
import { chmod, rename, rm, writeFile } from "node:fs/promises";
async function rewriteAll(files) {
  const drafts = [];
  const done = [];
  try {
    for (const file of files) {
      const draft = await drafted(file, file.after);
      drafts.push({ file, draft });
      if ((await readFile(file.path)).toString("utf8") !== file.before)
        throw new UserError(`${file.name}: the file has changed meanwhile`, "run it again");
    }
    for (const { file, draft } of drafts) {
      await rename(draft, file.path).catch((error) => fail(file, error));
      done.push(file);
    }
  } catch (error) {
    for (const file of done) await rename(await drafted(file, file.before), file.path);
    throw error;
  } finally {
    for (const { draft } of drafts) {
      await rm(draft, { force: true });
      unfinished.delete(draft);
    }
  }
}
async function drafted(file, text) {
  const { path, name } = file;
  const found = await lstat(path).catch((error) => fail(file, error));
  if (found.isSymbolicLink()) throw new UserError(`${name}: this is a link, which is not written through`, WHERE);
  if (!found.isFile()) throw new UserError(`${name}: this is no plain file`, WHERE);
  if ((found.mode & 146) === 0)
    throw new UserError(`${name}: the file is read-only`, "make it writable, or use --diff");
  const draft = `${path}.${randomBytes(4).toString("hex")}.tmp`;
  unfinished.add(draft);
  try {
    await writeFile(draft, text, { flag: "wx" });
    await chmod(draft, found.mode & 4095);
    return draft;
  } catch (error) {
    await rm(draft, { force: true });
    return fail(file, error);
  }
}
var WHERE = "use --diff, and apply the patch where the file really is";
function fail({ name }, error) {
  throw new UserError(`${name}: cannot write: ${describeSystemError(error)}`, "nothing was changed; use --diff");
}

// src/commands/harden.ts
var WIDTH = 100;
async function harden(input) {
  const options = { ...input.run, paths: input.args.length > 0 ? input.args : ["."] };
  const out = input.flag("out");
  const isDiff = input.has("diff");
  if (input.has("write")) {
    if (isDiff || out !== void 0) throw new UserError("--write goes with neither --diff nor --out", HOW);
    return edited(options, input);
  }
  if (out !== void 0) return made(options, out, isDiff, input);
  if (!isDiff) throw new UserError("harden how?", HOW);
  return edited(options, input);
}
var HOW = "one of --diff, --write, --out FOLDER, or --out FOLDER --diff";
async function edited(options, input) {
  const fixed = await fixFiles(options, input.has("unsafe"), assess);
  const { assessment, files, removed, least } = fixed;
  const text = goneText(assessment.findings, removed, least) + remainingText(remainingOf(assessment.findings, removed, whyFilesKeep(fixed), least), WIDTH);
  tell(assessment, fixed.notes, input);
  if (input.has("diff")) {
    aside(text, input);
    return { output: patched(files, input), exitCode: exitCodeOf(assessment) };
  }
  if (!input.has("force")) await refuseUncommitted(files, options.root);
  await rewriteAll(rewritesOf(files, options.root));
  const names2 = files.map(({ file }) => `${file}
`).join("");
  return { output: `${names2}${text}`, exitCode: exitCodeOf(assessment) };
}
function patched(files, input) {
  const { text, hidden } = patchOf(files);
  if (hidden.length > 0)
    note(
      `not in the patch, as lines beside the changes may hold secrets (--write makes them): ${hidden.join(", ")}`,
      input
    );
  return text;
}
async function refuseUncommitted(files, root) {
  if (files.length === 0) return;
  const repository = await findRepository(root).catch((error) => {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(
      `nothing was written: ${error.message}`,
      "--force writes without a way back; --diff prints a patch"
    );
  });
  const changed = await repository.uncommitted(files.map(({ file }) => file));
  if (changed.length > 0)
    throw new UserError(
      `nothing was written: ${changed.join(", ")}: not committed as it is`,
      "commit first, or use --force or --diff"
    );
}
async function made(options, out, isDiff, input) {
  const without = resolve2(options.folder, out);
  const hardened = await hardenInstalls({
    ...{ options, without, assess, choice: choiceOf(input) },
    commandOf: (id) => commandOf(id, input)
  });
  const { assessment, files, removed, least } = hardened;
  tell(assessment, hardened.notes, input);
  const exitCode = exitCodeOf(assessment);
  if (isDiff) {
    const changes = files.map(async ({ path, text }) => {
      const before = await readText(join3(without, path)).catch(() => void 0);
      return { file: join3(out, path), before, after: text };
    });
    return { output: patched(await Promise.all(changes), input), exitCode };
  }
  for (const { path, text } of files) await writeWhole(join3(without, path), text);
  const output = [
    ...files.map((file) => `${join3(out, file.path)}: ${purposeText(file)}
`),
    goneText(assessment.findings, removed, least),
    lesserText(hardened, WIDTH),
    questionsText(hardened, WIDTH),
    remainingText(remainingOf(assessment.findings, removed, whyInstallKeeps(hardened), least), WIDTH)
  ];
  return { output: output.join(""), exitCode };
}
var purposeText = ({ purpose }) => ({
  overlay: "values for helm, behind all others (--values)",
  manifests: "manifests to apply beside the operator",
  values: "values of the chart in place of manifests; not tried",
  test: "tests for what was made"
})[purpose];
var commandOf = (id, { flag }) => [
  `${TOOL.name} harden`,
  ...id === void 0 ? [] : ["engine", "flavor"].flatMap((name) => flag(name) ? `--${name} ${flag(name)}` : []),
  "--out FOLDER"
].join(" ");
function tell({ failures, notes }, more, input) {
  for (const { release, message, location } of failures)
    note(`${release ?? location?.file ?? "a file"} is left out: ${message}`, input);
  for (const text of /* @__PURE__ */ new Set([...notes, ...more])) note(text, input);
}
var exitCodeOf = ({ failures }) => failures.some(({ accepted }) => accepted === void 0) ? 2 : 0;
export {
  harden
};
