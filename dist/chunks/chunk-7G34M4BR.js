import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/report/runner-log.ts
import { randomUUID } from "node:crypto";
function forRunnerLog(report, format) {
  if (format !== "text") return report.replaceAll("##[", "##\\u005b");
  const token = randomUUID();
  return `::stop-commands::${token}
${report}
::${token}::
`;
}

export {
  forRunnerLog
};
