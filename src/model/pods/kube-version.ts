/** `1.33`, and what clusters and helm make of it: `v1.33.2`, `1.33.2+k3s1`, `v1.33-eks-1`, `1.33+`. */
const KUBE_VERSION = /^v?1\.(\d{1,3})(?!\d)/

/** Pod Security admission came with 1.22: older clusters are judged as that. */
const OLDEST = 22

/** Which minor version of Kubernetes 1 judges; where nobody says it, or it cannot be read, the newest. */
export function minorOf(kubeVersion: string | undefined): number {
  const minor = KUBE_VERSION.exec(kubeVersion ?? '')?.[1]
  return minor === undefined ? Number.POSITIVE_INFINITY : Math.max(Number(minor), OLDEST)
}
