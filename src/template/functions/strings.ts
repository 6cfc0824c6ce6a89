import { CASING } from './casing.ts'
import { CERTIFICATES } from './certificates.ts'
import { ENCODING } from './encoding.ts'
import { deriving, type TemplateFunction } from './function.ts'
import { LAYOUT } from './layout.ts'
import { PATHS } from './paths.ts'
import { PRINTING } from './printing.ts'
import { QUOTING } from './quoting.ts'
import { REGULAR_EXPRESSIONS } from './regular-expressions.ts'
import { SPLITTING } from './splitting.ts'
import { TRIMMING } from './trimming.ts'
import { URLS } from './urls.ts'
import { VOLATILES } from './volatile.ts'

const FUNCTIONS: Readonly<Record<string, TemplateFunction>> = {
  ...TRIMMING,
  ...CASING,
  ...LAYOUT,
  ...QUOTING,
  ...SPLITTING,
  ...PRINTING,
  ...REGULAR_EXPRESSIONS,
  ...ENCODING,
  ...URLS,
  ...PATHS,
  ...VOLATILES,
  ...CERTIFICATES,
  hello: deriving([], () => 'Hello!'),
}

/** How many characters of its arguments a function may look at for one step of the budget. */
const PER_STEP = 64

/** The same function, which pays for the length of the texts that it is given. */
const charged = ({ call }: TemplateFunction): TemplateFunction => ({
  call(args, context) {
    const length = args.reduce((sum, arg) => (arg.kind === 'text' ? sum + arg.string.length : sum), 0)
    if (length >= PER_STEP) context.budget.step(Math.floor(length / PER_STEP))
    return call(args, context)
  },
})

/** Every function on text, by its name in templates. */
export const STRINGS: Readonly<Record<string, TemplateFunction>> = Object.fromEntries(
  Object.entries(FUNCTIONS).map(([name, called]) => [name, charged(called)]),
)
