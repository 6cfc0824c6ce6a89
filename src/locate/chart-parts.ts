import { asList, asMapping, asText } from '../parse/untyped.ts'
import { parseText } from '../parse/yaml.ts'
import { isCompatible } from '../template/chart/compatible.ts'
import { Untraced } from '../template/errors.ts'

/** A chart in a chart's folder, under one of its names. */
export interface ChartPart {
  /** Its name or alias in each chart around it; empty for the chart itself. */
  readonly at: readonly string[]
  /** Where its files are, below the chart's folder: `` or `charts/database/`. */
  readonly folder: string
  /** Whether it was written here: what was fetched from a repository is somebody else's. */
  readonly isOwn: boolean
}

/** A dependency as Chart.yaml (or requirements.yaml) declares it. */
interface Dependency {
  readonly name: string
  readonly version: string
  readonly alias: string | undefined
  readonly isFetched: boolean
}

/**
 * The charts whose files lie in a chart's folder: itself, and what is unpacked in charts/, once for each alias. Packaged
 * ones have no files here; neither have those that two folders could be.
 * @param files the paths below the chart's folder with their texts; undefined for what cannot be read.
 */
export function partsOf(read: (path: string) => string | undefined, paths: Iterable<string>): ChartPart[] {
  const folders = new Set([...paths].flatMap(path => /^((?:charts\/[^/]+\/)+)Chart\.yaml$/.exec(path)?.[1] ?? []))
  const parts: ChartPart[] = [{ at: [], folder: '', isOwn: true }]
  for (const folder of [...folders].sort((a, b) => a.length - b.length)) {
    const parentFolder = folder.replace(/charts\/[^/]+\/$/, '')
    const { name, version } = identityIn(read(`${folder}Chart.yaml`))
    if (name === '') continue
    const declared = dependenciesIn(read, parentFolder).filter(
      dependency => dependency.name === name && isMet(dependency.version, version),
    )
    for (const parent of parts.filter(part => part.folder === parentFolder))
      for (const { alias, isFetched } of declared.length > 0 ? declared : [UNDECLARED])
        parts.push({ at: [...parent.at, alias ?? name], folder, isOwn: parent.isOwn && !isFetched })
  }
  return parts.filter(part => parts.every(other => other === part || other.at.join('/') !== part.at.join('/')))
}

/** What somebody only put into charts/ was put there by hand. */
const UNDECLARED: Dependency = { name: '', version: '', alias: undefined, isFetched: false }

function identityIn(chartYaml: string | undefined): { readonly name: string; readonly version: string } {
  const { name, version } = asMapping(chartYaml === undefined ? undefined : parseText(chartYaml).body) ?? {}
  return { name: asText(name) ?? '', version: asText(version) ?? '' }
}

function isMet(range: string, version: string): boolean {
  try {
    return isCompatible(range, version)
  } catch (error) {
    if (error instanceof Untraced) return false
    throw error
  }
}

function dependenciesIn(read: (path: string) => string | undefined, folder: string): Dependency[] {
  return ['Chart.yaml', 'requirements.yaml'].flatMap(file => {
    const text = read(folder + file)
    const entries = text === undefined ? [] : asList(asMapping(parseText(text).body)?.dependencies)
    return entries.map(entry => {
      const { name, version, alias, repository } = asMapping(entry) ?? {}
      const isFetched = /^(?!file:)[\w+.-]+:|^[@]/.test(asText(repository) ?? '')
      return { name: asText(name) ?? '', version: asText(version) ?? '', alias: asText(alias) || undefined, isFetched }
    })
  })
}
