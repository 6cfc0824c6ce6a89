import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  inUse
} from "./chunk-XAQDTNU4.js";
import {
  stopwatch
} from "./chunk-LNRJCTV5.js";
import {
  gather
} from "./chunk-YMVXRNGJ.js";
import {
  loadConfig
} from "./chunk-3YKUXYV7.js";
import {
  note
} from "./chunk-CJ6PAGJZ.js";
import {
  API_PORTS,
  CLUSTER_SCOPED,
  ESO_RESOURCES,
  GENERATORS,
  RULES,
  accountsOf,
  asksApiServer,
  componentsOf,
  controllersFor,
  groupOfResource,
  inlineSecretsIn,
  joined,
  listenersOf,
  looksUpNames,
  maySignInAsPod,
  shortened,
  targetOf,
  teamRights,
  usesGoogleIdentity,
  usesProxy
} from "./chunk-LFRTUEE6.js";
import {
  CONNECTED_KINDS,
  FETCHING_KINDS,
  GENERATORS as GENERATORS2,
  GENERATOR_KINDS,
  PROVIDERS,
  PUSHING_KINDS,
  connectedOf,
  endpointsOf,
  hasValue,
  isHostIn,
  isSet,
  isWhole,
  keysOf,
  nameOf as nameOf2,
  parseAddress,
  placesOf,
  providerOf,
  referencesOf,
  specPathOf,
  titleOf
} from "./chunk-ZMUQFV5H.js";
import {
  makeFolders,
  writeWhole
} from "./chunk-AULO6AMP.js";
import {
  TOOL
} from "./chunk-PCHSCMJA.js";
import {
  checkWorld
} from "./chunk-PM53SSX3.js";
import {
  SENSITIVE_NAMESPACES
} from "./chunk-A7FEJFYO.js";
import {
  AUDIT_POLICY_KIND,
  AddressSet,
  ESO_GROUP,
  ESO_KINDS,
  GENERATORS_GROUP,
  LINK_LOCAL,
  LINK_LOCAL_BLOCKS,
  PRIVATE_BLOCKS,
  STORE_KINDS,
  accountOf,
  compareVersions,
  environmentOf,
  isGenerator,
  isScraped,
  nameOfSubject,
  parseImage,
  sharesNodeNetwork
} from "./chunk-OZ35NTFX.js";
import {
  require_dist
} from "./chunk-YADDKBRE.js";
import {
  asLabels,
  asList,
  asMapping,
  asText,
  asTexts,
  isPlaceholder,
  knownText,
  valueAt
} from "./chunk-NNHQXPSF.js";
import {
  UserError,
  suggestion
} from "./chunk-VHWWGLDX.js";
import {
  GENERATOR_IDS,
  nameOf
} from "./chunk-4AX3HMK5.js";
import {
  wrap
} from "./chunk-2ULQKFID.js";
import {
  __toESM
} from "./chunk-YSH2IDXS.js";

// src/commands/generate.ts
import { join, resolve } from "node:path";

// src/generate/generator.ts
var nothing = (...notes) => ({ files: [], notes });

// src/generate/admission/broken.ts
var NAMED = 10;
function brokenBy({ holds }, world) {
  const held = RULES.filter(({ id }) => holds.some((rule) => rule.id === id));
  const found = checkWorld(held, world).filter(
    ({ rule, severity }) => holds.some(({ id, severities }) => id === rule.id && (severities?.includes(severity) ?? true))
  );
  const names = [...new Set(found.flatMap(({ manifest }) => manifest ? nameOf(manifest) : []))].sort();
  if (names.length === 0) return [];
  return [`Objects of the set that it refuses when their spec is next changed: ${shortened(names, NAMED).join(", ")}`];
}

// src/generate/admission/cel.ts
var text = (value) => `'${value.replace(/[\\']/g, "\\$&").replace(/[\p{C}\u2028\u2029]/gu, unicodeEscape)}'`;
var unicodeEscape = (character) => `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, "0")}`;
var list = (values) => `[${values.map(text).join(", ")}]`;
function literal({ value }) {
  if (Array.isArray(value)) return list(value);
  const entries = Object.entries(value);
  return `{${entries.map(([key, values]) => `${text(key)}: ${list(values)}`).join(", ")}}`;
}
var optional = (base, field) => base + field.split(".").map((key) => /^[A-Za-z_]\w*$/.test(key) ? `.?${key}` : `[?${text(key)}]`).join("");
var lines = (open, entries, close) => entries.length === 0 ? `${open}${close}` : `${open}
  ${entries.join(",\n  ")}
${close}`;

// src/generate/admission/documents.ts
var inline = literal;
var variablesOf = ({ settings, variables }, form) => [
  ...settings.map((setting) => ({ name: setting.name, expression: form(setting) })),
  ...variables.map(({ name, expression }) => ({ name, expression }))
];
var conditionsOf = ({ conditions }) => conditions.map(({ name, expression }) => ({ name, expression }));
var validationsOf = ({ validations }) => validations.map(({ expression, message }) => ({ expression, messageExpression: message }));
function resourceRules({ kinds, operations }) {
  const byGroup = Map.groupBy(kinds, ({ group }) => group);
  return [...byGroup].map(([group, own]) => ({
    apiGroups: [group],
    apiVersions: ["*"],
    operations: [...operations],
    resources: own.map(({ kind }) => `${kind.toLowerCase()}s`)
  }));
}

// src/generate/admission/gatekeeper.ts
var constraintKind = ({ id }) => id.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase());
var templateDocument = (policy) => ({
  comment: policy.comment,
  body: {
    apiVersion: "templates.gatekeeper.sh/v1",
    kind: "ConstraintTemplate",
    // It has to be the constraint's kind in lower case.
    metadata: { name: constraintKind(policy).toLowerCase() },
    spec: {
      crd: {
        spec: {
          names: { kind: constraintKind(policy) },
          validation: { openAPIV3Schema: { type: "object", properties: parameterSchemas(policy) } }
        }
      },
      targets: [
        {
          target: "admission.k8s.gatekeeper.sh",
          code: [
            {
              engine: "K8sNativeValidation",
              source: {
                failurePolicy: "Fail",
                // Singular here; the plural is dropped without a word.
                matchCondition: conditionsOf(policy),
                variables: variablesOf(policy, ({ name }) => `variables.params.${name}`),
                validations: validationsOf(policy)
              }
            }
          ]
        }
      ]
    }
  }
});
var constraintDocument = (policy) => ({
  comment: [
    ...policy.action === "deny" ? ["To try it first: enforcementAction warn or dryrun."] : [],
    "Gatekeeper’s own Config, and its webhook’s rules and failurePolicy, may leave requests out."
  ],
  body: {
    apiVersion: "constraints.gatekeeper.sh/v1beta1",
    kind: constraintKind(policy),
    metadata: { name: policy.id },
    spec: {
      enforcementAction: policy.action === "deny" ? "deny" : "warn",
      match: { kinds: matchedKinds(policy.kinds) },
      ...policy.settings.length > 0 && {
        parameters: Object.fromEntries(policy.settings.map(({ name, value }) => [name, value]))
      }
    }
  }
});
var LIST = { type: "array", items: { type: "string" } };
var parameterSchemas = ({ settings }) => Object.fromEntries(
  settings.map(({ name, value }) => [
    name,
    Array.isArray(value) ? LIST : { type: "object", additionalProperties: LIST }
  ])
);
var matchedKinds = (kinds) => [...Map.groupBy(kinds, ({ group }) => group)].map(([group, own]) => ({
  apiGroups: [group],
  kinds: own.map(({ kind }) => kind)
}));

// src/generate/admission/examples.ts
var examplesOf = (policies) => policies.flatMap((policy) => {
  const { admitted, refused } = policy.examples ?? {};
  return [
    ...admitted ? [exampleOf(policy, admitted, false)] : [],
    ...refused ? [exampleOf(policy, refused, true)] : []
  ];
});
function exampleOf(policy, body, isRefused2) {
  const name = `${policy.id}-${isRefused2 ? "refused" : "admitted"}`;
  const metadata = asMapping(body.metadata);
  return {
    ...{ policy, isRefused: isRefused2, name, kind: asText(body.kind) ?? "" },
    namespace: asText(metadata?.namespace),
    body: { ...body, metadata: { ...body.metadata, name } }
  };
}

// src/generate/admission/gator-tests.ts
function gatorTests(policies) {
  const examples = examplesOf(policies);
  if (examples.length === 0) return [];
  const suite = {
    apiVersion: "test.gatekeeper.sh/v1alpha1",
    kind: "Suite",
    metadata: { name: "eso" },
    tests: [...Map.groupBy(examples, ({ policy }) => policy)].map(([{ id }, own]) => ({
      name: id,
      template: `${id}-template.yaml`,
      constraint: `${id}-constraint.yaml`,
      cases: own.map(({ name, isRefused: isRefused2 }) => ({
        name,
        object: `gator/${name}.yaml`,
        assertions: [{ violations: isRefused2 ? "yes" : "no" }]
      }))
    }))
  };
  return [
    { name: "suite.yaml", purpose: "test", documents: [{ comment: ["Run by: gator verify ."], body: suite }] },
    ...examples.map(
      ({ name, body }) => ({
        name: `gator/${name}.yaml`,
        purpose: "test",
        documents: [{ comment: [], body }]
      })
    )
  ];
}

// src/generate/admission/kyverno.ts
var kyvernoDocument = (policy) => ({
  comment: [
    ...policy.comment,
    ...policy.action === "deny" ? ["To try it first: validationActions [Warn, Audit]."] : [],
    "resourceFilters of Kyverno’s own configuration may leave namespaces out."
  ],
  body: {
    apiVersion: "policies.kyverno.io/v1",
    kind: "ValidatingPolicy",
    metadata: { name: policy.id },
    spec: {
      failurePolicy: "Fail",
      validationActions: policy.action === "deny" ? ["Deny"] : ["Warn", "Audit"],
      matchConstraints: { resourceRules: resourceRules(policy) },
      matchConditions: conditionsOf(policy),
      variables: variablesOf(policy, inline),
      validations: validationsOf(policy)
    }
  }
});

// src/generate/admission/kyverno-tests.ts
function kyvernoTests(policies) {
  const examples = examplesOf(policies);
  if (examples.length === 0) return [];
  const test = {
    apiVersion: "cli.kyverno.io/v1alpha1",
    kind: "Test",
    metadata: { name: "eso" },
    policies: [...new Set(examples.map(({ policy }) => `${policy.id}.yaml`))],
    resources: ["kyverno-resources.yaml"],
    results: examples.map(resultOf)
  };
  return [
    { name: "kyverno-test.yaml", purpose: "test", documents: [{ comment: ["Run by: kyverno test ."], body: test }] },
    {
      name: "kyverno-resources.yaml",
      purpose: "test",
      documents: examples.map(({ body }) => ({ comment: [], body }))
    }
  ];
}
var resultOf = ({ policy, kind, name, namespace: namespace2, isRefused: isRefused2 }) => ({
  policy: policy.id,
  isValidatingPolicy: true,
  kind,
  resources: [namespace2 === void 0 ? name : `${namespace2}/${name}`],
  result: isRefused2 ? "fail" : "pass"
});

// src/generate/admission/blocks.ts
var BLOCKS = [
  ...[...PROVIDERS.values()].map((provider) => ({
    ...{ connection: provider, name: provider.name },
    base: optional("object", `spec.provider.${provider.name}`)
  })),
  ...[...GENERATORS2.values()].flatMap((generator) => {
    const { kind, block: block2, clusterField } = generator;
    const below2 = block2 === void 0 ? "" : `.${block2}`;
    return [
      { connection: generator, name: kind, base: optional("object", `spec${below2}`), kind },
      { connection: generator, name: kind, base: optional("object", `spec.generator.${clusterField}${below2}`) }
    ];
  })
];
var inBlock = ({ kind }, expression, otherwise) => kind === void 0 ? expression : `object.kind == '${kind}' ? ${expression} : ${otherwise}`;

// src/generate/admission/policy.ts
var ON_WRITTEN_SPEC = {
  operations: ["CREATE", "UPDATE"],
  conditions: [
    { name: "has-object", expression: "object != null" },
    { name: "not-being-deleted", expression: "!has(object.metadata.deletionTimestamp)" },
    {
      name: "spec-changed",
      expression: "request.operation != 'UPDATE' || object.?spec.orValue({}) != oldObject.?spec.orValue({})"
    }
  ]
};
var eso = (...kinds) => kinds.map((kind) => ({ group: ESO_GROUP, kind }));
var STORES = eso("SecretStore", "ClusterSecretStore");
var CLUSTER_STORES = eso("ClusterSecretStore");
var FETCHING = eso("ExternalSecret", "ClusterExternalSecret");
var PUSHING = eso("PushSecret", "ClusterPushSecret");
var ALL_GENERATORS = GENERATOR_KINDS.map((groupKind) => ({
  group: GENERATORS_GROUP,
  kind: groupKind.slice(GENERATORS_GROUP.length + 1)
}));

