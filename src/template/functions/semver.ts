import { TemplateError, Untraced } from '../errors.ts'
import { Bool, type Method, Num, Opaque, Text, type Value } from '../value/value.ts'
import { deriving, goTypeOf, int, type Parameter, readArguments, type TemplateFunction, text } from './function.ts'
import { compareVersions, parseVersion, printVersion, type Version } from './version.ts'
import { fulfils } from './version-constraint.ts'

/** Semantic versions as Masterminds' semver 3 has them, which is not npm's way. */
export const SEMVER: Readonly<Record<string, TemplateFunction>> = {
  semver: deriving([text], ([given]) => versionValue(parseVersion(given.string), given.string)),
  semverCompare: deriving([text, text], ([constraints, given]) =>
    fulfils(parseVersion(given.string), constraints.string),
  ),
}

const GO_TYPE = '*semver.Version'

const version: Parameter<Version> = {
  goType: GO_TYPE,
  isRest: false,
  read(value) {
    if (value.kind === 'opaque' && value.goType === GO_TYPE) return value.inner as Version
    throw new TemplateError(`wrong type for value; expected ${GO_TYPE}; got ${goTypeOf(value)}`)
  },
}

/** Methods that there are and that no chart was seen to use. */
const RARE = ['IncMajor', 'IncMinor', 'IncPatch', 'SetPrerelease', 'SetMetadata', 'MarshalJSON', 'MarshalText', 'Value']

function versionValue(given: Version, original: string): Opaque {
  const asking =
    (answer: () => Value): Method =>
    args => {
      readArguments([], args)
      return answer()
    }
  const comparing =
    (answer: (order: number) => Value): Method =>
    args => {
      const [other] = readArguments([version], args)
      return answer(compareVersions(given, other))
    }
  const printed = printVersion(given)
  const methods = new Map<string, Method>([
    ['Major', asking(() => new Num(given.major, 'uint64'))],
    ['Minor', asking(() => new Num(given.minor, 'uint64'))],
    ['Patch', asking(() => new Num(given.patch, 'uint64'))],
    ['Prerelease', asking(() => new Text(given.prerelease))],
    ['Metadata', asking(() => new Text(given.metadata))],
    ['Original', asking(() => new Text(original))],
    ['String', asking(() => new Text(printed))],
    ['Compare', comparing(order => int(Math.sign(order)))],
    ['Equal', comparing(order => new Bool(order === 0))],
    ['LessThan', comparing(order => new Bool(order < 0))],
    ['LessThanEqual', comparing(order => new Bool(order <= 0))],
    ['GreaterThan', comparing(order => new Bool(order > 0))],
    ['GreaterThanEqual', comparing(order => new Bool(order >= 0))],
    ...RARE.map((name): [string, Method] => [
      name,
      () => {
        throw new Untraced(`${name} of a version is called`)
      },
    ]),
  ])
  return new Opaque({ goType: GO_TYPE, printed, methods, inner: given })
}
