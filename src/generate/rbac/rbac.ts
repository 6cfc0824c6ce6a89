import { type Generator, nothing } from '../generator.ts'
import { operatorRole, teamRoles } from './people-roles.ts'
import { revocations } from './revocations.ts'
import { tokenRoles } from './token-roles.ts'

/** Roles for operators, the developers of each team and the operator's tokens; and what stands against them today. */
export const rbac: Generator = {
  id: 'rbac',
  title: 'Roles for operators, developers and the tokens of stores, and what to revoke',
  answers: ['missing-token-permission'],
  generate(world) {
    const parts = [operatorRole(world), teamRoles(world), tokenRoles(world)]
    const documents = parts.flatMap(part => part.documents)
    const notes = [...parts.flatMap(part => part.notes), ...revocations(world)]
    if (documents.length === 0) return nothing(...notes)
    return { files: [{ name: 'rbac.yaml', purpose: 'manifests', documents }], notes }
  },
}
