import { type Finding, type FrameLine, nameOf, type ProvenFix } from '../../finding.ts'
import { dotted } from '../../locate/layers.ts'
import { clip } from '../clip.ts'
import { type Assessment, keyText, placeText, worldsText } from '../report.ts'
import type { FindingData, FixData, PlaceData, SubjectData } from './data.ts'

/** Of a longer line the page shows the beginning. */
const MAX_LINE = 300
/** Of the places of one finding, the rest is counted. */
const MOST_PLACES = 20

export const subjectData = ({ rule, severity, object }: Finding): SubjectData => ({
  rule,
  severity,
  object: object ? nameOf(object) : '',
})

/** The web page of a line of a file of the repository. */
export type LineLink = (file: string, line?: number) => string

/** A finding as the page shows it. */
export function findingData(finding: Finding, assessment: Pick<Assessment, 'worlds'>, link?: LineLink): FindingData {
  const { message, object, rendered, related, guide, isNew, fingerprint, fix } = finding
  return {
    ...subjectData(finding),
    ...{ id: fingerprint, message, guide, isNew },
    apiVersion: object?.apiVersion ?? '',
    path: dotted(finding.path),
    namespace: object?.namespace ?? '',
    release: rendered?.release ?? '',
    clusters: clustersOf(finding, assessment),
    worlds: worldsText(finding, assessment) ?? '',
    place: placeData(finding, link),
    otherPlaces: otherPlaces(finding),
    key: keyText(finding) ?? '',
    rendered: rendered && { template: rendered.template, line: rendered.line },
    frame: finding.frame.map(shortLine),
    renderedFrame: isSameFrame(finding) ? [] : (finding.renderedFrame ?? []).map(shortLine),
    related: related.map(({ message, object, location }) => ({
      object: nameOf(object),
      message,
      place: location ? placeText({ location }) : '',
    })),
    fix: fix ? fixData(fix) : null,
  }
}

const shortLine = ({ line, text, marked }: FrameLine): FrameLine => ({ line, text: clip(text, MAX_LINE), marked })

/** Where no line of the author's is known, the frame is the rendered one. */
const isSameFrame = ({ frame, renderedFrame }: Finding): boolean =>
  JSON.stringify(frame) === JSON.stringify(renderedFrame)

const clustersOf = ({ worlds: own }: Finding, { worlds }: Pick<Assessment, 'worlds'>): string[] => [
  ...new Set((own ?? worlds).map(({ cluster }) => cluster)),
]

function placeData({ location }: Finding, link: LineLink | undefined): PlaceData | null {
  if (!location) return null
  const { file, startLine, via, confidence, template } = location
  return {
    text: placeText({ location }),
    url: link?.(file, startLine) ?? '',
    via,
    confidence: confidence ?? null,
    template: template ?? '',
  }
}

function otherPlaces({ places }: Finding): string[] {
  const others = places.slice(1).map(location => placeText({ location }))
  const rest = others.length - MOST_PLACES
  return rest > 0 ? [...others.slice(0, MOST_PLACES), `and ${rest} more`] : others
}

const fixData = ({ edits, generates, changed = [], moreChanged = 0, ...safety }: ProvenFix): FixData => ({
  ...(safety.safety === 'safe' ? { safety: 'safe' } : { safety: 'unsafe', question: safety.question }),
  hunks: edits.map(({ file, startLine, before, replacement }) => ({
    file,
    line: startLine,
    removed: before ?? null,
    added: before === undefined || replacement === '' ? [] : replacement.replaceAll('\r', '').split('\n'),
  })),
  generates,
  changed: changed.map(({ change, ...object }) => `${change} ${nameOf({ apiVersion: '', ...object })}`),
  moreChanged,
})
