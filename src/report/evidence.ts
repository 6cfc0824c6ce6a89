import type { Rule } from '../check/rule.ts'
import type { Finding } from '../finding.ts'
import { COVERAGE } from '../paths/coverage.ts'
import type { Verdict } from '../paths/verdicts.ts'
import type { Failure } from '../render/render.ts'
import type { Suppressed } from '../suppress/suppression.ts'
import type { Tool } from '../tool.ts'
import { objectRecord, placeRecord } from './json-records.ts'
import { type Assessment, HOMEPAGE, ruleUrl } from './report.ts'

/**
 * What an auditor files: every sentence of the guidance with its verdict, the rules that looked, and the objects and places
 * that show it; what was looked at, by what, and what could not be. Version 1: schema/evidence.schema.json, which grows by
 * optional fields only. There is no time in it and nothing of a Secret.
 */
export function evidenceReport(assessment: Assessment, rules: readonly Rule[], tool: Tool): string {
  const { conclusion, failOn, commit, base, releases, worlds, plainManifests, inventory, coverage, assessedRules } =
    assessment
  const record = {
    schemaVersion: 1,
    tool: { name: tool.name, version: tool.version, url: HOMEPAGE, rulesDate: tool.rulesDate },
    commit: commit ?? assessment.head?.commit ?? null,
    base: base && { ref: base.ref, commit: base.commit },
    conclusion,
    failOn,
    scope: {
      releases: releases.map(({ name, chart, version, namespace, cluster, variant, declaredIn, manifests }) => ({
        ...{ name, chart, version, namespace, cluster, variant, declaredIn, manifests },
      })),
      worlds: worlds.map(({ cluster, variant, manifests }) => ({ cluster, variant, manifests })),
      plainManifests,
      installs: inventory.installs.map(({ namespace, release, version, components, cluster }) => ({
        ...{ namespace, release, version, components, cluster },
      })),
    },
    rules: rules.map(({ id, title }) => ({ id, title, url: ruleUrl(id), assessed: assessedRules.includes(id) })),
    guidance: coverage.map(verdict => rowRecord(verdict, assessment, rules)),
    notChecked: assessment.failures.map(failureRecord),
    notes: assessment.notes,
  }
  return `${JSON.stringify(record, null, 2)}\n`
}

function rowRecord({ id, says, status, evidence }: Verdict, assessment: Assessment, rules: readonly Rule[]) {
  const speaks = ({ guide }: Pick<Finding, 'guide'>): boolean => guide.includes(id)
  return {
    row: id,
    says,
    status,
    // Where it is exposed or mitigated, the rules say it.
    because: status === 'not-assessed' ? evidence : [],
    made: COVERAGE.find(({ row }) => row === id)?.artefact,
    rules: rules.filter(speaks).map(rule => rule.id),
    findings: assessment.findings.filter(speaks).map(findingRecord),
    ignored: assessment.suppressed.filter(({ finding }) => speaks(finding)).map(ignoredRecord),
  }
}

const findingRecord = ({ rule, severity, message, object, location, worlds, fingerprint, isNew }: Finding) => ({
  ...{ rule, severity, message },
  object: object && objectRecord(object),
  location: location && placeRecord(location),
  worlds: worlds?.map(({ cluster, variant }) => ({ cluster, variant })),
  fingerprint,
  new: isNew,
})

const ignoredRecord = ({ finding, kind, reason, location }: Suppressed) => ({
  ...findingRecord(finding),
  suppression: { kind, reason, location: location && { file: location.file, startLine: location.startLine } },
})

const failureRecord = ({ release, message, location, accepted }: Failure) => ({
  ...{ release, message },
  location: location && placeRecord(location),
  acceptedReason: accepted ?? null,
})
