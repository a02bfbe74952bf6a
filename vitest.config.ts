import { defineConfig } from 'vitest/config'
import { compileJsx } from './tools/compile-jsx.ts'

const jsx = { runtime: 'automatic', importSource: 'hono/jsx' } as const

/**
 * From source every worker thread strips types with the WebAssembly in Node. While threads come and go, V8 of Node 24
 * now and then frees a wrapper of it twice (`WasmEngine::FreeDeadCode`) and takes the process along: no wrapper is made
 * that could be freed. The built server has no WebAssembly in short threads.
 */
const NO_WASM_WRAPPERS = '--wasm-wrapper-tiering-budget=2147483647'

/** As the launcher has it for the server. */
const SAFE_FOR_THREADS =
  process.platform === 'linux' && process.arch === 'x64' ? ['--no-memory-protection-keys'] : []

/** `unit` runs beside the code; `browser` and `process` need the built product and run one file at a time. */
export default defineConfig({
  // The pages are tested as they are built.
  plugins: [compileJsx()],
  oxc: { jsx },
  test: {
    execArgv: [...SAFE_FOR_THREADS, NO_WASM_WRAPPERS],
    // A busy machine gets its time; what holds is seen at once.
    expect: { poll: { timeout: 30_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: ['test/seed.ts'],
          include: ['{app,browser,tools}/**/*.test.{ts,tsx}', 'test/*.test.{ts,tsx}'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 480_000,
          hookTimeout: 240_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'process',
          include: ['test/process/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