// src/generate/admission/allowed-endpoints.ts
var allowedEndpoints = (world) => {
  const { hosts, origin } = allowed(world);
  const notes = hosts === void 0 ? [`the hosts that stores may speak to are not held to a list: ${origin}`] : void 0;
  return {
    ...notes && { notes },
    policy: {
      id: "eso-allowed-endpoints",
      comment: [
        hosts === void 0 ? `Stores and generators must not speak plain HTTP. Hosts are not held to a list: ${origin}.` : `Stores and generators may speak to these hosts only: ${origin}. They must not speak plain HTTP.`,
        "Addresses that follow from a region, a tenant or another part of a name are not seen here.",
        "cleartext: hosts inside of the cluster that the set speaks plain HTTP to today."
      ],
      kinds: [...STORES, ...ALL_GENERATORS],
      ...ON_WRITTEN_SPEC,
      settings: [
        ...hosts === void 0 ? [] : [{ name: "hosts", value: hosts }],
        { name: "cleartext", value: cleartextHosts(world) }
      ],
      variables: [
        { name: "endpoints", expression: lines("[", BLOCKS.flatMap(fieldsOf), "]") },
        {
          name: "addresses",
          expression: "variables.endpoints.filter(o, o.hasValue()).map(o, string(o.value()).trim()).filter(a, a != '')"
        },
        { name: "spoken", expression: hostsOf("variables.addresses") },
        {
          name: "open",
          expression: hostsOf("variables.addresses.filter(a, a.lowerAscii().startsWith('http://'))")
        },
        ...hosts === void 0 ? [] : [{ name: "refused", expression: `variables.spoken.filter(h, !${isIn("h", "hosts")})` }]
      ],
      validations: [...hosts === void 0 ? [] : [ALLOWED], WITH_TLS],
      action: "deny",
      holds: [
        ...hosts === void 0 ? [] : [{ id: "unapproved-endpoint" }],
        { id: "cleartext-endpoint", severities: ["critical"] }
      ],
      ...examplesFor(hosts)
    }
  };
};
var ALLOWED = {
  expression: "size(variables.refused) == 0",
  message: "'endpoint host not allowed: ' + variables.refused.join(', ')"
};
var WITH_TLS = {
  expression: "variables.open.all(h, h in variables.cleartext)",
  message: "'endpoint without TLS: ' + variables.open.join(', ')"
};
var fieldsOf = (block2) => (block2.connection.endpoints ?? []).filter(({ form }) => form !== "part").map((endpoint) => inBlock(block2, fieldOf(block2, endpoint), "optional.none()"));
var fieldOf = ({ base }, { field, default: fallback }) => fallback === void 0 ? optional(base, field) : `${base}.optMap(b, ${optional("b", field)}.orValue(${text(fallback)}))`;
var hostsOf = (addresses) => `${addresses}.map(a, (a.contains('://') ? a.split('://', 2)[1] : a).split('/')[0].split('?')[0].split('#')[0]).map(a, isURL('https://' + a) ? url('https://' + a).getHostname().lowerAscii() : '(no host in ' + a + ')').map(h, h.endsWith('.') ? h.substring(0, size(h) - 1) : h)`;
var isIn = (host, setting) => `variables.${setting}.exists(p, ${host} == p || (p.startsWith('*.') && ${host}.endsWith(p.substring(1))))`;
function allowed(world) {
  const given = world.config.allowedEndpoints;
  if (given?.length === 0) return { origin: "allowedEndpoints of the config is empty" };
  if (given) return { hosts: sorted(given.map((host) => host.toLowerCase())), origin: "allowedEndpoints of the config" };
  const connected = CONNECTED_KINDS.flatMap((kind) => world.of(kind));
  if (!connected.every(isKnown)) return { origin: "some are filled in later" };
  const hosts = sorted(connected.flatMap((manifest) => endpointsOf(manifest, world).map(({ host }) => host)));
  return hosts.length > 0 ? { hosts, origin: "those that the set speaks to" } : { origin: "the set names none" };
}
function isKnown(manifest) {
  const connected = connectedOf(manifest);
  if (!connected) return !STORE_KINDS.includes(manifest.groupKind);
  return (connected.known?.endpoints ?? []).filter(({ form }) => form !== "part").flatMap(({ field }) => placesOf(connected.config, field)).every(({ value }) => value === "" || typeof value === "string" && parseAddress(value) !== void 0);
}
var cleartextHosts = (world) => sorted(
  CONNECTED_KINDS.flatMap((kind) => world.of(kind)).flatMap((manifest) => endpointsOf(manifest, world)).filter(({ scheme, isLocal }) => scheme === "http" && isLocal).map(({ host }) => host)
);
var sorted = (hosts) => [...new Set(hosts)].sort();
function examplesFor(hosts) {
  const host = hosts?.[0]?.replace(/^\*\./, "any.") ?? "vault.example.com";
  return { examples: { admitted: vaultAt(`https://${host}`), refused: vaultAt("http://vault.elsewhere.example") } };
}
var vaultAt = (server) => ({
  apiVersion: "external-secrets.io/v1",
  kind: "SecretStore",
  metadata: { name: "vault", namespace: "shop" },
  spec: { provider: { vault: { server, auth: { kubernetes: { mountPath: "kubernetes", role: "shop" } } } } }
});

// src/generate/admission/name-expression.ts
function nameExpression(glob) {
  const parts = glob.match(PART) ?? [];
  if (parts.join("") !== glob) return void 0;
  return `^${parts.map(expressionOf).join("")}$`;
}
var PART = /\*+|\?|\[!?[a-z0-9-]+\]|\{[a-z0-9,-]+\}|[a-z0-9-]/g;
function expressionOf(part) {
  if (part.startsWith("*")) return ".*";
  if (part === "?") return ".";
  if (part.startsWith("[")) return part.replace("[!", "[^");
  if (part.startsWith("{")) return `(${part.slice(1, -1).replaceAll(",", "|")})`;
  return part;
}

// src/generate/admission/sensitive-namespaces.ts
function sensitiveNamespaces({ config, eso: eso3 }) {
  const own = eso3.installs.flatMap(({ namespace: namespace2 }) => namespace2 ?? []);
  return [...new Set(config.sensitiveNamespaces ?? [...SENSITIVE_NAMESPACES, ...own])].sort();
}

// src/generate/admission/spec.ts
var FETCHED_SPEC = {
  name: "spec",
  expression: "object.kind == 'ClusterExternalSecret' ? object.?spec.?externalSecretSpec.orValue({}) : object.?spec.orValue({})"
};
var PUSHED_SPEC = {
  name: "spec",
  expression: "object.kind == 'ClusterPushSecret' ? object.?spec.?pushSecretSpec.orValue({}) : object.?spec.orValue({})"
};
var NAME_LABEL = "'kubernetes.io/metadata.name'";
var CHOSEN = "object.?spec.?namespaceSelectors.orValue([])";
var FETCHING_CHOSEN = `[object.?spec.?namespaceSelector].filter(s, s.hasValue()).map(s, s.value()) + ${CHOSEN}`;
var FETCHING_NAMED = "object.?spec.?namespaces.orValue([]) + ";
var namedNamespaces = (chosen, named3) => [
  { name: "chosen", expression: `object.kind.startsWith('Cluster') ? ${chosen} : []` },
  {
    name: "labelled",
    expression: `variables.chosen.filter(s, s.?matchLabels[?${NAME_LABEL}].hasValue()).map(s, s.matchLabels[${NAME_LABEL}])`
  },
  {
    name: "named",
    expression: `object.kind.startsWith('Cluster') ? ${named3}variables.labelled : [object.metadata.?namespace.orValue('default')]`
  },
  {
    name: "required",
    expression: `variables.chosen.map(s, s.?matchExpressions.orValue([]).filter(e, e.key == ${NAME_LABEL} && e.operator == 'In').map(e, e.?values.orValue([])))`
  }
];
var FETCHING_NAMESPACES = namedNamespaces(FETCHING_CHOSEN, FETCHING_NAMED);
var PUSHING_NAMESPACES = namedNamespaces(CHOSEN, "");
var everyNamespace = (condition) => `variables.named.all(ns, ${condition}) && variables.required.all(m, m.all(l, l.all(ns, ${condition})))`;

// src/generate/admission/allowed-namespaces.ts
var fetchingNamespaces = (world) => policyFor(world, {
  id: "eso-external-secret-namespaces",
  rule: "external-secret-in-forbidden-namespace",
  kinds: FETCHING,
  key: "externalSecret",
  requests: FETCHING_KINDS,
  variables: FETCHING_NAMESPACES,
  used: (set) => inUse(set).externalSecretNamespaces
});
var pushingNamespaces = (world) => policyFor(world, {
  id: "eso-push-secret-namespaces",
  rule: "push-secret-in-forbidden-namespace",
  kinds: PUSHING,
  key: "pushSecret",
  requests: PUSHING_KINDS,
  variables: PUSHING_NAMESPACES,
  used: (set) => inUse(set).pushSecretNamespaces
});
function policyFor(world, subject) {
  const { names, globs, origin } = allowed2(world, subject);
  if (names.length + globs.length === 0)
    return {
      notes: [`allowedNamespaces.${subject.key} of the config is empty: no policy is made that refuses everything`]
    };
  const read = globs.map((glob) => ({ glob, expression: nameExpression(glob) }));
  const unread2 = read.filter(({ expression }) => expression === void 0);
  const kind = subject.kinds[0]?.kind ?? "";
  return {
    notes: unread2.map(
      ({ glob }) => `${subject.id} does not know the pattern ${glob} of the config: its namespaces are refused`
    ),
    policy: {
      id: subject.id,
      comment: [
        `${kind}s may work in these namespaces only: ${origin}. What patterns take in is refused where it is sensitive.`,
        `A Cluster${kind} that chooses namespaces by labels is judged by the ${kind}s that the operator makes of it: do not exempt its ServiceAccount.`
      ],
      kinds: subject.kinds,
      ...ON_WRITTEN_SPEC,
      settings: [
        { name: "namespaces", value: names },
        { name: "patterns", value: read.flatMap(({ expression }) => expression ?? []) },
        { name: "sensitive", value: sensitiveNamespaces(world) }
      ],
      variables: subject.variables,
      validations: [
        {
          expression: everyNamespace(
            "(ns in variables.namespaces || (variables.patterns.exists(p, ns.matches(p)) && !(ns in variables.sensitive)))"
          ),
          message: `object.kind + ' is not allowed in namespace ' + variables.named.join(', ')`
        }
      ],
      action: "deny",
      holds: [{ id: subject.rule }],
      ...exampleIn(subject, names)
    }
  };
}
function allowed2(world, { key, requests, used }) {
  const given = world.config.allowedNamespaces?.[key];
  if (given) return { ...split(given), origin: `allowedNamespaces.${key} of the config` };
  const names = used(world).filter((name) => !world.isSensitiveNamespace(name));
  const all = requests.flatMap((kind) => world.of(kind));
  if (names.length > 0 && all.every(isPlain)) return { names, globs: [], origin: "those where the set has some" };
  const why = all.length === 0 ? "the set has none" : "for some it does not say where they work";
  return { names: [], globs: ["*"], origin: `all that are not sensitive, as the config names none and ${why}` };
}
var split = (given) => ({
  names: given.filter(isName),
  globs: given.filter((entry) => !isName(entry))
});
var isName = (entry) => /^[a-z0-9-]+$/.test(entry);
var isPlain = (request) => request.kind.startsWith("Cluster") ? ["namespaceSelector", "namespaceSelectors"].every((key) => request.get("spec", key) === void 0) : request.namespace !== void 0 && !isPlaceholder(request.namespace);
function exampleIn({ kinds, key }, [name]) {
  const { kind = "", group = "" } = kinds[0] ?? {};
  const apiVersion = `${group}/${key === "pushSecret" ? "v1alpha1" : "v1"}`;
  const at = (namespace2) => ({ apiVersion, kind, metadata: { name: "one", namespace: namespace2 }, spec: {} });
  return name === void 0 ? {} : { examples: { admitted: at(name), refused: at(`not-${name}`) } };
}

// src/generate/admission/allowed-providers.ts
var allowedProviders = (world) => {
  const { providers, origin } = allowed3(world);
  const [first] = providers;
  if (first === void 0)
    return { notes: ["the config allows no provider at all: no policy is made that refuses every store"] };
  return {
    policy: {
      id: "eso-allowed-providers",
      comment: [`Stores may use these providers only: ${origin}.`],
      kinds: STORES,
      ...ON_WRITTEN_SPEC,
      settings: [{ name: "providers", value: providers }],
      variables: [{ name: "used", expression: "dyn(object.?spec.?provider.orValue({})).map(p, p)" }],
      validations: [
        {
          expression: "variables.used.all(p, p in variables.providers)",
          message: "'provider not allowed: ' + variables.used.filter(p, !(p in variables.providers)).join(', ')"
        }
      ],
      action: "deny",
      holds: [{ id: "unapproved-provider" }],
      examples: { admitted: storeWith(first), refused: storeWith("unheard-of") }
    }
  };
};
function allowed3(world) {
  const { allowedProviders: allowedProviders2 } = world.config;
  if (allowedProviders2)
    return { providers: [...new Set(allowedProviders2)].sort(), origin: "allowedProviders of the config" };
  const stores = STORE_KINDS.flatMap((kind) => world.of(kind));
  const { providers } = inUse(world);
  if (providers.length > 0 && stores.every((store) => providerOf(store)))
    return { providers, origin: "those that the set uses" };
  const known = [...PROVIDERS.keys()].filter((name) => name !== "fake").sort();
  const why = stores.length > 0 ? "some store does not say yet which it uses" : "no store is in the set";
  return { providers: known, origin: `all that are known but the test data of fake, as ${why}` };
}
var storeWith = (provider) => ({
  apiVersion: "external-secrets.io/v1",
  kind: "SecretStore",
  metadata: { name: provider, namespace: "shop" },
  spec: { provider: { [provider]: {} } }
});

// src/generate/admission/creation-policy.ts
var creationPolicy = (world) => {
  const sensitive = sensitiveNamespaces(world);
  const [first] = sensitive;
  if (first === void 0)
    return { notes: ["sensitiveNamespaces of the config is empty: creationPolicy is not judged"] };
  const origin = world.config.sensitiveNamespaces ? "sensitiveNamespaces of the config" : "those of Kubernetes and of the operator";
  return {
    policy: {
      id: "eso-creation-policy",
      comment: [
        `In sensitive namespaces ExternalSecrets must own the Secret that they write (creationPolicy: Owner): ${origin}.`,
        "A ClusterExternalSecret that chooses namespaces by labels may reach them, and is held to it as well."
      ],
      kinds: FETCHING,
      ...ON_WRITTEN_SPEC,
      settings: [{ name: "sensitive", value: sensitive }],
      variables: [
        FETCHED_SPEC,
        ...FETCHING_NAMESPACES,
        { name: "creationPolicy", expression: "variables.spec.?target.?creationPolicy.orValue('Owner')" },
        {
          name: "mayReach",
          expression: "size(variables.chosen) > 0 || variables.named.exists(ns, ns in variables.sensitive)"
        }
      ],
      validations: [
        {
          expression: "variables.creationPolicy == 'Owner' || !variables.mayReach",
          message: "'creationPolicy ' + string(variables.creationPolicy) + ' is not allowed here'"
        }
      ],
      action: "deny",
      holds: [{ id: "unowned-target-secret", severities: ["high"] }],
      examples: { admitted: writing(first, "Owner"), refused: writing(first, "Merge") }
    }
  };
};
var writing = (namespace2, policy) => ({
  apiVersion: "external-secrets.io/v1",
  kind: "ExternalSecret",
  metadata: { name: policy.toLowerCase(), namespace: namespace2 },
  spec: { target: { creationPolicy: policy } }
});

