// https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
const KEY = /^(?:[a-z0-9](?:[-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9](?:[-\w.]{0,61}[A-Za-z0-9])?$/
const VALUE = /^(?:[A-Za-z0-9](?:[-\w.]{0,61}[A-Za-z0-9])?)?$/

/** Whether a label could be on a pod: what comes from manifests stands in expressions of policies. */
export const isLabelPair = ([key, value]: readonly [string, string]): boolean => KEY.test(key) && VALUE.test(value)

/** Whether a namespace can be called so. */
export const isNamespaceName = (name: string): boolean => /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(name)

/** Whether a host can be called so. */
export const isHostName = (name: string): boolean =>
  name.length <= 253 && name.split('.').every(label => /^[a-z0-9_](?:[-a-z0-9_]{0,61}[a-z0-9_])?$/.test(label))
