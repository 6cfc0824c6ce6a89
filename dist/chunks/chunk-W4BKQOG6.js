import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  COVERAGE
} from "./chunk-JQZSCLZR.js";
import {
  UserError
} from "./chunk-VHWWGLDX.js";
import {
  isThreat
} from "./chunk-4AX3HMK5.js";

// schema/report.schema.json
var report_schema_default = {
  $schema: "http://json-schema.org/draft-07/schema#",
  $id: "https://raw.githubusercontent.com/eso-hardener/eso-hardener/main/schema/report.schema.json",
  title: "JSON report of eso-hardener, version 1",
  description: "Everything one run found out. Version 1 grows by optional fields only. The same input gives the same bytes, apart from timings, renderMs and cache.",
  type: "object",
  additionalProperties: false,
  required: [
    "schemaVersion",
    "tool",
    "conclusion",
    "failOn",
    "minSeverity",
    "hidden",
    "releases",
    "findings",
    "failures",
    "inventory",
    "threats",
    "coverage",
    "notes",
    "timings"
  ],
  properties: {
    schemaVersion: {
      description: "Version of this format.",
      const: 1
    },
    tool: {
      description: "What wrote the report.",
      type: "object",
      additionalProperties: false,
      required: [
        "name",
        "version",
        "rulesDate"
      ],
      properties: {
        name: {
          description: "Name of the program.",
          type: "string",
          minLength: 1
        },
        version: {
          description: "Semantic version.",
          type: "string",
          minLength: 1
        },
        rulesDate: {
          description: "The day the dated data of the rules was last looked at.",
          type: "string",
          pattern: "^\\d{4}-\\d{2}-\\d{2}$"
        }
      }
    },
    conclusion: {
      description: "failure: a finding reaches fail-on (with a base: a new one). incomplete: none does, but something could not be checked and is not accepted. success: neither.",
      enum: [
        "success",
        "failure",
        "incomplete"
      ]
    },
    failOn: {
      description: "The severity from which a finding fails the run.",
      enum: [
        "critical",
        "high",
        "medium",
        "low",
        "never"
      ]
    },
    minSeverity: {
      description: "Findings below it are left out.",
      enum: [
        "critical",
        "high",
        "medium",
        "low",
        "info"
      ]
    },
    hidden: {
      description: "How many findings are below minSeverity.",
      type: "integer",
      minimum: 0
    },
    base: {
      description: "What was compared with; null when nothing was asked for. Its commit is null when it could not be had.",
      type: [
        "object",
        "null"
      ],
      additionalProperties: false,
      required: [
        "ref",
        "commit"
      ],
      properties: {
        ref: {
          description: "As the user named it.",
          type: "string"
        },
        commit: {
          description: "Null when it could not be had; then new is null everywhere.",
          type: [
            "string",
            "null"
          ],
          pattern: "^[0-9a-f]{40}([0-9a-f]{24})?$"
        }
      }
    },
    head: {
      description: "The head of the pull request that the run is for, with what another run needs to comment on its lines (eso-hardener review); absent for any other run.",
      type: "object",
      additionalProperties: false,
      required: [
        "commit",
        "files"
      ],
      properties: {
        commit: {
          description: "The commit.",
          type: "string",
          pattern: "^[0-9a-f]{40}([0-9a-f]{24})?$"
        },
        files: {
          description: "The files that findings name.",
          type: "array",
          items: {
            $ref: "#/definitions/judgedFile"
          }
        }
      }
    },
    changedGuard: {
      description: "Whether it fails because it changes config, baseline or ignores.",
      type: "boolean"
    },
    releases: {
      description: "The charts that were rendered, as they would be installed.",
      type: "array",
      items: {
        $ref: "#/definitions/release"
      }
    },
    worlds: {
      description: "What lives together and was judged together: each cluster, once for each variant. The first of a cluster has the usual values.",
      type: "array",
      items: {
        $ref: "#/definitions/world"
      }
    },
    findings: {
      description: "What is wrong, the most severe first.",
      type: "array",
      items: {
        $ref: "#/definitions/finding"
      }
    },
    fixed: {
      description: "Findings of the base that are gone; empty when something could not be checked.",
      type: "array",
      items: {
        $ref: "#/definitions/finding"
      }
    },
    suppressed: {
      description: "Findings of every severity that somebody said do not count; each with its suppression.",
      type: "array",
      items: {
        $ref: "#/definitions/finding"
      }
    },
    failures: {
      description: "What could not be checked, and therefore cannot pass.",
      type: "array",
      items: {
        $ref: "#/definitions/failure"
      }
    },
    warnings: {
      description: "What is wrong with ignores and accepted failures: they have no effect, or no use any more.",
      type: "array",
      items: {
        $ref: "#/definitions/warning"
      }
    },
    paths: {
      description: "Who can get at what, computed on rights, stores and operators: the worst first, at most 50 for each question.",
      type: "array",
      items: {
        $ref: "#/definitions/attackPath"
      }
    },
    morePaths: {
      description: "How many paths are not listed.",
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: [
          "question",
          "number"
        ],
        properties: {
          question: {
            $ref: "#/definitions/question"
          },
          number: {
            description: "How many.",
            type: "integer",
            minimum: 1
          }
        }
      }
    },
    inventory: {
      description: "What is there, whether right or wrong.",
      type: "object",
      additionalProperties: false,
      required: [
        "installs"
      ],
      properties: {
        installs: {
          description: "Installations of External Secrets Operator.",
          type: "array",
          items: {
            $ref: "#/definitions/install"
          }
        },
        crossNamespace: {
          description: "References of stores and ClusterGenerators to another namespace.",
          type: "array",
          items: {
            $ref: "#/definitions/crossReference"
          }
        },
        stores: {
          description: "All stores and generators, and who may use them.",
          type: "array",
          items: {
            $ref: "#/definitions/storeEntry"
          }
        },
        subjects: {
          description: "Everybody who may write one of the operator's kinds, operators as well.",
          type: "array",
          items: {
            $ref: "#/definitions/subjectEntry"
          }
        },
        deployers: {
          description: "Controllers that deploy for others: whoever can deploy through them has their rights.",
          type: "array",
          items: {
            $ref: "#/definitions/deployer"
          }
        }
      }
    },
    threats: {
      description: "The verdict on each threat of the guidance's threat model.",
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: [
          "id",
          "status",
          "evidence"
        ],
        properties: {
          id: {
            $ref: "#/definitions/threatId"
          },
          status: {
            $ref: "#/definitions/status"
          },
          evidence: {
            $ref: "#/definitions/evidence"
          }
        }
      }
    },
    coverage: {
      description: "The verdict on each sentence of the guidance.",
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: [
          "row",
          "status",
          "evidence"
        ],
        properties: {
          row: {
            $ref: "#/definitions/row"
          },
          status: {
            $ref: "#/definitions/status"
          },
          evidence: {
            $ref: "#/definitions/evidence"
          }
        }
      }
    },
    assessedRules: {
      description: "The rules that had something to look at, sorted: where one of them found nothing, there is nothing.",
      type: "array",
      items: {
        type: "string",
        minLength: 1
      }
    },
    plainManifests: {
      description: "How many manifests outside charts were judged.",
      type: "integer",
      minimum: 0
    },
    commit: {
      description: "The commit that was checked out; absent outside of a clone.",
      type: "string",
      pattern: "^[0-9a-f]{40}([0-9a-f]{24})?$"
    },
    notes: {
      description: "What was left out and why, one sentence each.",
      type: "array",
      items: {
        type: "string"
      }
    },
    timings: {
      description: "Milliseconds by stage.",
      type: "object",
      additionalProperties: {
        type: "number",
        minimum: 0
      }
    },
    cache: {
      description: "What came from the cache; absent where there is none. Like timings, it may differ between runs on the same input.",
      type: "object",
      additionalProperties: false,
      required: ["releases", "whole"],
      properties: {
        releases: { description: "How many releases an earlier run rendered.", type: "integer", minimum: 0 },
        whole: { description: "Whether an earlier run judged everything, and this is its report.", type: "boolean" }
      }
    }
  },
  definitions: {
    release: {
      type: "object",
      additionalProperties: false,
      required: [
        "name",
        "chart",
        "version",
        "namespace",
        "cluster",
        "declaredIn",
        "manifests",
        "renderMs"
      ],
      properties: {
        name: {
          description: "Helm's release name.",
          type: "string"
        },
        chart: {
          description: "Name of the chart.",
          type: "string"
        },
        version: {
          description: "Version of the chart.",
          type: "string"
        },
        namespace: {
          description: "The namespace it is installed into.",
          type: "string"
        },
        cluster: {
          description: "The clusters it is installed in, separated by commas; objects of different clusters do not meet.",
          type: "string"
        },
        variant: {
          description: "Which of the chart's sets of values this is; those of one chart do not meet.",
          type: "string",
          minLength: 1
        },
        declaredIn: {
          description: "The file that says how the chart is installed, relative to the repository, with /.",
          type: "string",
          minLength: 1
        },
        manifests: {
          description: "How many of its manifests were judged.",
          type: "integer",
          minimum: 0
        },
        schema: {
          description: "By which CRDs its objects of ESO were judged: those of the set, else those of the newest version known; several are separated by semicolons. Null when it has no such objects, or no CRD of theirs is known.",
          type: [
            "string",
            "null"
          ],
          minLength: 1
        },
        renderMs: {
          description: "How long it took to render, in milliseconds.",
          type: "number",
          minimum: 0
        },
        seenByHelm: {
          description: "False where the traced renderer alone rendered it (--renderer traced); absent for all that helm rendered.",
          type: "boolean"
        }
      }
    },
    world: {
      type: "object",
      additionalProperties: false,
      required: [
        "cluster",
        "variant",
        "releases",
        "manifests"
      ],
      properties: {
        cluster: {
          description: "Name of the cluster; default when the config names none.",
          type: "string",
          minLength: 1
        },
        variant: {
          description: "Name of the set of values; default for the usual one.",
          type: "string",
          minLength: 1
        },
        releases: {
          description: "Names of the releases in it.",
          type: "array",
          items: {
            type: "string"
          }
        },
        manifests: {
          description: "How many manifests are in it, shared ones too.",
          type: "integer",
          minimum: 0
        }
      }
    },
    worldRef: {
      type: "object",
      additionalProperties: false,
      required: [
        "cluster",
        "variant"
      ],
      properties: {
        cluster: {
          description: "Name of the cluster.",
          type: "string",
          minLength: 1
        },
        variant: {
          description: "Name of the set of values.",
          type: "string",
          minLength: 1
        }
      }
    },
    judgedFile: {
      type: "object",
      additionalProperties: false,
      required: [
        "file",
        "blob"
      ],
      properties: {
        file: {
          $ref: "#/definitions/file"
        },
        blob: {
          description: "What git calls the content that was judged.",
          type: "string",
          pattern: "^[0-9a-f]{40}([0-9a-f]{24})?$"
        },
        stretches: {
          description: "Which of its lines the head has, and where; absent when the clone does not hold the head.",
          type: "array",
          items: {
            type: "object",
            additionalProperties: false,
            required: [
              "line",
              "headLine",
              "count"
            ],
            properties: {
              line: {
                description: "The first line as it was judged, 1-based.",
                type: "integer",
                minimum: 1
              },
              headLine: {
                description: "The same line in the head.",
                type: "integer",
                minimum: 1
              },
              count: {
                description: "How many lines follow each other in both, this one included.",
                type: "integer",
                minimum: 1
              }
            }
          }
        }
      }
    },
    fix: {
      description: "Edits that were tried on a copy: with all of them the finding is gone, and no other came. Absent where none was asked for, or proven.",
      type: "object",
      additionalProperties: false,
      required: [
        "safety",
        "question",
        "edits",
        "generates"
      ],
      properties: {
        safety: {
          description: "safe: it cannot change what works. unsafe: somebody has to answer the question first.",
          enum: [
            "safe",
            "unsafe"
          ]
        },
        question: {
          description: "What to ask before an unsafe fix; null for a safe one.",
          type: [
            "string",
            "null"
          ],
          minLength: 1
        },
        edits: {
          description: "By file and line; none touches another. Empty only where all it takes is new manifests.",
          type: "array",
          items: {
            type: "object",
            additionalProperties: false,
            required: [
              "file",
              "startLine",
              "endLine",
              "replacement"
            ],
            properties: {
              file: {
                description: "Relative to the repository, with /.",
                type: "string",
                minLength: 1
              },
              startLine: {
                description: "First line that is replaced, 1-based.",
                type: "integer",
                minimum: 1
              },
              endLine: {
                description: "Last line that is replaced.",
                type: "integer",
                minimum: 1
              },
              replacement: {
                description: "What stands there afterwards: lines with a line feed between them; empty when the lines go.",
                type: "string"
              },
              crlf: {
                description: "Whether the lines of the file end as Windows ends them; then those of the replacement have to.",
                type: "boolean"
              }
            }
          }
        },
        generates: {
          description: "New manifests that it takes, by the word of the command generate.",
          type: "array",
          items: {
            type: "string",
            minLength: 1
          }
        },
        changed: {
          description: "The objects that are different with this fix alone; absent where there was no time to look.",
          type: "array",
          maxItems: 20,
          items: {
            type: "object",
            additionalProperties: false,
            required: [
              "change",
              "kind",
              "namespace",
              "name"
            ],
            properties: {
              change: {
                enum: [
                  "added",
                  "changed",
                  "removed"
                ],
                description: "What becomes of the object."
              },
              kind: {
                type: "string",
                description: "Its kind."
              },
              namespace: {
                type: [
                  "string",
                  "null"
                ],
                description: "Its namespace; null where nobody says, and for what has none."
              },
              name: {
                type: "string",
                description: "Its name."
              }
            }
          }
        },
        moreChanged: {
          description: "How many more are different than are listed.",
          type: "integer",
          minimum: 0
        }
      }
    },
    finding: {
      type: "object",
      additionalProperties: false,
      required: [
        "rule",
        "severity",
        "message",
        "remedy",
        "guide",
        "threats",
        "object",
        "path",
        "rendered",
        "location",
        "places",
        "related",
        "fingerprint"
      ],
      properties: {
        rule: {
          description: "Id of the rule; its page is docs/rules/<id>.md.",
          type: "string",
          pattern: "^[a-z0-9]+(-[a-z0-9]+)*$"
        },
        severity: {
          $ref: "#/definitions/severity"
        },
        message: {
          description: "What is wrong. Holds names and settings, never a Secret's value.",
          type: "string",
          minLength: 1
        },
        remedy: {
          description: "What to do about it, in Markdown.",
          type: "string",
          minLength: 1
        },
        guide: {
          description: "Sentences of the guidance that it is about.",
          type: "array",
          items: {
            $ref: "#/definitions/row"
          }
        },
        threats: {
          description: "Threats that it is evidence for.",
          type: "array",
          items: {
            $ref: "#/definitions/threatId"
          }
        },
        object: {
          description: "The Kubernetes object it is about; null for what is missing from a whole install.",
          oneOf: [
            {
              $ref: "#/definitions/object"
            },
            {
              type: "null"
            }
          ]
        },
        path: {
          description: "Keys and list indices from the object's root to the node at fault.",
          type: "array",
          items: {
            type: [
              "string",
              "integer"
            ]
          }
        },
        rendered: {
          description: "Where helm's output has the node; null for plain manifests.",
          oneOf: [
            {
              $ref: "#/definitions/rendered"
            },
            {
              type: "null"
            }
          ]
        },
        location: {
          description: "The best place in the repository; null when nothing there stands for it.",
          oneOf: [
            {
              $ref: "#/definitions/location"
            },
            {
              type: "null"
            }
          ]
        },
        places: {
          description: "All places where the same finding stands, the best first.",
          type: "array",
          items: {
            $ref: "#/definitions/location"
          }
        },
        related: {
          description: "Other objects that belong to the story, such as a binding.",
          type: "array",
          items: {
            $ref: "#/definitions/related"
          }
        },
        worlds: {
          description: "The worlds that have it; absent where there is only one world.",
          type: "array",
          minItems: 1,
          items: {
            $ref: "#/definitions/worldRef"
          }
        },
        fingerprint: {
          description: "Stays the same when lines move, files are renamed or lists are re-ordered.",
          type: "string",
          pattern: "^[0-9a-f]{16}$"
        },
        new: {
          description: "Whether the base did not have it, or had it less severe; null when there is no base to say so.",
          type: [
            "boolean",
            "null"
          ]
        },
        fix: {
          $ref: "#/definitions/fix"
        },
        suppression: {
          $ref: "#/definitions/suppression"
        }
      }
    },
    object: {
      type: "object",
      additionalProperties: false,
      required: [
        "apiVersion",
        "kind",
        "namespace",
        "name"
      ],
      properties: {
        apiVersion: {
          description: "Group and version, such as apps/v1; v1 for the core group.",
          type: "string"
        },
        kind: {
          description: "Such as ClusterRole.",
          type: "string"
        },
        namespace: {
          description: "Null for cluster-scoped objects, and where nothing says it.",
          type: [
            "string",
            "null"
          ]
        },
        name: {
          description: "metadata.name.",
          type: "string"
        }
      }
    },
    rendered: {
      type: "object",
      additionalProperties: false,
      required: [
        "release",
        "template",
        "line"
      ],
      properties: {
        release: {
          description: "Name of the release.",
          type: "string"
        },
        template: {
          description: "The template, as helm names it.",
          type: "string"
        },
        line: {
          description: "Line of the text that helm prints for the release, from 1.",
          type: "integer",
          minimum: 1
        }
      }
    },
    location: {
      type: "object",
      additionalProperties: false,
      required: [
        "file",
        "via"
      ],
      properties: {
        file: {
          $ref: "#/definitions/file"
        },
        startLine: {
          description: "From 1; missing when only the file is known.",
          type: "integer",
          minimum: 1
        },
        endLine: {
          description: "Inclusive.",
          type: "integer",
          minimum: 1
        },
        via: {
          description: "What stands there: a value, a template, the manifest itself, the declaration of the release, or a line of helm's output.",
          enum: [
            "values",
            "template",
            "manifest",
            "declaration",
            "rendered"
          ]
        },
        key: {
          description: "The key of the values that decides it, as helm's --set has it; only with `values`, or with `declaration` where the config sets it.",
          type: "string"
        },
        missing: {
          description: "Whether the file does not have the key yet: the line is its nearest ancestor's.",
          type: "boolean"
        },
        confidence: {
          description: "How sure the place of a rendered node is: changing it was tried and changes the node (set-by) or whether it is there (gated-by), or that was not tried (probably).",
          enum: [
            "set-by",
            "gated-by",
            "probably"
          ]
        }
      },
      dependencies: {
        endLine: [
          "startLine"
        ]
      }
    },
    related: {
      type: "object",
      additionalProperties: false,
      required: [
        "message",
        "object",
        "location"
      ],
      properties: {
        message: {
          description: "Why it belongs.",
          type: "string"
        },
        object: {
          $ref: "#/definitions/object"
        },
        location: {
          description: "Its place; null when nothing in the repository stands for it.",
          oneOf: [
            {
              $ref: "#/definitions/location"
            },
            {
              type: "null"
            }
          ]
        }
      }
    },
    failure: {
      type: "object",
      additionalProperties: false,
      required: [
        "release",
        "message",
        "location"
      ],
      properties: {
        release: {
          description: "The release it is about; null for a plain file.",
          type: [
            "string",
            "null"
          ]
        },
        message: {
          description: "Why, in helm's or the parser's own words.",
          type: "string",
          minLength: 1
        },
        location: {
          description: "Its place; null when nothing in the repository stands for it.",
          oneOf: [
            {
              $ref: "#/definitions/location"
            },
            {
              type: "null"
            }
          ]
        },
        accepted: {
          description: "Whether the config accepts it; then it does not make the run incomplete.",
          type: "boolean"
        },
        acceptedReason: {
          description: "Why the config accepts it.",
          type: "string",
          minLength: 1
        }
      }
    },
    suppression: {
      description: "Why a finding does not count; only of those in suppressed.",
      type: "object",
      additionalProperties: false,
      required: [
        "kind",
        "reason",
        "location"
      ],
      properties: {
        kind: {
          description: "Where it is said: a comment, an annotation of the object, the config, the baseline.",
          enum: [
            "inline",
            "annotation",
            "config",
            "baseline"
          ]
        },
        reason: {
          description: "In the words of whoever said it.",
          type: "string",
          minLength: 1
        },
        location: {
          description: "Where it is written; null for the baseline.",
          oneOf: [
            {
              $ref: "#/definitions/spot"
            },
            {
              type: "null"
            }
          ]
        }
      }
    },
    warning: {
      type: "object",
      additionalProperties: false,
      required: [
        "message",
        "location"
      ],
      properties: {
        message: {
          description: "What is wrong with it.",
          type: "string",
          minLength: 1
        },
        location: {
          description: "Where it is written.",
          oneOf: [
            {
              $ref: "#/definitions/spot"
            },
            {
              type: "null"
            }
          ]
        }
      }
    },
    spot: {
      type: "object",
      additionalProperties: false,
      required: [
        "file"
      ],
      properties: {
        file: {
          $ref: "#/definitions/file"
        },
        startLine: {
          description: "From 1; missing when only the file is known.",
          type: "integer",
          minimum: 1
        }
      }
    },
    install: {
      type: "object",
      additionalProperties: false,
      required: [
        "namespace",
        "release",
        "version",
        "components"
      ],
      properties: {
        namespace: {
          description: "The namespace of its controller; null when nothing says it.",
          type: [
            "string",
            "null"
          ]
        },
        release: {
          description: "Name of its release; null when it is made of plain manifests.",
          type: [
            "string",
            "null"
          ]
        },
        version: {
          description: "Version of the operator; null when nothing says it.",
          type: [
            "string",
            "null"
          ]
        },
        components: {
          description: "Its parts, such as controller and webhook.",
          type: "array",
          items: {
            type: "string"
          }
        },
        cluster: {
          description: "The cluster it is in, where there are several.",
          type: "string",
          minLength: 1
        }
      }
    },
    attackPath: {
      type: "object",
      additionalProperties: false,
      required: [
        "id",
        "question",
        "title",
        "threat",
        "severity",
        "steps"
      ],
      properties: {
        id: {
          description: "The same for the same path after lines move and files are renamed.",
          type: "string",
          pattern: "^[0-9a-f]{16}$"
        },
        question: {
          $ref: "#/definitions/question"
        },
        title: {
          description: "The whole path in one sentence.",
          type: "string",
          minLength: 1
        },
        threat: {
          $ref: "#/definitions/threatId"
        },
        severity: {
          $ref: "#/definitions/severity"
        },
        steps: {
          description: "From who begins to what leaves.",
          type: "array",
          minItems: 1,
          items: {
            $ref: "#/definitions/pathStep"
          }
        }
      }
    },
    pathStep: {
      type: "object",
      additionalProperties: false,
      required: [
        "says",
        "object",
        "path",
        "location"
      ],
      properties: {
        says: {
          description: "What happens, or what makes it possible.",
          type: "string",
          minLength: 1
        },
        object: {
          description: "The object that makes it possible; null where nothing that was checked stands for it.",
          oneOf: [
            {
              $ref: "#/definitions/object"
            },
            {
              type: "null"
            }
          ]
        },
        path: {
          description: "Keys and list indices in that object.",
          type: "array",
          items: {
            type: [
              "string",
              "integer"
            ]
          }
        },
        location: {
          description: "Its place; null when nothing in the repository stands for it.",
          oneOf: [
            {
              $ref: "#/definitions/location"
            },
            {
              type: "null"
            }
          ]
        }
      }
    },
    question: {
      description: "What a path answers: who reads every Secret; who can become one of the operator's components; what the operator's tokens reach; who can make it send a token; who can change a store in use; whose PushSecret sends what where; whose ExternalSecret fetches through what.",
      enum: [
        "secrets-everywhere",
        "operator-identity",
        "operator-reach",
        "operator-token-sent",
        "store-change",
        "push",
        "fetch"
      ]
    },
    crossReference: {
      type: "object",
      additionalProperties: false,
      required: [
        "object",
        "path",
        "namespace",
        "name",
        "location"
      ],
      properties: {
        object: {
          $ref: "#/definitions/object"
        },
        path: {
          description: "Keys and list indices in that object.",
          type: "array",
          items: {
            type: [
              "string",
              "integer"
            ]
          }
        },
        namespace: {
          description: "The namespace that is reached for.",
          type: "string"
        },
        name: {
          description: "What is named there; null for the whole namespace, and where it is filled in later.",
          type: [
            "string",
            "null"
          ]
        },
        location: {
          $ref: "#/definitions/location"
        }
      }
    },
    storeEntry: {
      type: "object",
      additionalProperties: false,
      required: [
        "object",
        "provider",
        "identity",
        "endpoint",
        "mayUse",
        "users",
        "location"
      ],
      properties: {
        object: {
          $ref: "#/definitions/object"
        },
        provider: {
          description: "As people call it; null when it is filled in later.",
          type: [
            "string",
            "null"
          ]
        },
        identity: {
          description: "As whom the operator signs in.",
          type: "string"
        },
        endpoint: {
          description: "Where it signs in.",
          type: "string"
        },
        mayUse: {
          description: "Who may use it: namespaces or conditions, in words.",
          type: "string"
        },
        users: {
          description: "The requests that do.",
          type: "array",
          items: {
            type: "string"
          }
        },
        location: {
          $ref: "#/definitions/location"
        }
      }
    },
    subjectEntry: {
      type: "object",
      additionalProperties: false,
      required: [
        "subject",
        "operator",
        "rights",
        "location"
      ],
      properties: {
        subject: {
          description: "Such as Group developers, or everyone with a built-in role.",
          type: "string",
          minLength: 1
        },
        operator: {
          description: "Whether it counts as an operator.",
          type: "boolean"
        },
        rights: {
          description: "What it may write, and where.",
          type: "array",
          items: {
            type: "object",
            additionalProperties: false,
            required: [
              "resources",
              "verbs",
              "names",
              "namespaces"
            ],
            properties: {
              resources: {
                description: "Such as secretstores.external-secrets.io.",
                type: "array",
                items: {
                  type: "string"
                }
              },
              verbs: {
                description: "Those of create, update, patch, delete and deletecollection that it has.",
                type: "array",
                items: {
                  type: "string"
                }
              },
              names: {
                description: "Only objects of these names; empty: of any name.",
                type: "array",
                items: {
                  type: "string"
                }
              },
              namespaces: {
                description: "Null: all of them; those of a built-in role: where somebody has it.",
                type: [
                  "array",
                  "null"
                ],
                items: {
                  type: "string"
                }
              }
            }
          }
        },
        location: {
          $ref: "#/definitions/location"
        }
      }
    },
    deployer: {
      type: "object",
      additionalProperties: false,
      required: [
        "product",
        "account",
        "says",
        "location"
      ],
      properties: {
        product: {
          description: "Such as Argo CD.",
          type: "string"
        },
        account: {
          description: "Its ServiceAccount.",
          type: "string"
        },
        says: {
          description: "What follows.",
          type: "string"
        },
        location: {
          $ref: "#/definitions/location"
        }
      }
    },
    severity: {
      description: "critical: a credential or Secret can leave now. high: breaks the guidance with direct exposure. medium: a missing layer. low: hygiene. info: advice.",
      enum: [
        "info",
        "low",
        "medium",
        "high",
        "critical"
      ]
    },
    status: {
      description: "exposed: rules found something. mitigated: everything was looked at, and nothing was found. not-assessed: it cannot be said.",
      enum: [
        "mitigated",
        "exposed",
        "not-assessed"
      ]
    },
    evidence: {
      description: "Ids of the rules that speak for the status; where it is not-assessed, why.",
      type: "array",
      items: {
        type: "string"
      }
    },
    threatId: {
      description: "A threat of the guidance's threat model.",
      enum: [
        "TM1",
        "TM2",
        "TM3",
        "TM4",
        "TM5",
        "TM6"
      ]
    },
    row: {
      description: "A sentence of the guidance.",
      enum: [
        "TM1",
        "TM2",
        "TM3",
        "TM4",
        "TM5",
        "TM6",
        "RM1",
        "RM2",
        "RM3",
        "RM4",
        "RM5",
        "RM6",
        "RM7",
        "PC1",
        "PC2",
        "PC3",
        "PC4",
        "NI1",
        "NI2",
        "NI3",
        "PS1",
        "PS2",
        "PS3",
        "PS4",
        "PS5",
        "AC1",
        "AC2",
        "AC3",
        "AC4",
        "NS1",
        "NS2",
        "NS3",
        "NS4",
        "AO1",
        "AO2",
        "AO3",
        "AO4"
      ]
    },
    file: {
      description: "A path relative to the repository, with /.",
      type: "string",
      minLength: 1
    }
  }
};

