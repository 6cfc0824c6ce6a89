import { expect, test } from 'vitest'
import { copyingOf } from '../../../src/model/eso/secret-copying.ts'

const REFLECTOR = 'reflector.v1.k8s.emberstack.com/reflection-allowed'
const REPLICATOR = 'replicator.v1.mittwald.de'

test.each([
  [{ [REFLECTOR]: 'true' }, [true]],
  [{ [REFLECTOR]: 'true', [`${REFLECTOR}-namespaces`]: '' }, [true]],
  [{ [REFLECTOR]: 'true', [`${REFLECTOR}-namespaces`]: 'a,.*' }, [true]],
  [{ [REFLECTOR]: 'true', [`${REFLECTOR}-namespaces`]: 'a, team-.*' }, [false]],
  [{ [REFLECTOR]: 'true', [`${REFLECTOR}-namespaces`]: '${NAMESPACES}' }, [false]],
  [{ [REFLECTOR]: 'false' }, []],
  [{ [REFLECTOR]: true }, []],
  [{ [REFLECTOR]: '${REFLECT}' }, []],
  [{ [`${REPLICATOR}/replication-allowed`]: 'true' }, [true]],
  [{ [`${REPLICATOR}/replicate-to`]: 'a' }, [false]],
  [{ [`${REPLICATOR}/replicate-to`]: '.*' }, [true]],
  [{ [`${REPLICATOR}/replicate-to-matching`]: 'team=a' }, [false]],
  [{ 'kubed.appscode.com/sync': '' }, [true]],
  [{ 'kubed.appscode.com/sync': 'app=a' }, [false]],
  [{ [REFLECTOR]: 'true', [`${REPLICATOR}/replicate-to`]: 'a' }, [true, false]],
  [{ other: 'true' }, []],
  [undefined, []],
])('%j', (annotations, everywhere) => {
  expect(copyingOf(annotations).map(({ isEverywhere }) => isEverywhere)).toEqual(everywhere)
})
