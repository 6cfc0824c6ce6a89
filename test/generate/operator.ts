/** An install of the operator as small as it can be: its three components in namespace eso, each with its ServiceAccount. */
export const OPERATOR = ['external-secrets', 'webhook', 'certcontroller']
  .map(
    (name, i) => `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: eso
spec:
  selector: { matchLabels: { app.kubernetes.io/name: ${name} } }
  template:
    metadata: { labels: { app.kubernetes.io/name: ${name} } }
    spec:
      serviceAccountName: ${name}
      containers:
        - name: main
          image: registry.example.com/external-secrets:v2.9.0
          ${i === 0 ? 'args: [--concurrent=1]' : `args: [${name}]`}
`,
  )
  .join('---')
