import { commandText } from './door/command-text.ts'
import { consoleLanguage, whyNot } from './door/why-not.ts'

/** Answers with the exit code: 0 done, 2 refused. What it prints on standard output is its result and nothing else. */
type Command = (args: string[]) => Promise<number>

/** `npm run -s cli -- NAME …`; each command is loaded only when it is called. */
const COMMANDS: Record<string, Command> = {
  backup: async (args) => (await import('./door/backup-command.ts')).backupCommand(args),
  restore: async (args) => (await import('./door/backup-command.ts')).restoreCommand(args),
  'import-plan': async (args) => (await import('./plan/word-in-command.ts')).importPlanCommand(args),
  help: async () => {
    console.log(text.help)
    return 0
  },
}

const text = commandText(consoleLanguage(process.env))

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
