import type { Option } from '../options.ts'

const strings = { type: 'array', items: { type: 'string', minLength: 1 } }

const clusterName = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]*$' }

const subjectsSchema = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['kind', 'name'],
    properties: {
      kind: { enum: ['User', 'Group', 'ServiceAccount'] },
      name: { type: 'string', minLength: 1, description: 'As RBAC names the subject.' },
      namespace: { type: 'string', minLength: 1, description: 'Only for a ServiceAccount.' },
    },
  },
}

const releaseSchema = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['chart'],
    properties: {
      chart: { type: 'string', minLength: 1, description: 'Chart folder or package, relative to this file.' },
      name: { type: 'string', minLength: 1, description: 'Release name; default: the name of the chart.' },
      namespace: { type: 'string', minLength: 1, description: 'Namespace; default: the release name.' },
      values: { ...strings, description: 'Values files, relative to this file; the last one wins.' },
      set: {
        type: 'object',
        description: 'Single values, as for helm --set.',
        additionalProperties: { type: ['string', 'number', 'boolean'] },
      },
      kubeVersion: {
        type: 'string',
        minLength: 1,
        description: 'Kubernetes version to render for, and to judge pods by.',
      },
      apiVersions: { ...strings, description: 'API versions the cluster has, as for helm --api-versions.' },
      cluster: {
        ...clusterName,
        description: 'The cluster it is in; default: those whose paths hold the chart, else every one.',
      },
      variant: {
        type: 'string',
        minLength: 1,
        description: 'Environment or other set of values: releases of one chart in different variants never meet.',
      },
    },
  },
}

const reason = { type: 'string', pattern: '[\\p{L}\\p{N}]', description: 'Why; for whoever reads the report.' }
const until = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description: 'The last day on which it holds (`2027-01-31`, UTC); without it, it holds for good.',
}
const ignorePath = { type: 'string', minLength: 1, description: 'Files or folders, relative to this file; a glob.' }

const ignoreSchema = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['rule', 'reason'],
    properties: {
      rule: { type: 'string', minLength: 1, description: 'Id of the rule; a glob.' },
      object: {
        type: 'string',
        minLength: 1,
        description:
          '`Kind/name` (of any namespace) or `Kind/namespace/name`, each part a glob, such as `ClusterSecretStore/*`.',
      },
      path: ignorePath,
      reason,
      until,
    },
  },
}

const acceptedFailureSchema = {
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['reason'],
    anyOf: [{ required: ['release'] }, { required: ['path'] }],
    properties: {
      release: { type: 'string', minLength: 1, description: 'Name of the release; a glob.' },
      path: { ...ignorePath, description: 'The file that the failure names, relative to this file; a glob.' },
      reason,
      until,
    },
  },
}