// src/generate/admission/owned-secrets.ts
var ownedSecrets = (world) => {
  const accounts = accountsOf2(world);
  if (accounts.length === 0)
    return {
      notes: ["no operator whose namespace is known is in the set: writes of others to its Secrets are not watched"]
    };
  return {
    policy: {
      id: "eso-owned-secrets",
      comment: [
        "Reports who changes or deletes a Secret that an ExternalSecret owns, other than the operator and Kubernetes itself; ESO has no metric for it.",
        "It lets them through: deny once nothing of yours is reported. Labels and annotations may be changed by anybody."
      ],
      kinds: [{ group: "", kind: "Secret" }],
      operations: ["UPDATE", "DELETE"],
      conditions: [
        { name: "has-old-object", expression: "request.operation in ['UPDATE', 'DELETE'] && oldObject != null" },
        {
          name: "owned",
          expression: "oldObject.metadata.?ownerReferences.orValue([]).exists(o, o.kind == 'ExternalSecret' && o.apiVersion.startsWith('external-secrets.io/'))"
        },
        {
          name: "changed",
          expression: "request.operation == 'DELETE' || object.?data.orValue({}) != oldObject.?data.orValue({}) || object.metadata.?ownerReferences.orValue([]) != oldObject.metadata.?ownerReferences.orValue([])"
        }
      ],
      settings: [{ name: "users", value: accounts }],
      variables: [
        { name: "user", expression: "request.?userInfo.?username.orValue('')" },
        { name: "groups", expression: "request.?userInfo.?groups.orValue([])" }
      ],
      validations: [
        {
          // Namespaces that go, and owners that go, take their Secrets with them.
          expression: `variables.user in variables.users || variables.user == 'system:kube-controller-manager' || variables.groups.exists(g, g == 'system:serviceaccounts:kube-system')`,
          message: "'a Secret of External Secrets Operator is changed by ' + variables.user"
        }
      ],
      action: "watch",
      holds: []
    }
  };
};
var accountsOf2 = ({ eso: eso3 }) => [
  ...new Set(
    eso3.controllers.flatMap(({ pod }) => {
      const { namespace: namespace2, name } = accountOf(pod);
      return namespace2 === void 0 ? [] : `system:serviceaccount:${namespace2}:${name}`;
    })
  )
].sort();

// src/generate/admission/push-limits.ts
var pushLimits = (world) => {
  const updatePolicies = inUse2(world, "updatePolicy", "Replace", "IfNotExists");
  const deletionPolicies = inUse2(world, "deletionPolicy", "None", "None");
  return {
    policy: {
      id: "eso-push-secret-limits",
      comment: [
        "PushSecrets must not take every Secret of their namespace, nor every key of Secrets that a label chooses.",
        "updatePolicies, deletionPolicies: the mildest, and what the set uses today."
      ],
      kinds: PUSHING,
      ...ON_WRITTEN_SPEC,
      settings: [
        { name: "updatePolicies", value: updatePolicies },
        { name: "deletionPolicies", value: deletionPolicies }
      ],
      variables: [
        PUSHED_SPEC,
        { name: "updatePolicy", expression: "variables.spec.?updatePolicy.orValue('Replace')" },
        { name: "deletionPolicy", expression: "variables.spec.?deletionPolicy.orValue('None')" },
        { name: "secret", expression: "variables.spec.?selector.?secret.orValue({})" },
        {
          name: "chooses",
          expression: "variables.secret.?selector.hasValue() && variables.secret.?name.orValue('') == '' && !variables.spec.?selector.?generatorRef.hasValue()"
        }
      ],
      validations: [
        {
          expression: "!variables.chooses || size(variables.secret.?selector.?matchLabels.orValue({})) > 0 || size(variables.secret.?selector.?matchExpressions.orValue([])) > 0",
          message: "'an empty selector takes every Secret of the namespace'"
        },
        {
          expression: "!variables.chooses || variables.spec.?dataTo.orValue([]).all(d, !(d.?match.?regexp.orValue('') in ['', '.*', '.+', '^.*$', '^.+$']))",
          message: "'an entry of dataTo takes every key of every chosen Secret'"
        },
        {
          expression: "variables.updatePolicy in variables.updatePolicies",
          message: "'updatePolicy ' + string(variables.updatePolicy) + ' is not allowed'"
        },
        {
          expression: "variables.deletionPolicy in variables.deletionPolicies",
          message: "'deletionPolicy ' + string(variables.deletionPolicy) + ' is not allowed'"
        }
      ],
      action: "deny",
      holds: [
        { id: "push-secret-selects-all-secrets", severities: ["high"] },
        ...updatePolicies.includes("Replace") ? [] : [{ id: "push-secret-overwrites-remote" }],
        ...deletionPolicies.includes("Delete") ? [] : [{ id: "push-secret-deletes-remote" }]
      ],
      examples: { admitted: selecting({ push: "yes" }), refused: selecting({}) }
    }
  };
};
function inUse2(world, field, byDefault, mildest) {
  const requests = PUSHING_KINDS.flatMap((kind) => world.of(kind));
  const used = requests.flatMap(
    (request) => knownText(request.get(...specPathOf(request) ?? [], field) ?? byDefault) ?? []
  );
  return [.../* @__PURE__ */ new Set([mildest, ...used])].sort();
}
var selecting = (matchLabels) => ({
  apiVersion: "external-secrets.io/v1alpha1",
  kind: "PushSecret",
  metadata: { name: "one", namespace: "shop" },
  spec: { updatePolicy: "IfNotExists", selector: { secret: { selector: { matchLabels } } } }
});

// src/generate/admission/static-credentials.ts
var staticCredentials = () => ({
  policy: {
    id: "eso-static-credentials",
    comment: [
      "Stores and generators must not sign in with a stored credential where the service also takes a short-lived token of a ServiceAccount.",
      "An AppRole whose secret id is replaced periodically is let through, and so are services that have no keyless way."
    ],
    kinds: [...STORES, ...ALL_GENERATORS],
    ...ON_WRITTEN_SPEC,
    settings: [],
    variables: [
      { name: "stored", expression: lines("{", BLOCKS.flatMap(entriesOf), "}") },
      { name: "found", expression: "variables.stored.map(k, k).filter(k, variables.stored[k])" }
    ],
    validations: [
      {
        expression: "size(variables.found) == 0",
        message: "'stored credential, though there is a keyless way: ' + variables.found.join(', ')"
      }
    ],
    action: "deny",
    holds: [{ id: "static-provider-credentials" }, { id: "static-vault-token" }],
    examples: {
      admitted: vaultWith({
        kubernetes: { mountPath: "kubernetes", role: "shop", serviceAccountRef: { name: "shop" } }
      }),
      refused: vaultWith({ tokenSecretRef: { name: "vault", key: "token" } })
    }
  }
});
var entriesOf = (block2) => block2.connection.stored.filter(({ instead, form }) => instead !== void 0 && form !== "secret id").map((credential) => `${text(nameOf3(block2, credential))}: ${inBlock(block2, isRead(block2, credential), "false")}`);
var nameOf3 = ({ name, kind, base }, { field }) => kind === void 0 && base.includes(".?generator.") ? `ClusterGenerator ${name} ${field}` : `${name} ${field}`;
function isRead({ base }, { secrets, when, unless: unless2 = [] }) {
  const named3 = secrets.map((field) => optional(base, field)).join(", ");
  const conditions = [
    `[${named3}].exists(o, size(o.orValue({})) > 0)`,
    ...when ? [hasValue2(base, when)] : [],
    ...unless2.map((field) => `${optional(base, field)}.orValue('') == ''`)
  ];
  return conditions.join(" && ");
}
var hasValue2 = (base, { field, is, byDefault }) => {
  const value = `${optional(base, field)}.orValue('')`;
  return byDefault ? `${value} in ['', ${text(is)}]` : `${value} == ${text(is)}`;
};
var vaultWith = (auth) => ({
  apiVersion: "external-secrets.io/v1",
  kind: "SecretStore",
  metadata: { name: "vault", namespace: "shop" },
  spec: { provider: { vault: { server: "https://vault.example.com", auth } } }
});

// src/generate/admission/store-conditions.ts
var storeConditions = () => ({
  policy: {
    id: "eso-store-conditions",
    comment: [
      "ClusterSecretStores must have conditions, none of which is empty or takes every namespace, or every new one.",
      "Regular expressions must be anchored as a whole: ^team-[a-z]+$"
    ],
    kinds: CLUSTER_STORES,
    ...ON_WRITTEN_SPEC,
    settings: [],
    variables: [
      { name: "conditions", expression: "object.?spec.?conditions.orValue([])" },
      {
        name: "empty",
        expression: "variables.conditions.filter(c, !c.?namespaceSelector.hasValue() && size(c.?namespaces.orValue([])) == 0 && size(c.?namespaceRegexes.orValue([])) == 0)"
      },
      {
        name: "open",
        expression: `variables.conditions.filter(c, c.?namespaceSelector.hasValue() && size(c.?namespaceSelector.?matchLabels.orValue({})) == 0 && c.?namespaceSelector.?matchExpressions.orValue([]).all(e, ${EXCLUDES}))`
      },
      {
        name: "loose",
        expression: `variables.conditions.filter(c, !c.?namespaceRegexes.orValue([]).all(r, ${ANCHORED} && !${ANY_NAME}))`
      }
    ],
    validations: [
      {
        expression: "size(variables.conditions) > 0",
        message: "'every namespace may use this store: set spec.conditions'"
      },
      { expression: "size(variables.empty) == 0", message: "'a condition is empty'" },
      {
        expression: "size(variables.open) == 0",
        message: "'a namespaceSelector takes every namespace, or every one that it does not exclude'"
      },
      {
        expression: "size(variables.loose) == 0",
        message: "'namespaceRegexes must be anchored (^...$), and must not take every name'"
      }
    ],
    action: "deny",
    holds: [
      { id: "unrestricted-cluster-store" },
      { id: "catch-all-store-condition" },
      { id: "unanchored-namespace-regex" }
    ],
    examples: { admitted: storeFor("shop", [{ namespaces: ["shop"] }]), refused: storeFor("all", []) }
  }
});
var EXCLUDES = "e.operator in ['NotIn', 'DoesNotExist'] || (e.operator == 'Exists' && e.key == 'kubernetes.io/metadata.name')";
var ANY = String.raw`\.[*+]|\[(-a-z0-9|a-z0-9\\?-)\][*+]`;
var BEGIN = String.raw`^(\^|\\A|-|${ANY})`;
var END = String.raw`(\$|\\z|-|${ANY})$`;
var ANCHORED = `(r.split('|').all(a, a.matches(${text(`${BEGIN}.*`)}) && a.matches(${text(END)})) || r.matches(${text(String.raw`${BEGIN}[^|]*(\([^()]*\)[^|()]*)*${END}`)}))`;
var ANY_NAME = `${list(["bdfg", "chjk", "lmnp", "qrst", "vwxz", "default", "aeiouy"])}.all(n, n.matches(r))`;
var storeFor = (name, conditions) => ({
  apiVersion: "external-secrets.io/v1",
  kind: "ClusterSecretStore",
  metadata: { name },
  spec: { conditions, provider: { aws: { service: "SecretsManager", region: "eu-west-1" } } }
});

// src/generate/admission/team-limits.ts
var fetchingLimits = (world) => {
  const limits = limitsOf(world);
  if (!limits) return { notes: ["no team of the config has keyPrefixes or stores: remote keys are not judged"] };
  return {
    policy: {
      ...limits,
      id: "eso-external-secret-keys",
      kinds: FETCHING,
      variables: [FETCHED_SPEC, ...FETCHING_NAMESPACES, ...FETCHED_KEYS, ...FETCHED_STORES],
      ...examplesFor2(limits.settings, (namespace2, key) => ({
        ...{ apiVersion: "external-secrets.io/v1", kind: "ExternalSecret", metadata: { name: "one", namespace: namespace2 } },
        spec: { data: [{ secretKey: "one", remoteRef: { key } }] }
      }))
    }
  };
};
var pushingLimits = (world) => {
  const limits = limitsOf(world);
  if (!limits) return {};
  return {
    policy: {
      ...limits,
      id: "eso-push-secret-keys",
      kinds: PUSHING,
      variables: [PUSHED_SPEC, ...PUSHING_NAMESPACES, ...PUSHED_KEYS, ...PUSHED_STORES],
      ...examplesFor2(limits.settings, (namespace2, remoteKey) => ({
        ...{ apiVersion: "external-secrets.io/v1alpha1", kind: "PushSecret", metadata: { name: "one", namespace: namespace2 } },
        spec: { data: [{ match: { remoteRef: { remoteKey } } }] }
      }))
    }
  };
};
function limitsOf(world) {
  const all = Object.values(world.config.teams ?? {}).flatMap(({ namespaces = [] }) => namespaces);
  const rights = [...new Set(all)].sort().map((namespace2) => ({ namespace: namespace2, ...teamRights(namespace2, world.config) }));
  const prefixes = rights.flatMap(({ namespace: namespace2, prefixes: prefixes2 }) => prefixes2 ? [[namespace2, prefixes2]] : []);
  const stores = rights.flatMap(({ namespace: namespace2, stores: stores2 }) => stores2 ? [[namespace2, stores2]] : []);
  if (prefixes.length + stores.length === 0) return void 0;
  return {
    comment: [
      "prefixes: what remote keys begin with, by namespace: teams of the config. A key must not have .. in it, and a search must be held to a folder or begin with ^ and a prefix.",
      "stores: the ClusterSecretStores of a namespace; SecretStores are its own."
    ],
    ...ON_WRITTEN_SPEC,
    settings: [
      { name: "prefixes", value: Object.fromEntries(prefixes) },
      { name: "stores", value: Object.fromEntries(stores) }
    ],
    validations: [
      {
        expression: everyNamespace(`(!(ns in variables.prefixes) || (${KEYS} && ${FOLDERS} && ${SEARCHES}))`),
        message: "'a remote key begins with none of the prefixes of its namespace: ' + variables.named.join(', ')"
      },
      {
        expression: everyNamespace("(!(ns in variables.stores) || variables.used.all(s, s in variables.stores[ns]))"),
        message: "'a ClusterSecretStore is none of those of its namespace: ' + variables.used.join(', ')"
      }
    ],
    action: "deny",
    holds: [{ id: "remote-key-outside-prefix" }]
  };
}
var KEYS = below("keys", "k", "k.startsWith(p)");
var FOLDERS = below("folders", "f", "f.startsWith(p) || f + '/' == p");
var SEARCHES = "variables.searches.all(x, !x.contains('|') && variables.prefixes[ns].exists(p, x.startsWith('^' + p) || " + String.raw`x.replace('\\.', '.').replace('\\-', '-').replace('\\/', '/').startsWith('^' + p)))`;
function below(variable, item, begins) {
  const leaves = String.raw`${item}.matches('(^|[/\\\\])\\.\\.([/\\\\]|$)')`;
  return `variables.${variable}.all(${item}, !${leaves} && variables.prefixes[ns].exists(p, ${begins}))`;
}
var FETCHED_KEYS = [
  { name: "data", expression: "variables.spec.?data.orValue([])" },
  { name: "entries", expression: "variables.spec.?dataFrom.orValue([])" },
  { name: "finds", expression: "variables.entries.filter(d, d.?find.hasValue())" },
  { name: "extracts", expression: "variables.entries.filter(d, !d.?find.hasValue() && d.?extract.hasValue())" },
  {
    name: "keys",
    expression: "variables.data.map(d, string(d.?remoteRef.?key.orValue(''))) + variables.extracts.map(d, string(d.?extract.?key.orValue('')))"
  },
  {
    name: "folders",
    expression: "variables.finds.filter(d, d.?find.?path.orValue('') != '').map(d, string(d.?find.?path.orValue('')))"
  },
  {
    name: "searches",
    expression: "variables.finds.filter(d, d.?find.?path.orValue('') == '').map(d, string(d.?find.?name.?regexp.orValue('')))"
  }
];
var PUSHED_KEYS = [
  { name: "data", expression: "variables.spec.?data.orValue([])" },
  { name: "wholes", expression: "variables.spec.?dataTo.orValue([]).filter(d, d.?remoteKey.hasValue())" },
  {
    name: "keys",
    expression: "variables.data.map(d, string(d.?match.?remoteRef.?remoteKey.orValue(''))) + variables.wholes.map(d, string(d.?remoteKey.orValue('')))"
  },
  { name: "folders", expression: "variables.keys.filter(k, false)" },
  { name: "searches", expression: "variables.keys.filter(k, false)" }
];
var FETCHED_STORES = [
  {
    name: "references",
    expression: "[variables.spec.?secretStoreRef].filter(o, o.hasValue()).map(o, o.value()) + (variables.data + variables.entries).filter(d, d.?sourceRef.?storeRef.hasValue()).map(d, d.sourceRef.storeRef)"
  },
  {
    name: "used",
    expression: "variables.references.filter(s, s.?kind.orValue('SecretStore') == 'ClusterSecretStore').map(s, string(s.?name.orValue('')))"
  }
];
var PUSHED_STORES = [
  { name: "references", expression: "variables.spec.?secretStoreRefs.orValue([])" },
  {
    name: "used",
    expression: "variables.references.filter(s, s.?kind.orValue('SecretStore') == 'ClusterSecretStore').map(s, string(s.?name.orValue('')))"
  }
];
function examplesFor2([prefixes], request) {
  const [namespace2, [prefix] = []] = Object.entries(prefixes?.value ?? {})[0] ?? [];
  if (namespace2 === void 0 || prefix === void 0) return {};
  return {
    examples: { admitted: request(namespace2, `${prefix}one`), refused: request(namespace2, `../${prefix}one`) }
  };
}

