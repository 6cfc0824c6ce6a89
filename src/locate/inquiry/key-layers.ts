import type { Path } from '../../finding.ts'
import { asMapping, valueAt } from '../../parse/untyped.ts'
import { ValuesFile } from '../../parse/values.ts'
import type { TracedChart } from '../../render/traced.ts'
import { partsOf } from '../chart-parts.ts'
import { importedLayers, inFile, type Layer, type Layers, placeOfSetting } from '../layers.ts'
import { lineInText } from '../text-line.ts'
import type { LayerAnswer } from './answer.ts'
import { shownLine } from './printed.ts'

/** A line of a values file. */
export interface ValuesLine {
  readonly file: string
  readonly line: number
}

/** The places that set a key, in helm's order: the first one wins. What one of them hides is left out. */
export function layersOfKey(layers: Layers, key: Path, asked: ValuesLine | undefined): LayerAnswer[] {
  const { set, files, imports } = layers
  const found: Omit<LayerAnswer, 'wins'>[] = []
  if (valueAt(set, key) !== undefined) {
    const { file = null, startLine = null } = placeOfSetting(layers, key)?.location ?? {}
    found.push({ file, line: startLine, text: '', isAsked: false })
  }
  if (isHidden(set, key)) return withWinner(found)
  const able = files.flatMap(layer => {
    const inside = inFile(layer, key)
    return inside ? { ...layer, inside } : []
  })
  for (const { values, inside } of [...able, ...importedLayers(imports, key)]) {
    // A file may be given twice.
    if (found.some(({ file }) => file === values.file)) continue
    if (valueAt(values.body, inside) !== undefined) {
      const line = values.lineOf(inside)
      const isAsked = asked?.file === values.file && asked.line === line
      found.push({ file: values.file, line, text: shownLine(values, line), isAsked })
    }
    if (isHidden(values.body, inside)) break
  }
  return withWinner(found)
}

/** The line of one line of a text that a key has; undefined where no file sets it. @param before how many lines stand before */
export function lineOfText(layers: Layers, key: Path, before: number): ValuesLine | undefined {
  const [winner] = layersOfKey(layers, key, undefined)
  const layer = layers.files.find(({ values }) => values.file === winner?.file)
  const inside = layer && inFile(layer, key)
  return inside && { file: layer.values.file, line: lineInText(layer.values, inside, before) }
}

const withWinner = (layers: readonly Omit<LayerAnswer, 'wins'>[]): LayerAnswer[] =>
  layers.map(({ file, line, text, isAsked }, i) => ({ file, line, text, wins: i === 0, isAsked }))

/** Whether a layer replaces what is around the key as a whole: a list or a scalar takes nothing from the layers below. */
const isHidden = (values: unknown, key: Path): boolean =>
  key.some((_, length) => {
    const around = length === 0 ? undefined : valueAt(values, key.slice(0, length))
    return around !== undefined && asMapping(around) === undefined
  })

/** The values that charts in an archive bring along: no file of the repository has them. */
export function packagedLayers(chartFile: string, { files }: TracedChart): Layer[] {
  const text = (path: string): string | undefined => {
    const bytes = files.get(path)
    return bytes && new TextDecoder().decode(bytes)
  }
  return partsOf(text, files.keys()).flatMap(({ at, folder }): Layer | [] => {
    const values = text(`${folder}values.yaml`)
    return values === undefined
      ? []
      : { values: new ValuesFile(`${chartFile}!${folder}values.yaml`, values), at, isOwn: false }
  })
}