/** The options that only `.eso-hardener.yaml` has. */
export const CONFIG_KEYS: readonly Option[] = [
  {
    name: 'exclude',
    scopes: ['config'],
    type: 'list',
    help: 'Paths to leave out, relative to the config file; `*` and `**` as in a shell.',
    schema: strings,
  },
  {
    name: 'releases',
    scopes: ['config'],
    type: 'list',
    help: 'How charts are installed, where the defaults (chart name as release name and namespace, default values) are not right.',
    schema: releaseSchema,
  },
  {
    name: 'eso-chart',
    scopes: ['cli', 'action', 'config'],
    type: 'string',
    placeholder: 'CHART',
    help: 'The operator’s chart that the objects here will meet, where nothing here installs it: a folder or package, `oci://…/external-secrets`, or the address of a chart repository. Nothing of it is reported.',
  },
  {
    name: 'eso-version',
    scopes: ['cli', 'action', 'config'],
    type: 'string',
    placeholder: 'VERSION',
    help: 'Its version, or a range of versions; default: the newest.',
  },
  {
    name: 'operators',
    scopes: ['config'],
    type: 'list',
    help: 'Users, Groups and ServiceAccounts who may manage External Secrets Operator; everybody else counts as a developer.',
    schema: subjectsSchema,
  },
  {
    name: 'clusters',
    scopes: ['config'],
    type: 'list',
    help: 'The clusters by name, and what is known of them; what no cluster claims is in every one. Without any, everything is in the cluster `default`.',
    schema: {
      type: 'object',
      propertyNames: clusterName,
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        properties: {
          paths: {
            ...strings,
            description: 'Folders and files of this cluster alone, relative to this file; `*` and `**` as in a shell.',
          },
          kubeVersion: {
            type: 'string',
            minLength: 1,
            description: 'Kubernetes version to render for, and to judge pods by.',
          },
          complete: { type: 'boolean', description: 'Everything that runs there is in what is checked.' },
          apiServer: {
            type: 'array',
            items: { type: 'string', pattern: '^[0-9a-fA-F.:]+/[0-9]{1,3}$' },
            description: 'Addresses of its API server as CIDR blocks, for `generate network-policies`.',
          },
          monitoringNamespaces: {
            ...strings,
            description: 'Namespaces from which metrics are read, for `generate network-policies`.',
          },
        },
      },
    },
  },
  {
    name: 'allowed-providers',
    scopes: ['config'],
    type: 'list',
    help: 'The providers that stores may use, as they are called below `spec.provider`.',
    schema: strings,
  },
  {
    name: 'allowed-endpoints',
    scopes: ['config'],
    type: 'list',
    help: 'The hosts that stores may speak to; `*.example.com` takes in its subdomains.',
    schema: strings,
  },
  {
    name: 'allowed-registries',
    scopes: ['config'],
    type: 'list',
    help: 'The registries, or repositories in them, that the operator’s images may come from.',
    schema: strings,
  },
  {
    name: 'allowed-namespaces',
    scopes: ['config'],
    type: 'list',
    help: 'The namespaces that may hold ExternalSecrets and PushSecrets; `*` as in a shell.',
    schema: {
      type: 'object',
      additionalProperties: false,
      properties: { externalSecret: strings, pushSecret: strings },
    },
  },
  {
    name: 'sensitive-namespaces',
    scopes: ['config'],
    type: 'list',
    help: 'Namespaces whose Secrets are the cluster’s own; default: `kube-system`, `kube-public`, `kube-node-lease` and the operator’s.',
    schema: strings,
  },
  {
    name: 'require-client-certificate',
    scopes: ['config'],
    type: 'list',
    help: 'Hosts that stores must show a client certificate to; `*.example.com` takes in its subdomains.',
    schema: strings,
  },
  {
    name: 'teams',
    scopes: ['config'],
    type: 'list',
    help: 'Teams by name: which namespaces are theirs, who they are, and which stores and keys they may use.',
    schema: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        properties: {
          namespaces: { ...strings, description: 'Namespaces of the team.' },
          subjects: {
            ...subjectsSchema,
            description: 'Who the team is: in its own namespaces they may write ExternalSecrets.',
          },
          stores: { ...strings, description: 'ClusterSecretStores the team may use.' },
          keyPrefixes: { ...strings, description: 'What the remote keys of the team begin with.' },
        },
      },
    },
  },
  {
    name: 'ignore',
    scopes: ['config'],
    type: 'list',
    help: 'Findings that do not count, with the reason.',
    schema: ignoreSchema,
  },
  {
    name: 'audit-policy',
    scopes: ['config'],
    type: 'string',
    help: 'The file with the clusters’ audit policy (`--audit-policy-file` of the API server), relative to this file, where it is not among what is checked.',
    schema: { type: 'string', minLength: 1 },
  },
  {
    name: 'accepted-failures',
    scopes: ['config'],
    type: 'list',
    help: 'What cannot be checked here and does not make the run incomplete, by `release` or `path` or both.',
    schema: acceptedFailureSchema,
  },
]