// src/generate/admission/template-rules.ts
var fetchingTemplates = (world) => ({
  policy: {
    id: "eso-external-secret-templates",
    comment: [
      "Templates of ExternalSecrets must not call functions that read, resolve or leak data, and must not make Secrets that Kubernetes turns into credentials.",
      "What stands in ConfigMaps and Secrets that templateFrom names is not seen here.",
      "targets: what ExternalSecrets may write; other kinds than Secrets only where the set has them today."
    ],
    kinds: FETCHING,
    ...ON_WRITTEN_SPEC,
    settings: [
      { name: "types", value: ["bootstrap.kubernetes.io/token", "kubernetes.io/service-account-token"] },
      { name: "targets", value: targetsIn(world) }
    ],
    variables: [
      FETCHED_SPEC,
      { name: "template", expression: "variables.spec.?target.?template.orValue({})" },
      { name: "target", expression: "variables.spec.?target.?manifest.orValue({})" },
      { name: "entries", expression: "variables.spec.?dataFrom.orValue([])" },
      ...TEXTS
    ],
    validations: [
      {
        expression: "!(variables.template.?type.orValue('Opaque') in variables.types)",
        message: "'template.type ' + string(variables.template.?type.orValue('Opaque')) + ' is not allowed'"
      },
      {
        expression: "(variables.target.?apiVersion.orValue('v1') + '/' + variables.target.?kind.orValue('Secret')) in variables.targets",
        message: "'target.manifest may not be ' + string(variables.target.?kind.orValue('Secret'))"
      },
      {
        expression: `size(variables.target) > 0 || ${SOURCES}.all(f, f.?target.orValue('Data') in ['Data', 'Annotations', 'Labels'])`,
        message: "'templateFrom.target may only be Data, Annotations or Labels'"
      },
      ...NO_CALLS
    ],
    action: "deny",
    holds: [
      { id: "dangerous-template-function", severities: ["high"] },
      { id: "privileged-secret-type" },
      ...targetsIn(world).length > 1 ? [] : [{ id: "generic-target" }]
    ],
    examples: { admitted: fetching("{{ .password }}"), refused: fetching("{{ .password | getHostByName }}") }
  }
});
var pushingTemplates = () => ({
  policy: {
    id: "eso-push-secret-templates",
    comment: ["Templates of PushSecrets must not call functions that read, resolve or leak data."],
    kinds: PUSHING,
    ...ON_WRITTEN_SPEC,
    settings: [],
    variables: [
      PUSHED_SPEC,
      { name: "template", expression: "variables.spec.?template.orValue({})" },
      { name: "entries", expression: "variables.spec.?dataTo.orValue([])" },
      ...TEXTS
    ],
    validations: NO_CALLS,
    action: "deny",
    holds: [{ id: "dangerous-template-function" }],
    examples: { admitted: pushing("{{ .password }}"), refused: pushing('{{ getSecretKey "a" "b" "c" }}') }
  }
});
var SOURCES = "variables.template.?templateFrom.orValue([])";
var TEXTS = [
  {
    name: "maps",
    expression: "[variables.template.?data.orValue({}), variables.template.?metadata.?annotations.orValue({}), variables.template.?metadata.?labels.orValue({})]"
  },
  { name: "values", expression: "variables.maps.map(m, m.map(k, string(m[k])))" },
  { name: "literals", expression: `${SOURCES}.map(f, string(f.?literal.orValue('')))` },
  {
    name: "rewrites",
    expression: "variables.entries.map(d, d.?rewrite.orValue([]).map(w, string(w.?transform.?template.orValue(''))))"
  },
  { name: "texts", expression: "variables.values + [variables.literals] + variables.rewrites" }
];
var TICK = "`";
var PIECE = String.raw`[^"'${TICK}}/]|"([^"\\]|\\.)*"|'([^'\\]|\\.)*'|${TICK}[^${TICK}]*${TICK}`;
var BEFORE = String.raw`[^"'${TICK}}/.$\w]|"([^"\\]|\\.)*"|'([^'\\]|\\.)*'|${TICK}[^${TICK}]*${TICK}`;
var calls = (name) => String.raw`\{\{((${PIECE})*(${BEFORE}))?(${name})\b`;
var refuses = (expression, message) => ({
  expression: `variables.texts.all(l, l.all(t, !t.matches(r'''${expression}''')))`,
  message: text(message)
});
var NO_CALLS = [
  refuses(calls("getHostByName|getSecretKey"), "the template calls getHostByName or getSecretKey"),
  // A field or a variable in the same action, before or behind the call.
  refuses(`${calls("fail")}(${PIECE})*[.$]`, "the template gives data to fail, which puts it into an event"),
  refuses(
    String.raw`\{\{(${PIECE})*[.$](${PIECE})*\|\s*fail\b`,
    "the template gives data to fail, which puts it into an event"
  )
];
function targetsIn(world) {
  const targets = FETCHING_KINDS.flatMap((kind) => world.of(kind)).flatMap((manifest) => targetOf(manifest) ?? []);
  const named3 = targets.flatMap(({ apiVersion, kind }) => apiVersion && kind ? `${apiVersion}/${kind}` : []);
  return [.../* @__PURE__ */ new Set(["v1/Secret", ...named3])].sort();
}
var fetching = (password) => ({
  apiVersion: "external-secrets.io/v1",
  kind: "ExternalSecret",
  metadata: { name: "one", namespace: "shop" },
  spec: { target: { template: { data: { password } } } }
});
var pushing = (password) => ({
  apiVersion: "external-secrets.io/v1alpha1",
  kind: "PushSecret",
  metadata: { name: "one", namespace: "shop" },
  spec: { template: { data: { password } } }
});

// src/generate/admission/policies.ts
var MAKERS = [
  allowedProviders,
  allowedEndpoints,
  staticCredentials,
  storeConditions,
  fetchingNamespaces,
  fetchingTemplates,
  creationPolicy,
  fetchingLimits,
  pushingNamespaces,
  pushLimits,
  pushingTemplates,
  pushingLimits,
  ownedSecrets
];
function policiesFor(world) {
  const made = MAKERS.map((make) => make(world));
  return { policies: made.flatMap(({ policy }) => policy ?? []), notes: made.flatMap(({ notes = [] }) => notes) };
}

// src/generate/admission/vap.ts
var API = "admissionregistration.k8s.io/v1";
var vapDocuments = (policy) => [
  {
    comment: policy.comment,
    body: {
      apiVersion: API,
      kind: "ValidatingAdmissionPolicy",
      metadata: { name: policy.id },
      spec: {
        failurePolicy: "Fail",
        matchConstraints: { matchPolicy: "Equivalent", resourceRules: resourceRules(policy) },
        matchConditions: conditionsOf(policy),
        variables: variablesOf(policy, inline),
        validations: validationsOf(policy)
      }
    }
  },
  {
    comment: policy.action === "deny" ? ["To try it first: validationActions [Warn, Audit]."] : [],
    body: {
      apiVersion: API,
      kind: "ValidatingAdmissionPolicyBinding",
      metadata: { name: policy.id },
      spec: { policyName: policy.id, validationActions: policy.action === "deny" ? ["Deny"] : ["Warn", "Audit"] }
    }
  }
];

// src/generate/admission/admission.ts
var admission = {
  id: "admission",
  title: "Admission policies that hold in the cluster what is checked here",
  answers: ["missing-admission-policy", "unwatched-secret-changes"],
  generate(world, { engine }) {
    if (!isAboutEso(world)) return nothing("neither an operator nor an object of it is in the set");
    const { policies, notes } = policiesFor(world);
    const explained = policies.map((policy) => ({
      ...policy,
      comment: [...policy.comment, ...brokenBy(policy, world).map((sentence) => `${sentence}.`)]
    }));
    const broken = policies.flatMap((policy) => brokenBy(policy, world).map((sentence) => `${policy.id}: ${sentence}`));
    return { files: FILES[engine](explained), notes: [...notes, ...broken] };
  }
};
var isAboutEso = (world) => world.eso.installs.length > 0 || ESO_KINDS.some((kind) => world.of(kind).length > 0);
var manifests = (name, documents) => ({
  name: `${name}.yaml`,
  purpose: "manifests",
  documents
});
var FILES = {
  vap: (policies) => policies.map((policy) => manifests(policy.id, vapDocuments(policy))),
  kyverno: (policies) => [
    ...policies.map((policy) => manifests(policy.id, [kyvernoDocument(policy)])),
    ...kyvernoTests(policies)
  ],
  gatekeeper: (policies) => [
    // A template makes the kind of its constraint, so that it has to be applied before.
    ...policies.map((policy) => manifests(`${policy.id}-template`, [templateDocument(policy)])),
    ...policies.map((policy) => manifests(`${policy.id}-constraint`, [constraintDocument(policy)])),
    ...gatorTests(policies)
  ]
};

// src/generate/alerts/metrics.ts
var READ = { newest: "2.9.0", asOf: "2026-08-07" };
var SYNC_ERRORS = { name: "externalsecret_sync_calls_error" };
var CONDITIONS = {
  externalSecret: { name: "externalsecret_status_condition" },
  secretStore: { name: "secretstore_status_condition" },
  clusterSecretStore: { name: "clustersecretstore_status_condition" },
  pushSecret: { name: "pushsecret_status_condition", since: "0.14.4" }
};
var WORKERS = { name: "controller_runtime_max_concurrent_reconciles" };

// src/generate/alerts/alert-rules.ts
var PLACE = "{{ or $labels.exported_namespace $labels.namespace }}/{{ $labels.name }}";
var LABELS = { name: "db", namespace: "shop" };
var NOT_READY = { condition: "Ready", status: "False" };
function alertsFor(installs) {
  const all = [...installs.map(controllerDown), syncErrors, ...NOT_READY_ALERTS].filter(
    ({ metric }) => has(metric, installs)
  );
  return [...new Map(all.map((alert) => [alert.expression, alert])).values()];
}
function controllerDown({ namespace: namespace2 }, _, installs) {
  const isOne = installs.length < 2 || namespace2 === void 0;
  const labels = { controller: "externalsecret", ...isOne ? {} : { namespace: namespace2 } };
  return {
    name: "ExternalSecretsControllerDown",
    expression: `absent(${series(WORKERS.name, labels)})`,
    ...{ minutes: 10, severity: "critical", metric: WORKERS },
    summary: "The controller of External Secrets Operator does not work.",
    description: "No Secret is refreshed and none is pushed: what is rotated in the provider does not arrive.",
    example: { labels }
  };
}
var syncErrors = {
  name: "ExternalSecretSyncErrors",
  expression: `sum by (namespace, exported_namespace, name) (increase(${SYNC_ERRORS.name}[1h])) > 3`,
  ...{ minutes: 5, severity: "warning", metric: SYNC_ERRORS },
  summary: "An ExternalSecret fails again and again.",
  description: `More than three syncs of ${PLACE} failed within an hour. Many at once may be somebody who tries out what a store can read.`,
  example: { series: series(SYNC_ERRORS.name, LABELS), values: "0+1x60", labels: LABELS }
};
var NOT_READY_ALERTS = [
  notReady(
    "ExternalSecretNotReady",
    CONDITIONS.externalSecret,
    "An ExternalSecret",
    "Its Secret keeps what it had.",
    PLACE
  ),
  notReady("SecretStoreNotReady", CONDITIONS.secretStore, "A SecretStore", "Nothing that uses it is refreshed.", PLACE),
  notReady(
    ...["ClusterSecretStoreNotReady", CONDITIONS.clusterSecretStore, "A ClusterSecretStore"],
    ...["Nothing that uses it is refreshed in any namespace.", "{{ $labels.name }}"]
  ),
  notReady("PushSecretNotReady", CONDITIONS.pushSecret, "A PushSecret", "The provider keeps what it had.", PLACE)
];
function notReady(name, metric, what, effect, place) {
  const labels = { ...NOT_READY, ...LABELS };
  return {
    ...{ name, metric, minutes: 15, severity: "warning" },
    expression: `${series(metric.name, NOT_READY)} == 1`,
    summary: `${what} is not ready.`,
    description: `${place} has not been ready for a quarter of an hour. ${effect}`,
    example: { series: series(metric.name, labels), values: "1+0x60", labels }
  };
}
function series(name, labels) {
  return `${name}{${Object.entries(labels).map(([key, value]) => `${key}=${JSON.stringify(value)}`).join(",")}}`;
}
var has = ({ since }, installs) => since === void 0 || installs.some(({ version }) => version === void 0 || compareVersions(version, since) >= 0);

