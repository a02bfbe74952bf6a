import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fontFiles, fontFolder } from './font-files.ts'
import { PAPER_TYPST } from './paper-typst.ts'
import { withUaMark } from './pdf-ua-mark.ts'

/** A warm compiler: makes a PDF of a Paper in JSON. Synchronous, so it runs in a worker thread only. */
export type Typesetter = {
  kind: 'native' | 'wasm'
  /** @throws when Typst refuses the document, with its diagnostics as message */
  typeset: (paper: string) => Uint8Array
}

/** Typst as one finds it here: the machine's own build where there is one, else WebAssembly. */
export async function openTypesetter(forced?: Typesetter['kind']): Promise<Typesetter> {
  const native = forced === 'wasm' ? null : openNative()
  if (native) return native
  if (forced === 'native') throw new Error('no native Typst on this machine')
  return openWasm()
}

const NATIVE = ['linux-x64-gnu', 'linux-x64-musl'].map(
  (build) => `@myriaddreamin/typst-ts-node-compiler-${build}`,
)

type NativeModule = { NodeCompiler: { create: (options: object) => NativeCompiler } }
type NativeCompiler = {
  pdf: (document: object, options: { pdfStandard: string }) => Uint8Array
  evictCache: (maxAge: number) => void
}

function openNative(): Typesetter | null {
  const found = loadNative()
  if (!found) return null
  const folder = fontFolder()
  const compiler = found.NodeCompiler.create({ workspace: folder, fontArgs: [{ fontPaths: [folder] }] })
  return {
    kind: 'native',
    typeset(paper) {
      const pdf = compiler.pdf({ mainFileContent: PAPER_TYPST, inputs: { paper } }, { pdfStandard: 'ua-1' })
      compiler.evictCache(1)
      return pdf
    },
  }
}

function loadNative(): NativeModule | null {
  const load = createRequire(import.meta.url)
  for (const name of NATIVE) {
    try {
      return load(name) as NativeModule
    } catch {
      // not for this machine: the next one, or WebAssembly
    }
  }
  return null
}

const MAIN = '/main.typ'
const OBJECTS = 3

/** Slower to start, and without a standard to check against: the mark of PDF/UA is added to the same tagged file. */
async function openWasm(): Promise<Typesetter> {
  const { default: start, TypstCompilerBuilder } = await import('@myriaddreamin/typst-ts-web-compiler')
  const file = createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler/wasm')
  await start({ module_or_path: readFileSync(file) })
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of fontFiles()) await builder.add_raw_font(font)
  const compiler = await builder.build()
  compiler.add_source(MAIN, PAPER_TYPST)
  return {
    kind: 'wasm',
    typeset(paper) {
      const made: unknown = compiler.compile(MAIN, [['paper', paper]], 'pdf', OBJECTS)
      compiler.reset()
      return withUaMark(resultOf(made))
    },
  }
}

function resultOf(made: unknown): Uint8Array {
  if (typeof made === 'object' && made !== null && 'result' in made && made.result instanceof Uint8Array)
    return made.result
  throw new Error(JSON.stringify(made))
}
