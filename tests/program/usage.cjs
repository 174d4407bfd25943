// Preloaded into the CLI by tests/program/cli.ts: reports what the process used on file descriptor 3 as it exits.
const { writeSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  try {
    writeSync(3, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, maxRssKb: maxRSS }));
  } catch {
    // Nobody listens.
  }
});