// src/generate/alerts/alert-tests.ts
var alertTests = (alerts2) => ({
  ...{ rule_files: ["alerts.rules.yaml"], evaluation_interval: "1m" },
  tests: [...alerts2.map(firing), silent(alerts2)]
});
var TESTED = "60m";
var firing = ({ name, severity, summary, description, example: { series: series2, values, labels } }) => ({
  interval: "1m",
  input_series: series2 === void 0 ? [] : [{ series: series2, values: values ?? "" }],
  alert_rule_test: [
    {
      ...{ eval_time: TESTED, alertname: name },
      exp_alerts: [
        {
          exp_labels: { severity, ...labels },
          exp_annotations: {
            summary,
            description: description.replace(/\{\{[^}]*\}\}/g, (template) => expansionOf(template, labels))
          }
        }
      ]
    }
  ]
});
var expansionOf = (template, { name = "", namespace: namespace2 = "" }) => template.includes("namespace") ? namespace2 : name;
var silent = (alerts2) => ({
  interval: "1m",
  input_series: alerts2.map(({ expression, example: { series: series2 } }) => ({
    series: series2 ?? expression.replace(/^absent\((.*)\)$/, "$1"),
    values: series2 === void 0 ? "1+0x60" : "0+0x60"
  })),
  alert_rule_test: alerts2.map(({ name }) => ({ eval_time: TESTED, alertname: name, exp_alerts: [] }))
});

// src/generate/alerts/alerts.ts
var alerts = {
  id: "alerts",
  title: "Alerts on syncs that fail, stores that are not ready and a controller that is down",
  answers: ["missing-sync-failure-alert"],
  generate(world) {
    const installs = world.eso.installs.filter(({ controller }) => controller);
    const [first] = installs;
    if (!first) return nothing("no External Secrets Operator is installed here");
    const groups = [{ name: "external-secrets", rules: alertsFor(installs).map(ruleOf) }];
    const rule = {
      ...{ apiVersion: "monitoring.coreos.com/v1", kind: "PrometheusRule" },
      metadata: {
        name: "external-secrets-alerts",
        ...first.namespace !== void 0 && { namespace: first.namespace }
      },
      spec: { groups }
    };
    return {
      files: [
        { name: "alerts.yaml", purpose: "manifests", documents: [{ comment: [SOURCE], body: rule }] },
        { name: "tests/alerts.rules.yaml", purpose: "test", documents: [{ comment: [SAME], body: { groups } }] },
        {
          name: "tests/alerts.test.yaml",
          purpose: "test",
          documents: [{ comment: [RUN], body: alertTests(alertsFor(installs)) }]
        }
      ],
      notes: [LABELS2, ...unread(world)]
    };
  }
};
var SOURCE = `The metrics are those of External Secrets Operator up to ${READ.newest}, as of ${READ.asOf}: https://external-secrets.io/latest/api/metrics/`;
var SAME = "The same rules as Prometheus itself reads them, for promtool.";
var RUN = "promtool test rules tests/alerts.test.yaml";
var LABELS2 = "a Prometheus that selects rules by label (ruleSelector) needs that label on the PrometheusRule";
var ruleOf = ({ name, expression, minutes, severity, summary, description }) => ({
  ...{ alert: name, expr: expression, for: `${minutes}m` },
  ...{ labels: { severity }, annotations: { summary, description } }
});
var unread = (world) => world.eso.controllers.some(({ pod }) => isScraped(pod, world)) ? [] : [
  "nothing in the set reads the metrics of the controller: without that only ExternalSecretsControllerDown fires, and for ever"
];

// src/generate/audit-policy/audit-policy.ts
import { isDeepStrictEqual } from "node:util";

// src/generate/audit-policy/audit-rules.ts
var CHANGES = ["create", "update", "patch", "delete", "deletecollection"];
var omitStages = ["RequestReceived"];
function auditRules(world) {
  const telling = tellingResources(world);
  const named3 = (group, isTelling) => ESO_RESOURCES.filter((resource) => groupOfResource(resource) === group).map(({ resource }) => resource).filter((resource) => telling.has(resource) === isTelling);
  const about = (isTelling) => [ESO_GROUP, GENERATORS_GROUP].flatMap((group) => {
    const resources = named3(group, isTelling);
    return resources.length > 0 ? [{ group, resources }] : [];
  });
  return [
    { level: "Metadata", omitStages, resources: SECRETS },
    ...telling.size > 0 ? [{ level: "Metadata", omitStages, verbs: CHANGES, resources: about(true) }] : [],
    { level: "Request", omitStages, verbs: CHANGES, resources: about(false) }
  ];
}
var SECRETS = [
  { group: "", resources: ["secrets", "serviceaccounts/token"] },
  { group: "authentication.k8s.io", resources: ["tokenreviews"] }
];
var tellingResources = (world) => new Set(
  CONNECTED_KINDS.flatMap((kind) => world.of(kind)).filter((manifest) => inlineSecretsIn(manifest).some(({ isTestData }) => !isTestData)).map(({ kind }) => `${kind.toLowerCase()}s`)
);

// src/generate/audit-policy/yaml-value.ts
function yamlValueOf(value) {
  if (Array.isArray(value)) return value.map(yamlValueOf);
  const mapping = asMapping(value);
  if (mapping) return Object.fromEntries(Object.entries(mapping).map(([key, item]) => [key, yamlValueOf(item)]));
  if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
  return String(value);
}

// src/generate/audit-policy/audit-policy.ts
var auditPolicy = {
  id: "audit-policy",
  title: "Audit rules for what the operator is told and for the Secrets it writes",
  answers: ["eso-changes-not-audited", "secret-bodies-in-audit-log", "unwatched-secret-changes"],
  generate(world) {
    const policies = world.of(AUDIT_POLICY_KIND);
    if (policies.length === 0 && !world.has("install") && !world.has("connections"))
      return nothing("nothing of External Secrets Operator is here");
    const rules = auditRules(world);
    if (policies.length === 0)
      return { files: [fileOf(FILE, rules, [], [], [...USE, ...watched(world)])], notes: [ALONE] };
    return {
      files: policies.map((policy, i) => mergedFile(policy, i, rules, world)),
      notes: policies.flatMap(silencedStages)
    };
  }
};
var FILE = "audit-policy.yaml";
var USE = [
  "For --audit-policy-file of the API server; it is no object that kubectl could apply. The first rule that matches a request decides."
];
var ALONE = "there is no audit policy in the set: with this one alone the API server logs nothing else, so put its rules before those of the cluster’s own, and name that one in auditPolicy of the config";
var watched = ({ eso: eso3 }) => {
  const accounts = [...new Set(eso3.controllers.map(({ pod }) => nameOfSubject(accountOf(pod))))].sort();
  return accounts.length === 0 ? [] : [
    `Changes of Secrets with the label reconcile.external-secrets.io/managed are the work of ${accounts.join(", ")}: look for those of anybody else.`
  ];
};
function mergedFile(policy, i, rules, world) {
  const own = asList(policy.get("rules")).filter((rule) => !rules.some((added) => isDeepStrictEqual(added, rule)));
  const comment = [`Instead of ${policy.file}: its rules stand behind the new ones.`, ...USE, ...watched(world)];
  const name = i === 0 ? FILE : FILE.replace(".", `-${i + 1}.`);
  return fileOf(name, rules, own.map(yamlValueOf), heardStages(policy), comment);
}
var fileOf = (name, rules, others, omitStages2, comment) => ({
  ...{ name, purpose: "manifests" },
  documents: [
    {
      comment,
      body: {
        ...{ apiVersion: "audit.k8s.io/v1", kind: "Policy" },
        ...omitStages2.length > 0 && { omitStages: omitStages2 },
        rules: [...rules, ...others]
      }
    }
  ]
});
var LAST = "ResponseComplete";
var heardStages = (policy) => asTexts(policy.get("omitStages")).filter((stage) => stage !== LAST);
var silencedStages = (policy) => asTexts(policy.get("omitStages")).includes(LAST) ? [
  `${policy.file} omits the stage ${LAST} of every request, which is taken out of omitStages here: more is logged than before`
] : [];

// src/generate/namespace.ts
var namespace = {
  id: "namespace",
  title: "Namespaces of the operator with Pod Security labels",
  answers: ["namespace-without-pod-security"],
  generate({ eso: eso3 }) {
    const names = [...new Set(eso3.installs.flatMap((install) => install.namespace ?? []))].sort();
    if (names.length === 0) return nothing("no External Secrets Operator is installed here");
    return { files: [{ name: "namespace.yaml", purpose: "manifests", documents: names.map(namespaceOf) }], notes: [] };
  }
};
var namespaceOf = (name) => ({
  comment: ['Pods that do not keep to the profile "restricted" are refused; those of the operator keep to it.'],
  body: {
    apiVersion: "v1",
    kind: "Namespace",
    metadata: {
      name,
      labels: {
        "pod-security.kubernetes.io/enforce": "restricted",
        "pod-security.kubernetes.io/audit": "restricted",
        "pod-security.kubernetes.io/warn": "restricted"
      }
    }
  }
});

// src/generate/network-policies/calico.ts
var calicoPolicy = ({ name, namespace: namespace2, labels, traffic }) => ({
  apiVersion: "projectcalico.org/v3",
  kind: "NetworkPolicy",
  metadata: { name, ...namespace2 !== void 0 && { namespace: namespace2 } },
  spec: {
    selector: selectorOf(labels),
    types: ["Ingress", "Egress"],
    ingress: traffic.ingress.flatMap((opening) => rulesOf(opening, "ingress")),
    // The first rule that takes a connection decides.
    egress: [
      ...traffic.closed.flatMap((opening) => rulesOf(opening, "egress", "Deny")),
      ...traffic.egress.flatMap((opening) => rulesOf(opening, "egress"))
    ]
  }
});
function rulesOf({ parties, ports }, direction, action = "Allow") {
  const byProtocol = ports.length === 0 ? [[]] : [...Map.groupBy(ports, ({ protocol }) => protocol).values()];
  return parties.flatMap((party) => byProtocol.flatMap((group) => ruleOf2(party, group, direction, action)));
}
function ruleOf2(party, ports, direction, action) {
  const peer = peerOf(party, direction);
  if (!peer) return [];
  const protocol = { protocol: ports[0]?.protocol ?? "TCP" };
  const numbers = ports.length === 0 ? {} : { ports: ports.map(({ port }) => port) };
  if (direction === "ingress") return [{ action, ...protocol, source: peer, destination: numbers }];
  return [{ action, ...protocol, destination: "services" in peer ? peer : { ...peer, ...numbers } }];
}
function peerOf(party, direction) {
  switch (party.kind) {
    case "pods":
      return {
        ...Object.keys(party.labels).length > 0 && { selector: selectorOf(party.labels) },
        namespaceSelector: `projectcalico.org/name == '${party.namespace}'`
      };
    case "blocks":
      return { nets: party.blocks };
    case "host":
      return { domains: [party.name] };
    case "api-server":
      if (direction === "egress") return { services: { name: "kubernetes", namespace: "default" } };
      return { nets: party.blocks.length > 0 ? party.blocks : PRIVATE_BLOCKS };
    case "node":
      return void 0;
  }
}
var selectorOf = (labels) => Object.entries(labels).map(([key, value]) => `${key} == '${value}'`).join(" && ");

// src/generate/network-policies/kubernetes.ts
var kubernetesPolicy = ({ name, namespace: namespace2, labels, traffic }) => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: { name, ...namespace2 !== void 0 && { namespace: namespace2 } },
  spec: { podSelector: { matchLabels: labels }, policyTypes: ["Ingress", "Egress"], ...kubernetesRules(traffic) }
});
var kubernetesRules = ({ ingress, egress }) => ({
  ingress: distinct(ingress.flatMap((opening) => ruleOf3(opening, "ingress"))),
  egress: distinct(egress.flatMap((opening) => ruleOf3(opening, "egress")))
});
var distinct = (items) => [
  ...new Map(items.map((item) => [JSON.stringify(item), item])).values()
];
function ruleOf3({ parties, ports }, direction) {
  const peers = distinct(parties.flatMap(peersOf));
  if (peers.length === 0) return [];
  return [{ [direction === "ingress" ? "from" : "to"]: peers, ...ports.length > 0 && { ports: ports.map(portOf) } }];
}
var portOf = ({ protocol, port }) => ({ protocol, port });
function peersOf(party) {
  switch (party.kind) {
    case "pods":
      return [
        {
          namespaceSelector: named(party.namespace),
          ...hasAny(party.labels) && { podSelector: { matchLabels: party.labels } }
        }
      ];
    case "blocks":
      return party.blocks.map(block);
    case "host":
      return party.isLocal ? PRIVATE_BLOCKS.map(block) : INTERNET;
    case "api-server":
      return (party.blocks.length > 0 ? party.blocks : PRIVATE_BLOCKS).map(block);
    case "node":
      return [];
  }
}
var named = (namespace2) => ({ matchLabels: { "kubernetes.io/metadata.name": namespace2 } });
var hasAny = (labels) => Object.keys(labels).length > 0;
var block = (cidr) => ({ ipBlock: { cidr } });
var INTERNET = ["0.0.0.0/0", "::/0"].map((cidr) => {
  const isFamily = (one) => one.includes(":") === cidr.includes(":");
  return { ipBlock: { cidr, except: [...PRIVATE_BLOCKS, ...LINK_LOCAL_BLOCKS].filter(isFamily) } };
});

// src/generate/network-policies/chart-values.ts
var SINCE = "2.8.0";
function chartValuesOf(install, trafficOf2) {
  const { release, version, components } = install;
  if (release === void 0 || version === void 0 || compareVersions(version, SINCE) < 0) return [];
  const own = Object.assign({}, ...components.map((component) => valuesOf(component, trafficOf2(component))));
  const body = chartsAbove(install).reduceRight((values, chart) => ({ [chart]: values }), own);
  const comment = [
    `Values of release ${release}, instead of the manifests: the chart makes the same policies from them (${SINCE} on).`
  ];
  return [{ name: `network-policies.${release}.values.yaml`, purpose: "values", documents: [{ comment, body }] }];
}
function valuesOf({ role }, traffic) {
  const policy = { networkPolicy: { enabled: true, ...kubernetesRules(traffic) } };
  const key = KEYS2[role];
  return key === void 0 ? policy : { [key]: policy };
}
var KEYS2 = {
  controller: void 0,
  webhook: "webhook",
  "cert-controller": "certController"
};
function chartsAbove({ controller }) {
  const parts = controller?.pod.manifest.template?.split("/") ?? [];
  return parts.flatMap((part, i) => parts[i - 1] === "charts" ? part : []);
}

