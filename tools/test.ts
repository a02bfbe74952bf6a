import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './built.ts'
import { runChecks } from './checks.ts'
import { findChromium } from './chromium.ts'
import { type Cluster, findPostgres, startCluster } from './postgres.ts'
import { runNode } from './run.ts'

/** Passed, failed and left out: what the closing line counts. */
type Tally = { passed: number; failed: number; skipped: number }

/**
 * `npm test`: the checks, then every test that this machine can run. With arguments: only the tests whose file name
 * holds one of them. What could not be run is said at the end; in CI it counts as a failure.
 */
export async function main(filters: string[]): Promise<number> {
  const checks = filters.length > 0 ? { passed: 0, failed: 0 } : await runChecks()
  await ensureBuilt()
  const chromium = findChromium()
  const cluster = await clusterIfAny()
  try {
    const tests = await runTests(filters, chromium, cluster)
    return close({ ...tests, passed: tests.passed + checks.passed, failed: tests.failed + checks.failed }, [
      ...(chromium ? [] : ['the browser paths (no Chromium or Chrome found; CHROMIUM=/path names one)']),
      ...(cluster ? [] : ['the stores on PostgreSQL (no initdb and postgres found in the path)']),
    ])
  } finally {
    await cluster?.stop()
  }
}

async function clusterIfAny(): Promise<Cluster | null> {
  const bin = findPostgres()
  if (!bin) return null
  const cluster = await startCluster(bin, { durable: false })
  console.log(`PostgreSQL ${cluster.version} for these tests`)
  return cluster
}

async function runTests(filters: string[], chromium: string | null, cluster: Cluster | null): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'rode-draad-test-'))
  const report = join(folder, 'report.json')
  const projects = ['unit', 'process', ...(chromium ? ['browser'] : [])]
  const args = [
    'run',
    ...projects.map((name) => `--project=${name}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  try {
    const { code } = await runNode('vitest/vitest.mjs', [...args, ...filters], {
      shown: true,
      env: testEnvironment(chromium, cluster),
    })
    return tally(report, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the tests find of this machine; absent is absent. */
function testEnvironment(chromium: string | null, cluster: Cluster | null): NodeJS.ProcessEnv {
  return {
    TEST_CHROMIUM: chromium ?? undefined,
    TEST_DATABASE_URL: cluster?.ownerUrl,
    TEST_APP_DATABASE_URL: cluster?.appUrl,
    TEST_SUPER_DATABASE_URL: cluster?.superUrl,
  }
}

type Report = {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
}

/** vitest's own counts. A run that ended badly without a failing test (an error outside one) counts as one failure. */
function tally(file: string, code: number): Tally {
  const report = readReport(file)
  const failed = report?.numFailedTests ?? 0
  return {
    passed: report?.numPassedTests ?? 0,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  }
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return null
  }
}

/** The closing lines, and the exit code that goes with them. */
function close({ passed, failed, skipped }: Tally, notRun: string[]): number {
  for (const part of notRun) console.log(`Not run: ${part}`)
  if (skipped > 0) console.log(`Left out: ${skipped} tests`)
  const inCi = process.env['CI'] === 'true' || process.env['CI'] === '1'
  const missing = inCi ? notRun.length : 0
  if (missing > 0) console.log('In CI a part that was not run is a failure.')
  // A test that is left out although its part ran has been switched off: that is never fine.
  const off = notRun.length === 0 && skipped > 0 ? 1 : 0
  const total = failed + missing + off
  console.log(`\n${passed} passed, ${total} failed`)
  return total === 0 ? 0 : 1
}
