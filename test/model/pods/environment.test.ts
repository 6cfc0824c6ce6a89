import { describe, expect, test } from 'vitest'
import { weakeningBy } from '../../../src/model/pods/environment.ts'

const judge = (name: string, value: string | undefined) => weakeningBy({ name, value, path: [] })
const moved = (what: string, host: string, isCleartext = false) => ({ by: 'address', what, host, isCleartext })

describe('weakeningBy', () => {
  test.each([
    [
      'AWS_SECRETSMANAGER_ENDPOINT',
      'https://secrets.example.com:8443',
      moved('requests to AWS', 'secrets.example.com'),
    ],
    [
      'AWS_STS_ENDPOINT',
      'http://sts.eu-west-1.amazonaws.com',
      moved('requests to AWS', 'sts.eu-west-1.amazonaws.com', true),
    ],
    ['AWS_ENDPOINT_URL', 'https://evilamazonaws.com', moved('requests to AWS', 'evilamazonaws.com')],
    [
      'AWS_ENDPOINT_URL_SSM',
      'https://amazonaws.com.example.org/',
      moved('requests to AWS', 'amazonaws.com.example.org'),
    ],
    ['AWS_ENDPOINT_URL', 'http://localhost:4566', moved('requests to AWS', 'localhost')],
    ['DOPPLER_BASE_URL', 'https://doppler.example.com', moved('requests to Doppler', 'doppler.example.com')],
    ['CLOUDRU_CSM_ADDRESS', 'csm.example.com:443', moved('requests to Cloud.ru', 'csm.example.com')],
    ['VAULT_AGENT_ADDR', 'http://agent.vault.svc:8200', moved('requests to Vault', 'agent.vault.svc', true)],
    [
      'VAULT_AGENT_ADDR',
      'http://10.127.0.0.1.example.com',
      moved('requests to Vault', '10.127.0.0.1.example.com', true),
    ],
    ['VAULT_AGENT_ADDR', 'http://127.0.0.1.example.com', moved('requests to Vault', '127.0.0.1.example.com', true)],
    ['VAULT_AGENT_ADDR', 'http://127.10.20.30:8200', moved('requests to Vault', '127.10.20.30')],
    ['DOPPLER_VERIFY_TLS', 'false', { by: 'no verification', what: "Doppler's" }],
    ['DOPPLER_VERIFY_TLS', '0', { by: 'no verification', what: "Doppler's" }],
    ['VAULT_SKIP_VERIFY', 'True', { by: 'no verification', what: "Vault's" }],
  ])('%s=%s', (name, value, expected) => {
    expect(judge(name, value)).toEqual(expected)
  })

  test.each([
    ['AWS_SECRETSMANAGER_ENDPOINT', 'https://vpce-0a.secretsmanager.eu-west-1.vpce.amazonaws.com'],
    ['AWS_ENDPOINT_URL_STS', 'https://sts.eu-west-1.api.aws'],
    ['AWS_SSM_ENDPOINT', ''],
    ['AWS_SSM_ENDPOINT', undefined],
    ['AWS_SSM_ENDPOINT', '${SSM_ENDPOINT}'],
    ['AWS_SSM_ENDPOINT', 'http://$(HOST_IP):4566'],
    ['AWS_SSM_ENDPOINT', 'https://'],
    ['AWS_REGION', 'eu-west-1'],
    ['MY_AWS_ENDPOINT_URL', 'https://example.com'],
    ['VAULT_AGENT_ADDR', 'http://127.0.0.1:8200'],
    ['DOPPLER_VERIFY_TLS', 'true'],
    ['DOPPLER_VERIFY_TLS', 'nope'],
    ['DOPPLER_VERIFY_TLS', 'falsehood'],
    ['DOPPLER_VERIFY_TLS', '10'],
    ['VAULT_SKIP_VERIFY', 'untrue'],
    ['VAULT_AGENT_ADDR', 'http://[::1]:8200'],
    ['VAULT_SKIP_VERIFY', 'false'],
    ['HTTPS_PROXY', 'http://proxy.example.com:3128'],
    ['constructor', 'true'],
  ])('%s=%s weakens nothing that is known', (name, value) => {
    expect(judge(name, value)).toBeUndefined()
  })
})