// src/generate/network-policies/cilium.ts
var ciliumPolicy = ({ name, namespace: namespace2, labels, traffic }) => ({
  apiVersion: "cilium.io/v2",
  kind: "CiliumNetworkPolicy",
  metadata: { name, ...namespace2 !== void 0 && { namespace: namespace2 } },
  spec: {
    endpointSelector: { matchLabels: labels },
    ingress: orNobody(traffic.ingress.flatMap((opening) => rulesOf2(opening, "ingress"))),
    egress: orNobody(traffic.egress.flatMap((opening) => rulesOf2(opening, "egress"))),
    ...traffic.closed.length > 0 && { egressDeny: traffic.closed.flatMap((opening) => rulesOf2(opening, "egress")) }
  }
});
var orNobody = (rules) => rules.length > 0 ? rules : [{}];
function rulesOf2({ parties, ports, isDns }, direction) {
  const side = direction === "ingress" ? "from" : "to";
  const toPorts = ports.length === 0 ? {} : { toPorts: [portsOf(ports, isDns === true)] };
  const groups = Map.groupBy(parties.flatMap(peersOf2), ({ field }) => field);
  return [...groups].map(([field, group]) => ({ [`${side}${field}`]: group.map(({ value }) => value), ...toPorts }));
}
var portsOf = (ports, isDns) => ({
  ports: ports.map(({ protocol, port }) => ({ port: String(port), protocol })),
  ...isDns && { rules: { dns: [{ matchPattern: "*" }] } }
});
function peersOf2(party) {
  switch (party.kind) {
    case "pods":
      return [{ field: "Endpoints", value: { matchLabels: inNamespace(party) } }];
    case "blocks":
      return party.blocks.map((value) => ({ field: "CIDR", value }));
    case "host":
      return [{ field: "FQDNs", value: { matchName: party.name } }];
    case "api-server":
      return [
        { field: "Entities", value: "kube-apiserver" },
        ...party.blocks.map((value) => ({ field: "CIDR", value }))
      ];
    case "node":
      return [{ field: "Entities", value: "host" }];
  }
}
var inNamespace = ({ namespace: namespace2, labels }) => ({
  "k8s:io.kubernetes.pod.namespace": namespace2,
  ...Object.fromEntries(Object.entries(labels).map(([key, value]) => [`k8s:${key}`, value]))
});

// src/generate/network-policies/opening.ts
var tcp = (port) => ({ protocol: "TCP", port });

// src/generate/network-policies/metadata.ts
var POD_IDENTITY_AGENT = {
  parties: [{ kind: "blocks", blocks: ["169.254.170.23/32", "fd00:ec2::23/128"] }],
  ports: [tcp(80)]
};
var METADATA = "169.254.169.254/32";
var GKE_METADATA_SERVER = {
  parties: [{ kind: "blocks", blocks: ["169.254.169.252/32", METADATA] }],
  ports: [tcp(80), tcp(988)]
};
var METADATA_SERVER = { parties: [{ kind: "blocks", blocks: [METADATA] }], ports: [tcp(80)] };
function metadataClosed(openings) {
  const parties = openings.flatMap((opening) => opening.parties);
  const isNeeded = parties.some((party) => party.kind === "blocks" && party.blocks.includes(METADATA));
  return isNeeded || !parties.some(({ kind }) => kind === "host") ? [] : [{ purpose: "nobody here", ...METADATA_SERVER }];
}
function metadataAt(connected) {
  if (usesGoogleIdentity(connected)) return [GKE_METADATA_SERVER];
  if (!maySignInAsPod(connected)) return [];
  const { config } = connected;
  const name = nameOf2(connected);
  if (AWS.has(name) || isSet(config, "auth.iam") || isSet(config, "auth.awsAuthCredentials"))
    return [POD_IDENTITY_AGENT];
  if (GOOGLE.has(name) || isSet(config, "auth.gcpIdTokenAuthCredentials")) return [GKE_METADATA_SERVER];
  return isOfNode(connected) ? [METADATA_SERVER] : [];
}
var AWS = /* @__PURE__ */ new Set(["aws", "ECRAuthorizationToken", "STSSessionToken"]);
var GOOGLE = /* @__PURE__ */ new Set(["gcpsm", "GCRAccessToken"]);
var isOfNode = (connected) => hasValue(connected.config, { field: "authType", is: "ManagedIdentity" }) || ["auth.managedIdentity", "auth.azureAuthCredentials"].some((field) => isSet(connected.config, field)) || nameOf2(connected) === "oracle" && !hasValue(connected.config, { field: "principalType", is: "Workload" });

// src/generate/network-policies/monitoring.ts
var READERS = /* @__PURE__ */ new Set([
  "prometheus",
  "vmagent",
  "vmsingle",
  "victoria-metrics",
  "alloy",
  "opentelemetry-collector-contrib"
]);
var STARTERS = /* @__PURE__ */ new Set(["prometheus-operator", "victoria-metrics-operator"]);
function monitoringNamespaces(world) {
  const given = world.config.clusters?.[world.cluster]?.monitoringNamespaces;
  if (given) return [...new Set(given)].sort();
  return [...new Set(world.pods.filter(readsMetrics).flatMap(({ namespace: namespace2 }) => namespace2 ?? []))].sort();
}
var readsMetrics = ({ containers }) => containers.some(({ image }) => {
  const name = image && parseImage(image).repository.split("/").at(-1);
  return name !== void 0 && (READERS.has(name) || STARTERS.has(name));
});

// src/providers/service-hosts.ts
var serviceHosts = (connected) => {
  const name = nameOf2(connected);
  return Object.hasOwn(HOSTS, name) ? HOSTS[name]?.(connected.config) : void 0;
};
var textAt = (config, field) => knownText(valueAt(config, keysOf(field)));
var inRegion = (servicesOf) => (config) => {
  const region = textAt(config, "region");
  const services = servicesOf(config);
  if (!services || region === void 0 || !/^[a-z0-9-]+$/.test(region)) return void 0;
  const domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  const all = [...services, ...asksForSession(config) ? ["sts"] : []];
  return [...new Set(all)].map((service) => `${service}.${region}.${domain}`);
};
var asksForSession = (config) => !isSet(config, "auth.secretRef") || isSet(config, "role") || isSet(config, "additionalRoles");
var AWS_SERVICES = /* @__PURE__ */ new Map([
  ["SecretsManager", ["secretsmanager"]],
  ["ParameterStore", ["ssm"]]
]);
var ecr = inRegion(() => ["api.ecr"]);
var google = (service) => (config) => {
  const own = service(config);
  if (!own) return void 0;
  const signIn = [
    ...isSet(config, "auth.secretRef") ? ["oauth2.googleapis.com"] : [],
    ...isSet(config, "auth.workloadIdentity") ? ["securetoken.googleapis.com", "iamcredentials.googleapis.com"] : [],
    ...isSet(config, "auth.workloadIdentityFederation") ? ["sts.googleapis.com", "iamcredentials.googleapis.com"] : []
  ];
  return [...own, ...signIn];
};
var secretManager = (config) => {
  const location = valueAt(config, ["location"]);
  if (isPlaceholder(location)) return void 0;
  const region = knownText(location);
  return [region === void 0 ? "secretmanager.googleapis.com" : `secretmanager.${region}.rep.googleapis.com`];
};
var AZURE_SIGN_IN = /* @__PURE__ */ new Map([
  ["PublicCloud", "login.microsoftonline.com"],
  ["USGovernmentCloud", "login.microsoftonline.us"],
  ["ChinaCloud", "login.chinacloudapi.cn"]
]);
var azureSignIn = (config) => {
  const isManaged = textAt(config, "authType") === "ManagedIdentity" || isSet(config, "auth.managedIdentity");
  if (isManaged || isSet(config, "customCloudConfig.activeDirectoryEndpoint")) return [];
  const host = AZURE_SIGN_IN.get(textAt(config, "environmentType") ?? "PublicCloud");
  return host === void 0 ? void 0 : [host];
};
var containerRegistry = (config) => {
  const registry = textAt(config, "registry");
  const signIn = azureSignIn(config);
  return registry === void 0 || !signIn ? void 0 : [registry, ...signIn];
};
var fixed = (...hosts) => () => hosts;
var unless = (field, host) => (config) => isSet(config, field) ? [] : [host];
var HOSTS = {
  akeyless: unless("akeylessGWApiURL", "api.akeyless.io"),
  aws: inRegion((config) => AWS_SERVICES.get(textAt(config, "service") ?? "")),
  azurekv: azureSignIn,
  doppler: fixed("api.doppler.com"),
  gcpsm: google(secretManager),
  ACRAccessToken: containerRegistry,
  ECRAuthorizationToken: (config) => textAt(config, "scope") === "public" ? fixed("api.ecr-public.us-east-1.amazonaws.com")(config) : ecr(config),
  GCRAccessToken: google(fixed()),
  STSSessionToken: inRegion(() => ["sts"]),
  // They make up what they give.
  fake: fixed(),
  Fake: fixed(),
  MFA: fixed(),
  Password: fixed(),
  SSHKey: fixed(),
  UUID: fixed()
};

