/**
 * The sha256 of helm's archives (`helm-v<version>-<platform>.tar.gz` of https://get.helm.sh), newest first. A version that
 * two sources do not agree on is not offered. docs/decisions/0003-helm-download.md names the sources of each.
 */
export const HELM_RELEASES: HelmReleases = {
  '4.2.4': {
    'linux-amd64': 'c306b46f719b0a4da32d0f78ee21bf90ce8d602f15b22ab753f0674d1670a7f3',
    'linux-arm64': '564de2191b881e9f71b5606b25345821ea1682f06ab90499d3ab22b530176da1',
    'darwin-amd64': '6c163d687ca03c3b5c01928e53bbbcf9518278f47ce7a2f249a5a08e8bdaa2bc',
    'darwin-arm64': 'd747eb4e28bd2727173d15b759fa0a17822291ec09db7ced3d55af290a3661a2',
  },
  '4.2.0': {
    'linux-amd64': '97dbeb971be4ac4b27e3839976d9564c0fb35c6f3b1da89dd1e292d236af4096',
    'linux-arm64': '1f8de130dfbd04de64978e7b852a7a547be1404956a366608276d2520b678670',
    'darwin-amd64': '1376ea697140e4db316736e760d5a47d12afc1524dce704476ef06fd7fdeddc6',
    'darwin-arm64': 'f13f959015447b6bc309f9fd506509926543988a39035c088b52522ec95e2acb',
  },
  '4.1.4': {
    'linux-amd64': '70b2c30a19da4db264dfd68c8a3664e05093a361cefd89572ffb36f8abfa3d09',
    'linux-arm64': '13d03672be289045d2ff00e4e345d61de1c6f21c1257a45955a30e8ae036d8f1',
    'darwin-amd64': 'abf09c8503ad1d8ef76d3737a058c3456a998aae5f5966fce4bb3031aeb1654e',
    'darwin-arm64': '7c2eca678e8001fa863cdf8cbf6ac1b3799f9404a89eb55c08260ef5732e658d',
  },
  '3.21.0': {
    'linux-amd64': '0093eb572e3d2380f094df162ddb525e219249de88957afe24cfbb19632acd36',
    'linux-arm64': '8de5a0c9a47431e59fd560e91e0779c8cf9316c383da7efb84128a4c339ecb2d',
    'darwin-amd64': '8bc0c1f85f8738cc3cda4a2cc73047145bcdcb1f4d9cdcc29073037bfb22fa2e',
    'darwin-arm64': '68bfbdc022c543a2a022597b20298216877e98abe6e4a345d3ecf114d79cae5f',
  },
  '3.20.2': {
    'linux-amd64': '258e830a9e613c8a7a302d6059b4bb3b9758f2f3e1bb8ea0d707ce10a9a72fea',
    'linux-arm64': '5ea2d6bc2cda3f8edf985e028809f5a9278f404fb8ab24044de9b7cb9b79a691',
    'darwin-amd64': '7de04301f28b902a74f6286ed941cadc86ee5e6a9086a18f2ccf1f548e99d618',
    'darwin-arm64': '139c794c22f16b579d08ddd3008c8038b9bb2814f35b5bcca91f50a1f458978d',
  },
  '3.19.2': {
    'linux-amd64': '2114c9dea2844dce6d0ee2d792a9aae846be8cf53d5b19dc2988b5a0e8fec26e',
    'linux-arm64': '566e9f3a5a83a81e4b03503ae37e368edd52d699619e8a9bb1fdf21561ae0e88',
    'darwin-amd64': '7ef4416cdef4c2d78a09e1c8f07a51e945dc0343c883a46b1f628deab52690b7',
    'darwin-arm64': 'f0847f899479b66a6dd8d9fcd452e8db2562e4cf3f7de28103f9fcf2b824f1d5',
  },
  '3.18.4': {
    'linux-amd64': 'f8180838c23d7c7d797b208861fecb591d9ce1690d8704ed1e4cb8e2add966c1',
    'linux-arm64': 'c0a45e67eef0c7416a8a8c9e9d5d2d30d70e4f4d3f7bea5de28241fffa8f3b89',
    'darwin-amd64': '860a7238285b44b5dc7b3c4dad6194316885d7015d77c34e23177e0e9554af8f',
    'darwin-arm64': '041849741550b20710d7ad0956e805ebd960b483fe978864f8e7fdd03ca84ec8',
  },
}

/** From a version to the sha256 of its archive for each platform. */
export type HelmReleases = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What helm's archives call this machine: `linux-amd64`. */
export const platformName = (platform: string = process.platform, arch: string = process.arch): string =>
  `${platform}-${arch === 'x64' ? 'amd64' : arch}`
