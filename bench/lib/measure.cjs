/** Preloaded into every timed Node process: writes its own CPU time and peak memory when it ends. */
const { writeFileSync } = require("node:fs");
const file = process.env.BENCH_USAGE;
if (file)
  process.on("exit", () => {
    const u = process.resourceUsage();
    writeFileSync(
      file,
      JSON.stringify({ cpu: (u.userCPUTime + u.systemCPUTime) / 1e6, peak: u.maxRSS / 1024 }),
    );
  });
