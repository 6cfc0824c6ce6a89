import type { TestProject } from 'vitest/node'
import { type OracleProgram, oracleProgram } from '../engines/build-oracle.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    controlPlane: OracleProgram
  }
}

/** Builds the control plane, and the oracle that it is compared with, before any test starts them. */
export default function setup(project: TestProject): void {
  project.provide('controlPlane', oracleProgram('control-plane'))
  project.provide('oracle', oracleProgram('k8s-oracle'))
}
