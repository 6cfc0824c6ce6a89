import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  CONNECTED_KINDS,
  FETCHING_KINDS,
  PUSHING_KINDS,
  endpointsOf,
  providerOf,
  targetNamespaces
} from "./chunk-ZMUQFV5H.js";
import {
  AUDIT_POLICY_KIND,
  STORE_KINDS,
  parseImage
} from "./chunk-OZ35NTFX.js";
import {
  isPlaceholder
} from "./chunk-NNHQXPSF.js";

// src/check/in-use.ts
import { posix } from "node:path";
function inUse(world) {
  const of = (kinds) => kinds.flatMap((kind) => world.of(kind));
  const namespaces = (kinds) => sorted(of(kinds).flatMap((manifest) => targetNamespaces(manifest, world).map(({ name }) => name)));
  return {
    providers: sorted(of(STORE_KINDS).map((store) => providerOf(store)?.name)),
    endpoints: sorted(of(CONNECTED_KINDS).flatMap((manifest) => endpointsOf(manifest, world).map(({ host }) => host))),
    registries: sorted(imagesOfOperator(world).map(registryOf)),
    externalSecretNamespaces: namespaces(FETCHING_KINDS),
    pushSecretNamespaces: namespaces(PUSHING_KINDS),
    operatorNamespaces: sorted(world.eso.installs.map(({ namespace }) => namespace)),
    auditPolicies: sorted(world.of(AUDIT_POLICY_KIND).map(({ file }) => file))
  };
}
var imagesOfOperator = ({ pods, eso }) => pods.filter(({ manifest }) => eso.componentOf(manifest)).flatMap(({ containers }) => containers.flatMap(({ image }) => image && !isPlaceholder(image) ? image : []));
function registryOf(image) {
  const { repository } = parseImage(image);
  return repository.includes("/") ? posix.dirname(repository) : repository;
}
var sorted = (words) => [...new Set(words.filter((word) => word !== void 0 && word !== ""))].sort();

export {
  inUse
};
