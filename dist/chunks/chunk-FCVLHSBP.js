import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/report/runner-log.ts
import { randomUUID } from "node:crypto";
function forRunnerLog(report, format) {
  switch (format) {
    case "text": {
      const token = randomUUID();
      return `::stop-commands::${token}
${report}
::${token}::
`;
    }
    // It may be on its way into the summary of a job, where a space of no width does not show.
    case "markdown":
      return report.replaceAll("##[", "##​[").replace(/^(\s*):(?=:)/gm, "$1:​");
    case "junit":
      return report.replaceAll("##[", "##&#91;").replace(/^(\s*):(?=:)/gm, "$1&#58;");
    // Its scripts hold JSON, and its styles may not change: the page names their hashes.
    case "html":
      return report.replaceAll("##[", "##\\u005b").replace(/^(\s*):(?=:[a-z-]+(?: [^\n]*)?::)/gm, "$1&#58;");
    // In JSON the bracket can only stand in a string, where it may be written as an escape.
    default:
      return report.replaceAll("##[", "##\\u005b");
  }
}

export {
  forRunnerLog
};
