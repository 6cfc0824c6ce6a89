import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// src/io/stopwatch.ts
function stopwatch() {
  const laps = {};
  let last = performance.now();
  return {
    laps,
    lap(name) {
      const now = performance.now();
      laps[name] = Math.round(now - last);
      last = now;
    }
  };
}

export {
  stopwatch
};
