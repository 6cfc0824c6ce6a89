import type { Rule } from '../../check/rule.ts'
import type { Tool } from '../../tool.ts'
import type { Assessment } from '../report.ts'
import { clientBundle } from './client-bundle.ts'
import type { LineLink } from './finding-data.ts'
import { graphSection } from './graph/section.ts'
import { page, type Section } from './page.ts'
import { pageData } from './page-data.ts'

/** Makes a view of its own; undefined where there is nothing to show. */
type MakeSection = (assessment: Assessment) => Promise<Section | undefined>

/** Views whose markup is made here; the code that brings them to life is named in client/main.ts. */
const SECTIONS: readonly MakeSection[] = [graphSection]

/**
 * The report as one HTML file for a browser, which loads nothing else and runs nothing but its own script.
 * @param rules whose words explain the findings.
 * @param link the web page of a line; without it places are not linked.
 */
export async function htmlReport(
  assessment: Assessment,
  rules: readonly Rule[],
  tool: Tool,
  link?: LineLink,
): Promise<string> {
  const [client, ...sections] = await Promise.all([clientBundle(), ...SECTIONS.map(make => make(assessment))])
  return page(
    pageData(assessment, rules, tool, link),
    sections.filter(section => section !== undefined),
    client,
  )
}
