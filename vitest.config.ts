import { defineConfig } from 'vitest/config'
import { compileJsx } from './tools/compile-jsx.ts'

const jsx = { runtime: 'automatic', importSource: 'hono/jsx' } as const

/** `unit` runs beside the code; `browser` and `process` need the built product and run one file at a time. */
export default defineConfig({
  // The pages are tested as they are built.
  plugins: [compileJsx()],
  oxc: { jsx },
  test: {
    // As the launcher has it for the server.
    execArgv: process.platform === 'linux' && process.arch === 'x64' ? ['--no-memory-protection-keys'] : [],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          setupFiles: ['test/seed.ts'],
          include: ['{app,browser,tools}/**/*.test.{ts,tsx}', 'test/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'process',
          include: ['test/process/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
