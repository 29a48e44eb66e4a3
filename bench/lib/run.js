/** Runs whole Node processes in pairs, in turn and in a clean environment, and says wall, CPU and peak memory of each. */
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const preload = fileURLToPath(new URL("./measure.cjs", import.meta.url));

/** One run of `node ...args`. Returns `{ wall, cpu (s), peak (MiB), stdout }`; throws when the process fails. */
export function runOnce(args, cwd) {
  const usage = join(tmpdir(), `bench-usage-${process.pid}.json`);
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, TZ: "UTC", BENCH_USAGE: usage };
  const started = process.hrtime.bigint();
  const done = spawnSync(process.execPath, ["-r", preload, ...args], { cwd, env, maxBuffer: 1 << 28 });
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  if (done.status !== 0)
    throw new Error(`node ${args.join(" ")} ended with ${done.status}:\n${done.stderr}\n${done.stdout}`);
  const { cpu, peak } = JSON.parse(readFileSync(usage, "utf8"));
  rmSync(usage, { force: true });
  return { wall, cpu, peak, stdout: done.stdout.toString("utf8") };
}

/** A job of one run (`args`) or several one after the other (`runs`): times added, the highest peak. */
export function runAll({ args, runs = [args], cwd }) {
  const done = runs.map((one) => runOnce(one, cwd));
  const sum = (key) => done.reduce((all, run) => all + run[key], 0);
  return { wall: sum("wall"), cpu: sum("cpu"), peak: Math.max(...done.map((run) => run.peak)) };
}

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

const spread = (numbers) => ({
  min: Math.min(...numbers),
  median: median(numbers),
  max: Math.max(...numbers),
});

/**
 * Runs A and B in turn, one warm-up each, then `pairs` counted pairs.
 * `check()` is called after the warm-up and must throw when the work of either is wrong.
 */
export function runPairs(a, b, pairs, check) {
  runAll(a);
  runAll(b);
  check?.();
  const as = [];
  const bs = [];
  for (let i = 0; i < pairs; i++) {
    as.push(runAll(a));
    bs.push(runAll(b));
  }
  const ratio = (key) => spread(as.map((run, i) => run[key] / bs[i][key]));
  const of = (runs, key) => spread(runs.map((run) => run[key]));
  return {
    wall: ratio("wall"),
    cpu: ratio("cpu"),
    peak: ratio("peak"),
    a: { wall: of(as, "wall"), cpu: of(as, "cpu"), peak: of(as, "peak") },
    b: { wall: of(bs, "wall"), cpu: of(bs, "cpu"), peak: of(bs, "peak") },
  };
}
