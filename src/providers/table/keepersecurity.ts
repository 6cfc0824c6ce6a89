import { defineProvider } from '../provider.ts'

export default defineProvider({
  name: 'keepersecurity',
  title: 'Keeper Security',
  docs: 'https://external-secrets.io/latest/provider/keeper-security/',
  since: '0.7.3',
  stored: [{ field: 'authRef', secrets: ['authRef'], what: 'application configuration' }],
  keyless: [],
})
