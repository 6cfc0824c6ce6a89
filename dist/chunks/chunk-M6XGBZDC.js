import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/github/links.ts
function linksTo({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository }, commit) {
  if (!server || !repository || !commit) return void 0;
  return (file, line) => {
    const path = file.split("/").map(encodeURIComponent).join("/");
    return `${server}/${repository}/blob/${commit}/${path}${line === void 0 ? "" : `#L${line}`}`;
  };
}

export {
  linksTo
};