// src/report/read-json.ts
var MOST_CHARACTERS = 16 * 1024 * 1024;
var MOST_FINDINGS = 5e3;
var MOST_PLACES = 50;
var MOST_WORLDS = 200;
var MOST_STRETCHES = 1e3;
async function readReport(text, rules, shownAs) {
  if (text.length > MOST_CHARACTERS)
    throw new UserError(`${shownAs}: the report has more than ${MOST_CHARACTERS} characters`, "narrow what is checked");
  const report = await valid(text, shownAs);
  if (report.findings.length > MOST_FINDINGS)
    throw new UserError(`${shownAs}: the report has more than ${MOST_FINDINGS} findings`, "narrow what is checked");
  if (!report.head) throw new UserError(`${shownAs}: the report is not of a run for a pull request`, NEEDED);
  const limits = { mostPlaces: MOST_PLACES, mostWorlds: MOST_WORLDS, isPlace: isWithin };
  return { ...assessmentOf(report, { rules: byId(rules), ...limits }), head: headOf(report.head) };
}
async function readWholeReport(text, rules, shownAs) {
  const report = await valid(text, shownAs);
  const reading = { rules: byId(rules), mostPlaces: Infinity, mostWorlds: Infinity, isPlace: () => true };
  const assessment = {
    ...assessmentOf(report, reading),
    releases: report.releases.map(releaseOf),
    plainManifests: report.plainManifests ?? 0,
    attack: { paths: (report.paths ?? []).map((path) => pathOf(path, reading)), more: report.morePaths ?? [] },
    inventory: inventoryOf(report.inventory, reading),
    coverage: report.coverage.flatMap(({ row, status, evidence }) => verdictOf(row, status, evidence)),
    assessedRules: report.assessedRules ?? [],
    commit: report.commit,
    timings: report.timings
  };
  return { assessment, tool: report.tool };
}
var releaseOf = ({ schema, seenByHelm, ...release }) => ({
  ...release,
  ...schema !== void 0 && { schema },
  ...seenByHelm !== void 0 && { seenByHelm }
});
var byId = (rules) => new Map(rules.map((rule) => [rule.id, rule]));
var NEEDED = "name the JSON report that eso-hardener has written for the event `pull_request`";
async function valid(text, shownAs) {
  const { Ajv } = await import("./ajv-ADE2EJSN.js");
  const validate = new Ajv({ allowUnionTypes: true }).compile(report_schema_default);
  const report = parsed(text);
  if (validate(report)) return report;
  const pointer = validate.errors?.[0]?.instancePath ?? "";
  const where = /^(?:\/\w+)+$/.test(pointer) && !pointer.startsWith("/timings") ? ` (${pointer.slice(0, 100)})` : "";
  throw new UserError(`${shownAs}: this is not a report of eso-hardener${where}`, NEEDED);
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
var WRITTEN = {
  endLine: void 0,
  via: "manifest",
  key: void 0,
  missing: void 0,
  confidence: void 0
};
function assessmentOf(report, reading) {
  const { conclusion, failOn, minSeverity, hidden, notes } = report;
  return {
    ...{ conclusion, failOn, minSeverity, hidden, notes },
    hasChangedGuard: report.changedGuard === true,
    findings: report.findings.map((record) => findingOf(record, reading)),
    base: report.base ?? null,
    fixed: (report.fixed ?? []).map((record) => findingOf(record, reading)),
    suppressed: (report.suppressed ?? []).map(({ suppression, ...record }) => ({
      finding: findingOf(record, reading),
      ...{ kind: suppression.kind, reason: suppression.reason },
      location: suppression.location && placeOf({ ...WRITTEN, ...suppression.location }, reading)
    })),
    failures: report.failures.map(({ release, message, location, accepted, acceptedReason = "" }) => ({
      ...{ release, message, location: placeOf(location, reading) },
      ...accepted && { accepted: acceptedReason }
    })),
    warnings: (report.warnings ?? []).map(({ message, location }) => ({
      message,
      location: location && placeOf({ ...WRITTEN, ...location }, reading)
    })),
    releases: [],
    worlds: worldsOf((report.worlds ?? []).slice(0, reading.mostWorlds)),
    plainManifests: 0,
    attack: { paths: [], more: [] },
    inventory: { installs: [], crossNamespace: [], stores: [], subjects: [], deployers: [] },
    threats: report.threats.flatMap(({ id, status, evidence }) => verdictOf(id, status, evidence)),
    coverage: [],
    assessedRules: [],
    timings: {}
  };
}
function verdictOf(id, status, evidence) {
  const says = COVERAGE.find(({ row }) => row === id)?.says;
  return says === void 0 ? [] : [{ id, says, status, evidence }];
}
var pathOf = (path, reading) => ({
  ...path,
  steps: path.steps.map((step) => ({
    ...step,
    object: step.object && objectOf(step.object),
    location: placeOf(step.location, reading)
  }))
});
function inventoryOf({
  installs,
  crossNamespace,
  stores,
  subjects,
  deployers
}, reading) {
  const placed = (entries) => (entries ?? []).flatMap((entry) => {
    const location = placeOf(entry.location, reading);
    return location ? { ...entry, location } : [];
  });
  return {
    installs,
    crossNamespace: placed(crossNamespace).map((entry) => ({ ...entry, object: objectOf(entry.object) })),
    stores: placed(stores).map((entry) => ({ ...entry, object: objectOf(entry.object) })),
    subjects: placed(subjects),
    deployers: placed(deployers)
  };
}
function findingOf(record, reading) {
  const { severity, message, path, rendered, worlds, fingerprint } = record;
  const { remedy, guide } = reading.rules.get(record.rule) ?? record;
  const fix = record.fix?.edits.every(({ file }) => reading.isPlace(file)) ? record.fix : void 0;
  return {
    ...{
      rule: record.rule,
      severity,
      message,
      remedy,
      guide,
      threats: guide.filter(isThreat),
      path,
      rendered,
      fingerprint
    },
    object: record.object && objectOf(record.object),
    location: placeOf(record.location, reading),
    places: record.places.slice(0, reading.mostPlaces).flatMap((place) => placeOf(place, reading) ?? []),
    related: record.related.slice(0, reading.mostPlaces).map((entry) => ({
      ...{ message: entry.message, object: objectOf(entry.object), location: placeOf(entry.location, reading) }
    })),
    ...worlds && { worlds: worlds.slice(0, reading.mostWorlds) },
    isNew: record.new ?? null,
    ...fix && { fix: fixOf(fix, fingerprint) },
    frame: []
  };
}
var objectOf = ({ namespace, ...object }) => ({
  ...object,
  namespace: namespace ?? void 0
});
function placeOf(record, { isPlace }) {
  if (record === null || !isPlace(record.file)) return null;
  const { file, startLine, endLine, via, key, missing, confidence } = record;
  return {
    ...{ file, via },
    ...startLine !== void 0 && { startLine },
    ...endLine !== void 0 && { endLine },
    ...key !== void 0 && { key },
    ...missing !== void 0 && { isMissing: missing },
    ...confidence !== void 0 && { confidence }
  };
}
function fixOf(record, fingerprint) {
  const { safety, question, generates } = record;
  const edits = record.edits.map(({ crlf, ...edit }) => ({ ...edit, ...crlf === true && { isCrlf: true } }));
  const fix = { fingerprint, edits, generates };
  return safety === "unsafe" ? { ...fix, safety, question: question ?? "" } : { ...fix, safety: "safe" };
}
function worldsOf(records) {
  const clusters = /* @__PURE__ */ new Set();
  return records.map((world) => {
    const isMain = !clusters.has(world.cluster);
    clusters.add(world.cluster);
    return { ...world, isMain };
  });
}
var headOf = ({ commit, files }) => ({
  commit,
  files: files.filter(({ file }) => isWithin(file)).map((entry) => ({
    ...entry,
    ...entry.stretches && { stretches: entry.stretches.slice(0, MOST_STRETCHES) }
  }))
});
var isWithin = (file) => file.split("/").every((step) => !["", ".", ".."].includes(step));

export {
  readReport,
  readWholeReport
};