// src/generate/network-policies/names.ts
var KEY = /^(?:[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9](?:[-\w.]{0,61}[A-Za-z0-9])?$/;
var VALUE = /^(?:[A-Za-z0-9](?:[-\w.]{0,61}[A-Za-z0-9])?)?$/;
var isLabelPair = ([key, value]) => KEY.test(key) && VALUE.test(value);
var isNamespaceName = (name) => /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(name);
var isHostName = (name) => name.length <= 253 && name.split(".").every((label) => /^[a-z0-9_](?:[-a-z0-9_]{0,61}[a-z0-9_])?$/.test(label));

// src/generate/network-policies/services.ts
function serviceAt(host, port, world) {
  if (/^kubernetes(?:\.default(?:\.svc(?:\..*)?)?)?$/.test(host)) return "api-server";
  const [, name, namespace2] = /^([^.]+)\.([^.]+)(?:\.svc(?:\..*)?)?$/.exec(host) ?? [];
  if (name === void 0 || namespace2 === void 0 || !isNamespaceName(namespace2)) return void 0;
  if (!/\.svc(?:\.|$)/.test(host) && !world.isNamespace(namespace2)) return void 0;
  const service = world.of("core/Service").find((found) => found.name === name && found.namespace === namespace2);
  const all = { parties: [{ kind: "pods", namespace: namespace2, labels: {} }], ports: [] };
  return service ? behind(service, namespace2, port) ?? all : all;
}
function behind(service, namespace2, port) {
  const selector = service.get("spec", "selector");
  const labels = asLabels(selector);
  if (Object.keys(labels).length === 0 || !Object.entries(labels).every(isLabelPair)) return void 0;
  const entry = asList(service.get("spec", "ports")).find((item) => asMapping(item)?.port === port);
  const { targetPort } = asMapping(entry) ?? {};
  const target = typeof targetPort === "number" ? targetPort : asText(targetPort) ?? (entry ? port : void 0);
  const isKnown2 = target !== void 0 && !isPlaceholder(target);
  return { parties: [{ kind: "pods", namespace: namespace2, labels }], ports: isKnown2 ? [tcp(target)] : [] };
}

// src/generate/network-policies/store-addresses.ts
function blockOf(address) {
  if (address.includes("/") || !AddressSet.parse(address)) return void 0;
  return `${address}/${address.includes(":") ? 128 : 32}`;
}
var REFUSED = "it is the machine itself or its metadata service, or not among allowedEndpoints of the config";
function isRefused({ host }, { config: { allowedEndpoints: allowedEndpoints2 } }) {
  const address = AddressSet.parse(host);
  if (host === "localhost" || address && OWN.meets(address)) return true;
  return allowedEndpoints2 !== void 0 && !isHostIn(host, allowedEndpoints2);
}
var OWN = AddressSet.union([
  LINK_LOCAL,
  AddressSet.of("0.0.0.0/8", "127.0.0.0/8", "::/127", "::ffff:0:0/96", "fd00:ec2::254")
]);
var hasUnreadAddress = ({ known, config }) => (known?.endpoints ?? []).some(
  ({ field, form }) => form !== "part" && placesOf(config, field).some(({ value }) => !isReadable(parseAddress(asText(value) ?? "")?.host ?? ""))
);
var isReadable = (host) => blockOf(host) !== void 0 || isHostName(host);

// src/generate/network-policies/provider-traffic.ts
function providerTraffic(controller, world) {
  const proxy = proxyOf(controller);
  const found = CONNECTED_KINDS.flatMap((kind) => world.of(kind)).filter((manifest) => isWorkedOnBy(controller, manifest, world)).map((manifest) => openingsFor(manifest, world));
  const direct = found.flatMap(({ openings: openings2 }) => openings2);
  const openings = proxy ? [proxy, ...direct.filter(({ parties: [{ kind }] }) => kind !== "host")] : direct;
  return { openings: merged(openings), notes: found.flatMap(({ notes }) => notes) };
}
function isWorkedOnBy(controller, manifest, world) {
  if (manifest.namespace === void 0) return true;
  return controllersFor(manifest, manifest.namespace, world)?.includes(controller) ?? true;
}
function openingsFor(manifest, world) {
  const connected = connectedOf(manifest);
  const who = `${manifest.kind} ${manifest.namespace === void 0 ? "" : `${manifest.namespace}/`}${manifest.name}`;
  if (!connected) return { openings: [], notes: [unknownHosts(who)] };
  if (isUnapproved(manifest, world))
    return {
      openings: [],
      notes: [`${who} is of a provider that allowedProviders of the config does not name: its servers stay closed`]
    };
  const written = endpointsOf(manifest, world);
  const refused = written.filter((endpoint) => isRefused(endpoint, world));
  const hosts = serviceHosts(connected);
  const isUnknown = hasUnreadAddress(connected) || written.length === 0 && hosts === void 0;
  return {
    openings: [
      ...written.filter((endpoint) => !refused.includes(endpoint)).flatMap((found) => openingAt(found, who, world)),
      ...publicOpening(hosts ?? [], who),
      ...metadataAt(connected).map((found) => ({ purpose: `${who}, which signs in as the pod`, ...found }))
    ],
    notes: [
      ...isUnknown ? [unknownHosts(`${who} (${titleOf(connected)})`)] : [],
      ...refused.map(({ host }) => `${who} names ${host}, which stays closed: ${REFUSED}`)
    ]
  };
}
var isUnapproved = (manifest, { config: { allowedProviders: allowedProviders2 } }) => {
  const provider = allowedProviders2 && !isGenerator(manifest) ? providerOf(manifest) : void 0;
  return provider !== void 0 && !allowedProviders2?.includes(provider.name);
};
var unknownHosts = (who) => `which servers ${who} speaks to is not known: add an egress rule for them, or it stops working`;
function publicOpening(names, purpose) {
  const [first, ...others] = names.map((name) => ({ kind: "host", name, isLocal: false }));
  return first ? [{ purpose, parties: [first, ...others], ports: [tcp(443)] }] : [];
}
function openingAt(endpoint, purpose, world) {
  const { host, scheme, isLocal, port = scheme === "http" ? 80 : 443 } = endpoint;
  const block2 = blockOf(host);
  if (block2 !== void 0) return [{ purpose, parties: [{ kind: "blocks", blocks: [block2] }], ports: [tcp(port)] }];
  const service = serviceAt(host, port, world);
  if (service === "api-server") return [];
  if (service) return [{ purpose, ...service }];
  return isHostName(host) ? [{ purpose, parties: [{ kind: "host", name: host, isLocal }], ports: [tcp(port)] }] : [];
}
function proxyOf(controller) {
  if (!usesProxy(controller)) return void 0;
  const given = environmentOf(controller.pod, controller.container).find(({ name }) => /^https_proxy$/i.test(name));
  const address = parseAddress(given?.value ?? "");
  const block2 = address && blockOf(address.host);
  if (!address || block2 === void 0 && !isHostName(address.host)) return void 0;
  const party = block2 ? { kind: "blocks", blocks: [block2] } : { kind: "host", name: address.host, isLocal: true };
  return {
    purpose: "the proxy",
    parties: [party],
    ports: [tcp(address.port ?? (address.scheme === "https" ? 443 : 80))]
  };
}
function merged(openings) {
  const groups = Map.groupBy(openings, ({ parties, ports }) => JSON.stringify([parties, ports]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const purposes = [...new Set(group.map(({ purpose }) => purpose))].sort();
    return { ...first, purpose: joined(shortened(purposes, 5)) };
  });
}

// src/generate/network-policies/component-traffic.ts
function trafficOf(component, world) {
  const metrics = metricsOpenings(component, world);
  const providers = component.role === "controller" ? providerTraffic(component, world) : { openings: [], notes: [] };
  return {
    ingress: [...webhookOpenings(component, world), ...metrics.openings, ...healthOpenings(component)],
    egress: [
      ...looksUpNames(component) ? dnsOpenings(component) : [],
      ...asksApiServer(component) ? [apiServerOpening(world)] : [],
      ...providers.openings
    ],
    closed: metadataClosed(providers.openings),
    notes: [...metrics.notes, ...providers.notes]
  };
}
var apiServer = ({ config, cluster }) => ({
  kind: "api-server",
  blocks: config.clusters?.[cluster]?.apiServer ?? []
});
var apiServerOpening = (world) => ({
  purpose: "the Kubernetes API",
  parties: [apiServer(world)],
  ports: API_PORTS.map(tcp)
});
var dnsOpening = (parties, port) => ({
  ...{ purpose: "looking up names", isDns: true, parties },
  ports: [{ protocol: "UDP", port }, tcp(port)]
});
var CLUSTER_DNS = [
  dnsOpening(
    [
      { kind: "pods", namespace: "kube-system", labels: { "k8s-app": "kube-dns" } },
      { kind: "pods", namespace: "kube-system", labels: { "k8s-app": "node-local-dns" } },
      { kind: "blocks", blocks: ["169.254.20.10/32"] }
    ],
    53
  ),
  dnsOpening(
    [{ kind: "pods", namespace: "openshift-dns", labels: { "dns.operator.openshift.io/daemonset-dns": "default" } }],
    5353
  )
];
function dnsOpenings({ pod }) {
  const { dnsPolicy, dnsConfig } = pod.spec;
  if (dnsPolicy !== "None" && dnsPolicy !== "Default") return CLUSTER_DNS;
  const own = asTexts(asMapping(dnsConfig)?.nameservers).flatMap((address) => blockOf(address) ?? []);
  return [dnsOpening([{ kind: "blocks", blocks: own.length > 0 ? own : PRIVATE_BLOCKS }], 53)];
}
var webhookOpenings = (component, world) => portsFor(component, "webhook").map((port) => ({
  purpose: "its calls of the webhook",
  parties: [apiServer(world)],
  ports: [tcp(port)]
}));
var healthOpenings = (component) => portsFor(component, "health").map((port) => ({
  purpose: "probes of the kubelet",
  parties: [{ kind: "node" }],
  ports: [tcp(port)]
}));
function metricsOpenings(component, world) {
  const ports = portsFor(component, "metrics");
  const [first, ...others] = monitoringNamespaces(world).map(
    (namespace2) => ({ kind: "pods", namespace: namespace2, labels: {} })
  );
  if (ports.length === 0 || !first) {
    const isMissed = ports.length > 0 && isScraped(component.pod, world);
    return { openings: [], notes: isMissed ? [missedMetrics(component, world)] : [] };
  }
  return { openings: [{ purpose: "reading metrics", parties: [first, ...others], ports: ports.map(tcp) }], notes: [] };
}
var missedMetrics = ({ role }, { cluster }) => `something reads the metrics of the ${role}, but not from a namespace that is known: name it in clusters.${cluster}.monitoringNamespaces of the config, or it is cut off`;
var portsFor = (component, purpose) => [
  ...new Set(listenersOf(component).flatMap((listener) => listener.purpose === purpose ? listener.port : []))
];

// src/generate/network-policies/network-policies.ts
var networkPolicies = {
  id: "network-policies",
  title: "Network policies that isolate the operator but for what its stores need",
  answers: ["eso-without-network-policy", "unprotected-metrics"],
  generate(world, { flavor }) {
    const components = componentsOf(world);
    if (components.length === 0) return nothing("no External Secrets Operator is installed here");
    const known = new Map(components.map((component) => [component, trafficOf(component, world)]));
    const traffic = (component) => known.get(component) ?? NO_TRAFFIC;
    const documents = components.flatMap((component) => documentOf(component, traffic(component), flavor));
    const values = flavor === "k8s" ? world.eso.installs.flatMap((install) => chartValuesOf(install, traffic)) : [];
    const all = components.map(traffic);
    return {
      files: [...documents.length > 0 ? [{ name: FILE2, purpose: "manifests", documents }] : [], ...values],
      notes: [
        ...components.flatMap((component) => unselectable(component) ?? []),
        ...all.flatMap(({ notes }) => notes),
        ...openNotes(all, flavor, world),
        ...components.flatMap((component) => existing(component, world))
      ]
    };
  }
};
var NO_TRAFFIC = { ingress: [], egress: [], closed: [], notes: [] };
var FILE2 = "network-policies.yaml";
var WRITERS = {
  k8s: kubernetesPolicy,
  cilium: ciliumPolicy,
  calico: calicoPolicy
};
function documentOf(component, traffic, flavor) {
  if (unselectable(component) !== void 0) return [];
  const { name, namespace: namespace2 } = component.pod.manifest;
  return [
    {
      comment: [
        `The ${component.role}: what is not named here is closed.`,
        ...traffic.ingress.map((opening) => `in: ${openingText(opening)}`),
        ...traffic.egress.map((opening) => `out: ${openingText(opening)}`)
      ],
      body: WRITERS[flavor]({ name, namespace: namespace2, labels: labelsOf(component), traffic })
    }
  ];
}
function labelsOf({ pod }) {
  const selected = asLabels(pod.manifest.get("spec", "selector", "matchLabels"));
  return Object.keys(selected).length > 0 ? selected : pod.labels;
}
function unselectable(component) {
  const { role, pod } = component;
  if (sharesNodeNetwork(pod))
    return `the ${role} shares the network of its node, where no policy selects it: take hostNetwork off`;
  const pairs = Object.entries(labelsOf(component));
  if (pairs.length === 0 || !pairs.every(isLabelPair))
    return `the ${role} has no labels that a policy could select it by`;
  return void 0;
}
var openingText = ({ purpose, parties, ports }) => `${joined([...new Set(parties.map(partyText))])} on ${ports.length === 0 ? "every port" : portsText(ports)}, for ${purpose}`;
var portsText = (ports) => joined(
  [...Map.groupBy(ports, ({ protocol }) => protocol)].map(
    ([protocol, group]) => `${protocol} ${joined(group.map(({ port }) => String(port)))}`
  )
);
function partyText(party) {
  switch (party.kind) {
    case "pods":
      return `namespace ${party.namespace}`;
    case "blocks":
      return joined(party.blocks);
    case "host":
      return party.name;
    case "api-server":
      return party.blocks.length > 0 ? `the API server (${joined(party.blocks)})` : "the API server";
    case "node":
      return "its node";
  }
}
function openNotes(all, flavor, { config, cluster }) {
  const parties = all.flatMap(({ ingress, egress }) => [...ingress, ...egress]).flatMap((opening) => opening.parties);
  const hosts = [...new Set(parties.flatMap((party) => party.kind === "host" ? party.name : []))].sort();
  const isApiServerKnown = (config.clusters?.[cluster]?.apiServer ?? []).length > 0;
  return [
    ...hosts.length > 0 && flavor !== "cilium" ? [hostsNote(flavor, hosts)] : [],
    ...isApiServerKnown || flavor === "cilium" ? [] : [apiServerNote(cluster)]
  ];
}
var hostsNote = (flavor, hosts) => flavor === "k8s" ? `a NetworkPolicy cannot name hosts: for ${joined(hosts)} it opens their ports to every public address, or every private one for names inside; --flavor cilium or calico, or a proxy with an address of its own, closes them` : `only Calico Enterprise and Calico Cloud read domains, which ${joined(hosts)} need; open-source Calico refuses such a policy`;
var apiServerNote = (cluster) => `where the API server is nobody says, so that every private address counts as it: say it in clusters.${cluster}.apiServer of the config, above all where it has a public address`;
var existing = ({ role, pod }, { network }) => {
  const policies = [...new Set(network.selecting(pod).map(({ policy }) => `${policy.kind} ${policy.name}`))].sort();
  return policies.length === 0 ? [] : [
    `${joined(policies)} ${policies.length > 1 ? "select" : "selects"} the ${role} already: what it lets through stays open beside these policies`
  ];
};

// src/generate/rbac/roles.ts
var READ2 = ["get", "list", "watch"];
var WRITE = [...READ2, "create", "update", "patch", "delete"];
var RBAC = "rbac.authorization.k8s.io";
var API_VERSION = `${RBAC}/v1`;
var kindOf = ({ namespace: namespace2 }) => namespace2 === void 0 ? "ClusterRole" : "Role";
var metadataOf = ({ name, namespace: namespace2 }) => ({ name, ...namespace2 !== void 0 && { namespace: namespace2 } });
var roleOf = (role) => ({
  ...{ apiVersion: API_VERSION, kind: kindOf(role), metadata: metadataOf(role) },
  rules: role.rules.map((rule) => ({ ...rule }))
});
var bindingOf = (role, subjects) => ({
  ...{ apiVersion: API_VERSION, kind: `${kindOf(role)}Binding`, metadata: metadataOf(role) },
  roleRef: { apiGroup: RBAC, kind: kindOf(role), name: role.name },
  subjects: subjects.map((subject) => subjectOf(subject, role))
});
var subjectOf = ({ kind, name, namespace: namespace2 }, role) => kind === "ServiceAccount" ? { kind, name, namespace: namespace2 ?? role.namespace ?? "" } : { apiGroup: RBAC, kind, name };

// src/generate/rbac/people-roles.ts
var clusterScopedIn = (group) => CLUSTER_SCOPED.filter((resource) => groupOfResource(resource) === group).map(({ resource }) => resource);
var eso2 = (resources, verbs) => ({
  ...{ apiGroups: [ESO_GROUP], resources, verbs }
});
var OPERATORS = {
  name: "external-secrets-operators",
  rules: [
    eso2([...clusterScopedIn(ESO_GROUP), "secretstores", "pushsecrets"], WRITE),
    eso2(["externalsecrets"], READ2),
    {
      apiGroups: [GENERATORS_GROUP],
      resources: [...clusterScopedIn(GENERATORS_GROUP), ...GENERATORS.map(({ resource }) => resource)],
      verbs: WRITE
    }
  ]
};
function operatorRole({ config: { operators = [] } }) {
  const bound = operators.filter(isPlaced);
  const notes = operators.filter((subject) => !isPlaced(subject)).map(({ name }) => `operator ServiceAccount ${name} has no namespace in the config: it is not bound`);
  if (bound.length === 0)
    return {
      documents: [],
      notes: [...notes, "the config names no operators: there is no role for those who manage stores and push Secrets"]
    };
  const comment = [
    "Operators: they write stores and all that speaks for the whole cluster, and look at ExternalSecrets."
  ];
  return { documents: pair(OPERATORS, bound, comment), notes };
}
var isPlaced = ({ kind, namespace: namespace2 }) => kind !== "ServiceAccount" || namespace2 !== void 0;
function teamRoles({ config: { teams = {} } }) {
  const entries = Object.entries(teams).sort(([a], [b]) => a < b ? -1 : 1);
  const places = entries.flatMap(
    ([name, { namespaces = [], subjects = [] }]) => namespaces.map((namespace2) => ({ namespace: namespace2, name, subjects }))
  );
  const byNamespace = [...Map.groupBy(places, ({ namespace: namespace2 }) => namespace2)].sort(([a], [b]) => a < b ? -1 : 1);
  const unknown = entries.filter(([, { subjects = [] }]) => subjects.length === 0).map(([name]) => name);
  return {
    documents: byNamespace.flatMap(([namespace2, group]) => rolesIn(namespace2, group)),
    notes: [
      ...places.length === 0 ? ["the config has no teams with namespaces: there are no roles for developers"] : [],
      ...unknown.map((name) => `team ${name} has no subjects in the config: its roles are bound to nobody`)
    ]
  };
}
function rolesIn(namespace2, teams) {
  const subjects = teams.flatMap((team) => team.subjects);
  const who = `team ${joined([...new Set(teams.map(({ name }) => name))])}`;
  const developer = {
    ...{ name: "external-secret-developer", namespace: namespace2 },
    rules: [eso2(["externalsecrets"], WRITE), eso2(["secretstores"], READ2)]
  };
  const pushes = { name: "push-secret-reader", namespace: namespace2, rules: [eso2(["pushsecrets"], READ2)] };
  return [
    ...pair(developer, subjects, [`Developers of ${who}: their own ExternalSecrets, from stores that operators made.`]),
    ...pair(pushes, subjects, [`PushSecrets carry Secrets away: ${who} looks at them, operators write them.`])
  ];
}
var pair = (role, subjects, comment) => [
  { comment, body: roleOf(role) },
  ...subjects.length > 0 ? [{ comment: [], body: bindingOf(role, subjects) }] : []
];

// src/generate/rbac/revocations.ts
var ABOUT_RIGHTS = /* @__PURE__ */ new Set([
  "broad-subject-binding",
  "cluster-wide-external-secret-access",
  "developer-can-write-cluster-scoped-eso",
  "developer-can-write-generators",
  "developer-can-write-push-secrets",
  "developer-can-write-secret-stores",
  "human-secret-access",
  "unrestricted-token-creation"
]);
var NAMED2 = 40;
function revocations(world) {
  const rules = RULES.filter(({ id }) => ABOUT_RIGHTS.has(id));
  const found = checkWorld(rules, world).flatMap(
    ({ rule, manifest, problem }) => manifest ? `to revoke: ${nameOf(manifest)}: ${problem.message} (${rule.id})` : []
  );
  return shortened([...new Set(found)].sort(), NAMED2);
}

// src/generate/rbac/token-roles.ts
function tokenRoles(world) {
  const users = CONNECTED_KINDS.flatMap((kind) => world.of(kind));
  const needs = users.flatMap((manifest) => needsOf(manifest, world));
  const groups = Map.groupBy(needs, ({ namespace: namespace2, controller }) => JSON.stringify([namespace2, controller]));
  const accounts = new Set(needs.map(({ controller }) => JSON.stringify(controller)));
  const unplaced = users.filter(
    (manifest) => accountsOf(manifest, world).some(({ namespaces }) => namespaces.length === 0)
  );
  return {
    documents: [...groups].sort(([a], [b]) => a < b ? -1 : 1).flatMap(([, group]) => documentsOf(group, accounts.size > 1)),
    notes: unplaced.map(
      ({ kind, name }) => `${kind} ${name} signs in as a ServiceAccount of a namespace that the set does not tell: it has no token role`
    )
  };
}
function needsOf(manifest, world) {
  const by = `${manifest.kind} ${manifest.namespace === void 0 ? "" : `${manifest.namespace}/`}${manifest.name}`;
  return accountsOf(manifest, world).flatMap(
    ({ name, namespaces }) => namespaces.flatMap((namespace2) => {
      const controllers = controllersFor(manifest, namespace2, world) ?? world.eso.controllers;
      return controllers.flatMap(({ pod }) => {
        const account = accountOf(pod);
        return account.namespace === void 0 ? [] : [
          {
            namespace: namespace2,
            name,
            controller: { kind: account.kind, name: account.name, namespace: account.namespace },
            by
          }
        ];
      });
    })
  );
}
function documentsOf(needs, areSeveral) {
  const [first] = needs;
  if (!first) return [];
  const { namespace: namespace2, controller } = first;
  const suffix = areSeveral ? `-${controller.namespace}-${controller.name}` : "";
  const role = {
    ...{ name: `external-secrets-tokens${suffix}`, namespace: namespace2 },
    rules: [
      {
        ...{ apiGroups: [""], resources: ["serviceaccounts/token"], verbs: ["create"] },
        resourceNames: [...new Set(needs.map(({ name }) => name))].sort()
      }
    ]
  };
  const uses = needs.map(({ by, name }) => `${by} signs in as ${name}.`);
  return [
    { comment: [...new Set(uses)].sort(), body: roleOf(role) },
    { comment: [], body: bindingOf(role, [controller]) }
  ];
}

// src/generate/rbac/rbac.ts
var rbac = {
  id: "rbac",
  title: "Roles for operators, developers and the tokens of stores, and what to revoke",
  answers: ["missing-token-permission"],
  generate(world) {
    const parts = [operatorRole(world), teamRoles(world), tokenRoles(world)];
    const documents = parts.flatMap((part) => part.documents);
    const notes = [...parts.flatMap((part) => part.notes), ...revocations(world)];
    if (documents.length === 0) return nothing(...notes);
    return { files: [{ name: "rbac.yaml", purpose: "manifests", documents }], notes };
  }
};

// src/generate/split/platform.ts
var NAMED3 = 10;
function platformOf(world, served) {
  const requests = [...FETCHING_KINDS, ...PUSHING_KINDS].flatMap((kind) => world.of(kind));
  const elsewhere = requests.filter(({ namespace: namespace2 }) => namespace2 === void 0 || !served.has(namespace2));
  const shared = requests.filter((request) => !elsewhere.includes(request) && usesClusterWide(request));
  const notes = [
    ...elsewhere.length > 0 ? [`the controller of the whole cluster must stay for ${named2(elsewhere)}`] : [],
    ...shared.length > 0 ? [`${WITHIN}: ${named2(shared)}`] : []
  ];
  if (notes.length > 0) return { files: [], notes };
  return { files: [WITHOUT_CONTROLLER], notes: world.has("complete") ? [] : [INCOMPLETE] };
}
var WITHIN = "a controller of one namespace can use no ClusterSecretStore and no ClusterGenerator, so that these need some of their namespace";
var INCOMPLETE = "the set need not hold all that the cluster does: what has no controller of a team is served by nobody once split/platform.values.yaml is applied";
var named2 = (manifests2) => joined(shortened(manifests2.map(nameOf), NAMED3));
function usesClusterWide(request) {
  const { stores, generators } = referencesOf(request);
  return [...stores, ...generators].some(({ kind }) => kind === "ClusterSecretStore" || kind === "ClusterGenerator");
}
var WITHOUT_CONTROLLER = {
  ...{ name: "split/platform.values.yaml", purpose: "values" },
  documents: [
    {
      comment: [
        "For the install of the whole cluster, beside its own values: CRDs, webhook and cert-controller stay, the controller and its rights to the Secrets of all namespaces go.",
        "Apply it last, when the controllers of the teams run."
      ],
      body: {
        createOperator: false,
        rbac: { create: false },
        serviceAccount: { create: false }
      }
    }
  ]
};

// src/generate/split/team-installs.ts
function teamInstalls({ config: { teams = {} } }) {
  const classes = classesOf(Object.keys(teams).sort());
  return [...classes].flatMap(([team, controllerClass]) => {
    const namespaces = [...new Set(teams[team]?.namespaces ?? [])].sort();
    const home = `external-secrets-${controllerClass}`;
    return namespaces.map((namespace2, i) => ({
      ...{ team, namespace: namespace2, controllerClass, home },
      name: namespaces.length > 1 ? `${home}-${i + 1}` : home
    }));
  });
}
function classesOf(teams) {
  const classes = /* @__PURE__ */ new Map();
  for (const [i, team] of teams.entries()) {
    const plain = team.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, LONGEST);
    const isFree = plain !== "" && ![...classes.values(), "default"].includes(plain);
    classes.set(team, isFree ? plain : `team-${i + 1}`);
  }
  return classes;
}
var LONGEST = 30;
var LATER = [
  { since: "0.16.2", rbac: { aggregateToView: false, aggregateToEdit: false } },
  { since: "2.8.0", rbac: { aggregateToAdmin: false } }
];
var TOKENS = { since: "2.5.0", rbac: { serviceAccountTokenCreate: false } };
function valuesOf2(install, world) {
  const { team, namespace: namespace2, controllerClass, name, home } = install;
  const later = [...LATER, ...signsInAsAccount(install, world) ? [] : [TOKENS]].filter(
    ({ since }) => has2(since, world)
  );
  const body = {
    ...{ installCRDs: false, scopedNamespace: namespace2, scopedRBAC: true, controllerClass },
    ...{ fullnameOverride: name, serviceAccount: { create: true, name } },
    rbac: Object.assign({ create: true, servicebindings: { create: false } }, ...later.map(({ rbac: rbac2 }) => rbac2)),
    ...{ webhook: { create: false }, certController: { create: false } }
  };
  const comment = [
    `The controller of team ${team} for namespace ${namespace2}. It has rights there and nowhere else, and takes stores of class ${controllerClass}.`,
    `helm upgrade --install ${name} external-secrets/external-secrets --namespace ${home} --create-namespace --values ${name}.values.yaml`
  ];
  return { name: `split/${name}.values.yaml`, purpose: "values", documents: [{ comment, body }] };
}
var signsInAsAccount = ({ namespace: namespace2 }, world) => CONNECTED_KINDS.flatMap((kind) => world.of(kind)).filter((manifest) => manifest.namespace === namespace2).some((manifest) => accountsOf(manifest, world).length > 0);
var has2 = (since, { eso: eso3 }) => eso3.installs.length > 0 && eso3.installs.every(({ version }) => version !== void 0 && compareVersions(version, since) >= 0);

