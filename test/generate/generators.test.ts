import { expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { checkWorld, isAssessable } from '../../src/check/check.ts'
import { generateAll } from '../../src/generate/generate.ts'
import { GENERATORS } from '../../src/generate/index.ts'
import { RULES } from '../../src/rules/index.ts'
import { worldOf } from '../world.ts'
import { CHOICE } from './choice.ts'
import { OPERATOR } from './operator.ts'

const filesOf = (yaml: string, generator: (typeof GENERATORS)[number]) =>
  generateAll([generator], [worldOf(yaml)], CHOICE, id => `eso-hardener generate ${id}`).files

test.each(GENERATORS.map(generator => [generator.id, generator] as const))(
  '%s: sound YAML, the same every time',
  (_, generator) => {
    const files = filesOf(OPERATOR, generator)
    expect(files).toEqual(filesOf(OPERATOR, generator))
    for (const { text } of files) expect(parseAllDocuments(text).flatMap(({ errors }) => errors)).toEqual([])
  },
)

test.each(GENERATORS.map(generator => [generator.id, generator] as const))(
  '%s: answers rules that there are, and brings no finding',
  (_, generator) => {
    expect(generator.answers.filter(id => !RULES.some(rule => rule.id === id))).toEqual([])
    const manifests = filesOf(OPERATOR, generator).filter(({ purpose }) => purpose === 'manifests')
    // A rule that can look only now says what others have to answer.
    const looking = RULES.filter(rule => isAssessable(rule, worldOf(OPERATOR)) || generator.answers.includes(rule.id))
    const said = (yaml: string) =>
      checkWorld(looking, worldOf(yaml)).map(
        ({ rule, manifest, problem }) => `${rule.id} ${manifest?.name} ${problem.message}`,
      )
    const before = said(OPERATOR)
    const after = said([OPERATOR, ...manifests.map(({ text }) => text)].join('\n---\n'))
    expect(after.filter(line => !before.includes(line))).toEqual([])
    expect(after.filter(line => generator.answers.some(id => line.startsWith(`${id} `)))).toEqual([])
  },
)
