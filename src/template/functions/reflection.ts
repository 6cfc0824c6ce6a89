import { isDeepEqual } from '../value/equal.ts'
import { kindOf } from '../value/kind.ts'
import { union } from '../value/provenance.ts'
import { Bool, deepDependenciesOf, depending } from '../value/value.ts'
import { any, deriving, goTypeOf, keeping, type TemplateFunction, text } from './function.ts'

/** What asks for Go's types and kinds, and `deepEqual`, which minds them. */
export const REFLECTION: Readonly<Record<string, TemplateFunction>> = {
  kindOf: deriving([any], ([value]) => kindOf(value)),
  kindIs: deriving([text, any], ([kind, value]) => kindOf(value) === kind.string),
  typeOf: deriving([any], ([value]) => goTypeOf(value)),
  typeIs: deriving([text, any], ([type, value]) => goTypeOf(value) === type.string),
  typeIsLike: deriving([text, any], ([type, value]) => [type.string, `*${type.string}`].includes(goTypeOf(value))),
  deepEqual: keeping([any, any], ([a, b], { budget }) =>
    depending(new Bool(isDeepEqual(a, b, budget)), union(deepDependenciesOf(a), deepDependenciesOf(b))),
  ),
}