// src/generate/split/split.ts
var split2 = {
  id: "split",
  title: "Values for a controller of its own for each team, and the classes of their stores",
  answers: [],
  generate(world) {
    const installs = teamInstalls(world);
    if (installs.length === 0) return nothing("the config has no teams with namespaces: there is nothing to split");
    const platform = platformOf(world, new Set(installs.map(({ namespace: namespace2 }) => namespace2)));
    return {
      files: [
        ...installs.map((install) => valuesOf2(install, world)),
        ...storeClasses(installs, world),
        ...platform.files
      ],
      notes: [...contested(installs), ...tokens(installs, world), ...platform.notes]
    };
  }
};
function storeClasses(installs, world) {
  const documents = installs.flatMap(
    ({ namespace: namespace2, controllerClass }) => world.of(`${ESO_GROUP}/SecretStore`).filter(
      (store) => store.namespace === namespace2 && isWhole(store) && store.get("spec", "controller") !== controllerClass
    ).map(
      ({ apiVersion, name, file }) => ({
        comment: [`A patch of the store in ${file}.`],
        body: {
          apiVersion,
          kind: "SecretStore",
          metadata: { name, namespace: namespace2 },
          spec: { controller: controllerClass }
        }
      })
    )
  );
  return documents.length === 0 ? [] : [{ name: "split/store-classes.patch.yaml", purpose: "values", documents }];
}
var contested = (installs) => [...Map.groupBy(installs, ({ namespace: namespace2 }) => namespace2)].filter(([, group]) => group.length > 1).map(
  ([namespace2, group]) => `namespace ${namespace2} is of ${group.map(({ team }) => `team ${team}`).join(" and ")}: each of their controllers has all of its Secrets`
);
var tokens = (installs, world) => installs.filter((install) => signsInAsAccount(install, world)).map(
  ({ name, namespace: namespace2 }) => `stores of namespace ${namespace2} sign in as ServiceAccounts: with ${name} in the set, generate rbac and set rbac.serviceAccountTokenCreate to false there (2.5.0 on)`
);

// src/generate/index.ts
var GENERATORS3 = [
  networkPolicies,
  rbac,
  admission,
  auditPolicy,
  alerts,
  split2,
  namespace
];

// src/generate/print.ts
var import_yaml = __toESM(require_dist(), 1);
var WIDTH = 100;
function printFile({ documents }, command) {
  const header = commentLines([`Made by: ${command}`, "Changes made by hand are lost when it is made again."]);
  return [header, ...documents.map(printDocument)].join("---\n");
}
var printDocument = ({ comment: lines2, body }) => commentLines(lines2) + (0, import_yaml.stringify)(body, { lineWidth: 0, aliasDuplicateObjects: false });
var commentLines = (lines2, indent = "") => lines2.flatMap((line) => wrap(line.replace(/[\p{C}\u2028\u2029]+/gu, " "), WIDTH - indent.length - 2)).map((line) => `${indent}# ${line}
`).join("");

// src/generate/generate.ts
function generateAll(generators, worlds, choice, commandOf2) {
  const files = [];
  const notes = [];
  for (const world of worlds) {
    const isOne = worlds.length === 1;
    for (const generator of generators) {
      const made = generator.generate(world, choice);
      notes.push(...made.notes.map((note2) => isOne ? note2 : `cluster ${world.cluster}: ${note2}`));
      for (const file of made.files)
        files.push({
          path: isOne ? file.name : `${world.cluster}/${file.name}`,
          purpose: file.purpose,
          text: printFile(file, commandOf2(generator.id))
        });
    }
  }
  return { files, notes: [...new Set(notes)] };
}
function generatorNamed(id) {
  const generator = GENERATORS3.find((candidate) => candidate.id === id);
  if (generator) return generator;
  if (id === void 0) throw new UserError("generate what?", `one of ${GENERATOR_IDS.join(", ")}`);
  throw new UserError(`there is nothing called '${id}' to generate`, suggestion(id, GENERATOR_IDS));
}

// src/commands/generate.ts
async function generate(input) {
  const [what, ...paths] = input.args;
  const generator = generatorNamed(what);
  const options = { ...input.run, paths: paths.length > 0 ? paths : ["."] };
  const config = await loadConfig(options.folder, options.config, options.paths);
  const { worlds, failures } = await gather(options, config, stopwatch());
  const mains = worlds.filter(({ isMain }) => isMain).map(({ world }) => world);
  const made = generateAll([generator], mains, choiceOf(input), (id) => commandOf(id, input));
  for (const { release, message, location } of failures)
    note(`${release ?? location?.file ?? "a file"} is left out: ${message}`, input);
  for (const text2 of made.notes) note(text2, input);
  return { output: await delivered(made, options.folder, input), exitCode: failures.length > 0 ? 2 : 0 };
}
var commandOf = (id, { flag }) => [
  `${TOOL.name} generate ${id}`,
  ...["engine", "flavor"].flatMap((name) => flag(name) ? `--${name} ${flag(name)}` : [])
].join(" ");
var choiceOf = ({ flag }) => ({
  engine: flag("engine") ?? "vap",
  flavor: flag("flavor") ?? "k8s"
});
async function delivered({ files }, folder, input) {
  const out = input.flag("out");
  if (out === void 0) return printed(files, input);
  for (const { path, text: text2 } of files) {
    const file = resolve(folder, out, path);
    await makeFolders([join(file, "..")]);
    await writeWhole(file, text2);
  }
  return files.map(({ path }) => `${join(out, path)}
`).join("");
}
function printed(files, input) {
  const manifests2 = files.filter(({ purpose }) => purpose === "manifests");
  const shown = manifests2.length > 0 ? manifests2 : files;
  const others = files.filter((file) => !shown.includes(file)).map(({ path }) => path);
  if (others.length > 0) note(`--out FOLDER writes ${others.join(", ")} as well`, input);
  return shown.map(({ text: text2 }) => text2).join("---\n");
}

export {
  GENERATORS3 as GENERATORS,
  commentLines,
  generateAll,
  generate,
  choiceOf
};
