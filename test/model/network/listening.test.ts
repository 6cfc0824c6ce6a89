import { expect, test } from 'vitest'
import { listenersOf } from '../../../src/model/network/listening.ts'
import { worldOf } from '../../world.ts'

function listeners(args: string): string[] {
  const world = worldOf(`
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec: { template: { spec: { containers: [{ name: c, image: external-secrets:v2.9.0, args: [${args}] }] } } }
`)
  const component = world.eso.installs[0]?.components[0]
  return component ? listenersOf(component).map(({ purpose, port }) => `${purpose} ${port}`) : []
}

test.each([
  ['', ['metrics 8080']],
  ['"--metrics-addr=:9090", "--live-addr=:8082"', ['metrics 9090', 'health 8082']],
  ['"--metrics-addr=0.0.0.0:9090"', ['metrics 9090']],
  ['"--metrics-addr=[::]:9090"', ['metrics 9090']],
  ['"--metrics-addr=0"', []],
  ['"--metrics-addr=:0"', []],
  ['"--metrics-addr=127.0.0.1:8080"', []],
  ['"--metrics-addr=localhost:8080"', []],
  ['"--metrics-addr=[::1]:8080"', []],
  ['"--metrics-addr=10.127.0.1:8080"', ['metrics 8080']],
  ['"--metrics-addr=localhost.example.com:8080"', ['metrics 8080']],
  ['"--metrics-addr=:808080"', []],
  ['"--metrics-addr=:${PORT}"', []],
  ['webhook', ['metrics 8080', 'health 8081', 'webhook 10250']],
  ['webhook, --port=9443, "--healthz-addr=:8000"', ['metrics 8080', 'health 8000', 'webhook 9443']],
  ['certcontroller', ['metrics 8080', 'health 8081']],
])('%s', (args, expected) => expect(listeners(args)).toEqual(expected))
