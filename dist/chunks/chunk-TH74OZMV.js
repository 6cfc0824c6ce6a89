import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/locate/template-name.ts
function chartsIn(template) {
  const steps = template.split("/").slice(1);
  const charts = [];
  while (steps[0] === "charts" && steps[1] !== void 0) charts.push(...steps.splice(0, 2).slice(1));
  return charts;
}

export {
  chartsIn
};
