import { commandText } from './door/command-text.ts'
import { consoleLanguage, settingsOrStop, whyNot } from './door/why-not.ts'

/** Answers with the exit code: 0 done, 2 refused. What it prints on standard output is its result and nothing else. */
type Command = (args: string[]) => Promise<number>

/** `npm run -s cli -- NAME …`; each command is loaded only when it is called. */
const COMMANDS: Record<string, Command> = {
  backup: async (args) => (await import('./door/backup-command.ts')).backupCommand(args),
  restore: async (args) => (await import('./door/backup-command.ts')).restoreCommand(args),
  'import-plan': async (args) => (await import('./form/word-in-command.ts')).importPlanCommand(args),
  'export-plan': async (args) =>
    (await import('./home/export-command.ts')).exportPlanCommand(args, openData, language),
  'import-results': async (args) => (await import('./trend/results-command.ts')).resultsCommand(args),
  'import-edexml': async (args) => (await import('./result/edexml-command.ts')).edexmlCommand(args),
  signal: async (args) => (await import('./trend/signal-command.ts')).signalCommand(args),
  'board-signals': async (args) =>
    (await import('./trend/board-command.ts')).boardSignalsCommand(args, openData, language),
  token: async (args) => (await import('./api/token-command.ts')).tokenCommand(args, openData, language),
  'second-factor-off': async (args) =>
    (await import('./session/second-factor-off-command.ts')).secondFactorOffCommand(args, openData, language),
  'setup-code': async () => (await import('./session/setup-code-command.ts')).setupCodeCommand(openData),
  'notes-key': async (args) =>
    (await import('./note/note-key-command.ts')).noteKeyCommand(
      args,
      settingsOrStop(process.env),
      openData,
      language,
    ),
  help: async () => {
    console.log(text.help)
    return 0
  },
}

/** The data of the settings, beside a running server if need be; the demo school is there where it belongs. */
async function openData() {
  const { databaseUrl, dataDir, demo, notesKeyFile } = settingsOrStop(process.env)
  const { openDatabase } = await import('./db/open.ts')
  const { ensureDemo } = await import('./home/demo-school.ts')
  const db = await openDatabase(databaseUrl ? { url: databaseUrl } : { dataDir })
  if (demo) await ensureDemo(db, new Date(), notesKeyFile)
  return db
}

const language = consoleLanguage(process.env)
const text = commandText(language)

async function main([name = 'help', ...args]: string[]) {
  const command = COMMANDS[name]
  if (command) return command(args)
  console.error(text.unknown(name))
  return 2
}

try {
  // The launcher's own words come first: node, start.cjs, the verb.
  process.exitCode = await main(process.argv.slice(3))
} catch (error) {
  console.error(whyNot(error, process.env) ?? error)
  process.exitCode = 2
}
