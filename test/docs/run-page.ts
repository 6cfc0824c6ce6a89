import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { NOT_RUN } from './not-run.ts'
import { type Block, blocksOf, type Page } from './pages.ts'
import { shell, type Workspace } from './workspace.ts'

const withoutComment = (line: string): string => line.replace(/\s+# .*$/, '').trim()
/** The commands of a block, without comments and what they print. */
export const commandsOf = ({ language, text }: Block): string[] => {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  if (language === 'sh') return lines.map(withoutComment)
  return lines.filter(line => line.startsWith('$ ')).map(line => withoutComment(line.slice(2)))
}
/** Whether a block has commands. */
export const isShell = ({ language }: Block): boolean => language === 'sh' || language === 'console'

/** A command and the standard output that is shown below it. */
const sessions = (text: string): { command: string; output: string }[] =>
  text
    .split(/^\$ /m)
    .slice(1)
    .map(session => ({
      command: session.slice(0, session.indexOf('\n')),
      output: session.slice(session.indexOf('\n') + 1),
    }))

/** `check` fails where there are findings, and `init` where there is a config; that is no fault of the page. */
const mayEnd = (command: string): unknown => {
  if (/eso-hardener check/.test(command)) return expect.toBeOneOf([0, 1])
  return /eso-hardener init/.test(command) ? expect.toBeOneOf([0, 2]) : 0
}

async function runBlock(place: Workspace, { page, line, language, text }: Block): Promise<void> {
  if (language === 'yaml') return writeNamed(place, text)
  if (language === 'console') {
    for (const { command, output } of sessions(text)) {
      const { stdout, stderr } = await shell(place, command)
      expect(stdout, `${page}:${line} ${command}\n${stderr}`).toBe(output)
    }
    return
  }
  for (const command of commandsOf({ page, line, language, text })) {
    if (command in NOT_RUN) continue
    const { status, stdout, stderr } = await shell(place, command)
    expect(status, `${page}:${line} ${command}\n${stdout.slice(-2000)}${stderr}`).toEqual(mayEnd(command))
  }
}

/** A file that a page shows and names in its first line is there for the commands below it. */
function writeNamed({ folder }: Workspace, text: string): void {
  const [, path] = /^# (\S+\.ya?ml)\n/.exec(text) ?? []
  if (path === undefined) return
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

/** Runs the commands of a page, in its order, and compares what it shows of their output. */
export async function runPage(page: Page, place: Workspace): Promise<void> {
  for (const block of blocksOf(page)) if (isShell(block) || block.language === 'yaml') await runBlock(place, block)
}
